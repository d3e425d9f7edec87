"""What the build command makes in the tests, and what it holds."""

from __future__ import annotations

from pathlib import Path

from openxml_audit import OpenXmlValidator
from workspaces import drafting

from drafting.word.package import read_package


def build(folder: Path, edition: str, *more: str) -> bytes:
    """The Word file of an edition."""
    result = drafting(folder, "build", "--edition", edition, *more)
    assert result.returncode == 0, result.stderr
    written = [line.removeprefix("作りました: ") for line in result.stdout.splitlines()]
    return (folder / next(name for name in written if name.endswith(".docx"))).read_bytes()


def markdown(folder: Path, name: str) -> str:
    """The Markdown beside it."""
    return (folder / "outputs" / f"{name}.md").read_text(encoding="utf-8")


def xml(data: bytes, part: str = "word/document.xml") -> str:
    """A part of a Word file as text."""
    return read_package(data, "x")[part].decode("utf-8")


def validate(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit says of a file."""
    path = folder / "checked.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]
