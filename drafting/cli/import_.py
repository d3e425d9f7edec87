"""`drafting import`: minutes as received → inputs/minutes/ID.yaml, never over hand edits."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import click

from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.schema import schema_files
from drafting.cli.terminal import Progress, report
from drafting.files import decode, read_bytes
from drafting.importers import LAYOUTS, import_minutes
from drafting.minutes import read_minutes, write_minutes
from drafting.model import Minutes, Source, Utterance
from drafting.problems import DraftingError, Place, Problem, WriteError
from drafting.workspace import MINUTES, SOURCES
from drafting.writing import write_files
from drafting.yamlfile import parse


@click.command(cls=JapaneseCommand, name="import")
@click.argument("files", metavar="ファイル…", nargs=-1, required=True, type=click.Path())
@click.option("--layout", type=JapaneseChoice(list(LAYOUTS)), metavar="様式", help="会議録の様式。書かなければ見分けます。")
@click.option("--meeting", metavar="記号", help="会議の記号（1 など）。書かなければ「第○回」から取ります。")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], layout: str | None, meeting: str | None) -> int:
    """会議録を取り込み、inputs/minutes/ に YAML で置きます。

    元のファイルは inputs/sources/ に写しておきます。もう取り込んである会議録を手で直していたら、上書きせずに
    違いを知らせます（終了コード5）。読み取れなかった行は捨てずに記録に残し、行番号を知らせます。

    \b
    例: drafting import 第1回会議録.txt
    """
    if meeting and len(files) > 1:
        raise click.UsageError("--meeting は、ファイルが1つのときだけ使えます。")
    code = 0
    for name in files:
        with Progress() as progress:
            progress.step(f"{name} を読んでいます")
            try:
                _import(root, name, layout, meeting)
            except DraftingError as error:
                if len(files) == 1:
                    raise
                report(error.problems)
                code = max(code, error.exit_code)
    return code


def _import(root: Path, name: str, layout: str | None, meeting: str | None) -> None:
    data = read_bytes(Path(name), name)
    decoded = decode(data, name)
    received = Source(name, hashlib.sha256(data).hexdigest(), "")
    minutes, found = import_minutes(decoded.text, name, meeting_id=meeting, layout=layout, source=received)
    id = minutes.meeting.id
    kept = _kept_source(root, Path(name), id)
    minutes = replace(minutes, source=replace(minutes.source or received, file=kept))
    text = write_minutes(minutes)
    target = f"{MINUTES}/{id}.yaml"
    if read_minutes(parse(text, target), target)[0] != minutes:
        raise RuntimeError("minutes do not read back as they were written")
    report([*decoded.problems, *found])
    outputs = {root / target: text.encode("utf-8")}
    if not (root / kept).exists():
        outputs[root / kept] = data
    elif (root / kept).read_bytes() != data:
        message = f"{id} の元のファイルは、前に取り込んだものと中身が違います。--meeting で別の記号を付けるか、元のファイルを見比べてください。"
        raise WriteError(Problem("F034", message, Place(kept)))
    if (root / target).exists():
        _compare(root, target, text, minutes)
        click.echo(f"{target} は、もう同じ内容で取り込んであります。")
        return
    # The first line of the minutes names the schema: an editor without it would complain.
    outputs |= {root / path: content for path, content in schema_files().items() if not (root / path).exists()}
    write_files(outputs)
    _tell(target, minutes)


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


def _tell(target: str, minutes: Minutes) -> None:
    counts: dict[str, int] = {}
    for said in minutes.utterances:
        counts[said.role] = counts.get(said.role, 0) + 1
    who = "、".join(f"{role} {count}" for role, count in counts.items())
    click.echo(f"{target} に取り込みました: 発言 {len(minutes.utterances)} 件（{who}）。")
