"""`drafting build`: the draft report in Word and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.making import Made, Order, make_draft
from drafting.cli.overwrite import saved_by_others, tell_kept
from drafting.cli.targets import find_targets
from drafting.cli.terminal import Progress, report
from drafting.draft import Contents
from drafting.editions.edition import EDITIONS, Edition
from drafting.files import read_bytes
from drafting.problems import InputError, Place, Problem, Severity, exit_code
from drafting.workspace import REFERENCE
from drafting.writing import write_files

if TYPE_CHECKING:
    from drafting.issued import Issued

TODAY = ("今日", "today")


@click.command(cls=JapaneseCommand, name="build")
@click.option("-o", "output", metavar="ファイル", help="書き出し先。書かなければ outputs/答申案。")
@click.option("--format", "formats", metavar="docx,md", help="書き出す形式。書かなければ両方（-o に拡張子があればその形式）。")
@click.option("--template", metavar="ひな型", default="report", help="report（報告書型）、letter（書簡型）、summary（概要版）、または templates/ のファイル。")
@click.option("--edition", type=JapaneseChoice(list(EDITIONS)), metavar="版", default=Edition.WORKING.value,
              help="庁内（根拠をコメントで付ける）、照会（行番号を付け、変更を記録する）、確定。書かなければ作業用。")  # fmt: skip
@click.option("--pages", is_flag=True, help="LibreOffice があれば、目次の頁番号を数えて入れます。")
@click.option("--date", "day", metavar="日付", help="照会の版に載せる日付（2026-01-16 の形か、今日）。")
@click.option("--since", metavar="ビルド番号", help="その照会の後に変わった所を、Word の変更履歴で示します（照会の版）。番号は初めの数文字で足ります。")
@click.pass_obj
def command(
    root: Path,
    output: str | None,
    formats: str | None,
    template: str,
    edition: str,
    day: str | None,
    pages: bool,
    since: str | None,
) -> int:
    """答申案を作ります。

    inputs/ の会議録と提言から、templates/ のひな型で Word と Markdown を作り、outputs/ に置きます。
    ファイルに書き方の誤りがあれば何も書かずに知らせます。引用の食い違いは知らせたうえで作ります（終了コード1）。
    確定の版は、未入力・候補・引用の食い違いなどが1つでもあれば、その一覧を示して何も書きません（終了コード1）。

    \b
    例: drafting build
        drafting build --template letter -o outputs/鑑文.docx
        drafting build --edition 照会 --date 2026-01-16
        drafting build --edition 照会 --since 3f9a
    """
    if since is not None and EDITIONS[edition] is not Edition.REVIEW:
        raise click.BadParameter("--since は、--edition 照会 のときだけ使えます。")
    issued = _issued(root, since) if since is not None else None
    order = Order(root, template, EDITIONS[edition], _day(day, EDITIONS[edition]), [], pages, issued)
    with Progress() as progress:
        made = make_draft(order, progress)
        targets = find_targets(order, output, formats, made.template)
        recorded = order.edition is Edition.REVIEW and "docx" in targets
        outputs = (_handed_out if recorded else _outputs)(order, made, targets, progress)
        kept = saved_by_others(outputs)
        write_files(outputs, backup=kept)
    report(order.findings)
    for path in outputs:
        click.echo(f"作りました: {path}")
    tell_kept(kept)
    return exit_code(order.findings)


def _issued(root: Path, build: str) -> Issued:
    from drafting.cli.issue import find_issued

    return find_issued(root, build)


def _day(text: str | None, edition: Edition) -> date | None:
    """The date of the review copy. Only the word 今日 looks at the clock: else the same inputs would
    give other bytes tomorrow."""
    if text is None:
        return None
    if edition is not Edition.REVIEW:
        raise click.BadParameter("--date は、--edition 照会 のときだけ使えます。")
    if text in TODAY:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"日付「{text}」が読めません。「2026-01-16」の形か「今日」と書いてください。") from None


def _outputs(order: Order, made: Made, targets: Mapping[str, Path], progress: Progress) -> dict[Path, bytes]:
    return {path: _written(path, made, order, progress) for path in targets.values()}


def _handed_out(order: Order, made: Made, targets: Mapping[str, Path], progress: Progress) -> dict[Path, bytes]:
    """What is written of a review copy: the record of it, unless that lies there already, and the draft with its build id."""
    from drafting.cli.issue import record, record_file

    word, reference = targets["docx"], read_bytes(order.root / REFERENCE, REFERENCE)
    issued = record(made.draft, made.form, made.template, word.name, order.day, reference)
    made = made._replace(finish=replace(made.finish, build=issued.build, day=order.day.isoformat() if order.day else ""))
    if order.since is not None:
        made = _marked(made, order.since, order)
    outputs = _outputs(order, made, targets, progress)
    return record_file(order.root, issued, outputs[word]) | outputs


def _marked(made: Made, since: Issued, order: Order) -> Made:
    """What is made, with what changed since an issue; the record stays that of today's text."""
    from drafting.editions.since import mark_since
    from drafting.editions.since_problems import since_problems
    from drafting.issued import issued_path

    if since.template != made.template:
        message = f"この照会のひな型は「{since.template}」、今のひな型は「{made.template}」なので比べられません。--template で同じひな型を指定してください。"
        raise InputError(Problem("F045", message, Place(issued_path(since.build))))
    found = mark_since(made.draft, since)
    order.findings.extend(since_problems(found, since))
    return made._replace(marked=found.draft)


def _written(path: Path, made: Made, order: Order, progress: Progress) -> bytes:
    if path.suffix == ".md":
        progress.step("Markdown を書いています")
        from drafting.render import write_markdown

        return write_markdown(made.draft, made.finish.remarks).encode("utf-8")
    progress.step("Word を書いています")
    from drafting.word.writer import write_word

    reference = read_bytes(order.root / REFERENCE, REFERENCE)
    data, problems = write_word(made.draft, reference, made.form, made.finish)
    order.findings.extend(problems)
    if order.count_pages and any(isinstance(block, Contents) for block in made.draft.blocks):
        progress.step("頁を数えています（LibreOffice）")
        if pages := _count_pages(data, made, order, path):
            data, _ = write_word(made.marked or made.draft, reference, made.form, made.finish, pages)
            return data
    if made.marked:
        data, _ = write_word(made.marked, reference, made.form, made.finish)
    return data


def _count_pages(data: bytes, made: Made, order: Order, path: Path) -> dict[str, int] | None:
    """The page of each heading; None, with a warning, where nobody could count."""
    from drafting.office import find_office, to_pdf
    from drafting.word.pages import read_pages

    pdf = to_pdf(data)
    pages = read_pages(pdf, made.draft) if pdf else None
    if pages is None:
        why = "LibreOffice が頁を数えられませんでした" if find_office() else "LibreOffice が見つかりません"
        message = f"{why}。目次の頁番号は見込みです。Word で開いて、目次を更新してください。"
        order.findings.append(Problem("W003", message, Place(str(path)), Severity.WARNING))
    return pages
