"""A final edition of any size is refused by no checker of Word files, in every template."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from drafting.word.audit import audit_word

GENERATE = Path(__file__).parent / "bench/generate.py"


def run(*command: str) -> None:
    result = subprocess.run([sys.executable, *command], capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert result.returncode == 0, result.stderr[:2000]


@pytest.mark.parametrize("size", [("1", "80", "25"), pytest.param(("10", "1000", "300"), marks=pytest.mark.slow)], ids=["S", "M"])
def test_no_checker_finds_anything_in_a_final_edition(tmp_path: Path, size: tuple[str, ...]) -> None:
    folder = tmp_path / "作業"
    run(str(GENERATE), "closed", str(folder), *size)
    for template in ("report", "letter", "summary"):
        made = tmp_path / f"{template}.docx"
        run("-m", "drafting", "-C", str(folder), "build", "--edition", "確定", "--template", template, "-o", str(made))
        assert list(audit_word(made.read_bytes(), made.name)) == []
        assert [str(error) for error in OpenXmlValidator().validate(made).errors] == []
