"""Names of people spaced out to one width, as in a typed roll: 「川　渡　　仁」, 「高 島 正 男 千 野   勇」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# The last letters of given names, to tell 「青木 太郎 森 花子」 from 「青木 森 林 原」.
GIVEN_ENDS = frozenset("子美郎男夫雄一二三介太也恵香代江樹人彦之志司明弘隆健誠治行義吉平助作蔵正和幸勝清茂進実稔豊博浩聡哲剛徹満修均直徳信寛光宏俊亮翔希奈菜紀里沙花音乃穂織枝世津斗輝郁仁史章智久孝秀昭敏")
_PIECES = re.compile("[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]{1,4}(?:[ \u3000]+[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]{1,4}){2,5}")
_MOST_LETTERS = 8
# The letters that most surnames begin with: where a line can be cut in two ways, they tell.
_FAMILY_STARTS = frozenset("佐鈴高田伊渡山中小加吉斎斉松井木林清森池橋阿石前藤岡後長村近坂遠青西福太三金野竹上工今大平河本内安宮酒柴武新谷樋菅千菊杉増永久水浜桜島川沢丸土秋榎荒古服沼飯富関相星早辻須岩丹熊矢奥尾志浅黒宇堀片玉望広花戸五市東南北神塚稲栗馬原桑梅津落米笠桐鎌門亀塩赤滝倉若吹向鶴羽栄多日春角船境間雲根")
_PIECE = re.compile("([◎○〇●]?)[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]{1,4}")
# What a name of so many letters is charged: nearly all have four.
_COSTS = {2: 2.5, 3: 1.0, 4: 0.0, 5: 1.0, 6: 3.0}
_MOST_COST, _DOUBT = 1.3, 0.3
_LONG_FAMILIES = tuple("佐々木 大久保 長谷川 五十嵐 久保田 小野寺 佐久間 小笠原 宇佐美 大河内 長谷部 小早川 三田村 日比野 宇都宮 阿久津 小久保 曽我部 波多野 和久井 大和田 小野田 小山田 海老原 加賀谷 東海林 伊集院 小田切 小田原 二階堂 久保寺 千々和 仁科田 八木沢 八重樫 古賀野 大河原 大田原 宇田川 日下部 上田平 御手洗 御子柴 北小路 西大路 伊勢谷 小手川 小柳出 小松原 小松崎 大谷地 大岩根 小野塚 小野崎 長曽我 長久保 有賀野 松乃木 山野井 木之下 木野下 竹之内 竹野内 井之上 丸の内 堀之内 堀ノ内 沖之島 江ノ島 一ノ瀬 一之瀬 二ノ宮 二之宮 三ノ輪 四ツ谷".split())


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


class _Cut(NamedTuple):
    """A line cut into names, and how unlikely that is."""

    cost: float
    names: tuple[str, ...]


def separated_names(text: str) -> tuple[str, ...]:
    """The names in a line of several spaced-out names, their letters put together; () if it is no such line, or if
    it can be cut in two ways that are as good.

    「高 島 正 男 千 野   勇」 → 高島正男, 千野勇. Told by the number of letters, by wide gaps inside short names or between
    names, and by the letters that surnames begin and given names end with.
    """
    pieces = re.split("[ \u3000]+", text.strip(" \u3000"))
    singles = sum(len(piece.lstrip("◎○〇●")) == 1 for piece in pieces)
    if len(pieces) < 3 or singles < 2 * (len(pieces) - singles) or not all(map(_PIECE.fullmatch, pieces)):
        return ()
    gaps = [_width(gap) for gap in re.findall("[ \u3000]+", text.strip(" \u3000"))]
    best: list[list[_Cut]] = [[_Cut(0.0, ())]]
    for end in range(1, len(pieces) + 1):
        cuts = [
            _Cut(cut.cost + cost, (*cut.names, "".join(pieces[start:end])))
            for start in range(max(0, end - 6), end - 1)
            if (cost := _cost(pieces, gaps, start, end)) is not None
            for cut in best[start]
        ]
        best.append(sorted(cuts)[:2])
    found = best[-1]
    if not found or found[0].cost > _MOST_COST * len(found[0].names) or (len(found) > 1 and found[1].cost - found[0].cost < _DOUBT):
        return ()
    return found[0].names


def _width(gap: str) -> int:
    return sum(2 if blank == "\u3000" else 1 for blank in gap)


def _cost(pieces: Sequence[str], gaps: Sequence[int], start: int, end: int) -> float | None:
    """How unlikely it is that these pieces are one name, None if they cannot be."""
    if any(piece[0] in "◎○〇●" for piece in pieces[start + 1 : end]):
        return None
    letters = "".join(pieces[start:end]).lstrip("◎○〇●")
    cost = _COSTS.get(len(letters))
    if cost is None:
        return None
    if len(letters) == 5:  # 佐久間正一, 琴浦みさと
        cost += -1.0 if letters.startswith(_LONG_FAMILIES) or len(pieces[end - 1]) == 3 else 0.4
    inner = gaps[start : end - 1]
    if max(inner) > min(gaps):  # a short name is stretched, a long one has no reason to be
        cost += (4 - len(letters)) * -0.9 if len(letters) < 4 else 2.0 * all(len(piece) == 1 for piece in pieces[start:end])
    if end < len(pieces) and gaps[end - 1] > max(inner):
        cost -= 0.2
    cost += 0.7 * (letters[0] not in _FAMILY_STARTS)
    return cost + 1.0 * ("一" <= letters[-1] <= "龥" and letters[-1] not in GIVEN_ENDS)
