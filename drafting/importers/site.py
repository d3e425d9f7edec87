"""What a city's web site leaves in minutes that were copied from it, or prints below them: the path to the page, the
buttons, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers import openings
from drafting.importers.openings import BLANK, certain
from drafting.importers.record import Event, Kind
from drafting.importers.rows import Row, is_blank, warning
from drafting.problems import Problem

SITE_LINE = re.compile(
    "(?:本文|メニュー|グローバル(?:ナビ|メニュー).{0,5}|フッター|サブメニュー)へ(?:スキップ|移動|ジャンプ)?(?:します)?。?"
    "|(?:この)?(?:ページ|頁)の?(?:先頭|トップ|上|最初|TOP|top)(?:へ|に)?(?:戻る|移動)?|(?:ページ)?(?:トップ|TOP|先頭)へ戻る"
    "|(?:前の)?ページ(?:に|へ)戻る|印刷(?:する|用ページ)?|(?:ツイート|シェア|いいね)(?:する)?"
)
ASKING = "(?:この(?:ページ|記事)(?:の内容)?に(?:関する|ついての))?お?問い?合わ?せ先?"
_SEPARATOR = "(?:[>＞›»]|&gt;)"
_HOME = "[^ \u3000>＞›»。]{0,12}?(?:トップ(?:ページ)?|ホーム(?:ページ)?|HOME|Home|ＨＯＭＥ|TOP)"
_PATH = re.compile(f"[{BLANK}]*(?:現在(?:の?位置|地)[{BLANK}：:]*)?{_HOME}[{BLANK}]*{_SEPARATOR}[{BLANK}]*[^。]+")
_HOME_ALONE = re.compile(f"[{BLANK}]*(?:現在(?:の?位置|地)[{BLANK}：:]*)?{_HOME}[{BLANK}]*")
_NEXT_IN_PATH = re.compile(f"[{BLANK}]*{_SEPARATOR}[{BLANK}]*[^。]{{1,40}}")
_ABOUT_PAGE = re.compile(f"[{BLANK}・■●○◆【（(〔<＜]*(?:この(?:ページ|記事|会議録|会議)(?:の内容)?に(?:関する|ついての?)お?問い?合わ?せ先?|この(?:ページ|情報).{{0,20}}役に立ち.{{0,12}}|.{{0,24}}Adobe.{{0,3}}(?:Acrobat|Reader).*)[】）)〕>＞：:{BLANK}]*")
_BESIDE = f"(?:[】）)〕>＞\\]］][：:{BLANK}]*|[{BLANK}]*[：:／/][{BLANK}]*|[{BLANK}]+|$)"
_OFFICE = re.compile(
    f"[{BLANK}・■●○◆※]*[【（(〔<＜\\[［]?(?:"
    f"(?:(?:事務)?担当(?:課|部署|部課|係|所属)?|所管課?|庶務){_BESIDE}(?:[^。、]{{0,60}}(?:課|係|室|部|局|所|館|担当|グループ|チーム|センター|[0-9０-９]|[)）]))?"
    f"|(?:お?問い?合わ?せ先?|連絡先|文責|(?:会議録|議事録)?(?:作成|記録)(?:者|担当|課)?){_BESIDE}[^。、]{{0,60}})"
)
_ASKING_ALONE = re.compile(f"[{BLANK}・■●○◆]*{ASKING}[{BLANK}]*")
_HIGHEST, _LOWEST, _SHOWN, _SHOWN_PIECES = 12, 15, 30, 3
_SIGNED = (openings.colon, openings.bracketed("【<＜〈(（[［〔"), openings.marked)


def without_site_lines(rows: Sequence[Row], file: str) -> tuple[list[Row], list[Row], list[Problem]]:
    """The rows with the path and the buttons of a web page at either end made blank, these rows, and a warning (I060)."""
    filled = [i for i, row in enumerate(rows) if not is_blank(row)]
    gone: set[int] = set()
    for i, behind in zip(filled[:_HIGHEST], [*filled[1:], 0], strict=False):
        text = rows[i].text
        starts = _HOME_ALONE.fullmatch(text) and behind and _NEXT_IN_PATH.fullmatch(rows[behind].text)
        if _PATH.fullmatch(text) or starts or (i - 1 in gone and _NEXT_IN_PATH.fullmatch(text)):
            gone.add(i)
    gone |= {i for i in (*filled[:_HIGHEST], *filled[-_LOWEST:]) if SITE_LINE.fullmatch("".join(rows[i].text.split()).strip("▲△↑▴◀＜<"))}
    if not gone:
        return list(rows), [], []
    removed = [rows[i] for i in sorted(gone)]
    kept = [Row(("",), row.line) if i in gone else row for i, row in enumerate(rows)]
    return kept, removed, [left_out([(row.text, row.line) for row in removed], file)]


def left_out(pieces: Sequence[tuple[str, int]], file: str) -> Problem:
    """The warning (I060) for pieces of a web page, texts with their lines, that are of no minutes."""
    count = sum(len("".join(text.split())) for text, _ in pieces)
    shown = "、".join(f"「{short(text)}」" for text, _ in pieces[:_SHOWN_PIECES])
    more = f" ほか{len(pieces) - _SHOWN_PIECES}か所" if len(pieces) > _SHOWN_PIECES else ""
    message = (
        f"メニューや案内など、会議録でないと思われる部分（計{count}字）は取り込みませんでした: {shown}{more}。"
        "会議録の一部であれば、取り込んだあとに書き足してください。"
    )
    return warning("I060", message, file, pieces[0][1])


def short(text: str) -> str:
    """A text in one line, cut where it is long."""
    line = re.sub(r"\s+", " ", text.strip())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def foot_from(rows: Sequence[Row]) -> int:
    """The first row of what stands below the record (whom to ask, which office wrote it), or the number of rows.

    An office is set off by a blank row, or by 「お問い合わせ」 in a line of its own, and nobody says a sentence behind it: 「担当課：検討する。」 is a speech.
    """
    filled = [i for i, row in enumerate(rows) if not is_blank(row)]
    for place, i in list(enumerate(filled))[-_LOWEST:]:
        behind = [rows[j].text for j in filled[place + 1 :]]
        if not place or any(certain(opener, text) for text in behind for opener in _SIGNED if "。" in text):
            continue
        set_off = i - 1 > filled[place - 1] or _ASKING_ALONE.fullmatch(rows[i].text)
        if _ABOUT_PAGE.fullmatch(rows[i].text) or (set_off and _OFFICE.fullmatch(rows[i].text) and not any("。" in text for text in behind)):
            return i
    return len(rows)


def foot_events(rows: Sequence[Row]) -> list[Event]:
    """The foot as notes, which nobody says."""
    return [Event(Kind.NOTE, row.line, row.text.strip(BLANK)) for row in rows if not is_blank(row)]
