"""Report → template → blocks → Markdown: the only room that knows Jinja and markdown-it."""

from drafting.render.blocks import build_draft
from drafting.render.lint import full_width_braces, lint_template
from drafting.render.markdown import write_markdown
from drafting.render.template import read_template, run_template

__all__ = ["build_draft", "full_width_braces", "lint_template", "read_template", "run_template", "write_markdown"]
