"""`python tests/bench/run.py [--sizes S,M,L] [--repeat 5]`: our whole processes beside those of others.

Prints CPU medians, peak memory and the ratios ours/peer with the aims of the plan. It asserts
nothing: clocks differ. A peer that is not installed (`pip install .[bench]`) is skipped.
What is compared is not the same work, and each time the peer has less to do: pandoc reads the
Markdown that we made and writes Word; docxtpl fills a template from data that is already there;
our build reads and checks YAML and writes both formats. Our modules are compiled first, as pip
compiles the peers when it installs them: PYTHONDONTWRITEBYTECODE would have each of our runs compile them anew.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import math
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from measure import Cost, interleaved, run

import drafting

HERE = Path(__file__).parent
DRAFT = "outputs/答申案.md"
GIVEN = "import click, jinja2, markdown_it, mdit_py_plugins, ruamel.yaml, lxml.etree"


class Size(NamedTuple):
    """How large a workspace is."""

    meetings: int
    utterances: int
    recommendations: int


class Aim(NamedTuple):
    """The most that ours/peer may be; None where the plan says nothing."""

    time: float | None
    memory: float | None = None


SIZES = {"S": Size(1, 80, 25), "M": Size(10, 1_000, 300), "L": Size(100, 20_000, 5_000)}
CHECKED = Size(10, 1_000, 1_000)
LINEAR = (Size(20, 4_000, 1_000), Size(80, 16_000, 4_000))
MOST_EXPONENT = 1.05
AIMS = {
    ("S", "pandoc"): Aim(1.3),
    ("S", "docxtpl"): Aim(1.0),
    ("M", "pandoc"): Aim(0.5),
    ("L", "pandoc"): Aim(0.4, 0.2),
    ("check", "doorstop"): Aim(0.02),
}


def main() -> None:
    """Measure what was asked for and print a line a comparison as soon as it is known."""
    parser = argparse.ArgumentParser(description="CPU and memory of whole processes, beside those of others.")
    parser.add_argument("--sizes", default="S,M,L", help="some of S,M,L")
    parser.add_argument("--repeat", type=int, default=5, help="rounds; the median counts")
    options = parser.parse_args()
    sizes = options.sizes.split(",")
    if unknown := [size for size in sizes if size not in SIZES]:
        parser.error(f"no size {unknown[0]}")
    compileall.compile_dir(Path(drafting.__file__).parent, quiet=1)
    peers = _peers()
    _print(f"{'':7}{'peer':10}{'ours s':>9}{'peer s':>9}{'ratio':>8}{'aim':>7}{'ours MB':>10}{'peer MB':>9}{'ratio':>8}{'aim':>6}")
    with tempfile.TemporaryDirectory(prefix="drafting-bench-") as name:
        for size in sizes:
            _bench_build(size, peers, Path(name), options.repeat)
        _bench_check(peers, Path(name), options.repeat)
        _bench_linear(Path(name), options.repeat)


def _peers() -> dict[str, str]:
    """Peer → what to call; a missing one is said and left out."""
    found = {}
    if importlib.util.find_spec("pypandoc"):
        found["pandoc"] = _output("import pypandoc; print(pypandoc.get_pandoc_path())")
    if importlib.util.find_spec("docxtpl"):
        found["docxtpl"] = sys.executable
    beside = Path(sys.executable).with_name("doorstop")
    if doorstop := shutil.which("doorstop") or (str(beside) if beside.exists() else None):
        found["doorstop"] = doorstop
    for peer in ("pandoc", "docxtpl", "doorstop"):
        if peer not in found:
            _print(f"{peer} is not installed: skipped (pip install .[bench])")
    return found


def _output(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def _generate(*arguments: object) -> None:
    run([sys.executable, str(HERE / "generate.py"), *map(str, arguments)], HERE)


def _workspace(root: Path, name: str, size: Size) -> Path:
    folder = root / name
    _generate("workspace", folder, *size)
    return folder


def _ours(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "drafting", *arguments]


def _bench_build(name: str, peers: dict[str, str], root: Path, repeat: int) -> None:
    """Our build beside pandoc and docxtpl, in one interleaved run."""
    folder = _workspace(root, name, SIZES[name])
    commands = {"ours": _ours("build")}
    if "pandoc" in peers:
        commands["pandoc"] = [peers["pandoc"], "-f", "markdown", DRAFT, "-o", "pandoc.docx"]
    if "docxtpl" in peers:
        child = [sys.executable, str(HERE / "docxtpl_child.py")]
        run([*child, "template.docx", "--template"], folder)
        commands["docxtpl"] = [*child, "template.docx", "docxtpl.json", "docxtpl.docx"]
    floor = {"given": [sys.executable, "-c", GIVEN]} if name == "S" else {}
    costs = interleaved(commands | floor, folder, repeat)
    if floor:
        _print(f"to import the packages that are given takes {costs['given'].seconds:.3f} s of CPU")
    if len(commands) == 1:
        _print(f"{name:17}{costs['ours'].seconds:9.3f}{costs['ours'].megabytes:44.0f}")
    for peer in list(commands)[1:]:
        _line(name, peer, costs["ours"], costs[peer])


def _bench_check(peers: dict[str, str], root: Path, repeat: int) -> None:
    """Our check of 1,000 utterances and 1,000 recommendations beside doorstop on as many items."""
    folder = _workspace(root, "check", CHECKED)
    ours = interleaved({"ours": _ours("check")}, folder, repeat)["ours"]
    if "doorstop" not in peers:
        _print(f"{'check':17}{ours.seconds:9.3f}{ours.megabytes:44.0f}")
        return
    items = root / "doorstop"
    _generate("doorstop", items, CHECKED.recommendations)
    subprocess.run(["git", "init", "--quiet", str(items)], check=True)
    run([peers["doorstop"]], items)  # the first run writes its stamps into the files; it is not counted
    _line("check", "doorstop", ours, run([peers["doorstop"]], items))


def _bench_linear(root: Path, repeat: int) -> None:
    """The exponent of the build's time from 1,000 to 4,000 recommendations: 1 is linear."""
    folders = [_workspace(root, f"linear{size.recommendations}", size) for size in LINEAR]
    commands = {folder.name: _ours("-C", str(folder), "build") for folder in folders}
    small, large = interleaved(commands, root, repeat).values()
    growth = LINEAR[1].recommendations / LINEAR[0].recommendations
    exponent = math.log(large.seconds / small.seconds, growth)
    verdict = "ok" if exponent <= MOST_EXPONENT else "MISSED"
    _print(
        f"build of {LINEAR[0].recommendations:,} → {LINEAR[1].recommendations:,} recommendations: "
        f"{small.seconds:.2f} → {large.seconds:.2f} s, exponent {exponent:.2f} (aim ≤ {MOST_EXPONENT}) {verdict}"
    )


def _line(size: str, peer: str, ours: Cost, theirs: Cost) -> None:
    aim = AIMS.get((size, peer), Aim(None))
    ratios = Aim(ours.seconds / theirs.seconds, ours.megabytes / theirs.megabytes)
    missed = any(most is not None and ratio is not None and ratio > most for ratio, most in zip(ratios, aim, strict=True))
    verdict = "MISSED" if missed else "ok" if aim.time else ""
    time, memory = ("" if most is None else f"≤{most:g}" for most in aim)
    _print(
        f"{size:7}{peer:10}{ours.seconds:9.3f}{theirs.seconds:9.3f}{ratios.time:8.3f}{time:>7}"
        f"{ours.megabytes:10.0f}{theirs.megabytes:9.0f}{ratios.memory:8.2f}{memory:>6}  {verdict}"
    )


def _print(line: str) -> None:
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
