"""ARCHITECTURE.md held against the code: which room may look into which, and what a room must not do."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CODE = Path(__file__).parents[1] / "drafting"
FILES = sorted(CODE.rglob("*.py"))

# Every room with its rank; an import points to a lower rank.
RANKS = {
    "dataclass": 0, "patterns": 0, "problems": 0, "model": 0, "draft": 0, "numbering": 0, "views": 0,
    "japanese": 1, "addresses": 1, "dates": 1, "speech": 1, "relays": 1, "differences": 1, "locations": 1, "files": 1, "locking": 1, "writing": 1, "office": 1, "yamlfile": 1, "schema": 1, "json_schema": 1,
    "minutes": 2, "recommendations": 2, "committee": 2, "house_style": 2, "comments": 2, "editing": 2, "issued": 2, "strength": 2, "spreadsheet": 2, "sheet_page": 2, "importers": 2, "word": 2,
    "workspace": 3, "report": 3, "trace": 3, "coverage": 3, "opinion_table": 3, "comment_table": 3, "tables": 3, "page": 3, "reimport": 3, "review": 3, "slips": 3, "checks": 3, "render": 3,
    "editions": 3,
    "cli": 4, "__main__": 4,
}  # fmt: skip
# Neighbours of the same rank that may be looked at; none of them looks back.
NEIGHBOURS = {
    ("model", "problems"), ("model", "dataclass"), ("numbering", "patterns"), ("problems", "dataclass"), ("draft", "dataclass"), ("schema", "files"), ("schema", "yamlfile"), ("json_schema", "schema"), ("writing", "locking"), ("dates", "japanese"), ("relays", "speech"),
    ("checks", "trace"), ("checks", "coverage"), ("checks", "slips"), ("checks", "workspace"), ("report", "coverage"), ("report", "opinion_table"),
    ("opinion_table", "coverage"), ("tables", "coverage"), ("tables", "opinion_table"), ("tables", "slips"), ("tables", "checks"), ("tables", "comment_table"), ("tables", "workspace"), ("page", "coverage"),
    ("editions", "checks"), ("editions", "workspace"), ("importers", "word"), ("__main__", "cli"),
}  # fmt: skip
PACKAGES = {
    "click": "cli", "jinja2": "render", "markupsafe": "render", "markdown_it": "render", "mdit_py_plugins": "render",
    "lxml": "word", "pypdfium2": "importers", "xlsxwriter": "spreadsheet", "ruamel": "yamlfile", "_ruamel_yaml": "yamlfile",
}  # fmt: skip
STANDARD_ONLY_IN = {"fcntl": {"locking"}, "msvcrt": {"locking"}, "zipfile": {"word"}, "subprocess": {"office"}, "socket": set(), "pickle": set()}
PURE = ("report", "views", "trace", "coverage", "speech", "relays", "differences", "strength", "addresses", "locations", "opinion_table", "comment_table", "sheet_page", "page", "reimport", "review", "slips", "numbering", "japanese", "dates",
        "model", "draft", "checks", "editions", "issued", "importers", "schema", "minutes", "recommendations", "committee", "house_style", "comments",
        "render.blocks", "render.cells", "render.markdown", "render.lists", "render.values", "yamlfile.text", "yamlfile.nodes", "yamlfile.composer", "yamlfile.typed", "yamlfile.lists", "yamlfile.append", "yamlfile.positions")  # fmt: skip
DOING = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
DOING_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "glob", "rglob", "iterdir", "now", "today", "stat", "exists"}


def name_of(path: Path) -> str:
    """"render.blocks" for drafting/render/blocks.py; a room's __init__ is the room."""
    parts = path.relative_to(CODE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path: Path) -> str:
    return name_of(path).split(".")[0]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, wherever it does."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}" if node.module == "drafting" else str(node.module)


def rooms_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imports(path)]
    return {part[1] for part in parts if part[0] == "drafting" and len(part) > 1 and not part[1].startswith("__v")}


@pytest.fixture(params=FILES, ids=name_of)
def path(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def test_there_is_code_and_every_room_has_a_rank() -> None:
    assert len(FILES) > 40
    assert {room_of(file) for file in FILES} - {""} == set(RANKS)


def test_an_import_points_to_a_lower_rank_or_to_a_named_neighbour(path: Path) -> None:
    room = room_of(path)
    if not room:
        assert rooms_imported(path) == set()
        return
    for other in rooms_imported(path) - {room}:
        assert RANKS[other] < RANKS[room] or (room, other) in NEIGHBOURS, f"{room} imports {other}"


def test_no_two_rooms_import_each_other_and_no_neighbour_is_named_in_vain() -> None:
    looks = {(room_of(file), other) for file in FILES for other in rooms_imported(file) if other != room_of(file)}
    assert {(one, other) for one, other in looks if (other, one) in looks} == set()
    assert looks >= NEIGHBOURS


def test_nobody_imports_the_command_line(path: Path) -> None:
    if room_of(path) not in ("cli", "__main__"):
        assert "cli" not in rooms_imported(path)


def test_an_outside_package_lives_in_one_room(path: Path) -> None:
    for name in imports(path):
        package = name.split(".")[0]
        if package in PACKAGES:
            assert room_of(path) == PACKAGES[package], f"{package} in {name_of(path)}"
        if package in STANDARD_ONLY_IN:
            assert room_of(path) in STANDARD_ONLY_IN[package], f"{package} in {name_of(path)}"


def test_every_outside_package_is_declared(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"drafting"}
    assert outside <= set(PACKAGES)


def is_pure(path: Path) -> bool:
    return any(f"{name_of(path)}.".startswith(f"{pure}.") for pure in PURE)


@pytest.mark.parametrize("path", [file for file in FILES if is_pure(file)], ids=name_of)
def test_a_pure_room_touches_no_file_no_screen_and_no_clock(path: Path) -> None:
    name = name_of(path)
    assert not {"os", "pathlib", "sys", "io", "time", "tempfile", "shutil"} & set(imports(path)), name
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            assert called not in DOING, f"{name}:{node.lineno}"
            assert method not in DOING_METHODS, f"{name}:{node.lineno}"


def test_only_the_command_line_prints(path: Path) -> None:
    names = [node.func.id for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert "print" not in names or room_of(path) == "cli"


def test_files_and_functions_stay_small_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_every_module_says_in_a_sentence_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))
