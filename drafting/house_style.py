"""`house_style.yaml` → `HouseStyle`: what a city has decided about its own way of writing. The file may be missing."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from drafting.dataclass import dataclass
from drafting.problems import Place, Problem, Severity
from drafting.schema import Item, Key, ListOf, Record, Switch, Text, Whole, read
from drafting.yamlfile import Node

REGISTERS = ("常体", "敬体", "自由")
SECTIONS = {
    "introduction": "はじめに",
    "principles": "基本的な考え方",
    "leads": "現状と課題",
    "bodies": "提言などの本文",
    "closing": "おわりに",
}
SEVERITIES = tuple(severity.value for severity in Severity)
OWN, ONE_WIDE = "統一", "1桁全角"

_RULE = Record(
    (
        Key("code", Text(pattern="[Kk][0-9]{3}", hint="「K302」のように書いてください。"), "規則の番号", True, "docs/house-style.md にあります。"),
        Key("use", Switch(), "当てるか", False, "false にすると、その規則を当てません。"),
        Key("severity", Text(choices=SEVERITIES), "重さ", False, "エラー・注意・参考。"),
    )
)
_REGISTERS = Record(
    tuple(
        Key(name, Text(choices=REGISTERS), title, False, "常体（である）・敬体（です・ます）・自由（多いほうにそろえる）。")
        for name, title in SECTIONS.items()
    )
)
_WORD = Record(
    (
        Key("use", Text(), "使う言葉", True),
        Key("not", ListOf(Text()), "使わない言葉", True, "本文にあれば知らせます。"),
        Key("except", ListOf(Text()), "そのままにする言葉", False, "法律や団体の名前など。"),
    )
)
SCHEMA = Record(
    (
        Key("rules", ListOf(_RULE), "規則の入り切りと重さ"),
        Key("registers", _REGISTERS, "文体", False, "書かなければ、本文は常体、はじめに・おわりには自由。"),
        Key("digits", Text(choices=(OWN, "半角", ONE_WIDE, "全角")), "数字の幅", False, "書かなければ統一（混ざっていれば知らせる）。"),
        Key("parens", Text(choices=(OWN, "半角", "全角")), "かっこの幅", False, "書かなければ統一（混ざっていれば知らせる）。"),
        Key("comma", Text(choices=("、", "，")), "読点", False, "書かなければ「、」。"),
        Key("words", ListOf(_WORD), "市の言葉", False, "使う言葉と、使わない言葉。"),
        Key("unify", ListOf(ListOf(Text())), "統一する言葉", False, "同じ意味の言葉の組。どちらも出てくれば知らせます。"),
        Key("allow", ListOf(Text()), "そのまま使う言葉", False, "規則を当てない言葉。"),
        Key("kanji", Text(), "常用漢字表の外でも使う漢字", False, "続けて書きます。"),
        Key("longest", Whole(), "1文の長さ", False, "これより長い文を知らせます。書かなければ100字。"),
        Key("commas", Whole(), "1文の読点", False, "これ以上ある文を知らせます。書かなければ5。"),
    )
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the city says of one rule: None where it says nothing."""

    code: str
    use: bool | None
    severity: Severity | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Wording:
    """A word of the city: `wrong` ones give way to `right`, but not inside one of `kept`."""

    right: str
    wrong: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The city's decisions; the defaults are those of a city without the file."""

    rules: tuple[Choice, ...] = ()
    registers: tuple[tuple[str, str], ...] = ()
    digits: str = OWN
    parens: str = OWN
    comma: str = "、"
    words: tuple[Wording, ...] = ()
    unify: tuple[tuple[str, ...], ...] = ()
    allow: tuple[str, ...] = ()
    kanji: str = ""
    longest: int = 100
    commas: int = 5

    def register(self, section: str) -> str:
        """常体, 敬体 or 自由 for a section; 常体 for leads, principles and bodies unless said."""
        default = "自由" if section in ("introduction", "closing") else "常体"
        return dict(self.registers).get(section, default)


def read_house_style(root: Node, file: str) -> tuple[HouseStyle, list[Problem]]:
    """The content of the file and all its problems; what is wrong takes its default."""
    problems: list[Problem] = []
    top = read(root, SCHEMA, file, problems)
    if top is None:
        return HouseStyle(), problems
    registers = top.get("registers")
    given: dict[str, Any] = {name: top.get(name) for name in ("digits", "parens", "comma", "longest", "commas") if name in top.values}
    return (
        HouseStyle(
            rules=tuple(_choice(item) for item in top.items("rules") if item.get("code")),
            registers=tuple(registers.values.items()) if registers else (),
            words=tuple(_wording(item) for item in top.items("words") if item.get("use")),
            unify=tuple(tuple(words) for words in top.items("unify") if len(words) > 1),
            allow=tuple(word for word in top.items("allow") if word),
            kanji=top.text("kanji"),
            **given,
        ),
        problems,
    )


def _choice(item: Item) -> Choice:
    word = item.get("severity")
    return Choice(item.text("code").upper(), item.get("use"), Severity(word) if word else None, item.place_of("code"))


def _wording(item: Item) -> Wording:
    right = item.text("use")
    wrong = tuple(word for word in item.items("not") if word and word != right)
    return Wording(right, wrong, tuple(word for word in item.items("except") if word))
