"""`drafting import`: minutes as received → inputs/minutes/ID.yaml, never over hand edits."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from drafting.cli.import_told import folded
from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.reimport import Received, Result, import_again
from drafting.cli.schema import schema_files
from drafting.cli.terminal import Progress, report
from drafting.files import check_size, read_bytes
from drafting.importers import LAYOUTS, Imported, Layout, import_rows, source_rows
from drafting.minutes import read_minutes
from drafting.minutes.schema import MEETING_ID
from drafting.minutes.writing import write_minutes
from drafting.model import Minutes, Source
from drafting.patterns import lazy_pattern
from drafting.problems import DraftingError, InputError, Place, Problem, WriteError, has_errors
from drafting.reimport import Prefer
from drafting.workspace import SOURCES, read_layouts
from drafting.writing import write_files
from drafting.yamlfile import parse

# The id names a file: Windows keeps the names of its devices for itself, whatever their ending.
_DEVICE = lazy_pattern("con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
MAX_SOURCE_BYTES = 100 * 1024 * 1024


@click.command(cls=JapaneseCommand, name="import")
@click.argument("files", metavar="ファイル…", nargs=-1, required=True, type=click.Path())
@click.option("--layout", metavar="様式", help="会議録の様式。書かなければ見分けます。「--layout 一覧」で一覧が出ます。")
@click.option("--meeting", metavar="記号", help="会議の記号（1 など）。書かなければ「第○回」から取ります。")
@click.option(
    "--conflict",
    type=JapaneseChoice([one.value for one in Prefer if one.value]),
    metavar="どちら",
    help="手直しと訂正版が食い違う所を、どちらにするか（手直し か 訂正版）。書かなければ、食い違いを知らせて止まります。",
)
@click.pass_obj
def command(root: Path, files: tuple[str, ...], layout: str | None, meeting: str | None, conflict: str | None) -> int:
    """会議録を取り込み、inputs/minutes/ に YAML で置きます。

    テキスト、Word（.docx）、PDF、HTML、Markdown を読みます。元のファイルは inputs/sources/ に写しておきます。
    取り込んだ後に会議録が訂正されたら、訂正版をもう一度取り込みます。手で直した所と発言番号はそのままに、訂正された言葉だけが入ります。
    読み取れなかった行は捨てずに記録に残し、行番号を知らせます。置き場所のない文字があれば終了コードは1です。

    \b
    例: drafting import 第1回会議録.docx
        drafting import 会議録/*.pdf
    """
    if meeting and len(files) > 1:
        raise click.UsageError("--meeting は、ファイルが1つのときだけ使えます。")
    _check_meeting(meeting)
    own, found = read_layouts(root)
    if has_errors(found):
        raise InputError(*found)
    _check_layout(layout, own)
    code = done = 0
    names: dict[str, list[str]] = {}
    received: list[tuple[str, _Taken]] = []
    for name in files:
        try:
            received.append((name, _receive(root, name, layout, meeting, own)))
            names.setdefault(received[-1][1].new.target, []).append(name)
        except DraftingError as error:
            code = max(code, _failed(error, files))
    for name, taken in received:
        new = taken.new
        try:
            if len(names[new.target]) > 1:
                raise WriteError(_doubled(new, name, names[new.target]))
            result = _store(root, taken, Prefer(conflict or ""), meeting, own)
            code, done = max(code, taken.code, result.code), done + result.taken
        except DraftingError as error:
            code = max(code, _failed(error, files))
    if len(files) > 1:
        rest = "" if done == len(files) else f"残りの {len(files) - done} 件は、上の知らせを見てください。"
        click.echo(f"{len(files)} 件のうち {done} 件を取り込みました。{rest}")
    return code


def _check_meeting(meeting: str | None) -> None:
    if meeting is not None and (not re.fullmatch(MEETING_ID, meeting) or _DEVICE.fullmatch(meeting)):
        message = f"記号「{meeting[:40]}」は使えません。半角の英数字と「_」で、16字までにしてください（例: 1、2025_1）。"
        raise click.BadParameter(message)


def _check_layout(layout: str | None, own: Mapping[str, Layout]) -> None:
    known = {**LAYOUTS, **own}
    if layout is None or layout in known:
        return
    forms = "\n".join(f"  {name:<14} {form.title}" for name, form in known.items())
    raise click.BadParameter(f"様式「{layout}」はありません。使えるのは次のとおりです。\n{forms}")


class _Taken(NamedTuple):
    """What a file was read as, with 1 where some of its text could not be placed, else 0."""

    new: Received
    imported: Imported
    code: int


def _failed(error: DraftingError, files: tuple[str, ...]) -> int:
    """The exit code of a file that could not be taken in; the other files of the run go on."""
    if len(files) == 1:
        raise error
    report(error.problems)
    return error.exit_code


def _doubled(new: Received, name: str, names: list[str]) -> Problem:
    message = (
        f"{'と'.join(f'「{one}」' for one in names)}は、同じ記号「{new.minutes.meeting.id}」の会議です。どれも取り込んでいません。"
        "別の会議なら1つずつ --meeting で記号を付け、同じ会議なら1つだけ取り込んでください。"
    )
    return Problem("F038", message, Place(name))


def _receive(root: Path, name: str, layout: str | None, meeting: str | None, own: Mapping[str, Layout]) -> _Taken:
    """The minutes of a file; what was met on the way is reported."""
    with Progress() as progress:
        progress.step(f"{name} を読んでいます")
        data = read_bytes(Path(name), name, MAX_SOURCE_BYTES)
        _refuse_ours(data, name)
        rows, problems = source_rows(data, name, lambda page, pages: progress.step(f"{name} を読んでいます（{page}/{pages}ページ）"))
        received = Source(name, hashlib.sha256(data).hexdigest(), "")
        imported = import_rows(rows, name, meeting_id=meeting, layout=layout, source=received, own=own)
    minutes, problems = imported.minutes, [*problems, *imported.problems]
    kept = _kept_source(root, Path(name), minutes.meeting.id)
    minutes = replace(minutes, source=replace(minutes.source or received, file=kept))
    new = Received(data, minutes, write_minutes(minutes), kept)
    check_size(new.text.encode("utf-8"), name)
    if read_minutes(parse(new.text, new.target), new.target)[0] != minutes:
        raise RuntimeError("minutes do not read back as they were written")
    report(folded(problems))
    return _Taken(new, imported, int(has_errors(problems)))


def _refuse_ours(data: bytes, name: str) -> None:
    """Raises InputError I004 for what is no source of minutes, though it could be read as one: a YAML file, a draft that came back."""
    what = ""
    if name.lower().endswith((".yaml", ".yml")):
        what = "YAML のファイルは、会議録の元として取り込めません。元の会議録（.txt、.docx など）を指定してください。"
    elif name.lower().endswith(".docx") and _is_handed_out(data, name):
        what = f"照会に出した答申案です。会議録ではないので取り込みません。委員から戻ったものは「drafting review {name}」で読みます。"
    if what:
        raise InputError(Problem("I004", what, Place(name)))


def _is_handed_out(data: bytes, name: str) -> bool:
    from drafting.word.reading.properties import read_build  # a text has none

    try:
        return bool(read_build(data, name))
    except DraftingError:
        return False  # what is wrong with it is told by its reader


def _read_again(id: str, own: Mapping[str, Layout], data: bytes, name: str, layout: str) -> Minutes:
    """What a source kept earlier imports to now."""
    known = layout if layout in {**LAYOUTS, **own} else None
    rows, _ = source_rows(data, name, lambda page, pages: None)
    return import_rows(rows, name, meeting_id=id, layout=known, source=None, own=own).minutes


def _store(root: Path, taken: _Taken, prefer: Prefer, meeting: str | None, own: Mapping[str, Layout]) -> Result:
    """Put the minutes into the workspace."""
    new = taken.new
    if (root / new.target).exists():
        return import_again(root, new, partial(_read_again, new.minutes.meeting.id, own), prefer, meeting)
    outputs = {root / new.target: new.text.encode("utf-8")}
    if not (root / new.kept).exists():
        outputs[root / new.kept] = new.data
    elif (root / new.kept).read_bytes() != new.data:
        message = f"{new.minutes.meeting.id} の元のファイルは、前に取り込んだものと中身が違います。別の会議なら --meeting で別の記号を付けてください。前のものが要らなければ、{new.kept} を消すか移して、もう一度取り込んでください。"
        raise WriteError(Problem("F034", message, Place(new.kept)))
    # The first line of the minutes names the schema: an editor without it would complain.
    outputs |= {root / path: content for path, content in schema_files().items() if not (root / path).exists()}
    write_files(outputs)
    _tell(new.target, taken.imported)
    return Result(0, 1)


def _kept_source(root: Path, path: Path, id: str) -> str:
    """Where the source is kept, relative to the workspace: where it lies if it is there already."""
    folder = (root / SOURCES).resolve()
    if path.resolve().parent == folder:
        return f"{SOURCES}/{path.name}"
    return f"{SOURCES}/{id}{path.suffix.lower() or '.txt'}"


def _tell(target: str, imported: Imported) -> None:
    """What was taken in, how the file was read, and where every character went."""
    counts: dict[str, int] = {}
    for said in imported.minutes.utterances:
        counts[said.role] = counts.get(said.role, 0) + 1
    who = "、".join(f"{role} {count}" for role, count in counts.items())
    click.echo(f"{target} に取り込みました: 発言 {len(imported.minutes.utterances)} 件（{who}）。")
    click.echo(f"  様式: {imported.layout.title}（{imported.layout.name}、確かさ {imported.sure:.0%}）")
    kept = imported.account
    parts = {
        "発言": kept.utterances, "発言者": kept.speakers, "見出し・注記": kept.narratives, "会議の項目": kept.head,
        "ページと表の飾り": kept.pages, "記号": kept.signs,
    }  # fmt: skip
    where = "、".join(f"{name} {count:,}" for name, count in parts.items() if count)
    click.echo(f"  文字（空白を除く）: 全 {kept.source:,} 字 = {where}")
