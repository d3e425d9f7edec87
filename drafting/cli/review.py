"""`drafting review`: reviewers' Word files → who changed what, and into the YAML."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from drafting.addresses import label_of, owner_of
from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.ledger import Ledger, as_it_is, count_new, file_label, ledger_bytes, read_ledger, tell_done, tell_plan
from drafting.cli.terminal import Progress, report
from drafting.committee import read_committee
from drafting.draft import Draft
from drafting.editing import encode_as
from drafting.files import Decoded, decode, read_bytes
from drafting.issued import FOLDER, Issued, issued_path, read_issued
from drafting.model import Format
from drafting.problems import DraftingError, InputError, Place, Problem, Severity, WriteError, has_errors
from drafting.recommendations import read_recommendations
from drafting.review.homes import Home, homes, set_texts
from drafting.review.mapping import map_review, map_unknown
from drafting.review.merge import merge_texts, with_edits
from drafting.review.outcome import Mapped, Outcome, Proposal, Reviewed
from drafting.review.record import html_record, markdown_record, one_line, record_draft
from drafting.review.remarks import ledger_rows
from drafting.review.report import Line, Piece, Section, passage, sections, summary
from drafting.word.reading import read_document, unread_problems
from drafting.word.reading.properties import read_build
from drafting.workspace import COMMENTS, COMMITTEE, RECOMMENDATIONS, REFERENCE
from drafting.writing import write_files
from drafting.yamlfile import parse

_READERS = {RECOMMENDATIONS: read_recommendations, COMMITTEE: read_committee}
_NUMBERLESS = "照会に出した答申案ではないようです（照会の番号がありません）。"
_SHOWN_ONLY = "どの提言への変更か分からないので、「どの提言にも入らない所」に示し、YAML には書き入れません（コメントは照会意見の一覧に加えます）。"
_USE_OURS = "「drafting build --edition 照会」で作り、そのまま渡した Word を直したファイルか確かめてください。"
_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}")}


class _Yaml(NamedTuple):
    """The YAML files as they are: bytes and text by name, and where each address lives."""

    data: dict[str, bytes]
    decoded: dict[str, Decoded]
    homes: dict[str, Home]


@click.command(cls=JapaneseCommand, name="review")
@click.argument("files", nargs=-1, required=True, metavar="ファイル…", type=click.Path(path_type=Path))
@click.option("--apply", "apply_", is_flag=True, help="食い違いのない変更を YAML に書き入れ、コメントを照会意見の一覧に書き足します（前のものは .bak に残ります）。")
@click.option("--accept", "accepted", metavar="氏名", multiple=True, help="この人の変更だけを取り込みます。何度でも書けます。")
@click.option("--only", metavar="R3,R5", help="この提言の変更だけを取り込みます。")
@click.option("--interactive", is_flag=True, help="変更を1つずつ尋ねます。Enter だけなら、今の YAML のままにします。")
@click.option("--format", "form", type=JapaneseChoice(["md", "docx", "html"]), metavar="md|docx|html", help="記録の形式。書かなければ -o の拡張子。")
@click.option("-o", "output", metavar="ファイル", help="記録の書き出し先。")
@click.pass_obj
def command(
    root: Path, files: tuple[Path, ...], apply_: bool, accepted: tuple[str, ...], only: str | None, interactive: bool,
    form: str | None, output: str | None,
) -> int:  # fmt: skip
    """照会から戻った Word ファイルを読みます。

    誰がどこをどう直したか、どんなコメントがあるかを、提言ごとに示します。--apply を付けると、食い違いのない変更を
    inputs/ の YAML に書き入れ、コメントを inputs/comments.yaml（照会意見の一覧）の終わりに書き足します。照会の後で YAML を
    直していても、別の所なら両方が生きます。同じ所の違う直しや、判断の付かないものは書き入れず、並べて示します（--apply の
    とき、1つでも残れば終了コード1）。

    \b
    例: drafting review 戻り/甲委員.docx 戻り/乙委員.docx
        drafting review 戻り/*.docx --apply
        drafting review 戻り/*.docx -o outputs/照会の結果.html
    """
    with Progress() as progress:
        progress.step("戻った Word を読んでいます")
        mapped, warnings = _read(root, files)
        progress.step("変更を突き合わせています")
        yaml = _read_yaml(root)
        ledger = read_ledger(root, [ledger_rows(one, file_label(root, path)) for path, one in mapped.items()])
        ours = {address: home.text for address, home in yaml.homes.items()}
        outcomes = merge_texts([one for file in mapped.values() for one in file.found], ours, frozenset(accepted))
    reviews = tuple(mapped.values())
    outcomes = _only(outcomes, only, reviews)
    titles = {address.removesuffix(".title"): home.text.strip() for address, home in yaml.homes.items() if address.endswith(".title")}
    found = sections(reviews, outcomes, titles)
    summaries = [summary(file) for file in reviews]
    _show(summaries, found, warnings)
    if output or form:
        _write_record(root, yaml, (output, form), summaries, found)
    if interactive:
        outcomes = [_asked(outcome, titles) for outcome in outcomes]
        ledger = _asked_ledger(ledger)
    write = apply_ or interactive
    if write:
        _write(root, yaml, outcomes, ledger)
    else:
        _tell_plan(outcomes, ledger)
    left = _tell_left(reviews, outcomes) or any(problem.code == "R001" for problem in warnings)
    return int(left and write)


def _read(root: Path, files: Sequence[Path]) -> tuple[dict[Path, Mapped], list[Problem]]:
    """All files mapped; raises InputError with the faults of all that cannot be read."""
    mapped: dict[Path, Mapped] = {}
    warnings: list[Problem] = []
    faults: list[Problem] = []
    for path in dict.fromkeys(files):
        try:
            data = read_bytes(path, path.name)
            issued = _issued(root, data, path.name)
            document = read_document(data, path.name)
        except InputError as error:
            faults.extend(error.problems)
            continue
        warnings += unread_problems(document)
        if issued:
            mapped[path] = map_review(Reviewed(document, issued))
        elif found := map_unknown(document):
            mapped[path] = found
            warnings.append(Problem("R001", f"{_NUMBERLESS}{_SHOWN_ONLY}{_USE_OURS}", Place(path.name), Severity.WARNING))
        else:
            faults.append(Problem("R001", f"{_NUMBERLESS}{_USE_OURS}", Place(path.name)))
    if faults:
        raise InputError(*faults)
    return mapped, warnings


def _issued(root: Path, data: bytes, name: str) -> Issued | None:
    """The record of the draft that a file came from; None for a file that was never handed out by us."""
    build = read_build(data, name)
    if not build:
        return None
    path = issued_path(build)
    if not build.isalnum() or not (root / path).is_file():
        message = (
            f"照会の番号「{build[:40]}」の記録が {FOLDER} にありません。照会を出したときの作業場所で実行するか、"
            "そのときの記録（.json）をこのフォルダーに戻してください。"
        )
        raise InputError(Problem("R002", message, Place(name)))
    return read_issued(read_bytes(root / path, path), path)


def _read_yaml(root: Path) -> _Yaml:
    """The files that hold texts of the report. Raises InputError where one has a fault: it would not be safe to change it."""
    data, decoded = {}, {}
    for name, reader in _READERS.items():
        if (root / name).is_file():
            data[name] = read_bytes(root / name, name)
            decoded[name] = decode(data[name], name)
            _, problems = reader(parse(decoded[name].text, name), name)
            if has_errors(problems):
                raise InputError(*problems)
    texts = {name: one.text for name, one in decoded.items()}
    return _Yaml(data, decoded, homes(texts, RECOMMENDATIONS, COMMITTEE))


def _only(outcomes: list[Outcome], only: str | None, mapped: Sequence[Mapped]) -> list[Outcome]:
    if not only:
        return outcomes
    wanted = {name.strip() for name in only.replace("，", ",").replace("、", ",").split(",") if name.strip()}
    known = {owner_of(one.address) for file in mapped for one in file.found}
    if unknown := sorted(wanted - known):
        raise click.BadParameter(f"「{unknown[0]}」は、照会した答申案にありません。提言の番号を「R3,R5」のように書いてください。")
    return [outcome for outcome in outcomes if owner_of(outcome.address) in wanted]


def _show(summaries: Sequence[str], found: Sequence[Section], warnings: Sequence[Problem]) -> None:
    for line in summaries:
        click.echo(line)
    for section in found:
        click.echo(f"\n{click.style(section.title, bold=True)}")
        for one in section.lines:
            click.echo("  " * (one.depth + 1) + _shown(one))
    for problem in warnings:
        click.echo(str(problem), err=True)


def _shown(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    """Coloured on a terminal, with marks anywhere else."""
    text = one_line(piece.text)
    if piece.kind not in _MARKS:
        return text
    if sys.stdout.isatty():
        return click.style(text, fg="red" if piece.kind == "old" else "green", strikethrough=piece.kind == "old")
    before, behind = _MARKS[piece.kind]
    return f"{before}{text}{behind}"


def _write_record(
    root: Path, yaml: _Yaml, target: tuple[str | None, str | None], summaries: list[str], found: Sequence[Section]
) -> None:
    output, form = target
    path = Path(output) if output else root / "outputs" / f"照会の結果.{form}"
    kind = form or path.suffix.lower().lstrip(".")
    if kind not in ("md", "docx", "html"):
        raise click.BadParameter("記録の形式が分かりません。-o の名前を .md、.docx、.html で終わらせるか、--format を付けてください。")
    if kind == "docx":
        data = _word_record(root, yaml, record_draft(summaries, found))
    else:
        writer = markdown_record if kind == "md" else html_record
        data = writer(summaries, found).encode("utf-8")
    write_files({path: data})
    click.echo(f"\n作りました: {path}")


def _word_record(root: Path, yaml: _Yaml, draft: Draft) -> bytes:
    from drafting.word.writer import write_word

    form = Format()
    if COMMITTEE in yaml.decoded:
        form = read_committee(parse(yaml.decoded[COMMITTEE].text, COMMITTEE), COMMITTEE)[0].format
    data, problems = write_word(draft, read_bytes(root / REFERENCE, REFERENCE), form)
    report(problems)
    return data


def _asked(outcome: Outcome, titles: dict[str, str]) -> Outcome:
    """The outcome with the edits that the clerk said yes to; nobody there means no."""
    kept: list[Proposal] = []
    for edit in outcome.edits:
        if not sys.stdin.isatty():
            break
        owner = owner_of(outcome.address)
        click.echo(f"\n{owner}　{titles.get(owner, '')}　{label_of(outcome.address)}　{'、'.join(edit.who)}")
        click.echo(f"  {_shown(Line(0, passage(outcome.printed, edit.hunk)))}")
        if _agreed("取り込みますか"):
            kept.append(edit)
    return with_edits(outcome, kept)


def _agreed(question: str) -> bool:
    """True for a yes; nobody there means no."""
    if not sys.stdin.isatty():
        return False
    answer: str = click.prompt(f"{question}（はい=y、Enter=今のまま）", default="", show_default=False)
    return answer.strip().lower() in ("y", "yes", "はい", "ｙ")


def _asked_ledger(ledger: Ledger) -> Ledger:
    """The ledger with the new comments if the clerk said yes, else as it lies there."""
    if count_new(ledger) and not _agreed(f"\nコメント {count_new(ledger)}件を {COMMENTS} に書き足しますか"):
        return as_it_is(ledger)
    return ledger


def _tell_plan(outcomes: Sequence[Outcome], ledger: Ledger) -> None:
    edits = sum(len(outcome.edits) for outcome in outcomes)
    click.echo("")
    click.echo(f"--apply を付けると、{edits}か所を YAML に書き入れます。" if edits else "YAML に書き入れる変更はありません。")
    if told :=  tell_plan(ledger):
        click.echo(told)


def _write(root: Path, yaml: _Yaml, outcomes: Sequence[Outcome], ledger: Ledger) -> None:
    """Write all that changes, or nothing, and say what was written."""
    changed = _changed_files(root, yaml, outcomes)
    written = dict(changed)
    before = {root / name: data for name, data in yaml.data.items() if root / name in changed}
    if ledger.extended.added:
        written[root / COMMENTS] = ledger_bytes(ledger)
        before |= {root / COMMENTS: ledger.data} if ledger.data is not None else {}
    write_files(written, backup=list(before), expected=before)
    edits = sum(len(outcome.edits) for outcome in outcomes)
    names = "、".join(path.relative_to(root).as_posix() for path in changed)
    click.echo("")
    click.echo(f"{edits}か所を書き入れました: {names}（前のものは .bak に残しました）" if changed else "YAML に書き入れる変更はありませんでした。")
    if told :=  tell_done(ledger):
        click.echo(told)


def _tell_left(mapped: Sequence[Mapped], outcomes: Sequence[Outcome]) -> bool:
    """Say what is left for the clerk; True if anything is."""
    left = sum(len(outcome.conflicts) for outcome in outcomes)
    outside = sum(len(file.unplaced) for file in mapped)
    if left or outside:
        click.echo(f"事務局の判断が要るもの: 食い違いなど {left}件、置き場のない変更 {outside}件。上に示したものを見て、必要なら YAML を手で直してください。")
    return bool(left or outside)


def _changed_files(root: Path, yaml: _Yaml, outcomes: Sequence[Outcome]) -> dict[Path, bytes]:
    """The YAML files that hold texts of the report and change."""
    new = {outcome.address: outcome.merged for outcome in outcomes if outcome.merged != outcome.ours}
    texts = {name: one.text for name, one in yaml.decoded.items()}
    changed = set_texts(texts, yaml.homes, new)
    written: dict[Path, bytes] = {}
    for name, text in changed.items():
        if text != texts[name]:
            _check(name, text)
            written[root / name] = encode_as(yaml.decoded[name], text, name)
    return written


def _check(name: str, text: str) -> None:
    """Raises WriteError where the file would not be right with the changes."""
    try:
        _, problems = _READERS[name](parse(text, name), name)
    except DraftingError as error:
        problems = list(error.problems)
    if has_errors(problems):
        message = "この変更を取り込むと YAML が正しくなくなるので、何も書いていません。--only か --interactive で、その変更を除いてください。"
        raise WriteError(*problems, Problem("R003", message, Place(name)))
