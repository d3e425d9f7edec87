"""One run at a time writes into a folder. The lock goes with the process, however it ends."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from drafting.problems import Place, Problem, WriteError

WAIT_SECONDS = 10.0
_STEP = 0.05


@contextlib.contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the folder while the block runs. Raises WriteError (F036) saying who else holds it.

    The lock file lies with the system's temporary files, named after the folder: nothing is
    left beside the user's files, and the system frees the lock of a killed process.
    """
    digest = hashlib.sha256(str(folder).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    path = Path(tempfile.gettempdir()) / f"drafting-{digest}.lock"
    try:
        stream = path.open("a+", encoding="utf-8")
    except OSError:
        # Another user's lock file, or no place for one: what stands in the way of writing shows up soon.
        yield
        return
    with stream:
        _acquire(stream, folder)
        try:
            stream.seek(0)
            stream.truncate()
            stream.write(f"{os.getpid()}\n")
            stream.flush()
            yield
        finally:
            _release(stream)


def _acquire(stream: IO[str], folder: Path) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not _try_lock(stream):
        if time.monotonic() > deadline:
            stream.seek(0)
            holder = stream.read(20).strip() or "不明"
            message = (
                f"ほかの drafting（プロセス番号 {holder}）がこのフォルダーに書いています。"
                "終わってから、もう一度実行してください。"
            )
            raise WriteError(Problem("F036", message, Place(str(folder))))
        time.sleep(_STEP)


if sys.platform == "win32":
    import msvcrt

    # Far beyond the content, so that a waiting run can still read who holds the lock.
    _AT = 1 << 30

    def _try_lock(stream: IO[str]) -> bool:
        try:
            stream.seek(_AT)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(stream: IO[str]) -> None:
        with contextlib.suppress(OSError):
            stream.seek(_AT)
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(stream: IO[str]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(stream: IO[str]) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
