"""`committee.yaml` → `Committee`: who the committee is, what it was asked, how the report looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from drafting.japanese import DATE_STYLES
from drafting.model import PARTS, PROFILES, Committee, Consultation, Format, Letter, Margins, Member, Proceeding, Texts
from drafting.numbering import DIGITS, PARENS
from drafting.problems import Place, Problem
from drafting.schema import Day, Item, Key, ListOf, Number, Record, Switch, Text, TextOr, Whole, read
from drafting.yamlfile import Node

_MEMBER = TextOr(
    "name",
    Record(
        (
            Key("name", Text(), "氏名", True),
            Key("role", Text(), "役職", False, "委員長・副委員長など。"),
            Key("affiliation", Text(), "所属・役職"),
            Key("category", Text(), "区分", False, "学識経験者・公募市民など。"),
            Key("note", Text(), "備考"),
        )
    ),
)
_COMMITTEE = Record(
    (
        Key("name", Text(), "委員会の名称", False, "書かなければ会議録から取ります。"),
        Key("city", Text(), "市の名前", False, "書かなければ宛名の職名（甲市長）から取ります。"),
        Key("chair", Text(), "長の職名", False, "委員長・会長など。書かなければ「委員長」。"),
        Key("members", ListOf(_MEMBER), "委員名簿", False, "書かなければ会議録の出席委員から作ります。"),
        Key("order", Text(), "名簿の並び", False, "名簿の上に（五十音順、敬称略）のように載ります。"),
    )
)
_CONSULTATION = Record(
    (
        Key("title", Text(), "諮問の件名"),
        Key("number", Text(), "諮問の文書番号"),
        Key("date", Day(), "諮問の日"),
        Key("basis", Text(), "諮問の根拠", False, "条例・規則の条など。"),
        Key("items", Text(), "諮問事項"),
        Key("reason", Text(), "諮問の理由"),
    )
)
_LETTER = Record(
    (
        Key("title", Text(), "件名", False, "「…について（答申）」。"),
        Key("number", Text(), "文書番号"),
        Key("date", Day(), "答申の日"),
        Key("addressee_title", Text(), "宛名の職名", False, "「○○市長」。"),
        Key("addressee_name", Text(), "宛名の氏名"),
        Key("honorific", Text(), "敬称", False, "書かなければ「様」。"),
        Key("chair_name", Text(), "発信者（委員長）の氏名"),
        Key("seal", Text(choices=("none", "印", "公印省略")), "公印", False, "none（なし）・印・公印省略。"),
    )
)
_TEXTS = Record(
    (
        Key("introduction", Text(), "はじめに"),
        Key("principles", Text(), "基本的な考え方"),
        Key("closing", Text(), "おわりに"),
    )
)
_PROCEEDING = Record(
    (
        Key("session", Whole(), "第何回"),
        Key("date", Day(), "開催日"),
        Key("place", Text(), "場所"),
        Key("agenda", ListOf(Text()), "議題・主な審議内容"),
        Key("observers", Whole(), "傍聴者数"),
        Key("note", Text(), "備考", False, "議題の下に、かっこを付けて載ります。"),
    )
)
PART_TITLES = dict(
    zip(
        PARTS,
        (
            "表紙", "鑑文", "目次", "はじめに", "諮問事項", "審議の経過", "基本的な考え方", "分野別の提言", "現状と課題",
            "主な意見", "附帯意見", "少数意見", "おわりに", "委員名簿", "審議経過（資料）", "意見と提言の対応",
        ),
        strict=True,
    )
)  # fmt: skip
_PARTS = Record(tuple(Key(name, Switch(), title, False, "false にすると載せません。") for name, title in PART_TITLES.items()))
_MARGINS = Record(
    tuple(Key(name, Number(5, 80), title) for name, title in zip(("top", "bottom", "left", "right"), "上下左右", strict=True))
)
_FORMAT = Record(
    (
        Key("profile", Text(choices=tuple(PROFILES)), "ひとそろいの体裁", False, "ほかの項目を書けば、その項目だけ置き換わります。"),
        Key("font", Text(), "本文の書体"),
        Key("heading_font", Text(), "見出しの書体"),
        Key("latin_font", Text(), "英数字の書体", False, "書かなければ本文と同じ。"),
        Key("size", Number(8, 16), "本文の大きさ", False, "ポイント。0.5きざみ。"),
        Key("margins", _MARGINS, "余白", False, "ミリメートル。"),
        Key("characters", Number(20, 60, 1), "1行の字数", False, "lines と合わせて、字数と行数をそろえます。"),
        Key("lines", Number(20, 60, 1), "1頁の行数"),
        Key("digits", Text(choices=DIGITS), "番号と日付の数字", False, "1桁全角は、2桁以上を半角にします。"),
        Key("paren", Text(choices=PARENS), "番号のかっこ"),
        Key("date_style", Text(choices=DATE_STYLES), "日付の書き方"),
        Key("weekday", Text(choices=("なし", "金", "金曜日")), "開催日の曜日"),
        Key("first_year", Text(choices=("元年", "1年")), "改元の年の書き方"),
        Key("supplementary", Text(choices=("附帯意見", "付帯意見")), "附帯・付帯"),
        Key("page_number", Text(), "頁番号の形", False, "1 が頁番号に、1 の後の 10 が総頁数に置き換わります。「なし」で付けません。"),
        Key("front_page_number", Text(choices=("なし", "ローマ数字")), "鑑文と目次の頁番号", False, "表紙には付きません。"),
        Key("ruby", Switch(), "ルビ", False, "true にすると「誹謗（ひぼう）」のかっこの中を、Word でルビにします。"),
        Key("emblem", Text(), "市章の画像", False, "作業場所の PNG か JPEG。表紙に載ります。"),
    )
)
SCHEMA = Record(
    (
        Key("committee", _COMMITTEE, "委員会", True),
        Key("consultation", _CONSULTATION, "諮問"),
        Key("letter", _LETTER, "鑑文と表紙"),
        Key("texts", _TEXTS, "事務局が書く文章"),
        Key("meetings", ListOf(_PROCEEDING), "審議の経過", False, "会議録のない回や、書き足したいこと。"),
        Key("parts", _PARTS, "載せる部分"),
        Key("format", _FORMAT, "体裁"),
    )
)


def read_committee(root: Node, file: str) -> tuple[Committee, list[Problem]]:
    """The content of the file and all its problems; what is wrong takes its default."""
    problems: list[Problem] = []
    top = read(root, SCHEMA, file, problems)
    committee = top.get("committee") if top else None
    if top is None or committee is None:
        return Committee(), problems
    parts = top.get("parts")
    return (
        Committee(
            **_texts_of(committee, ("name", "city", "chair", "order")),
            members=_members(committee),
            consultation=_made(Consultation, top.get("consultation")),
            letter=_made(Letter, top.get("letter")),
            texts=_written(top.get("texts")),
            meetings=tuple(_proceeding(item) for item in top.items("meetings")),
            parts_off=frozenset(name for name, on in parts.values.items() if not on) if parts else frozenset(),
            format=_format(top.get("format")),
            place=committee.place,
            places=dict(_places(top)),
        ),
        problems,
    )


def _places(top: Item) -> Iterator[tuple[str, Place]]:
    for part in ("committee", "consultation", "letter"):
        if item := top.get(part):
            yield part, item.place
            yield from ((f"{part}.{name}", item.text_place(name)) for name in item.values)


def _members(committee: Item) -> tuple[Member, ...]:
    """The roll; a line without a name has been told and is left out."""
    named = (item for item in committee.items("members") if item.get("name"))
    return tuple(Member(**_texts_of(item, _names(Member)), place=item.text_place("name")) for item in named)


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _texts_of(item: Item, names: tuple[str, ...]) -> dict[str, Any]:
    """The values that are there, by the names of the fields; a missing one keeps its default."""
    return {name: item.text(name) if isinstance(item.get(name), str) else item.get(name) for name in names if name in item.values}


def _made(kind: Any, item: Item | None) -> Any:
    return kind(**_texts_of(item, _names(kind))) if item else kind()


def _written(item: Item | None) -> Texts:
    if item is None:
        return Texts()
    names = ("introduction", "principles", "closing")
    return Texts(**_texts_of(item, names), places=tuple(item.text_place(name) for name in names))


def _proceeding(item: Item) -> Proceeding:
    values = _texts_of(item, ("session", "date", "observers", "note"))
    return Proceeding(**values, place_held=item.text("place"), agenda=tuple(item.items("agenda")), place=item.place)


def _format(item: Item | None) -> Format:
    if item is None:
        return Format()
    base = PROFILES.get(item.text("profile"), Format())
    values = _texts_of(item, tuple(name for name in _names(Format) if name != "emblem_place"))
    margins = values.pop("margins", None)
    if margins:
        values["margins"] = replace(base.margins, **_texts_of(margins, _names(Margins)))
    for name in ("characters", "lines"):
        if name in values:
            values[name] = int(values[name])
    return replace(base, **values, emblem_place=item.place_of("emblem"))
