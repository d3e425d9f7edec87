"""照会意見対応表: what reviewers said of the draft, place by place, and what became of it. Pure.

Reviewers are named here, and nowhere else: the table goes to those who wrote the comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from drafting.addresses import ROOMS, is_address, label_of, owner_of
from drafting.comments import Comment, Reply
from drafting.japanese import format_date
from drafting.views import Column, Sheet

TITLE = "照会意見対応表"
UNDECIDED = "未定"
_NAMELESS = "氏名なし"
_LEAD = "照会した答申案についての意見と、その対応である。対応の決まっていないものは「未定」又は「確認中」とする。"
_COLUMNS = (
    Column("No.", 5, "center"),
    Column("意見者", 10),
    Column("日付", 12),
    Column("箇所", 16),
    Column("対象の文言", 17),
    Column("意見", 23),
    Column("対応", 11, "center"),
    Column("理由・対応の内容", 22),
    Column("備考", 10),
)


def comment_sheet(comments: Sequence[Comment], places: Mapping[str, str]) -> Sheet:
    """The table in the order of the draft, answers behind what they answer; what stands outside of all addresses comes last.

    `places` gives the numbers above each address of today's draft, in its order.
    """
    return Sheet(TITLE, _LEAD, _COLUMNS, tuple(_row(one, places) for one in _ordered(comments, places)))


def _ordered(comments: Sequence[Comment], places: Mapping[str, str]) -> Iterator[Comment]:
    ranks = {address: i for i, address in enumerate(places)}
    known = {one.id for one in comments}
    answers: dict[str, list[Comment]] = {}
    for one in comments:
        if one.reply_to in known:
            answers.setdefault(one.reply_to, []).append(one)
    first = sorted((one for one in comments if one.reply_to not in known), key=lambda one: ranks.get(one.at, len(ranks)))
    waiting = [*reversed(first)]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        seen.add(one.id)
        yield one
        waiting += reversed(answers.get(one.id, ()))
    # Rows that answer each other in a circle have no first one.
    yield from (one for one in comments if one.id not in seen)


def _row(one: Comment, places: Mapping[str, str]) -> tuple[str, ...]:
    opinion = "\n".join([one.text, *map(_reply, one.replies)])
    place = _place(one.at, places)
    response = one.response or UNDECIDED
    return (one.id, one.author or _NAMELESS, _day(one.date), place, one.quote, opinion, response, one.reason, _remarks(one))


def _reply(reply: Reply) -> str:
    return f"（返信　{reply.author or _NAMELESS}）{reply.text}"


def _day(written: str) -> str:
    """The year on a line of its own: the column is narrow."""
    return format_date(date.fromisoformat(written[:10]), "和暦").replace("年", "年\n", 1) if written else ""


def _place(at: str, places: Mapping[str, str]) -> str:
    """「第4の2　提言2　本文」; what has no number in the draft is said in words."""
    if not is_address(at):
        return at
    owner, part = owner_of(at), label_of(at)
    if number := places.get(at):
        return f"{number}\n{part}"
    if owner.startswith("themes."):
        return f"分野「{owner.removeprefix('themes.')}」\n{part}"
    return part if owner == "texts" else f"{ROOMS.get(owner, owner)}\n{part}"


def _remarks(one: Comment) -> str:
    told = [one.remarks, f"{one.reply_to}への返信" if one.reply_to else "", "Wordで解決済み" if one.resolved else ""]
    return "\n".join(filter(None, told))
