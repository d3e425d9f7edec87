"""What a file of minutes may hold."""

from __future__ import annotations

from drafting.model import ROLES, VERDICTS
from drafting.schema import Day, Key, ListOf, Record, Text, TextOr, TextOrList, Whole

MEETING_ID = r"[A-Za-z0-9_]{1,16}"
_TIME = Text(pattern=r"([01]?\d|2[0-4]):[0-5]\d", hint="「10:00」のように半角で書いてください。")

_OTHER_ROLES = {
    **dict.fromkeys(("会長", "座長", "議長", "部会長", "分科会長", "会頭"), "委員長"),
    **dict.fromkeys(("副会長", "副座長", "副議長", "副部会長", "職務代理者", "職務代理", "会長代理"), "副委員長"),
    **dict.fromkeys(("部長", "次長", "課長", "係長", "主査", "主事", "室長", "所長", "職員", "担当課", "市"), "事務局"),
    **dict.fromkeys(("町長", "村長", "区長", "副市長"), "市長"),
}
_PERSON = TextOr(
    "name",
    Record(
        (
            Key("name", Text(), "氏名", True),
            Key("role", Text(), "役割"),
            Key("title", Text(), "職名"),
            Key("department", Text(), "所属"),
        )
    ),
)
_AGENDA = Record(
    (
        Key("number", Whole(), "番号", True),
        Key("title", Text(), "議題", True),
        Key("kind", Text(), "種類", False, "諮問・報告など。"),
    )
)
_MEETING = Record(
    (
        Key("id", Text(pattern=MEETING_ID, hint="半角の英数字で「1」のように書いてください。"), "会議の記号", True, "発言の引用の頭に付きます（1-U016 の 1）。"),
        Key("title", Text(), "会議の名称"),
        Key("committee", Text(), "委員会の名称"),
        Key("session", Whole(), "第何回"),
        Key("date", Day(), "開催日", False, "2025-11-28 の形。"),
        Key("start", _TIME, "開始時刻"),
        Key("end", _TIME, "終了時刻"),
        Key("place", Text(), "場所"),
        Key("public", Text(choices=("可", "不可", "一部不可")), "公開の可否"),
        Key("private_reason", Text(), "公開しなかった理由"),
        Key("observers", Whole(), "傍聴者数"),
        Key("office", Text(), "担当課"),
        Key("members", ListOf(_PERSON), "出席委員"),
        Key("absent", ListOf(_PERSON), "欠席委員"),
        Key("secretariat", ListOf(_PERSON), "事務局職員"),
        Key("others", ListOf(_PERSON), "その他の出席者"),
        Key("agenda", ListOf(_AGENDA), "議題"),
        Key("documents", ListOf(Text()), "配布資料"),
    )
)
_SOURCE = Record(
    (
        Key("file", Text(), "元のファイル", True),
        Key("sha256", Text(), "元のファイルの指紋", True),
        Key("layout", Text(), "様式", True),
        Key("last_id", Text(pattern=r"U\d+", hint="「U001」の形で書いてください。"), "使った最後の発言番号", False, "訂正版を取り込むと書かれます。"),
    )
)
_VERDICT = TextOr(
    "quote",
    Record(
        (
            Key("quote", Text(), "言葉", True, "発言の中の言葉を、一字一句そのまま。"),
            Key("kind", Text(choices=VERDICTS), "判断", False, "書かなければ「いいえ」。"),
        )
    ),
)
_ENTRY = Record(
    (
        Key("narrative", Text(), "発言でない記録", False, "＜開会＞や見出し、注記。"),
        Key("id", Text(pattern=r"U\d+", hint="「U001」の形で書いてください。"), "発言番号", False, "付け替えないでください。"),
        Key("speaker", Text(), "発言者", False, "会議録に書かれたまま。"),
        Key("role", Text(choices=ROLES, meant=_OTHER_ROLES), "役割"),
        Key("agenda", Whole(), "議題の番号"),
        Key("line", Whole(), "元のファイルの行"),
        Key("text", Text(), "発言", False, "公表されたまま。直すときは reading に書きます。"),
        Key("reading", Text(), "読み替え", False, "明らかな誤りを直した読み。"),
        Key("note", Text(), "覚え書き", False, "事務局の覚え書き。答申案には載りません。"),
        Key("opinion", TextOrList(Text(choices=VERDICTS), ListOf(_VERDICT)), "意見かどうか", False, "発言の全体なら1語、一部なら言葉の並び。書かなければ文末から見分けます。"),
    )
)
SCHEMA = Record(
    (
        Key("meeting", _MEETING, "会議", True),
        Key("source", _SOURCE, "元のファイル"),
        Key("record", ListOf(_ENTRY), "記録", True, "元の会議録の順。"),
    )
)
