"""Writing so that a fault at any moment leaves the old files or the new ones, whole.

All outputs of a command are staged as temporary files beside their targets and synced, then
renamed into place; if one cannot be, those already renamed are put back. One run at a time
writes into a folder; whatever a killed run has left there is swept by the next.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from drafting.locking import folder_lock
from drafting.problems import Place, Problem, WriteError

TEMPORARY_PREFIX = ".drafting-"
BACKUP_SUFFIX = ".bak"


def write_files(
    outputs: Mapping[Path, bytes], *, backup: Collection[Path] = (), expected: Mapping[Path, bytes] | None = None
) -> None:
    """Put all the files in place, or none.

    Of a path in `backup` what stood there stays as `NAME.bak`. A path in `expected` must still
    hold those bytes, else somebody else has written it meanwhile. Links are followed, modes
    kept. Raises WriteError (F030…) naming the file; everything is as it was then.
    """
    targets = {Path(os.path.realpath(path)): data for path, data in outputs.items()}
    names = {Path(os.path.realpath(path)): path for path in outputs}
    with contextlib.ExitStack() as stack:
        for folder in sorted({target.parent for target in targets}):
            _make_folder(folder)
            stack.enter_context(folder_lock(folder))
            _sweep(folder)
        for path, data in (expected or {}).items():
            _refuse_changed(path, data)
        keep = {Path(os.path.realpath(path)) for path in backup}
        _replace_all(targets, names, keep)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(Problem("F030", why_not(error), Place(str(folder)))) from None


def _replace_all(targets: Mapping[Path, bytes], names: Mapping[Path, Path], keep: Collection[Path]) -> None:
    staged: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, Path | None]] = []
    current = next(iter(targets), Path())
    try:
        for current, data in targets.items():
            staged.append((_stage(current, data), current))
        for temporary, current in staged:
            aside = _set_aside(current)
            replaced.append((current, aside))
            if aside and current in keep:
                _copy(aside, current.with_name(current.name + BACKUP_SUFFIX))
            os.replace(temporary, current)
        for folder in {target.parent for target in targets}:
            _sync_folder(folder)
    except OSError as error:
        _undo(replaced)
        raise WriteError(Problem("F030", why_not(error), Place(str(names[current])))) from None
    except BaseException:
        _undo(replaced)
        raise
    finally:
        for leftover in (*(temporary for temporary, _ in staged), *(aside for _, aside in replaced if aside)):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _stage(target: Path, data: bytes) -> Path:
    """A synced temporary file with the data, read back and compared, with the target's mode."""
    handle, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if temporary.read_bytes() != data:
            raise OSError(errno.EIO, "read back differently")
        temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        _refuse_read_only(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _refuse_read_only(target: Path) -> None:
    # A rename would replace a file that its owner has protected against writing.
    if target.exists() and not target.stat().st_mode & 0o200:
        raise PermissionError(errno.EACCES, "read-only", str(target))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _set_aside(target: Path) -> Path | None:
    """A second name for what stands at the target, to put it back if a later file fails."""
    if not target.exists():
        return None
    aside = Path(tempfile.mktemp(prefix=TEMPORARY_PREFIX, dir=target.parent))  # a link wants a name that is free
    try:
        os.link(target, aside)
    except OSError:
        _copy(target, aside)
    return aside


def _copy(source: Path, target: Path) -> None:
    """A copy that appears whole: a file beside the target, then a rename."""
    partial = Path(tempfile.mktemp(prefix=TEMPORARY_PREFIX, dir=target.parent))
    try:
        shutil.copy2(source, partial)
        os.replace(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _undo(replaced: list[tuple[Path, Path | None]]) -> None:
    for target, aside in reversed(replaced):
        with contextlib.suppress(OSError):
            if aside:
                os.replace(aside, target)
            else:
                target.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed run has left: nobody else is writing while we hold the lock."""
    with contextlib.suppress(OSError):
        for path in _leftovers(folder):
            path.unlink(missing_ok=True)


def _leftovers(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        yield from [Path(entry.path) for entry in entries if entry.name.startswith(TEMPORARY_PREFIX)]


def _sync_folder(folder: Path) -> None:
    """Make the renames durable; Windows has no such call, and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_changed(path: Path, data: bytes) -> None:
    try:
        same = path.read_bytes() == data
    except OSError:
        same = False
    if not same:
        message = "読んだ後に、ほかの人かプログラムが書き換えました。何も書いていません。もう一度実行してください。"
        raise WriteError(Problem("F035", message, Place(str(path))))


def why_not(error: OSError) -> str:
    """Why a file cannot be written, and what to do, in Japanese."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY) or isinstance(error, PermissionError):
        return "書き込めません。Wordなどで開いていれば閉じ、読み取り専用でないか確かめて、もう一度実行してください。"
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return "ディスクの空きがなく、書き込めません。空きを作って、もう一度実行してください。"
    if error.errno == errno.EROFS:
        return "書き込みのできない場所です。別のフォルダーで実行してください。"
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return "ファイルの名前が長すぎるか、使えない文字があります。別の名前にしてください。"
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
        return "同じ名前の、ファイルでないもの（フォルダーなど）があるので、書き込めません。名前を変えるか、どちらかを移してください。"
    if error.errno == errno.ELOOP:
        return "ショートカット（リンク）が元に戻っていて、書き込めません。リンクを消すか、別の名前にしてください。"
    return f"書き込めません（{error.strerror}）。元のファイルはそのままです。"
