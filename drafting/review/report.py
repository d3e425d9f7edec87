"""What a review says, section by section: who changed what, comments, conflicts, what has no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.addresses import ROOMS, label_of, owner_of
from drafting.differences import Hunk
from drafting.review.finding import author_of
from drafting.review.outcome import Conflict, Mapped, Outcome, Remark, Trouble, Unplaced

AROUND = 16
_COMMITTEE = "inputs/committee.yaml"
_ELSEWHERE = (
    "次の変更は YAML に書き入れません。文章に入れるときは、その提言の body などに書いてください。"
    f"日付・氏名・番号など印刷された項目は {_COMMITTEE} の、見出しなど決まった言葉は templates/ のひな型の、その所を直してください。"
)


class Piece(NamedTuple):
    """Words: "" as they were, "old" those that go, "new" those that come, "label" what we say about them."""

    kind: str
    text: str


class Line(NamedTuple):
    """A line of a section; `depth` is how far it stands in."""

    depth: int
    pieces: tuple[Piece, ...]


class Section(NamedTuple):
    """What is said about a recommendation, a theme, another part, or what has no place."""

    title: str
    lines: tuple[Line, ...]


def sections(files: Sequence[Mapped], outcomes: Sequence[Outcome], titles: Mapping[str, str]) -> tuple[Section, ...]:
    """All there is to say, in the order of the draft; `titles` are those of recommendations by id."""
    by_address = {outcome.address: outcome for outcome in outcomes}
    remarks: dict[str, list[Remark]] = {}
    for file in files:
        for remark in file.remarks:
            remarks.setdefault(remark.address, []).append(remark)
    order = dict.fromkeys(one.address for file in files for one in file.found)
    groups: dict[str, list[Line]] = {}
    for address in order:
        lines = [*_outcome_lines(by_address.get(address)), *_remark_lines(remarks.get(address, ()))]
        if lines:
            groups.setdefault(owner_of(address), []).extend(lines)
    found = [Section(_title(owner, titles), tuple(lines)) for owner, lines in groups.items()]
    unplaced = [*(each for file in files for each in file.unplaced)]
    advice = [_said(0, _ELSEWHERE)] if unplaced else []
    outside = [*advice, *_unplaced_lines(unplaced), *_remark_lines(remarks.get("", ()))]
    return (*found, Section("どの提言にも入らない所", tuple(outside))) if outside else tuple(found)


def _title(owner: str, titles: Mapping[str, str]) -> str:
    if owner.startswith("themes."):
        return f"分野「{owner.removeprefix('themes.')}」"
    return ROOMS.get(owner) or f"{owner}　{titles.get(owner, '')}".rstrip("　")


def _outcome_lines(outcome: Outcome | None) -> Iterator[Line]:
    if outcome is None:
        return
    part = label_of(outcome.address)
    for hunk, who in outcome.edits:
        yield _said(0, f"{part}　{'、'.join(who)}")
        yield Line(1, passage(outcome.printed, hunk))
    if outcome.already:
        yield _said(0, f"{part}　もう YAML に入っている変更 {outcome.already}か所")
    for conflict in outcome.conflicts:
        yield from _conflict_lines(part, outcome.address, conflict)


def _conflict_lines(part: str, address: str, conflict: Conflict) -> Iterator[Line]:
    item = f"（{_COMMITTEE} の {address.replace('.', ' の ')}）" if conflict.trouble is Trouble.MADE else ""
    yield _said(0, f"{part}　要判断: {conflict.trouble.value}{item}。")
    for side in conflict.sides:
        yield Line(1, (Piece("label", f"{side.who}: "), Piece("", side.text or "（何もありません）")))


def passage(text: str, hunk: Hunk) -> tuple[Piece, ...]:
    """The words of a change with some around them."""
    first, last = max(0, hunk.start - AROUND), min(len(text), hunk.end + AROUND)
    pieces = (
        Piece("", ("…" if first else "") + text[first : hunk.start]),
        Piece("old", text[hunk.start : hunk.end]),
        Piece("new", hunk.text),
        Piece("", text[hunk.end : last] + ("…" if last < len(text) else "")),
    )
    return tuple(piece for piece in pieces if piece.text)


def _remark_lines(remarks: Iterable[Remark]) -> Iterator[Line]:
    """Comments, each with what answers it below."""
    for remark in remarks:
        comment = remark.comment
        author = author_of(comment.author, remark.file)
        if comment.parent is not None:
            yield Line(1, (Piece("label", f"返信　{author}: "), Piece("", comment.text)))
            continue
        about = f"「{remark.quoted}」について" if remark.quoted else ""
        done = "（解決済み）" if comment.resolved else ""
        yield Line(0, (Piece("label", f"コメント{done}　{author}{about}: "), Piece("", comment.text)))


def _unplaced_lines(unplaced: Iterable[Unplaced]) -> Iterator[Line]:
    for each in unplaced:
        words = each.words.strip("\n") or "段落の区切り"
        near = f"（「{each.where}」のあたり、{each.file}）" if each.where else f"（{each.file}）"
        yield Line(0, (Piece("label", f"{each.kind}　{author_of(each.author, each.file)}{near}: "), Piece("", words)))


def _said(depth: int, text: str) -> Line:
    return Line(depth, (Piece("label", text),))


def people(file: Mapped) -> Iterator[str]:
    """Everybody who is named for a change or a comment of a file, and the file itself: what edits may be chosen by."""
    for one in file.found:
        yield from one.authors
        for _, who in one.hunks:
            yield from who
    yield from (author_of(each.author, each.file) for each in file.unplaced)
    yield from (author_of(each.comment.author, each.file) for each in file.remarks)
    yield file.file


def summary(file: Mapped) -> str:
    """One line about a file."""
    edits = sum(len(one.hunks) for one in file.found)
    troubles = sum(one.trouble is not None for one in file.found)
    more = f"、判断の要る文章 {troubles}" if troubles else ""
    more += f"、置き場のない変更 {len(file.unplaced)}" if file.unplaced else ""
    more += f"、書式だけの変更 {file.formatting}（取り込みません）" if file.formatting else ""
    more += f"、目次だけの変更 {file.contents}（取り込みません）" if file.contents else ""
    return f"{file.file}: 文章の変更 {edits}、コメント {len(file.remarks)}{more}"
