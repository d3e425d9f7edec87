"""A fault at any moment leaves the old files or the new ones, whole, and nothing beside them."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting import locking, writing
from drafting.problems import WriteError
from drafting.writing import write_files

ROOT = Path(__file__).parents[1]
OLD = {"a.yaml": b"old a", "b.docx": b"old b" * 1000}
NEW = {"a.yaml": b"new a" * 2000, "b.docx": b"new b", "c.md": b"new c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def outputs(folder: Path) -> dict[Path, bytes]:
    return {folder / name: data for name, data in NEW.items()}


def test_all_files_appear(folder: Path) -> None:
    write_files(outputs(folder))
    assert content(folder) == NEW


class Fault:
    """Raises at the n-th call of a function, else calls it."""

    def __init__(self, real: Callable[..., object], at: int) -> None:
        self.real, self.left = real, at

    def __call__(self, *arguments: object, **options: object) -> object:
        self.left -= 1
        if self.left == 0:
            raise OSError(28, "No space left on device")
        return self.real(*arguments, **options)


@pytest.mark.parametrize("name", ["replace", "fsync", "fdopen", "open", "scandir"])
def test_a_fault_at_any_call_leaves_all_old_or_all_new(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(1, 40):
        for path in folder.iterdir():
            path.unlink()
        for file, data in OLD.items():
            (folder / file).write_bytes(data)
        fault = Fault(getattr(os, name), at)
        with monkeypatch.context() as patch:
            patch.setattr(writing.os, name, fault)
            try:
                write_files(outputs(folder), backup=[folder / "a.yaml"])
                failed = False
            except WriteError as error:
                failed = True
                assert "空き" in str(error)
        there = content(folder)
        there.pop("a.yaml.bak", None)
        assert there == (OLD if failed else NEW)
        if fault.left > 0:
            return
    pytest.fail("the fault never stopped being hit")


def test_a_failed_link_is_made_good_by_a_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing.os, "link", Fault(os.link, 1))
    write_files(outputs(folder))
    assert content(folder) == NEW


def test_an_interruption_leaves_the_old_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter(range(10))

    def interrupted(*arguments: object) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        real(*arguments)  # type: ignore[arg-type]

    real = os.replace
    monkeypatch.setattr(writing.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(outputs(folder))
    monkeypatch.undo()
    assert content(folder) == OLD


def test_one_backup_of_the_users_file_is_kept(folder: Path) -> None:
    path = folder / "a.yaml"
    write_files({path: b"1"}, backup=[path])
    write_files({path: b"2"}, backup=[path])
    assert content(folder) == {"a.yaml": b"2", "a.yaml.bak": b"1", "b.docx": OLD["b.docx"]}


def test_a_file_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    path = folder / "a.yaml"
    with pytest.raises(WriteError, match="書き換えました"):
        write_files({path: b"mine"}, expected={path: b"what I read"})
    assert content(folder) == OLD


@pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")
def test_links_are_followed_and_modes_kept(folder: Path) -> None:
    (folder / "link.yaml").symlink_to("a.yaml")
    (folder / "a.yaml").chmod(0o640)
    write_files({folder / "link.yaml": b"new"})
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "a.yaml").read_bytes() == b"new"
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_stays_as_it_is(folder: Path) -> None:
    (folder / "b.docx").chmod(0o444)
    with pytest.raises(WriteError, match=r"b\.docx:1:1: エラー\[F030\]: 書き込めません。Wordなどで開いていれば閉じ"):
        write_files(outputs(folder))
    (folder / "b.docx").chmod(0o644)
    assert content(folder) == OLD


def test_a_folder_that_cannot_be_made_is_said(folder: Path) -> None:
    with pytest.raises(WriteError):
        write_files({folder / "a.yaml" / "x.md": b""})
    assert content(folder) == OLD


def test_what_a_killed_run_left_is_swept(folder: Path) -> None:
    (folder / ".drafting-abc").write_bytes(b"half")
    write_files({folder / "a.yaml": b"new"})
    assert content(folder) == {**OLD, "a.yaml": b"new"}


WRITER = """
import sys, pathlib
from drafting.writing import write_files
folder = pathlib.Path(sys.argv[1]); mark = sys.argv[2].encode()
print("ready", flush=True)
for _ in range(int(sys.argv[3])):
    write_files({folder / name: mark * 20000 for name in ("a", "b", "c")})
"""


def writer(folder: Path, mark: str, times: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", WRITER, str(folder), mark, str(times)]
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_a_kill_at_a_random_moment_leaves_whole_files(tmp_path: Path) -> None:
    chance = random.Random(7)
    write_files({tmp_path / name: b"0" * 20000 for name in ("a", "b", "c")})
    for turn in range(12):
        process = writer(tmp_path, str(turn % 10), 10_000)
        with process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.random() * 0.1)
            process.kill()
        for name in ("a", "b", "c"):
            data = (tmp_path / name).read_bytes()
            assert len(data) == 20000
            assert len(set(data)) == 1
    write_files({tmp_path / name: b"9" * 20000 for name in ("a", "b", "c")})
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", "c"}


@pytest.mark.slow
def test_two_runs_at_once_never_mix(tmp_path: Path) -> None:
    runs = [writer(tmp_path, mark, 60) for mark in "xy"]
    for run in runs:
        run.communicate()
        assert run.returncode == 0
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def test_the_run_that_waits_says_who_holds_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0)
    with locking.folder_lock(folder), pytest.raises(WriteError, match=f"プロセス番号 {os.getpid()}"):
        write_files({folder / "a.yaml": b"x"})
    assert content(folder) == OLD


def _strace_works() -> bool:
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("call", ["write", "fsync", "rename", "link"])
def test_a_fault_of_the_system_leaves_all_old_or_all_new(call: str, folder: Path) -> None:
    if not _strace_works():
        pytest.skip("strace is not here or not allowed")
    code = WRITER.replace('print("ready", flush=True)', "")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("a", "b", "c"):
        (folder / name).write_bytes(b"0" * 20000)
    for at in range(1, 30):
        inject = f"inject={call}:error=ENOSPC:when={at}"
        log = folder.parent / f"trace-{call}"
        subprocess.run(
            ["strace", "-f", "-e", f"trace={call}", "-e", inject, "-o", str(log), sys.executable, "-c", code, str(folder), "1", "1"],
            env=environment, capture_output=True, check=False,
        )  # fmt: skip
        data = {(folder / name).read_bytes() for name in ("a", "b", "c")}
        assert data in ({b"0" * 20000}, {b"1" * 20000})
        assert not [path for path in folder.iterdir() if path.name.startswith(".drafting-")] or call in ("write",)
        if "INJECTED" not in log.read_text(encoding="utf-8", errors="replace"):
            return
        for name in ("a", "b", "c"):
            (folder / name).write_bytes(b"0" * 20000)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_leaves_the_old_files_and_nothing_beside_them(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        for name, data in OLD.items():
            (tmp_path / name).write_bytes(data)
        with pytest.raises(WriteError, match="ディスクの空きがなく"):
            write_files({tmp_path / "a.yaml": b"new", tmp_path / "big.docx": bytes(1_000_000)}, backup=[tmp_path / "a.yaml"])
        assert content(tmp_path) == OLD
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
