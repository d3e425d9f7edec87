"""What wants something: べき, てほしい, 必要, 求める, 検討."""

from __future__ import annotations

from drafting.patterns import lazy_pattern
from drafting.speech.act import OPINION, Act
from drafting.speech.endings import BE, THOUGHT, WISH_TAIL

_WISH = (
    "べき(?:[^、。]{1,6}(?=である|です|だ))?(?:で(?:ある|す|は|あり)?|だ)?(?:と)?"
    "|[てで](?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい)(?:[んの]?です)?|(?:たい|ほしい|欲しい)(?:ところ|もの)(?:です|である|だ)|(?:いただけ|頂け)(?:れば|ると|たら)(?:ありがたい|助かる|幸い|と)?(?:です|である)?"
    "|(?:[かがさたなばまらわ]れ|進め|努め)たい|お願い(?:する|し(?:ます|たい)|いたします|申し上げ.{0,4})(?:です)?"
    f"|(?:望(?:ましい|まれる|む|みます)|適当|妥当)(?:の)?{BE}|(?:ほう|方)が(?:いい|よい|良い|よろしい|望ましい)(?:です|のです|んです)?"
    "|[れけせてえねべめげばるいたうくぐすつぬぶむ](?:ば|と|ら)(?:いい|よい|良い)(?:です|な)?"
    f"|(?:必要|不可欠|必須)(?:(?:性)?(?:が|も)(?:ある|あり(?:ます)?|高い)|と(?:なる|なります|する)|に(?:なる|なります)|{BE})"
    f"|(?:欠かせない|ならない|いけない)(?:です|こと{BE}|もの{BE})?|(?:が|も)?(?:求め|問わ|望ま)(?:られ|れ)(?:る|ます)|求め(?:る|ます|たい)"
    f"|(?:重要|大切|大事|肝要|肝心|鍵|カギ|課題|急務|ポイント|前提|理想|本来の姿)(?:性が高い|な(?:こと|点|要素|課題|視点|観点|もの|取組)?)?(?:と|に)?(?:なる|なります|なってくる|{BE})"
    f"|(?:提案|要望|要請|希望|期待|推奨|支持|賛成|反対|同意|賛同)(?:を)?(?:する|し(?:たい|ます|ている|ています|ております)|いたします|{BE})"
    "|(?:提案|要望|お願い|賛成|反対)(?:を)?させて(?:いただ|頂)(?:きます|く|きたい)|検討(?:を|が|も|に)?(?:する|し(?:たい|ます|ては|てもよい)|され(?:たい|る)|願.*|お願い.*|値する|要する|進め.*|いただき.*|の余地.*)"
    "|(?:留意|配慮|注意|工夫|改善|見直し|対応)(?:が)?(?:必要|欲しい|ほしい)|(?:しな|せ|ね)(?:けれ)?ばなら(?:ない|ぬ)"
    "|(?:重要|必要|不可欠|要望|提案|希望|要請|要検討|すること|されたい)"
)
WISH_END = lazy_pattern(f"(?:{_WISH}){THOUGHT}")
WISH_INSIDE = lazy_pattern(
    "(?:べき(?:だ|である|です|では(?:ある|あります))|(?:必要|重要|大切|望ましい)(?:だ|である|です|がある|があります)?|[てで](?:ほしい|もらいたい|いただきたい)(?:です)?|されたい|(?:手|方法|やり方|道|案|選択肢)(?:も|が)ある(?:はずだ)?"
    "|て(?:は|も)(?:どうか|よい|いい))(?:と(?:思|考え)\\w{1,3})?(?:が|けれど(?:も)?|し)、"
)
# 要望は、…仕組みです: the member says what the sentence is.
_NAMED_WISH = lazy_pattern("^(?:(?:次に|また|もう[1１一][つ点]|最後に|あと|それから|まず|併せて)[、，]?)?(?:私の|私から(?:の)?)?(?:要望|提案|お願い|希望)(?P<topic>は|も)?(?:としては|としましては|として|ですが|なのですが|になりますが|であるが)?[、，].{6,}")
_JOINED = lazy_pattern("(?:が|も|し)、")
_SHOWN = 40


def wish_act(text: str) -> Act | None:
    """What a sentence does that wants something in its end: it is an opinion."""
    found = WISH_END.search(text[-WISH_TAIL:])
    return Act(OPINION, found[0]) if found else None


def stated_wish_act(text: str) -> Act | None:
    """The same of one that says within what it wants, and goes on (…すべきだが、), or calls itself a wish (要望は、…)."""
    if _JOINED.search(text) and (found := WISH_INSIDE.search(text)):
        return Act(OPINION, found[0])
    found = _NAMED_WISH.match(text)
    return Act(OPINION, text[:_SHOWN]) if found and not (found["topic"] and text.endswith("か")) else None
