"""Report → template → blocks → Markdown: the only room that knows Jinja and markdown-it."""

from drafting.render.blocks import build_draft
from drafting.render.markdown import write_markdown
from drafting.render.template import run_template

__all__ = ["build_draft", "run_template", "write_markdown"]
