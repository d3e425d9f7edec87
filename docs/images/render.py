"""Pictures of the sample for README and docs: `make images`. Needs LibreOffice and poppler (pdftotext, pdftoppm).

A page is found by words on it, so that the pictures follow the sample. ＭＳ 明朝 and ＭＳ ゴシック are shown in the IPA
fonts where a machine has no others of that name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WIDTH = 600
# Of the recommendation whose page is shown
TITLE = "証明書の交付に係る方向性の明示"
# Picture → file, words on its page, whether marks of comments are shown
PAGES = {
    "cover": ("report", "（案）", False),
    "letter": ("report", "別紙のとおり答申します", False),
    "contents": ("report", "目次", False),
    "chapter": ("report", TITLE, False),
    "internal": ("internal", TITLE, True),
    "review": ("review", TITLE, False),
    "table": ("table", "会議での事務局の回答", False),
}
BUILDS = {
    "report": ("build",),
    "internal": ("build", "--edition", "庁内"),
    "review": ("build", "--edition", "照会", "--date", "2026-01-16"),
    "table": ("table",),
}
_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_FONTS = """<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>ＭＳ 明朝</family><accept><family>IPAMincho</family></accept></alias>
<alias binding="same"><family>ＭＳ ゴシック</family><accept><family>IPAGothic</family></accept></alias></fontconfig>"""


def main() -> None:
    """Render each picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts.conf").write_text(_FONTS, encoding="utf-8")
        for part in ("inputs", "templates"):
            shutil.copytree(ROOT / part, folder / "sample" / part)
        os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
        for kind, arguments in BUILDS.items():
            pages = ("--pages",) if arguments[0] == "build" else ()
            made = folder / f"{kind}.docx"
            _run(sys.executable, "-m", "drafting", "-C", str(folder / "sample"), *arguments, *pages, "-o", str(made))
            noted = any(source == kind and notes for source, _, notes in PAGES.values())
            office = ("soffice", f"-env:UserInstallation=file://{folder}/office", "--headless")
            _run(*office, "--convert-to", _NOTES if noted else "pdf", "--outdir", str(folder), str(made))
        for picture, (kind, words, _) in PAGES.items():
            pdf = folder / f"{kind}.pdf"
            page = str(_page(pdf, words))
            _run("pdftoppm", "-png", "-gray", "-singlefile", "-f", page, "-l", page, "-scale-to-x", str(WIDTH),
                 "-scale-to-y", "-1", str(pdf), str(HERE / picture))  # fmt: skip


def _page(pdf: Path, words: str) -> int:
    """The first page with these words; of a heading the last, for the contents have it as well."""
    pages = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode().split("\f")
    found = [number for number, text in enumerate(pages, 1) if words in text]
    return found[-1] if words == TITLE else found[0]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
