"""Questions, and proposals in the form of questions (…してはどうか)."""

from __future__ import annotations

from drafting.patterns import lazy_pattern
from drafting.speech.act import OPINION, QUESTION, REMARK, Act
from drafting.speech.endings import THINK, WISH_TAIL
from drafting.speech.wishes import WISH_END

# て(は)どう of a doing, not of a matter (についてはどうか).
_HOW = "(?:どう|いかが)(?:か|だろうか?|でしょうか?|ですか|かな)"
_IF = "(?:か|だろうか|でしょうか|ですか|かな)"
_ASK_TO_TELL = "(?<!教えて)(?<!説明して)(?<!聞かせて)(?<!示して)(?<!答えて)"
PROPOSAL_END = lazy_pattern(
    f"(?:(?:(?<!につい)(?<!に関し)(?<!に対し)(?<!にとっ)(?<!によっ)て|で|たら)(?:は|){_HOW}|(?<!いうの)(?<!いったの)(?<=[うくぐすつぬぶむるい]の)[はも]{_HOW}"
    f"|(?:では|じゃ)(?:ない(?:の|ん)?{_IF}|ありません(?:か|でしょうか))"
    "|どう(?:なの|なん|なもの)?かな?(?!$)|いかがなもの(?:か|でしょうか|だろうか)な?"
    f"|(?:道|手|手立て|余地|やりよう|方法|策|選択肢)(?:は|が|も)(?:ない|ありません|残っていない|残されていない|考えられない)(?:の|もの)?{_IF}"
    f"|(?=くださいま){_ASK_TO_TELL}(?<=[てで])くださいませんか|ちゃい?(?:う|ます)(?:か|かな)|(?:一緒に|いっしょに|みんなで|皆で|ともに)[^、]*(?:ませんか|ないか)|[やゃ]しませんか"
    f"|(?=もらえ|いただけ|頂け){_ASK_TO_TELL}(?<!説明)(?<!教示)(?<!回答)(?<!答え)(?<!示し)(?<!お話し)(?<!紹介)(?:もらえ|いただけ|頂け)(?:ない(?:もの|の|ん)?|ません|ます|る){_IF}"
    "|(?:(?:でき|られ)(?:ない(?:もの|の|ん)?|ません|なかった(?:もの|の)?)|(?:(?<!いただ)(?<!頂)[けせてめねべげ]|(?<![かがさたなばまわ])れ)(?:ない(?:もの)?|ません)|てみません"
    f"|(?:何とか|なんとか)(?:でき|なら|なり|しても?らえ)(?:ない(?:もの|の)?|ません)|(?:考え|つもり|意向|余地)は(?:ない(?:の)?|ありません)){_IF}"
    f"|(?:ほう|方|ら|ば|と)が?(?:いい|よい|良い|よろしい)(?:の|ん)?(?:か|では(?:ないか)?)な?)"
    f"(?:{THINK}|という(?:(?:気|思い)が(?:する|します|してなりません|しております)|(?:提案|こと|意見)(?:です|である)))?$"
)

_QUESTION_END = lazy_pattern(
    "(?:(?:(?:教え|説明し|(?:お)?聞かせ|お示し|お答え)(?:て|を)?|回答を?)(?:ほしい|欲しい|もらいたい|(?:いただき|頂き)たい|ください|下さい"
    "|(?:いただけ|頂け)(?:(?:れば|ますと|ると|たら)(?:幸い(?:です|である)|ありがたい(?:です)?|助か(?:る|ります))?|(?:ます|ません|ない(?:もの)?|る)(?:か|でしょうか|ですか|だろうか))|もらえ(?:ます|ません|ない)(?:か|でしょうか|ですか)"
    "|願(?:いたい|います)|お願い(?:します|いたします|したい))"
    "|(?:分か|わか)(?:れ|りました)(?:ば|ら)お願い(?:する|します|いたします|したい)"
    "|(?:説明|回答|紹介|確認)(?:を)?(?:お願い(?:する|します|いたします|したい)|求める|求めたい|されたい|いただきたい|してください)"
    "|(?:確認|質問|お尋ね|お聞き|お伺い)(?:を)?(?:し(?:たい|ます)|する|させて(?:いただきたい|ほしい|ください|いただきます)|です|である|でございます)"
    "|(?:を|か|が|て)?(?:伺(?:う|いたい|います|えれば)|うかがいたい|尋ね(?:たい|る|ます)|聞きたい|知りたい)"
    "|(?:という点|点)に関心がある|(?:気になる|分からない|わからない)ので教えて.*"
    "|(?=か)(?<!明ら)(?<!確)(?<!豊)(?<!静)(?<!僅)(?<!わず)(?<!細)(?<!愚)(?<!疎)(?<!おろそ)(?<!穏や)(?<!緩や)(?<!速や)(?<!健や)(?<!鮮や)(?<!にぎや)(?<!ささや)か|かな|(?:まし|でし|だ)たっけ|だっけ"
    f"|(?:何(?!らか|か|とか|度)|いつ(?!も|か)|どこ(?!か)|誰|いくら(?!でも)|どう(?!しても|か)|どちら|どなた|なぜ|どの|どれ)[^、]{{0,20}}でしょう"
    f"|(?:^[^、]{{0,6}}|[^、]{{6}})[一-龥ァ-ヶー]は(?=$))(?:{THINK})?(?:です|のです|んです)?$"
)
# 現実的かと思います says so; いつになるのかと思います asks.
_SOFTENED = lazy_pattern(f"かな?(?:{THINK})$")
_ASKS_WHICH = lazy_pattern("(?:何(?!らか|か|とか|より|度も|も)|なぜ|誰|いつ(?!も|か)|どこ(?!か)|どの(?![^、]{1,10}[にでと]?も)|どれ|どんな|どう(?!しても|か[とな])|どちら|どっち|(?:いくら|幾ら)(?!でも)|いかが)")
_ALLOWS = lazy_pattern("(?:ても|で?も|のが|ほうが|方が)(?:よい|いい|良い|よろしい)の?$")
# Explaining to the public is a wish, explaining to the committee a question.
_FOR_OTHERS = lazy_pattern(
    "(?:(?:市民|住民|利用者|区民|町民|村民|国民|保護者|職員|事業者|地域)(?!数|の(?:数|割合|状況|内訳))|丁寧|十分|しっかり|きちんと|分かりやすく|わかりやすく).*(?:説明|教え|回答)"
    "|(?:広報|ホームページ|ウェブ|ＳＮＳ|SNS|窓口|チラシ|冊子|展示|授業|学校|番組|観光客|来館者|患者|子ども|若者|若い).*(?:紹介|教え|説明)(?!会)"
    "|(?:定期的|毎年|毎月|年に?[1１一]回|日頃|事前|ふだん|普段|ごと|ずつ|必ず|現地|現場)(?:に|から|で)?.*(?:確認|点検)(?:を)?(?:して|お願い)|(?:目標|道筋|工程|ロードマップ|方針|計画)[^、]*示し"
)
_TELLING = lazy_pattern("お?(?:教え|説明|聞かせ|示し|答え|紹介|回答)|確認を?(?:お願い|求|して)")
# Doubts in the form of a question: 本当に間に合うのか asks nothing.
_DOUBT = lazy_pattern(
    "(?:(?:なって|れて|しまって|欠いて|ぎて|終わって)い(?:ない|ません)(?=か$|でしょうか$|だろうか$)"
    "|(?:はし|ことに(?:は)?なら|(?:おそれ|恐れ|懸念|不安|リスク|弊害|心配|無理|矛盾|支障|危険)(?:性)?(?:は|が)(?:な|ありませ))(?:ない|い|ん|ません)|本当に|果たして|(?:この|その)(?:まま|程度|やり方|状態)で"
    "|(?:十分|きちんと|しっかり|ちゃんと|丁寧).*(?:説明|周知|伝)|(?:こんな|そんな|これ|それ)(?:こと|もの|だけ)?で).*か$"
)
_REMARK_INSIDE = lazy_pattern("(?:(?:ば|たら|ると|ことで)、.*(?:増え|減|広が|でき|可能|高ま|向上|伸び|進む|つなが).*|(?:有効|課題|懸念|不安|問題|余地|危険|困難|難しい)[^、。]{0,12})(?:が|けれど(?:も)?)、")
_ASKING = lazy_pattern("は$|っけ|ない|ませ|か|では|どう|考え|思|感じ|伺|うか|確認|質問|尋ね|聞|説明|教え|知り|回答|紹介|関心|示し|答え|でしょう|お願い")


def may_ask(tail: str) -> bool:
    """False where the end of a sentence holds nothing that a question or a proposal in its form holds."""
    return _ASKING.search(tail) is not None


def proposal_act(tail: str) -> Act | None:
    """What a sentence does whose end proposes something as a question: it is an opinion."""
    found = PROPOSAL_END.search(tail)
    return Act(OPINION, found[0]) if found else None


def question_act(text: str, tail: str) -> Act | None:
    """What a sentence does that ends as a question: most ask, some want the public told, some doubt."""
    found = _QUESTION_END.search(tail)
    if not found:
        return None
    if _TELLING.match(found[0]) and _FOR_OTHERS.search(text):
        return Act(OPINION, found[0])
    return _asking_act(text, found[0])


def _asking_act(text: str, reason: str) -> Act:
    """What a sentence does that has the form of a question."""
    if (soft := _SOFTENED.search(text)) and not _ASKS_WHICH.search(text, text.rfind("か、", 0, soft.start()) + 1, soft.start()):
        clause = text[: soft.start()]
        wish = WISH_END.search(clause[-WISH_TAIL:]) or _ALLOWS.search(clause)
        return Act(OPINION, wish[0]) if wish else Act(REMARK, soft[0])
    inside = _REMARK_INSIDE.search(text) or _DOUBT.search(text)
    return Act(REMARK, inside[0]) if inside else Act(QUESTION, reason)
