"""The ledger of comments (`inputs/comments.yaml`): what reviewers said of a draft, and what becomes of it.

Reading is here; `comments.extend` adds what new files say, which only a review needs. Nothing that stands in the file is ever changed.
"""

from drafting.comments.ledger import RESPONSES, SCHEMA, Comment, Reply, read_comments

__all__ = ["RESPONSES", "SCHEMA", "Comment", "Reply", "read_comments"]
