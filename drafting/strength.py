"""How strongly a recommendation asks, told from its endings (domain: 答申の文末の強さ).

べき・必要・こと → 適当 → 望ましい → されたい → 検討 → 期待, in である and in ます form.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from drafting.japanese import sentences, word_start


class Level(Enum):
    """From the strongest to the weakest; the value is the word the user reads."""

    REQUIRED = "べき・必要"
    APPROPRIATE = "適当"
    DESIRABLE = "望ましい"
    REQUESTED = "されたい"
    CONSIDER = "検討"
    EXPECTED = "期待"


class Strength(NamedTuple):
    """The levels of a text's endings, each once, in order; and the hedged endings, as written."""

    levels: tuple[Level, ...]
    hedges: tuple[str, ...]


_TAIL = 20
_BE = "(?:である|です|だ)"
# 検討 weakens what stands behind it (検討されたい, 検討する必要がある), so it is looked for first.
_ENDINGS = (
    (Level.CONSIDER, re.compile("検討(?:を|が)?(?:(?:進め|行|加え)\\w{0,2})?(?:され|せられ|願い|し(?:て(?:ほしい|もらいたい|いただきたい))?|する(?:こと|よう|べき|必要)?|すべき|求め|お願い|いただき|必要|望ま).{0,8}$|検討すること$")),
    (Level.REQUIRED, re.compile(f"べき{_BE}?$|(?:必要|不可欠|必須)(?:が(?:ある|あります)|{_BE}|と(?:なる|なります))?$|(?:なければ|ねば)なら(?:ない|ぬ|ず|ません)$|(?:する|とする|いる|ある|図る|努める|行う|[うくすつぬむるぐぶ])こと$|求められ(?:る|ます)$|欠かせない$|べきではない$")),
    (Level.APPROPRIATE, re.compile(f"(?:適当|妥当|適切){_BE}$")),
    (Level.DESIRABLE, re.compile("望ましい(?:です)?$|望まれ(?:る|ます)$|望み(?:ます)$|望む$")),
    (Level.REQUESTED, re.compile("[かがさたなばまらわ]れたい$|(?:努め|進め)たい$|お願い(?:する|し(?:ます|たい)|いたします|申し上げ(?:る|ます))(?:です)?$|(?:要望|要請|提案|提言)(?:する|し(?:ます)|いたします)$|てほしい$|ていただきたい$|もらいたい$")),
    (Level.EXPECTED, re.compile("期待(?:する|し(?:ます|たい|ている|ています))$")),
)  # fmt: skip
_HEDGE = re.compile(
    "(?:の)?ではない(?:だろう|でしょう)?か(?:な)?(?:と(?:考え|思|感じ)\\w{1,4})?$"
    "|と(?:思(?:われる|われます|う|います)|感じ(?:る|られる)|見られる)$|(?:だろう|でしょう)(?:と(?:考え|思)\\w{1,4})?$|かもしれない$|ようである$"
)
_THINK = re.compile("と(?:考え(?:る|ます|ている|ております))$")


def strength(body: str) -> Strength:
    """How strongly a text asks, by the ending of each of its sentences."""
    levels: dict[Level, None] = {}
    hedges = []
    for sentence in sentences(body):
        text = sentence.rstrip("。．.！!） )」")[-_TAIL:]
        if hedge := _HEDGE.search(text):
            hedges.append(text[word_start(text, max(0, hedge.start() - 6)) :])
            text = text[: hedge.start()]
        text = _THINK.sub("", text)
        if level := next((level for level, pattern in _ENDINGS if pattern.search(text)), None):
            levels[level] = None
    return Strength(tuple(levels), tuple(hedges))
