"""What stands in a run: text, signs, fields, marks of notes and comments, things that are no text.

[x] t, delText, tab, ptab, br, cr, noBreakHyphen, softHyphen, sym, symEx  [x] complex fields, form fields
[x] EQ fields that write readings or circles  [ ] other EQ fields, equations, pictures, charts: reported
[x] bookmarks, comment ranges, moves, notes  [ ] ruby readings: reported, the base is the text
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafting.patterns import lazy_pattern
from drafting.word.document import Element, w
from drafting.word.reading.ranges import end_range, start_range
from drafting.word.reading.state import Field, NoteMark, Reading, Scope, add_unread, add_words, spot_of
from drafting.word.reading.symbols import PRIVATE, is_symbol_font, symbol
from drafting.word.reading.values import StoryKind, UnreadKind
from drafting.word.reading.xml import DRAWING, MATH, VML, W14, W16SE, is_on, number, shown_text, value

Handler = Callable[[Reading, Element, Scope], None]
_WP = f"{DRAWING}/wordprocessingDrawing"
_CHARTEX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_TEXT = w("t")
_READING = lazy_pattern(r"\\o\\ad\(\\s\\up\s*\d+\((.*?)\),(.*)\)\s*$", re.DOTALL)
_CIRCLE = lazy_pattern(r"\\o\\ac\([^,()]*,(.*)\)\s*$", re.DOTALL)


def _text(reading: Reading, element: Element, scope: Scope) -> None:
    text = shown_text(element)
    if is_symbol_font(reading.font) and PRIVATE.search(text):
        text = "".join(_sign(reading, reading.font, ord(letter), scope) for letter in text)
    add_words(reading, text, scope)


def _sym(reading: Reading, element: Element, scope: Scope) -> None:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return
    add_words(reading, _sign(reading, element.get(w("font"), ""), code, scope), scope)


def _sign(reading: Reading, font: str, code: int, scope: Scope) -> str:
    if is_symbol_font(font) and not 0xF000 <= code < 0xF100 and code > 0xFF:
        return chr(code)  # Japanese text in a run that names a symbol font for its Latin letters
    if found := symbol(font, code):
        return found
    add_unread(reading, UnreadKind.SYMBOL, f"{font} {code:04X}", scope)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def _sym_ex(reading: Reading, element: Element, scope: Scope) -> None:
    code = element.get(f"{{{W16SE}}}char", "")
    if re.fullmatch("[0-9A-Fa-f]{1,6}", code) and 0x20 <= int(code, 16) <= 0x10FFFF:
        add_words(reading, chr(int(code, 16)), scope)


def _sign_of(text: str) -> Handler:
    def add(reading: Reading, element: Element, scope: Scope) -> None:
        add_words(reading, text, scope)

    return add


def nothing(reading: Reading, element: Element, scope: Scope) -> None:
    """For elements that hold no text."""


def look_ahead(reading: Reading, root: Element) -> None:
    """Find out which fields and ranges of a part have an end: the others must not take in what follows them."""
    reading.whole_fields = _whole_fields(root)
    reading.bookmarks.ended = frozenset(each.get(w("id"), "") for each in root.iter(w("bookmarkEnd")))
    reading.bookmarks.continued = frozenset(_continued(root, reading.bookmarks.ended))
    reading.passages.ended = frozenset(each.get(w("id"), "") for each in root.iter(w("commentRangeEnd")))


def _continued(root: Element, ended: frozenset[str]) -> Iterator[str]:
    """The ids of bookmarks without an end that begin once more."""
    endless: dict[str, str] = {}
    for each in root.iter(w("bookmarkStart")):
        id, name = each.get(w("id"), ""), each.get(w("name"), "")
        if name in endless:
            yield endless.pop(name)
        if id not in ended:
            endless[name] = id


def _whole_fields(root: Element) -> set[Element]:
    """The w:fldChar that begin a field which also ends."""
    open_fields: list[Element] = []
    whole: set[Element] = set()
    for each in root.iter(w("fldChar")):
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append(each)
        elif kind == "end" and open_fields:
            whole.add(open_fields.pop())
    return whole


def _field(reading: Reading, element: Element, scope: Scope) -> None:
    kind = element.get(w("fldCharType"))
    if kind == "begin" and element in reading.whole_fields:
        reading.fields.append(Field(element))
    elif kind == "separate" and reading.fields:
        reading.fields[-1].instructs = False
    elif kind == "end" and reading.fields:
        ended = reading.fields.pop()
        if not ended.shows:
            _field_without_result(reading, ended, scope)


def _instruction(reading: Reading, element: Element, scope: Scope) -> None:
    if reading.fields:
        reading.fields[-1].instruction.append(element.text or "")


def _field_without_result(reading: Reading, ended: Field, scope: Scope) -> None:
    """Fields that Word shows by themselves: ticked boxes, chosen items, EQ."""
    instruction = "".join(ended.instruction).strip()
    data = ended.begin.find(w("ffData"))
    if data is not None and (box := data.find(w("checkBox"))) is not None:
        state = box.find(w("checked")) if box.find(w("checked")) is not None else box.find(w("default"))
        add_words(reading, "☑" if is_on(state) and state is not None else "□", scope)
    elif data is not None and (choice := data.find(w("ddList"))) is not None:
        items = [each.get(w("val"), "") for each in choice.iter(w("listEntry"))]
        chosen = number(value(choice, "result") or value(choice, "default") or "0")
        add_words(reading, items[chosen] if chosen < len(items) else "", scope)
    elif instruction[:2].upper() == "EQ":
        _equation_field(reading, instruction, scope)
    elif instruction[:6].upper() == "SYMBOL":
        add_unread(reading, UnreadKind.SYMBOL, instruction, scope)


def _equation_field(reading: Reading, instruction: str, scope: Scope) -> None:
    """Word 97 wrote readings above words and circles around letters as EQ fields; others are equations."""
    if found := _READING.search(instruction):
        add_unread(reading, UnreadKind.RUBY, found[1], scope)
        add_words(reading, found[2], scope)
    elif found := _CIRCLE.search(instruction):
        add_words(reading, found[1], scope)
    else:
        add_unread(reading, UnreadKind.EQUATION, instruction, scope)


def _thing(kind: UnreadKind, words: Callable[[Element], str]) -> Handler:
    def add(reading: Reading, element: Element, scope: Scope) -> None:
        add_unread(reading, kind, words(element), scope)

    return add


def _math_words(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{{{MATH}}}t"))


def _picture_words(element: Element) -> str:
    drawing = next(element.iterancestors(w("drawing")), None)
    about = None if drawing is None else next(drawing.iter(f"{{{_WP}}}docPr"), None)
    return "" if about is None else about.get("descr") or about.get("title") or ""


def _ruby_words(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(_TEXT))


def _no_words(element: Element) -> str:
    return ""


def _bookmark_start(reading: Reading, element: Element, scope: Scope) -> None:
    start_range(reading.bookmarks, element.get(w("id"), ""), element.get(w("name"), ""), reading.views)


def _bookmark_end(reading: Reading, element: Element, scope: Scope) -> None:
    end_range(reading.bookmarks, element.get(w("id"), ""), reading.views)


def _passage_start(reading: Reading, element: Element, scope: Scope) -> None:
    id = element.get(w("id"), "")
    start_range(reading.passages, id, id, reading.views)
    reading.comment_spots.setdefault(id, spot_of(reading))


def _passage_end(reading: Reading, element: Element, scope: Scope) -> None:
    end_range(reading.passages, element.get(w("id"), ""), reading.views)


def _comment_mark(reading: Reading, element: Element, scope: Scope) -> None:
    reading.comment_spots.setdefault(element.get(w("id"), ""), spot_of(reading))


def _move_start(reading: Reading, element: Element, scope: Scope) -> None:
    reading.moves[element.get(w("id"), "")] = element.get(w("name"), "")


def _move_end(reading: Reading, element: Element, scope: Scope) -> None:
    reading.moves.pop(element.get(w("id"), ""), None)


def _note_mark(kind: StoryKind) -> Handler:
    def add(reading: Reading, element: Element, scope: Scope) -> None:
        reading.notes.append(NoteMark(kind, element.get(w("id"), ""), scope.shows, max(reading.paragraph, 0)))

    return add


_PICTURE = _thing(UnreadKind.PICTURE, _picture_words)
_EQUATION = _thing(UnreadKind.EQUATION, _math_words)
_CHART = _thing(UnreadKind.CHART, _no_words)
_INK = _thing(UnreadKind.INK, _no_words)
_CHUNK = _thing(UnreadKind.CHUNK, _no_words)
HANDLERS: dict[str, Handler] = {
    w("t"): _text, w("delText"): _text, w("sym"): _sym, f"{{{W16SE}}}symEx": _sym_ex,
    w("tab"): _sign_of("\t"), w("ptab"): _sign_of("\t"), w("br"): _sign_of("\n"), w("cr"): _sign_of("\n"),
    w("noBreakHyphen"): _sign_of("\u2011"), w("softHyphen"): _sign_of("\u00ad"),
    w("fldChar"): _field, w("instrText"): _instruction, w("delInstrText"): _instruction,
    w("bookmarkStart"): _bookmark_start, w("bookmarkEnd"): _bookmark_end,
    w("commentRangeStart"): _passage_start, w("commentRangeEnd"): _passage_end, w("commentReference"): _comment_mark,
    w("moveFromRangeStart"): _move_start, w("moveFromRangeEnd"): _move_end,
    w("moveToRangeStart"): _move_start, w("moveToRangeEnd"): _move_end,
    w("footnoteReference"): _note_mark(StoryKind.FOOTNOTE), w("endnoteReference"): _note_mark(StoryKind.ENDNOTE),
    w("rt"): _thing(UnreadKind.RUBY, _ruby_words),
    f"{{{MATH}}}oMath": _EQUATION, f"{{{DRAWING}/picture}}pic": _PICTURE, f"{{{DRAWING}/main}}blip": _PICTURE,
    f"{{{VML}}}imagedata": _PICTURE, f"{{{VML}}}textpath": _thing(UnreadKind.SHAPE, lambda each: each.get("string", "")),
    f"{{{DRAWING}/main}}t": _thing(UnreadKind.SHAPE, lambda each: each.text or ""),
    f"{{{DRAWING}/chart}}chart": _CHART, f"{{{_CHARTEX}}}chart": _CHART,
    f"{{{DRAWING}/diagram}}relIds": _thing(UnreadKind.DIAGRAM, _no_words),
    w("contentPart"): _INK, f"{{{W14}}}contentPart": _INK, w("altChunk"): _CHUNK, w("subDoc"): _CHUNK,
}  # fmt: skip
NO_TEXT = ("sdtPr", "sdtEndPr", "tblGrid", "rubyPr", "fldData", "customXmlPr", "smartTagPr", "rPr", "pPr", "ffData")
HANDLERS |= dict.fromkeys(map(w, NO_TEXT), nothing)
