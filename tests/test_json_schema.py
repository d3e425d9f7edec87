"""What an editor accepts is what the tool accepts: the samples, and not their faults."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from drafting.cli.schema import schema_files
from drafting.comments import Comment, Reply, read_comments
from drafting.comments.extend import extend_ledger
from drafting.committee import read_committee
from drafting.house_style import read_house_style
from drafting.minutes import read_minutes
from drafting.problems import has_errors
from drafting.recommendations import read_recommendations
from drafting.yamlfile import parse

ROOT = Path(__file__).parents[1]
READERS: dict[str, Any] = {
    "committee": read_committee,
    "minutes": read_minutes,
    "recommendations": read_recommendations,
    "house_style": read_house_style,
    "comments": read_comments,
}
FILES = [
    ("committee", "inputs/committee.yaml"),
    ("minutes", "inputs/minutes/1.yaml"),
    ("recommendations", "inputs/recommendations.yaml"),
    ("house_style", "inputs/house_style.yaml"),
    ("house_style", "drafting/starter/inputs/house_style.yaml"),
    ("committee", "drafting/starter/inputs/committee.yaml"),
    ("recommendations", "drafting/starter/inputs/recommendations.yaml"),
]
FAULTS = {
    "an unknown response": ("comments", "comments:\n- {id: C1, text: 意見, response: 採用}\n"),
    "a number of another form": ("comments", "comments:\n- {id: R1, text: 意見}\n"),
    "an unknown key": ("recommendations", "recommendations:\n- {id: R1, theem: a, title: b, body: c}\n"),
    "a missing key": ("recommendations", "recommendations:\n- {id: R1, theme: a, title: b}\n"),
    "an unknown kind": ("recommendations", "recommendations:\n- {id: R1, theme: a, title: b, body: c, kind: 提案}\n"),
    "a text for a list": ("recommendations", "recommendations:\n- {id: R1, theme: a, title: b, body: c, cites: 1-U001}\n"),
    "an id of the wrong form": ("recommendations", "recommendations:\n- {id: R 1, theme: a, title: b, body: c}\n"),
    "a date that is none": ("minutes", "meeting: {id: '1', date: 11月28日}\nrecord: []\n"),
    "a number that is none": ("minutes", "meeting: {id: '1', observers: 一人}\nrecord: []\n"),
    "an unknown part": ("committee", "committee: {}\nparts: {covers: false}\n"),
    "a size between steps": ("committee", "committee: {}\nformat: {size: 10.3}\n"),
}


def validator(name: str) -> Any:
    schema = json.loads(schema_files()[f"inputs/schema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def loaded(text: str) -> Any:
    """As an editor reads it: YAML 1.2, dates left as text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda maker, node: node.value)
    return yaml.load(text)


@pytest.mark.parametrize(("name", "path"), FILES)
def test_the_sample_is_valid_for_the_editor_and_for_us(name: str, path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert [error.message for error in validator(name).iter_errors(loaded(text))] == []
    assert not has_errors(READERS[name](parse(text, path), path)[1])


def test_a_ledger_that_we_wrote_is_valid_for_the_editor() -> None:
    said = Comment("", "甲", "2026-01-20 10:00", "R1.body", "1", "# 二\n行", (Reply("", "", "はい"),), resolved=True, file="1.docx")
    text = extend_ledger("", [[said], [said]], "x").text
    assert [error.message for error in validator("comments").iter_errors(loaded(text))] == []


@pytest.mark.parametrize(("name", "text"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_one_for_the_editor_and_for_us(name: str, text: str) -> None:
    assert not validator(name).is_valid(loaded(text))
    assert has_errors(READERS[name](parse(text, "x.yaml"), "x.yaml")[1])


@pytest.mark.parametrize(("name", "path"), FILES)
def test_each_file_names_its_schema_in_the_first_line(name: str, path: str) -> None:
    first = (ROOT / path).read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert first.endswith(f"schema/{name}.json")


def test_every_key_is_explained_in_japanese() -> None:
    def walk(schema: dict[str, Any]) -> None:
        for key, inner in schema.get("properties", {}).items():
            assert any("\u3040" <= letter <= "\u9fff" for letter in inner.get("title", "")), key
        for inner in [*schema.get("properties", {}).values(), *schema.get("anyOf", []), schema.get("items")]:
            if inner:
                walk(inner)

    for data in schema_files().values():
        walk(json.loads(data))
