"""`drafting review` as a clerk types it, on files that reviewers sent back."""

from __future__ import annotations

import copy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from handed_out import DRAFT, RECOMMENDATIONS, YAML, draft, sent
from homes_read import bookmark, mapped, troubles
from lxml import etree
from reviewers import changed, silent, tracked
from workspaces import drafting, snapshot

from drafting.word.document import W, w
from drafting.word.package import read_package, write_package


def test_edits_of_several_people_go_into_the_yaml_and_nothing_else_changes(issued: Path) -> None:
    one = sent(issued, "甲.docx", tracked(draft(issued), "R1.body", "窓口の案内", "総合窓口の案内", "甲委員"))
    other = tracked(draft(issued), "R1.body", "公表されたい", "市民に公表されたい", "乙委員")
    other = sent(issued, "乙.docx", other)
    result = drafting(issued, "review", one, other, "--apply")
    assert result.returncode == 0, result.stdout + result.stderr
    text = (issued / YAML).read_text(encoding="utf-8")
    assert text == RECOMMENDATIONS.replace("窓口の案内を", "総合窓口の案内を").replace("公表されたい", "市民に公表されたい")
    assert (issued / f"{YAML}.bak").read_text(encoding="utf-8") == RECOMMENDATIONS
    assert "[-" not in result.stdout and "{+総合+}窓口の案内" in result.stdout and "甲委員" in result.stdout
    again = drafting(issued, "review", one, other, "--apply")
    assert again.returncode == 0 and (issued / YAML).read_text(encoding="utf-8") == text
    assert "もう YAML に入っている変更" in again.stdout


def test_a_review_without_changes_leaves_every_byte(issued: Path) -> None:
    name = sent(issued, "甲.docx", draft(issued))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 0 and snapshot(issued) == before
    assert "書き入れる変更はありませんでした" in result.stdout


def test_a_conflict_shows_both_sides_and_the_rest_is_written(issued: Path) -> None:
    one = tracked(draft(issued), "R1.title", "案内", "表示", "甲委員")
    one = sent(issued, "甲.docx", tracked(one, "R1.body", "毎年、", "毎年度、", "甲委員"))
    other = sent(issued, "乙.docx", tracked(draft(issued), "R1.title", "案内", "案内板", "乙委員"))
    result = drafting(issued, "review", one, other, "--apply")
    assert result.returncode == 1
    assert "甲委員: 表示の見直し" in result.stdout and "毎年度" in (issued / YAML).read_text(encoding="utf-8")
    taken = drafting(issued, "review", one, other, "--apply", "--accept", "乙委員")
    assert taken.returncode == 0 and "title: 案内板の見直し" in (issued / YAML).read_text(encoding="utf-8")


def test_only_takes_one_recommendation_and_refuses_what_is_not_there(issued: Path) -> None:
    one = tracked(draft(issued), "R1.title", "案内", "表示", "甲委員")
    name = sent(issued, "甲.docx", tracked(one, "R2.body", "職員", "全職員", "甲委員"))
    assert drafting(issued, "review", name, "--apply", "--only", "R2").returncode == 0
    text = (issued / YAML).read_text(encoding="utf-8")
    assert "全職員" in text and "案内の見直し" in text and "誹謗（ひぼう）を防ぐ" in text
    assert drafting(issued, "review", name, "--only", "R9").returncode == 2


def test_nobody_at_the_terminal_means_no(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"))
    before = (issued / YAML).read_bytes()
    assert drafting(issued, "review", name, "--interactive").returncode == 0
    assert (issued / YAML).read_bytes() == before


def test_a_change_with_tracking_off_is_found(issued: Path) -> None:
    name = sent(issued, "甲.docx", silent(draft(issued), "R1.title", "案内", "表示"))
    result = drafting(issued, "review", name)
    assert "変更履歴なし（甲.docx）" in result.stdout and "[-案内-]{+表示+}" in result.stdout


def test_a_file_that_is_not_ours_is_read_but_never_written_from(issued: Path) -> None:
    package = dict(read_package(tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"), "甲.docx"))
    package["docProps/custom.xml"] = package["docProps/custom.xml"].replace(b"drafting", b"somebody")
    other = sent(issued, "よそ.docx", write_package(package))
    before = snapshot(issued)
    result = drafting(issued, "review", other)
    assert result.returncode == 0 and "注意[R001]" in result.stderr
    assert "挿入　甲委員（「表示の見直し」のあたり、よそ.docx）: 表示" in result.stdout
    assert drafting(issued, "review", other, "--apply").returncode == 1 and snapshot(issued) == before


def test_a_file_without_our_number_says_that_what_was_changed_with_tracking_off_cannot_be_seen(issued: Path) -> None:
    assert drafting(issued, "build").returncode == 0
    own = sent(issued, "手元.docx", silent((issued / "outputs/答申案.docx").read_bytes(), "R1.title", "案内", "表示"))
    result = drafting(issued, "review", own)
    assert "文章の変更 0" in result.stdout
    assert "変更履歴を切って直された所は、この Word からは見つけられません。" in result.stderr


def test_a_new_paragraph_is_told_by_the_one_before_it(issued: Path) -> None:
    def add(root: Any) -> None:
        paragraph = bookmark(root, "R2.body")[0].getparent()
        author = {w("author"): "甲委員", w("date"): "2026-01-20T10:00:00Z"}
        new = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr><w:rPr/></w:pPr><w:ins><w:r><w:t>毎年行われたい。</w:t></w:r></w:ins></w:p>')
        for i, mark in enumerate((new[1], etree.SubElement(new[0][0], w("ins")))):
            mark.attrib.update({w("id"): str(90000 + i), **author})
        paragraph.addnext(new)

    result = drafting(issued, "review", sent(issued, "甲.docx", changed(draft(issued), add)))
    assert "挿入　甲委員（「誹謗（ひぼう）を防ぐため、職員を支えられたい。」のあたり、甲.docx）: 毎年行われたい。" in result.stdout


def test_the_readings_that_we_printed_ourselves_are_not_told_as_lost(issued: Path) -> None:
    path = issued / "inputs/committee.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "format: {ruby: true}\n", encoding="utf-8")
    assert drafting(issued, "build", "--edition", "照会").returncode == 0
    name = sent(issued, "甲.docx", tracked(draft(issued), "R2.body", "職員", "全職員", "甲委員"))
    result = drafting(issued, "review", name, "--apply")
    assert result.stderr == "" and "誹謗（ひぼう）を防ぐため、全職員を" in (issued / YAML).read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["Ｒ２", "r2", " R2 "])
def test_only_understands_numbers_as_they_are_typed_in_japanese(typed: str, issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R2.body", "職員", "全職員", "甲委員"))
    assert drafting(issued, "review", name, "--apply", "--only", typed).returncode == 0
    assert "全職員" in (issued / YAML).read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_told_with_its_folder(issued: Path) -> None:
    assert "戻り/無い.docx:1:1: エラー[F001]" in drafting(issued, "review", "戻り/無い.docx").stderr


def test_a_file_that_has_nothing_of_a_review_is_refused(issued: Path) -> None:
    other = sent(issued, "よそ.docx", (issued / "templates/reference.docx").read_bytes())
    result = drafting(issued, "review", other)
    assert result.returncode == 3 and "エラー[R001]" in result.stderr


def test_a_text_that_was_copied_in_a_file_that_is_not_ours_is_told(issued: Path) -> None:
    def double(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.addnext(copy.deepcopy(paragraph))

    package = dict(read_package(changed(draft(issued), double), "甲.docx"))
    del package["docProps/custom.xml"]
    result = drafting(issued, "review", sent(issued, "よそ.docx", write_package(package)))
    assert result.returncode == 0 and "文章の複写" in result.stdout and "案内の見直し／案内の見直し" in result.stdout


def test_a_file_whose_record_is_gone_is_refused(issued: Path) -> None:
    name = sent(issued, "甲.docx", draft(issued))
    for path in (issued / "outputs/issued").glob("*.json"):
        path.unlink()
    result = drafting(issued, "review", name)
    assert result.returncode == 3 and "R002" in result.stderr and "Traceback" not in result.stderr


def test_an_earlier_issue_is_still_understood(issued: Path) -> None:
    old = draft(issued)
    (issued / YAML).write_text(RECOMMENDATIONS.replace("毎年、", "毎年度、"), encoding="utf-8", newline="")
    assert drafting(issued, "build", "--edition", "照会").returncode == 0
    name = sent(issued, "旧.docx", tracked(old, "R1.body", "窓口の案内", "総合窓口の案内", "甲委員"))
    assert drafting(issued, "review", name, "--apply").returncode == 0
    assert "総合窓口の案内" in (issued / YAML).read_text(encoding="utf-8") and "毎年度、" in (issued / YAML).read_text(encoding="utf-8")


def test_the_record_is_one_file(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "<表示>", "甲委員"))
    assert drafting(issued, "review", name, "-o", "記録.html").returncode == 0
    page = (issued / "記録.html").read_text(encoding="utf-8")
    assert "<ins>&lt;表示&gt;</ins>" in page and "http" not in page
    assert drafting(issued, "review", name, "--format", "md").returncode == 0
    assert "**\\<表示\\>**" in (issued / "outputs/照会の結果.md").read_text(encoding="utf-8")


def test_the_record_for_word_says_the_same_and_is_sound(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "<表示>", "甲委員"))
    assert drafting(issued, "review", name, "-o", "outputs/照会の結果.docx").returncode == 0
    path = issued / "outputs/照会の結果.docx"
    runs = {run.text: run for paragraph in docx.Document(str(path)).paragraphs for run in paragraph.runs}
    assert runs["案内"].font.strike and runs["<表示>"].font.underline and "題名　甲委員" in runs
    result = drafting(issued, "check", str(path))
    assert result.returncode == 0 and not result.stderr, result.stderr


def test_python_docx_edits_are_found_like_any_others(issued: Path) -> None:
    document = docx.Document(str(issued / DRAFT))
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if run.text == "案内の見直し" and paragraph.style.name != "toc 1")
    run.text = "案内板の見直し"
    document.save(str(issued / "乙.docx"))
    result = drafting(issued, "review", "乙.docx", "--apply")
    assert "{+板+}" in result.stdout and "title: 案内板の見直し" in (issued / YAML).read_text(encoding="utf-8")


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_file_that_libreoffice_saved_once_more_keeps_its_home(issued: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("office")
    (folder / "in.docx").write_bytes(tracked(draft(issued), "R1.body", "窓口の案内", "総合窓口の案内", "甲委員"))
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx", "--outdir", str(folder / "out"), str(folder / "in.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    name = sent(issued, "甲.docx", (folder / "out/in.docx").read_bytes())
    one = mapped(issued, (issued / name).read_bytes())
    assert troubles(one) == {} and [each.address for each in one.found if each.hunks] == ["R1.body"]
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 0, result.stdout
    assert "総合窓口の案内を見直されたい。\n\n" in (issued / YAML).read_text(encoding="utf-8").replace("      ", "")


def test_a_record_never_takes_the_place_of_a_reviewers_file(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "-o", "./甲.docx")
    assert result.returncode == 2 and "別の名前" in result.stderr and snapshot(issued) == before


def test_a_name_that_is_on_no_change_is_not_taken_for_nothing_to_do(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--accept", "甲", "--apply")
    assert result.returncode == 2 and "いるのは 甲委員、甲.docx です" in result.stderr and snapshot(issued) == before
    assert drafting(issued, "review", name, "--accept", "甲.docx", "--apply").returncode == 0
    assert drafting(issued, "review", name, "--only", "、").returncode == 2


def test_files_of_one_name_are_told_apart_by_their_folders(issued: Path) -> None:
    for folder in ("甲", "乙"):
        (issued / folder).mkdir()
    one = sent(issued, "甲/答申案.docx", silent(draft(issued), "R1.title", "案内", "表示"))
    other = sent(issued, "乙/答申案.docx", silent(draft(issued), "R1.title", "案内", "案内板"))
    result = drafting(issued, "review", one, other, "./甲/答申案.docx")
    assert "甲/答申案.docx: 文章の変更 1" in result.stdout and result.stdout.count("文章の変更") == 2
    assert "変更履歴なし（甲/答申案.docx）: 表示の見直し" in result.stdout
    assert "変更履歴なし（乙/答申案.docx）: 案内板の見直し" in result.stdout
