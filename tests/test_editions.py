"""The editions: what each prints, adds, leaves out and refuses, as a clerk sees it."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from built import build, markdown, xml
from workspaces import COMMITTEE, MORE, drafting, snapshot

from drafting.draft import Anchor, Contents, ContentsEntry, Draft, Heading, Paragraph, Span, Table
from drafting.editions.edition import Edition, printed
from drafting.editions.finish import finish_draft
from drafting.editions.record import issued_texts
from drafting.issued import read_issued
from drafting.model import Recommendation, Recommendations
from drafting.word.document import anchor_name
from drafting.word.package import read_package
from drafting.word.texts import read_texts

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BUILT = ("作業", "庁内", "照会")


# --- 庁内 ---


def test_an_internal_copy_has_the_evidence_as_comments_without_a_name(whole: Path) -> None:
    comments = xml(build(whole, "庁内"), "word/comments.xml")
    lines = re.findall(r"<w:t[^>]*>(.*?)</w:t>", comments)
    assert lines[:4] == [
        "R1　提言　状態: 確定",
        "根拠: 第1回 1-U002（委員）「案内の方法を見直してはどうか」",
        "事務局の回答: 第1回 1-U003（事務局）「案内板の改修を予定している。」",
        "覚え書き: 次回、●●委員に確かめる。",
    ]
    assert comments.count("<w:comment ") == 3
    assert set(re.findall(r'w:author="(.*?)"', comments)) == {"事務局"}
    assert "w:date" not in comments


def test_each_comment_begins_ends_and_is_referred_to_once(whole: Path) -> None:
    body = xml(build(whole, "internal"))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert re.findall(rf'<w:{name} w:id="(\d+)"/>', body) == ["0", "1", "2"]


def test_an_internal_copy_marks_what_is_unknown_and_what_is_a_candidate(whole: Path) -> None:
    (whole / "inputs/committee.yaml").write_text(COMMITTEE.replace("甲第1号", "○○第○号"), encoding="utf-8")
    marked = re.findall(r'<w:highlight w:val="yellow"/></w:rPr><w:t[^>]*>(.*?)</w:t>', xml(build(whole, "庁内")))
    assert marked == ["○○第○号", "【候補】", "【候補】"]
    assert "### 提言2　【候補】候補の題\n\n> R2" in markdown(whole, "答申案（庁内）")
    assert "- 【候補】意見の文\n\n  > R3" in markdown(whole, "答申案（庁内）")


@pytest.mark.parametrize("edition", ["作業", "庁内"])
def test_a_candidate_is_marked_where_titles_stand_in_a_table_too(edition: str, whole: Path) -> None:
    build(whole, edition, "--template", "summary")
    name = "答申案（概要版）" if edition == "作業" else "答申案（概要版・庁内）"
    assert "案内の見直し／【候補】候補の題 |" in markdown(whole, name)


# --- 照会 ---


def test_a_review_copy_has_line_numbers_header_and_tracking_and_nothing_internal(whole: Path) -> None:
    data = build(whole, "照会", "--date", "2026-01-16")
    assert (whole / "outputs/20260116_答申案（照会）.docx").read_bytes() == data
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", xml(data))
    assert len(sections) == 3  # cover, body, annex
    assert all('<w:lnNumType w:countBy="1" w:restart="newPage"/>' in section for section in sections)
    assert all(section.count("<w:headerReference") == 3 for section in sections)
    header = xml(data, "word/header_drafting.xml")
    assert re.search('<w:bdr [^>]*/></w:rPr><w:t>答申（案）</w:t>', header)
    assert "　令和8年(2026年)1月16日時点" in header
    assert "<w:trackRevisions/>" in xml(data, "word/settings.xml")
    assert not [name for name in read_package(data, "x") if "omment" in name]
    assert "候補" not in xml(data)


def test_a_review_copy_and_its_record_belong_together(whole: Path) -> None:
    data = build(whole, "review")
    found = re.search(r'name="drafting-build"><vt:lpwstr>(\w+)<', xml(data, "docProps/custom.xml"))
    assert found
    name = f"outputs/issued/{found[1]}.json"
    record = read_issued((whole / name).read_bytes(), name)
    assert (record.build, record.edition, record.template, record.file) == (found[1], "照会", "report.md.j2", "答申案（照会）.docx")
    bookmarks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(d_.*?)"', xml(data))
    assert [anchor_name(Anchor(text.address, text.occurrence)) for text in record.texts] == bookmarks
    printed_text = "\n".join(read_texts(data))
    assert all(text.text in printed_text for text in record.texts)


def test_a_record_is_written_once_and_never_over_another(whole: Path) -> None:
    build(whole, "照会")
    (record,) = (whole / "outputs/issued").iterdir()
    before = snapshot(whole)
    build(whole, "照会")
    assert snapshot(whole) == before
    record.write_bytes(record.read_bytes().replace("案内の見直し".encode(), "案内の直し".encode()))
    before = snapshot(whole)
    result = drafting(whole, "build", "--edition", "照会")
    assert result.returncode == 5
    assert result.stderr.startswith(f"outputs/issued/{record.name}:1:1: エラー[F043]")
    assert snapshot(whole) == before


def test_other_words_give_another_record(whole: Path) -> None:
    build(whole, "照会")
    (whole / "inputs/recommendations.yaml").write_text(MORE.replace("見直されたい", "改められたい"), encoding="utf-8")
    build(whole, "照会")
    build(whole, "照会", "--date", "2026-01-16")
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in (whole / "outputs/issued").iterdir()]
    assert len(texts) == 3


# --- 確定 ---


def test_a_final_edition_has_nothing_of_ours_inside(closed: Path) -> None:
    data = build(closed, "確定")
    assert (closed / "outputs/答申.docx").read_bytes() == data
    package = read_package(data, "x")
    body = xml(data)
    assert set(re.findall(r'w:name="([A-Za-z_]+?)\d*"/?>', "".join(re.findall("<w:bookmarkStart.*?>", body)))) == {"_Toc", "_Ref"}
    assert not [name for name in package if "omment" in name or "custom" in name or "people" in name]
    assert "trackRevisions" not in xml(data, "word/settings.xml")
    assert not any(b"rsid" in part for part in package.values())
    assert re.findall(r">([^<]+)<", xml(data, "docProps/core.xml").split("?>")[1]) == ["次期計画について（答申）"]
    assert "Company" not in xml(data, "docProps/app.xml")
    assert "（案）" not in "\n".join(read_texts(data)).split("目次")[0]


def test_a_final_edition_says_what_is_undecided_and_is_made(closed: Path) -> None:
    text = (closed / "inputs/recommendations.yaml").read_text(encoding="utf-8").replace("status: 確定", "status: 検討中")
    (closed / "inputs/recommendations.yaml").write_text(text, encoding="utf-8")
    result = drafting(closed, "build", "--edition", "final")
    assert result.returncode == 0
    assert result.stderr.startswith("inputs/recommendations.yaml:2:5: 注意[P005]: 「検討中」のものが 1 件載ります（R1）。")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("recommendations", "status: 確定", "status: 候補", "P003"),
        ("recommendations", "見直してはどうか}", "改めてはどうか}", "C003"),
        ("recommendations", "1-U003", "1-U009", "C002"),
        ("recommendations", "{at: 1-U002, quote: 案内の方法を見直してはどうか}", "1-U001", "C101"),
        ("recommendations", "body: 案内", "body: 森委員が案内", "N001"),
        ("recommendations", "body: 案内", "body: 〇〇の案内", "P002"),
        ("committee", "期待する。", "◯◯を期待する。", "P002"),
        ("committee", "期待する。", "（記入例）期待する。", "P002"),
        ("committee", "date: 2026-03-26, ", "", "P001"),
        ("committee", "place: 会議室", "note: 会議室", "P001"),
    ],
)
def test_a_final_edition_is_refused_while_something_is_open(file: str, old: str, new: str, code: str, closed: Path) -> None:
    path = closed / f"inputs/{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    before = snapshot(closed)
    result = drafting(closed, "build", "--edition", "確定")
    assert result.returncode == 1
    assert f"エラー[{code}]" in result.stderr
    assert result.stdout == ""
    assert snapshot(closed) == before


def test_a_refusal_lists_all_that_is_open(whole: Path) -> None:
    (whole / "inputs/committee.yaml").write_text("committee: {name: 甲委員会}\n", encoding="utf-8")
    lines = drafting(whole, "build", "--edition", "確定").stderr.splitlines()
    assert [re.search(r"\[(\w+)\]", line)[1] for line in lines].count("P001") == 8  # type: ignore[index]
    assert sum("[P003]" in line for line in lines) == 2


def test_a_placeholder_of_the_template_itself_is_refused_too(closed: Path) -> None:
    path = closed / "templates/report.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + "\n問合せ先は、○○課である。\n", encoding="utf-8")
    result = drafting(closed, "build", "--edition", "確定")
    assert result.returncode == 1
    assert result.stderr == "templates/report.md.j2:1:1: エラー[P004]: 「問合せ先は、○○課である。」に「○○」が残っています。分かったら書き直してください。\n"


def test_words_of_the_example_in_a_template_are_refused_too(closed: Path) -> None:
    path = closed / "templates/report.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + "\n（記入例）書く。\n", encoding="utf-8")
    result = drafting(closed, "build", "--edition", "確定")
    assert result.returncode == 1
    assert "エラー[P004]: 「（記入例）書く。」に「（記入例）」が残っています。" in result.stderr


def test_a_review_copy_tells_the_words_of_the_example_before_it_is_handed_out(closed: Path) -> None:
    path = closed / "inputs/committee.yaml"
    path.write_text(COMMITTEE.replace("期待する。", "（記入例）期待する。"), encoding="utf-8")
    result = drafting(closed, "build", "--edition", "照会")
    assert result.returncode == 0
    assert "注意[P002]: おわりに（closing）に「（記入例）」が残っています" in result.stderr


def test_an_emblem_is_on_the_cover_of_word_only(closed: Path) -> None:
    (closed / "inputs/emblem.png").write_bytes(PNG)
    (closed / "inputs/committee.yaml").write_text(COMMITTEE + "format: {emblem: inputs/emblem.png}\n", encoding="utf-8")
    assert 'descr="甲市の市章"' in xml(build(closed, "作業"))
    assert "市章" not in markdown(closed, "答申案")


@pytest.mark.parametrize("template", ["", "{# 何もない #}", "::: 改ページ\n:::\n"])
def test_a_template_that_prints_nothing_is_told_and_nothing_is_written(template: str, closed: Path) -> None:
    (closed / "templates/x.md.j2").write_text(template, encoding="utf-8")
    before = snapshot(closed)
    result = drafting(closed, "build", "--template", "x")
    assert result.returncode == 4
    assert result.stderr.startswith("templates/x.md.j2:1:1: エラー[T027]: このひな型からは何も印刷されません。")
    assert snapshot(closed) == before


@pytest.mark.parametrize(("data", "code"), [(None, "F001"), (b"GIF89a", "F014"), (bytes(6_000_000), "F004")])
def test_a_wrong_emblem_is_told_at_its_line(data: bytes | None, code: str, closed: Path) -> None:
    if data is not None:
        (closed / "inputs/emblem.png").write_bytes(data)
    (closed / "inputs/committee.yaml").write_text(COMMITTEE + "format: {emblem: inputs/emblem.png}\n", encoding="utf-8")
    before = snapshot(closed)
    result = drafting(closed, "build")
    assert result.returncode in (3, 6)
    told = f"inputs/committee.yaml:9:18: エラー[{code}]: 市章の画像「inputs/emblem.png」"
    assert told in result.stderr
    assert snapshot(closed) == before
    checked = drafting(closed, "check")
    assert checked.returncode == 3 and told in checked.stderr


def test_without_libreoffice_the_estimate_stays_and_is_told(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(closed))
    result = drafting(closed, "build", "--pages")
    assert result.returncode == 0
    assert f"{Path('outputs/答申案.docx')}:1:1: 注意[W003]: LibreOffice が見つかりません。目次の頁番号は見込みです。" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--edition", "最終"], "「最終」は選べません。使えるのは 作業・庁内・照会・確定"),
        (["--date", "2026-01-16"], "--date は、--edition 照会 のときだけ使えます。"),
        (["--edition", "照会", "--date", "1月16日"], "日付「1月16日」が読めません。"),
    ],
)
def test_a_slip_in_the_options_is_explained(arguments: list[str], words: str, whole: Path) -> None:
    result = drafting(whole, "build", *arguments)
    assert result.returncode == 2
    assert words in result.stderr


def test_candidates_are_printed_inside_the_city_hall_only() -> None:
    items = tuple(Recommendation(f"R{n}", "t", "t", "b", status=status) for n, status in enumerate(("候補", "検討中", "確定")))
    kept = {edition: len(printed(Recommendations((), items), edition).items) for edition in Edition}
    assert kept == {Edition.WORKING: 3, Edition.INTERNAL: 3, Edition.REVIEW: 2, Edition.FINAL: 2}


def span(text: str, address: str = "", occurrence: int = 1) -> Span:
    return Span(text, Anchor(address, occurrence) if address else None)


def test_finishing_changes_no_text_but_the_marks_of_candidates() -> None:
    head = Heading((span("題", "R1.title"),), 1, "第1", "heading", id="R1")
    blocks = (Contents((ContentsEntry(1, "第1", "題", "R1"),)), head, Paragraph((span("○○と○○　○○", "R1.body"), span("", "x"))),
              Table((span("a"),) and ((span("令和○年○月"),),), (((span("b"),),),), ("left",)))  # fmt: skip
    draft = Draft(blocks, ((span("○○"),),), "題")
    candidates = Recommendations((), (Recommendation("R1", "t", "t", "b", status="候補"),))

    def texts(edition: Edition) -> str:
        done = finish_draft(draft, edition, candidates)
        return "|".join(str(text.text) for text in issued_texts(done))

    assert texts(Edition.REVIEW) == texts(Edition.INTERNAL) == "題|○○と○○　○○|"
    assert texts(Edition.FINAL) == ""
    inside = finish_draft(draft, Edition.INTERNAL, candidates)
    assert inside.blocks[0] == Contents((ContentsEntry(1, "第1", "【候補】題", "R1"),))
    assert [each.text for each in inside.blocks[2].spans if each.marked] == ["○○", "○○　○○"]  # type: ignore[union-attr]
    assert inside.notes[0][0].marked
    assert finish_draft(draft, Edition.REVIEW, candidates) == draft


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("概要", "templates/概要.md.j2:1:1: エラー[T012]: ひな型「概要」がありません。「概要版」ではありませんか。"),
        ("要約", "templates/要約.md.j2:1:1: エラー[T012]: ひな型「要約」がありません。使えるのは 報告書型・書簡型・概要版・抜粋 です。"),
        ("letter", "templates/letter.md.j2:1:1: エラー[T012]: ひな型がありません。「drafting init 別のフォルダー」で作り、"),
    ],
)
def test_a_template_that_is_not_there_is_told_with_those_there_are(typed: str, said: str, closed: Path) -> None:
    (closed / "templates/抜粋.md.j2").write_text("文", encoding="utf-8")
    (closed / "templates/letter.md.j2").unlink()
    result = drafting(closed, "build", "--template", typed)
    assert result.returncode == 4 and result.stderr.startswith(said)


def test_only_a_copy_that_has_the_annex_tells_of_its_empty_answers(closed: Path) -> None:
    path = closed / "inputs/recommendations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    responses: [1-U003]\n", ""), encoding="utf-8")
    told = {name: "[P006]" in drafting(closed, "build", "--edition", "確定", "--template", name).stderr for name in ("report", "書簡型", "summary")}
    assert told == {"report": True, "書簡型": False, "summary": False}
