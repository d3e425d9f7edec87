"""The package: each part has a type, each relationship leads somewhere (ECMA-376 part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.problems import Severity
from drafting.word.audit.finding import Finding
from drafting.word.audit.package import RELATION, Package, Relation, source_of
from drafting.word.document import W, parse_xml
from drafting.word.package import MAIN_PART, RELS_PART, TYPES_PART

_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_W = f"{{{W}}}"
_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ASCII", "US-ASCII")
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
# The end of a relationship's type → the content type and the root that its target must have.
_KINDS = {
    "officeDocument": (f"{_WORDML}document.main+xml", "document"), "styles": (f"{_WORDML}styles+xml", "styles"),
    "numbering": (f"{_WORDML}numbering+xml", "numbering"), "settings": (f"{_WORDML}settings+xml", "settings"),
    "fontTable": (f"{_WORDML}fontTable+xml", "fonts"), "webSettings": (f"{_WORDML}webSettings+xml", "webSettings"),
    "footnotes": (f"{_WORDML}footnotes+xml", "footnotes"), "endnotes": (f"{_WORDML}endnotes+xml", "endnotes"),
    "comments": (f"{_WORDML}comments+xml", "comments"), "header": (f"{_WORDML}header+xml", "hdr"),
    "footer": (f"{_WORDML}footer+xml", "ftr"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", ""),
}  # fmt: skip
_BY_ROOT = {root: kind for kind, (_, root) in _KINDS.items() if root}
# A part has one of these at most.
_SINGLE = frozenset(_KINDS) - {"header", "footer", "theme"} | {"core-properties", "extended-properties", "custom-properties"}
# What Word fetches from outside when somebody opens or prints the file.
_FETCHED = frozenset(("image", "attachedTemplate", "oleObject", "aFChunk", "frame", "subDocument", "video", "audio"))
_NO_ADDRESS = re.compile(r'[\s<>"{}|^`]')
_KNOWN_OUTSIDE = _FETCHED | {"hyperlink", "package", "mailMergeSource", "mailMergeHeaderSource", "transform"}


def package_findings(package: Package) -> Iterator[Finding]:
    """D101: parts without a type, or of a wrong one. D102: relationships that lead nowhere, parts that none leads to."""
    yield from _types(package)
    yield from _macros(package)
    yield from _unreached(package)
    names = {part.lower() for part in package.parts}
    for source, relations in package.relations.items():
        if source and source.lower() not in names:
            yield Finding("D102", source, None, f"無い部品「{source}」のつながりが書かれています")
        yield from _doubled_kinds(source, relations)
        for id, relation in relations.items():
            if relation.target and relation.target.lower() not in names:
                yield Finding("D102", source, None, f"つながり「{id}」の先の部品「{relation.target}」がありません")
            elif relation.target and relation.kind in _KINDS:
                yield from _wrong_kind(package, relation)
            elif relation.outside:
                yield from _outside(source, relation)
    yield from _written_relations(package)
    mains = [relation.target for relation in package.relations.get("", {}).values() if relation.kind == "officeDocument"]
    if mains != [MAIN_PART]:
        yield Finding("D102", RELS_PART, None, "本文の部品へのつながりが、ちょうど1つではありません")


def _types(package: Package) -> Iterator[Finding]:
    seen: set[str] = set()
    names = {f"/{part}".lower() for part in package.parts}
    for entry in parse_xml(package.parts[TYPES_PART]).iter("{*}Default", "{*}Override"):
        key = f"{entry.get('PartName', '')} {entry.get('Extension', '')}".strip().lower()
        if key in seen:
            yield Finding("D101", TYPES_PART, None, f"「{key}」の種類が2度書かれています")
        elif not key or not entry.get("ContentType"):
            yield Finding("D101", TYPES_PART, None, f"種類の書き方が途中で切れています（{key or '部品の名前なし'}）")
        elif entry.get("PartName") and key not in names:
            yield Finding("D101", TYPES_PART, None, f"無い部品「{key}」の種類が書かれています", Severity.WARNING)
        seen.add(key)
    for part, kind in package.types.items():
        if not kind:
            yield Finding("D101", part, None, f"部品「{part}」の種類が書かれていません")
        elif part.endswith(".rels") and kind != _RELS_TYPE:
            yield Finding("D101", part, None, f"つながりの部品「{part}」の種類が違います（{kind}）")
    for part, elements in package.elements.items():
        encoding = elements[0].getroottree().docinfo.encoding or "UTF-8"
        if encoding.upper() not in _ENCODINGS:
            yield Finding("D101", part, None, f"部品「{part}」の文字コードが {encoding} です（UTF-8 でなければ開けません）")


def _macros(package: Package) -> Iterator[Finding]:
    """Word opens no plain document that holds macros."""
    for source, relations in package.relations.items():
        for relation in relations.values():
            if relation.kind == "vbaProject":
                message = f"マクロ「{relation.target}」が、マクロなしの文書（.docx）に入っています（Word では開けません）"
                yield Finding("D101", source, None, message, cure="マクロのない文書を、もう一度受け取ってください。")


def _unreached(package: Package) -> Iterator[Finding]:
    """Parts of the document that Word drops, since nothing leads to them: comments, footnotes, styles …"""
    reached: dict[str, set[str]] = {}
    for relations in package.relations.values():
        for relation in relations.values():
            reached.setdefault(relation.target.lower(), set()).add(relation.kind)
    for part, elements in package.elements.items():
        tag = elements[0].tag
        if not tag.startswith(_W):
            continue
        kinds = reached.get(part.lower(), set())
        wanted = _BY_ROOT.get(tag.removeprefix(_W))
        if not kinds:
            yield Finding("D102", part, None, f"部品「{part}」へのつながりがありません（Word で開くと消えます）")
        elif wanted and wanted not in kinds and "WithEffects" not in package.types.get(part, ""):
            yield Finding("D102", part, None, f"部品「{part}」へのつながりの種類が違います（Word で開くと消えます）")


def _wrong_kind(package: Package, relation: Relation) -> Iterator[Finding]:
    kind, root = _KINDS[relation.kind]
    if (written := package.types.get(relation.target)) not in (None, "", kind):
        yield Finding("D101", relation.target, None, f"部品「{relation.target}」の種類が違います（{written}）")
    elements = package.elements.get(relation.target)
    if root and elements and elements[0].tag != f"{{{W}}}{root}":
        yield Finding("D101", relation.target, None, f"部品「{relation.target}」の中身が、つながりの言う種類（{root}）ではありません")


def _doubled_kinds(source: str, relations: Mapping[str, Relation]) -> Iterator[Finding]:
    seen: set[str] = set()
    for id, relation in relations.items():
        if relation.kind in _SINGLE and relation.kind in seen:
            yield Finding("D102", source, None, f"つながり「{id}」と同じ種類（{relation.kind}）のものが、ほかにもあります")
        seen.add(relation.kind)


def _outside(source: str, relation: Relation) -> Iterator[Finding]:
    """What is not in the file: whoever gets it sees a gap there, or tells another machine that he opened it."""
    where = relation.outside[:60]
    if _NO_ADDRESS.search(relation.outside):
        message = f"リンク先「{where}」に、使えない文字（空白など）があります"
        yield Finding("D102", source, None, message, Severity.WARNING, "リンクを付け直してください。")
    if relation.kind in _FETCHED:
        message = f"文書の外にあるもの「{where}」を、開くときに読みに行きます（{relation.kind}）"
        yield Finding("D102", source, None, message, Severity.WARNING, "文書の中に入れ直すか、外してください。")
    elif relation.kind not in _KNOWN_OUTSIDE:
        message = f"知らない種類（{relation.kind}）のつながりが、文書の外「{where}」を指しています"
        yield Finding("D102", source, None, message, Severity.WARNING)


def _written_relations(package: Package) -> Iterator[Finding]:
    for part, content in package.parts.items():
        if part.endswith(".rels"):
            source = source_of(part)
            seen: set[str] = set()
            for entry in parse_xml(content).iter(RELATION):
                id = entry.get("Id", "")
                if not id:
                    yield Finding("D102", source, None, "つながりに記号がありません")
                elif id in seen:
                    yield Finding("D102", source, None, f"つながりの記号「{id}」が2度使われています")
                for attribute in ("Type", "Target"):
                    if attribute not in entry.attrib:
                        yield Finding("D102", source, None, f"つながり「{id}」に {attribute} がありません")
                if entry.get("TargetMode", "Internal") not in ("Internal", "External"):
                    yield Finding("D102", source, None, f"つながり「{id}」の TargetMode の値が正しくありません")
                seen.add(id)
