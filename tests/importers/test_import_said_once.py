"""Labels that no role tells and that open one speech only: bodies, groups at their tables, deputies."""

from __future__ import annotations

import pytest

from drafting.importers import import_minutes
from drafting.importers.roles import is_certain_speaker, role_of

HEAD = "第1回甲市まちづくり懇談会会議録\n日時　令和6年7月6日（土）\n場所　区民センター\n\n"


def said(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in import_minutes(HEAD + text, "minutes.txt")[0].utterances]


KNOWN = "（区長）おはようございます。\n（防災課長）箱を置きます。\n（区長）必ず形にします。\n"


@pytest.mark.parametrize("label", ["二丁目町会", "三丁目西自治会", "桜ヶ丘団地自治会", "商店街振興組合", "老人クラブ連合会", "東小学校区自治協議会", "みどりまちづくり協議会", "ひまわりクラブ", "三日月市民・60代男性", "地元住民", "訪問看護連絡会", "住民代表", "杉村代理", "病院長", "消防長", "理事長"])
def test_a_body_in_brackets_before_its_words_speaks_though_it_speaks_once(label: str) -> None:
    assert said(f"{KNOWN}（{label}）網が軽くて飛びます。\n（防災課長）取り替えます。\n")[3:] == [(label, "網が軽くて飛びます。"), ("防災課長", "取り替えます。")]


def test_a_body_before_a_colon_speaks_between_known_speakers() -> None:
    found = said("会長：始めます。\n事務局：説明します。\n会長：ご意見はありますか。\n二丁目町会：網が軽くて飛びます。\n事務局：取り替えます。\n")
    assert [label for label, _ in found] == ["会長", "事務局", "会長", "二丁目町会", "事務局"]


def test_a_list_of_bodies_in_a_speech_stays_in_it() -> None:
    found = said("会長：始めます。\n会長：分担を伺います。\n事務局：分担は次のとおりです。\n二丁目町会：回覧を配ります。\n三丁目町会：旗を立てます。\n会長：終わります。\n")
    assert [label for label, _ in found] == ["会長", "会長", "事務局", "会長"]


@pytest.mark.parametrize("words", ["（商店街振興組合）", "（資料2）", "（参考）"])
def test_brackets_that_begin_no_sentence_open_no_speech(words: str) -> None:
    assert [label for label, _ in said(f"{KNOWN}（区長）出席は次のとおりです。\n{words}　3名\n（防災課長）以上です。\n")] == ["区長", "防災課長", "区長", "区長", "防災課長"]


@pytest.mark.parametrize(("first", "second"), [("Aグループ", "Bグループ"), ("1班", "2班"), ("第１グループ", "第２グループ"), ("グループA", "グループB"), ("Ａチーム", "Ｂチーム")])
def test_groups_speak_one_after_another(first: str, second: str) -> None:
    text = f"座長：話します。\n事務局：始めます。\n座長：どうぞ。\n{first}：駅前について話しました。\n{second}：川沿いについて話しました。\n座長：終わります。\n"
    assert [label for label, _ in said(text)] == ["座長", "事務局", "座長", first, second, "座長"]


def test_the_tasks_of_groups_are_told_by_whom_sets_them() -> None:
    text = "座長：話します。\n委員：はい。\n事務局：班ごとの担当は次のとおりです。\n1班：駅前について話します。\n2班：川沿いについて話します。\n座長：では始めます。\n"
    assert [label for label, _ in said(text)] == ["座長", "委員", "事務局", "座長"]


@pytest.mark.parametrize(("label", "role"), [("総務課長代理", "事務局"), ("室長代理", "事務局"), ("桐生委員代理", "委員"), ("コーディネーター", "不明"), ("総合司会", "不明")])
def test_deputies_of_officers_and_whom_leads_a_talk_speak(label: str, role: str) -> None:
    assert (role_of(label), is_certain_speaker(label)) == (role, True)


def test_a_label_that_stands_once_where_all_labels_stand_speaks() -> None:
    text = (
        "岸本会長　　それでは議題に入ります。御意見のある方は挙手をお願いしたいと\n　　　　　　存じます。\n"
        "宇野委員　　三ページの目標についてですが、二つの言葉が混ざっていますので、\n　　　　　　揃えてください。\n"
        "事務局　　　揃えます。\n"
        "杉村氏　　　商工会としては、空き店舗の活用について数値を置いていただければ\n　　　　　　と考えます。\n"
        "組合杉村　　私どもも同じ意見です。数値を置いていただければ、会員に説明が\n　　　　　　しやすくなります。\n"
        "岸本会長　　終わります。\n"
    )
    assert [label for label, _ in said(text)] == ["岸本会長", "宇野委員", "事務局", "杉村氏", "組合杉村", "岸本会長"]


def test_words_at_the_edge_of_a_hanging_text_are_no_label() -> None:
    text = (
        "岸本会長　　それでは議題に入ります。御意見のある方は挙手をお願いしたいと\n　　　　　　存じます。\n"
        "宇野委員　　次のとおりです。\n　　　　　　　目標１　　人口の維持\n　　　　　　　目標２　　交通の維持\n"
        "事務局　　　揃えます。\n"
        "資料２　　　人口ビジョン\n"
        "岸本会長　　終わります。\n"
    )
    assert [label for label, _ in said(text)] == ["岸本会長", "宇野委員", "事務局", "岸本会長"]


def test_the_head_of_a_neighbourhood_speaks_where_a_gap_alone_stands_behind_labels() -> None:
    text = "町長　ありがとうございます。\n総務課長　訓練を行います。\n上組自治会長　旗は配られるのですか。\n総務課長　七月に配ります。\n下組自治会長　返事がまだ来ていない。\n町長　お詫びします。\n"
    assert [label for label, _ in said(text)] == ["町長", "総務課長", "上組自治会長", "総務課長", "下組自治会長", "町長"]


def test_a_body_before_a_gap_alone_may_begin_any_sentence() -> None:
    text = "町長　ありがとうございます。\n総務課長　次のとおりです。\n商店街振興組合　三割を持ちます。\n総務課長　以上です。\n町長　終わります。\n"
    assert [label for label, _ in said(text)] == ["町長", "総務課長", "総務課長", "町長"]


@pytest.mark.parametrize(("label", "role"), [("副会長：商工会長", "副委員長"), ("オブザーバー：運輸支局", "説明員"), ("委員：老人会長", "委員"), ("事務局：森", "事務局")])
def test_the_role_before_a_colon_within_a_label_is_whose_words_they_are(label: str, role: str) -> None:
    assert role_of(label) == role


def test_whom_the_city_sends_speaks_under_its_name() -> None:
    found = import_minutes(HEAD + "座長：話します。\n設計者：掛けます。\n座長：どうぞ。\n市（門前）：書面で報告してください。\n座長：終わります。\n", "a.txt")[0]
    assert [(one.speaker, one.role) for one in found.utterances][-2:] == [("市（門前）", "事務局"), ("座長", "委員長")]


def test_a_speech_in_quotation_marks_may_go_over_lines() -> None:
    text = "会長「始めます。」\n主査「減りました。」\n砂川委員「謝礼が足りない。これでは続かない。\n　先のことも考えるべきだ。」\n主査「検討します。」\n"
    assert [(label, "".join(words.split())) for label, words in said(text)][1:3] == [("主査", "減りました。"), ("砂川委員", "謝礼が足りない。これでは続かない。先のことも考えるべきだ。")]


@pytest.mark.parametrize("words", ["からは、要望が三件ありました。", "の協力を得ています。", "に依頼しました。", "は、八月に集まります。"])
def test_a_sentence_about_a_body_in_brackets_is_whose_speech_it_stands_in(words: str) -> None:
    assert [label for label, _ in said(f"{KNOWN}（地元自治会）{words}\n（防災課長）以上です。\n")] == ["区長", "防災課長", "区長", "防災課長"]


def test_bodies_that_the_head_lists_speak_where_hardly_anybody_else_does() -> None:
    text = (
        "連携協議会要点記録\n日時：令和6年10月24日（木）\n参加者：医師会、薬剤師会、甲病院、ケアマネジャー協会\n\n１．連携について\n甲病院：話合いを行いました。\n"
        "ケアマネジャー協会：三日前に知らせてほしいです。\n甲病院：徹底します。\n薬剤師会：写しも送ってほしいです。\n医師会：主治医にも連絡がほしい。\n事務局：次回話し合います。\n"
    )
    labels = [one.speaker for one in import_minutes(text, "a.txt")[0].utterances]
    assert labels == ["甲病院", "ケアマネジャー協会", "甲病院", "薬剤師会", "医師会", "事務局"]


def test_an_auditor_in_the_column_of_the_speakers_speaks() -> None:
    text = "　　事務局　　増えました。\n　　監　事　　適正に処理されていました。\n　　委　員　　上げないのですか。\n　　事務局　　町が負担しています。\n　　委　員　　一緒に始めてほしい。\n"
    assert [label for label, _ in said(text)] == ["事務局", "監事", "委員", "事務局", "委員"]


@pytest.mark.parametrize("above", ["自由意見を紹介します。", "こういう声もあります。"])
def test_what_residents_wrote_is_told_by_whom_reads_it_out(above: str) -> None:
    text = f"{KNOWN}（区長）{above}\n（60代男性）バスがほしいです。\n（40代女性）公園がほしいです。\n（防災課長）以上です。\n"
    assert [label for label, _ in said(text)] == ["区長", "防災課長", "区長", "区長", "防災課長"]


def test_towns_and_villages_behind_the_word_for_a_city_are_nobody() -> None:
    text = "座長：話します。\n委員：はい。\n事務局：負担の割合です。\n市（町村）：補助率は二分の一です。\n座長：終わります。\n"
    assert [label for label, _ in said(text)] == ["座長", "委員", "事務局", "座長"]


def test_the_body_a_member_comes_from_speaks_with_the_role_of_that_member() -> None:
    head = "第1回甲市推進協議会会議録\n日　時　令和6年11月25日（月）\n出席者　　（委員）\n　　　　　金町自治会　　　新宿　弘\n　　　　　四つ木小ＰＴＡ　立石　真\n　　　　　（事務局）\n　　　　　環境課　高砂課長\n\n"
    found = import_minutes(head + "【事務局】　上げる案です。\n【会長】　どうぞ。\n【四つ木小ＰＴＡ】　煙が気になります。\n【金町自治会】　何人ですか。\n【事務局】　14人です。\n", "a.txt")[0]
    assert [(one.speaker, one.role) for one in found.utterances][2:4] == [("四つ木小ＰＴＡ", "委員"), ("金町自治会", "委員")]


def test_a_name_with_an_honorific_speaks_though_it_speaks_once() -> None:
    text = "座長：話します。\n事務局：減りました。\n益城委員：慣れたと聞いています。\n馬見原氏：代理で出席しています。\n座長：終わります。\n"
    assert [label for label, _ in said(text)] == ["座長", "事務局", "益城委員", "馬見原氏", "座長"]
