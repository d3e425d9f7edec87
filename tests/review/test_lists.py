"""Lists that a word processor made of typed signs: what is printed before the words is not lost."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from handed_out import YAML, hand_out
from homes_read import mapped
from lxml import etree
from reviewers import changed, runs
from workspaces import drafting

from drafting.review.outcome import Found
from drafting.word.document import W, w
from drafting.word.package import read_package, write_package

BULLETED = """themes: [{title: 窓口}]
recommendations:
  - id: R1
    theme: 窓口
    title: 案内
    body: |
      次のとおりとされたい。
      ・英語
      ・中国語
    cites: [1-U002]
"""


@pytest.fixture
def bulleted(tmp_path: Path) -> Path:
    hand_out(tmp_path)
    (tmp_path / YAML).write_text(BULLETED, encoding="utf-8")
    for each in (tmp_path / "outputs/issued").glob("*.json"):
        each.unlink()
    assert drafting(tmp_path, "build", "--edition", "照会").returncode == 0
    return tmp_path


def _with_list(data: bytes, form: str, text: str) -> bytes:
    """The file with a list 77 of its own."""
    parts = dict(read_package(data, "照会.docx"))
    numbering = parts["word/numbering.xml"].decode()
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    numbering = re.sub("<w:num ", f'<w:abstractNum w:abstractNumId="77">{level}</w:abstractNum><w:num ', numbering, count=1)
    parts["word/numbering.xml"] = numbering.replace(
        "</w:numbering>", '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    ).encode()
    return write_package(parts)


def _listed(paragraph: Any) -> None:
    numbered = f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    paragraph.find(w("pPr")).append(etree.fromstring(numbered))


def _body(folder: Path, data: bytes) -> Found:
    return next(each for each in mapped(folder, data).found if each.address == "R1.body")


def _draft(folder: Path) -> bytes:
    return (folder / "outputs/答申案（照会）.docx").read_bytes()


def test_typed_signs_that_became_a_list_are_still_there(bulleted: Path) -> None:
    def make(root: Any) -> None:
        for run in runs(root, "R1.body")[1:]:
            run.find(w("t")).text = run.find(w("t")).text.removeprefix("・")
            _listed(run.getparent())

    found = _body(bulleted, changed(_with_list(_draft(bulleted), "bullet", "&#8226;"), make))
    assert (found.hunks, found.trouble) == ((), None)


@pytest.mark.parametrize(("form", "text", "sign"), [("bullet", "&#8226;", "・"), ("decimalFullWidth", "（%1）", "（１）"), ("decimal", "%1.", "1.　")])
def test_a_new_paragraph_of_a_list_keeps_the_sign_that_was_printed(form: str, text: str, sign: str, bulleted: Path) -> None:
    def add(root: Any) -> None:
        last = runs(root, "R1.body")[-2].getparent()
        new = copy.deepcopy(last)
        new.find(f"{w('r')}/{w('t')}").text = "韓国語"
        _listed(new)
        last.addprevious(new)

    found = _body(bulleted, changed(_with_list(_draft(bulleted), form, text), add))
    assert found.accepted == f"次のとおりとされたい。\n{sign}韓国語\n・英語\n・中国語" and not found.trouble


def test_a_list_made_of_paragraphs_as_they_were_adds_no_sign(bulleted: Path) -> None:
    def make(root: Any) -> None:
        for run in runs(root, "R1.body"):
            _listed(run.getparent())
        runs(root, "R1.body")[0].find(w("t")).text = "次のとおりとする。"

    found = _body(bulleted, changed(_with_list(_draft(bulleted), "decimal", "%1."), make))
    assert found.accepted == "次のとおりとする。\n・英語\n・中国語"
