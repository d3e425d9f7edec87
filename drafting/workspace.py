"""A folder of the secretariat → the values in it, and all that is wrong with its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.committee import read_committee
from drafting.files import check_characters, decode, read_bytes
from drafting.minutes import read_minutes
from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import DraftingError, InputError, LimitError, Place, Problem, has_errors
from drafting.recommendations import read_recommendations
from drafting.yamlfile import Mapping, Node, parse, scan_typing

if TYPE_CHECKING:
    from drafting.importers import Layout

COMMITTEE = "inputs/committee.yaml"
RECOMMENDATIONS = "inputs/recommendations.yaml"
MINUTES = "inputs/minutes"
SOURCES = "inputs/sources"
LAYOUT_FILES = "inputs/layouts"
TEMPLATES = "templates"
REFERENCE = "templates/reference.docx"


@dataclass(frozen=True, slots=True)
class Workspace:
    """What the files hold. `problems` are those of form, in the order of the files."""

    committee: Committee
    recommendations: Recommendations
    minutes: tuple[Minutes, ...]
    problems: tuple[Problem, ...]


def read_workspace(root: Path) -> Workspace:
    """All files of the workspace. Raises InputError only when `root` is no workspace at all."""
    if not (root / RECOMMENDATIONS).exists() and not (root / COMMITTEE).exists():
        message = "このフォルダーには inputs/recommendations.yaml がありません。「drafting init」で作業場所を作るか、-C で場所を指定してください。"
        raise InputError(Problem("F005", message, Place(RECOMMENDATIONS)))
    problems: list[Problem] = []
    committee = _read(root, COMMITTEE, read_committee, problems)
    recommendations = _read(root, RECOMMENDATIONS, read_recommendations, problems)
    minutes: list[Minutes] = []
    for path in sorted((root / MINUTES).glob("*.yaml"), key=_natural):
        one = _read(root, f"{MINUTES}/{path.name}", read_minutes, problems)
        if one is not None:
            _report_doubled_meeting(one, minutes, problems)
            minutes.append(one)
    return Workspace(
        committee or Committee(), recommendations or Recommendations((), ()), tuple(minutes), tuple(problems)
    )


def _natural(path: Path) -> tuple[int, str]:
    return (int(path.stem) if path.stem.isdecimal() else 10**9, path.name)


def _read(root: Path, name: str, reader: Callable[[Node, str], Any], problems: list[Problem]) -> Any:
    try:
        value, found = read_yaml(root / name, name, reader)
    except LimitError:
        raise
    except DraftingError as error:
        problems.extend(error.problems)
        return None
    problems.extend(found)
    return value


def read_yaml(path: Path, name: str, reader: Callable[[Node, str], Any]) -> tuple[Any, list[Problem]]:
    """The value of one YAML file and its problems. Raises InputError, LimitError."""
    node, found = load_yaml(path, name)
    value, problems = reader(node, name)
    return value, [*found, *problems]


def read_layouts(root: Path) -> tuple[dict[str, Layout], list[Problem]]:
    """The layouts of minutes that the city describes itself, by name, and the problems of their files."""
    from drafting.importers.custom import read_layout  # heavy, and a build reads no layouts

    problems: list[Problem] = []
    layouts: dict[str, Layout] = {}
    for path in sorted((root / LAYOUT_FILES).glob("*.yaml")):
        layout: Layout | None = _read(root, f"{LAYOUT_FILES}/{path.name}", read_layout, problems)
        if layout:
            layouts[layout.name] = layout
    return layouts, problems


def load_yaml(path: Path, name: str) -> tuple[Node, list[Problem]]:
    """The root node of a YAML file and the warnings met on the way.

    Raises InputError with *all* faults of typing at once: the parser would stop at the first
    and call it something else.
    """
    decoded = decode(read_bytes(path, name), name)
    found = [*decoded.problems, *check_characters(decoded.text, name), *scan_typing(decoded.text, name)]
    if has_errors(found):
        raise InputError(*found)
    return parse(decoded.text, name), found


def reader_for(path: Path, name: str) -> Callable[[Node, str], Any]:
    """Which reader a YAML file wants, told by its keys: record, committee, else recommendations."""
    node, _ = load_yaml(path, name)
    keys = node.entries if isinstance(node, Mapping) else {}
    if "record" in keys or "meeting" in keys:
        return read_minutes
    return read_committee if "committee" in keys and "recommendations" not in keys else read_recommendations


def _report_doubled_meeting(one: Minutes, before: list[Minutes], problems: list[Problem]) -> None:
    if any(other.meeting.id == one.meeting.id for other in before):
        message = f"会議の記号「{one.meeting.id}」の会議録が2つあります。片方の id を変えるか、ファイルを移してください。"
        problems.append(Problem("Y021", message, one.meeting.place))
