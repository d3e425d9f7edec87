"""Suspected slips: what is surely wrong is listed with its proposal, what may be right is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafting.checks.slips import check_slips
from drafting.importers import import_minutes
from drafting.model import Meeting, Minutes, Utterance
from drafting.problems import Place
from drafting.slips import confirmation_rows, find_slips

REAL = Path(__file__).parents[2] / "shared" / "minutes" / "toyonaka-r7-1.txt"
AT = Place("inputs/minutes/1.yaml", 9, 5)


def saying(*texts: str, reading: str = "") -> Minutes:
    said = [Utterance(f"U{k:03d}", "1", "委員", "委員", text, place=AT) for k, text in enumerate(texts, 1)]
    return Minutes(Meeting("1"), (replace(said[0], reading=reading), *said[1:]))


def found(*texts: str) -> list[tuple[str, str, str]]:
    return [(slip.code, slip.words, slip.proposal) for slip in find_slips(saying(*texts))]


@pytest.mark.parametrize(
    ("text", "code", "proposal"),
    [
        ("交付は伸びると考ええる。", "S001", "交付は伸びると考える。"),
        ("市民に分かってもらえらるだろう。", "S001", "市民に分かってもらえるだろう。"),
        ("予定していますす。", "S001", "予定しています。"),
        ("利用が進んでいるおり、期待する。", "S002", "利用が進んでおり、"),
        ("効果が考られる。", "S002", "効果が考えられる。"),
        ("調査を実施しいる。", "S002", "調査を実施している。"),
        ("公開できるもの限定して示す。", "S003", ""),
        ("資料をを配る。", "S004", "資料を配る。"),
        ("委員のの意見を聴く。", "S004", "委員の意見を聴く。"),
        ("課題ががある。", "S004", "課題がある。"),
        ("案内をが必要とする。", "S004", ""),
        ("進めている。\u3000次に移る。", "S006", "進めている。次に移る。"),
        ("図書館（中央館は開いている。", "S009", ""),
        ("図書館は開いている）。", "S009", ""),
        ("図書館は、、開いている。", "S010", ""),
        ("ここから見れる。", "S011", "ここから見られる。"),
        ("図書館（中央館)は開いている。", "S012", "図書館（中央館）は開いている。"),
        ("1２人が来た。", "S012", "12人が来た。"),
        ("検討が必要が必要である。", "S013", ""),
        ("案内を案内を見直す。", "S013", "案内を見直す。"),
    ],
)
def test_a_slip_is_found_and_a_reading_proposed_where_it_is_certain(text: str, code: str, proposal: str) -> None:
    slips = list(find_slips(saying(text)))
    assert [slip.code for slip in slips] == [code]
    if proposal:
        assert slips[0].proposal == proposal


@pytest.mark.parametrize(
    "text",
    [
        "そうしたものの、進まない。", "職員ががんばっている。", "市とともに進める。", "会議でできることをする。", "私ははっきり言う。",
        "どんどんどんどん進む。", "何度も何度も尋ねた。", "時代が時代だけに難しい。", "職員が職員を教える。", "市民の市民による計画である。",
        "見れば分かる。", "部屋に入れる。", "言い切れない。", "品物が売れる。", "表に現れる。", "考えれば分かる。",
        "当然のこと実施している。", "これ以上のこと今後検討する。", "推進体制を整える。", "前進している。", "暮らしのしおり、地図を配る。",
        "（1）案内、（2）周知である。", "1) 案内を見直す。", "（終了は10時 1）。", "間を置いて…、、、話した。", "「考ええる」と書かれていた。", "聞こえる。",
        "しいたけを配る。", "強いる。", "井上 太郎委員である。", "『をを』の誤りである。", "それをを除けば、".replace("をを", "を"),
    ],
)  # fmt: skip
def test_what_may_be_right_is_not_listed(text: str) -> None:
    assert found(text) == []


PLAIN = [f"{word}を見直すべきである。" for word in ("窓口", "案内", "図書館", "公園", "防災", "道路", "予算", "保育", "交通", "広報", "手続", "証明書")]


def test_a_missing_stop_is_a_slip_where_all_others_stand() -> None:
    assert found(*PLAIN, "周知を進めてほしい") == [("S005", "周知を進めてほしい", "周知を進めてほしい。")]
    assert found(*PLAIN, "はい", "2 周知の方法について", "資料1のとおり", "（異議なし）") == []
    assert found(*(text[:-1] for text in PLAIN)) == []


def test_a_polite_ending_is_a_slip_only_where_the_record_does_without() -> None:
    assert [slip[0] for slip in found(*PLAIN, "説明をお願いします。")] == ["S008"]
    assert [slip[0] for slip in found(*PLAIN, "以前はありましたが、今はない。")] == ["S008"]
    assert found(*PLAIN, "「次もお願いします。」との声があった。") == []
    polite = [text.replace("べきである", "べきと考えます") for text in PLAIN]
    assert found(*polite, "図書館を見直すべきである。") == []


def test_one_quantity_with_two_numbers_is_a_slip() -> None:
    first, second = "証明書の発行総数は約36万5千件である。", "証明書の発行総数は約36万件なので、減らせる。"
    (slip,) = find_slips(saying(first, "発言である。", second))
    assert (slip.code, slip.reference, slip.proposal) == ("S007", "1-U003", "")
    assert "1-U001 では「約36万5千件」、ここでは「約36万件」" in slip.suspicion


def test_a_number_on_the_line_behind_its_quantity_is_seen() -> None:
    first, second = "対象者数は\n850人である。", "対象者数は\n580人である。"
    assert [code for code, *_ in found(first, second)] == ["S007"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("証明書の発行総数は約36万5千件である。", "証明書の発行総数は365,000件である。"),
        ("証明書の発行総数は約36万件である。", "昨年度の証明書の発行総数は約30万件である。"),
        ("証明書の発行総数は約36万件である。", "証明書の交付件数は約30万件である。"),
        ("証明書の発行総数は約36万件である。", "証明書の発行総数は2割減った。"),
        ("証明書の発行総数は約36万件である。", "約36万件のうち、約6万件は対象外である。"),
        ("施設の利用者数は30人である。施設の利用者数は40人になった。", "施設の利用者数は30人である。"),
    ],
)
def test_what_is_said_of_something_else_is_no_contradiction(first: str, second: str) -> None:
    assert found(first, second) == []


def test_a_slip_that_the_reading_mends_is_not_listed() -> None:
    assert list(find_slips(saying("伸びると考ええる。", reading="伸びると考える。"))) == []
    assert [slip.code for slip in find_slips(saying("伸びると考ええる。資料をを配る。", reading="伸びると考える。資料をを配る。"))] == ["S004"]
    assert list(find_slips(saying("案内（窓口を直す。", reading="案内（窓口）を直す。"))) == []
    record = saying("周知を進めてほしい", *PLAIN, reading="周知を進めてほしい。")
    assert list(find_slips(record)) == []


def test_the_list_for_confirmation_has_a_row_for_each_slip_and_leaves_the_result_open() -> None:
    (row,) = confirmation_rows(saying("窓口は多い。資料を見て、伸びると考ええる。"))
    assert row == ("1-U001", "資料を見て、伸びると考ええる。", "伸びると考ええる。", "「ええ」は、かなが1字多いようです。", "伸びると考える。", "委員", "")


def test_the_check_warns_at_the_utterance_and_says_what_to_do() -> None:
    (problem,) = check_slips([saying("伸びると考ええる。")])
    assert str(problem) == (
        "inputs/minutes/1.yaml:9:5: 注意[S001]: 1-U001「伸びると考ええる。」: 「ええ」は、かなが1字多いようです。"
        "「伸びると考える。」ではないか、発言者に確かめ、誤りなら reading に正しい読みを書いてください。"
    )


@pytest.mark.skipif(not REAL.exists(), reason="the folder shared/minutes is absent")
def test_on_real_minutes_every_hit_is_a_slip() -> None:
    minutes = import_minutes(REAL.read_text(encoding="utf-8"), REAL.name)[0]
    # Each of these was looked at by hand and is a slip; none of the other 30,000 letters is touched.
    assert [(slip.code, slip.reference) for slip in find_slips(minutes)] == [
        ("S008", "1-U002"), ("S005", "1-U005"), ("S002", "1-U006"), ("S003", "1-U008"), ("S001", "1-U014"), ("S006", "1-U017"),
        ("S006", "1-U020"), ("S008", "1-U023"), ("S005", "1-U036"), ("S001", "1-U044"),
    ]  # fmt: skip


def test_the_sample_has_no_slip() -> None:
    source = Path(__file__).parents[1] / "inputs/sources/1.txt"
    assert list(find_slips(import_minutes(source.read_text(encoding="utf-8"), "1.txt")[0])) == []
