"""Comments: their words, who answers whom, what is settled."""

from __future__ import annotations

from drafting.word.document import Element, w
from drafting.word.reading.ranges import extents_of
from drafting.word.reading.state import Reading, Scope
from drafting.word.reading.values import Comment, Paragraph, Story, StoryKind
from drafting.word.reading.walk import walk_story
from drafting.word.reading.xml import W14, W15

_PARAGRAPH_ID = f"{{{W14}}}paraId"
_ON = ("1", "true", "on")


def read_comments(root: Element, extended: Element | None, texts: Reading, document: Reading) -> tuple[Comment, ...]:
    """The comments of word/comments.xml in its order.

    `texts` is an unused reading for their words; `document` is the reading of the rest of the
    file, which knows where they stand. `extended` is word/commentsExtended.xml ([MS-DOCX] 2.5.4.1).
    """
    elements = list(root.iter(w("comment")))
    for element in elements:
        walk_story(texts, element, Scope(), Story(StoryKind.COMMENT, element.get(w("id"), "")))
    words = _words(texts.views[0].paragraphs)
    by_paragraph = {
        name: element.get(w("id"), "") for element in elements for each in element.iter(w("p")) if (name := each.get(_PARAGRAPH_ID))
    }
    threads = {
        by_paragraph.get(each.get(f"{{{W15}}}paraId", "")): each
        for each in (() if extended is None else extended.iter(f"{{{W15}}}commentEx"))
    }
    parents = {
        id: by_paragraph.get(each.get(f"{{{W15}}}paraIdParent", "")) for id, each in threads.items() if id is not None
    }
    settled = {id for id, each in threads.items() if each.get(f"{{{W15}}}done") in _ON}
    passages = {each.name: each for each in document.passages.found}
    found = []
    first_of: dict[str, str] = {}
    for element in elements:
        id = element.get(w("id"), "")
        first = _first(id, parents, first_of)
        spot = document.comment_spots.get(id) or document.comment_spots.get(first)
        passage = passages.get(id) or passages.get(first)
        accepted, rejected = extents_of(passage) if passage else (None, None)
        found.append(Comment(
            id, element.get(w("author"), ""), element.get(w("date"), ""), words.get(id, ""),
            parents.get(id), id in settled or first in settled,
            spot.story if spot else Story(StoryKind.COMMENT, id), spot.paragraph if spot else -1,
            spot.bookmarks if spot else (), accepted, rejected,
        ))  # fmt: skip
    return tuple(found)


def _first(id: str, parents: dict[str, str | None], known: dict[str, str]) -> str:
    """The comment that began the thread of a comment; `known` is filled for all on the way."""
    way: dict[str, None] = {}
    while id not in known and id not in way and (parent := parents.get(id)):
        way[id] = None
        id = parent
    first = known.get(id, id)
    known.update(dict.fromkeys(way, first))
    return first


def _words(paragraphs: list[Paragraph]) -> dict[str, str]:
    words: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        words.setdefault(paragraph.story.key, []).append(paragraph.text)
    return {id: "\n".join(lines) for id, lines in words.items()}
