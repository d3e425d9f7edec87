"""A limit of time for a block of this thread."""

from __future__ import annotations

import threading

from drafting.render.sandbox import TooMuch

_AGAIN = 0.1


class time_limit:  # noqa: N801  # used like a function
    """Raise TooMuch in this thread when the block runs longer than `seconds`.

    An exception that comes from outside may land in a callback that swallows it (a finalizer, a hook of the garbage
    collector), so it is raised again until the block is left; what is still on its way then is called back. Jinja takes any
    exception met while it reads an attribute for an attribute that is missing: what is raised behind the limit is TooMuch too.
    """

    def __init__(self, seconds: float) -> None:
        self._left, self._lock = threading.Event(), threading.Lock()
        self._struck = False
        self._watcher = threading.Thread(target=self._watch, args=(seconds, threading.get_ident()), daemon=True)

    def __enter__(self) -> None:
        self._watcher.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        with self._lock:
            self._left.set()
            if self._struck:
                _raise_in(threading.get_ident(), None)
        if self._struck and kind and not issubclass(kind, TooMuch):
            raise TooMuch from error

    def _watch(self, seconds: float, thread: int) -> None:
        while not self._left.wait(seconds):
            with self._lock:
                if not self._left.is_set():
                    self._struck = True
                    _raise_in(thread, TooMuch)
            seconds = _AGAIN


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raise an exception in a thread; None calls back one that has not been raised yet (CPython, PyThreadState_SetAsyncExc)."""
    import ctypes  # only when time has run out

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
