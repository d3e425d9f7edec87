"""The sample of this repository as readable text, edition by edition: `python tests/golden_sample.py` renews it.

tests/golden/<template>-<edition>.txt has a line a paragraph, `style | number | text`, a cell with its row and
column, then what is attached to it: bookmarks, comments, where notes stand. outputs/ holds the working copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from drafting.word.reading import Document, StoryKind
from drafting.word.reading.reader import read_document
from drafting.word.reading.values import Paragraph

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
SAMPLES = [(template, edition) for template in ("report", "letter", "summary") for edition in ("庁内", "照会", "確定")]
_OPEN = (
    ("  # number: ○○第○号            #", "  number: 甲情委第1号            #"),
    ("  # date: 2026-03-27 ", "  date: 2026-03-27 "),
    ("  # addressee_name: ○○　○○", "  addressee_name: 甲野　太郎"),
    ("  # chair_name: ○○　○○", "  chair_name: 乙野　花子"),
    ("{name: ○○, role: 委員}", "{name: 丙野, role: 委員}"),
    ("consultation:\n", "consultation:\n  number: 甲情第1号\n"),
)


def copy_sample(folder: Path) -> None:
    """The sample as a workspace in `folder`."""
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)


def close_sample(folder: Path) -> None:
    """Fill in, in a copy, what the minutes do not tell: names of nobody, so that a final edition can be made."""
    path = folder / "inputs/committee.yaml"
    text = path.read_text(encoding="utf-8")
    for was, now in _OPEN:
        assert was in text, was
        text = text.replace(was, now, 1)
    path.write_text(text, encoding="utf-8")


def build_sample(folder: Path, *arguments: str) -> None:
    """Run `drafting build` in the workspace."""
    command = [sys.executable, "-m", "drafting", "-C", str(folder), "build", *arguments]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=dict(os.environ, PYTHONUTF8="1"))
    assert made.returncode == 0, made.stderr


def sample_text(folder: Path, template: str, edition: str) -> str:
    """The edition of a closed sample in `folder`, built and dumped."""
    path = folder / "outputs" / f"{template}-{edition}.docx"
    dated = ("--date", "2026-01-16") if edition == "照会" else ()
    build_sample(folder, "--template", template, "--edition", edition, *dated, "-o", str(path))
    return dump(read_document(path.read_bytes(), path.name))


def dump(document: Document) -> str:
    """A Word file as text, a line a paragraph."""
    attached: dict[int, list[str]] = defaultdict(list)
    for mark in document.bookmarks:
        if not mark.name.startswith("_Toc"):
            end = mark.accepted.end.paragraph - mark.accepted.start.paragraph
            attached[mark.accepted.start.paragraph].append(f"[{mark.name}{f' +{end}' if end else ''}]")
    for comment in document.comments:
        if comment.accepted:
            attached[comment.accepted.start.paragraph].append("注（" + comment.text.replace("\n", "／") + "）")
    return "".join(f"{_line(each, attached[index])}\n" for index, each in enumerate(document.accepted))


def _line(paragraph: Paragraph, attached: list[str]) -> str:
    number = paragraph.numbering.label.strip() if paragraph.numbering else ""
    where = f" {paragraph.cell.row + 1}-{paragraph.cell.column + 1}" if paragraph.cell else ""
    story = "" if paragraph.story.kind is StoryKind.BODY else f"{paragraph.story.kind.value}: "
    text = paragraph.text.replace("\n", "⏎").replace("\t", "→")
    return " | ".join((f"{story}{paragraph.style or '―'}{where}", number, text, *attached)).rstrip()


def main() -> None:
    """Renew tests/golden and the working copy in outputs/."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_sample(folder)
        build_sample(folder)
        for made in (folder / "outputs").iterdir():
            (ROOT / "outputs" / made.name).write_bytes(made.read_bytes())
        close_sample(folder)
        for template, edition in SAMPLES:
            (GOLDEN / f"{template}-{edition}.txt").write_text(sample_text(folder, template, edition), encoding="utf-8")


if __name__ == "__main__":
    main()
