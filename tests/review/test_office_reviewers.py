"""Three people edit a draft in LibreOffice with tracking on: every change is in the YAML or told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from handed_out import DRAFT, YAML
from office_bridge import BRIDGED, OFFICE, PYTHON
from workspaces import drafting

pytestmark = BRIDGED
NAMES = ("甲委員.docx", "乙委員.docx", "丙会長.docx")


def test_every_change_of_three_people_is_taken_or_told(issued: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("office")
    pipe = f"drafting{folder.name}{id(folder)}"
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        try:
            script = Path(__file__).with_name("office_reviewers.py")
            run = subprocess.run([str(PYTHON), script, pipe, issued / DRAFT, issued], capture_output=True, timeout=150, text=True)
            assert run.returncode == 0, run.stderr
        finally:
            office.terminate()
    result = drafting(issued, "review", *NAMES, "--apply")
    text = (issued / YAML).read_text(encoding="utf-8")
    assert result.returncode == 1, result.stderr
    for words in ("総合", "全ての職員を", "市民に公表されたい"):
        assert words in text
    for told in ("甲委員: 案内表示の見直し", "乙委員: 案内板の見直し", "案内がとても分かりにくい", "むすび", "新", "⏎"):
        assert told in result.stdout
    again = drafting(issued, "review", *NAMES, "--apply")
    assert (issued / YAML).read_text(encoding="utf-8") == text
    assert "YAML に書き入れる変更はありませんでした" in again.stdout and "乙委員: 案内板の見直し" in again.stdout
