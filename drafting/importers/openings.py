"""How a speech opens in a line of prose: the signs around the speaker's label, one function a sign.

Each takes the text of a line and gives what stands in the place of a label and the words after
it, or None. Whether that label *is* a speaker is not decided here (`prose.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafting.importers.roles import BRACKETS, MARKS, clean_label, closing_at, is_certain_speaker, is_speaker
from drafting.japanese import display_width


class Opening(NamedTuple):
    """The label as written, and the words of the same line ("" if the label stands alone); `before`
    is a number or a time of day in front of it, which is of the record's form."""

    label: str
    text: str
    before: str = ""


Opener = Callable[[str], Iterator[Opening]]

BLANK = " \t\u3000"
LONGEST_LABEL = 40
_MARK = f"[{MARKS}\\-－*＊]"
_PAIR = "Q|Ｑ|A|Ａ|問|答|質問|回答|意見|ご意見|御意見|要望|提案|質疑|応答|答弁|返答|コメント|委員意見|事務局回答|市の考え方"
_BEFORE = f"(?:{_MARK}[{BLANK}]*){{0,3}}"
# 「001 委員長 …」「9:58 委員長 …」「20413【…】」: the number of a speech, or its time.
PREFIX = re.compile(f"[{BLANK}]*[(（\\[［]?(?:[0-9０-９]{{1,2}}[:：][0-9０-９]{{2}}(?:[:：][0-9０-９]{{2}})?|[0-9０-９]{{1,6}}(?![{BLANK}0-9０-９]*番[{BLANK}]*委))[)）\\]］]?(?:[.．][{BLANK}]*|[{BLANK}]+|(?=[【（(＜<\\[［○◎])|(?<=[)）\\]］]))"
    f"|[{BLANK}]*(?:{_PAIR})[0-9０-９]{{0,3}}[.．:：]?[{BLANK}]*(?=[（(【［\\[])")
_BY_PAIR = re.compile(f"[{BLANK}]*(?:{_PAIR})")
_INNER_PAIR = re.compile(f"[{BLANK}]*(?:{_PAIR})[0-9０-９]{{0,3}}[{BLANK}]*[：:／/・][{BLANK}]*(?=[^{BLANK}])")
_COLONS = "[：:｜|／/→⇒]|＞(?=[^＞])|…{1,4}|‥{2,4}|・{3,6}|―{2,4}|─{2,4}|-{2,4}"
_COLON = re.compile(f"([{BLANK}]*{_BEFORE}[^：:。、「」…‥\t]{{1,{LONGEST_LABEL}}}?)[{BLANK}]*(?:{_COLONS})(.*)", re.DOTALL)
_SEVERAL = re.compile(f"([{BLANK}]*{_BEFORE}[^：:。「」…‥\t]{{1,{LONGEST_LABEL}}}?)[{BLANK}]*[：:](.*)", re.DOTALL)
_CLOSING = re.compile(f"([{BLANK}]*[^()（）。、「」：:\t]{{1,20}}(?:[(（][^()（）]{{1,12}}[)）])?)[)）](.*)", re.DOTALL)
_MARKED = re.compile(f"[{BLANK}]*{_BEFORE}", re.DOTALL)
_REMARK_BEHIND = re.compile(f"[{BLANK}]*[(（][^()（）]{{1,20}}[)）]")
_TRAILING = re.compile(f"(.*?[^{BLANK}])[{BLANK}]*([(（【〔\\[][^()（）【】〔〕\\[\\]。]{{1,24}}[)）】〕\\]])[{BLANK}]*", re.DOTALL)
_PAIRED = re.compile(
    f"[{BLANK}]*{_MARK}?[【<＜〈(（〔\\[［]?[{BLANK}]*((?:{_PAIR})[{BLANK}]?[0-9０-９]{{0,3}})"
    f"(?:[{BLANK}]*[】>＞〉)）〕\\]］][{BLANK}：:]*|[{BLANK}]*[．.：:)）][{BLANK}]*|[{BLANK}]+|$)(.*)",
    re.DOTALL,
)
_ARROW = re.compile(f"[{BLANK}]*([⇒→⇨➡➔▶►＝]+>?|=>|->)[{BLANK}]*(.+)", re.DOTALL)


def indent_of(text: str) -> int:
    """How far in a text begins, in half-width columns."""
    return display_width(text[: len(text) - len(text.lstrip(BLANK))])


def colon(text: str) -> Iterator[Opening]:
    """「委員長：…」「委員長（相馬君）: …」「・委員／…」「青木委員、森委員：…」"""
    match = _COLON.match(text, 0, len(text))
    if not match and "、" in text[:LONGEST_LABEL] and (several := _SEVERAL.match(text)) and is_speaker(clean_label(several[1])):
        match = several
    if match:
        yield Opening(match[1], match[2])


def closing_bracket(text: str) -> Iterator[Opening]:
    """「山本委員長）…」"""
    if match := _CLOSING.match(text):
        yield Opening(match[1], match[2])


def bracketed(brackets: str) -> Opener:
    """「【委員】…」 for the opening brackets given, with a mark before or a colon behind."""

    def opener(text: str) -> Iterator[Opening]:
        start = _MARKED.match(text)
        begin = start.end() if start else 0
        sign = text[begin : begin + 1]
        if not sign or sign not in brackets:
            return
        end = closing_at(text, begin, begin + LONGEST_LABEL)
        if end < 0 or (sign == "<" and text[begin + 1 : end].isascii()):  # <p> is a tag, not a speaker
            return
        label = text[begin : end + 1]
        rest = text[end + 1 :]
        if inner := _INNER_PAIR.match(label, 1):  # 【質問1：青木委員】
            yield Opening(label[0] + label[inner.end() :], rest.lstrip(BLANK), label[1 : inner.end()].strip(BLANK))
        if remark := _REMARK_BEHIND.match(rest):  # 【委員】（青木）
            yield Opening(label + rest[: remark.end()], rest[remark.end() :].lstrip("：:"))
        yield Opening(label, rest.lstrip(BLANK).removeprefix("：").removeprefix(":"))

    return opener


def marked(text: str) -> Iterator[Opening]:
    """「○会長　…」「◆３番（鎌田君）　…」「• 事務局 …」, or the label alone behind the mark."""
    start = _MARKED.match(text)
    if start and start[0].strip(BLANK):
        yield from _before_blanks(text, start.end())
        yield from _before_quotation(text, start.end())


def _before_quotation(text: str, begin: int) -> Iterator[Opening]:
    end = text.find("「", begin, begin + LONGEST_LABEL)
    if end > begin and (text.rstrip(BLANK).endswith("」") or text.count("「") > text.count("」")):
        yield Opening(text[begin:end], text[end:])


def _before_blanks(text: str, begin: int) -> Iterator[Opening]:
    """Every place where the label may end: at a gap, the widest first; at the end of the line."""
    gaps = list(re.finditer(f"[{BLANK}]+", text[begin : begin + LONGEST_LABEL]))[:8]
    for gap in sorted(gaps, key=lambda gap: -_width(gap[0])):
        if gap.start() and begin + gap.end() < len(text) and text[begin + gap.end()] not in "：:｜|）)】＞":
            yield Opening(text[begin : begin + gap.start()], text[begin + gap.end() :])
    if len(text) - begin <= LONGEST_LABEL:
        yield Opening(text[begin:], "")


def _width(gap: str) -> int:
    return sum(1 if c == " " else 2 for c in gap)


def bare(text: str) -> Iterator[Opening]:
    """「委員長　…」 with only a gap behind the label."""
    begin = len(text) - len(text.lstrip(BLANK))
    for opening in _before_blanks(text, begin):
        if opening.text:
            yield opening


def alone(text: str) -> Iterator[Opening]:
    """「鴇巣会長」 on a line of its own."""
    if len(text) <= LONGEST_LABEL and text.lstrip(BLANK)[:1] not in MARKS and text.lstrip(BLANK)[:1] not in BRACKETS:
        yield Opening(text, "")


def quoting(text: str) -> Iterator[Opening]:
    """「委員長「…」」: the speech is in quotation marks behind the label."""
    yield from _before_quotation(text, len(text) - len(text.lstrip(BLANK)))


def paired(text: str) -> Iterator[Opening]:
    """「Q1　…」「（意見）」「答：…」, and the answer behind an arrow."""
    if match := _PAIRED.fullmatch(text) or _ARROW.fullmatch(text):
        signed = next(trailing(match[2]), None)
        if signed and is_certain_speaker(clean_label(signed.label)):  # 「【意見】…ですか。（Ａ委員）」
            yield signed._replace(before=match[1])
        yield Opening(match[1], match[2])


def trailing(text: str) -> Iterator[Opening]:
    """「…ではないか。（委員）」: the label closes the speech."""
    if match := _TRAILING.fullmatch(text):
        yield Opening(match[2], match[1])


def is_pair(prefix: str) -> bool:
    """True for 「Q.」 before 「（住民代表）」: whoever stands in the brackets asks or answers."""
    return bool(_BY_PAIR.match(prefix))


def certain(opener: Opener, text: str) -> Opening | None:
    """The first reading of a line whose label is surely a speaker."""
    return next((found for found in opener(text) if is_certain_speaker(clean_label(found.label))), None)
