from __future__ import annotations

from pathlib import Path

from openxml_audit import OpenXmlValidator
from word_build import REFERENCE, part

from drafting.word.document import w
from drafting.word.package import read_package
from drafting.word.reference import build_reference

CHECKED_IN = Path(__file__).parents[2] / "templates" / "reference.docx"
STYLES = part(REFERENCE, "word/styles.xml")


def test_the_checked_in_file_is_what_the_code_builds() -> None:
    hint = "python -m drafting.word.reference templates/reference.docx"
    # Parts, not bytes: another zlib packs the same parts otherwise.
    assert read_package(CHECKED_IN.read_bytes(), "reference.docx") == read_package(build_reference(), "built"), f"run: {hint}"


def test_the_reference_is_valid() -> None:
    assert list(OpenXmlValidator().validate(CHECKED_IN).errors) == []


def test_every_text_style_names_all_four_fonts_and_no_theme_font() -> None:
    for style in STYLES.iter(w("style")):
        if style.get(w("type")) in ("paragraph", "character") and style.get(w("styleId")) != "DefaultParagraphFont":
            fonts = style.find(f"{w('rPr')}/{w('rFonts')}")
            assert fonts is not None, style.get(w("styleId"))
            assert {"ascii", "hAnsi", "eastAsia", "cs"} <= {name.removeprefix(w("")) for name in fonts.attrib}
            assert not any(name.endswith("Theme") for name in fonts.attrib)


def test_identifiers_are_ascii_and_the_styles_of_templates_are_there() -> None:
    names = {each.get(w("val")) for each in STYLES.iter(w("name"))}
    assert all(style.get(w("styleId")).isascii() for style in STYLES.iter(w("style")))
    assert names >= {
        "本文", "本文（字下げなし）", "提言見出し", "章題（番号なし）", "節題（番号なし）", "表紙題名", "表紙日付",
        "表紙名称", "文書番号", "日付", "宛名", "発信者", "件名", "記", "箇条", "引用", "注記", "表（見出し）",
        "表（本文）", "右寄せ", "枠囲み", "目次題", "heading 6", "toc 3", "footnote text", "Table Grid",
    }  # fmt: skip


def test_the_language_is_japanese_and_nobody_is_named() -> None:
    assert STYLES.find(f".//{w('lang')}").get(w("eastAsia")) == "ja-JP"
    assert "".join(part(REFERENCE, "docProps/core.xml").itertext()) == ""
