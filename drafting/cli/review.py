"""`drafting review`: reviewers' Word files → who changed what, and into the YAML."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from unicodedata import normalize

import click

from drafting.addresses import label_of, owner_of
from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.ledger import Ledger, as_it_is, count_new, file_label, ledger_bytes, read_ledger, tell_done, tell_plan
from drafting.cli.review_files import Yaml, changed_files, read_reviews, read_yaml_files
from drafting.cli.review_shown import record_file, show, shown
from drafting.cli.terminal import Progress
from drafting.review.merge import merge_texts, with_edits
from drafting.review.outcome import Mapped, Outcome, Proposal
from drafting.review.remarks import ledger_rows
from drafting.review.report import Line, passage, people, sections, summary
from drafting.review.themes import follow_renamed, keep_titles_apart
from drafting.workspace import COMMENTS
from drafting.writing import write_files


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
    _check_output(files, output)
    with Progress() as progress:
        progress.step("戻った Word を読んでいます")
        mapped, warnings = read_reviews(root, files)
        _check_names(accepted, mapped.values())
        progress.step("変更を突き合わせています")
        yaml = read_yaml_files(root)
        ledger = read_ledger(root, [ledger_rows(one, file_label(root, path)) for path, one in mapped.items()])
        ours = {address: home.text for address, home in yaml.homes.items()}
        reviews = follow_renamed(tuple(mapped.values()), ours)
        given = [one for file in reviews for one in file.found]
        outcomes = keep_titles_apart(merge_texts(given, ours, frozenset(accepted)), given, ours)
    outcomes = _only(outcomes, only, reviews)
    titles = {address.removesuffix(".title"): home.text.strip() for address, home in yaml.homes.items() if address.endswith(".title")}
    found = sections(reviews, outcomes, titles)
    summaries = [summary(file) for file in reviews]
    show(summaries, found, warnings)
    record = record_file(root, yaml, (output, form), summaries, found)
    if interactive:
        outcomes = [_asked(outcome, titles) for outcome in outcomes]
        ledger = _asked_ledger(ledger)
    write = apply_ or interactive
    if write:
        _write(root, yaml, outcomes, ledger, record)
    else:
        write_files(record, backup=_there(record))
        _tell_plan(outcomes, ledger)
    for path in record:
        click.echo(f"作りました: {path}")
    left = _tell_left(reviews, outcomes) or any(problem.code == "R001" for problem in warnings)
    return int(left and write)


def _check_output(files: Sequence[Path], output: str | None) -> None:
    """Refuses a record that would take the place of a reviewer's file."""
    if output and Path(output).resolve() in {path.resolve() for path in files}:
        raise click.BadParameter(f"-o の「{output}」は、戻ってきた Word そのものです。記録には別の名前を付けてください。")


def _check_names(accepted: Sequence[str], mapped: Iterable[Mapped]) -> None:
    known = list(dict.fromkeys(name for file in mapped for name in people(file)))
    if unknown := [name for name in accepted if name not in known]:
        there = f"いるのは {'、'.join(known)} です" if known else "だれの変更もありません"
        raise click.BadParameter(f"「{unknown[0]}」の変更やコメントは、戻った Word にありません。{there}。氏名は画面に出るとおりに書いてください。")


def _only(outcomes: list[Outcome], only: str | None, mapped: Sequence[Mapped]) -> list[Outcome]:
    if only is None:
        return outcomes
    known = {owner_of(one.address) for file in mapped for one in file.found}
    typed = (name.strip() for name in normalize("NFKC", only).replace("、", ",").split(",") if name.strip())
    wanted = {name if name in known else name.upper() for name in typed}
    if unknown := sorted(wanted - known) or ([] if wanted else [only]):
        raise click.BadParameter(f"「{unknown[0]}」は、照会した答申案にありません。提言の番号を「R3,R5」のように書いてください。")
    return [outcome for outcome in outcomes if owner_of(outcome.address) in wanted]


def _asked(outcome: Outcome, titles: dict[str, str]) -> Outcome:
    """The outcome with the edits that the clerk said yes to; nobody there means no."""
    kept: list[Proposal] = []
    for edit in outcome.edits:
        if not sys.stdin.isatty():
            break
        owner = owner_of(outcome.address)
        click.echo(f"\n{owner}　{titles.get(owner, '')}　{label_of(outcome.address)}　{'、'.join(edit.who)}")
        click.echo(f"  {shown(Line(0, passage(outcome.printed, edit.hunk)))}")
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
    if told := tell_plan(ledger):
        click.echo(told)


def _there(record: Iterable[Path]) -> list[Path]:
    """What a record takes the place of, which may be another reviewer's file: it is kept as .bak."""
    return [path for path in record if path.exists()]


def _write(root: Path, yaml: Yaml, outcomes: Sequence[Outcome], ledger: Ledger, record: Mapping[Path, bytes]) -> None:
    """Write all that changes, or nothing, and say what was written."""
    changed = changed_files(root, yaml, outcomes)
    written = dict(changed)
    before = {root / name: data for name, data in yaml.data.items() if root / name in changed}
    if ledger.extended.added:
        written[root / COMMENTS] = ledger_bytes(ledger)
        before |= {root / COMMENTS: ledger.data} if ledger.data is not None else {}
    write_files({**written, **record}, backup=[*before, *_there(record)], expected=before)
    edits = sum(len(outcome.edits) for outcome in outcomes)
    names = "、".join(path.relative_to(root).as_posix() for path in changed)
    click.echo("")
    click.echo(f"{edits}か所を書き入れました: {names}（前のものは .bak に残しました）" if changed else "YAML に書き入れる変更はありませんでした。")
    if told := tell_done(ledger):
        click.echo(told)


def _tell_left(mapped: Sequence[Mapped], outcomes: Sequence[Outcome]) -> bool:
    """Say what is left for the clerk; True if anything is."""
    left = sum(len(outcome.conflicts) for outcome in outcomes)
    outside = sum(len(file.unplaced) for file in mapped)
    if left or outside:
        click.echo(f"事務局の判断が要るもの: 食い違いなど {left}件、置き場のない変更 {outside}件。上に示したものを見て、必要なら YAML を手で直してください。")
    return bool(left or outside)
