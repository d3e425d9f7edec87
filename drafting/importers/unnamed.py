"""Labels of speakers that no role tells: bodies and people whom their bold letters, their brackets or their place above words mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from drafting.importers.joining import ends_sentence
from drafting.importers.label_keys import key
from drafting.importers.offices import BODY
from drafting.importers.open_field import indent_of
from drafting.importers.openings import BLANK, LONGEST_LABEL, Opener, Opening
from drafting.importers.roles import BRACKETS, clean_label, is_certain_speaker, is_speaker
from drafting.importers.rows import Row, is_blank, is_page_break
from drafting.importers.vocabulary import FIELDS, POINTERS, TITLES

NOT_NAMES = re.compile(
    "意見|質疑|議事|議題|案件|資料|説明|報告|審議|協議|概要|要旨|開会|閉会|休憩|再開|その他|結論|結果|次第|連絡|目標|課題|方針|施策|事業"
    "|計画|日時|場所|別紙|参考|注|補足|まとめ|論点|諮問|答申|理由|目的|背景|現状|対応|検討|指標|今後|主な|例|一覧|図|(?<!代)表|備考|第.{0,3}[章節条回]"
)
NAME = re.compile("[一-龯々ヶァ-ヶーA-Za-zＡ-Ｚａ-ｚ]{1,8}(?:[ \u3000][一-龯々ァ-ヶーぁ-ん]{1,6})?(?:[(（][^()（）]{1,8}[)）])?(?:氏|さん|様|先生|教授)?")
BODY_NAME = re.compile("[一-龯々ヶァ-ヶー・A-Za-zＡ-Ｚａ-ｚ0-9]{2,16}(?:[ \u3000][一-龯々ヶァ-ヶーぁ-ん]{1,8})?")
MEETING = re.compile("(?:審議会|委員会|懇談会|懇話会|検討会|会議|部会|分科会)$")
PERSON = re.compile("(?:(?<![成延特身増伸最全])長|代表者?|教授|会頭|監事|弁護士|医師)$")
_ENOUGH = 3
NEVER = frozenset(label for label, name in FIELDS.items() if label not in ("委員", "事務局", "担当課", "所管課", "傍聴者", "傍聴人", "説明員", "関係者", "書記")) | POINTERS | TITLES


# Asked of the same lines for each layout that a file may be written in.
@lru_cache(maxsize=8192)
def bold_opening(text: str, bold: str) -> Opening | None:
    """What stands in bold before the other words of a line or alone, if it may be the label of a body or a person."""
    text = text.lstrip(BLANK)
    label = bold.strip(f"{BLANK}\n")
    words = text[len(label) :]
    if not label or not text.startswith(label) or not (not words or words[0] in f"{BLANK}：:" or label[-1] in "：:"):
        return None
    bare = clean_label(label.rstrip("：:"))
    if not BODY_NAME.fullmatch(bare) or NOT_NAMES.search(bare) or key(bare) in NEVER:
        return None
    if not words.strip(BLANK) and not (bold.endswith("\n") or (BODY.search(bare) and not MEETING.search(bare))):
        return None  # Alone in its paragraph it is a heading as often.
    return Opening(label.rstrip("：:"), words.lstrip(f"{BLANK}：:"))


def alone_in_brackets(opener: Opener, rows: Iterable[Row]) -> frozenset[str]:
    """Bodies and people that stand in brackets above words (《老人クラブ連合会》), where most who do are speakers."""
    known = 0
    found: set[str] = set()
    waiting = ""
    for row in rows:
        if waiting and not is_blank(row) and row.text.lstrip(BLANK)[:1] not in BRACKETS:
            found.add(waiting)
        waiting = ""
        text = row.text.strip(BLANK)
        if not text or len(text) > LONGEST_LABEL or text[0] not in BRACKETS:
            continue
        label = next((clean_label(one.label) for one in opener(text) if not one.text.strip()), "")
        if label and is_certain_speaker(label):
            known += 1
        elif label and BODY_NAME.fullmatch(label) and not NOT_NAMES.search(label) and not is_speaker(label):
            waiting = label
    return frozenset(found) if known >= _ENOUGH and known >= len(found) // 2 else frozenset()


def alone_above_words(rows: Sequence[Row]) -> frozenset[str]:
    """People on lines of their own (消防団長) above words that are set in, where all known speakers stand so."""
    lines = [row for row in rows if not is_blank(row) and not is_page_break(row)]
    known, flat = 0, 0
    found: set[str] = set()
    before = Row(("",), 0)
    for row, behind in pairwise(lines):
        label = clean_label(row.text) if len(row.cells) == 1 and len(row.text) <= LONGEST_LABEL else ""
        above, set_in = before.text, indent_of(behind.text) > indent_of(row.text)
        before = row
        if label and is_certain_speaker(label):
            known, flat = known + set_in, flat + (known > 0 and not set_in)
        elif label and set_in and not indent_of(row.text) and ends_sentence(above) and _may_be_person(label):
            found.add(label)
    return frozenset(found) if known >= _ENOUGH and not flat else frozenset()


def _may_be_person(label: str) -> bool:
    return bool(BODY_NAME.fullmatch(label) and PERSON.search(label)) and not (NOT_NAMES.search(label) or key(label) in NEVER or is_speaker(label))
