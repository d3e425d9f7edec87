"""The small readers: markup, roles, headings, people and fields."""

from __future__ import annotations

import pytest

from drafting.importers.fields import agenda_items, committee_of, documents, observers_of, session_of
from drafting.importers.headings import ends_items, is_heading, item_of
from drafting.importers.markup import checked_option, paragraphs, public_of, tag_problems
from drafting.importers.officers import officers
from drafting.importers.people import members, others
from drafting.importers.roles import clean_label, is_speaker, role_of
from drafting.importers.rows import Row
from drafting.model import AgendaItem, Person


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("<p>一</p> <p>二</p>", "一\n二"),
        ("<p>一</p><P>二", "一\n二"),
        ("一</p>", "一"),
        ("<閉会>", "<閉会>"),
        ("a < b、<b>太字</b>", "a < b、<b>太字</b>"),
    ],
)
def test_only_p_tags_go_and_only_two_paragraphs_make_a_break(part: str, text: str) -> None:
    assert paragraphs(part) == text


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ('<input type="checkbox" checked=""/> 可・不可・一部不可', "可"),
        ('<input type="checkbox"/> 可・<input checked="checked" type="checkbox"/> 不可・一部不可', "不可"),
        ("□可 ■不可", "不可"),
        ("☑ 一部不可", "一部不可"),
        ("可", "可"),
        ("", ""),
        ("□可 □不可", None),
        ('<input type="checkbox"/> 可', None),
    ],
)
def test_the_checked_option_is_read(text: str, option: str | None) -> None:
    assert checked_option(text) == option


@pytest.mark.parametrize(
    ("text", "public", "beside"),
    [
        ("□公開 ■非公開（個人情報のため）", "不可", "個人情報のため"),
        ('<input type="checkbox" checked=""/> 可・不可・一部不可', "可", ""),
        ("公開（一部）", "可", "一部"),
        ("☑公開　□非公開", "可", ""),
        ("●公開　○非公開", "可", ""),
        ("公開　・　非公開", "", ""),
        ("［レ］一部公開　［　］公開", "一部不可", ""),
        ("レ公開・非公開", "可", ""),
        ("非公開\n（甲市情報公開条例第7条に該当するため）", "不可", "甲市情報公開条例第7条に該当するため"),
    ],
)
def test_public_or_not_is_read_with_what_stands_beside_it(text: str, public: str, beside: str) -> None:
    assert public_of(text) == (public, beside)


def test_tags_are_told_p_once_and_others_each_line() -> None:
    rows = [
        Row(("委員", "<p>一</p>"), 1),
        Row(("委員", "<br>二<p>"), 2),
        Row(("公 開", '<input checked=""/> 可'), 3),
        Row(("委員", "<閉会> 1<2"), 4),
    ]
    assert [(p.code, p.place.line) for p in tag_problems(rows, "a.txt")] == [("I011", 2), ("I012", 1)]


@pytest.mark.parametrize(
    ("label", "clean", "role"),
    [
        ("委 員 長", "委員長", "委員長"),
        ("【部会長】", "部会長", "委員長"),
        ("○宮入副会長", "宮入副会長", "副委員長"),
        ("会長職務代理者", "会長職務代理者", "副委員長"),
        ("委員長（相馬君）", "委員長（相馬君）", "委員長"),
        ("（委員Ａ）", "委員Ａ", "委員"),
        ("Ａ委員", "Ａ委員", "委員"),
        ("井上(あ)委員", "井上(あ)委員", "委員"),
        ("本間君", "本間君", "委員"),
        ("<事務局>", "事務局", "事務局"),
        ("事務局（管理係長）", "事務局（管理係長）", "事務局"),
        ("◎自治・市民環境部長", "自治・市民環境部長", "事務局"),
        ("事務局長", "事務局長", "事務局"),
        ("担当課", "担当課", "事務局"),
        ("説明員", "説明員", "説明員"),
        ("副市長", "副市長", "市長"),
        ("大石教育長", "大石教育長", "市長"),
        ("自治会長", "自治会長", "不明"),
        ("甲野", "甲野", "不明"),
        ("司会", "司会", "不明"),
        ("", "", "不明"),
    ],
)
def test_labels_lose_their_decoration_and_tell_a_role(label: str, clean: str, role: str) -> None:
    assert clean_label(label) == clean
    assert role_of(clean) == role


def test_who_may_speak_before_a_colon() -> None:
    assert is_speaker("司会") and is_speaker("青木委員")
    assert not is_speaker("日時") and not is_speaker("出席委員") and not is_speaker("自治会長")


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("＜案件1. 次期計画（案）について＞", (1, "次期計画（案）について")),
        ("議題２　報告", (2, "報告")),
        ("議案第三号", (3, "")),
        ("＜議題(1)＞", (1, "")),
        ("議題1について説明する", None),
        ("＜開会＞", None),
    ],
)
def test_headings_of_items_give_their_number_and_title(heading: str, item: tuple[int, str] | None) -> None:
    assert item_of(heading) == item


def test_headings_are_told_from_speakers_and_sentences() -> None:
    assert all(map(is_heading, ("<閉会>", "○答申書（案）項目1", "議題1 所管 事務局")))
    assert not any(map(is_heading, ("【委員】", "○よい。", "", "「" * 500)))
    assert ends_items("<閉会>") and not ends_items("＜開会＞")


def test_members_keep_the_hints_that_tell_them_apart() -> None:
    people, count = members("○甲市計画策定委員会委員3名 青木(一)委員・青木(二)委員・ 森 花子委員 (五十音順)")
    assert people == (Person("青木(一)", "委員"), Person("青木(二)", "委員"), Person("森 花子", "委員"))
    assert count == 3


def test_chairs_among_the_members_are_known_by_title_or_mark() -> None:
    people, count = members("佐藤会長、宮入副会長、◎森、○林委員、原氏")
    assert [(p.name, p.role, p.title) for p in people] == [
        ("佐藤", "委員長", "会長"),
        ("宮入", "副委員長", "副会長"),
        ("森", "委員長", ""),
        ("林", "副委員長", ""),
        ("原", "委員", ""),
    ]
    assert count is None


def test_a_count_among_the_members_names_nobody() -> None:
    assert members("会長、副会長、委員8名") == ((), None)


def test_officers_come_with_title_and_department() -> None:
    people = officers("甲部：山次長 甲部 乙課：川課長・谷 太郎係長・田課長補佐 丙室：野")
    assert [(p.name, p.title, p.department) for p in people] == [
        ("山", "次長", "甲部"),
        ("川", "課長", "甲部 乙課"),
        ("谷 太郎", "係長", "甲部 乙課"),
        ("田", "課長補佐", "甲部 乙課"),
        ("野", "", "丙室"),
    ]
    assert [(p.name, p.title) for p in officers("山次長、川主事")] == [("山", "次長"), ("川", "主事")]


def test_nobody_is_nobody() -> None:
    assert members("") == ((), None) and officers("") == () and others("なし") == ()
    assert others("㈱甲 山田氏") == (Person("㈱甲 山田氏"),)


@pytest.mark.parametrize(("text", "number"), [("第1回", 1), ("第１２回", 12), ("第 十二 回", 12), ("初回", None)])
def test_the_session_is_read_in_any_digits(text: str, number: int | None) -> None:
    assert session_of(text) == number


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("令和7年度 甲市計画策定評価委員会 第1回会議", "甲市計画策定評価委員会"),
        ("第４回甲市総合計画審議会", "甲市総合計画審議会"),
        ("令和元年度（2019年度）第2回 甲市子ども・子育て会議", "甲市子ども・子育て会議"),
        ("乙市総合計画審議会会議録", "乙市総合計画審議会"),
    ],
)
def test_the_committee_is_the_title_without_year_and_session(title: str, name: str) -> None:
    assert committee_of(title) == name


def test_observers_are_counted() -> None:
    assert [observers_of(t) for t in ("1人", "１２名", "なし", "0", "若干名")] == [1, 12, 0, 0, None]


def test_agenda_items_are_split_at_their_numbers_only() -> None:
    assert agenda_items("1. 戦略 2.0 について(諮問) 2. 3 か年計画（報告）") == (
        AgendaItem(1, "戦略 2.0 について", "諮問"),
        AgendaItem(2, "3 か年計画", "報告"),
    )
    assert agenda_items("（1）甲\n（2）乙") == (AgendaItem(1, "甲"), AgendaItem(2, "乙"))
    assert agenda_items("①甲②乙") == (AgendaItem(1, "甲"), AgendaItem(2, "乙"))
    assert agenda_items("甲について\n・乙について") == (AgendaItem(1, "甲について"), AgendaItem(2, "乙について"))
    assert agenda_items("") == ()


def test_papers_are_split_at_lines_and_numbers() -> None:
    assert documents("資料1 骨子案 資料2 参考\n参考資料1") == ("資料1 骨子案", "資料2 参考", "参考資料1")


def test_a_surname_that_ends_as_an_office_stays_a_name() -> None:
    people, _ = members("氷室 文彦（会長）、伊集院 猛、森 花子")
    assert [(p.name, p.title) for p in people] == [("氷室 文彦", "会長"), ("伊集院 猛", ""), ("森 花子", "")]
