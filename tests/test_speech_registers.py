"""What a sentence does in the registers of summary minutes, of polite speech and of a transcript: classes that were once told wrong."""

from __future__ import annotations

import pytest

from drafting.speech import OPINION, PRAISE, PREFACE, PROCEDURE, QUESTION, REMARK, STATEMENT, THANKS, classify

COUNTED = (OPINION, REMARK)

FORM_OF_A_QUESTION = """
利用を断るのはどうかと思います。
まず1校で始めてみてはどうかと思います。
この段階で場所を決めるというのはどうなのかと思います。
点字の案内が一つもないのはいかがなものかと思います。
なぜ伝わらないのか、そこから調べるべきかと思います。
入口を先に直すのが筋ではないのか。
順番が違うのではないかという気がしてなりません。
もっと早く知らせることはできなかったのでしょうか。
夜に開いてもらうことはできないんですかね。
手数料を市が持つことで、窓口の数を減らせないか。
本当にこの人数で回るのでしょうか。
こんなことで住民の理解が得られるのか。
このままでいいんでしょうか。
土曜の開館も含めて、ご検討いただけますでしょうか。
形だけの会議になってやしませんか。
広報で若い農家の取組の紹介をお願いしたい。
ホームページでも事例を紹介してください。
消火栓の場所を、地区ごとに毎年確認してください。
いつまでに何をするのか、道筋をお示しください。
職員の皆さんも一緒に勉強しませんか。
価格の配点が高いのは、質の低下を招きはしないでしょうか。
時期としてどうかなというのが率直なところです。
地域で使わせていただく道は残っていないのでしょうか。
各校に見せたらええんちゃいますか。
人を集めるあまり、質がないがしろにされていないか。
全部の学校に広げてくださいませんか。
"""

FORM_OF_PRAISE_OR_THANKS = """
事業を評価する仕組みが計画の中に見当たりません。
この数字だけでは取組を評価できません。
優れた技術を持つ人が町から出ていってしまいます。
立派な建物はできたが、中身が伴っていない。
市民に分かりやすく伝えるという姿勢が感じられません。
検針票の裏に載せてもらえたら分かりやすいですよね。
一覧を付けると見やすいと思います。
ありがとうございます、ただ駅から遠いのは不便で困っております。
窓口の皆さんがお疲れの様子で心配です。
"""

FORM_OF_LEADING = """
異議はありませんが、周知だけは丁寧に行っていただきたい。
本日は出席者が少なく、これで決めてしまうのは問題だと思います。
こんにちは、駅前の駐輪場が狭くて困っております。
子どもにも発言させてください。
若者が代表として参加できない。
"""

JUDGEMENTS = """
この基準は時代に合わない。
財源が示されない限り絵に描いた餅である。
収集の方針を定めることが先決である。
他館に比べて見劣りする。
いつまでも待てる話ではない。
登録のやり方がね、年寄りには難し過ぎるんですよ。
ベンチもない所で20分待つのは酷ですよ。
空きを見られるようにしてほしいという声は多いです。
段階的な導入は意義が大きいと考えております。
受け皿が見当たらないのですが。
職員が足りていないのに、事業だけが増えている。
説明の順番が逆になっている印象を受けました。
若い世代が置き去りです。
4割もの方が同意していないのは、正直驚きました。
捕獲した後の処理が抜け落ちています。
運動をしない人への視点が欠落している。
小さな宿からも同じ額を取るのは、ちょっと乱暴やと思うんですわ。
足りない足りないと言われて10年ですよ。
委員の顔ぶれが同じ団体の方ばかりです。
今のままでは若い子は来ませんって。
人が減るのに管を延ばすのは、理屈が通らないように思えて。
せっかくの広場が空いています。
判断の材料として2社では心細い。
引き受け手が見つからないというのが実態です。
増えたことを良いこととだけ評価するのは一面的である。
旅館は高いのですから、それは違うでしょう。
隣の市に移られるのは火を見るより明らかです。
謝金が据え置かれ、応募をためらう一因となっている。
遅れた便が飛ぶと、赤ん坊が起きるんです。
新しい部屋ができると聞いて、うれしく思いました。
誘致を歓迎一色で進めるのは危うい。
答申の重点に掲げるに値すると私は考えております。
"""


def _lines(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("sentence", _lines(FORM_OF_A_QUESTION))
def test_a_wish_or_a_doubt_in_the_form_of_a_question_counts(sentence: str) -> None:
    assert classify(sentence, "委員").kind in COUNTED


@pytest.mark.parametrize("sentence", _lines(FORM_OF_PRAISE_OR_THANKS))
def test_a_word_of_praise_or_thanks_in_a_complaint_or_a_wish_does_not_hide_it(sentence: str) -> None:
    assert classify(sentence, "委員").kind in COUNTED


def test_what_a_survey_made_clear_is_no_thanks() -> None:
    assert classify("調査から、若い世代に届いていないことが分かりました。", "委員").kind == STATEMENT
    assert classify("事情はよく分かりました。", "委員").kind == THANKS


@pytest.mark.parametrize("sentence", _lines(FORM_OF_LEADING))
def test_words_of_leading_at_the_head_of_an_opinion_do_not_hide_it(sentence: str) -> None:
    assert classify(sentence, "委員").kind not in (PROCEDURE, PREFACE, THANKS)


@pytest.mark.parametrize("sentence", _lines("仕組みを盛り込んでほしい。 計画に織り込んでいただきたい。 読み上げが使えるものを選んでください。 忘れないでいただきたい。 手引きに絵で示すとよい。 たたき台に入れておきたいところです。 ぜひ書き込んでほしいのです。 答申の冒頭で触れることを提案させていただきます。"))
def test_a_wish_is_an_opinion_whatever_the_verb_before_it(sentence: str) -> None:
    assert classify(sentence, "委員").kind == OPINION


@pytest.mark.parametrize("sentence", _lines(JUDGEMENTS))
def test_a_judgement_is_a_remark(sentence: str) -> None:
    assert classify(sentence, "委員").kind in COUNTED


@pytest.mark.parametrize("sentence", ["それは存じませんでした。", "今のままで構いません。", "その点は問題ありません。", "詳しくありません。", "反対ではありません。"])
def test_not_every_no_is_a_remark(sentence: str) -> None:
    assert classify(sentence, "委員").kind not in COUNTED


@pytest.mark.parametrize(
    "sentence",
    _lines("""
他の委員の意見にもありましたが、私も駅前の整備を急ぐべきだと考えます。
次の資料の数字は、市民には分かりにくいと思います。
資料を確認しましたが、当事者の声が抜けているのは問題だと思います。
事務局から説明を受けましたが、この見通しは甘いと言わざるを得ません。
時間となりましたが、職員の確保は何より優先すべき課題であると申し上げます。
採決する前に、もう一度結果を読むべきではないでしょうか。
利用者の意見を伺う仕組みがないのは残念です。
審議に入る前に、資料の出し方が遅いと申し上げたい。
駐輪場は残すべきだと考えますが、いかがでしょうか。
周知の期間を半年とすることを附帯意見に加えたいと思いますが、いかがでしょうか。
市民の皆さんに展示をもっとご覧いただきたい。
非公開とする案件がこれだけ多いことには、理解が得られません。
採決を取る前に申し上げますが、この金額には納得しておりません。
傍聴の方がいらっしゃる前で言いにくいのですが、この資料は不親切です。
継続審議にするより、ここで方針を固めたほうがよいと思っています。
"""),
)
def test_a_chair_who_goes_on_to_his_own_view_is_heard(sentence: str) -> None:
    assert classify(sentence, "委員長").kind in COUNTED


@pytest.mark.parametrize("sentence", _lines("多くの意見をいただきましたが、共通しているのは周知のことです。 事務局で整理していただいた表を見て、人手のことを痛感いたします。"))
def test_words_of_leading_in_the_first_clause_alone_do_not_lead(sentence: str) -> None:
    assert classify(sentence, "委員長").kind != PROCEDURE


@pytest.mark.parametrize(
    "sentence",
    _lines("""
時間になりましたので、始めさせていただきます。
ほかに御意見がないようですので、これで終わります。
賛成多数で、条件を付して許可することに決定しました。
ただいまの説明について、ご質問、ご意見がございましたらお願いいたします。
それでは議題の2番目に入ります。
お手元の資料2をご覧ください。
前回ご欠席の方もおられますので、経緯から説明していただきます。
マイクが届いてからご発言ください。
それでは、お諮りいたします。
本案に賛成の方の挙手を求めます。
挙手多数です。
質疑なしと認めます。
これより質疑に入ります。
それでは、そのように取り計らいます。
次回の日程について、事務局からお願いします。
続いて、丁委員、お願いします。
はい、丁委員。
では、次の方どうぞ。
時間が押しておりますので、簡潔にお願いいたします。
10分間休憩を取りたいと思います。
資料1から順に見ていきたいと思います。
本日は傍聴の方が2名いらっしゃいます。
本件は継続審議といたします。
これより採決を行う。
以上で議題は全て終了しました。
この件は了とさせていただきます。
採点表への記入をお願いいたします。
ただいま住まいに関する御意見を頂戴しました。
事務局の認識はいかがでしょう。
ただいまより第2回の懇話会を開きます。
発言の際はお名前をおっしゃってください。
第2章はよろしいですね。
では、その方向で整理をお願いします。
お一人ずつ順番に伺ってまいります。
議案第3号を議題といたします。
説明は終わりました。
担当課の入室を求めます。
ここからは非公開とします。
残りの論点は次回に持ち越すこととします。
それでは、残る議題は1件でございます。
骨子に移らせていただきます。
はい、どうぞお願いします。
お願いします。
事務局にマイクをお返しいたします。
この話題はここで区切ります。
"""),
)
def test_the_chair_leads_in_polite_words_too(sentence: str) -> None:
    assert classify(sentence, "委員長").kind == PROCEDURE


@pytest.mark.parametrize(
    "sentence",
    _lines("""
登録者数と実際の利用者数を教えてください。
費用の見込みも併せてお聞かせください。
見送られた理由は何だったのでしょう。
何件ぐらいですかね。
分かる範囲でお答えいただければと思います。
ほかの町の様子が分かればお願いします。
利用者数の内訳をお示しください。
根拠の数字を教えていただけると助かります。
その辺りを教えていただけませんか。
住民への説明は十分に行われたのでしょうか。
変更する区域の面積は。
平日も数えているの？
1館当たりいくらかかるもんなんでしょうね。
差し支えない範囲でお話しいただけますか。
駐車場は何台になるんでしたっけ。
振り返りは、どなたが確認されているのでしょう。
"""),
)
def test_a_polite_question_is_a_question(sentence: str) -> None:
    assert classify(sentence, "委員").kind == QUESTION


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("勉強不足で申し訳ありません。", THANKS),
        ("すみません、途中が聞こえませんでした。", THANKS),
        ("これからもよろしくお願いいたします。", THANKS),
        ("ご丁寧な説明に感謝いたします。", THANKS),
        ("その必要性は重々承知しております。", THANKS),
        ("なるほど。", THANKS),
        ("私からは特にございません。", PROCEDURE),
        ("以上、2点でございます。", PROCEDURE),
        ("公募委員の立場で参加しております。", PREFACE),
        ("民生委員の立場から申し上げます。", PREFACE),
        ("先週の大雨の話をさせてください。", PREFACE),
        ("警察署から参りました。", PREFACE),
        ("商工会の者でございます。", PREFACE),
        ("建築士会の推薦で参りました。", PREFACE),
        ("前の方のご発言と重なりますが。", PREFACE),
        ("結論は会長に委ねる。", PROCEDURE),
        ("執筆者の立場から補足する。", PREFACE),
        ("相談員を担当しております。", PREFACE),
        ("訪問看護をしております。", PREFACE),
        ("切実なお話でした。", PRAISE),
        ("高校2年です、よろしくお願いします。", THANKS),
        ("ご説明で納得いたしました。", THANKS),
        ("先ほどの説明で疑問は解消した。", THANKS),
        ("今のお答えで大体分かったんですけど。", THANKS),
        ("先生のお話、面白かったです。", PRAISE),
    ],
)
def test_courtesies_and_prefaces_are_no_opinions(sentence: str, kind: str) -> None:
    assert classify(sentence, "委員").kind == kind
