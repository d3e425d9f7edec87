"""How strongly a recommendation asks, told from its endings (domain: 答申の文末の強さ).

べき・必要・こと → 適当 → 望ましい → されたい → 検討 → 期待, in である and in ます form.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafting.japanese import sentences, word_start
from drafting.patterns import lazy_pattern


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
# Of 検討 only what asks for it: what was or is being considered tells how things stand
_MORE = "(?:進め|加え|深め|重ね|続け|始め|行わ?|急が?)"
_ASKED = (
    "(?:さ|せら|ら|わ|が)?れたい|さ?れることを(?:望む|求める)|を?願いたい|(?:して|て|って|いで)(?:ほしい|もらいたい|いただきたい)"
    f"|(?:す|する|る|う|ぐ)べき{_BE}?|(?:する|る|う|ぐ)(?:こと|必要があ(?:る|ります)|必要{_BE})"
    f"|(?:する|る|う|ぐ)ことが(?:(?:必要|適当|妥当|重要|大切){_BE}|望ましい(?:です)?|(?:求めら|望ま)れ(?:る|ます))|(?:する|る|う|ぐ)よう(?:に|強く)?(?:求め(?:る|たい|ます)|(?:要望|要請|お願い)(?:する|します))"
    "|を?(?:お願い(?:する|し(?:ます|たい)|いたします|申し上げ(?:る|ます))|いただきたい|求め(?:る|たい|ます)|要する|望む|(?:要望|要請)(?:する|します))"
    f"|が(?:(?:必要|不可欠){_BE}?|必要があ(?:る|ります)|望まれ(?:る|ます)|求められ(?:る|ます)|望ましい(?:です)?)"
)
_JUDGED = "(?:と(?:認め(?:る|られる|ます)|判断(?:する|した|します|される)))?"
# 検討 weakens what stands behind it (検討されたい, 検討する必要がある), so it is looked for first.
_ENDINGS = (
    (Level.CONSIDER, lazy_pattern(f"検討(?:を|が)?{_MORE}?(?:{_ASKED})$")),
    (Level.REQUIRED, lazy_pattern(f"べき{_BE}?$|(?:必要|不可欠|必須|急務)(?:が(?:ある|あります)|{_BE}|と(?:なる|なります))?$|(?:なければ|ねば)なら(?:ない|ぬ|ず|ません)$|(?:する|とする|いる|ある|図る|努める|行う|[うくすつぬむるぐぶ])こと$|求められ(?:る|ます)$|欠かせない$|べきで(?:は)?(?:ない|ありません)$|て(?:は)なら(?:ない|ず|ません)$|ことを要する$")),
    (Level.APPROPRIATE, lazy_pattern(f"(?:適当|妥当|適切|相当){_BE}{_JUDGED}$|(?:適当|妥当|適切|相当)と(?:認め(?:る|られる|ます)|判断(?:する|した|します))$|差し支えない$|(?:とおり|案を)(?:これを)?(?:認める|了承する|承認する|可とする|是とする)$")),
    (Level.DESIRABLE, lazy_pattern("(?:望|好)ましい(?:です)?$|望まれ(?:る|ます)$|望み(?:ます)$|望む$")),
    (Level.REQUESTED, lazy_pattern("[かがさたなばまらわ]れたい$|(?:努め|進め|求め|願い|促し)たい$|お願い(?:する|し(?:ます|たい)|いたします|申し上げ(?:る|ます))(?:です)?$|(?:要望|要請|提案|提言)(?:する|し(?:ます)|いたします)$|(?:よう|を|強く)求め(?:る|ます)$|てほしい$|ていただきたい$|もらいたい$")),
    (Level.EXPECTED, lazy_pattern("期待(?:する|し(?:ます|たい|ています))$|ことを(?:強く|切に)?願(?:う|います|ってやまない)$")),
)  # fmt: skip
_HEDGE = lazy_pattern(
    "(?:の)?ではない(?:だろう|でしょう)?か(?:な)?(?:と(?:考え|思|感じ)\\w{1,4})?$"
    "|と(?:思(?:われる|われます|う|います)|感じ(?:る|られる)|見られる)$|(?:だろう|でしょう)(?:と(?:考え|思)\\w{1,4})?$|かもしれない$|ようである$"
    "|ように思(?:う|われる|います|われます)$|ことも考えられ(?:る|ます)$|(?:(?<=必要)があろう|(?<=べき)であろう|(?<=ましい)であろう)$"
)
_THINK = lazy_pattern("と(?:考え(?:る|ます|ている|ております))$")
# 見直すべきものである, 望まれるところである: the words before say how strongly
_ROUND = lazy_pattern("(?<=[うくすつぬむるぐぶいき])(?:もの|ところ)(?:である|です)?$")
# A hedge holds one of these: to look for them costs a fifth of the pattern
_HEDGING = lazy_pattern("[か思感見考ろょよ]")


def strength(body: str) -> Strength:
    """How strongly a text asks, by the ending of each of its sentences."""
    levels: dict[Level, None] = {}
    hedges = []
    for sentence in sentences(body):
        text = sentence.rstrip("。．.！!） )」")[-_TAIL:]
        if _HEDGING.search(text) and (hedge := _HEDGE.search(text)):
            hedges.append(text[word_start(text, max(0, hedge.start() - 6)) :])
            text = text[: hedge.start()]
        if level := _level(text):
            levels[level] = None
    return Strength(tuple(levels), tuple(hedges))


def _level(text: str) -> Level | None:
    """What the end of a sentence without its hedge asks for."""
    if "と考え" in text:
        text = _THINK.sub("", text)
    if "もの" in text or "ところ" in text:
        text = _ROUND.sub("", text)
    for level, pattern in _ENDINGS:
        if (level is not Level.CONSIDER or "検討" in text) and pattern.search(text):
            return level
    return None
