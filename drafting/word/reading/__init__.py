"""Reading any Word file back: both texts, changes, comments (`reader.read_document`).

package → related parts → walk (elements → words in a scope) → two views, changes, ranges →
`values.Document`. The walk knows XML, the views know paragraphs; neither knows the other's.
"""

from __future__ import annotations

from drafting.word.reading.ranges import extent_text
from drafting.word.reading.reader import quoted_text, read_document, texts_of, unread_problems
from drafting.word.reading.values import Change, ChangeKind, Comment, Document, Paragraph, StoryKind

__all__ = [
    "Change", "ChangeKind", "Comment", "Document", "Paragraph", "StoryKind",
    "extent_text", "quoted_text", "read_document", "texts_of", "unread_problems",
]  # fmt: skip
