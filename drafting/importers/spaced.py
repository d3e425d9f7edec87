"""Names of people spaced out to one width, as in a typed roll: 「川　渡　　仁」."""

from __future__ import annotations

import re

# The last letters of given names, to tell 「青木 太郎 森 花子」 from 「青木 森 林 原」.
GIVEN_ENDS = frozenset("子美郎男夫雄一二三介太也恵香代江樹人彦之志司明弘隆健誠治行義吉平助作蔵正和幸勝清茂進実稔豊博浩聡哲剛徹亮翔希奈菜紀里沙花音乃穂織枝世津斗輝郁仁史章智久孝秀昭敏")
_PIECES = re.compile("[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]{1,4}(?:[ \u3000]+[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]{1,4}){2,5}")
_MOST_LETTERS = 8


def joined_name(text: str) -> str:
    """One person's name with the spacing between its letters taken out, "" if the text may be several names.

    「川　渡　　仁」 → 「川渡　仁」, for one gap is the widest; 「東鳴子　佳　代」 → 「東鳴子　佳代」, for it ends as given names do.
    """
    text = text.strip(" \u3000")
    pieces = re.split("[ \u3000]+", text)
    if not _PIECES.fullmatch(text) or sum(len(piece) == 1 for piece in pieces) < 2 or len("".join(pieces)) > _MOST_LETTERS:
        return ""
    gaps = [len(gap) for gap in re.findall("[ \u3000]+", text)]
    if gaps.count(max(gaps)) == 1:
        cut = gaps.index(max(gaps)) + 1
    elif all(len(piece) == 1 for piece in pieces):
        return "".join(pieces)
    elif len(pieces[0]) > 1 and all(len(piece) == 1 for piece in pieces[1:]) and pieces[-1] in GIVEN_ENDS:
        cut = 1
    else:
        return ""
    family, given = pieces[:cut], pieces[cut:]
    # 「高橋　修　　熊谷　翔」 are two people: a name is spaced out wholly or not at all.
    if any(len(part) > 1 and any(len(piece) > 1 for piece in part) for part in (family, given)):
        return ""
    return "".join(family) + "\u3000" + "".join(given)
