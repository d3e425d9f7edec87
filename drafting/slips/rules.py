"""Slips that can be seen in one speech alone: a small function a rule, all of them in `RULES`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafting.japanese import without_quotations
from drafting.patterns import lazy_pattern

KANJI = "\u3400-\u9fff々"
_KATAKANA = "ァ-ヶー"


class Found(NamedTuple):
    """A suspicion about the characters [start, end). `proposal` stands for them, None: nobody can know."""

    code: str
    start: int
    end: int
    suspicion: str
    proposal: str | None


Rule = Callable[[str], Iterator[Found]]


def _matches(code: str, pattern: str, text: str, suspicion: str, template: str | None, *signs: str) -> Iterator[Found]:
    """A find for each match; `template` is a regex template of the proposal (a group that is absent is empty).

    Every match holds one of `signs`: most records hold none, and to look for them costs a hundredth of the pattern.
    """
    if signs and not any(sign in text for sign in signs):
        return
    for match in re.finditer(pattern, without_quotations(text), re.MULTILINE):
        proposal = None if template is None else match.expand(template)
        yield Found(code, match.start(), match.end(), suspicion.format(match[0]), proposal)


def _doubled_kana(text: str) -> Iterator[Found]:
    """考ええる, もらえらる, ますす: a kana too many in an inflection."""
    forms = (
        ("ええ", f"(?<=[{KANJI}])ええ(?=る|た|て|ます|ない|ら)", "え"),
        ("もらえらる", "もらえらる", "もらえる"),
        ("るる", "(?<=す|れ)るる(?=[。、]|$)", "る"),
        ("すす", "(ま|で)すす(?=[。、]|$)", r"\1す"),
        ("たた", "(まし|でし)たた(?=[。、]|$)", r"\1た"),
        ("であるる", "であるる", "である"),
    )
    for sign, pattern, template in forms:
        yield from _matches("S001", pattern, text, "「{}」は、かなが1字多いようです。", template, sign)


def _missing_kana(text: str) -> Iterator[Found]:
    """進んでいるおり、 / 考られる / 実施しいる。: an inflection cut short or mixed up."""
    forms = (
        (("いるおり、",), "(て|で)いるおり(?=、)", r"\1おり"),
        (("考",), "考(?=られ|てい|てお|ます)", "考え"),
        (tuple("進望含住頼悩"), f"([進望含住頼悩])て(?<![{KANJI}]..)(?=い|お)", r"\1んで"),
        (("しいる",), f"(?<=[{KANJI}{_KATAKANA}])しいる(?=[。、]|$)", "している"),
    )
    for signs, pattern, template in forms:
        yield from _matches("S002", pattern, text, "「{}」は、活用のかなが抜けているか、混ざっているようです。", template, *signs)


# Words that stand behind もの and こと as adverbs or suffixes, with no particle.
_ADVERBS = "一切|全部|全員|全て|今後|当然|実際|大変|結局|当時|以前|以降|以上|以外|自体|同様|同士|毎日|毎年"


def _missing_particle(text: str) -> Iterator[Found]:
    """できているもの限定して: no particle between a noun and its verb."""
    pattern = f"(もの|こと)(?<=[るたい]..)(?!{_ADVERBS})(?=[{KANJI}]{{2}}(?:して|した|し、|してい|する|され))"
    yield from _matches("S003", pattern, text, "「{}」の後に、「に」「を」などの助詞が抜けているようです。", None, "もの", "こと")


def _doubled_particle(text: str) -> Iterator[Found]:
    """をを, 委員のの意見, 課題ががある: between two words of Chinese letters or katakana nothing else can be meant."""
    word = f"{KANJI}{_KATAKANA}"
    for particle in "をがのにはでとへ":
        if particle * 2 in text:
            ends = f"(?=[{word}「]|ある|ない|でき)" if particle == "が" else f"(?=[{word}「])"
            doubled = "をを" if particle == "を" else f"(?<=[{word}]){particle * 2}{ends}"
            yield from _matches("S004", doubled, text, f"助詞「{particle}」が重なっています。", particle)
    pattern = f"(?<=[{word}])(?:をが|がを|にを|はを)(?=[{KANJI}])"
    yield from _matches("S004", pattern, text, "助詞が2つ並んでいます（{}）。", None, "をが", "がを", "にを", "はを")


def _blank(text: str) -> Iterator[Found]:
    """A blank behind 。 or 、, or behind a particle (R42)."""
    behind = f"([。、])[ \u3000]+(?=[^ \u3000\n])|(?<=[{KANJI}])([をがはに])[ \u3000]+(?=[{KANJI}{_KATAKANA}])"
    yield from _matches("S006", behind, text, "文の中に空白があります（改行の跡かもしれません）。", r"\1\2", " ", "\u3000")


_PAIRS = {"」": "「", "』": "『", "）": "（(", ")": "（(", "】": "【", "〕": "〔", "》": "《", "〉": "〈"}
_BRACKET = lazy_pattern(f"[「『（(【〔《〈{''.join(_PAIRS)}]")
_NUMBERED = lazy_pattern(r"(?:^|[\n。、\s])[0-9０-９ア-ンa-zA-Z]{1,2}$")


def _brackets(text: str) -> Iterator[Found]:
    """A bracket without its partner; the half bracket of a numbered item 1) is none."""
    waiting: list[int] = []
    for match in _BRACKET.finditer(text):
        at, letter = match.start(), match[0]
        if letter not in _PAIRS:
            waiting.append(at)
        else:
            if not waiting or text[waiting[-1]] not in _PAIRS[letter]:
                if _NUMBERED.search(text[max(0, at - 4) : at]):
                    continue
                yield Found("S009", at, at + 1, f"「{letter}」に対応する始めのかっこがありません。", None)
                return
            waiting.pop()
    if waiting:
        at = waiting[-1]
        yield Found("S009", at, at + 1, f"「{text[at]}」が閉じていません。", None)


_STOPS = ("、、", "。。", "、。", "。、")


def _doubled_stop(text: str) -> Iterator[Found]:
    """、、 or 。。; three and more are a pause."""
    if not any(pair in text for pair in _STOPS):
        return
    for match in re.finditer(f"(?<![、。])(?:{'|'.join(_STOPS)})(?![、。])", text):
        proposal = "。" if "。" in match[0] else "、"
        yield Found("S010", match.start(), match.end(), f"「{match[0]}」と、句読点が重なっています。", proposal)


_STEMS = ("食べ", "決め", "考え", "受け", "述べ", "調べ", "続け", "伝え", "覚え", "認め", "見つけ", "届け", "借り")
# A pattern that begins with the letter it turns on is searched many times as fast as one that looks before it first.
_STEM_AND_RE = lazy_pattern(f"れ(?<=[見来出{''.join(stem[-1] for stem in _STEMS)}]れ)(?=[るたなま])")


def _missing_ra(text: str) -> Iterator[Found]:
    """見れる (R45): said so perhaps, but the minutes are written Japanese."""
    if not _STEM_AND_RE.search(text):
        return
    pattern = f"((?<![{KANJI}])(?:見|来|出)|{'|'.join(_STEMS)})れ(?=る|た(?!り)|ない|なく|なか|ます|ません)"
    yield from _matches("S011", pattern, text, "「{}…」は、「ら」が抜けた言い方です。", r"\1られ")


_WIDE_DIGIT = lazy_pattern("[０-９]")


def _mixed_width(text: str) -> Iterator[Found]:
    """（a) or 1２: full and half width in one pair of brackets or one number."""
    for match in re.finditer(r"（[^（）()\n]{0,80}\)|\([^（）()\n]{0,80}）", text) if "(" in text or ")" in text else ():
        proposal = f"（{match[0][1:-1]}）"
        yield Found("S012", match.start(), match.end(), "かっこの片方が全角、片方が半角です。", proposal)
    for match in re.finditer("[0-9０-９]{2,}", text) if _WIDE_DIGIT.search(text) else ():
        if match[0].isascii() or not re.search("[0-9]", match[0]):
            continue
        half = match[0].translate(str.maketrans("０１２３４５６７８９", "0123456789"))
        yield Found("S012", match.start(), match.end(), "1つの数に、全角と半角の数字が混ざっています。", half)


# 時代が時代だ is an idiom with these.
_IDIOMS = "時代|場所|場合|問題|状況|内容|相手|立場|金額|値段|年齢|時期|時間"

_WORD = f"[{KANJI}{_KATAKANA}]"
# What comes again, a word or the end of a phrase: cheap to look for
_WORD_TWICE = lazy_pattern(f"[がを](?<=(..)[がを])(?={_WORD}*\\1)")
_PHRASE_TWICE = lazy_pattern(r"[をがは](?<=(..[をがは]))(?=.{0,10}\1)")


def _doubled_words(text: str) -> Iterator[Found]:
    """必要が必要である, ことがことが: a word begun again."""
    if _WORD_TWICE.search(text):
        again = f"(?<!{_WORD})({_WORD}{{2,}})[がを](?!{_IDIOMS})\\1(?=である|となる|だ|です|。|する|して|と考え)"
        yield from _matches("S013", again, text, "「{}」と、同じ言葉が重なっています。", None)
    if _PHRASE_TWICE.search(text):
        phrase = f"((?:{_WORD}|[ぁ-ん]){{2,12}}[をがは])\\1"
        yield from _matches("S013", phrase, text, "「{}」と、同じ言葉が重なっています。", r"\1")


RULES: tuple[Rule, ...] = (
    _doubled_kana, _missing_kana, _missing_particle, _doubled_particle, _blank, _brackets, _doubled_stop,
    _missing_ra, _mixed_width, _doubled_words,
)  # fmt: skip
