"""`committee.yaml` → `Committee`: who the committee is, what it was asked, how the report looks."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from drafting.model import PARTS, Committee, Consultation, Format, Letter, Margins, Member, Proceeding, Texts
from drafting.problems import Problem
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
        Key("city", Text(), "市の名前"),
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
        Key("note", Text(), "備考"),
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
        Key("font", Text(), "本文の書体"),
        Key("heading_font", Text(), "見出しの書体"),
        Key("latin_font", Text(), "英数字の書体", False, "書かなければ本文と同じ。"),
        Key("size", Number(8, 16), "本文の大きさ", False, "ポイント。0.5きざみ。"),
        Key("margins", _MARGINS, "余白", False, "ミリメートル。"),
        Key("digits", Text(choices=("半角", "全角")), "番号の数字"),
        Key("paren", Text(choices=("半角", "全角")), "番号のかっこ"),
        Key("date_style", Text(choices=("和暦(西暦)", "和暦", "西暦")), "日付の書き方"),
        Key("supplementary", Text(choices=("附帯意見", "付帯意見")), "附帯・付帯"),
        Key("page_number", Text(), "頁番号の形", False, "1 が頁番号に置き換わります。"),
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
            members=tuple(Member(**_texts_of(item, _names(Member)), place=item.text_place("name")) for item in committee.items("members")),
            consultation=_made(Consultation, top.get("consultation")),
            letter=_made(Letter, top.get("letter")),
            texts=_written(top.get("texts")),
            meetings=tuple(_proceeding(item) for item in top.items("meetings")),
            parts_off=frozenset(name for name, on in parts.values.items() if not on) if parts else frozenset(),
            format=_format(top.get("format")),
            place=committee.place,
        ),
        problems,
    )


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
    return Proceeding(**values, place_held=item.text("place"), agenda=tuple(item.items("agenda")))


def _format(item: Item | None) -> Format:
    if item is None:
        return Format()
    values = _texts_of(item, _names(Format))
    margins = values.pop("margins", None)
    return Format(**values, margins=_made(Margins, margins))
