"""What a command says arrives, and a stream that is closed or full is no bug."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from workspaces import RECOMMENDATIONS, drafting

from drafting.cli.terminal import report
from drafting.problems import Place, Problem


def test_all_that_a_command_says_arrives_in_a_pipe_though_the_process_ends_at_once(workspace: Path) -> None:
    items = "".join(f"  - {{id: R{i}, theme: 窓口, title: 題{i}, body: 見直すべきではないかと考える。, cites: [1-U002]}}\n" for i in range(2, 1_500))
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS + items, encoding="utf-8")
    result = drafting(workspace, "check")
    assert sum(f"注意[E001]: R{i} の" in result.stderr for i in range(2, 1_500)) == 1_498
    assert result.stdout.endswith("件。\n")


def test_a_pipe_that_is_closed_early_loses_no_file_and_is_called_no_bug(workspace: Path) -> None:
    command = [sys.executable, "-m", "drafting", "-C", str(workspace), "build"]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, check=False)
    os.close(writing)
    assert ended.stderr == b""
    assert (workspace / "outputs/答申案.docx").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
def test_a_full_disk_behind_the_output_is_told_as_such(workspace: Path) -> None:
    command = [sys.executable, "-m", "drafting", "-C", str(workspace), "check"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 5 and "ディスクがいっぱい" in ended.stderr and "プログラムの誤り" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes it")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_output_is_no_bug(closed: str, workspace: Path) -> None:
    command = f'exec "{sys.executable}" -m drafting -C "{workspace}" build {closed}'
    ended = subprocess.run(["sh", "-c", command], capture_output=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert (workspace / "outputs/答申案.docx").is_file()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(_Terminal(), "\x1b[31mf.yaml:2:1: エラー[C002]: ない。\x1b[0m\n"), (io.StringIO(), "f.yaml:2:1: エラー[C002]: ない。\n")])
def test_a_finding_has_its_colour_on_a_terminal_and_none_in_a_file(stream: io.StringIO, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    report([Problem("C002", "ない。", Place("f.yaml", 2))])
    assert stream.getvalue() == shown
