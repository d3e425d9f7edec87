"""What a reviewer may do to a draft with tracking on, on the XML of its body: each edit picks its place by a number."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from lxml import etree

from drafting.word.document import w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Edit = tuple[str, int, int, int, str]  # what, which place, from which letter, how many, who


def edit(root: Any, number: int, one: Edit) -> None:
    """Do one edit; what is typed holds 〔number〕, so that it can be looked for. Where there is no such place nothing is done."""
    what, place, start, length, who = one
    _EDITS[what](root, place, start, length, f"〔{number}〕", who)


def _runs(root: Any, parent: str) -> list[Any]:
    """The runs with text right under a paragraph, or in what somebody inserted; fields and contents are Word's own."""
    found = [each for each in root.iter(w("r")) if each.getparent().tag == w(parent) and each.findtext(w("t"))]
    return [each for each in found if not _is_contents(_paragraph(each))]


def _paragraph(element: Any) -> Any:
    return next(element.iterancestors(w("p")))


def _is_contents(paragraph: Any) -> bool:
    return any(True for _ in paragraph.iter(w("fldChar"), w("instrText"), w("hyperlink")))


def _paragraphs(root: Any) -> list[Any]:
    return list(dict.fromkeys(_paragraph(each) for each in _runs(root, "p")))


def _by(tag: str, who: str, *children: Any) -> Any:
    mark = etree.Element(w(tag), {w("id"): "9000", w("author"): who, w("date"): "2026-01-20T10:00:00Z"})
    mark.extend(children)
    return mark


def _part(run: Any, text: str, tag: str = "t") -> Any:
    part = copy.deepcopy(run)
    for old in list(part):
        if old.tag != w("rPr"):
            part.remove(old)
    if text:
        etree.SubElement(part, w(tag), {_SPACE: "preserve"}).text = text
    return part


def _cut(run: Any, start: int, length: int) -> tuple[str, str, str]:
    text = run.findtext(w("t"))
    start %= len(text) + 1
    return text[:start], text[start : start + length], text[start + length :]


def _put(run: Any, *pieces: Any) -> None:
    for piece in pieces:
        if piece.findtext(".//" + w("t")) or piece.findtext(".//" + w("delText")):
            run.addprevious(piece)
    run.getparent().remove(run)


def _change(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    """Insert, delete or replace letters."""
    runs = _runs(root, "p")
    run = runs[place % len(runs)]
    before, gone, behind = _cut(run, start, length)
    _put(run, _part(run, before), _by("del", who, _part(run, gone, "delText")), _by("ins", who, _part(run, typed)), _part(run, behind))


def _delete(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    runs = _runs(root, "p")
    run = runs[place % len(runs)]
    before, gone, behind = _cut(run, start, length + 1)
    _put(run, _part(run, before), _by("del", who, _part(run, gone, "delText")), _part(run, behind))


def _delete_inserted(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    """Letters that somebody else inserted."""
    runs = _runs(root, "ins")
    if not runs:
        return
    run = runs[place % len(runs)]
    before, gone, behind = _cut(run, start, length + 1)
    _put(run, _part(run, before), _by("del", who, _part(run, gone, "delText")), _part(run, behind))


def _marked(paragraph: Any, tag: str, who: str) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    look = properties.find(w("rPr"))
    if look is None:
        look = etree.Element(w("rPr"))
        later = [each for each in properties if each.tag in (w("sectPr"), w("pPrChange"))]
        properties.insert(list(properties).index(later[0]) if later else len(properties), look)
    if look.find(w(tag)) is None:
        look.insert(0, _by(tag, who))


def _split(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    """Press Enter within a run: the first half is a new paragraph whose mark was inserted."""
    runs = _runs(root, "p")
    run = runs[place % len(runs)]
    paragraph = run.getparent()
    before, _, behind = _cut(run, start, 0)
    run.addprevious(_part(run, before))
    first = etree.Element(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        first.append(copy.deepcopy(properties))
    first.extend([each for each in paragraph[: paragraph.index(run)] if each is not properties])
    run.addprevious(_part(run, behind))
    paragraph.remove(run)
    for empty in [each for each in (*first, *paragraph) if each.tag == w("r") and each.find(w("t")) is None and not len(each)]:
        empty.getparent().remove(empty)
    _marked(first, "ins", who)
    paragraph.addprevious(first)


def _merge(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    """Press Delete at the end of a paragraph that another one follows."""
    paragraphs = [each for each in _paragraphs(root) if (following := each.getnext()) is not None and following.tag == w("p")]
    _marked(paragraphs[place % len(paragraphs)], "del", who)


def _new_paragraph(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    paragraphs = _paragraphs(root)
    paragraph = paragraphs[place % len(paragraphs)]
    new = etree.Element(w("p"))
    if start % 2 and paragraph.find(w("pPr")) is not None:
        new.append(copy.deepcopy(paragraph.find(w("pPr"))))
        for section in new.iter(w("sectPr")):
            section.getparent().remove(section)
    _marked(new, "ins", who)
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = f"加えた段落{typed}である。"
    new.append(_by("ins", who, run))
    paragraph.addnext(new) if length % 2 else paragraph.addprevious(new)


def _delete_paragraph(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    paragraphs = _paragraphs(root)
    paragraph = paragraphs[place % len(paragraphs)]
    for run in [each for each in paragraph if each.tag == w("r") and each.findtext(w("t"))]:
        _put(run, _by("del", who, _part(run, run.findtext(w("t")), "delText")))
    _marked(paragraph, "del", who)


def _move(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    """The words of a run, moved to the end of another paragraph."""
    runs, paragraphs = _runs(root, "p"), _paragraphs(root)
    run = runs[place % len(runs)]
    text = run.findtext(w("t"))
    paragraphs[start % len(paragraphs)].append(_by("moveTo", who, _part(run, text)))
    _put(run, _by("moveFrom", who, _part(run, text)))


def _format(root: Any, place: int, start: int, length: int, typed: str, who: str) -> None:
    runs = _runs(root, "p")
    run = runs[place % len(runs)]
    look = run.find(w("rPr"))
    if look is None:
        look = etree.Element(w("rPr"))
        run.insert(0, look)
    if look.find(w("rPrChange")) is None:
        old = copy.deepcopy(look)
        if look.find(w("b")) is None:
            look.insert(0, etree.Element(w("b")))
        look.append(_by("rPrChange", who, old))


_EDITS: dict[str, Callable[[Any, int, int, int, str, str], None]] = {
    "change": _change, "delete": _delete, "delete inserted": _delete_inserted, "split": _split, "merge": _merge,
    "new paragraph": _new_paragraph, "delete paragraph": _delete_paragraph, "move": _move, "format": _format,
}  # fmt: skip
KINDS = tuple(_EDITS)
