"""`comments.yaml` → comments, with what the secretariat decided about each."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import NamedTuple

from drafting.dataclass import dataclass
from drafting.problems import Place, Problem
from drafting.schema import Item, Key, ListOf, Record, Switch, Text, read, report_doubled_ids
from drafting.yamlfile import Node

# Nothing written and 確認中 mean that it is not decided; for 反映しない a reason is wanted.
PENDING, REFUSED = "確認中", "反映しない"
RESPONSES = ("反映", "一部反映", REFUSED, "既記載", "参考", PENDING)
_ID = Text(pattern="C[1-9][0-9]{0,6}", hint="半角で「C1」のように書いてください。")
_WHEN = Text(
    pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?",
    hint="「2026-01-20」か「2026-01-20 10:00」のように書いてください。",
)
_REPLY = Record(
    (
        Key("author", Text(), "返信した人"),
        Key("date", _WHEN, "日付", False, "2026-01-20 か 2026-01-20 10:00。"),
        Key("text", Text(), "返信", True),
        Key("key", Text(), "照合の印", False, "drafting が付けます。直しません。"),
    )
)
_SOURCE = Record(
    (
        Key("file", Text(), "ファイル", False, "コメントのあった Word の名前。"),
        Key("build", Text(), "照会の番号", False, "outputs/issued/ の記録の番号。"),
        Key("key", Text(), "照合の印", False, "同じコメントかどうかを見分けます。直しません。"),
    )
)
_COMMENT = Record(
    (
        Key("id", _ID, "番号", True, "一度使った番号は使い回しません。"),
        Key("author", Text(), "意見者", False, "Word に書かれた名前。氏名に直して構いません。"),
        Key("date", _WHEN, "日付", False, "2026-01-20 か 2026-01-20 10:00。"),
        Key("at", Text(), "箇所", False, "R1.body（提言R1の本文）などの場所か、場所を表す言葉。"),
        Key("quote", Text(), "対象の文言", False, "照会した案の、コメントの付いた言葉。"),
        Key("text", Text(), "意見", True),
        Key("replies", ListOf(_REPLY), "返信", False, "Word でこのコメントに付いた返信。"),
        Key("resolved", Switch(), "Word で解決済み"),
        Key("reply_to", _ID, "返信の元", False, "後から付いた返信のとき、元の意見の番号。"),
        Key("source", _SOURCE, "もとの Word", False, "drafting が付けます。直しません。"),
        Key("response", Text(choices=RESPONSES), "対応", False, "空なら、まだ決まっていません。"),
        Key("reason", Text(), "理由・対応の内容", False, "「反映しない」には理由を書きます。"),
        Key("remarks", Text(), "備考", False, "照会意見対応表の備考に載ります。"),
    )
)
SCHEMA = Record((Key("comments", ListOf(_COMMENT), "照会意見"),))


class Reply(NamedTuple):
    """What somebody answered to a comment. `key` is what it is known by; "" for one that was typed by hand."""

    author: str
    date: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A row of the ledger.

    `author` and `date` (YYYY-MM-DD, with HH:MM where it is known) are "" where they were removed. `at` is an
    address of the report or a place in words, `quote` the passage in the draft as it was handed out. `reply_to` is
    the id of an earlier row that this one answers. `response` (one of RESPONSES, "" not yet decided), `reason`
    and `remarks` are the secretariat's. `file` and `build` say where it came from, `key` is what it is known by.
    """

    id: str
    author: str
    date: str
    at: str
    quote: str
    text: str
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    reply_to: str = ""
    response: str = ""
    reason: str = ""
    remarks: str = ""
    file: str = ""
    build: str = ""
    key: str = ""
    place: Place = field(default=Place(""), compare=False)
    reply_to_place: Place = field(default=Place(""), compare=False)
    response_place: Place = field(default=Place(""), compare=False)

    @property
    def is_open(self) -> bool:
        """True if the secretariat has not decided what becomes of it."""
        return self.response in ("", PENDING)

    @property
    def lacks_reason(self) -> bool:
        """True if it was refused and nobody says why."""
        return self.response == REFUSED and not self.reason.strip()


def read_comments(root: Node, file: str) -> tuple[tuple[Comment, ...], list[Problem]]:
    """The rows of the file in their order, and all its problems; a row that is wrong is left out.

    Codes Y0xx are faults of form; R012 is an answer to a row that is not there.
    """
    problems: list[Problem] = []
    top = read(root, SCHEMA, file, problems)
    if top is None:
        return (), problems
    found = [_comment(item, problems) for item in top.items("comments")]
    report_doubled_ids(((one.id, one.place) for one in found), problems)
    _report_lost_parents(found, problems)
    return tuple(one for one in found if one.id and one.text), problems


def _comment(item: Item, problems: list[Problem]) -> Comment:
    source = item.get("source")
    return Comment(
        id=item.get("id", ""),
        author=item.text("author"),
        date=_day(item, problems),
        at=item.text("at"),
        quote=item.text("quote"),
        text=item.text("text"),
        replies=tuple(_reply(each, problems) for each in item.items("replies") if each.get("text")),
        resolved=item.get("resolved", False),
        reply_to=item.get("reply_to", ""),
        response=item.get("response", ""),
        reason=item.text("reason"),
        remarks=item.text("remarks"),
        file=source.text("file") if source else "",
        build=source.text("build") if source else "",
        key=source.text("key") if source else "",
        place=item.place,
        reply_to_place=item.place_of("reply_to"),
        response_place=item.place_of("response"),
    )


def _reply(item: Item, problems: list[Problem]) -> Reply:
    return Reply(item.text("author"), _day(item, problems), item.text("text"), item.text("key"))


def _day(item: Item, problems: list[Problem]) -> str:
    """The date if there is such a day, else "" and Y017."""
    written: str = item.get("date", "")
    try:
        if written:
            date.fromisoformat(written[:10])
    except ValueError:
        problems.append(Problem("Y017", f"「{written[:10]}」という日はありません。", item.place_of("date")))
        return ""
    return written


def _report_lost_parents(found: list[Comment], problems: list[Problem]) -> None:
    known = {one.id for one in found}
    for one in found:
        if one.reply_to and (one.reply_to not in known or one.reply_to == one.id):
            what = "が自分の番号です" if one.reply_to == one.id else f"の番号「{one.reply_to}」の意見がありません"
            problems.append(Problem("R012", f"reply_to {what}。元の意見の番号を書くか、この行を消してください。", one.reply_to_place))
