"""What a rule of house style is. The tables of rules hold nothing else."""

from __future__ import annotations

from typing import NamedTuple

from drafting.patterns import lazy_pattern
from drafting.problems import Severity

_LITERAL = lazy_pattern(r"(?:[^\\\[\](){}.|?*+^$](?![?*{]))*")


class Entry(NamedTuple):
    """One wrong form. `wrong` is a regular expression that begins with letters to search for; `right` is what
    it should be (a template of `re`, "" where no one form is right); `before` and `after` are looks around."""

    wrong: str
    right: str = ""
    before: str = ""
    after: str = ""

    @property
    def literal(self) -> str:
        """The letters that every match begins with."""
        match = _LITERAL.match(self.wrong)
        return match[0] if match else ""


class Rule(NamedTuple):
    """A rule as a city switches it on and off. `advice` is told after the words found; where `right` is
    given it is told as well. `safe`: the correction can be made without reading the sentence. What is not `standard` is a
    custom of some cities that no source asks for: it is used where a city switches it on."""

    code: str
    severity: Severity
    title: str
    advice: str
    source: str
    safe: bool
    entries: tuple[Entry, ...] = ()
    standard: bool = True


def words(table: str, before: str = "", after: str = "") -> tuple[Entry, ...]:
    """Entries of a table "誤=正 誤=正 …" that share their looks around."""
    pairs = (pair.split("=") for pair in table.split())
    return tuple(Entry(wrong, right, before, after) for wrong, right in pairs)


WARNING, INFO, ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR

KANJI = "[一-鿿々]"
SENTENCE_START = r"(?:(?<=^)|(?<=[。\n　]))"

# Sources, named in the manual.
KANGO = "公用文における漢字使用等について（平成22年内閣訓令第1号）"
OKURI = "送り仮名の付け方（昭和48年内閣告示第2号）、公用文における漢字使用等について（平成22年内閣訓令第1号）"
NOUNS = "公用文における漢字使用等について（平成22年内閣訓令第1号）別紙の2、送り仮名の付け方（昭和48年内閣告示第2号）通則7"
KANA = "現代仮名遣い（昭和61年内閣告示第1号）"
USAGE = "文部科学省用字用語例（平成23年3月）"
RA = "新しい時代に応じた国語施策について（平成7年国語審議会審議経過報告）"
CUSTOM = "公用文の慣行"
KENGI = "公用文作成の考え方（令和4年1月7日文化審議会建議）"
JOYO = "常用漢字表（平成22年内閣告示第2号）"
GAIRAI = "外来語の表記（平成3年内閣告示第2号）、公用文作成の考え方（令和4年1月7日文化審議会建議）"
CITY = "市の決まり（inputs/house_style.yaml）"
CLEAN = "印刷する文書に残してはならないもの"
