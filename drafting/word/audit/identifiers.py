"""Ids and names that must stand once, and the names that bookmarks may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafting.problems import Severity
from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.audit.ranges import bookmark_halves
from drafting.word.audit.schema import REVISIONS
from drafting.word.document import NAME_LIMIT, Element, w

_SDT_ID = w("id")
_BOOKMARK_START, _DEFINITION, _NUMBER = w("bookmarkStart"), w("abstractNum"), w("num")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Word takes letters of all scripts in the names of bookmarks; not a blank, nor a digit at the front. Signs that it does
# not offer itself come from other programs, and it keeps them.
_BOOKMARK = re.compile(r"[^\W\d]\w*")
_READABLE = re.compile(r"[^\d\s]\S*")


class _Once(NamedTuple):
    """Elements whose attribute may have a value once in a part."""

    tags: frozenset[str]
    attribute: str
    title: str
    severity: Severity = Severity.ERROR


def _tags(names: str) -> frozenset[str]:
    return frozenset(w(name) for name in names.split())


_ONCE = (
    _Once(_tags("bookmarkStart"), w("id"), "しおりの番号"), _Once(_tags("bookmarkEnd"), w("id"), "しおりの終わりの番号"),
    _Once(_tags("comment"), w("id"), "コメントの番号"), _Once(_tags("footnote"), w("id"), "脚注の番号"),
    _Once(_tags("commentReference"), w("id"), "コメントを指す番号"), _Once(_tags("commentRangeStart"), w("id"), "コメントの範囲の番号"),
    _Once(_tags("endnote"), w("id"), "文末脚注の番号"), _Once(_tags(" ".join(REVISIONS)), w("id"), "変更履歴の番号"),
    _Once(_tags("footnoteReference"), w("id"), "脚注を指す番号"), _Once(_tags("endnoteReference"), w("id"), "文末脚注を指す番号"),
    _Once(_tags("num"), w("numId"), "段落番号の番号"), _Once(_tags("abstractNum"), w("abstractNumId"), "段落番号の定義の番号"),
    _Once(_tags("style"), w("styleId"), "スタイルの記号"), _Once(_tags("permStart"), w("id"), "編集を許す範囲の番号"),
    _Once(_tags("moveFromRangeStart"), w("id"), "移動元の範囲の番号"), _Once(_tags("moveToRangeStart"), w("id"), "移動先の範囲の番号"),
    _Once(_tags("moveFromRangeStart"), w("name"), "移動元の範囲の名前", Severity.WARNING),
    _Once(_tags("moveToRangeStart"), w("name"), "移動先の範囲の名前", Severity.WARNING),
    _Once(frozenset((f"{_DRAWING}docPr",)), "id", "図の番号"), _Once(_tags("p tr"), f"{_W14}paraId", "段落の記号", Severity.WARNING),
)  # fmt: skip
_BY_TAG: dict[str, list[_Once]] = {}
for _once in _ONCE:
    for _tag in _once.tags:
        _BY_TAG.setdefault(_tag, []).append(_once)


def identifier_findings(package: Package) -> Iterator[Finding]:
    """D108: ids that stand twice in a part. D109: names of bookmarks that Word drops or changes."""
    names: set[str] = set()
    for part, elements in package.elements.items():
        seen: set[tuple[str, str]] = set()
        halves = set(bookmark_halves(elements))
        for element in elements:
            for once in _BY_TAG.get(element.tag, ()):
                value = element.get(once.attribute)
                if value is None:
                    continue
                if (once.title, value) in seen:
                    yield Finding("D108", part, element, f"{once.title}「{value}」が2度使われています", once.severity)
                seen.add((once.title, value))
            if element.tag == _BOOKMARK_START and element not in halves:
                yield from _bookmark(part, element.get(w("name"), ""), element, names)
            elif element.tag == _SDT_ID and element.getparent().tag == w("sdtPr"):
                yield from _control(part, element, seen)
            elif element.tag in (_DEFINITION, _NUMBER):
                yield from _levels(part, element)


def _bookmark(part: str, name: str, element: Element, names: set[str]) -> Iterator[Finding]:
    if name.lower() in names:
        yield Finding("D108", part, element, f"しおりの名前「{name}」が2度使われています")
    names.add(name.lower())
    if len(name) > NAME_LIMIT:
        yield Finding("D109", part, element, f"しおりの名前「{name[:20]}…」が{NAME_LIMIT}字を超えています")
    elif not _BOOKMARK.fullmatch(name):
        what = "が空です" if not name else f"「{name}」に使えない文字（空白、記号、先頭の数字）があります"
        severity = Severity.WARNING if _READABLE.fullmatch(name) else Severity.ERROR
        yield Finding("D109", part, element, f"しおりの名前{what}", severity)


def _control(part: str, element: Element, seen: set[tuple[str, str]]) -> Iterator[Finding]:
    """Word gives the second frame another number without a word."""
    key = ("入力の枠の番号", element.get(w("val"), ""))
    if key in seen:
        yield Finding("D108", part, element, f"{key[0]}「{key[1]}」が2度使われています", Severity.WARNING)
    seen.add(key)


def _levels(part: str, definition: Element) -> Iterator[Finding]:
    # LibreOffice leaves an empty override behind a filled one
    kinds = (w("lvl"), w("lvlOverride"))
    levels = [level.get(w("ilvl")) for level in definition.iterchildren(*kinds) if len(level) or level.tag == kinds[0]]
    if len(set(levels)) < len(levels):
        yield Finding("D108", part, definition, "段落番号の定義に、同じ深さの段が2つあります")
