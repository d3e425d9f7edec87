"""Labels that only their bold letters tell, in Word, on web pages and in Markdown."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document

from drafting.importers import import_rows, source_rows

SPEECHES = [
    ("会長", "始めます。"),
    ("事務局", "資料１を説明します。"),
    ("消防団長", "団員が足りません。"),
    ("市民委員", "放送が聞き取れません。"),
    ("大学　准教授", "図の色が分かりにくいです。"),
    ("会長", "終わります。"),
]
TITLE, WHEN = "令和７年度第１回甲市防災会議　会議録", "日　時：令和７年５月２７日（火）　午後１時３０分～２時４５分"


def word(lines: list[tuple[str, str]]) -> tuple[bytes, str]:
    document: Any = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(WHEN)
    for bold, plain in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(bold).bold = True
        paragraph.add_run(plain)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue(), "a.docx"


def page(lines: list[tuple[str, str]]) -> tuple[bytes, str]:
    body = "".join(f"<p><strong>{bold}</strong>{plain}</p>\n" if bold else f"<p>{plain}</p>\n" for bold, plain in lines)
    return f"<html><body><h1>{TITLE}</h1><p>{WHEN}</p>\n{body}</body></html>".encode(), "a.html"


def markdown(lines: list[tuple[str, str]]) -> tuple[bytes, str]:
    body = "".join(f"**{bold}**{plain}\n\n" if bold else f"{plain}\n\n" for bold, plain in lines)
    return f"# {TITLE}\n\n{WHEN}\n\n{body}".encode(), "a.md"


def said(source: tuple[bytes, str]) -> list[tuple[str, str]]:
    found = import_rows(source_rows(*source)[0], source[1])
    assert [problem for problem in found.problems if problem.code == "I030"] == []
    return [(one.speaker, one.text) for one in found.minutes.utterances]


@pytest.mark.parametrize("write", [word, page, markdown])
def test_a_bold_label_opens_a_speech_whoever_it_is_where_the_other_bold_labels_are_speakers(write: Any) -> None:
    found = said(write([(label, f"　{words}") for label, words in SPEECHES]))
    assert found == [(label.replace("　", " "), words) for label, words in SPEECHES]


@pytest.mark.parametrize("write", [word, page, markdown])
def test_bold_words_within_speeches_open_none_where_the_labels_are_plain(write: Any) -> None:
    lines = [("", "会長　始めます。"), ("", "事務局　三つあります。"), ("避難所", "　鍵を開ける人が遅れた。"), ("発電機", "　場所が分からない。"), ("", "会長　終わります。")]
    assert [label for label, _ in said(write(lines))] == ["会長", "事務局", "会長"]


@pytest.mark.parametrize("write", [word, page, markdown])
def test_bold_words_within_speeches_open_none_where_there_are_as_many_as_labels(write: Any) -> None:
    lines = [("会長", "　始めます。"), ("事務局", "　三つあります。"), ("避難所", "　鍵を開ける人が遅れた。"), ("発電機", "　場所が分からない。"), ("受付", "　名簿が古い。"), ("会長", "　終わります。")]
    assert [label for label, _ in said(write(lines))] == ["会長", "事務局", "会長"]


@pytest.mark.parametrize("write", [word, page, markdown])
def test_a_body_alone_in_bold_above_its_words_speaks_and_a_subject_does_not(write: Any) -> None:
    lines = [("会長", ""), ("", "始めます。"), ("事務局", ""), ("", "説明します。"), ("医師会", ""), ("", "電話番号を書くべきだ。"), ("受診券", ""), ("", "一枚にする。"), ("会長", ""), ("", "終わります。")]
    assert [label for label, _ in said(write(lines))] == ["会長", "事務局", "医師会", "会長"]


def test_a_long_speech_behind_a_bold_label_is_kept_once() -> None:
    speeches = [*SPEECHES[:2], ("消防団長", "団員が足りない。" * 400), *SPEECHES[3:]]
    assert said(page([(label, f"　{words}") for label, words in speeches]))[2] == speeches[2]


BROKEN = [("会長", "始めます。"), ("事務局", "説明します。"), ("食生活改善推進員", "託児がほしい。"), ("会長", "終わります。")]


def test_a_bold_label_ends_at_a_break_of_its_paragraph_in_word() -> None:
    document: Any = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(WHEN)
    for label, words in BROKEN:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(label)
        run.bold = True
        run.add_break()
        paragraph.add_run(words)
    target = io.BytesIO()
    document.save(target)
    assert said((target.getvalue(), "a.docx")) == BROKEN


def test_a_bold_label_ends_at_a_break_of_its_paragraph_on_a_page() -> None:
    body = "".join(f"<p><strong>{label}</strong><br>\n{words}</p>\n" for label, words in BROKEN)
    assert said((f"<html><body><h1>{TITLE}</h1><p>{WHEN}</p>\n{body}</body></html>".encode(), "a.html")) == BROKEN


HEADED = [("座長", "始めます。"), ("老人クラブ連合会", "病院に行けない。"), ("タクシー協会", "夜は二台しかない。"), ("事務局", "実験を始めます。"), ("学校代表", "冬は日没が早い。"), ("座長", "終わります。")]


def test_a_heading_that_names_a_body_above_its_words_is_a_speaker_as_the_other_headings_are() -> None:
    page = "".join(f"<h4>{label}</h4><p>{words}</p>" for label, words in HEADED)
    assert said((f"<html><body><h1>{TITLE}</h1><p>{WHEN}</p><h3>意見交換</h3>{page}</body></html>".encode(), "a.html")) == HEADED
    text = "".join(f"### {label}\n\n{words}\n\n" for label, words in HEADED)
    assert said((f"# {TITLE}\n\n{WHEN}\n\n## 意見交換\n\n{text}".encode(), "a.md")) == HEADED


def test_the_name_of_the_meeting_in_bold_is_no_speaker() -> None:
    page = "".join(f"<p><strong>{label}</strong></p><p>{words}</p>" for label, words in HEADED)
    found = import_rows(source_rows(f"<html><body><h2>甲市防災会議</h2><p>委員の皆さんの意見です。</p><p>{WHEN}</p>{page}</body></html>".encode(), "a.html")[0], "a.html")
    assert [one.speaker for one in found.minutes.utterances] == [label for label, _ in HEADED]


POINTS = ["会長：次のことをお願いします", "資料の作成", "会場の確保", "会場は、前回と同じところを考えております。", "事務局：承知しました。", "会長：終わります。"]


@pytest.mark.parametrize("write", [word, page])
def test_paragraphs_of_word_and_of_a_page_stay_apart_without_a_full_stop(write: Any) -> None:
    assert said(write([("", point) for point in POINTS]))[0] == ("会長", "\n".join([POINTS[0][3:], *POINTS[1:4]]))
