"""`drafting import`: minutes as received → inputs/minutes/ID.yaml, never over hand edits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.schema import schema_files
from drafting.cli.terminal import Progress, report
from drafting.files import decode, read_bytes
from drafting.importers import LAYOUTS, Imported, Layout, import_rows, source_rows
from drafting.minutes import read_minutes, write_minutes
from drafting.model import Minutes, Source, Utterance
from drafting.problems import DraftingError, InputError, Place, Problem, WriteError, has_errors
from drafting.workspace import MINUTES, SOURCES, read_layouts
from drafting.writing import write_files
from drafting.yamlfile import parse

MAX_SOURCE_BYTES = 100 * 1024 * 1024


@click.command(cls=JapaneseCommand, name="import")
@click.argument("files", metavar="ファイル…", nargs=-1, required=True, type=click.Path())
@click.option("--layout", metavar="様式", help="会議録の様式。書かなければ見分けます。「--layout 一覧」で一覧が出ます。")
@click.option("--meeting", metavar="記号", help="会議の記号（1 など）。書かなければ「第○回」から取ります。")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], layout: str | None, meeting: str | None) -> int:
    """会議録を取り込み、inputs/minutes/ に YAML で置きます。

    テキスト、Word（.docx）、PDF、HTML、Markdown を読みます。元のファイルは inputs/sources/ に写しておきます。
    もう取り込んである会議録を手で直していたら、上書きせずに違いを知らせます（終了コード5）。
    読み取れなかった行は捨てずに記録に残し、行番号を知らせます。置き場所のない文字があれば終了コードは1です。

    \b
    例: drafting import 第1回会議録.docx
        drafting import 会議録/*.pdf
    """
    if meeting and len(files) > 1:
        raise click.UsageError("--meeting は、ファイルが1つのときだけ使えます。")
    own, found = read_layouts(root)
    if has_errors(found):
        raise InputError(*found)
    _check_layout(layout, own)
    code = 0
    for name in files:
        with Progress() as progress:
            progress.step(f"{name} を読んでいます")
            try:
                code = max(code, _import(root, name, layout, meeting, own, progress))
            except DraftingError as error:
                if len(files) == 1:
                    raise
                report(error.problems)
                code = max(code, error.exit_code)
    return code


def _check_layout(layout: str | None, own: Mapping[str, Layout]) -> None:
    known = {**LAYOUTS, **own}
    if layout is None or layout in known:
        return
    forms = "\n".join(f"  {name:<14} {form.title}" for name, form in known.items())
    raise click.BadParameter(f"様式「{layout}」はありません。使えるのは次のとおりです。\n{forms}")


def _import(
    root: Path, name: str, layout: str | None, meeting: str | None, own: Mapping[str, Layout], progress: Progress
) -> int:
    data = read_bytes(Path(name), name, MAX_SOURCE_BYTES)
    rows, problems = source_rows(data, name, lambda page, pages: progress.step(f"{name} を読んでいます（{page}/{pages}ページ）"))
    received = Source(name, hashlib.sha256(data).hexdigest(), "")
    imported = import_rows(rows, name, meeting_id=meeting, layout=layout, source=received, own=own)
    minutes, problems = imported.minutes, [*problems, *imported.problems]
    id = minutes.meeting.id
    kept = _kept_source(root, Path(name), id)
    minutes = replace(minutes, source=replace(minutes.source or received, file=kept))
    text = write_minutes(minutes)
    target = f"{MINUTES}/{id}.yaml"
    if read_minutes(parse(text, target), target)[0] != minutes:
        raise RuntimeError("minutes do not read back as they were written")
    report(problems)
    code = int(has_errors(problems))
    outputs = {root / target: text.encode("utf-8")}
    if not (root / kept).exists():
        outputs[root / kept] = data
    elif (root / kept).read_bytes() != data:
        message = f"{id} の元のファイルは、前に取り込んだものと中身が違います。--meeting で別の記号を付けるか、元のファイルを見比べてください。"
        raise WriteError(Problem("F034", message, Place(kept)))
    if (root / target).exists():
        _compare(root, target, text, minutes)
        click.echo(f"{target} は、もう同じ内容で取り込んであります。")
        return code
    # The first line of the minutes names the schema: an editor without it would complain.
    outputs |= {root / path: content for path, content in schema_files().items() if not (root / path).exists()}
    write_files(outputs)
    _tell(target, imported)
    return code


def _kept_source(root: Path, path: Path, id: str) -> str:
    """Where the source is kept, relative to the workspace: where it lies if it is there already."""
    folder = (root / SOURCES).resolve()
    if path.resolve().parent == folder:
        return f"{SOURCES}/{path.name}"
    return f"{SOURCES}/{id}{path.suffix.lower() or '.txt'}"


def _compare(root: Path, target: str, text: str, minutes: Minutes) -> None:
    """Raise unless the file there is just what would be written; the message says what differs."""
    there = read_bytes(root / target, target)
    if there == text.encode("utf-8"):
        return
    before, problems = read_minutes(parse(decode(there, target).text, target), target)
    if before is None:
        raise WriteError(*problems, Problem("F033", "もうあるファイルが会議録として読めません。上書きせずに止めました。", Place(target)))
    differences = _differences(before, minutes)
    what = "、".join(differences[:6]) + (f" ほか{len(differences) - 6}件" if len(differences) > 6 else "")
    message = (
        f"手で直してあるので、上書きしませんでした。違い: {what or '書き方だけ（説明や空行など）'}。"
        "新しく取り込むときは、このファイルを別の名前にしてください。"
    )
    raise WriteError(Problem("F033", message, Place(target)))


def _differences(before: Minutes, after: Minutes) -> list[str]:
    found = [] if before.meeting == after.meeting else ["会議の項目"]
    mine = {said.id: said for said in before.utterances}
    new = {said.id: said for said in after.utterances}
    for id in dict.fromkeys([*mine, *new]):
        if id not in mine:
            found.append(f"{id}がない")
        elif id not in new:
            found.append(f"{id}が増えた")
        elif mine[id] != new[id]:
            found.append(f"{id}の{_changed(mine[id], new[id])}")
    if before.source != after.source:
        found.append("元のファイルの記録")
    narratives = [[e.text for e in one.record if not isinstance(e, Utterance)] for one in (before, after)]
    return found if narratives[0] == narratives[1] else [*found, "発言でない記録"]


def _changed(mine: Utterance, new: Utterance) -> str:
    names = {"speaker": "発言者", "role": "役割", "text": "発言", "reading": "読み替え", "agenda": "議題", "line": "行"}
    return "・".join(title for name, title in names.items() if getattr(mine, name) != getattr(new, name))


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
