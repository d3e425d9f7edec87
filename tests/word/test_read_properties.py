"""Random tracked edits, written as Word could write them, read back to what their author knows."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from read_build import change, mark, p, r, read, t, tbl, tc, tr

from drafting.word.reading import ChangeKind, extent_text, texts_of

# Who sees a piece of text: all, after accepting only, before only, nobody (inserted and deleted)
WAYS = ("kept", "ins", "del", "both")
SEEN = {"kept": (True, True), "ins": (True, False), "del": (False, True), "both": (False, False)}
AUTHORS = st.sampled_from(("甲", "乙", ""))
WORDS = st.text(st.sampled_from("答申の案、 a\t\n＆<\u3000𠮷"), min_size=1, max_size=4)


class Piece(NamedTuple):
    text: str
    way: str
    author: str
    wrapped: str


class Line(NamedTuple):
    pieces: list[Piece]
    mark: str


PIECES = st.builds(Piece, WORDS, st.sampled_from(WAYS), AUTHORS, st.sampled_from(("", "hyperlink", "smartTag", "sdt", "cut")))
LINES = st.lists(st.builds(Line, st.lists(PIECES, max_size=4), st.sampled_from(WAYS)), min_size=1, max_size=5)
ROWS = st.lists(st.tuples(st.sampled_from(WAYS), st.lists(LINES, min_size=1, max_size=3)), min_size=1, max_size=3)
BODIES = st.lists(st.one_of(LINES, ROWS), min_size=1, max_size=4)


def _content(text: str) -> str:
    """Runs of a text: tabs and breaks are elements."""
    runs = []
    for part in text.replace("\t", "|\t|").replace("\n", "|\n|").split("|"):
        runs.append(r({"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or t(part)) if part else "")
    return "".join(runs)


def _piece(piece: Piece) -> str:
    if piece.wrapped == "cut":
        return "".join(_piece(piece._replace(text=letter, wrapped="")) for letter in piece.text)
    inner = _content(piece.text)
    if piece.way in ("del", "both"):
        inner = change("del", inner.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText "), author=piece.author)
    if piece.way in ("ins", "both"):
        inner = change("ins", inner, author=piece.author)
    if piece.wrapped == "sdt":
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    return f"<w:{piece.wrapped}>{inner}</w:{piece.wrapped}>" if piece.wrapped else inner


def _lines(lines: list[Line]) -> str:
    """Paragraphs; the last of a container keeps its mark."""
    last = len(lines) - 1
    marks = {"kept": "", "ins": mark("ins"), "del": mark("del"), "both": mark("ins") + mark("del")}
    return "".join(
        p(*map(_piece, line.pieces), mark=marks[line.mark] if i < last else "") for i, line in enumerate(lines)
    )


def _row(way: str, cells: list[list[Line]]) -> str:
    changes = {"kept": "", "ins": mark("ins"), "del": mark("del"), "both": mark("ins") + mark("del")}
    return tr(*(tc(_lines(lines)) for lines in cells), properties=changes[way])


def _expected(lines: list[Line], side: int) -> list[str]:
    text = ""
    for i, line in enumerate(lines):
        text += "".join(piece.text for piece in line.pieces if SEEN[piece.way][side])
        text += "\0" if i == len(lines) - 1 or SEEN[line.mark][side] else ""
    return text.split("\0")[:-1]


def _is_table(block: object) -> bool:
    return isinstance(block, list) and not isinstance(block[0], Line)


@given(BODIES)
def test_any_sequence_of_tracked_edits_reads_back_to_both_texts(blocks: list[list]) -> None:  # type: ignore[type-arg]
    body = [tbl(*(_row(*row) for row in block)) if _is_table(block) else _lines(block) for block in blocks]
    document = read(*body)
    for side, text in enumerate(texts_of(document)):
        expected = []
        for block in blocks:
            if _is_table(block):
                expected += [t for way, cells in block if SEEN[way][side] for cell in cells for t in _expected(cell, side)]
            else:
                expected += _expected(block, side)
        assert text == "\n".join(expected)


@given(LINES)
def test_the_words_of_the_changes_are_just_what_differs(lines: list[Line]) -> None:
    document = read(_lines(lines))
    words = {kind: "".join(e.words for e in document.changes if e.kind is kind) for kind in ChangeKind}
    for kind, ways in ((ChangeKind.INSERTION, ("ins", "both")), (ChangeKind.DELETION, ("del", "both"))):
        told = ""
        for i, line in enumerate(lines):
            told += "".join(piece.text for piece in line.pieces if piece.way in ways)
            told += "\n" if line.mark in ways and i < len(lines) - 1 else ""
        assert words[kind] == told


@given(st.lists(PIECES, max_size=4), LINES, st.lists(PIECES, max_size=4))
def test_a_bookmark_holds_the_same_words_in_both_texts_whatever_happened_around(
    before: list[Piece], lines: list[Line], after: list[Piece]
) -> None:
    begin, end = '<w:bookmarkStart w:id="1" w:name="d_R1_body"/>', '<w:bookmarkEnd w:id="1"/>'
    inside = _lines(lines).replace("<w:p>", f"<w:p>{''.join(map(_piece, before))}{begin}", 1)
    if inside.startswith("<w:p>" + "".join(map(_piece, before)) + begin + "<w:pPr>"):  # the properties come first
        properties = inside[inside.index("<w:pPr>") : inside.index("</w:pPr>") + 8]
        inside = inside.replace(properties, "", 1).replace("<w:p>", f"<w:p>{properties}", 1)
    inside = inside[: -len("</w:p>")] + end + "".join(map(_piece, after)) + "</w:p>"
    document = read(inside)
    (bookmark,) = document.bookmarks
    assert extent_text(document.accepted, bookmark.accepted) == "\n".join(_expected(lines, 0))
    assert extent_text(document.rejected, bookmark.rejected) == "\n".join(_expected(lines, 1))
