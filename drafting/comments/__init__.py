"""The ledger of comments (`inputs/comments.yaml`): what reviewers said of a draft, and what becomes of it.

`read_comments` reads the file, `extend_ledger` adds what new files say; nothing that stands in it is ever changed.
"""

from drafting.comments.extend import Extended, extend_ledger
from drafting.comments.ledger import RESPONSES, SCHEMA, Comment, Reply, read_comments

__all__ = ["RESPONSES", "SCHEMA", "Comment", "Extended", "Reply", "extend_ledger", "read_comments"]
