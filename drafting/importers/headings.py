"""Lines that nobody says: headings (＜開会＞, 議題1 …, ２．審議), notes in brackets, breaks, rulings."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.importers.roles import clean_label, is_speaker
from drafting.japanese import kanji_number

_NUMBER = "(?:[0-9０-９一二三四五六七八九十]{1,3}|[①-⑳⑴-⒇])"
_BRACKETED = re.compile("[＜<〈《≪【〔［\\[](.*)[＞>〉》≫】〕］\\]]")
_ITEM = re.compile(
    "[○◎●■□◇◆・ \u3000]*[【＜<〔［\\[《≪]?(?:"
    f"(?:案件|議題|議案|議事|次第|審議事項|報告事項|協議事項|報告|協議|日程)[ \u3000]*[(（第]?[ \u3000]*({_NUMBER})[ \u3000]*[)）号】＞>〕］\\]》≫]?"
    f"|第[ \u3000]*({_NUMBER})[ \u3000]*号[ \u3000]*(?:議案|案件|報告)|議第[ \u3000]*({_NUMBER})[ \u3000]*号)"
    "(?:[.．:：、・ \u3000]+(?P<title>.*)|(?P<glued>[「『].*[」』].*|(?<=[)）】＞>〕］\\]》≫]).+)|$)"
)
_MARKED = re.compile("[○◎●■□◇◆◯〇▼▽▲△★☆]")
_NUMBERED = re.compile(
    f"[ \u3000]*[(（【［\\[]?(?:第[ \u3000]*|(?:テーマ|論点)[ \u3000]*)?({_NUMBER}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:(?<=[⑴-⒇])|[)）】］\\]]|[.．、](?![0-9０-９])|[ \t\u3000]+)[ \t\u3000]*(\\S.*)"
)
_ITEM_WORDS = ("議題", "案件", "審議事項", "協議事項", "報告事項")
_LONGEST = 120
_LONGEST_NUMBERED = 60
_CLOSING = frozenset(("閉会", "その他"))
_ASIDE = re.compile("[ \t\u3000]*(?:[(（〔［\\[〈].*[)）〕］\\]〉]|[～〜~＝=*＊◇◆－―─-]{1,6}[ \u3000]*[^～〜~＝=*＊◇◆－―─-]{2,40}[ \u3000]*[～〜~＝=*＊◇◆－―─-]{1,6})[ \t\u3000。]*")
_SECTION_WORDS = frozenset((
    "質疑", "要旨", "説明", "意見", "審議", "協議", "議事", "討論", "採決", "報告", "質疑応答", "意見交換", "概要", "主な意見", "質疑・意見",
    "報告事項", "協議事項", "審議事項", "議決事項", "諮問事項", "連絡事項",
))  # fmt: skip
CLOCK = "(?:午前|午後|正午)?[0-9０-９一二三四五六七八九十]{1,3}(?:時|[:：][0-9０-９]{2})(?:半|[0-9０-９一二三四五六七八九十]{1,3}分)?"
_BREAK = re.compile(f"[ \t\u3000(（〔［＜<〈《【◇◆○●・～~―─-]*(?:{CLOCK}|以上をもって|これをもって)?[ \u3000、]*(?:暫時|一時)?(?:休憩|再開|開会|開議|中断|退室|入室|休憩後再開)(?:[ \u3000:：(（]*{CLOCK}(?:[ \u3000]*[～〜~－-][ \u3000]*{CLOCK})?)?[ \t\u3000)）〕］＞>〉》】◇◆～~。―─-]*")
_END = re.compile(f"[ \t\u3000(（〔［＜<〈【◇◆○●・～~―─-]*(?:(?:{CLOCK}|以上をもって|これをもって)?[ \u3000、]*(?:閉会|散会|終了|終わり|以上|了|会議終了)(?:[ \u3000:：(（]*{CLOCK})?)[ \t\u3000)）〕］＞>〉】◇◆～~。―─-]*")
_NARRATION = re.compile(
    "[^。「」]{0,20}(?:事務局|課長|課|部長|委員長|会長|座長|議長|委員|説明員|市長)(?:[(（][^()（）]{1,12}[)）])?(?:より|から|が|による)[^。「」]{0,40}"
    "(?:説明|報告|紹介|あいさつ|挨拶|朗読|自己紹介|選出|指名|交付|退席|入室)(?:が?あった|を?(?:行|おこな)った|を?した|がなされた|された)?[。]?"
    "|[^。「」]{0,20}(?:により|に基づき|に沿って|について)[、]?事務局(?:が|より|から)(?:説明|報告)(?:を)?(?:した|があった|を行った)。(?:主な(?:質疑|意見|発言)(?:・意見)?(?:等)?は[、]?(?:次|以下)のとおり(?:である)?。?)?"
    "|[^。「」]{0,30}(?:委員長|会長|座長|議長|部会長|教育長|事務局|課長|部長)が[^。「」]{0,30}(?:(?:開会|閉会|散会)(?:を宣言|の(?:挨拶|あいさつ)を)|会議を(?:閉じ|終え|終了し)|(?:挨拶|あいさつ)を述べ)[^。「」]{0,20}(?:した|た)。"
    "|(?:委員長|会長|座長|議長|部会長)[がは、]{1,2}[^。「」]{0,20}(?:採決|表決|諮っ|諮り|挙手を求め)[^。「」]{0,60}(?:こととした|とされた|決定した|可決した|承認された|了承された|可決された|決定された)。"
)
_DONE = re.compile("[(（][^。]{0,40}(?:により|に基づき|に沿って|から|より|が|は|を)[^。]{0,20}(?:説明|報告|朗読|紹介)[^。]{0,12}[)）]|[(（][^。]{0,20}(?:省略|質疑なし|質疑応答)[)）]")
_OPENS = re.compile("開会|開議")
_OUTCOME = re.compile(
    "(?:→|⇒|＝＞|=>)[ \u3000]*[「（(]?(?:一同|全員|委員一同|出席者全員|全会一致で?|満場一致で?|(?:挙手|賛成|起立)(?:者?多数|全員)で?|全員賛成で?|多数決で?)?[ \u3000、]*"
    "(?:異議(?:なし|無し)|了承|承認|賛成|可決|決定|同意|了解|原案の?とおり(?:承認|可決|決定)?)(?:された|する|した|とする)?[」）)]?。?"
)
_BLANKS = re.compile("[ \t\u3000]+")
_RULE = re.compile("[\\s\u3000─━―—–_＿=＝\\-－*＊・◇◆□■○●〇◯☆★~～〜.…‥:：│┃┌┐└┘├┤┬┴┼+|]{3,}")


def _inner(text: str) -> str:
    text = text.strip()
    match = _BRACKETED.fullmatch(text)
    return match[1].strip() if match else text


def is_heading(text: str) -> bool:
    """True if a line is a heading or a note in brackets, not a sentence and not a speaker."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return False
    if item_of(text):
        return True
    if is_speaker(clean_label(text)):
        return False
    return bool(_BRACKETED.fullmatch(text)) or (bool(_MARKED.match(text)) and "。" not in text)


def item_of(text: str) -> tuple[int, str] | None:
    """Number and title of the agenda item that a heading opens: 「＜案件1. X＞」 → (1, "X")."""
    if len(text) > _LONGEST or "。" in text:
        return None
    return _item(text)


# Asked of every line of a file, often more than once.
@lru_cache(maxsize=4096)
def _item(text: str) -> tuple[int, str] | None:
    match = _ITEM.fullmatch(_inner(text))
    if not match:
        return None
    number = _value(match[1] or match[2] or match[3])
    return None if number is None else (number, (match["title"] or match["glued"] or "").strip())


def item_within(text: str) -> tuple[int, str] | None:
    """Number and title of the item that a numbered heading names: 「2　議題（2）X」 → (2, "X"); a bill has a number of its own."""
    found = numbered(text)
    return item_of(found[1]) if found and found[1].startswith(_ITEM_WORDS) else None


def numbered(text: str) -> tuple[int, str] | None:
    """Number and title of a line such as 「２．審議」「(1) 計画案について」; it may be a list in a speech."""
    if len(text) > _LONGEST_NUMBERED or "。" in text:
        return None
    match = _NUMBERED.fullmatch(text)
    if not match:
        return None
    number = _value(match[1])
    return None if number is None else (number, match[2].strip())


def _value(sign: str) -> int | None:
    for signs in ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"):
        if sign in signs:
            return signs.index(sign) + 1
    return kanji_number(sign)


def ends_items(text: str) -> bool:
    """True for ＜閉会＞, ＜その他＞ and 「４　その他」: what follows belongs to no item of the agenda."""
    found = numbered(text)
    return clean_label(_inner(found[1] if found else text)) in _CLOSING


def is_aside(text: str) -> bool:
    """True for a whole line in brackets or between rulings that interrupts a speech:
    （異議なし）, 〔「異議なし」と呼ぶ者あり〕, [資料1を説明], ～休憩～."""
    if len(text) > 400:
        return False
    return bool(_ASIDE.fullmatch(text)) and _one_bracket(text.strip(" \t\u3000。"))


def _one_bracket(text: str) -> bool:
    """False for 「(1)…（案）」, which begins and ends in brackets of its own."""
    closing = {"(": ")", "（": "）", "〔": "〕", "［": "］", "[": "]", "〈": "〉"}.get(text[:1])
    if not closing:
        return True
    depth = 0
    for i, c in enumerate(text):
        depth += (c == text[0]) - (c == closing)
        if depth == 0:
            return i == len(text) - 1
    return text[-1] == closing or depth > 0


def is_section(text: str) -> bool:
    """True for 〔質疑〕, [説明]: a heading in the brackets of a note."""
    return clean_label(text.strip()) in _SECTION_WORDS


def is_break(text: str) -> bool:
    """True for 「休憩」「午後3時再開」 on a line of its own, in whatever brackets."""
    return len(text) <= 40 and bool(_BREAK.fullmatch(_BLANKS.sub("", text)))


def opens_meeting(text: str) -> bool:
    """True for 「午後1時30分　開会」 on a line of its own, no 再開."""
    return is_break(text) and bool(_OPENS.search(_BLANKS.sub("", text)))


def is_end(text: str) -> bool:
    """True for 「午後4時 閉会」「以上」: what follows is nobody's speech."""
    return len(text) <= 40 and bool(_END.fullmatch(_BLANKS.sub("", text)))


def is_outcome(text: str) -> bool:
    """True for 「→ 異議なし」: what came of the words above, told by the writer."""
    return len(text) <= 40 and bool(_OUTCOME.fullmatch(text))


def is_narration(text: str) -> bool:
    """True for 「事務局より資料1に基づき説明。」: told by the writer of the minutes, said by nobody."""
    return len(text) <= 80 and bool(_NARRATION.fullmatch(text))


def tells_of_item(text: str) -> bool:
    """True for 「（資料1により事務局から説明）」 below the title of an item: what was done, no part of the title."""
    text = text.strip(" \t\u3000")
    return is_narration(text) or (bool(_DONE.fullmatch(text)) and _one_bracket(text))


def is_ruling(text: str) -> bool:
    """True for a line of dashes and diamonds that separates, without a word."""
    return len(text) <= 200 and bool(_RULE.fullmatch(text))


def opens_long_note(text: str) -> bool:
    """True if a line opens a note in brackets that the next lines close."""
    text = text.strip(" \t\u3000")
    closing = {"（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "〈": "〉", "＜": "＞"}.get(text[:1])
    return bool(closing) and text.count(text[0]) > text.count(str(closing))
