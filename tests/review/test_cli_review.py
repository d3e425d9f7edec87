"""`drafting review` as a clerk types it, on files that reviewers sent back."""

from __future__ import annotations

import copy
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from handed_out import DRAFT, RECOMMENDATIONS, YAML, draft, hand_out, sent
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reviewers import changed, runs, silent, splice, tracked
from workspaces import drafting, snapshot

from drafting.draft import Anchor
from drafting.issued import read_issued
from drafting.review.mapping import map_review
from drafting.review.outcome import Mapped, Reviewed, Trouble
from drafting.word.document import W, anchor_name, parse_xml, w
from drafting.word.package import read_package, write_package
from drafting.word.reading import extent_text, read_document


def mapped(root: Path, data: bytes) -> Mapped:
    path = next((root / "outputs/issued").glob("*.json"))
    return map_review(Reviewed(read_document(data, "戻り.docx"), read_issued(path.read_bytes(), path.name)))


def troubles(one: Mapped) -> dict[str, Trouble | None]:
    return {each.address: each.trouble for each in one.found if each.trouble}


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


def bookmark(root: Any, address: str) -> tuple[Any, Any]:
    name = anchor_name(Anchor(address, 1))
    start = next(each for each in root.iter(w("bookmarkStart")) if each.get(w("name")) == name)
    end = next(each for each in root.iter(w("bookmarkEnd")) if each.get(w("id")) == start.get(w("id")))
    return start, end


def test_an_emptied_bookmark_is_no_deletion(issued: Path) -> None:
    def empty(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        start.addnext(end)

    one = mapped(issued, changed(draft(issued), empty))
    assert troubles(one) == {} and not any(each.hunks for each in one.found)


def test_an_emptied_bookmark_with_other_words_beside_it_is_a_conflict(issued: Path) -> None:
    def rewrite(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        runs(root, "R1.title")[0].find(w("t")).text = "別の題"
        start.addnext(end)

    assert troubles(mapped(issued, changed(draft(issued), rewrite))) == {"R1.title": Trouble.EMPTIED}


def test_a_text_that_was_cut_and_pasted_elsewhere_has_moved(issued: Path) -> None:
    def cut(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        paragraph = start.getparent()
        body = paragraph.getparent()
        for mark in (start, end):
            mark.getparent().remove(mark)
        body.remove(paragraph)
        body.insert(0, paragraph)

    assert troubles(mapped(issued, changed(draft(issued), cut))) == {"R1.title": Trouble.MOVED}


def test_a_text_that_is_gone_without_a_trace_is_lost_not_deleted(issued: Path) -> None:
    def cut(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.getparent().remove(paragraph)

    assert troubles(mapped(issued, changed(draft(issued), cut))) == {"R1.title": Trouble.LOST}


def test_a_paragraph_pasted_twice_is_a_conflict(issued: Path) -> None:
    def double(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.addnext(copy.deepcopy(paragraph))

    assert troubles(mapped(issued, changed(draft(issued), double))) == {"R1.title": Trouble.DOUBLED}


def test_a_text_deleted_as_a_whole_is_for_the_clerk_to_decide(issued: Path) -> None:
    one = mapped(issued, tracked(draft(issued), "R1.title", "案内の見直し", "", "甲委員"))
    assert troubles(one) == {"R1.title": Trouble.DELETED}


def test_what_is_typed_behind_the_last_word_belongs_to_the_text(issued: Path) -> None:
    def add(root: Any) -> None:
        end = bookmark(root, "R1.body")[1]
        mark = etree.fromstring(
            f'<w:ins xmlns:w="{W}" w:id="7" w:author="甲委員" w:date="2026-01-20T10:00:00Z"><w:r><w:t>追加する。</w:t></w:r></w:ins>'
        )
        end.addnext(mark)

    one = mapped(issued, changed(draft(issued), add))
    body = next(each for each in one.found if each.address == "R1.body")
    assert body.accepted.endswith("追加する。")
    assert body.hunks[0][1] == ("甲委員",) and one.unplaced == ()


def test_words_between_chapters_are_told_with_their_author(issued: Path) -> None:
    def add(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.addprevious(
            etree.fromstring(
                f'<w:p xmlns:w="{W}"><w:pPr><w:rPr><w:ins w:id="8" w:author="乙委員" w:date=""/></w:rPr></w:pPr>'
                '<w:ins w:id="7" w:author="乙委員" w:date=""><w:r><w:t>新しい段落</w:t></w:r></w:ins></w:p>'
            )
        )

    name = sent(issued, "乙.docx", changed(draft(issued), add))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1 and "挿入　乙委員" in result.stdout and "新しい段落" in result.stdout
    assert "文章に入れるときは、その提言の body などに書いてください" in result.stdout


def test_a_printed_date_names_the_item_to_edit(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "letter.date", "令和", "平成", "甲委員"))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1 and "inputs/committee.yaml の letter の date" in result.stdout


def test_words_of_the_template_changed_with_tracking_off_are_told(issued: Path) -> None:
    def rewrite(root: Any) -> None:
        text = next(each for each in root.iter(w("t")) if (each.text or "").startswith("はじめに") and each.getparent().getparent().tag == w("p"))
        heading = [each for each in root.iter(w("t")) if each.text == text.text][-1]
        heading.text = "まえがき"

    one = mapped(issued, changed(draft(issued), rewrite))
    assert [(each.kind, each.words) for each in one.unplaced] == [("書き換え・追加", "まえがき"), ("元の文がない", "はじめに")]
    assert one.unplaced[0].author == "変更履歴なし（戻り.docx）"


def test_words_added_behind_a_text_with_tracking_off_are_told(issued: Path) -> None:
    def add(root: Any) -> None:
        bookmark(root, "R1.title")[1].addnext(etree.fromstring(f'<w:r xmlns:w="{W}"><w:t>について</w:t></w:r>'))

    assert [each.words for each in mapped(issued, changed(draft(issued), add)).unplaced] == ["…について"]


ADDRESSES = ("R1.title", "R1.body", "R2.body", "themes.窓口.lead")
EDIT = st.tuples(
    st.sampled_from(ADDRESSES), st.integers(0, 3), st.integers(0, 30), st.integers(0, 4),
    st.text(alphabet="市民の声。", max_size=4), st.sampled_from(("甲委員", "乙委員", "丙会長")),
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for the random tests: it is put back before each."""
    root = hand_out(tmp_path_factory.mktemp("照会"))
    (root / "first.docx").write_bytes(draft(root))
    return root


@pytest.mark.slow
@given(st.lists(EDIT, min_size=1, max_size=6))
@settings(max_examples=12, deadline=None)
def test_what_was_accepted_is_what_the_next_draft_prints(shared: Path, edits: list[tuple[str, int, int, int, str, str]]) -> None:
    (shared / YAML).write_text(RECOMMENDATIONS, encoding="utf-8", newline="")
    data = (shared / "first.docx").read_bytes()
    for address, number, start, length, new, author in edits:
        data = _edited(data, address, number, start, length, new, author)
    wanted = _texts(data)
    (shared / "戻り.docx").write_bytes(data)
    assert drafting(shared, "review", "戻り.docx", "--apply").returncode == 0
    assert drafting(shared, "build", "--edition", "照会").returncode == 0
    printed = _texts(draft(shared))
    assert {name: printed[name] for name in wanted} == wanted


def _edited(data: bytes, address: str, number: int, start: int, length: int, new: str, author: str) -> bytes:
    """One edit inside of a run that is not tracked yet, which leaves something of the run."""
    there = runs(parse_xml(read_package(data, "x")["word/document.xml"]), address)
    number %= len(there)
    text = there[number].find(w("t")).text
    start = 1 + start % len(text)
    return splice(data, address, number, start, min(length, max(0, len(text) - start)), new, author)


def _texts(data: bytes) -> dict[str, str]:
    document = read_document(data, "x")
    known = {anchor_name(Anchor(address, 1)) for address in ADDRESSES}
    return {each.name: re.sub("\n+", "\n", extent_text(document.accepted, each.accepted)) for each in document.bookmarks if each.name in known}


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


def test_a_copy_of_a_text_pasted_with_tracking_off_is_told(issued: Path) -> None:
    def paste(root: Any) -> None:
        copied = copy.deepcopy(bookmark(root, "R2.body")[0].getparent())
        for mark in [*copied.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            mark.getparent().remove(mark)
        bookmark(root, "R1.title")[0].getparent().addprevious(copied)

    one = mapped(issued, changed(draft(issued), paste))
    (told,) = one.unplaced
    assert (told.kind, told.words) == ("書き換え・追加", "誹謗（ひぼう）を防ぐため、職員を支えられたい。")
    assert told.where == "提言"


def test_a_line_added_with_tracking_off_is_told_with_the_words_before_it(issued: Path) -> None:
    def add(root: Any) -> None:
        paragraph = runs(root, "R1.body")[-1].getparent()
        paragraph.addnext(etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>新しい一文。</w:t></w:r></w:p>'))

    (told,) = mapped(issued, changed(draft(issued), add)).unplaced
    assert (told.words, told.where) == ("新しい一文。", "毎年、その結果を公表されたい。   # 本文の一部")


def test_contents_made_anew_with_tracking_on_are_counted_only(issued: Path) -> None:
    def renew(root: Any) -> None:
        for run in [run for run in root.iter(w("r")) if run.find(w("t")) is not None]:
            style = next(run.iterancestors(w("p"))).find(f"{w('pPr')}/{w('pStyle')}")
            if style is not None and style.get(w("val")).lower().startswith("toc"):
                mark = etree.Element(w("ins"), {w("id"): "9000", w("author"): "甲委員", w("date"): "2026-01-20T10:00:00Z"})
                run.addprevious(mark)
                mark.append(run)

    name = sent(issued, "甲.docx", changed(tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"), renew))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 0, result.stdout
    assert re.search("甲.docx: 文章の変更 1、コメント 0、目次だけの変更 [0-9]+（取り込みません）", result.stdout)


def test_words_typed_among_the_contents_are_told(issued: Path) -> None:
    def add(root: Any) -> None:
        line = next(each for each in root.iter(w("pStyle")) if each.get(w("val")).lower().startswith("toc")).getparent().getparent()
        copied = copy.deepcopy(line)
        for run in [*copied.iter(w("r"))]:
            run.getparent().remove(run)
        mark = f'<w:ins xmlns:w="{W}" w:id="9000" w:author="甲委員" w:date=""><w:r><w:t>章を一つ加えられたい。</w:t></w:r></w:ins>'
        copied.append(etree.fromstring(mark))
        line.addnext(copied)

    one = mapped(issued, changed(draft(issued), add))
    assert [(each.author, each.words) for each in one.unplaced] == [("甲委員", "章を一つ加えられたい。")] and not one.contents
