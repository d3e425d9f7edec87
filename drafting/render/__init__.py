"""Report → template → blocks → Markdown: the only room that knows Jinja and markdown-it."""

from drafting.render.blocks import build_draft
from drafting.render.lint import lint_template, misprints, unclosed_boxes
from drafting.render.markdown import write_markdown
from drafting.render.printed import leftover_stars
from drafting.render.template import read_template, run_template

__all__ = [
    "build_draft", "leftover_stars", "lint_template", "misprints", "read_template", "run_template", "unclosed_boxes", "write_markdown",
]  # fmt: skip
