"""A template run over a small report, and what comes out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from drafting.draft import Draft, Heading, Paragraph, Table
from drafting.model import (
    Citation,
    Committee,
    Format,
    Meeting,
    Minutes,
    Recommendation,
    Recommendations,
    Theme,
    Utterance,
)
from drafting.problems import TemplateError
from drafting.render import build_draft, run_template
from drafting.report import build_report

ITEM = Recommendation("R1", "窓口", "案内", "直す。", cites=(Citation("1-U001"),))
MINUTES = Minutes(Meeting("1", session=1), (Utterance("U001", "1", "委員", "委員", "字が小さい。"),))
REPORT = build_report(Committee(name="甲市委員会"), Recommendations((Theme("窓口"),), (ITEM,)), [MINUTES])


class Holder(NamedTuple):
    """The smallest thing a template can print from."""

    value: str
    other: str = ""


def render(folder: Path, source: str, report: Any = REPORT, label: str = "templates") -> Draft:
    (folder / "x.md.j2").write_text(source, encoding="utf-8", newline="")
    markdown, values = run_template(report, folder, "x.md.j2", label)
    return build_draft(markdown, values, Format(), "題", "templates/x.md.j2", source)


def shown(draft: Draft) -> list[str]:
    """The text of each block, tables as cells with bars between."""
    lines = []
    for block in draft.blocks:
        if isinstance(block, (Heading, Paragraph)):
            lines.append("".join(span.text for span in block.spans))
        elif isinstance(block, Table):
            rows = (block.head, *block.rows)
            lines.append("/".join("|".join("".join(span.text for span in cell) for cell in row) for row in rows))
    return lines


def refusal(folder: Path, source: str) -> str:
    with pytest.raises(TemplateError) as caught:
        render(folder, source)
    return str(caught.value)
