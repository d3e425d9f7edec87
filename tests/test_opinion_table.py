"""The table of opinions: a row what one recommendation cites of one utterance."""

from __future__ import annotations

from dataclasses import replace

from drafting.coverage import trace_opinions
from drafting.model import (
    Citation,
    Committee,
    Format,
    Meeting,
    Minutes,
    Narrative,
    Recommendation,
    Recommendations,
    Theme,
    Utterance,
    printed_role,
)
from drafting.opinion_table import annex_sheet, opinion_sheet, other_sheet, without_proposals

COLUMNS = ("No.", "分野", "意見", "発言箇所", "会議での事務局の回答", "対応区分", "反映箇所", "強さ", "備考")


def said(number: int, role: str, text: str, speaker: str = "") -> Utterance:
    return Utterance(f"U{number:03d}", "1", speaker or role, role, text, line=number + 20)


RECORD = (
    said(1, "委員", "窓口を見直すべきである。料金は据え置くべきである。", "青木委員"),
    Narrative("（資料を配る）"),
    said(2, "事務局", "検討する。"),
    said(3, "説明員", "費用は掛かる。"),
    said(4, "委員", "夜間も開けてはどうか。"),
    said(5, "委員長", "何件あるのか。"),
    said(6, "事務局", "百件である。"),
)
MINUTES = [Minutes(Meeting("1", session=1), RECORD)]
R1 = Recommendation("R1", "窓口", "見直し", "見直されたい。", cites=(Citation("1-U001", "窓口を見直す"),))


def rows(*items: Recommendation, themes: tuple[str, ...] = ("窓口",), committee: Committee | None = None) -> list[dict[str, str]]:
    recommendations = Recommendations(tuple(map(Theme, themes)), items)
    traced = trace_opinions(recommendations, MINUTES)
    sheet = opinion_sheet(committee or Committee(), recommendations, MINUTES, traced, lambda id: f"{id}の所")
    assert tuple(column.name for column in sheet.columns) == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in sheet.rows]


def test_a_row_tells_where_an_opinion_was_said_and_where_it_went() -> None:
    assert rows(R1)[0] == {
        "No.": "1",
        "分野": "窓口",
        "意見": "窓口を見直すべきである。",
        "発言箇所": "第1回\n1-U001\n委員\n21行",
        "会議での事務局の回答": "（候補）検討する。\n費用は掛かる。",
        "対応区分": "◎反映",
        "反映箇所": "R1の所",
        "強さ": "されたい",
        "備考": "",
    }


def test_words_cut_short_are_shown_to_the_end_of_their_sentence_and_once() -> None:
    both = replace(R1, cites=(Citation("1-U001", "料金は据え置く"), Citation("1-U001", "見直す"), Citation("1-U001", "窓口を")))
    assert rows(both)[0]["意見"] == "窓口を見直すべきである。\n料金は据え置くべきである。"
    assert rows(replace(R1, cites=(Citation("1-U001", "言わない言葉"),)))[0]["意見"] == "言わない言葉"
    assert rows(replace(R1, cites=(Citation("1-U001"), Citation("1-U001", "窓口"))))[0]["意見"] == RECORD[0].words


def test_what_has_no_fate_comes_last_and_says_so() -> None:
    assert [(row["意見"], row["対応区分"]) for row in rows(R1)[1:]] == [
        ("料金は据え置くべきである。", "未対応"),
        ("夜間も開けてはどうか。", "未対応"),
    ]


def test_no_member_is_named() -> None:
    assert "青木" not in str(rows(R1))


def test_answers_that_the_secretariat_chose_stand_with_the_citation_before_them() -> None:
    item = replace(R1, cites=(Citation("1-U001"), Citation("1-U005")), responses=(Citation("1-U002"), Citation("1-U006", "百件")))
    assert [row["会議での事務局の回答"] for row in rows(item)[:2]] == ["検討する。", "百件である。"]


def test_nothing_is_proposed_where_another_member_spoke_next() -> None:
    (row,) = (row for row in rows(R1) if row["意見"].startswith("夜間"))
    assert row["会議での事務局の回答"] == ""


def test_words_of_one_utterance_share_a_row() -> None:
    item = replace(R1, cites=(Citation("1-U001", "窓口を"), Citation("1-U001", "料金は"), Citation("1-U004")))
    assert [row["意見"] for row in rows(item)] == ["窓口を見直すべきである。\n料金は据え置くべきである。", "夜間も開けてはどうか。"]


def test_every_kind_has_its_mark_and_a_reason_its_place() -> None:
    kinds = ("附帯意見", "主な意見", "少数意見", "既記載", "参考", "不採用")
    items = [replace(R1, id=f"R{i}", kind=kind, reason="理由") for i, kind in enumerate(kinds)]
    found = [row for row in rows(*items) if row["対応区分"] != "未対応"]
    assert [row["対応区分"] for row in found] == ["○附帯意見", "△主な意見", "△少数意見", "▲既記載", "□参考", "×不採用"]
    assert {row["備考"] for row in found} == {"理由"}
    assert [row["強さ"] for row in found] == ["されたい", "", "", "", "", ""]
    committee = Committee(format=Format(supplementary="付帯意見"))
    assert rows(items[0], committee=committee)[0]["対応区分"] == "○付帯意見"


def test_remarks_tell_of_both_sides_and_of_candidates() -> None:
    other = replace(R1, id="R2", title="据置き", kind="少数意見")
    found = rows(replace(R1, stance="両論", opposes="R2", status="候補"), other)
    assert [row["備考"] for row in found[:2]] == ["両論\n「据置き」（少数意見）と対立\n候補（未決定）", "「見直し」と対立"]
    both = rows(replace(R1, opposes="R2"), replace(other, opposes="R1"))
    assert [row["備考"] for row in both[:2]] == ["「据置き」（少数意見）と対立", "「見直し」と対立"]
    assert rows(replace(R1, opposes="R1"))[0]["備考"] == rows(replace(R1, opposes="R9"))[0]["備考"] == ""


def test_two_passages_of_one_answer_are_one_text_in_their_order() -> None:
    item = replace(R1, responses=(Citation("1-U003", "掛かる"), Citation("1-U003", "費用は"), Citation("1-U002", "検討")))
    assert rows(item)[0]["会議での事務局の回答"] == "費用は掛かる。\n検討する。"


def test_the_chair_is_called_as_the_committee_does() -> None:
    item = replace(R1, cites=(Citation("1-U005"),))
    assert rows(item, committee=Committee(chair="会長"))[0]["発言箇所"] == "第1回\n1-U005\n会長\n25行"
    assert [printed_role(role, "座長") for role in ("副委員長", "委員", "事務局")] == ["副座長", "委員", "事務局"]


def test_a_short_opinion_without_a_fate_is_shown_with_what_it_is_about() -> None:
    def open_words(text: str, *cites: Citation) -> list[str]:
        minutes = [Minutes(Meeting("1", session=1), (said(1, "委員", text),))]
        recommendations = Recommendations((), (replace(R1, cites=cites),))
        sheet = opinion_sheet(Committee(), recommendations, minutes, trace_opinions(recommendations, minutes), str)
        return [row[2] for row in sheet.rows if row[5] == "未対応"]

    assert open_words("料金は高い。図書館が避難所になるのかどうかが書かれていない。明記すべきだ。") == ["図書館が避難所になるのかどうかが書かれていない。明記すべきだ。"]
    assert open_words("開館は9時である。夜間も開けるべきだ。朝も開けるべきだ。") == ["開館は9時である。夜間も開けるべきだ。", "朝も開けるべきだ。"]
    long = "夜に勤めから帰る人のために、図書館と公民館を夜9時まで開けておくべきだ。"
    assert open_words(f"開館は9時である。{long}") == [long]
    assert open_words("料金は据え置くべきだ。\n2点目は、夜間も開けるべきだ。", Citation("1-U001", "据え置く")) == ["2点目は、夜間も開けるべきだ。"]


def test_the_lead_explains_what_stands_in_the_table_and_only_that() -> None:
    def lead(committee: Committee, *items: Recommendation) -> str:
        recommendations = Recommendations((), items)
        return opinion_sheet(committee, recommendations, MINUTES, trace_opinions(recommendations, MINUTES), str).lead

    assert "○附帯意見" in lead(Committee(), R1) and "○付帯意見" in lead(Committee(format=Format(supplementary="付帯意見")), R1)
    assert "「（候補）」" in lead(Committee(), R1)
    answered = replace(R1, cites=(Citation("1-U001"), Citation("1-U004")), responses=(Citation("1-U002"),))
    assert "（候補）" not in lead(Committee(), answered)
    annex = annex_sheet(Committee(), Recommendations((), (R1,)), MINUTES, (), str)
    assert "（候補）" in annex.lead and "（候補）" not in str(without_proposals(annex))


def test_rows_follow_the_chapters() -> None:
    other = replace(R1, id="R2", theme="道路")
    assert [row["分野"] for row in rows(R1, other, themes=("道路", "窓口"))[:2]] == ["道路", "窓口"]


def test_long_names_of_themes_get_room_from_the_answers() -> None:
    def widths(theme: str) -> tuple[int, ...]:
        items = (Recommendation("R1", theme, "題", "文"),)
        sheet = opinion_sheet(Committee(), Recommendations((), items), MINUTES, (), lambda id: "")
        return tuple(column.width for column in sheet.columns)

    assert widths("窓口") == widths("分" * 20)
    assert sum(widths("窓口")) == sum(widths("分" * 60))
    assert widths("窓口")[1] < widths("分" * 30)[1] < widths("分" * 60)[1] == widths("分" * 300)[1]


def test_what_is_no_opinion_has_a_table_of_its_own() -> None:
    traced = trace_opinions(Recommendations((), ()), MINUTES)
    assert other_sheet(Committee(), MINUTES, traced).rows == (("1", "第1回\n1-U005\n委員長\n25行", "何件あるのか。", "質問", "自動：「か」"),)


def test_the_annex_of_the_report_has_the_same_rows_without_the_strength_and_counts_what_is_open() -> None:
    recommendations = Recommendations((Theme("窓口"),), (R1,))
    arguments = (Committee(), recommendations, MINUTES, trace_opinions(recommendations, MINUTES), str)
    sheet, annex = opinion_sheet(*arguments), annex_sheet(*arguments)
    assert [column.name for column in annex.columns] == [name for name in COLUMNS if name != "強さ"]
    assert annex.rows[0] == (*sheet.rows[0][:7], sheet.rows[0][8])
    assert annex.rows[1][2] == "ほかに、行き先の決まっていない意見が2件ある。"
    assert len(annex.rows) == 2
