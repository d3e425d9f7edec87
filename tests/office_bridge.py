"""LibreOffice driven by a script, for tests of what it edits and saves."""

from __future__ import annotations

import shutil
import subprocess

import pytest

OFFICE = shutil.which("soffice")
# The system's Python has LibreOffice's bridge (python3-uno), the one of the tests has not
PYTHON = next(
    (each for each in ("/usr/bin/python3", "python3") if shutil.which(each) and not subprocess.run([each, "-c", "import uno"], capture_output=True).returncode),
    None,
)  # fmt: skip
BRIDGED = [
    pytest.mark.office,
    pytest.mark.skipif(not (OFFICE and PYTHON), reason="LibreOffice with python3-uno is not here"),
]
