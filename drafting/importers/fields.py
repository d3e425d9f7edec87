"""Values of the head of the minutes, each read by one function: text in, value out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import NamedTuple

from drafting.importers.headings import item_of
from drafting.importers.vocabulary import TITLE_WORDS
from drafting.japanese import half_width_digits, kanji_number
from drafting.model import AgendaItem

_DIGIT = "0-9０-９〇一二三四五六七八九十百"
_SESSION = re.compile(f"第[ \u3000]*([{_DIGIT}][{_DIGIT} \u3000]{{0,6}})[ \u3000]*回")
_YEAR = re.compile(
    "(?:令和|平成|昭和)[ \u3000]*(?:元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[ \u3000]*年[ \u3000]*度?(?:[(（][^()（）]*[)）])?"
)
_TERM = re.compile(f"第[ \u3000]*[{_DIGIT}]{{1,3}}[ \u3000]*期")
_KINDS = "諮問|報告|審議|協議|議決|説明|答申|承認|意見聴取|意見交換|公開|非公開"
_BRACKETED_KIND = re.compile(f"[ \t\u3000・○●■□◇◆]*[〈＜<《【［〔(（]((?:{_KINDS}))(?:事項|案件|議題)[〉＞>》】］〕)）][ \t\u3000]*")
_KIND = re.compile(rf"[ \u3000]{{0,4}}[(（]((?:{_KINDS})(?:[・、](?:{_KINDS}))*(?:事項|案件)?)[)）]$")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESIZED = {ord("⑴") + i: f"({i + 1})" for i in range(20)}
_ITEM_NUMBER = re.compile(
    r"(?:^|(?<=[\s・○●■□◇◆]))(?:議題|案件|議案|議事)?[ \u3000]{0,3}第?[(（]?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}(?=[)）.．、号]))"
    r"(?:[)）]|[.．、:：](?![0-9０-９])|号(?:[ \u3000]+|(?=[「『])|$)|[ \u3000])"
    rf"|([{_CIRCLED}])"
    r"|(?:^|(?<=\s))(?:議題|案件|議案)[ \u3000]{0,3}([0-9０-９]{1,2})[ \u3000]*(?![0-9０-９])"
    r"|(?P<lone>(?<![^\n]))([0-9０-９]{1,2})(?=[^0-9０-９.．)）年月日時人名回期か件つ\s、])"
)
_SUB_ITEM = re.compile(rf"[ア-ン][ \u3000.．)）]|[(（]?(?:[ア-ン]|[0-9０-９]{{1,2}}|[a-zａ-ｚ])[)）.．]|[・※\-－○●◦▪]|[{_CIRCLED}]|[0-9０-９]{{1,2}}[ \u3000]")
_BELOW = re.compile("(?:以下|下記|次)の?(?:とおり|通り)。?")
_CEREMONY = re.compile(
    "開[ \u3000]*会(?:の?(?:挨拶|あいさつ|辞|宣言|ことば|言葉))?|閉[ \u3000]*会(?:の?(?:挨拶|あいさつ|辞|ことば|言葉))?|(?:.{0,6}の?)?(?:挨拶|あいさつ|挨 拶)|そ[ \u3000]*の[ \u3000]*他"
    "|(?:.{0,4})?(?:委嘱状|辞令)(?:の?(?:交付|伝達))?式?|(?:委員|事務局)?の?(?:自己)?紹介|議[ \u3000]*事|議[ \u3000]*題|事務連絡|連絡事項|出欠確認|資料確認|配布資料の?確認|閉会挨拶"
)
_KANA_NUMBER = re.compile("[ \u3000・]*[(（]?[ア-ン](?:[)）.．]|[ \u3000])[ \u3000]*(?=[^ \u3000]{2})")
# 「2.議題 (1)… (2)…」 in one line of a 次第.
_NESTED = re.compile("(議題|議事|案件|協議|報告|審議|意見交換|懇談|検討|(?:報告|審議|協議|諮問)事項)[ \u3000：:]*((?:[(（]?[1１][)）.．、]|①).*)")
# 「会議録（令和7年度第1回○○審議会）」
_TITLED = re.compile(f"(?:{TITLE_WORDS})[ \u3000]*[(（]([^()（）]{{2,}}会議?(?:[ \u3000]*{_SESSION.pattern}(?:会議)?)?)[)）]")
_PAPER_NUMBER = re.compile("(?<![^\n])[ \u3000・○]*(議案|報告|承認|同意|認定|諮問|協議|請願|陳情)[ \u3000]*第[ \u3000]*[0-9０-９]{1,3}[ \u3000]*号[ \u3000]+")
_PAPERS_OF_A_KIND = frozenset(_KINDS.split("|"))
_COUNTER = re.compile("[年月日時人名回か件つ周歳代]")
_NO_PAPER = re.compile("な ?し|無し?|[-－―]")
_COMMA = re.compile("(?:[、，,;；]|[ \u3000]・)[ \u3000]*(?=(?:参考|別紙|別添|追加|当日)?(?:資料|別紙|別添|様式|図表)|(?:会議)?次第|(?:委員)?名簿|(?:委員)?名簿|座席|席次|冊子|概要版|条例|要綱|規則)(?![^(（]*[)）])|(?<=次第|名簿|席表|次表|一覧|席図)[、，][ \u3000]*")
_DOCUMENT = re.compile(f"\\n+|(?<=\\S)[ \u3000]+(?=(?:参考)?(?:資料|別紙|別添|別表)[ \u3000]?[{_DIGIT}{_CIRCLED}])")


def session_of(text: str) -> int | None:
    """The number in 「第1回」, 「第１回」, 「第一回」; None without one."""
    match = _SESSION.search(text)
    return kanji_number(match[1].strip(" \u3000")) if match else None


def committee_of(title: str) -> str:
    """The committee in the name of a meeting: without 「令和7年度」, 「第1回会議」 and 「会議録」."""
    whole = _TITLED.fullmatch(title.strip(" \u3000\n"))
    name = re.sub(f"[ \u3000]*[(（](?:{TITLE_WORDS})[)）]$", "", whole[1] if whole else title.strip(" \u3000\n"))
    name = re.sub(f"(?:[ \u3000]+|の)?(?:{TITLE_WORDS}|次第)(?:[ \u3000]*[(（〔【\\[][^()（）]*[)）〕】\\]])*$", "", name)
    name = _SESSION.sub("\0", _TERM.sub(" ", _YEAR.sub(" ", name)))
    name = re.sub("[(（](?:書面|オンライン|Web|WEB|ウェブ)(?:による)?(?:開催|会議|審議|方式|表決|協議)?[)）]$", "", name.strip(" \u3000"))
    name = re.sub("[(（][ \u3000]*\0[ \u3000]*[)）]", "\0", name)
    name = re.sub("\0[ \u3000]*(?:定例会議|臨時会議|会議|会合|定例会|臨時会)?(?=$|[ \u3000\n])|\0", " ", name)
    name = re.sub("(?<=農業委員会)(?:定例|臨時)?総会$|(?<=委員会)(?:定例|臨時)会(?:議)?$", "", name.strip(" \u3000"))
    name = re.sub("[ \u3000]*[(（][0-9０-９]{1,2}月[0-9０-９]{1,2}日(?:[(（].[)）])?[)）]$", "", name)
    name = re.sub("(?<=会)[ \u3000\n]+(?:委員会|審議会|協議会|部会|会議)$", "", name)
    return re.sub("[ \u3000\n]{2,}|\n", " ", name).strip(" \u3000")


def observers_of(text: str) -> int | None:
    """「1人」 → 1, 「３名（うち報道１）」 → 3, 「なし」 → 0, None for what is no number."""
    text = half_width_digits(text).strip()
    if re.fullmatch("[(（]?(?:傍聴(?:者|人))?[ \u3000は]*(?:な ?し|無し?|無|いない|おりません|いません|-|－|―)[)）]?。?", text):
        return 0
    match = re.match(r"(?:有り?|あり)?[ \u3000]*[(（]?[^0-9、。]{0,8}?([0-9]{1,5})[ \u3000]*(?:人|名)?(?![0-9.,月年時])", text)
    return int(match[1]) if match else None


def agenda_item(number: int, text: str) -> AgendaItem:
    """An item from its title: 「X(諮問)」 or 「〈諮問事項〉X」 → title X, kind 諮問."""
    text = text.strip(" \t\u3000\n")
    if (before := _BRACKETED_KIND.match(text)) and before.end() < len(text):
        return AgendaItem(number, text[before.end() :], before[1])
    match = _KIND.search(text)
    return AgendaItem(number, text[: match.start()], match[1]) if match else AgendaItem(number, text)


class Group(NamedTuple):
    """Items under one label: 議題, 報告事項 …; `order` for a 次第, which names 開会 and 閉会 too."""

    kind: str
    order: bool
    text: str


def agenda_of(groups: Sequence[Group]) -> tuple[AgendaItem, ...]:
    """The items of all groups, with their numbers, or counted through where these begin anew. Beside other groups a 次第 adds only what is no ceremony."""
    found: list[tuple[bool, AgendaItem]] = []
    nested = sum(bool(group.text.strip()) for group in groups) > 1
    for group in chain.from_iterable(map(_by_kind, groups)):
        items = agenda_items(group.text)
        order = group.order or any(item.title in ("開会", "閉会") for item in items)
        for item in items:
            if inner := _NESTED.fullmatch(item.title):
                nested = True
                found += [(False, one) for one in agenda_items(inner[2])]
            else:
                found.append((order and is_ceremony(item.title), replace(item, kind=item.kind or group.kind)))
    kept = [item for is_ceremonial, item in found if not (nested and is_ceremonial)]
    if all(one.number < other.number for one, other in pairwise(kept)):
        return tuple(kept)
    return tuple(replace(item, number=number) for number, item in enumerate(kept, 1))


def _by_kind(group: Group) -> Iterator[Group]:
    """The parts of a group under words in brackets: 「〈承認事項〉」 above its items."""
    kind, lines = group.kind, list[str]()
    for line in group.text.split("\n"):
        if match := _BRACKETED_KIND.fullmatch(line):
            if lines:
                yield group._replace(kind=kind, text="\n".join(lines))
            kind, lines = match[1], []
        else:
            lines.append(line)
    if lines or not group.text:
        yield group._replace(kind=kind, text="\n".join(lines))


def is_ceremony(title: str) -> bool:
    """True for what every meeting has: 開会, 会長あいさつ, 閉会 …"""
    return bool(_CEREMONY.fullmatch(title))


def _by_paper(text: str) -> tuple[AgendaItem, ...]:
    """The items of 「議案第1号　X / 議案第2号　Y / 報告第1号　Z」, each kind counted by itself; () if there is only one kind."""
    starts = list(_PAPER_NUMBER.finditer(text))
    if len({match[1] for match in starts}) < 2 or text[: starts[0].start()].strip():
        return ()
    ends = [match.start() for match in starts[1:]] + [len(text)]
    items = [agenda_item(i, _one_line(text[match.end() : end])) for i, (match, end) in enumerate(zip(starts, ends, strict=True), 1)]
    return tuple(replace(item, kind=item.kind or (match[1] if match[1] in _PAPERS_OF_A_KIND else "")) for item, match in zip(items, starts, strict=True) if item.title)


def agenda_items(text: str) -> tuple[AgendaItem, ...]:
    """The items of 「1. X(諮問) 2. Y」 or of one item a line; lines below an item belong to its title.

    A number opens an item only if it is the next one and is written as the first: 「戦略 2.0」 in a
    title does not, nor does (1) below 1.
    """
    text = text.replace("\t", "\u3000").translate(_PARENTHESIZED)
    if papers := _by_paper(text):
        return papers
    starts: list[tuple[int, int]] = []
    form, first = "", 1
    for match in _ITEM_NUMBER.finditer(text):
        at_line_start = not text[: match.start()].rpartition("\n")[2].strip(" \t\u3000・○●■□◇◆")
        if (match[0][-1] in " \u3000" or match["lone"] is not None) and not at_line_start:
            continue
        number = _CIRCLED.index(match[2]) + 1 if match[2] else kanji_number(match[1] or match[3] or match[5])
        written = _form_of(match[0])
        if not starts and match.start() == 0 and number and (written or not _COUNTER.match(text, match.end())):
            first = number
        if number == first + len(starts) and form in ("", written):
            starts.append((match.start(), match.end()))
            form = written
    if not starts:
        return tuple(_unnumbered(number, line) for number, line in enumerate(_unnumbered_lines(text), 1))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    before = _one_line(text[: starts[0][0]]).strip("・○●■□◇◆ \u3000：:")
    before = "" if _BELOW.fullmatch(before) else before
    items = [agenda_item(i, _one_line(text[start:end])) for i, ((_, start), end) in enumerate(zip(starts, ends, strict=True), first)]
    if before:
        items[0] = AgendaItem(first, f"{before} {items[0].title}".strip(), items[0].kind)
    return tuple(item for item in items if item.title)


def _form_of(number: str) -> str:
    """How a number is written, without the number: 「（1）」 and 「(2)」 are alike."""
    bare = re.sub(f"[{_DIGIT}]+|[ \u3000\t\n]|議題|案件|議案|議事|第|号", "", number).replace("（", "(").replace("）", ")").replace("．", ".")
    return "①" if bare[:1] in _CIRCLED and bare else bare


def _unnumbered_lines(text: str) -> list[str]:
    """One line an item; a line that is indented deeper than the one before goes on with it."""
    found: list[str] = []
    for line in text.split("\n"):
        bare = line.strip(" \t\u3000")
        if not bare.strip("・○"):
            continue
        if found and found[-1].count("（") + found[-1].count("(") > found[-1].count("）") + found[-1].count(")"):
            found[-1] += bare
        else:
            found.append(bare)
    return found


def _one_line(text: str) -> str:
    """The lines of a title: those with a mark of their own behind a blank, the rest without a seam."""
    whole = ""
    for line in text.split("\n"):
        bare = line.strip(" \t\u3000")
        whole += f" {bare}" if whole and _SUB_ITEM.match(bare) else bare
    return whole.strip()


def _unnumbered(number: int, line: str) -> AgendaItem:
    item = item_of(line)
    line = _KANA_NUMBER.sub("", line)
    return agenda_item(number, item[1]) if item and item[1] else agenda_item(number, line.strip(" \t\u3000・○●■□◇◆"))


def documents(text: str) -> tuple[str, ...]:
    """The papers named, one a line or before each 「資料N」, exactly as written."""
    pieces = (piece for part in _DOCUMENT.split(text) for piece in _COMMA.split(part))
    return tuple(name for piece in pieces if (name := piece.strip(" \t\u3000・")) and not _NO_PAPER.fullmatch(name))
