"""Ranges: each start with its end, in this order; fields from begin to end; moves with both sides."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.problems import Severity
from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.document import Element, w

_PAIRS = {
    "bookmark": ("bookmarkStart", "bookmarkEnd", "しおり"), "comment": ("commentRangeStart", "commentRangeEnd", "コメントの範囲"),
    "from": ("moveFromRangeStart", "moveFromRangeEnd", "移動元の範囲"), "to": ("moveToRangeStart", "moveToRangeEnd", "移動先の範囲"),
    "permission": ("permStart", "permEnd", "編集を許す範囲"),
    **{
        kind: (f"customXml{kind}RangeStart", f"customXml{kind}RangeEnd", "XML の印の範囲")
        for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    },
}  # fmt: skip
_STARTS = {w(start): kind for kind, (start, _, _) in _PAIRS.items()}
_ENDS = {w(end): kind for kind, (_, end, _) in _PAIRS.items()}
_STORY = {w(name) for name in ("footnote", "endnote", "comment", "txbxContent", "hdr", "ftr", "body")}
_FIELD, _CODE = w("fldChar"), w("instrText")
_MOVED = {w("moveFrom"): ("from", "移動元"), w("moveTo"): ("to", "移動先")}


def range_findings(package: Package) -> Iterator[Finding]:
    """D110: ranges without start or end, fields cut off, moved text outside the range of its move."""
    for part, elements in package.elements.items():
        open_ranges: dict[tuple[str, str], Element] = {}
        for element in elements:
            tag = element.tag
            if tag in _STARTS:
                open_ranges[_STARTS[tag], element.get(w("id"), "")] = element
            elif tag in _ENDS:
                kind = _ENDS[tag]
                if open_ranges.pop((kind, element.get(w("id"), "")), None) is None:
                    yield Finding("D110", part, element, f"{_PAIRS[kind][2]}の終わりだけがあり、始まりがありません")
        halves = set(bookmark_halves(elements))
        for (kind, _), start in open_ranges.items():
            if start in halves:
                message = f"しおり「{start.get(w('name'))}」が2つに切れています（LibreOffice で保存すると起こります）"
                yield Finding("D110", part, start, message, Severity.WARNING)
            else:
                yield Finding("D110", part, start, f"{_PAIRS[kind][2]}の始まりだけがあり、終わりがありません")
        yield from _fields(part, elements)
        yield from _moves(part, elements)


def bookmark_halves(elements: list[Element]) -> Iterator[Element]:
    """The starts without an end whose bookmark starts again and ends: so LibreOffice saves one over several paragraphs."""
    start, end = w("bookmarkStart"), w("bookmarkEnd")
    ended = {element.get(w("id")) for element in elements if element.tag == end}
    starts = [element for element in elements if element.tag == start]
    whole = {element.get(w("name")) for element in starts if element.get(w("id")) in ended}
    yield from (e for e in starts if e.get(w("id")) not in ended and e.get(w("name")) in whole)


def _fields(part: str, elements: list[Element]) -> Iterator[Finding]:
    """Fields nest; each begin has its end in the same story, and at most one separate between."""
    stack: list[tuple[Element, Element | None, bool]] = []
    for element in elements:
        if element.tag == _CODE and (not stack or stack[-1][2]):
            yield Finding("D110", part, element, "フィールド（ページ番号や目次など）の命令が、フィールドの外にあります")
        if element.tag != _FIELD:
            continue
        kind = element.get(w("fldCharType"))
        story = next((e for e in element.iterancestors() if e.tag in _STORY), None)
        if kind == "begin":
            stack.append((element, story, False))
        elif not stack or stack[-1][1] is not story:
            yield Finding("D110", part, element, "フィールド（ページ番号や目次など）の始まりがありません")
        elif kind == "separate":
            if stack[-1][2]:
                yield Finding("D110", part, element, "フィールド（ページ番号や目次など）の区切りが2つあります")
            stack[-1] = (*stack[-1][:2], True)
        elif kind == "end":
            stack.pop()
    for element, _, _ in stack:
        yield Finding("D110", part, element, "フィールド（ページ番号や目次など）の終わりがありません")


def _moves(part: str, elements: list[Element]) -> Iterator[Finding]:
    names: dict[str, dict[str, Element]] = {"from": {}, "to": {}}
    depth = {"from": 0, "to": 0}
    for element in elements:
        if (kind := _STARTS.get(element.tag)) in depth:
            depth[str(kind)] += 1
            names[str(kind)][element.get(w("name"), "")] = element
        elif (kind := _ENDS.get(element.tag)) in depth:
            depth[str(kind)] -= 1
        elif element.tag in _MOVED:
            side, title = _MOVED[element.tag]
            # The mark of a moved paragraph or row stands before or after the range of its text.
            if depth[side] < 1 and element.getparent().tag not in (w("rPr"), w("trPr")):
                yield Finding("D110", part, element, f"{title}の文に、移動の範囲の印がありません")
    for side, other, title in (("from", "to", "移動先"), ("to", "from", "移動元")):
        for name, element in names[side].items():
            if name not in names[other]:
                # Word leaves one side where the other was deleted again.
                yield Finding("D110", part, element, f"移動「{name}」の{title}がありません", Severity.WARNING)
