"""Whom an edition names: nobody but the roll and the chair who signs."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from pathlib import Path

import pytest
from built import build
from openxml_audit import OpenXmlValidator
from word.word_build import to_text
from workspaces import drafting

from drafting.word.package import read_package

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BUILT = ("作業", "庁内", "照会")


# --- 庁内 ---


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
