"""The editions: what each prints, adds, leaves out and refuses, as a clerk sees it."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from word.word_build import to_text
from workspaces import COMMITTEE, MORE, drafting, snapshot

from drafting.draft import Anchor, Contents, ContentsEntry, Draft, Heading, Paragraph, Span, Table
from drafting.editions.edition import Edition, printed
from drafting.editions.finish import finish_draft
from drafting.editions.record import issued_texts
from drafting.issued import read_issued
from drafting.model import PROFILES, Recommendation, Recommendations
from drafting.word.document import anchor_name
from drafting.word.package import read_package
from drafting.word.texts import read_texts

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BUILT = ("作業", "庁内", "照会")


def build(folder: Path, edition: str, *more: str) -> bytes:
    result = drafting(folder, "build", "--edition", edition, *more)
    assert result.returncode == 0, result.stderr
    written = [line.removeprefix("作りました: ") for line in result.stdout.splitlines()]
    return (folder / next(name for name in written if name.endswith(".docx"))).read_bytes()


def markdown(folder: Path, name: str) -> str:
    return (folder / "outputs" / f"{name}.md").read_text(encoding="utf-8")


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return read_package(data, "x")[part].decode("utf-8")


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
    assert [re.search(r"\[(\w+)\]", line)[1] for line in lines].count("P001") == 7  # type: ignore[index]
    assert sum("[P003]" in line for line in lines) == 2


def test_a_placeholder_of_the_template_itself_is_refused_too(closed: Path) -> None:
    path = closed / "templates/report.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + "\n問合せ先は、○○課である。\n", encoding="utf-8")
    result = drafting(closed, "build", "--edition", "確定")
    assert result.returncode == 1
    assert result.stderr == "templates/report.md.j2:1:1: エラー[P004]: 「問合せ先は、○○課である。」に「○○」が残っています。分かったら書き直してください。\n"


# --- all ---


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
def test_every_edition_is_valid_and_has_the_same_bytes_again(template: str, profile: str, closed: Path) -> None:
    form = f"format: {{profile: {profile}, ruby: true, front_page_number: ローマ数字, page_number: 1/10}}\n"
    (closed / "inputs/committee.yaml").write_text(COMMITTEE + form, encoding="utf-8")
    for edition in (*BUILT, "確定"):
        data = build(closed, edition, "--template", template)
        before = snapshot(closed / "outputs")
        assert build(closed, edition, "--template", template) == data
        assert snapshot(closed / "outputs") == before
        (closed / "x.docx").write_bytes(data)
        assert [str(each) for each in OpenXmlValidator().validate(closed / "x.docx").errors] == [], edition
    names = {path.name for path in (closed / "outputs").iterdir()}
    name = {"letter": "書簡型", "summary": "概要版"}.get(template, "")
    kind, inside = (f"（{name}）", f"{name}・") if name else ("", "")
    assert names >= {f"答申案{kind}.docx", f"答申案（{inside}庁内）.md", f"答申案（{inside}照会）.docx", f"答申{kind}.md"}


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
@pytest.mark.parametrize("edition", [*BUILT, "確定"])
def test_libreoffice_opens_every_edition_and_finds_the_same_text(template: str, edition: str, closed: Path) -> None:
    data = build(closed, edition, "--template", template)
    printed_text = re.sub(r"\s", "", "".join(to_text(data)))
    lost = [text for text in read_texts(data) if re.sub(r"\s", "", text) not in printed_text]
    assert lost == []


ELSEWHERE = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "ja_JP.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"},
    {"TZ": "America/Anchorage", "LC_ALL": "C", "LANG": "tr_TR", "PYTHONHASHSEED": "4242", "SOURCE_DATE_EPOCH": "1900000000"},
)


@pytest.mark.slow
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
def test_the_same_inputs_give_the_same_bytes_anywhere_and_on_any_day(
    template: str, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for index, environment in enumerate(ELSEWHERE):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        for path in sorted((closed / "inputs").rglob("*")):
            os.utime(path, (index * 10**9, index * 10**9))  # the files are as old as another day makes them
        for edition in (*BUILT, "確定"):
            build(closed, edition, "--template", template)
        made.append(snapshot(closed / "outputs"))
    assert len(made[0]) == 9
    assert made[0] == made[1]


@pytest.mark.parametrize("kind", ["意見対応", "意見以外", "確認依頼"])
def test_the_tables_have_the_same_bytes_anywhere(kind: str, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for environment in ELSEWHERE:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        formats = "docx,md,xlsx,html" if kind == "意見対応" else "docx,md,xlsx"
        assert drafting(whole, "table", "--kind", kind, "--format", formats).returncode in (0, 1)
        made.append({name: data for name, data in snapshot(whole / "outputs").items() if kind in name})
    assert len(made[0]) >= 3
    assert made[0] == made[1]


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
    assert f"inputs/committee.yaml:9:18: エラー[{code}]: 市章の画像「inputs/emblem.png」" in result.stderr
    assert snapshot(closed) == before


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


def test_a_reference_with_people_in_it_gives_none_of_them_away(closed: Path) -> None:
    path = closed / "templates/reference.docx"
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    parts = {name: source.read(name) for name in source.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/comments.xml"] = f'<w:comments {space}><w:comment w:id="0" w:author="職員甲"><w:p/></w:comment></w:comments>'.encode()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"<w:defaultTabStop", b'<w:trackRevisions/><w:defaultTabStop'
    ).replace(b"<w:compat>", b'<w:compat>').replace(b"<w:themeFontLang", b'<w:rsids><w:rsidRoot w:val="00A1"/></w:rsids><w:themeFontLang')
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    built = read_package(build(closed, "確定"), "x")
    assert not any("職員甲".encode() in part or b"rsid" in part or b"trackRevisions" in part for part in built.values())
    (closed / "x.docx").write_bytes((closed / "outputs/答申.docx").read_bytes())
    assert list(OpenXmlValidator().validate(closed / "x.docx").errors) == []


def test_a_review_copy_is_refused_while_a_member_is_named(closed: Path) -> None:
    path = closed / "inputs/recommendations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("body: ", "body: 青木委員の言うとおり、", 1), encoding="utf-8")
    result = drafting(closed, "build", "--edition", "照会")
    assert result.returncode == 1
    assert "エラー[N001]" in result.stderr and "青木委員" in result.stderr
    assert not list(closed.glob("outputs/*照会*"))
    assert drafting(closed, "build", "--edition", "庁内").returncode == 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/report.md.j2", "# 諮問事項", "# 諮問事項\n\n青木委員の発案による。\n"),
        ("templates/report.md.j2", "# はじめに {章題（番号なし）}\n", "# はじめに {章題（番号なし）}\n\n注。[^1]\n\n[^1]: 青 木 委員に確かめた。\n"),
        ("templates/report.md.j2", "| 回 | 開催日 | 場所 |", "| 回 | 開催日 | 青木さんの場所 |"),
        ("inputs/minutes/1.yaml", "案内板の改修", "花子委員のお尋ねの案内板の改修"),
        ("inputs/committee.yaml", "letter: {", "letter: {title: 森委員の提案について（答申）, "),
    ],
    ids=["text", "footnote", "cell", "answer", "title"],
)
@pytest.mark.parametrize("edition", ["照会", "確定"])
def test_a_name_that_comes_from_elsewhere_stops_what_is_handed_out(edition: str, file: str, old: str, new: str, closed: Path) -> None:
    path = closed / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = drafting(closed, "build", "--edition", edition)
    assert result.returncode == 1, result.stdout
    assert "エラー[N001]" in result.stderr


@pytest.mark.parametrize("edition", ["照会", "確定"])
def test_a_name_in_the_running_head_of_the_reference_stops_what_is_handed_out(edition: str, closed: Path) -> None:
    path = closed / "templates/reference.docx"
    parts = read_package(path.read_bytes(), "x")
    footer = next(name for name in sorted(parts) if name.startswith("word/footer"))
    parts[footer] = re.sub(rb"<w:p\b[^>]*>", lambda found: found[0] + "<w:r><w:t>青木委員</w:t></w:r>".encode(), parts[footer], count=1)
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    result = drafting(closed, "build", "--edition", edition)
    assert result.returncode == 1
    assert "templates/reference.docx:1:1: エラー[N001]: 委員の名前「青木委員」が、ヘッダーかフッターに載ります" in result.stderr


def test_what_may_be_a_name_is_told_and_the_review_copy_is_made(closed: Path) -> None:
    path = closed / "inputs/recommendations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("body: ", "body: 森は、提案した。", 1), encoding="utf-8")
    result = drafting(closed, "build", "--edition", "照会")
    assert result.returncode == 0
    assert "注意[N002]: 「森は、提案し」は、委員の名前かもしれません。" in result.stderr


def test_an_answer_that_nobody_confirmed_is_not_handed_over(closed: Path) -> None:
    path = closed / "inputs/recommendations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    responses: [1-U003]\n", ""), encoding="utf-8")
    assert "（候補）案内板" in "".join(to_text(build(closed, "照会")))
    result = drafting(closed, "build", "--edition", "確定")
    assert "注意[P006]: 1 件（R1）は、資料編の「会議での事務局の回答」が空欄になります。" in result.stderr
    assert "（候補）" not in (closed / "outputs/答申.md").read_text(encoding="utf-8")


# --- 照会 --since ---


def validate(data: bytes, folder: Path) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_a_next_draft_marks_what_changed_and_keeps_the_record_of_its_text(whole: Path) -> None:
    build(whole, "照会")
    (record,) = (whole / "outputs/issued").iterdir()
    recommendations = whole / "inputs/recommendations.yaml"
    text = recommendations.read_text(encoding="utf-8")
    recommendations.write_text(text.replace("案内の見直し", "案内板の見直し").replace("body: 候補の文, status: 候補", "body: 候補の文"), encoding="utf-8")
    plain = build(whole, "照会")
    records = sorted((whole / "outputs/issued").iterdir())
    marked = build(whole, "照会", "--since", record.stem[:6])
    assert sorted((whole / "outputs/issued").iterdir()) == records
    assert re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", xml(marked)) == ["案内"]
    assert 'w:author="事務局"' in xml(marked) and "w:date" not in xml(marked)
    assert xml(marked, "docProps/custom.xml") == xml(plain, "docProps/custom.xml")
    assert validate(marked, whole) == []
    checked = drafting(whole, "check", "checked.docx")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_an_unknown_issue_is_refused_with_those_there_are(whole: Path) -> None:
    result = drafting(whole, "build", "--edition", "照会", "--since", "zz")
    assert result.returncode == 3
    assert result.stderr.startswith("outputs/issued:1:1: エラー[F044]: 照会の記録「zz」がありません。先に ")
    build(whole, "照会")
    (record,) = (whole / "outputs/issued").iterdir()
    assert record.stem in drafting(whole, "build", "--edition", "照会", "--since", "zz").stderr
    assert drafting(whole, "build", "--since", record.stem).returncode == 2
