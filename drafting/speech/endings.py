"""How sentences end: what is taken off before they are read, and the pieces that the patterns of the other modules share."""

from __future__ import annotations

from collections.abc import Iterable

from drafting.patterns import lazy_pattern

TAIL, WISH_TAIL = 28, 22  # so many letters of a sentence are looked at for its end
MARKS = "。！？!?」』）) \t\n\u3000"
_SPOKEN = tuple("よねがもどえあぁでらしわんなてば")
_PARTICLES = lazy_pattern(
    "(?:(?<=[すた])(?:が|けれども?|けども?)(?:ね|よね)?|(?<=[るいうすくつぬむぶた])(?:(?:もの|もん)(?:ですから|で)|ですから|ので|から|し)(?:ね|な)?|(?<=[すいうるただ])(?:わ|もん)ね?|(?<=[んいるただ])って(?:ば)?"
    "|(?<=[すかだいうたやん])(?:よね|よ|ねえ?|な[あぁ])|(?<=[るいたうくすつぬむぶ])け(?:れ)?どね?)$"
)
THINK = (
    "(?:と(?:は|も|、?私(?:は|も|自身は|どもは)、?)?|ように|かと)?(?:考えええ?る|考え(?:る|た|ている|ます|ました|ております|ています|られる|られます)"
    "|思(?:う|った|います|いました|われる|われます|っている|っています|っております|っておる|うとる|うてます|えて(?:なりません|ならない|しかたない)?|う[んの](?:です|だ|や))|感じ(?:る|た|ます|ました|ている|ています|ております|られる)|存じ(?:ます|る)"
    "|申し上げ(?:る|ます|たい)|気が(?:する|します|しています|しております))(?:ところです|次第です|んです|のです)?"
)
BE = "(?:な?[んの]?(?:で(?:ある|あり|す)|だ(?:ろう|と)?|でしょう))?"
THOUGHT = f"(?:{THINK})?$"


def bare(sentence: str) -> str:
    """A sentence without its marks and without what speech puts behind it (…ですよね, …けどね)."""
    text = sentence.rstrip(MARKS)
    return _PARTICLES.sub("", text) if text.endswith(_SPOKEN) else text


def beginning(rows: Iterable[tuple[str, str]]) -> str:
    """A pattern for what begins with one of the words of a row and goes on as the row says.

    The first two letters of all words are looked for at once: few places of a sentence have such, and to try each row at
    each place costs five times as much.
    """
    words = {word for row, _ in rows for word in row.split("|")}
    first, second = (_letters(word[i] for word in words if len(word) > 1) for i in (0, 1))
    alone = _letters(word for word in words if len(word) == 1)
    starts = f"[{first}][{second}]|[{alone}]" if alone else f"[{first}][{second}]"
    return f"(?={starts})(?:{'|'.join(f'(?:{row}){rest}' for row, rest in rows)})"


def _letters(found: Iterable[str]) -> str:
    return "".join(sorted(set(found)))
