"""What a sentence of a meeting does: it asks, leads the meeting, thanks, praises, points out, or wants something.

Told by rules from how the sentence ends (the mood of a Japanese sentence stands at its end), never
by its subject. A question that proposes something (「…してはどうか」) is an opinion. Where two
readings are possible the sentence counts as an opinion: losing one is worse than asking once more.
"""

from __future__ import annotations

import re
from typing import NamedTuple

OPINION, REMARK, STATEMENT = "意見", "指摘", "説明"
QUESTION, PROCEDURE, THANKS, PRAISE, PREFACE = "質問", "議事進行", "了解・謝意", "感想", "前置き"
LEADERS = frozenset(("委員長", "副委員長"))


class Act(NamedTuple):
    """What a sentence does, and the words that tell."""

    kind: str
    reason: str


_TAIL, _WISH_TAIL = 28, 22
_MARKS = "。！？!?」』）) \t\n\u3000"
_PARTICLES = re.compile("(?<=す)(?:よ|ね|よね)$")
_THINK = "(?:と(?:は|も)?|ように|かと)?(?:考えええ?る|考え(?:る|た|ている|ます|ました|ております|ています|られる|られます)|思(?:う|った|います|いました|われる|われます|っている|っています|っております|うんです)|感じ(?:る|た|ます|ました|ている|ています|られる))"
_BE = "(?:で(?:ある|あり|す)|だ(?:ろう|と)?|でしょう)?"
_THOUGHT = f"(?:{_THINK})?$"

# て(は)どう of a doing, not of a matter (についてはどうか).
_HOW = "(?:どう|いかが)(?:か|だろうか?|でしょうか?|ですか|かな)"
_PROPOSAL = (
    f"(?:(?<!につい)(?<!に関し)(?<!に対し)(?<!にとっ)(?<!によっ)て|で|たら)(?:は|){_HOW}|(?<!いうの)(?<!いったの)(?<=[うくぐすつぬぶむるい]の)[はも]{_HOW}"
    f"|(?:では|じゃ)(?:ない(?:か|だろうか|でしょうか|かな|ですか)|ありません(?:か|でしょうか))(?:{_THINK})?"
    f"|(?:(?:でき|もらえ|いただけ|頂け|られ)(?:ない(?:もの)?|ません)|てみません|(?:何とか|なんとか)(?:でき|なら|なり|しても?らえ)(?:ない(?:もの|の)?|ません)|(?:考え|つもり|意向|余地)は(?:ない(?:の)?|ありません))(?:か|だろうか|でしょうか|ですか)(?:{_THINK})?"
    f"|(?:ほう|方|ら|ば|と)が?(?:いい|よい|良い|よろしい)(?:の|ん)?(?:か|では(?:ないか)?)な?(?:{_THINK})?"
)
_PROPOSAL_END = re.compile(f"(?:{_PROPOSAL})$")

_QUESTION_END = re.compile(
    "(?:(?:教え|説明し|聞かせ)て(?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい|いただければ)"
    "|(?:説明|回答|紹介|確認)(?:を)?(?:お願い(?:する|します|いたします|したい)|求める|求めたい|されたい|いただきたい|してください)"
    "|(?:確認|質問|お尋ね|お聞き|お伺い)(?:を)?(?:し(?:たい|ます)|する|させて(?:いただきたい|ほしい|ください|いただきます)|です|である)"
    "|(?:を|か|が|て)?(?:伺(?:う|いたい|います|えれば)|うかがいたい|尋ねたい|聞きたい|知りたい)"
    "|(?:という点|点)に関心がある|(?:気になる|分からない|わからない)ので教えて.*"
    f"|か|かな)(?:{_THINK})?(?:です|のです|んです)?$"
)
# 現実的かと思います says so; いつになるのかと思います asks.
_SOFTENED = re.compile(f"かな?(?:{_THINK})$")
_ASKS_WHICH = re.compile("(?:何(?!らか|か|とか|より|度も|も)|なぜ|誰|いつ(?!も|か)|どこ(?!か)|どの|どれ|どんな|どう(?!しても|か[とな])|どちら|どっち|いくら|幾ら|いかが)")
_ALLOWS = re.compile("(?:ても|で?も|のが|ほうが|方が)(?:よい|いい|良い|よろしい)の?$")
# Explaining to the public is a wish, explaining to the committee a question.
_FOR_OTHERS = re.compile("(?:市民|住民|利用者|区民|町民|村民|国民|保護者|職員|事業者|地域|丁寧|十分|しっかり|きちんと|分かりやすく|わかりやすく).*(?:説明|教え|回答)")
_WISH_INSIDE = re.compile("(?:べき(?:だ|である|です|では(?:ある|あります))|(?:必要|重要|大切|望ましい)(?:だ|である|です|がある|があります)?|て(?:ほしい|もらいたい|いただきたい)(?:です)?|されたい|(?:手|方法|やり方|道|案|選択肢)(?:も|が)ある(?:はずだ)?|て(?:は|も)(?:どうか|よい|いい))(?:と(?:思|考え)\\w{1,3})?(?:が|けれど(?:も)?|し)、")
_REMARK_INSIDE = re.compile("(?:(?:ば|たら|ると|ことで)、.*(?:増え|減|広が|でき|可能|高ま|向上|伸び|進む|つなが).*|(?:有効|課題|懸念|不安|問題|余地|危険|困難|難しい)[^、。]{0,12})(?:が|けれど(?:も)?)、")
_ANNOUNCEMENT = re.compile(
    "^(?:ここから(?:は|が)?|以下|次に|あと|私から(?:は)?|(?:大きく)?[0-9０-９一二三四五]+点(?:ほど)?)[^、をは]{0,8}"
    "(?:提案|意見|要望|申し上げ|述べ|お話し)(?:する|します|したい|になる|です|である|がある|ます|る|たい)*$"
    "|^(?:私から(?:は)?[、，]?)?(?:(?:質問|意見|要望|提案|確認|お願い)(?:が|は)?(?:[0-9０-９一二三四五]+[つ点]|いくつか)?(?:ほど)?(?:と|、|及び)?)+(?:です|である|ある|あります|ございます)$"
    "|^[^をは、]{0,14}として提案(?:したい|する|します)$"
    "|^(?:.{0,12}立場(?:で|から))?(?:質問|質疑|討論|意見)(?:に参加|を|を申し上げ)?(?:し(?:ます)|する|いたします|させて(?:いただきます|もらう)|ます)$"
)
_CHAIR_PROPOSES = re.compile("(?:方向|趣旨|表現|文言)(?:で|に|と|を)[^。]{0,20}たい(?:と(?:思|考え)|です|$)")
# Only the chair leads: the same words of a member ask or want something.
_PROCEDURE_BY_LEADER = re.compile(
    "(?:開会|閉会|散会|休憩|再開|開催|終了|閉じ|開議)(?:と)?(?:し(?:ます|たい)|する|いたします|とする|る|ます)"
    "|(?:審議|議事|会議|質疑|本(?:件|案件|日)|議題|委員会).{0,20}(?:(?:ここまで|この程度|終了|終わり|以上)(?:で)?(?:と)?(?:する|し(?:ます|たい)|いたします|です|である)|終わ(?:る|ります|りたい))"
    "|(?:会議録|議事録).{0,8}署名|^(?:はい[、，])?(?:では[、，]|それでは[、，])?(?:.{1,12}委員[、，]?)?どうぞ$"
    "|^次回の(?:日程|開催).{0,30}(?:連絡|通知|知らせ|調整)"
    "|(?:両方|様々|さまざま|いろいろ|多く|多数|活発|賛否)の?な?(?:御|ご)?(?:意見|議論)(?:が|を|も)(?:あり|あった|ございま|いただ|頂|出).{0,8}$"
    "|(?:事務局|担当課|説明員|所管課|市).{0,60}(?:説明|報告)(?:を|の)?(?:お願い|求め|受け|願)"
    "|^(?:説明|報告)を(?:お願い|求め)"
    "|(?:意見|質問|発言|質疑)(?:等|など|や質問)?(?:を|が)(?:伺|うかが|お願い|求め|受け|いただき|頂き|お受け|あれば)"
    "|(?:発言|挙手|起立)(?:を)?(?:されたい|願|してください|お願い|いただきたい)"
    "|(?:ほか|他|その他|別)(?:に|の)?(?:.{0,8})?(?:意見|質問|発言|ございません|ありません|ないか|よろしい|何か)"
    "|(?:次|続い|つづい|引き続)(?:の|て|き)?(?:、)?(?:の)?(?:議題|案件|議事|項目|報告|事項|資料)(?:へ|に|を|で)?"
    "|次(?:に|へ)(?:移|進)|(?:議題|案件|議事)(?:[0-9０-９（()）一二三四五六]*)?(?:に|へ)(?:移|入|進)"
    "|議論を(?:進め|始め)|(?:本日|今回)の(?:議題|案件|日程|次第)は|異議(?:は|が)?(?:な|あり|ござ)|(?:採決|表決|承認|可決|了承)(?:する|し(?:ます|た|たい)|いたします|され|と)"
    "|答申(?:案|書|書案)?.{0,20}(?:作成|作業|取りまとめ|まとめ).{0,12}(?:進め|され|お願い|一任|願)"
    "|(?:定刻|時間)(?:と|に)なり|会議を(?:始め|開き|終わ|終え)|^(?:それでは)?始め(?:ます|る|させていただきます)$|次第に(?:沿っ|従っ|より)|欠席の(?:連絡|届)|(?:後|のち)ほど[^。]{0,20}(?:紹介|説明|報告)"
    "|意見(?:の|を)(?:紹介|読み上げ|代読|報告)|次回(?:の会議)?は.{0,20}(?:月|日|頃|予定|開)|^[0-9０-９一二三四五六七八九十]{1,2}月[0-9０-９一二三四五六七八九十]{1,3}日[^、]{0,12}(?:です|である|となります|とする)$|(?:資料|配付|配布).{0,6}確認"
    "|(?:事務局|次回|次の会議).{0,40}(?:整理|取りまとめ|とりまとめ|たたき台|案を(?:示|作成|提示|出|修正|改め)).{0,4}(?:ください|願|されたい|ほしい|いただ)"
    "|(?:と(?:いう|の|いった)|などの?)(?:御|ご)?(?:意見|指摘|要望|提案)(?:が|を|も)?(?:出|あり|あった|ございま|いただ|頂|伺).{0,8}$"
    "|(?:選出|選任|指名)され(?:た|まし).{0,20}(?:です|である|申します)$"
    "|(?:指名|進行|司会)(?:する|し(?:ます)|いたします|を)|会議(?:は|が|の).{0,6}成立|定足数|自己紹介|(?:よろしい|いかが)(?:でしょうか|か|ですか)$"
)
_PROCEDURE_BY_ANYONE = re.compile(
    "^(?:異議|意義)?(?:な|無)し$|^異議(?:は)?(?:ない|ありません|ございません|なし)|^(?:特に|とくに)?(?:な|無)し$|^(?:以上|以上です|以上である)$|^(?:はい|承知しました)$"
    "|^(?:皆(?:さん|様)[、，]?)?(?:おはよう|こんにち[はわ]|こんばん[はわ]).*|^(?:本日|今日)は.{0,30}(?:出席|お集まり|お忙しい|御?参加|ご参加|足労).*"
)
_COURTESY = re.compile("^(?:はい[、，]?)?(?:どうぞ|何とぞ|ぜひ|是非|引き続き|今後とも?|それでは|では)?[、，]?(?:よろしく|宜しく)(?:どうぞ)?お?願い(?:します|する|いたします|致します|申し上げます|したい)(?:と思います)?$")
# 要望は、…仕組みです: the member says what the sentence is.
_NAMED_WISH = re.compile("^(?:(?:次に|また|もう[1１一][つ点]|最後に|あと|それから|まず|併せて)[、，]?)?(?:私の|私から(?:の)?)?(?:要望|提案|お願い|希望)(?P<topic>は|も)?(?:としては|としましては|として|ですが|なのですが|になりますが|であるが)?[、，].{6,}")
_THANKS = re.compile(f"(?:理解(?:でき|し)(?:た|ました)|了解(?:し(?:た|ました)|です)|承知(?:し(?:た|ました))|(?:わか|分か|判)(?:った|りました)|ありがとう.*|安心し(?:た|ました)|勉強にな(?:った|りました)|参考にな(?:った|りました)|初めて知(?:った|りました)|感謝(?:する|し(?:ます|たい)|申し上げ.*)|お礼.*|納得(?:し|でき)(?:た|ました)|お疲れ.*){_THOUGHT}")

_REACTION = re.compile("^(?:(?:そう|なるほど)[^、]{0,8}[、，])?(?:全く)?(?:知りませんでした|知らなかったです|存じませんでした)$|^(?:お)?気持ちは(?:よく)?(?:分|わ)か(?:る|ります)$")

_WISH = (
    "べき(?:で(?:ある|す|は|あり)?|だ)?(?:と)?"
    "|て(?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい)(?:です)?|(?:いただけ|頂け)(?:れば|ると|たら)(?:ありがたい|助かる|幸い|と)?(?:です|である)?"
    "|(?:[かがさたなばまらわ]れ|進め|努め)たい|お願い(?:する|し(?:ます|たい)|いたします|申し上げ.{0,4})(?:です)?"
    f"|(?:望(?:ましい|まれる|む|みます)|適当|妥当)(?:の)?{_BE}|(?:ほう|方)が(?:いい|よい|良い|よろしい|望ましい)(?:です|のです|んです)?"
    "|(?:れ|け|せ|て|え|ね|べ|め|げ|ば|る|い|た)(?:ば|と|ら)(?:いい|よい|良い)(?:です|な)?"
    f"|(?:必要|不可欠|必須)(?:(?:性)?(?:が|も)(?:ある|あり(?:ます)?|高い)|と(?:なる|なります|する)|に(?:なる|なります)|{_BE})"
    f"|(?:欠かせない|ならない|いけない)(?:です|こと{_BE}|もの{_BE})?|(?:が|も)?(?:求め|問わ|望ま)(?:られ|れ)(?:る|ます)|求め(?:る|ます|たい)"
    f"|(?:重要|大切|大事|肝要|肝心|鍵|カギ|課題|急務|ポイント|前提|理想|本来の姿)(?:性が高い|な(?:こと|点|要素|課題|視点|観点|もの|取組)?)?(?:と|に)?(?:なる|なります|なってくる|{_BE})"
    f"|(?:提案|要望|要請|希望|期待|推奨|支持|賛成|反対|同意|賛同)(?:を)?(?:する|し(?:たい|ます|ている|ています|ております)|いたします|{_BE})"
    "|検討(?:を|が|も|に)?(?:する|し(?:たい|ます|ては|てもよい)|され(?:たい|る)|願.*|お願い.*|値する|要する|進め.*|いただき.*|の余地.*)"
    "|(?:留意|配慮|注意|工夫|改善|見直し|対応)(?:が)?(?:必要|欲しい|ほしい)|(?:しな|せ|ね)(?:けれ)?ばなら(?:ない|ぬ)"
    "|(?:重要|必要|不可欠|要望|提案|希望|要請|要検討|すること|されたい)"
)
_WISH_END = re.compile(f"(?:{_WISH}){_THOUGHT}")
_BENEFIT = re.compile("(?:(?<!例え)ば|たら|(?<=す)ると|ことで|により|によって).*(?:増え|減[らりる]|広が|でき|可能に|高ま|向上|伸び|得られ|進む|明確に|見えて|つなが|絞り込|見込め|理解して|響く)[^、]{0,14}$")
_REMARK_END = re.compile(
    f"(?:(?:危険|危うい|懸念|おそれ|恐れ|心配|不安|リスク|問題|限界|難しい|困難|不足|不十分|足りない|有効|有益|効果的|役立つ|余地)(?:性)?(?:が|も|に)?(?:ある|残る|高い|する|なる|し(?:ます|ている))?{_BE}"
    f"|(?:にくい|づらい|わから(?:ない|なく)|伝わらない|読み取れ(?:ない|ず)|不明確.*|望ましくない|弱い|曖昧|あいまい|疑問|矛盾|(?:過|す)ぎる|おかしい|遅い|甘い|もったいない|納得(?:でき|いか)ない){_BE}|たい(?:です)?"
    f")(?:{_THINK})?$|(?:と|ように)(?:は|も)?(?:考え(?:る|ている|ます|ています)|思(?:う|います|っている|っています)|感じ(?:る|ます|ている|ています))$"
)
_PRAISE = re.compile(
    "(?:(?:分か|わか|理解し)りやす|理解しやす|見やす|よく(?:でき|分析|まとま|整理|考え)|行き届|先進的|網羅的|素晴らし|すばらし|優れ|立派|歓迎|評価(?:する|して|でき|し)|良い取組|よい取組)"
)
_AFTER_NOTE = re.compile("[）)].")
_JOINED = re.compile("(?:が|も|し)、")
_CONTRAST = re.compile("が、|ものの|けれど|一方|しかし|ただ")


# A question or a proposal in its form holds one of these at its end; looking for them first saves most searches.
_ASKING = re.compile("か|では|どう|考え|思|感じ|伺|うか|確認|質問|尋ね|聞|説明|教え|知り|回答|紹介|関心")
_LONGEST_PREFACE = 40


def classify(sentence: str, role: str) -> Act:
    """What a sentence does and which of its words say so. `role` is the speaker's (委員長, 委員 …)."""
    text = sentence.rstrip(_MARKS)
    if text.endswith(("よ", "ね")):
        text = _PARTICLES.sub("", text)
    tail = text[-_TAIL:]
    if found := _PROCEDURE_BY_ANYONE.match(text):
        return Act(PROCEDURE, found[0])
    if found := _COURTESY.match(text):
        return Act(THANKS, found[0])
    if role in LEADERS and (found := _CHAIR_PROPOSES.search(text)):
        return Act(OPINION, found[0])
    if role in LEADERS and (found := _PROCEDURE_BY_LEADER.search(text)):
        return Act(PROCEDURE, found[0])
    if len(text) < _LONGEST_PREFACE and (found := _ANNOUNCEMENT.match(text)):
        return Act(PREFACE, found[0])
    asking = _ASKING.search(tail) is not None
    if asking and (found := _PROPOSAL_END.search(tail)):
        return Act(OPINION, found[0])
    if _JOINED.search(text) and (found := _WISH_INSIDE.search(text)):
        return Act(OPINION, found[0])
    if (found := _NAMED_WISH.match(text)) and not (found["topic"] and text.endswith("か")):
        return Act(OPINION, text[:_LONGEST_PREFACE])
    if asking and (found := _QUESTION_END.search(tail)) and not _FOR_OTHERS.search(text):
        return _asking_act(text, found[0])
    if found := _WISH_END.search(text[-_WISH_TAIL:]):
        return Act(OPINION, found[0])
    return _other_act(text, tail)


def _asking_act(text: str, reason: str) -> Act:
    """What a sentence does that has the form of a question."""
    if (soft := _SOFTENED.search(text)) and not _ASKS_WHICH.search(text, 0, soft.start()):
        clause = text[: soft.start()]
        wish = _WISH_END.search(clause[-_WISH_TAIL:]) or _ALLOWS.search(clause)
        return Act(OPINION, wish[0]) if wish else Act(REMARK, soft[0])
    inside = _REMARK_INSIDE.search(text)
    return Act(REMARK, inside[0]) if inside else Act(QUESTION, reason)


def _other_act(text: str, tail: str) -> Act:
    """What a sentence does that neither asks nor wants anything."""
    if found := _THANKS.search(tail) or _REACTION.search(text):
        return Act(THANKS, found[0])
    benefit = _BENEFIT.search(text)
    if (found := _PRAISE.search(text)) and not benefit and not _CONTRAST.search(text, found.end()):
        return Act(PRAISE, found[0])
    if found := benefit or _REMARK_END.search(tail):
        return Act(REMARK, found[0])
    if text.startswith(("（", "(")) and not _AFTER_NOTE.search(text):
        return Act(PROCEDURE, text)  # a note: （拍手）
    return Act(STATEMENT, "")


_POINT = re.compile("(?:まず|次に)?[、，]?(?:質問|要望|意見|提案|お願い)(?:は|としては|ですが|として)[、，]|ところで|(?:それ|これ)とは別|もう[1１一][点つ]|[2-9２-９二三四五][点つ]目|第[二三四五2-5２-５][にの、]|次に|別の(?:件|話)|話は変わ|続いて|最後に")


def starts_point(sentence: str) -> bool:
    """True if a sentence turns to another point (「2点目は」「ところで」)."""
    return _POINT.match(sentence) is not None
