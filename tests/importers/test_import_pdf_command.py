"""A PDF through `drafting import`, as a clerk types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pdf_build import Sheet, pdf, two_columns, with_page_numbers

from drafting.minutes import read_minutes
from drafting.yamlfile import parse

SPEECHES = [("会長", "それでは始めます。" * 12), ("山本委員", "夜間開館を続けてほしい。"), ("事務局", "検討します。"), ("会長", "終わります。")]
ROOT = Path(__file__).parents[2]


def drafting(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from drafting.cli import main; sys.exit(main())"
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)


def workspace(tmp_path: Path, data: bytes) -> Path:
    made = drafting(tmp_path, "init", "図書館")
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "図書館"
    (folder / "会議録.pdf").write_bytes(data)
    return folder


def head() -> Sheet:
    sheet = Sheet()
    lines = ("第２回みどり市図書館協議会\u3000会議録", "日時\u3000令和７年１１月２８日（金）１０時００分～１２時００分", "場所\u3000市役所３階\u3000会議室")
    for i, line in enumerate(lines):
        sheet.text(60, 90 + 18 * i, line)
    return sheet


def test_a_pdf_becomes_minutes_and_the_report_says_where_its_letters_went(tmp_path: Path) -> None:
    folder = workspace(tmp_path, pdf(with_page_numbers([head(), *two_columns(SPEECHES, lines_a_page=3)])))
    done = drafting(folder, "import", "会議録.pdf", "--meeting", "12")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "inputs/minutes/12.yaml に取り込みました: 発言 4 件" in done.stdout and "確かさ" in done.stdout
    assert "会議録.pdf:1:1: 注意[I048]" in done.stderr and "Traceback" not in done.stderr
    assert "読んでいます" not in done.stdout + done.stderr and "\r" not in done.stdout + done.stderr
    text = (folder / "inputs/minutes/12.yaml").read_text("utf-8")
    minutes, _ = read_minutes(parse(text, "12.yaml"), "12.yaml")
    assert [(said.speaker, said.text) for said in minutes.utterances] == SPEECHES
    assert (minutes.meeting.place_held, str(minutes.meeting.date)) == ("市役所３階\u3000会議室", "2025-11-28")
    assert (folder / "inputs/sources/12.pdf").read_bytes() == (folder / "会議録.pdf").read_bytes()


def test_a_scanned_page_among_others_ends_with_1_and_the_rest_is_taken_in(tmp_path: Path) -> None:
    scan = Sheet()
    scan.image(0, 0, 595, 842)
    folder = workspace(tmp_path, pdf([head(), *two_columns(SPEECHES), scan]))
    done = drafting(folder, "import", "会議録.pdf", "--meeting", "12")
    assert done.returncode == 1 and "エラー[I044]: 3ページは画像で" in done.stderr
    assert (folder / "inputs/minutes/12.yaml").exists()


def test_a_pdf_that_cannot_be_read_leaves_the_workspace_as_it_was(tmp_path: Path) -> None:
    scan = Sheet()
    scan.image(0, 0, 595, 842)
    folder = workspace(tmp_path, b"")
    before = sorted(folder.rglob("*"))
    for data, code in ((pdf([scan]), "I043"), (pdf([head()])[:900], "I041"), (b"", "I041")):
        (folder / "会議録.pdf").write_bytes(data)
        done = drafting(folder, "import", "会議録.pdf", "--meeting", "12")
        assert (done.returncode, f"会議録.pdf:1:1: エラー[{code}]" in done.stderr, "Traceback" in done.stderr) == (3, True, False)
        assert sorted(folder.rglob("*")) == before
