"""What the files of a build are called."""

from __future__ import annotations

from pathlib import Path

from drafting.cli.destinations import Choice, named_targets
from drafting.cli.making import SUFFIX, Order
from drafting.editions.edition import Edition

OUTPUTS = {"report.md.j2": "", "letter.md.j2": "書簡型", "summary.md.j2": "概要版"}


def find_targets(order: Order, output: str | None, formats: str | None, template: str) -> dict[str, Path]:
    """Format → path of each output of a build."""
    default = order.root / "outputs" / _output_name(order, template)
    return named_targets(order.root, output, formats, Choice(default, ("docx", "md"), ("docx", "md")))


def _output_name(order: Order, template: str) -> str:
    """答申案, 答申案（書簡型・庁内）, 20260116_答申案（照会）, 答申: a copy that was handed out is not overwritten by a later one."""
    own = template not in OUTPUTS
    base = template.removesuffix(SUFFIX) if own else "答申" if order.edition is Edition.FINAL else "答申案"
    kind = "" if own else OUTPUTS[template]
    label = order.edition.value if order.edition is not Edition.WORKING and (own or order.edition is not Edition.FINAL) else ""
    inside = "・".join(filter(None, (kind, label)))
    day = f"{order.day:%Y%m%d}_" if order.day else ""
    return f"{day}{base}" + (f"（{inside}）" if inside else "")
