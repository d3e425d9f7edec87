"""The head of the minutes, in the forms in which cities write it."""

from __future__ import annotations

from datetime import date

from drafting.importers import import_minutes
from drafting.model import AgendaItem, Meeting, Minutes, Narrative, Person
from drafting.problems import Problem

BODY = "\n発言者\t内容\n委員長\tはい。\n"


def meeting(head: str, body: str = BODY) -> tuple[Meeting, list[Problem]]:
    minutes, problems = import_minutes(head + body, "a.txt")
    return minutes.meeting, problems


def narratives(minutes: Minutes) -> list[str]:
    return [entry.text for entry in minutes.record if isinstance(entry, Narrative)]


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(p.code, p.place.line) for p in problems]


def test_several_fields_in_a_row_and_spaced_labels_are_read() -> None:
    rows = ("開 催 場 所\t\t会議室\t公 開 の 可 否\t不可\n", "公開しなかった理由\t\t個人情報\t傍聴者数\t0人\n")
    found, problems = meeting("".join(rows))
    assert (found.place_held, found.public, found.private_reason, found.observers) == ("会議室", "不可", "個人情報", 0)
    assert problems == []


def test_rows_under_attendance_are_people_and_beside_it_the_office() -> None:
    head = (
        "事務局\t\t企画課\n出席者\t委員\t青木委員・森委員\n\t事務局\t企画部：山次長\n\tその他\t㈱甲\n"
        "欠席委員\t林委員\n配付資料\t資料1 骨子\n\t資料2 表\n"
    )
    found, problems = meeting(head)
    assert found.office == "企画課"
    assert found.members == (Person("青木", "委員"), Person("森", "委員"))
    assert found.secretariat == (Person("山", "", "次長", "企画部"),)
    assert found.others == (Person("㈱甲"),)
    assert found.absent == (Person("林", "委員"),)
    assert found.documents == ("資料1 骨子", "資料2 表")
    assert problems == []


def test_the_office_after_the_attendance_is_not_taken_for_people() -> None:
    found, _ = meeting("出席者\t委員\t青木委員\n事務局\t\t企画課\n")
    assert (found.office, found.secretariat) == ("企画課", ())


def test_names_straight_beside_attendance_are_members() -> None:
    assert [p.name for p in meeting("出席者\t青木委員、森委員\n")[0].members] == ["青木", "森"]


def test_a_head_in_lines_with_colons_blanks_or_values_below_is_read() -> None:
    head = (
        "会議名\n甲市計画審議会 第２回会議\n1 日 時　令和8年1月16日（金）午後2時～4時\n２．場所：第1会議室\n"
        "議題\n（1）甲について\n（2）乙について\n"
    )
    found, problems = meeting(head)
    assert (found.id, found.committee, found.date) == ("2", "甲市計画審議会", date(2026, 1, 16))
    assert (found.start, found.end, found.place_held) == ("14:00", "16:00", "第1会議室")
    assert found.agenda == (AgendaItem(1, "甲について"), AgendaItem(2, "乙について"))
    assert problems == []


def test_a_group_in_brackets_before_names_and_an_office_below_them_are_read() -> None:
    head = (
        "出席委員\n（被保険者代表） 鯵坂 正 鰆目 恵子 鱒渕 努\n（保険医・薬剤師代表） 鯉沼 豊 鮎川 浩美\n"
        "欠席委員：女郎委員\n図書館：館長　苗代、副館長　早川\n"
    )
    found, problems = meeting(head)
    assert [person.name for person in found.members] == ["鯵坂 正", "鰆目 恵子", "鱒渕 努", "鯉沼 豊", "鮎川 浩美"]
    assert [person.name for person in found.absent] == ["女郎"]
    assert [(person.name, person.title) for person in found.secretariat] == [("苗代", "館長"), ("早川", "副館長")]
    assert problems == []


def test_a_town_in_brackets_before_its_office_names_officers_and_no_members() -> None:
    found, _ = meeting("出席者　（委員）汐見会長、岩崎委員\n　　　　（町）福祉介護課　沖課長、灘係長\n")
    assert [person.name for person in found.members] == ["汐見", "岩崎"]
    assert [person.name for person in found.secretariat] == ["沖", "灘"]


def test_the_groups_of_members_in_brackets_are_no_others_and_a_session_rises() -> None:
    found, problems = meeting("開会　午後６時\n散会　午後８時１０分\n出席委員　（学識経験者）　小豆沢　健\n　　　　　（関係団体）　　蓮根　幸雄　　志村　まり\n")
    assert [person.name for person in found.members] == ["小豆沢　健", "蓮根　幸雄", "志村　まり"]
    assert (found.others, found.end, problems) == ((), "20:10", [])


def test_a_ministry_is_where_a_member_comes_from() -> None:
    found, _ = meeting("出席者\n　国土交通省　中部運輸局　愛宕運輸支局　　旭川　修\n　公募市民　　日向　あかり\n")
    assert [person.name for person in found.members] == ["旭川　修", "日向　あかり"]


def test_the_words_of_a_convocation_and_of_a_form_are_labels() -> None:
    found, problems = meeting("招集年月日　令和６年８月２７日\n招集場所　第２会議室\n開会　令和６年８月２７日　午後３時\n公開の可否　　一部非公開\n")
    assert (found.date, found.place_held, found.start, found.public) == (date(2024, 8, 27), "第２会議室", "15:00", "一部不可")
    assert problems == []


def test_a_pointer_between_rulings_is_one() -> None:
    minutes, problems = import_minutes("日時：令和7年11月28日\n\n=== 会議内容 ===\n\n委員長：はい。\n委員：はい。\n", "a.txt")
    assert (narratives(minutes), problems) == ([], [])


def test_a_wrong_weekday_is_told_at_its_line() -> None:
    found, problems = meeting("会議の名称\t甲\n開催日時\t令和7年(2025年)11月28日(木) 10時～12時\n")
    assert found.date == date(2025, 11, 28)
    assert codes(problems) == [("I020", 2)]
    assert "(金)" in problems[0].message and "(木)" in problems[0].message


def test_a_wrong_count_of_members_is_told_at_its_line() -> None:
    found, problems = meeting("出席者\t委員\t○甲市委員会委員5名 青木委員・森委員\n")
    assert len(found.members) == 2
    assert codes(problems) == [("I021", 1)]


def test_what_a_field_says_beyond_its_value_is_kept_and_told() -> None:
    head = "開催日時\t平成26年19日\n傍聴者数\t若干名\n公開の可否\t□可 □不可\n"
    minutes, problems = import_minutes(head + BODY, "a.txt")
    assert (minutes.meeting.date, minutes.meeting.observers, minutes.meeting.public) == (None, None, "")
    assert narratives(minutes) == ["開催日時\t平成26年19日", "傍聴者数\t若干名", "公開の可否\t□可 □不可"]
    assert codes(problems) == [("I022", 1), ("I022", 2), ("I022", 3)]


def test_unknown_rows_are_kept_in_order_with_their_cells_and_told() -> None:
    head = "注記\n会 議 録\n謎の欄\t\t甲\t乙\t\n審議等の概要\t\t別紙のとおり\n"
    minutes, problems = import_minutes(head + BODY, "a.txt")
    assert narratives(minutes) == ["注記", "謎の欄\t\t甲\t乙"]
    assert codes(problems) == [("I013", 1), ("I013", 3)]


def test_a_pointer_that_says_more_is_kept() -> None:
    minutes, problems = import_minutes("審議等の概要\t\t次の2点を確認した\n" + BODY, "a.txt")
    assert narratives(minutes) == ["審議等の概要\t\t次の2点を確認した"]
    assert problems == []


def test_a_title_line_names_the_committee_where_no_field_does() -> None:
    found, _ = meeting("第3回乙市総合計画審議会会議録\n")
    assert (found.title, found.committee, found.session) == ("第3回乙市総合計画審議会会議録", "乙市総合計画審議会", 3)


def test_a_title_of_a_draft_is_kept() -> None:
    minutes, problems = import_minutes("会議録（案）\n会議の名称\t甲\n" + BODY, "a.txt")
    assert narratives(minutes) == ["会議録（案）"]
    assert problems == []


def test_the_meeting_id_is_what_was_asked_the_session_or_1() -> None:
    head = "会議の名称\t甲委員会 第十二回会議\n"
    assert import_minutes(head + BODY, "a.txt", meeting_id="x")[0].meeting.id == "x"
    assert meeting(head)[0].id == "12"
    assert meeting("")[0].id == "1"


def test_without_an_agenda_in_the_head_the_headings_give_it() -> None:
    minutes, _ = import_minutes(BODY + "＜案件1. 甲（報告）＞\t\n委員\tはい。\n＜その他＞\t\n委員\tいいえ。\n", "a.txt")
    assert minutes.meeting.agenda == (AgendaItem(1, "甲", "報告"),)
    assert [u.agenda for u in minutes.utterances] == [None, 1, None]
