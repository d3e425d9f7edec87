"""Which item of the agenda is on: told by headings, or by the chair, who says what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.headings import ends_items, is_heading, item_of, item_within, numbered
from drafting.importers.roles import CHAIR, SECRETARIAT, UNKNOWN, VICE_CHAIR
from drafting.japanese import kanji_number
from drafting.model import AgendaItem

_NUMBER = "[0-9０-９一二三四五六七八九十①-⑳]{1,3}"
_ITEM = "(?:議題|案件|議案|議事|審議事項|報告事項|協議事項|諮問事項|次第|日程)"
_NAMED = re.compile(f"{_ITEM}[ \u3000]*(?:の|第)?[ \u3000]*[(（]?[ \u3000]*({_NUMBER})(?![0-9０-９]*(?:年|月|日|回|点|人|名|件))")
_PASSING = re.compile("入(?:り|ら|る|ろう|って)|移(?:り|ら|る|ろう|って)|進(?:み|め|む)|始め|議題と(?:し|いた)|上程|(?:説明|報告)(?:を?お願い|を求め|願い|して|いただ|を受け)|審議(?:し|を)|付議|取り上げ|諮問を受け|を行(?:います|う|いたします)|について[、，]?[ \u3000]*(?:[御ご]?(?:説明|報告)|お願い|いかが)")
_GOES_ON = re.compile("(?:次|続|最後|初め|はじめ|一つ目|１つ目|1つ目|それでは|では|まず|ただ今|ただいま|本日)")
_NAMED_ALONE = re.compile(f"{_NAMED.pattern}[）)]?(?:[「『].*[」』])?(?:です|となります|であります|でございます|に?なります)[。]?$")
# A board of education and a council count their items 日程第1, 日程第2 …
_ORDER_OF_DAY = re.compile(f"\\s*(?:[^。、]{{0,8}}、)?日程[ \u3000]*第[ \u3000]*{_NUMBER}[ \u3000]*[、，]")
_STEP = re.compile("[ \t\u3000○●■□◇◆【＜<〔［\\[《≪]*次第")
_SENTENCE = re.compile("[^。]*。?")
_PLAIN = re.compile("[ \t\u3000・「」『』()（）【】＜＞<>]|について|に関すること|の件")
_SHORTEST, _LONG = 5, 8  # letters of a title that say enough in a sentence that passes on, and in any other
_KANA_NUMBER = re.compile("[ \u3000]*[(（]?[ア-ン](?:[)）.．、]|[ \u3000])[ \u3000]*(\\S.*)")
_PRESIDING = frozenset((CHAIR, VICE_CHAIR, SECRETARIAT, UNKNOWN))


class Agenda:
    """Follows the agenda through one record. `number` is the item that is on, None outside the items."""

    def __init__(self, items: Sequence[AgendaItem], opened: int | None = None) -> None:
        self.number = opened
        self._numbers = {item.number for item in items}
        self._exact = {_plain(item.title): item.number for item in reversed(items)}
        self._titles = [(title, number) for title, number in self._exact.items() if len(title) >= _SHORTEST]
        kinds = [item.kind for item in items if item.kind]
        self._kinds = {item.kind: item.number for item in items if item.kind and kinds.count(item.kind) == 1}
        self._next: int | None = None

    def after_narrative(self, text: str) -> None:
        """A heading opens an item or ends it; other narratives change nothing."""
        item = item_of(text) or item_within(text)
        exact = self._exact.get(_plain(item[1])) if item and item[1] else None
        if exact is not None:
            # 「報告事項(1)」 may be the third item of all: its title tells.
            self.number = exact
        elif item and item[1] and self._numbers and _STEP.match(text):
            # 「次第２　協議」 counts the steps of the meeting, 開会 among them.
            self.number = self._titled(item[1])
        elif item and (item[0] in self._numbers or not self._numbers):
            self.number = item[0]
        elif (titled := self._titled(text)) is not None:
            self.number = titled
        elif item:
            self.number = item[0]
        elif ends_items(text) and (is_heading(text) or numbered(text)):
            self.number = None

    def before_speech(self, text: str, role: str) -> None:
        """The chair who opens an item already speaks to it; what a chair closes with opens the next."""
        if self._next is not None:
            self.number, self._next = self._next, None
        if role in _PRESIDING:
            first, later = self._announced(text)
            if first is not None:
                self.number = first
            self._next = later

    def _announced(self, text: str) -> tuple[int | None, int | None]:
        """The item that a speech opens at its beginning, and the one it opens at its end."""
        if len(text) > 3000:
            text = text[:1500] + "。" + text[-1500:]
        sentences = [sentence for sentence in _SENTENCE.findall(text) if sentence.strip()]
        opened = [(i, number) for i, sentence in enumerate(sentences) if (number := self._passing(sentence)) is not None]
        if not opened:
            return None, None
        i, first = opened[0]
        passes_last = i == len(sentences) - 1 > 0 and not _PASSING.search(sentences[i])
        if passes_last or (i >= 2 and i * 2 >= len(sentences)):
            return None, first
        # Who tells what the day will bring names items too; 「日程第2、…」 begins one.
        last, later = opened[-1]
        return first, later if later != first and _ORDER_OF_DAY.match(sentences[last]) else None

    def _passing(self, sentence: str) -> int | None:
        if not (_PASSING.search(sentence) or _NAMED_ALONE.search(sentence) or _ORDER_OF_DAY.match(sentence)):
            return None
        match = _NAMED.search(sentence)
        if match:
            number = _value(match[1])
            if number is None or not self._numbers or number in self._numbers:
                return number
            named = _plain(match[0])
            return next((number for title, number in self._titles if named in title), None)
        for kind, number in self._kinds.items():
            if f"{kind}事項" in sentence or f"{kind}案件" in sentence:
                return number
        plain, least = _plain(sentence), _SHORTEST if _GOES_ON.search(sentence) else _LONG
        return next((number for title, number in self._titles if len(title) >= least and title in plain), None)

    def _titled(self, text: str) -> int | None:
        """The number of the item whose title a heading repeats."""
        if "。" in text or len(text) > 120:
            return None
        found = numbered(text)
        by_kana = None if found else _KANA_NUMBER.fullmatch(text)
        plain = _plain(found[1] if found else by_kana[1] if by_kana else text)
        if plain in self._exact or len(plain) < _SHORTEST:
            return self._exact.get(plain) if found or by_kana or len(plain) >= _SHORTEST else None
        near = (n for title, n in self._titles if title in plain or (plain in title and len(plain) * 2 > len(title)))
        return next(near, None)


def _plain(text: str) -> str:
    return _PLAIN.sub("", text)


def _value(text: str) -> int | None:
    return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".index(text) + 1 if text[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" else kanji_number(text)
