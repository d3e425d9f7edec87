"""The part of `drafting import` that meets minutes already there: nothing to do, a merge, or a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from drafting.checks.references import check_references
from drafting.cli.merge_report import tell_conflicts, tell_merge
from drafting.cli.terminal import report
from drafting.editing import encode_as
from drafting.files import decode, read_bytes
from drafting.minutes import read_minutes
from drafting.model import Minutes, Recommendations
from drafting.problems import Place, Problem, Severity, WriteError, has_errors
from drafting.recommendations import read_recommendations
from drafting.reimport import Merge, Prefer, apply_merge, hand_edits, holds_the_words, is_same_meeting, merge
from drafting.workspace import MINUTES, RECOMMENDATIONS, SOURCES, read_yaml
from drafting.writing import write_files
from drafting.yamlfile.lists import commented_items

ReadAgain = Callable[[bytes, str, str], Minutes]
"""Minutes out of the bytes of a source kept earlier, its name and its layout."""


class Received(NamedTuple):
    """A source as it came in: its bytes, what they import to, and where the source will be kept."""

    data: bytes
    minutes: Minutes
    text: str
    kept: str

    @property
    def target(self) -> str:
        """The YAML file of the meeting."""
        return f"{MINUTES}/{self.minutes.meeting.id}.yaml"


class Result(NamedTuple):
    """The exit code, and how many files are now in the workspace as they were received (0 or 1)."""

    code: int
    taken: int


def import_again(root: Path, new: Received, read_again: ReadAgain, prefer: Prefer, named: str | None) -> Result:
    """What came of minutes that were there already: code 0 merged or nothing to do, 1 conflicts
    (nothing is written) or quotations that no longer stand. `named` is the id the user gave, if any.

    Raises WriteError F033 where hand edits cannot be told from corrections, F034 where another
    meeting has the id.
    """
    path = root / new.target
    there = read_bytes(path, new.target)
    if there == new.text.encode("utf-8"):
        click.echo(f"{new.target} は、もう同じ内容で取り込んであります。")
        return Result(0, 1)
    ours = _ours(root, new)
    if ours.source and ours.source.sha256 == _digest(new.data):
        return _same_source(new, ours)
    old = _old_source(root, ours, new)
    assert ours.source
    base = read_again(old, ours.source.file, ours.source.layout)
    if not (holds_the_words(base, new.minutes) if named else is_same_meeting(base, new.minutes)):
        raise WriteError(_other_meeting(new))
    recommendations = _recommendations(root)
    prefix = f"{new.minutes.meeting.id}-"
    cites = [cite for item in recommendations.items for cite in (*item.cites, *item.responses)]
    cited = {cite.at for cite in cites if cite.at.startswith(prefix)}
    decoded = decode(there, new.target)
    commented = commented_items(decoded.text, ("record",), new.target)
    merged = merge(base, ours, new.minutes, cited=cited, commented=commented, prefer=prefer)
    if merged.conflicts and prefer is Prefer.NOBODY:
        tell_conflicts(new.target, merged)
        return Result(1, 0)
    changed = encode_as(decoded, apply_merge(decoded.text, ours, merged, new.target), new.target)
    aside = _write(root, new, there, changed)
    tell_merge(new.target, merged, aside)
    return Result(_tell_citations(recommendations, ours, merged), 1)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _ours(root: Path, new: Received) -> Minutes:
    """The minutes as they stand, without any fault of form."""
    ours: Minutes | None
    ours, problems = read_yaml(root / new.target, new.target, read_minutes)
    if ours is None or has_errors(problems):
        message = "もうあるファイルに誤りがあるので、取り込まずに止めました。誤りを直してから、もう一度実行してください。"
        raise WriteError(*problems, Problem("F033", message, Place(new.target)))
    if ours.meeting.id != new.minutes.meeting.id:
        message = f"会議の記号が「{ours.meeting.id}」になっています。ファイルの名前と id をそろえてから、もう一度実行してください。"
        raise WriteError(Problem("F033", message, ours.meeting.place))
    return ours


def _same_source(new: Received, ours: Minutes) -> Result:
    edits = hand_edits(new.minutes, ours)
    if not edits and ours.source and ours.source.last_id:
        click.echo(f"{new.target} は、もう同じ内容で取り込んであります。")
        return Result(0, 1)
    what = "、".join(edits[:6]) + (f" ほか{len(edits) - 6}件" if len(edits) > 6 else "")
    message = (
        f"手で直してあるので、上書きしませんでした。違い: {what or '書き方だけ（説明や空行など）'}。"
        "元のファイルは前と同じなので、取り込む訂正はありません。初めから取り込み直すときは、このファイルを別の名前にしてください。"
    )
    raise WriteError(Problem("F033", message, Place(new.target)))


def _old_source(root: Path, ours: Minutes, new: Received) -> bytes:
    """The bytes that the YAML was imported from, wherever in `inputs/sources` they lie now."""
    if ours.source:
        folder = root / SOURCES
        names = sorted(path for path in folder.glob("*") if path.is_file()) if folder.is_dir() else []
        for path in [root / ours.source.file, *names]:
            if path.is_file() and _digest(data := path.read_bytes()) == ours.source.sha256:
                return data
    message = (
        "手で直してあるかもしれないので、上書きしませんでした。前に取り込んだ元のファイルが inputs/sources にないため、"
        "手直しと訂正を見分けられません。元のファイルを inputs/sources に戻すか、このファイルを別の名前にして、もう一度実行してください。"
    )
    raise WriteError(Problem("F033", message, Place(new.target)))


def _other_meeting(new: Received) -> Problem:
    id = new.minutes.meeting.id
    year = new.minutes.meeting.date.year if new.minutes.meeting.date else None
    example = f"{id}_{year}" if year else f"{id}b"
    message = (
        f"記号「{id}」は、もう別の会議に使われています（委員会、年度、発言が違います）。「--meeting {example}」のように、"
        f"別の記号を付けて取り込んでください。同じ会議の訂正版なら「--meeting {id}」を付けてください。"
    )
    return Problem("F034", message, Place(new.target))


def _recommendations(root: Path) -> Recommendations:
    """What may cite the minutes. Raises WriteError where the file cannot be read: then nobody knows."""
    if not (root / RECOMMENDATIONS).exists():
        return Recommendations((), ())
    value, problems = read_yaml(root / RECOMMENDATIONS, RECOMMENDATIONS, read_recommendations)
    if value is None or has_errors(problems):
        message = "提言の一覧に誤りがあり、引用している発言が分からないので、取り込まずに止めました。先に直してください。"
        raise WriteError(*problems, Problem("F033", message, Place(RECOMMENDATIONS)))
    found: Recommendations = value
    return found


def _write(root: Path, new: Received, there: bytes, changed: bytes) -> str:
    """Write the YAML and the source, the earlier source beside it; its new name, or "" if it kept its own."""
    outputs = {root / new.target: changed}
    expected = {root / new.target: there}
    kept, aside = root / new.kept, ""
    before = kept.read_bytes() if kept.exists() else None
    if before != new.data:
        outputs[kept] = new.data
        if before is not None:
            aside = _free_name(root, new.kept)
            outputs[root / aside] = before
            expected[kept] = before
    write_files(outputs, backup=[root / new.target], expected=expected)
    return aside


def _free_name(root: Path, kept: str) -> str:
    """inputs/sources/1.txt → inputs/sources/1.旧1.txt, the first that is free."""
    path = Path(kept)
    number = 1
    while (root / path.with_name(f"{path.stem}.旧{number}{path.suffix}")).exists():
        number += 1
    return path.with_name(f"{path.stem}.旧{number}{path.suffix}").as_posix()


def _tell_citations(recommendations: Recommendations, ours: Minutes, merged: Merge) -> int:
    """Report the citations whose words were lost or changed; 1 where a quotation no longer stands."""
    was = {said.reference: said for said in ours.utterances}
    now = {said.reference: said for said in merged.minutes.utterances}
    touched = {at for at, said in was.items() if at not in now or replace(now[at], line=None) != replace(said, line=None)}
    items = []
    looks = []
    for item in recommendations.items:
        cites = tuple(cite for cite in item.cites if cite.at in touched)
        responses = tuple(cite for cite in item.responses if cite.at in touched)
        items.append(replace(item, cites=cites, responses=responses))
        for cite in (*cites, *responses):
            if not cite.quote and cite.at in now and now[cite.at].text != was[cite.at].text:
                message = f"{item.id} が引く {cite.at} の言葉が変わりました。提言の文章が今の言葉に合うか確かめてください。"
                looks.append(Problem("I084", message, cite.place, Severity.WARNING))
    before = set(check_references(Recommendations((), tuple(items)), [ours]))
    broken = [
        problem
        for problem in check_references(Recommendations((), tuple(items)), [merged.minutes])
        if problem not in before and problem.severity is Severity.ERROR
    ]
    report([*broken, *looks])
    return int(bool(broken))
