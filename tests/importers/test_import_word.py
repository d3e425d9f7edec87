from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_minutes import HEAD, colon_paragraphs, saved, speaker_table

from drafting.importers import import_rows
from drafting.importers.word import word_rows
from drafting.problems import InputError, Problem, Severity

sys.path.append(str(Path(__file__).parents[1] / "word"))
from read_build import box, dele, docx, ins, mark, p, part, r, tbl, tc, tr


def rows(*body: str, **parts: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in word_rows(docx(*body, **parts), "会議録.docx")[0]]


def cells(*body: str, **parts: bytes) -> list[tuple[str, ...]]:
    return [found for _, found in rows(*body, **parts)]


def problems(*body: str, **parts: bytes) -> list[Problem]:
    return word_rows(docx(*body, **parts), "会議録.docx")[1]


def test_a_paragraph_is_a_row_and_its_breaks_are_rows_of_the_same_line() -> None:
    assert rows(p("\u3000一"), p("日時\t二", r("<w:br/>"), "三"), p(), p(r("<w:tab/>"), "四")) == [
        (1, ("\u3000一",)), (2, ("日時", "二")), (2, ("三",)), (3, ("",)), (4, ("", "四")),
    ]  # fmt: skip


def test_a_row_of_a_table_is_a_row_and_its_cells_hold_their_paragraphs() -> None:
    assert rows(tbl(tr("発言者", "内容"), tr("会長", tc(p("一。"), p("二。")))), p("後")) == [
        (1, ("発言者", "内容")), (2, ("会長", "一。\n二。")), (3, ("後",)),
    ]  # fmt: skip


def test_merged_cells_leave_their_other_columns_empty() -> None:
    wide = tc(p("広"), properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    below = tc(p(), properties='<w:gridSpan w:val="2"/><w:vMerge/>')
    assert cells(tbl(tr(wide, "右"), tr(below, "右下"), tr("左", "中", "右")), p()) == [
        ("広", "", "右"), ("", "", "右下"), ("左", "中", "右"), ("",),
    ]  # fmt: skip


def test_a_cell_of_impossible_width_loses_nothing() -> None:
    for span in ("-5", "99999999999"):
        strange = tc(p("広"), properties=f'<w:gridSpan w:val="{span}"/>')
        assert [each for each in cells(tbl(tr(strange, "右", properties=f'<w:gridBefore w:val="{span}"/>')), p())[0] if each] == ["広", "右"]


def test_a_table_inside_a_speech_stays_in_it_and_one_in_a_frame_stands_for_itself() -> None:
    inner = tbl(tr("年度", "件数"), tr("令和6年", "12"))
    assert cells(tbl(tr("会長", tc(p("次の表です。"), inner, p("以上。")))), p()) == [
        ("会長", "次の表です。\n年度\u3000件数\n令和6年\u300012\n以上。"), ("",),
    ]  # fmt: skip
    framed = rows(tbl(tr(tc(p("会議録"), inner, p("終わり")))), p())
    assert framed == [(1, ("会議録",)), (2, ("年度", "件数")), (3, ("令和6年", "12")), (4, ("終わり",)), (5, ("",))]


def test_text_boxes_and_content_controls_stand_where_they_are() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('枠')}</w:sdtContent></w:sdt>"
    assert cells(p("前", box(p("箱"))), control, p("後")) == [("前",), ("箱",), ("枠",), ("後",)]
    assert cells(tbl(tr("会長", tc(p("発言", box(p("箱")))))), p()) == [("会長", "発言\n箱"), ("",)]


def test_notes_stand_behind_the_paragraph_that_marks_them() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{p("推計値")}</w:footnote><w:footnote w:id="3">{p("資料1")}</w:footnote>')
    sign = '<w:footnoteReference w:id="{}"/>'
    body = (p("会長：増えた", r(sign.format(2)), "。"), tbl(tr("委員", tc(p("はい", r(sign.format(3)))))), p())
    assert rows(*body, footnotes=notes) == [
        (1, ("会長：増えた。",)), (1, ("（注1\u3000推計値）",)), (2, ("委員", "はい\n（注2\u3000資料1）")), (3, ("",)),
    ]  # fmt: skip


def test_automatic_numbers_are_part_of_the_text() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{suffix}<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text, suffix) in enumerate((("decimal", "%1.", '<w:suff w:val="space"/>'), ("decimalEnclosedCircle", "%2", "")))
    )
    numbering = part("numbering", f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    listed = [p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>') for text, level in (("開会", 0), ("報告", 1), ("", 1), ("閉会", 0))]
    assert cells(*listed, numbering=numbering) == [("1. 開会",), ("①\u3000報告",), ("②",), ("2. 閉会",)]


def test_changes_are_taken_as_accepted_and_told() -> None:
    body = (p("会長：", dele("旧"), ins("新"), "しい案です。"), p(dele("消えた段落"), mark=mark("del")), p("終わり"))
    assert cells(*body) == [("会長：新しい案です。",), ("終わり",)]
    (problem,) = problems(*body)
    assert str(problem) == (
        "会議録.docx:1:1: 注意[I072]: 変更履歴が3件残っています。すべて承諾した後の文として取り込みました。確定した会議録か確かめてください。"
    )


def test_headers_footers_and_comments_are_named_and_not_mixed_in() -> None:
    parts = {
        "header_1": part("hdr", p("第2回協議会")), "footer_1": part("ftr", p("- 3 -")),
        "comments": part("comments", f'<w:comment w:id="1" w:author="a">{p("要確認")}</w:comment>'),
    }  # fmt: skip
    assert cells(p("会長：はい"), **parts) == [("会長：はい",)]
    assert [problem.message for problem in problems(p("会長：はい"), **parts)] == [
        "ヘッダー「第2回協議会」は、発言ではないので取り込みませんでした。必要なら YAML に書き足してください。",
        "コメントが1件あります（「要確認」）。会議録には取り込みませんでした。",
    ]


PICTURE = r('<w:pict><v:shape><v:imagedata/></v:shape></w:pict>')


def test_what_is_no_text_is_an_error_at_its_row() -> None:
    equation = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    found = problems(p("前"), tbl(tr("会長", tc(p("次の式です。", equation)))), p(PICTURE), p(dele(PICTURE)))
    assert [(problem.code, problem.severity, problem.place.line) for problem in found if problem.code == "I070"] == [
        ("I070", Severity.ERROR, 2), ("I070", Severity.ERROR, 3),
    ]  # fmt: skip
    assert next(each.message for each in found if each.place.line == 2).startswith("数式「x=1」があります（「会長 次の式です。」のところ）。")
    logo = problems(p("前"), header_1=part("hdr", p(PICTURE)))
    assert [(problem.code, problem.severity) for problem in logo] == [("I070", Severity.WARNING)]


def test_readings_above_words_are_told_once() -> None:
    ruby = f"<w:ruby><w:rt>{r('とよなか')}</w:rt><w:rubyBase>{r('豊中')}</w:rubyBase></w:ruby>"
    assert cells(p(r(ruby), r(ruby))) == [("豊中豊中",)]
    assert [(problem.code, problem.severity) for problem in problems(p(r(ruby), r(ruby)))] == [("I074", Severity.WARNING)]


def test_hidden_letters_are_told_with_all_their_words() -> None:
    hidden = p("委員：", r("山田太郎が", "<w:vanish/>"), "賛成する。")
    assert cells(hidden) == [("委員：山田太郎が賛成する。",)]
    (problem,) = problems(hidden)
    assert problem.code == "I075" and "「山田太郎が」" in problem.message


def test_control_characters_are_taken_out_and_told() -> None:
    assert cells(p("会\u0085長")) == [("会長",)]
    assert [problem.code for problem in problems(p("会\u0085長"))] == ["I010"]


@pytest.mark.parametrize(("body", "words"), [((p(PICTURE),), "図だけです"), ((p(),), "中身がありません")])
def test_a_file_without_text_is_refused(body: tuple[str, ...], words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        word_rows(docx(*body), "会議録.docx")
    assert caught.value.problems[0].code == "I001"


def _speeches(data: bytes) -> list[tuple[str, str]]:
    found, _ = word_rows(data, "会議録.docx")
    minutes = import_rows(found, "会議録.docx").minutes
    assert (minutes.meeting.place_held, str(minutes.meeting.date)) == ("市役所３階　会議室", "2025-11-28")
    return [(said.speaker, said.text) for said in minutes.utterances]


TABLE = [
    ("会長", "それでは始めます。\n事務局から説明をお願いします。"),
    ("事務局", "資料１をご覧ください。貸出は前年より増えております。\nなお、夜間の利用も増えています。"),
    ("山本委員", "夜間開館を続けてほしい。"),
]


def test_minutes_in_tables_become_minutes() -> None:
    data = saved(speaker_table())
    found, told = word_rows(data, "会議録.docx")
    assert (found[1].cells, found[7].cells, told) == ((*HEAD[0], ""), ("発言者", "内容"), [])
    assert found[10].cells[0] == ""
    assert _speeches(data) == TABLE


def test_minutes_in_paragraphs_become_minutes() -> None:
    data = saved(colon_paragraphs())
    assert _speeches(data)[1:3] == [("事務局", "資料１をご覧ください。"), ("山本委員", "夜間開館を続けてほしい。")]
    assert [problem.code for problem in word_rows(data, "x")[1]] == ["I071"]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_minutes_saved_by_another_program_give_the_same(tmp_path: Path) -> None:
    source = tmp_path / "minutes.docx"
    source.write_bytes(saved(speaker_table()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", tmp_path / "out", source], check=True, capture_output=True, timeout=120)
    assert _speeches((tmp_path / "out/minutes.docx").read_bytes()) == TABLE


CONTENTS = st.recursive(
    st.just("p"), lambda inner: st.lists(st.lists(st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=3), min_size=1, max_size=2), max_leaves=12
)


@given(st.lists(CONTENTS, min_size=1, max_size=4))
def test_no_paragraph_is_lost_or_doubled_however_tables_are_nested(blocks: list[Any]) -> None:
    words = (f"語{i}。" for i in count())
    seen: list[str] = []

    def xml(block: Any) -> str:
        if block == "p":
            seen.append(next(words))
            return p(seen[-1])
        # A cell ends with a paragraph
        return tbl(*(tr(*(tc(*map(xml, cell), p()) for cell in row)) for row in block))

    found = cells(*map(xml, blocks), p())
    assert re.findall("語[0-9]+。", "\n".join("\t".join(row) for row in found)) == seen
