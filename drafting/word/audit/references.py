"""References within the document: comments, notes and styles that must be there."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.problems import Severity
from drafting.word.audit.finding import Finding, part_title
from drafting.word.audit.package import Package
from drafting.word.document import Element, w

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# What refers → (the root of the part, the element there, its title).
_TARGETS = {
    "commentReference": ("comments", "comment", "コメント"), "commentRangeStart": ("comments", "comment", "コメント"),
    "commentRangeEnd": ("comments", "comment", "コメント"), "footnoteReference": ("footnotes", "footnote", "脚注"),
    "endnoteReference": ("endnotes", "endnote", "文末脚注"),
}  # fmt: skip
_STYLES = {
    "pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": "", "next": "", "link": "", "styleLink": "numbering",
    "numStyleLink": "numbering", "clickAndTypeStyle": "paragraph", "defaultTableStyle": "table",
}  # fmt: skip
_HANGING = {w("footnoteReference"): "脚注", w("endnoteReference"): "文末脚注", w("commentReference"): "コメント"}
# A style has its partner among those of another kind, its base among its own: w:link, w:basedOn.
_PARTNER = {"paragraph": "character", "character": "paragraph"}
_SPECIAL = ("separator", "continuationSeparator", "continuationNotice")


def reference_findings(package: Package) -> Iterator[Finding]:
    """D111: references to comments, notes and styles that are not there."""
    yield from _notes(package)
    yield from _unused(package)
    yield from _places(package)
    yield from _comments(package)
    yield from _styles(package)


def roots_children(package: Package, root: str, name: str) -> Iterator[tuple[str, Element]]:
    """The w: children `name` of the parts whose root is w:`root`, each with its part."""
    for part, elements in package.of_root(root):
        for element in elements[0].iterchildren(w(name)):
            yield part, element


def _notes(package: Package) -> Iterator[Finding]:
    known = {
        (root, name): {e.get(w("id")): e.get(w("type"), "normal") for _, e in roots_children(package, root, name)}
        for root, name, _ in _TARGETS.values()
    }
    notes = (w("footnote"), w("endnote"))
    places = {w(name): (known[root, target], title) for name, (root, target, title) in _TARGETS.items()}
    for part, elements in package.elements.items():
        for element in elements:
            if element.tag in places:
                ids, title = places[element.tag]
                id = element.get(w("id"))
                if id not in ids:
                    yield Finding("D111", part, element, f"{title}「{id}」がありません")
                elif ids[id] in _SPECIAL:
                    yield Finding("D111", part, element, f"{title}「{id}」は罫線のためのもので、本文からは使えません")
            elif element.tag in notes and (above := element.getparent()) is not None and above.tag in (w("footnotePr"), w("endnotePr")):
                root = "footnotes" if element.tag == w("footnote") else "endnotes"
                if element.get(w("id")) not in known[root, root[:-1]]:
                    yield Finding("D111", part, element, f"設定の指す脚注「{element.get(w('id'))}」がありません")


def _unused(package: Package) -> Iterator[Finding]:
    """A footnote that nothing in the text points to is dropped by Word without a word."""
    for root, name, title in (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "文末脚注")):
        mark = w(f"{name}Reference")
        used = {e.get(w("id")) for _, elements in package.of_root("document") for e in elements if e.tag == mark}
        for part, note in roots_children(package, root, name):
            if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in used:
                yield Finding("D111", part, note, f"{title}「{note.get(w('id'))}」を付けた場所が本文にありません（Word で開くと消えます）")


def _places(package: Package) -> Iterator[Finding]:
    """Notes and comments hang on the body; a comment on a note too."""
    for part, elements in package.of_root("document", "footnotes", "endnotes", "hdr", "ftr", "comments"):
        root = elements[0].tag.removeprefix(w(""))
        for element in elements if root != "document" else ():
            title = _HANGING.get(element.tag)
            if title and not (element.tag == w("commentReference") and root in ("footnotes", "endnotes")):
                yield Finding("D104", part, element, f"{title}は、{part_title(part)}の中には付けられません")


def _comments(package: Package) -> Iterator[Finding]:
    """A comment that nothing in the text points to is dropped by Word without a word; a reply need not be pointed to."""
    texts = ("document", "footnotes", "endnotes", "hdr", "ftr")
    mark = w("commentReference")
    used = {e.get(w("id")) for _, elements in package.of_root(*texts) for e in elements if e.tag == mark}
    extras = [(part, e) for part, elements in package.elements.items() for e in elements if e.tag == f"{_W15}commentEx"]
    replies = {e.get(f"{_W15}paraId") for _, e in extras if e.get(f"{_W15}paraIdParent") is not None}
    paragraphs: set[str | None] = set()
    for part, comment in roots_children(package, "comments", "comment"):
        ids = {p.get(f"{_W14}paraId") for p in comment.iter(w("p"))} - {None}
        if comment.get(w("id")) not in used and not ids & replies:
            yield Finding("D111", part, comment, f"コメント「{comment.get(w('id'))}」を付けた場所が本文にありません")
        paragraphs |= ids
    for part, extra in extras:
        for attribute in ("paraId", "paraIdParent"):
            id = extra.get(f"{_W15}{attribute}")
            if id is not None and id not in paragraphs:
                yield Finding("D111", part, extra, f"コメントの返信の先「{id}」がありません")


def _styles(package: Package) -> Iterator[Finding]:
    kinds = {e.get(w("styleId")): e.get(w("type"), "paragraph") for _, e in roots_children(package, "styles", "style")}
    places = {w(name): kind for name, kind in _STYLES.items()}
    for part, elements in package.elements.items():
        for element in elements:
            if element.tag in places:
                style = element.get(w("val"), "")
                wanted = places[element.tag]
                if style not in kinds:
                    yield Finding("D111", part, element, f"スタイル「{style}」がありません")
                elif wanted and kinds[style] != wanted:
                    yield Finding("D111", part, element, f"スタイル「{style}」は、ここでは使えない種類です")
    defaults: set[tuple[str, str]] = set()
    for part, style in roots_children(package, "styles", "style"):
        kind = style.get(w("type"), "paragraph")
        if style.get(w("default")) in ("1", "true", "on"):
            if (part, kind) in defaults:
                yield Finding("D111", part, style, "既定のスタイルが2つあります")
            defaults.add((part, kind))
    yield from _kin(package, kinds)
    yield from _circles(package)


def _kin(package: Package, kinds: dict[str | None, str]) -> Iterator[Finding]:
    """Word passes over a base of another kind and a partner of the same kind: the look is another one."""
    for part, style in roots_children(package, "styles", "style"):
        kind = style.get(w("type"), "paragraph")
        for name, wanted in (("basedOn", kind), ("link", _PARTNER.get(kind, ""))):
            other = style.find(w(name))
            found = kinds.get(other.get(w("val"))) if other is not None else None
            if found and found != wanted:
                yield Finding("D111", part, style, f"スタイルの {name} が、使えない種類のスタイルを指しています", Severity.WARNING)


def _circles(package: Package) -> Iterator[Finding]:
    bases = {}
    for _, style in roots_children(package, "styles", "style"):
        base = style.find(w("basedOn"))
        bases[style.get(w("styleId"), "")] = base.get(w("val"), "") if base is not None else ""
    sound: set[str] = {""}
    for part, style in roots_children(package, "styles", "style"):
        chain: set[str] = set()
        id = style.get(w("styleId"), "")
        while id not in sound and id not in chain and id in bases:
            chain.add(id)
            id = bases[id]
        if id in chain:
            yield Finding("D111", part, style, f"スタイル「{id}」が、めぐりめぐって自分を基にしています")
        sound |= chain
