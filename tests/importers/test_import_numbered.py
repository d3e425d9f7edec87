"""Minutes printed as a table whose lines were copied: heads of columns, numbers before the speakers; numbered closings."""

from __future__ import annotations

import pytest

from drafting.importers import Imported, import_rows
from drafting.importers.rows import text_rows
from drafting.model import Narrative

HEAD = "第2回甲市環境審議会　会議録\n\n日時 令和7年11月28日（金）\n場所 第1会議室\n\n"


def read(text: str) -> Imported:
    rows, _ = text_rows(HEAD + text, "minutes.txt")
    return import_rows(rows, "minutes.txt")


def said(found: Imported) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in found.minutes.utterances]


@pytest.mark.parametrize("heads", ["番号 発言者 発言の要旨", "No.　発言者　　発言内容", "発言者 | 内容", "時刻 発言者 発言", "発 言 者　　発 言 内 容"])
def test_heads_of_columns_on_one_line_are_nobody_s_words(heads: str) -> None:
    found = read(f"{heads}\n1 委員長 始めます。\n2 委員 賛成です。\n- 1 -\n{heads}\n3 事務局 承知しました。\n")
    assert said(found) == [("委員長", "始めます。"), ("委員", "賛成です。"), ("事務局", "承知しました。")]
    assert not {problem.code for problem in found.problems} & {"I013", "I030"}


@pytest.mark.parametrize("number", ["{} ", "{}. ", "（{}）", "({}) ", "13:0{} "])
def test_a_speaker_behind_a_number_is_told_without_it_though_the_line_ends_within_a_sentence(number: str) -> None:
    speeches = [("委員長", "始めます。"), ("委員", "賛成です。"), ("事務局", "分かりました。"), ("青木委員", "大口の利用者が井戸水に切り替えた場合の\n影響は試算しているか。")]
    found = read("".join(f"{number.format(i)}{who} {text}\n" for i, (who, text) in enumerate(speeches, 1)))
    assert said(found) == [(who, text.replace("\n", "")) for who, text in speeches]


def test_a_numbered_list_in_a_speech_opens_no_speech() -> None:
    found = read("委員長：次の2点です。\n1 委員の数\n2 委員の任期\n委員：賛成です。\n事務局：承知しました。\n")
    assert said(found)[0] == ("委員長", "次の2点です。\n1 委員の数\n2 委員の任期")


@pytest.mark.parametrize("closing", ["3 閉会", "３　閉　会", "(3) 閉会（午後4時）", "４．散会"])
def test_a_numbered_closing_ends_the_last_speech_whatever_stands_below_it(closing: str) -> None:
    found = read(f"委員長：始めます。\n委員：賛成です。\n委員長：終わります。\n{closing}\n配布資料は窓口で閲覧できます\n")
    assert said(found)[-1] == ("委員長", "終わります。")
    assert closing in [one.text for one in found.minutes.record if isinstance(one, Narrative)]


def test_an_order_of_day_read_out_in_a_speech_stays_in_it() -> None:
    found = read("委員長：次第は次のとおりです。\n１　開会\n２　議事\n３　閉会\n委員：分かりました。\n")
    assert said(found)[0][1].endswith("３　閉会")
