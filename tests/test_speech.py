"""What a sentence does, told from its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.speech import (
    OPINION,
    PRAISE,
    PREFACE,
    PROCEDURE,
    QUESTION,
    REMARK,
    STATEMENT,
    THANKS,
    classify,
    starts_point,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "窓口の案内を見直すべきである。",
        "案内を大きな字にしてほしい",
        "案内を見直してはどうか。",
        "案内を見直したらいかがでしょうか。",
        "夜間にも開けられないか。",
        "費用を抑えることはできないものでしょうか。",
        "順番が逆ではないか。",
        "順番が逆なのではないかと思います。",
        "公表してもよいのではないでしょうか。",
        "早めに知らせることが望ましい。",
        "早めに知らせるほうがいいと思います。",
        "予算を確保していただきたい。",
        "予算を確保していただければと思います。",
        "予算の確保をお願いします。",
        "市の考えを明らかにされたい。",
        "もっと具体的に書き込まれたい。",
        "費用の検討が必要である。",
        "費用の検討が求められる。",
        "職員に伝えることが重要だと考えます。",
        "人と人とのつながりが非常に重要。",
        "続けることが大切です。",
        "この案に賛成である。",
        "委託には反対します。",
        "会場との併用を提案する。",
        "効果を測ることが課題である。",
        "情報を漏らしてはならない。",
        "窓口を増やすべきだが、費用もかかる。",
        "市民に丁寧に説明してほしい。",
        "使い道を具体的に示してほしい。",
        "このまま進められるといいのではないかな。",
        "国の補助を使う手もあると思うが、その辺りはどう考えているのか。",
        "要望は、当日の朝でも空きが分かる仕組みです。",
        "また、提案ですが、商店街と組む形もあり得ます。",
        "もっと乗ってもらう工夫が要るのではないか。",
        "申込みは、電話でもできませんか。",
        "せめて休日だけでも何とかなりませんか。",
        "順番が逆ではありませんか。",
        "一度試してみませんか。",
        "夜間に切り替えるお考えはないのでしょうか。",
        "高齢の方には配慮があってもいいのかなと思います。",
        "場所を替えるのはどうでしょう。",
        "駅前に置くのはいかがでしょうか。",
    ],
)
def test_what_wants_something_is_an_opinion(sentence: str) -> None:
    assert classify(sentence, "委員").kind == OPINION


@pytest.mark.parametrize(
    "sentence",
    [
        "何件あるのか。",
        "公表していますか？",
        "費用についてはどうか。",
        "市民に対してはどうか。",
        "仕組みはないか。",
        "概要を説明してほしい。",
        "詳しく教えていただきたい。",
        "検討の状況を伺う。",
        "現在の状況を確認したい。",
        "回答率という点に関心がある。",
        "資料の3ページの説明をお願いします。",
        "費用はいくらでしょうか。",
        "要望は、これまでに何件ありましたか。",
        "いつ頃になるのかと思います。",
        "これはどういうことかなと思いました。",
        "ほかの市の例はありませんか。",
        "予定はないのでしょうか。",
        "回収率というのはどうでしょうか。",
    ],
)
def test_what_only_asks_is_a_question(sentence: str) -> None:
    assert classify(sentence, "委員").kind == QUESTION


@pytest.mark.parametrize(
    "sentence",
    [
        "これより開会する。",
        "事務局から説明をお願いします。",
        "内容について、意見を伺う。",
        "ほかに意見はありませんか。",
        "それでは、次の議題に移ります。",
        "本件の審議はここまでとする。",
        "御異議ありませんか。",
        "これより第2回審議会を開催する。",
        "おはようございます。",
        "本日はお忙しいところ御出席をいただきました。",
        "（拍手）",
        "事務局は次回までに答申案をまとめる作業をお願いしたい。",
        "事務局はこれらを踏まえて次回までに案を示してください。",
        "定刻となりましたので、ただいまから会議を始めます。",
        "本日は甲委員から欠席の連絡を頂いております。",
        "次第に沿って進めます。",
        "次回は11月に開く。",
        "12月18日です。",
        "欠席の委員の意見を紹介してください。",
        "増便と割引という意見が出されました。",
        "会長に選任されました甲です。",
        "なければ、本日の審議を終わります。",
        "次回の日程は、事務局から追って連絡いたします。",
        "会議録の署名人は、名簿の順により2名の方にお願いします。",
        "どうぞ。",
        "賛否両方の御意見がありました。",
        "会議の成立を確認した。",
        "議題(2)に移る。",
        "本日の意見を踏まえ、事務局は次回までに案を修正されたい。",
    ],
)
def test_the_chair_leads_the_meeting(sentence: str) -> None:
    assert classify(sentence, "委員長").kind == PROCEDURE


@pytest.mark.parametrize(
    "sentence",
    ["事務局で、案内を多言語にすることを検討されたい。", "市は、費用を次の世代に残さないようにしてほしい。",
        "場所の見直しも含めて検討するという方向でまとめたいと思いますが、いかがでしょうか。"],
)
def test_what_the_chair_wants_of_the_matter_is_an_opinion(sentence: str) -> None:
    assert classify(sentence, "委員長").kind == OPINION


def test_a_member_who_has_nothing_against_it_only_follows_the_chair() -> None:
    assert classify("異議なし。", "委員").kind == PROCEDURE


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("現状は分かった。", THANKS),
        ("丁寧な説明に感謝する。", THANKS),
        ("よく分析されており、分かりやすい資料である。", PRAISE),
        ("取組は評価できるが、若い世代には届きにくい。", REMARK),
        ("案内を工夫すれば、利用は増える。", REMARK),
        ("外に漏れるおそれがある。", REMARK),
        ("相談ができれば、利用が増える可能性もあるが、検討はしているか。", REMARK),
        ("民間で求められる場合もある。", STATEMENT),
        ("要所に絞ることが現実的かと思います。", REMARK),
        ("工夫はいくらでもできるかと思います。", REMARK),
        ("どの世代にも使いやすい案かと思います。", REMARK),
        ("本当に間に合うのかなと思っています。", REMARK),
        ("何か理由があるのかと思います。", REMARK),
        ("達成できなかったときの責任が曖昧だ。", REMARK),
        ("補助の額が少なすぎる。", REMARK),
        ("このやり方はおかしい。", REMARK),
        ("令和9年度では遅いです。", REMARK),
        ("安心しました。", THANKS),
        ("なるほど、勉強になりました。", THANKS),
        ("そうなんですね、知りませんでした。", THANKS),
        ("市民の多くは知りませんでした。", STATEMENT),
        ("2点提案する。", PREFACE),
        ("私からは質問が一つと要望が一つです。", PREFACE),
        ("よろしくお願いします。", THANKS),
        ("ここからは提案になる。", PREFACE),
        ("質問いたします。", PREFACE),
        ("賛成の立場で討論に参加いたします。", PREFACE),
        ("（注）窓口は3か所ある。", STATEMENT),
    ],
)
def test_other_sentences_are_told_apart(sentence: str, kind: str) -> None:
    assert classify(sentence, "委員").kind == kind


def test_the_words_that_tell_stand_in_the_reason() -> None:
    assert classify("案内を見直してはどうか。", "委員").reason == "てはどうか"


@pytest.mark.parametrize("sentence", ["2点目は費用である。", "もう1点ある。", "ところで、費用はどうか。", "次に、予算を確保されたい。", "第二に、急ぐことである。"])
def test_a_new_point_is_seen(sentence: str) -> None:
    assert starts_point(sentence)
    assert not starts_point("その" + sentence)


@given(st.text("市は案内をてほしいべきかどうが、。伺重要たいと考える", max_size=60), st.sampled_from(["委員", "委員長", "不明"]))
def test_every_text_has_an_act_whose_reason_stands_in_it(text: str, role: str) -> None:
    act = classify(text, role)
    assert act.kind
    assert act.reason in text


@pytest.mark.parametrize("sentence", "委員6名全員が出席している。 委員6名のうち6名が出席している。 傍聴者3名が入室している。 本日の傍聴者は2名である。 部会の結果を報告する。 審議の経過を御報告します。".split())
def test_the_chair_who_says_who_is_there_or_reports_leads(sentence: str) -> None:
    assert classify(sentence.rstrip("。"), "委員長").kind == "議事進行"
    assert classify("傍聴者が増えるように、周知すべきである", "委員長").kind == "意見"
    assert classify("委員の全員が参加できる日程とすることが必要である", "委員長").kind == "意見"
    assert classify("委員の半数以上が出席しないと決められない仕組みは、改めるべきである", "委員長").kind == "意見"
