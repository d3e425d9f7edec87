"""LibreOffice, where a machine has it: the only outside program we run. It lays out pages; nothing needs it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

SECONDS = 180
_USUAL = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def find_office() -> str:
    """The path of LibreOffice, "" where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _USUAL if Path(path).is_file()), "")


def to_pdf(document: bytes) -> bytes | None:
    """The PDF that LibreOffice makes of a .docx; None where it is missing, fails or takes too long.

    It runs with a profile of its own, so that one that is open on the desk is left alone.
    """
    program = find_office()
    if not program:
        return None
    with tempfile.TemporaryDirectory(prefix="drafting-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "draft.docx")
        source.write_bytes(document)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None
