"""Where a comment stands, in words, and its thread as a row."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))  # the builders of Word files

from read_build import ins, p, r, read
from test_read_comments import comment, comments, end, start

from drafting.issued import Issued
from drafting.review.mapping import map_review
from drafting.review.outcome import Mapped, Reviewed
from drafting.review.remarks import ledger_rows

ISSUED = Issued("f841", "照会", "report.md.j2", "", "", "", ())


def mapped(*body: str, **parts: bytes) -> Mapped:
    return map_review(Reviewed(read(*body, **parts), ISSUED))


def heading(text: str) -> str:
    return p(text, properties='<w:pStyle w:val="見出し1"/>')


def test_a_place_is_told_by_the_heading_above_and_the_words_of_the_paragraph() -> None:
    long = "長い段落の言葉がここから始まり、まだまだ続いていくので三十字で切る。"
    found = mapped(
        p(start(0), "前書き", end(0)), heading("経過"), p(long[:3], start(1), long[3:], end(1)), p(start(2), end(2)), p("末"),
        **comments(comment(0, "一"), comment(1, "二"), comment(2, "三"), comment(3, "迷子")),
    )  # fmt: skip
    assert [one.at for one in ledger_rows(found, "甲.docx")] == [
        "「前書き」のあたり", f"「経過」の「{long[:30]}…」のあたり", f"「経過」の「{long[:30]}…」のあたり", "文中に印のないコメント",
    ]  # fmt: skip


def test_a_passage_that_the_reviewer_typed_is_quoted_as_it_is_and_one_of_ours_as_it_was() -> None:
    found = mapped(p(start(0), ins("新しい言葉"), end(0)), p(start(1), "元の", ins("加えた"), "言葉", end(1)), **comments(comment(0, "一"), comment(1, "二")))
    assert [one.quote for one in ledger_rows(found, "甲.docx")] == ["新しい言葉", "元の言葉"]


def test_every_comment_is_in_one_thread_even_in_a_circle_or_without_its_first_one() -> None:
    threads = (
        '<w15:commentEx w15:paraId="01" w15:paraIdParent="02"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01"/>'
        '<w15:commentEx w15:paraId="03" w15:paraIdParent="09"/><w15:commentEx w15:paraId="04" w15:paraIdParent="03"/>'
        '<w15:commentEx w15:paraId="05" w15:paraIdParent="04"/>'
    )
    made = comments(*(comment(i, f"{i}", paragraph_id=f"0{i}") for i in range(1, 6)), threads=threads)
    rows = ledger_rows(mapped(p("文"), **made), "甲.docx")
    assert [(one.text, [reply.text for reply in one.replies]) for one in rows] == [("1", ["2"]), ("3", ["4", "5"])]


def test_a_time_is_kept_to_the_minute_and_what_is_no_time_is_left_out() -> None:
    times = ["2026-01-20T10:00:59Z", "2026-01-20T10:00:00.123456789", "2026-02-30T10:00:00Z", "1月20日", ""]
    made = [comment(i, "言葉").replace("2025-12-01T09:00:00Z", time) for i, time in enumerate(times)]
    rows = ledger_rows(mapped(p(r("文")), **comments(*made)), "甲.docx")
    assert [one.date for one in rows] == ["2026-01-20 10:00", "2026-01-20 10:00", "", "", ""]
