"""Labels of speakers: what they say, and the generic role behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.japanese import undo_letter_spacing

CHAIR, VICE_CHAIR, MEMBER = "委員長", "副委員長", "委員"
SECRETARIAT, EXPLAINER, MAYOR, UNKNOWN = "事務局", "説明員", "市長", "不明"

MARKS = "○◯〇◎●◉◆◇■□▲△▼▽★☆♦⚫⚪→⇒・･•‣▪"
BRACKETS = {
    "【": "】", "<": ">", "＜": "＞", "〈": "〉", "《": "》", "≪": "≫", "(": ")", "（": "）", "〔": "〕", "[": "]",
    "［": "］", "｛": "｝", "{": "}", "「": "」", "『": "』",
}  # fmt: skip
_AROUND = MARKS + " \t\u3000"
_REMARK = re.compile("[(（][^()（）]*[)）]")
_TOO_LONG = 40
_NUMBER = "[A-Za-zＡ-Ｚａ-ｚ0-9０-９①-⑳Ⅰ-Ⅹ甲乙丙丁戊一二三四五六七八九十]"
_CHAIRS = "委員長|会長|座長|議長|部会長|分科会長|会議長|委員会長"
_OFFICES = (
    "部長|次長|局長|室長|課長|所長|館長|係長|班長|園長|署長|校長|教頭|センター長|支所長|主事|主査|主任|主幹|参事|参与|理事|技師|技監"
    "|(?:部|課|室|局|係|所|館|園)長代理|次長代理|専門官|専門監|統括監|政策監|調整監|企画監|管理監|危機管理監|補佐|書記|担当者|職員|司書|学芸員|指導主事|推進員|保健師|幹事|室長補佐|リーダー|管理者"
)
# Tried in this order: 副会長 ends in 会長 too, 事務局長 in 局長, 教育長 is not a head of an office.
_PATTERNS = tuple(
    (re.compile(rf"(?:{pattern})$"), role)
    for pattern, role in (
        (
            "(?:食生活改善|健康づくり|スポーツ|体育)推進員|自治会長|町会長|町内会長|連合会長|組合長|(?:出席|欠席|全出席|職務代理者以外の)委員|会長職|委員名|委員数"
            "|関係|全部|一部|内部|外部|結局",
            UNKNOWN,
        ),
        (
            "副(?:委員長|会長|座長|議長|部会長|分科会長)|(?:委員長|会長|座長|議長|部会長)(?:職務)?代理(?:者)?|職務代理者?"
            "|仮(?:議長|座長|委員長)代理",
            VICE_CHAIR,
        ),
        (f"{_CHAIRS}|司会進行役", CHAIR),
        ("市長|町長|村長|区長|知事|教育長|管理者代理", MAYOR),
        (f"説明員|参考人|政府委員|大臣|政務官|公述人|講師|アドバイザー|コンサル(?:タント)?|受託者|事業者|受託業者|委託業者|オブザーバー|(?:申請者|申請団体|応募者|応募団体|調査員)[ 　]?{_NUMBER}{{0,2}}", EXPLAINER),
        ("委員(?:から)?の?(?:主な)?[御ご]?(?:意見|質問|質疑|発言)(?:[・等].{0,6})?", MEMBER),
        (f"委員[ 　]?{_NUMBER}{{0,2}}|委員(?:の)?代理(?:者|人)?|議員|構成員|部会員|君|{_NUMBER}{{1,3}}番|委員一同|各委員|監査委員|委員(?:多数|全員|より)", MEMBER),
        (f"事務局[ 　]?{_NUMBER}{{0,2}}|事務局の(?:回答|考え方)|担当(?:課|部署|部|係)?|所管課|関係課|主管課|執行部|理事者|当局|(?:{_OFFICES})[ 　]?{_NUMBER}{{0,2}}", SECRETARIAT),
        ("課|(?<!退)(?<!入)室|係|部|局", SECRETARIAT),
    )
)
_WEAK = _PATTERNS[-1][0]
# The role first, the name behind it: 事務局 山田, 委員長　山田, 委員：山田 — with a gap, or 委員会 would be a member.
_ROLE_FIRST = tuple(
    (re.compile(rf"(?:{pattern})[ 　：:・／/]+[^\s。、]{{1,8}}(?:[ 　][^\s。、]{{1,6}})?"), role)
    for pattern, role in (
        ("副(?:委員長|会長|座長|議長|部会長)|(?:会長|委員長)?職務代理者?", VICE_CHAIR),
        (_CHAIRS, CHAIR),
        ("委員", MEMBER),
        ("事務局|[^ \u3000。、]{2,12}(?:課|室|係|局)", SECRETARIAT),
        ("説明員|オブザーバー|参考人", EXPLAINER),
    )
)
# 事務局報告事項 is a heading.
_OFFICER = re.compile("事務局(?!.*(?:事項|体制|一任|交代|異動|説明|報告|提案)$)[一-龯々ァ-ヶ]{1,4}")
_WITHOUT_ROLE = frozenset((
    "司会", "司会者", "進行", "進行役", "一同", "全員", "傍聴人", "傍聴者", "参加者", "出席者", "市民", "住民", "保護者", "質問者",
    "回答者", "提案者", "発表者", "ファシリテーター", "コーディネーター", "パネリスト", "総合司会", "会場",
))  # fmt: skip
# 「Aグループ」「第2班」「テーブル3」: who speaks for the people of one table.
GROUP = re.compile(f"(?:第?[ \u3000]?{_NUMBER}{{1,2}}[ \u3000]?(?:グループ|班|チーム|テーブル)|(?:グループ|班|チーム|テーブル)[ \u3000]?{_NUMBER}{{1,2}})(?:の?(?:代表者?|発表者?))?")
_COMMA = re.compile("[、，]")
# 「市（門前）」: whoever answers for the city, by name.
_OF_THE_CITY = re.compile("(?:本?[市町村区県都府]|当局)側?[ \u3000]?[(（](?!区?町村|市町|国)[^()（）]{1,14}[)）]")
_COLON_INSIDE = re.compile("[ \u3000]*[：:][ \u3000]*")
_SIGN = re.compile(f"[：:{MARKS}]")
_NUMBERED = re.compile(f"[ \u3000]?{_NUMBER}{{1,2}}$")
NOBODY_KNOWN = frozenset(("不明", "発言者不明", "話者不明", "発言者未確認"))
_PERSON_IN_BRACKETS = re.compile("[^()（）。、]{1,20}[(（][^()（）]{1,14}(?:君|氏|委員)[)）]")
# A particle between words makes a clause of it, whatever it ends in: 目標は会議室, 高齢者が委員.
_CLAUSE = re.compile("[一-龯々ァ-ヶー)）](?:は|が|を|に(?!ぎわい)|で|へ|も|から|まで|より|した|する|ます|です|だ)(?:[一-龯々ァ-ヶ]|$)|[。、，,！？!?]|[0-9０-９]+(?:人|名|件|円|割|年|月|日|時|分)")


def clean_label(label: str) -> str:
    """The label without decoration and letter-spacing: 「【委 員】」 → 「委員」.

    Brackets go only where they enclose the whole label: 「委員長（相馬君）」 stays.
    """
    return _clean(label) if len(label) <= _TOO_LONG else _clean.__wrapped__(label)


def closing_at(text: str, begin: int, end: int | None = None) -> int:
    """Where the bracket that opens at `begin` closes, with brackets of its kind inside it; -1 if it does not before `end`."""
    sign = text[begin : begin + 1]
    closing = BRACKETS.get(sign, "")
    depth = 0
    for i in range(begin, min(len(text), end or len(text)) if closing else begin):
        depth += (text[i] == sign) - (text[i] == closing)
        if not depth:
            return i
    return -1


# A file has a dozen labels and asks for each of them at every speech, once a layout.
@lru_cache(maxsize=1024)
def _clean(label: str) -> str:
    label = label.strip(_AROUND)
    if len(label) > 1 and closing_at(label, 0) == len(label) - 1:
        label = label[1:-1]
    return undo_letter_spacing(label.strip(_AROUND))


def role_of(label: str) -> str:
    """The generic role of a clean label, 「不明」 where the label does not tell.

    委員長 is any chair (会長, 座長, 部会長 …), 事務局 any officer of the city (○○課長 …).
    """
    return _role(label) if len(label) <= _TOO_LONG else UNKNOWN


@lru_cache(maxsize=1024)
def _role(label: str) -> str:
    base = _REMARK.sub("", label).strip(" \u3000") or label.strip("()（）")
    if several := _several(base):
        return several[0] if len(set(several)) == 1 else UNKNOWN
    before = _COLON_INSIDE.split(base)
    if len(before) == 2 and all(before) and (first := _role(before[0])) != UNKNOWN:  # 「副会長：商工会長」
        return first
    if found := next((role for pattern, role in _PATTERNS if pattern.search(base)), ""):
        return found
    if _OFFICER.fullmatch(base) or _OF_THE_CITY.fullmatch(label):
        return SECRETARIAT
    return next((role for pattern, role in _ROLE_FIRST if pattern.fullmatch(base)), UNKNOWN)


def is_speaker(label: str) -> bool:
    """True if a clean label can only be somebody who speaks."""
    if _is_without_role(label) or _several(_REMARK.sub("", label)):
        return True
    if role_of(label) == UNKNOWN:
        return bool(_PERSON_IN_BRACKETS.fullmatch(label))
    return not _CLAUSE.search(_REMARK.sub("", label))


def _several(label: str) -> tuple[str, ...]:
    """The roles of the people whom 「倉橋委員、佐保委員」 names, () for any other label."""
    parts = _COMMA.split(label) if len(label) <= _TOO_LONG and not _SIGN.search(label) else [label]
    return tuple(map(role_of, parts)) if len(parts) > 1 and all(map(is_certain_speaker, parts)) else ()


def _is_without_role(label: str) -> bool:
    """「司会（青木）」「参加者2」「発言者不明」: people whose part in the meeting the label does not tell."""
    base = _REMARK.sub("", label).strip(" \u3000")
    return base in _WITHOUT_ROLE or re.split("[ \u3000]", base, maxsplit=1)[0] in _WITHOUT_ROLE or label in NOBODY_KNOWN or _NUMBERED.sub("", base) in _WITHOUT_ROLE


def is_certain_speaker(label: str) -> bool:
    """True if a clean label is a speaker even without any sign around it.

    A bare 「…課」 or 「…室」 may be the end of any phrase; 「…課長」 and 「委員」 are people. Several people are a list as often as they speak at once.
    """
    base = _REMARK.sub("", label).strip(" \u3000")
    if not is_speaker(label) or len(label) > 25 or _COMMA.search(base):
        return False
    return _is_without_role(label) or base in ("担当課", "所管課") or not _WEAK.search(base) or base.endswith("事務局")
