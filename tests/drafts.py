"""Drafts of a few lines of Markdown, as tests of templates look at them."""

from __future__ import annotations

import pytest

from drafting.draft import (
    Draft,
    Heading,
    Paragraph,
)
from drafting.model import Format
from drafting.problems import TemplateError
from drafting.render import build_draft
from drafting.render.values import Values

HALF = Format()
FULL = Format(digits="全角", paren="全角")


def draft(markdown: str, **values: str) -> Draft:
    """The draft of a Markdown in which `<名前>` stands for a value."""
    return styled(markdown, HALF, **values)


def styled(markdown: str, form: Format, **values: str) -> Draft:
    table = Values()
    for name, value in values.items():
        markdown = markdown.replace(f"<{name}>", table.put(value))
    return build_draft(markdown, table, form, "題", "templates/x.md.j2")


def refusal(markdown: str, **values: str) -> str:
    with pytest.raises(TemplateError) as caught:
        draft(markdown, **values)
    return str(caught.value)


def text(block: object) -> str:
    assert isinstance(block, (Heading, Paragraph))
    return "".join(span.text for span in block.spans)
