"""What a merge of corrected minutes says to the clerk: conflicts, the words changed, what to look at."""

from __future__ import annotations

from collections.abc import Iterator

import click

from drafting.cli.terminal import report
from drafting.differences import changed_clauses
from drafting.problems import Place, Problem, Severity
from drafting.reimport import TITLES, Change, Conflict, Merge, Reason

_SHOWN = 60


def tell_conflicts(target: str, merged: Merge) -> None:
    """Report each conflict at its line, and what to do about all of them."""
    report(_conflict(target, conflict) for conflict in merged.conflicts)
    click.echo(
        f"手直しと訂正版の食い違いが {len(merged.conflicts)} 件あるので、何も書いていません。次のどれかを選んでください。\n"
        f"  ・{target} を直してから、もう一度取り込む\n"
        "  ・--conflict 手直し を付けて取り込む（食い違う所は今のまま。ほかの訂正は取り込む）\n"
        "  ・--conflict 訂正版 を付けて取り込む（食い違う所は訂正版のとおり。今のファイルは .bak に残る）",
        err=True,
    )


def tell_merge(target: str, merged: Merge, aside: str) -> None:
    """Print the summary, every change with its old and new words, and report the readings to look at."""
    said = [change for change in merged.changes if change.reference]
    changed = {change.reference for change in said if change.field}
    added = sum(not change.field and not change.old for change in said)
    removed = sum(not change.field and not change.new for change in said)
    others = len(merged.changes) - len(said)
    tail = f"、見出しや会議の項目 {others}" if others else ""
    counts = f"発言の変更 {len(changed)}、追加 {added}、削除 {removed}{tail}"
    click.echo(f"{target} に訂正を取り込みました: {counts}。手で直した所はそのままです。")
    for change in merged.changes:
        for line in _lines(change):
            click.echo(line)
    if aside:
        click.echo(f"前の元のファイルは {aside} に、前の会議録は {target}.bak に残しました。")
    else:
        click.echo(f"前の会議録は {target}.bak に残しました。")
    report(_look(one.reference, one.text, one.reading, one.place) for one in merged.doubtful)


def _lines(change: Change) -> Iterator[str]:
    source = "元のファイル" if change.field or change.new else "前の元のファイル"
    where = f"、{source}の{change.line}行目" if change.line else ""
    if change.reference:
        name = f"{change.reference}（{change.speaker}{where}）"
    elif change.field:
        name = "会議"
    else:
        name = f"発言でない記録{where}"
    if change.field == "text":
        yield f"  {name}"
        for old, new in changed_clauses(change.old, change.new):
            yield from _sides(old, new)
    elif change.field:
        yield f"  {name} の{TITLES.get(change.field, change.field)}"
        yield from _sides(change.old, change.new)
    else:
        yield f"  {name} {'削除' if change.old else '追加'}"
        yield from _sides(change.old, change.new)


def _sides(old: str, new: str) -> Iterator[str]:
    if old:
        yield click.style(f"    旧: {_one_line(old)}", fg="red")
    if new:
        yield click.style(f"    新: {_one_line(new)}", fg="green")


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def _conflict(target: str, conflict: Conflict) -> Problem:
    place = conflict.place if conflict.place.file else Place(target)
    what = conflict.reference or ("記録" if conflict.field in ("", "text") else "会議")
    if conflict.reason is Reason.REMOVED:
        message = f"{what}「{_short(conflict.ours)}」は訂正版にありませんが、提言が引いているか、手で直してあります。"
        return Problem("I081", message, place)
    if conflict.reason is Reason.DELETED:
        message = f"手で消した「{_short(conflict.ours)}」が、訂正版では「{_short(conflict.theirs)}」になっています。"
        return Problem("I082", message, place)
    field = TITLES.get(conflict.field, conflict.field)
    ours, theirs = _differing(conflict)
    message = f"{what} の{field}は、手直しと訂正版で違います。手直し「{ours}」、訂正版「{theirs}」。"
    return Problem("I080", message, place)


def _differing(conflict: Conflict) -> tuple[str, str]:
    """The words that differ, both sides whole where they are short."""
    if max(len(conflict.ours), len(conflict.theirs)) <= _SHOWN:
        return _one_line(conflict.ours), _one_line(conflict.theirs)
    pairs = changed_clauses(conflict.ours, conflict.theirs)
    return tuple(_short("…".join(side for side in sides if side)) for sides in zip(*pairs, strict=True))  # type: ignore[return-value]  # two sides


def _short(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _look(reference: str, text: str, reading: str, place: Place) -> Problem:
    if reading.strip() == text.strip():
        message = f"{reference} は、訂正で読み替え（reading）と同じ言葉になりました。reading は消してかまいません。"
    else:
        message = f"{reference} の発言が訂正されました。読み替え（reading）は前のままです。今の言葉に合うか確かめてください。"
    return Problem("I083", message, place, Severity.WARNING)
