"""A folder of the secretariat → the values in it, and all that is wrong with its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from drafting.committee import read_committee
from drafting.dataclass import dataclass
from drafting.files import check_characters, decode, read_bytes
from drafting.house_style import SCHEMA as STYLE_SCHEMA
from drafting.house_style import HouseStyle, read_house_style
from drafting.minutes import read_minutes
from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import DraftingError, InputError, LimitError, Place, Problem, Severity, has_errors
from drafting.recommendations import read_recommendations
from drafting.yamlfile import Mapping, Node, parse, scan_typing

if TYPE_CHECKING:
    from drafting.comments import Comment
    from drafting.importers import Layout

COMMITTEE = "inputs/committee.yaml"
RECOMMENDATIONS = "inputs/recommendations.yaml"
HOUSE_STYLE = "inputs/house_style.yaml"
COMMENTS = "inputs/comments.yaml"
MINUTES = "inputs/minutes"
SOURCES = "inputs/sources"
LAYOUT_FILES = "inputs/layouts"
TEMPLATES = "templates"
STYLE_KEYS = frozenset(key.name for key in STYLE_SCHEMA.keys)
REFERENCE = "templates/reference.docx"


@dataclass(frozen=True, slots=True)
class Workspace:
    """What the files hold. `problems` are those of form, in the order of the files; `comments` is the ledger, where it was asked for."""

    committee: Committee
    recommendations: Recommendations
    minutes: tuple[Minutes, ...]
    problems: tuple[Problem, ...]
    style: HouseStyle = field(default_factory=HouseStyle)
    comments: tuple[Comment, ...] = ()


class Source(NamedTuple):
    """A YAML file as it was read: its text and its nodes, for those who need positions in it."""

    text: str
    root: Node


def read_workspace(root: Path, sources: dict[str, Source] | None = None) -> Workspace:
    """All files of the workspace; the sources of those that hold texts of the report are put into `sources`.

    Raises InputError only when `root` is no workspace at all.
    """
    if not (root / RECOMMENDATIONS).exists() and not (root / COMMITTEE).exists():
        message = "このフォルダーには inputs/recommendations.yaml がありません。「drafting init」で作業場所を作るか、-C で場所を指定してください。"
        raise InputError(Problem("F005", message, Place(RECOMMENDATIONS)))
    problems: list[Problem] = []
    committee = _read(root, COMMITTEE, read_committee, problems, sources)
    recommendations = _read(root, RECOMMENDATIONS, read_recommendations, problems, sources)
    style = read_style(root, problems)
    minutes: list[Minutes] = []
    for path in _minutes_files(root, problems):
        one = _read(root, f"{MINUTES}/{path.name}", read_minutes, problems)
        if one is not None and not _report_doubled_meeting(one, minutes, problems):
            minutes.append(one)
    content = recommendations or Recommendations((), ())
    return Workspace(committee or Committee(), content, tuple(minutes), tuple(problems), style)


def with_comments(root: Path, workspace: Workspace) -> Workspace:
    """The workspace with the ledger of comments, if there is one: names of members stand in it, so a draft is made without it."""
    from drafting.comments import read_comments  # a build needs none

    problems = list(workspace.problems)
    there = (root / COMMENTS).exists()
    comments = (there and _read(root, COMMENTS, read_comments, problems)) or ()
    return replace(workspace, comments=comments, problems=tuple(problems))


def read_style(root: Path, problems: list[Problem]) -> HouseStyle:
    """The city's house style; the default where there is no such file."""
    there = (root / HOUSE_STYLE).exists()
    return (there and _read(root, HOUSE_STYLE, read_house_style, problems)) or HouseStyle()


def _minutes_files(root: Path, problems: list[Problem]) -> list[Path]:
    """The minutes in the order of the meetings; whatever else lies among them is told (F015), for nobody reads it."""
    folder, found = root / MINUTES, []
    if folder.is_file():
        message = "会議録のフォルダーのはずですが、ファイルです。別の名前にして、フォルダーを作ってください。"
        problems.append(Problem("F015", message, Place(MINUTES), Severity.WARNING))
    for path in sorted(folder.iterdir() if folder.is_dir() else (), key=_natural):
        kind = path.suffix.lower()
        if path.name.startswith((".", "~$")) or kind == ".bak":
            continue
        if kind == ".yaml":
            found.append(path)
        elif path.is_dir() and any(path.rglob("*.yaml")):
            message = f"フォルダーの中の会議録は読んでいません。.yaml を {MINUTES} に移してください。"
            problems.append(Problem("F015", message, Place(f"{MINUTES}/{path.name}"), Severity.WARNING))
        elif path.is_file():
            what = "名前の終わりを .yaml に直してください" if kind == ".yml" else "会議録なら「drafting import」で取り込んでください"
            message = f"会議録の置き場にありますが、読んでいません。{what}。"
            problems.append(Problem("F015", message, Place(f"{MINUTES}/{path.name}"), Severity.WARNING))
    return found


def _natural(path: Path) -> tuple[int, str]:
    return (int(path.stem) if path.stem.isdecimal() else 10**9, path.name)


def _read(
    root: Path,
    name: str,
    reader: Callable[[Node, str], Any],
    problems: list[Problem],
    sources: dict[str, Source] | None = None,
) -> Any:
    try:
        value, found = read_yaml(root / name, name, reader, sources)
    except LimitError:
        raise
    except DraftingError as error:
        problems.extend(error.problems)
        return None
    problems.extend(found)
    return value


def read_yaml(
    path: Path, name: str, reader: Callable[[Node, str], Any], sources: dict[str, Source] | None = None
) -> tuple[Any, list[Problem]]:
    """The value of one YAML file and its problems; its source is put into `sources`. Raises InputError, LimitError."""
    source, found = load_yaml(path, name)
    if sources is not None:
        sources[name] = source
    value, problems = reader(source.root, name)
    return value, [*found, *problems]


def read_layouts(root: Path) -> tuple[dict[str, Layout], list[Problem]]:
    """The layouts of minutes that the city describes itself, by name, and the problems of their files."""
    read_layout = _layout_reader()
    problems: list[Problem] = []
    layouts: dict[str, Layout] = {}
    for path in sorted((root / LAYOUT_FILES).glob("*.yaml")):
        layout: Layout | None = _read(root, f"{LAYOUT_FILES}/{path.name}", read_layout, problems)
        if layout:
            layouts[layout.name] = layout
    return layouts, problems


def load_yaml(path: Path, name: str) -> tuple[Source, list[Problem]]:
    """A YAML file and the warnings met on the way.

    Raises InputError with *all* faults of typing at once: the parser would stop at the first
    and call it something else.
    """
    decoded = decode(read_bytes(path, name), name)
    found = [*decoded.problems, *check_characters(decoded.text, name), *scan_typing(decoded.text, name)]
    if has_errors(found):
        raise InputError(*found)
    return Source(decoded.text, parse(decoded.text, name)), found


def _layout_reader() -> Callable[[Node, str], Any]:
    from drafting.importers.custom import read_layout  # heavy, and a build reads no layouts

    return read_layout


def reader_for(path: Path, name: str) -> Callable[[Node, str], Any]:
    """Which reader a YAML file wants, told by its keys: record, comments, committee, those of a house style, else recommendations."""
    root = load_yaml(path, name)[0].root
    keys = root.entries if isinstance(root, Mapping) else {}
    if "record" in keys or "meeting" in keys:
        return read_minutes
    if "speech" in keys:
        return _layout_reader()
    if "comments" in keys:
        from drafting.comments import read_comments

        return read_comments
    if set(keys) & STYLE_KEYS:
        return read_house_style
    return read_committee if "committee" in keys and "recommendations" not in keys else read_recommendations


def _report_doubled_meeting(one: Minutes, before: list[Minutes], problems: list[Problem]) -> bool:
    """True if the meeting is there already: it is told, and the second is not looked at, or all of it would be told twice."""
    if all(other.meeting.id != one.meeting.id for other in before):
        return False
    message = f"会議の記号「{one.meeting.id}」の会議録が2つあります。片方の id を変えるか、ファイルを移してください。"
    problems.append(Problem("Y021", message, one.meeting.place))
    return True
