"""The manual says what the code does: keys, problem codes, values of templates, commands, layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from drafting import comments, committee, house_style, minutes, recommendations
from drafting.checks.house_style import RULES
from drafting.cli.app import COMMANDS, cli
from drafting.importers import LAYOUTS, custom
from drafting.render.sandbox import FILTERS
from drafting.schema import Key, Kind, ListOf, Record, TextOr, TextOrList
from drafting.views import Report
from drafting.yamlfile import parse

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FORMATS = {
    "committee": (committee.SCHEMA, committee.read_committee),
    "minutes": (minutes.SCHEMA, minutes.read_minutes),
    "layouts": (custom.SCHEMA, custom.read_layout),
    "recommendations": (recommendations.SCHEMA, recommendations.read_recommendations),
    "comments": (comments.SCHEMA, comments.read_comments),
    "house-style": (house_style.SCHEMA, house_style.read_house_style),
}
# Records described once for several keys: key → where its table stands.
SHARED = {
    "meeting.absent": "meeting.members",
    "meeting.secretariat": "meeting.members",
    "meeting.others": "meeting.members",
    "recommendations.responses": "recommendations.cites",
}


def doc(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def record_of(kind: Kind) -> Record | None:
    if isinstance(kind, ListOf):
        return record_of(kind.item)
    if isinstance(kind, TextOrList):
        return record_of(kind.items)
    if isinstance(kind, TextOr):
        return kind.record
    return kind if isinstance(kind, Record) else None


def records(kind: Kind, path: str = "") -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Each record of a schema with the path of its section in the manual ("" is the whole file)."""
    record = record_of(kind)
    if record is None:
        return
    yield path, record.keys
    for key in record.keys:
        yield from records(key.kind, f"{path}.{key.name}".strip("."))


def section(text: str, path: str) -> str:
    """The part of a page under the heading of a path, up to the next heading."""
    title = f"`{re.escape(path)}` — " if path else "ファイルの全体"
    match = re.search(rf"^##+ {title}.*?\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    assert match, f"no section for {path}"
    return match[1]


@pytest.mark.parametrize("name", FORMATS)
def test_every_key_of_a_schema_stands_in_its_table_and_no_other(name: str) -> None:
    for path, keys in records(FORMATS[name][0]):
        rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (必ず|省けます) \|", section(doc(name), SHARED.get(path, path)), re.MULTILINE)
        assert rows == [(key.name, key.title, "必ず" if key.required else "省けます") for key in keys], path


@pytest.mark.parametrize("name", FORMATS)
def test_the_example_of_a_format_is_valid(name: str) -> None:
    example = re.search(r"```yaml\n(.*?)```", doc(name), re.DOTALL)
    assert example
    assert FORMATS[name][1](parse(example[1], name), name)[1] == []


def test_every_problem_code_of_the_code_is_explained_and_no_other() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "drafting").rglob("*.py"))
    used = set(re.findall(r'"([A-Z]\d{3})"', sources)) - {"U001"}
    explained = re.findall(r"^\| ([A-Z]\d{3}) \|", doc("problems"), re.MULTILINE)
    assert sorted(explained) == sorted(code for code in used if code not in RULES)


def test_the_table_of_house_style_is_that_of_the_rules() -> None:
    text = doc("house-style")
    rows = re.findall(r"^\| (K\d{3}) \| (\S+) \| (.*?) \|", text, re.MULTILINE)
    assert rows == [(rule.code, rule.severity.value if rule.standard else "切", rule.title) for rule in RULES.values()]
    assert all(rule.advice in text and rule.source in text for rule in RULES.values())


def view_of(hint: Any) -> Any:
    """The dataclass in the type of a field: itself, or that of the items of a tuple."""
    return next((kind for kind in (hint, *get_args(hint)) if hasattr(kind, "_fields")), None)


def test_every_value_of_a_template_is_explained() -> None:
    text = doc("templates")
    views = {}
    for name, hint in get_type_hints(Report).items():
        assert f"| `{name}` |" in text, name
        if view := view_of(hint):
            views[view] = name if view is hint else ""
    pending = list(views)
    while pending:
        view = pending.pop()
        for name, hint in get_type_hints(view).items():
            prefix = re.escape(views[view]) if views[view] else r"\w+"
            assert re.search(rf"^\| `{prefix}\.{name}` \|", text, re.MULTILINE), f"{view.__name__}.{name}"
            if (inner := view_of(hint)) and inner not in views:
                views[inner] = ""
                pending.append(inner)


def test_no_value_is_explained_that_templates_do_not_have() -> None:
    known = set(Report._fields) | {"theme", "item", "said", "meeting", "member", "sheet", "column"}
    explained = re.findall(r"^\| `(\w+)(?:\.\w+)?` \|", doc("templates").split("## 値の一覧")[1], re.MULTILINE)
    assert set(explained) <= known


def test_every_filter_is_named() -> None:
    text = doc("templates")
    assert [name for name in (*FILTERS, "mark", "ref") if f"`{name}`" not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_with_its_options(name: str) -> None:
    command = cli.get_command(None, name)  # type: ignore[arg-type]  # our group does not look at the context
    assert command is not None
    part = re.search(rf"^## `drafting {name}`\n(.*?)(?=^## )", doc("commands"), re.DOTALL | re.MULTILINE)
    assert part, name
    options = {option for param in command.params for option in param.opts if option.startswith("-")}
    assert set(re.findall(r"^\| `(-[\w-]+)`", part[1], re.MULTILINE)) == options


def test_every_layout_of_minutes_is_named() -> None:
    assert [name for name in LAYOUTS if f"`{name}`" not in doc("commands")] == []


PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *DOCS.glob("*.md")))


def prose(path: Path) -> str:
    """A page without its code."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", prose(path))
    pages = [link for link in links if "://" not in link]
    assert [link for link in pages if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_into_a_page_lead_to_a_heading(page: str) -> None:
    path = ROOT / page
    for link, anchor in re.findall(r"\]\(([^)#\s:]*)#([^)]+)\)", prose(path)):
        target = (path.parent / link) if link else path
        headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in [heading.replace("`", "").replace(" ", "-") for heading in headings], link
