"""What a reviewer types into the running heads and feet with tracking off."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from handed_out import DRAFT, draft, sent
from workspaces import drafting, snapshot

from drafting.word.package import read_package, write_package

EDGE = re.compile(r"word/(?:header|footer)[^/]*\.xml")


def with_edges(data: bytes, change: Callable[[str], str]) -> bytes:
    parts = dict(read_package(data, "照会.docx"))
    for name, part in parts.items():
        if EDGE.fullmatch(name):
            parts[name] = change(part.decode("utf-8")).encode("utf-8")
    return write_package(parts)


def test_words_typed_into_the_head_of_the_pages_are_told(issued: Path) -> None:
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("（案）", "（委員長修正案）")))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1
    assert result.stdout.count("答申（委員長修正案）") == 1 and "ヘッダー" in result.stdout
    assert snapshot(issued) == before


def test_a_paragraph_added_to_the_foot_of_the_pages_is_told(issued: Path) -> None:
    more = "<w:p><w:r><w:t>会議後回収</w:t></w:r></w:p></w:ftr>"
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("</w:ftr>", more)))
    result = drafting(issued, "review", name)
    assert "会議後回収" in result.stdout and "フッター" in result.stdout


def test_a_page_number_that_word_has_counted_anew_is_no_change(issued: Path) -> None:
    data = with_edges(draft(issued), lambda xml: re.sub(r"(<w:t[^>]*>)(- )?[0-9]+( -)?(</w:t>)", r"\g<1>\g<2>17\g<3>\g<4>", xml))
    assert data != draft(issued)
    result = drafting(issued, "review", sent(issued, "甲.docx", data))
    assert result.returncode == 0 and "フッター" not in result.stdout


def test_a_record_of_the_first_kind_says_nothing_and_is_completed_by_the_next_build(issued: Path) -> None:
    record = next((issued / "outputs/issued").glob("*.json"))
    whole = record.read_text(encoding="utf-8")
    record.write_text(whole[: whole.index(',\n "edges"')] + "}\n", encoding="utf-8")
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("（案）", "（原案）")))
    assert "原案" not in drafting(issued, "review", name).stdout
    assert drafting(issued, "build", "--edition", "照会").returncode == 0
    assert record.read_text(encoding="utf-8") == whole
    assert "原案" in drafting(issued, "review", name).stdout


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize("date", ["", "2026-01-16"])
def test_another_word_processor_changes_no_head_and_no_foot(issued: Path, date: str, tmp_path: Path) -> None:
    if date:
        drafting(issued, "build", "--edition", "照会", "--date", date)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(issued / DRAFT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = next((tmp_path / "saved").glob("*.docx")).read_bytes()
    result = drafting(issued, "review", sent(issued, "甲.docx", saved))
    assert "ヘッダー" not in result.stdout and "フッター" not in result.stdout


OWN = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"{}>{}</w:hdr>'
PAGE = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = (
    '<w:r><w:t>甲市</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>部外秘</w:t></w:r></w:p>'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>部外秘</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
SPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def hand_out_with_foot(root: Path, runs: str) -> None:
    """The draft is handed out once more, with a reference of the city that has this foot."""
    path = root / "templates/reference.docx"
    foot = OWN.replace("w:hdr", "w:ftr").format(SPACES, f"<w:p>{runs}</w:p>")
    path.write_bytes(with_edges(path.read_bytes(), lambda xml: foot if "w:ftr" in xml else xml))
    result = drafting(root, "build", "--edition", "照会")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    "runs",
    [
        BOX,
        '<w:r><w:t>甲市</w:t></w:r><w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>' + PAGE,
        "<w:r><w:t>03</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r>",
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        '<w:ruby><w:rt><w:r><w:t>こう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby><w:r><w:t>市</w:t></w:r>',
    ],
    ids=["text box", "alignment tab", "no-break hyphen", "simple field", "reading"],
)
def test_the_foot_of_a_city_that_came_back_as_it_was_is_no_change(issued: Path, runs: str) -> None:
    hand_out_with_foot(issued, runs)
    result = drafting(issued, "review", sent(issued, "甲.docx", draft(issued)))
    assert result.returncode == 0 and "フッター" not in result.stdout


def test_words_that_word_looks_up_may_hold_blanks_when_they_are_looked_up_anew(issued: Path) -> None:
    hand_out_with_foot(issued, PAGE.replace("PAGE", 'STYLEREF "heading 1"').replace(">1<", ">はじめに<"))
    data = with_edges(draft(issued), lambda xml: xml.replace(">はじめに<", ">第2 基本的な 考え方<"))
    assert "フッター" not in drafting(issued, "review", sent(issued, "甲.docx", data)).stdout


@pytest.mark.parametrize("number", ["- 17 -", "xvii", "十七", "⑰", "－１７－"])
def test_a_page_number_of_another_form_is_no_change(issued: Path, number: str) -> None:
    hand_out_with_foot(issued, PAGE)
    data = with_edges(draft(issued), lambda xml: xml.replace("<w:t>1</w:t>", f"<w:t>{number}</w:t>"))
    assert "フッター" not in drafting(issued, "review", sent(issued, "甲.docx", data)).stdout


@pytest.mark.parametrize("typed", ["至急", "この案は会議の後で必ず回収しますのでお持ち帰りにならないでください 事務局"])
def test_words_typed_beside_a_lone_page_number_are_told_at_once(issued: Path, typed: str) -> None:
    hand_out_with_foot(issued, PAGE)
    data = with_edges(draft(issued), lambda xml: xml.replace("</w:p></w:ftr>", f"<w:r><w:t>{typed}</w:t></w:r></w:p></w:ftr>"))
    assert data != draft(issued)
    assert typed in drafting(issued, "review", sent(issued, "甲.docx", data)).stdout
