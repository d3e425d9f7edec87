"""What whole processes cost: CPU of the child (user and system), and its peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_BYTES = 1 if sys.platform == "darwin" else 1024  # getrusage(2): ru_maxrss is in kilobytes but on macOS


class Cost(NamedTuple):
    """Of one process, or the medians of several."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder. Ends the bench with the command's own words if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            words = output.read().decode("utf-8", "replace")[-2000:]
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES / 1e6)


def interleaved(commands: Mapping[str, Sequence[str]], folder: Path, repeat: int) -> dict[str, Cost]:
    """The medians of `repeat` rounds; each round runs every command once, so drift hits all alike."""
    for command in commands.values():
        run(command, folder)  # fills caches of files and of compiled modules
    rounds = [{name: run(command, folder) for name, command in commands.items()} for _ in range(repeat)]
    return {name: _median([one[name] for one in rounds]) for name in commands}


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.seconds for cost in costs), statistics.median(cost.megabytes for cost in costs)
    )
