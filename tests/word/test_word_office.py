"""What LibreOffice makes of a written draft."""

from __future__ import annotations

import re

import pytest
from hypothesis import strategies as st
from word_build import (
    REFERENCE,
    everything,
    h,
    needs_office,
    p,
    span,
    to_lines,
    to_text,
    write,
)

from drafting.draft import (
    Heading,
)
from drafting.model import PROFILES, Format
from drafting.numbering import HEADINGS, number_text
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.writer import write_word

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)


@pytest.mark.office
@needs_office
def test_libreoffice_prints_the_numbers_of_the_draft() -> None:
    full = Format(digits="全角", paren="全角")
    cases = [
        (Format(), ["第1", "1", "(1)", "ア", "イ", "(ア)", "a", "b", "(2)", "2", "(1)", "第2", "1", "第3"]),
        (full, ["第１", "１", "（１）", "ア", "（ア）", "a", "（２）", "第２", "１"]),
        (Format(), ["第1", "1", "2", "第5", "1", "(3)", "(4)", "1", "2", "第6", "1"]),  # starts anew
    ]
    for form, numbers in cases:
        headings = [Heading((span(f"題{n}"),), _level(number), number, "heading") for n, number in enumerate(numbers)]
        lines = [line.strip() for line in to_text(write(*headings, form=form))]
        assert [line for line in lines if line] == [f"{number}\u3000題{n}" for n, number in enumerate(numbers)]


def _level(number: str) -> int:
    patterns = ("第.+", "[0-9０-９]+", "[(（][0-9０-９]+[)）]", "[ア-ン]+", "[(（][ア-ン]+[)）]", "[a-z]+")
    return next(level for level, pattern in enumerate(patterns, 1) if re.fullmatch(pattern, number))


@pytest.mark.office
@needs_office
def test_libreoffice_opens_a_file_with_everything_and_loses_no_text() -> None:
    printed = "\n".join(to_text(write_word(everything(), REFERENCE, Format())[0]))
    for text in ("提言4\u3000相談の充実", "学識経験者", "第2\u3000章2", "充実されたい。", "・項目", "はじめに"):
        assert text in printed


@pytest.mark.office
@needs_office
def test_libreoffice_sets_forty_lines_of_forty_two_characters() -> None:
    lines = to_lines(write(*[p("一二三四五六七八九十" * 60, "本文（字下げなし）")] * 6, form=PROFILES["42x40"]))
    assert len(lines[0]) == 40
    assert {len(line) for line in lines[0]} == {42, 12}  # 12: the last of 600 characters


@pytest.mark.office
@needs_office
def test_numbers_follow_when_a_heading_is_inserted() -> None:
    data = write(h(1, "第1", "一"), h(2, "1", "あ"), h(2, "2", "い"), h(1, "第2", "二"), h(2, "1", "う"))
    parts = read_package(data, "x")
    body = parts[MAIN_PART].decode()
    at = body.index("<w:p>", body.index("あ"))
    parts[MAIN_PART] = f'{body[:at]}<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>新</w:t></w:r></w:p>{body[at:]}'.encode()
    lines = [line.strip() for line in to_text(write_package(parts)) if line.strip()]
    assert lines == ["第1\u3000一", "1\u3000あ", "2\u3000新", "3\u3000い", "第2\u3000二", "1\u3000う"]


@pytest.mark.office
@needs_office
def test_libreoffice_prints_single_digits_wide_and_more_narrow() -> None:
    form = PROFILES["42x40"]
    headings = []
    for chapter in range(1, 12):
        headings.append(h(1, number_text(HEADINGS.levels[0], chapter, form.digits), f"章{chapter}"))
        last = 12 if chapter in (1, 3, 10) else 2
        headings += [h(2, number_text(HEADINGS.levels[1], n, form.digits), f"題{n}") for n in range(1, last + 1)]
        headings.append(h(3, "（１）", "項"))
    lines = [line.strip() for line in to_text(write(*headings, form=form)) if line.strip()]
    assert lines == [f"{each.number}\u3000{each.spans[0].text}" for each in headings]
