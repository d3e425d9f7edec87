"""Days as the report prints them, in the city's style; one that is not known has ○ for its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafting.japanese import format_date, weekday
from drafting.model import Format
from drafting.numbering import printed_digits


def printed_day(day: date | None, form: Format) -> str:
    """令和8年(2026年)3月26日."""
    style = form.date_style
    if day:
        return printed_digits(format_date(day, style, form.first_year), form.digits)
    unknown = {"西暦": "○○○○年○月○日", "和暦": "令和○年○月○日", "和暦（西暦）": "令和○年（○○○○年）○月○日"}
    return unknown.get(style, "令和○年(○○○○年)○月○日")


def printed_month(day: date | None, form: Format) -> str:
    """令和8年3月, for the cover."""
    style = "西暦" if form.date_style == "西暦" else "和暦"
    return printed_day(day, replace(form, date_style=style)).rpartition("月")[0] + "月"


def printed_held(day: date | None, form: Format) -> str:
    """The date of a meeting, with its weekday in brackets of the kind that the dates have."""
    if day is None or form.weekday == "なし":
        return printed_day(day, form)
    name = weekday(day) + ("曜日" if form.weekday == "金曜日" else "")
    return printed_day(day, form) + (f"({name})" if form.date_style == "和暦(西暦)" else f"（{name}）")
