"""Lines that name the meeting without a label, and lines that say nothing of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.fields import session_of
from drafting.importers.label_keys import key, remark
from drafting.importers.rows import Row
from drafting.importers.vocabulary import POINTERS, TITLE_WORDS, TITLES

_BODIES = "審議会|委員会|協議会|懇談会|懇話会|検討会|分科会|部会|評議会|会議|審査会|調査会|研究会|本部|運営会|推進会|ワーキンググループ|ワークショップ"
_TITLE_LINE = re.compile(f"(.{{2,80}}?)[ \u3000]*(?:{TITLE_WORDS})(?:[ \u3000]*[(（〔【［\\[][^()（）〔〕【】]*[)）〕】］\\]])*")
_NAMED = re.compile(f".{{2,70}}(?:{_BODIES})(?:[ \u3000]*(?:第[ \u3000]*[^ \u3000]{{1,6}}[ \u3000]*回(?:会議|会合|定例会)?|[(（][^()（）]*[)）]))*")
_YEAR_AND_SESSION = re.compile("(?:(?:令和|平成|昭和)[ \u3000]*(?:元|[0-9０-９]{1,2})[ \u3000]*年[ \u3000]*度?|[ \u3000]|第[ \u3000]*[^ \u3000]{1,4}[ \u3000]*[回期]|[(（][^()（）]*[)）])+")
_COLUMN_NAMES = frozenset(("項目", "内容", "区分", "事項", "摘要", "備考", "項目名", "詳細"))
_POINTER = re.compile("(?:会議|審議|議事|発言|質疑|討議|協議|意見|主な意見|主な発言|会議録)(?:等|など)?(?:の|・)?(?:概要|要旨|経過|内容|記録|結果|状況|要点|顛末|てん末)(?:等|について)?")
_POINTER_VALUE = re.compile("(?:別紙|別添|以下|次|下記|会議録)?(?:の?とおり|のとおりです|参照)?。?")
_QUIET_REMARKS = ("", "要旨", "概要", "主な発言要旨", "要点筆記", "要点記録", "全文", "全文筆記", "要約")
_SHORT_REMARK = 5
_CENTRED, _LONGEST_REST = "\u3000" * 3, 8
_FORM_NUMBER = re.compile("(?:別記)?[ \u3000]*(?:様式|別記様式|別紙|第[0-9０-９]+号様式)[ \u3000]*(?:第[ \u3000]*)?[0-9０-９一二三四五]*[ \u3000]*号?(?:[(（].*[)）])?")


def is_bare_title(row: Row) -> bool:
    """True for 「会 議 録」 and the like, which every such file has."""
    filled = [cell for cell in row.cells if cell.strip()]
    return key(filled[0]) in TITLES and len(filled) == 1 and remark(filled[0]) in _QUIET_REMARKS


def with_whole_title(rows: Sequence[Row]) -> list[Row]:
    """The rows with a title put together that the paper has cut within its last word: 「第3回…協議会　会議」 above 「録」 in the middle."""
    whole = list(rows)
    i = next((i for i, row in enumerate(rows) if row.text.strip()), len(rows))
    if i + 1 >= len(rows) or len(rows[i].cells) > 1 or len(rows[i + 1].cells) > 1:
        return whole
    above, below = rows[i].text.rstrip(" \t\u3000"), rows[i + 1].text
    rest = below.strip(" \t\u3000")
    if not rest or len(rest) > _LONGEST_REST or not below.startswith(_CENTRED) or names_meeting(above.strip()) or key(rest) in TITLES:
        return whole
    match = re.search(f"(?:{TITLE_WORDS})(?:[(（][^()（）]*[)）])?$", above + rest)
    if match and match.start() < len(above) and names_meeting((above + rest).strip()):
        whole[i], whole[i + 1] = Row((above + rest,), rows[i].line), Row(("",), rows[i + 1].line)
    return whole


def is_column_header(row: Row) -> bool:
    """True for the header of a table of labels and values: 項目｜内容."""
    return len(row.cells) > 1 and all(key(cell) in _COLUMN_NAMES for cell in row.cells if cell.strip())


def is_title_word(row: Row) -> bool:
    """True for a title with a remark: 「会議録（案）」."""
    filled = [cell for cell in row.cells if cell.strip()]
    return len(filled) == 1 and key(filled[0]) in TITLES


def _parts(row: Row) -> list[str]:
    """The cells of a row, or label and value of a line: 「７．会議の概要　　別紙のとおり」."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) == 1 and (match := re.fullmatch("(.*?[^ \u3000])[ \u3000]*[：: \u3000][ \u3000]*([^ \u3000]+)[ \u3000]*", filled[0])) and _POINTER_VALUE.fullmatch(key(match[2])):
        return [match[1], match[2]]
    return filled


def is_pointer(row: Row) -> bool:
    """True for a row whose content stands elsewhere in the file, whatever it says beside its label."""
    name = key(_parts(row)[0])
    return name in POINTERS or bool(_POINTER.fullmatch(name))


def says_no_more(row: Row) -> bool:
    """True for a pointer that only points: 「審議等の概要 … 別紙のとおり」."""
    filled = _parts(row)
    return all(_POINTER_VALUE.fullmatch(key(cell)) for cell in filled[1:])


def is_named_title(row: Row) -> bool:
    """True for a title with the meeting in brackets: 「会議録（令和7年度第1回○○審議会）」."""
    return is_title_word(row) and may_name_meeting(remark(row.text)) and len(remark(row.text)) > _SHORT_REMARK


def is_form_number(text: str) -> bool:
    """True for the number of a form, which the page of every city carries: 「様式第1号（第5条関係）」."""
    return bool(_FORM_NUMBER.fullmatch(text))


def names_meeting(text: str) -> bool:
    """True for a line that ends in 会議録 or the like: 「第3回乙市総合計画審議会会議録（要旨）」."""
    return bool(_TITLE_LINE.fullmatch(text)) and "。" not in text


def may_name_meeting(text: str) -> bool:
    """True for a line at the very top that names a committee, or a year and a session."""
    if len(text) > 90 or "。" in text or "：" in text:
        return False
    named = _NAMED.fullmatch(text) is not None or _YEAR_AND_SESSION.fullmatch(text) is not None
    return named and (session_of(text) is not None or not text.startswith(("（", "(", "※", "○")))


def adds_nothing(text: str, known: Sequence[str]) -> bool:
    """True if a title line says no more than the fields do: it is the name of the meeting again."""
    rest = re.sub(f"{TITLE_WORDS}|[(（〔【](?:要旨|概要|全文|要点筆記|要点記録)[)）〕】]|[ \u3000\t()（）]", "", text)
    squeezed = re.sub(r"[\s()（）]", "", "".join(known))
    pieces = re.findall("(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})年度?|第[^第回期]{1,4}[回期]|(?:(?!令和|平成|昭和|第[^第回期]{1,4}[回期]).)+", rest)
    return all(piece in squeezed for piece in pieces)
