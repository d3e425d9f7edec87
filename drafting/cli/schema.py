"""`drafting schema`: what an editor needs to complete and explain the YAML files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from drafting import comments, committee, house_style, minutes, recommendations
from drafting.cli.japanese_click import JapaneseCommand
from drafting.importers import custom
from drafting.json_schema import json_schema
from drafting.writing import write_files

FOLDER = "inputs/schema"


def schema_files() -> dict[str, bytes]:
    """The JSON Schemas by their path in the workspace."""
    schemas = {
        "committee": json_schema(committee.SCHEMA, "委員会と答申案の設定"),
        "minutes": json_schema(minutes.SCHEMA, "会議録"),
        "layout": json_schema(custom.SCHEMA, "会議録の様式"),
        "recommendations": json_schema(recommendations.SCHEMA, "提言の一覧"),
        "comments": json_schema(comments.SCHEMA, "照会意見の一覧"),
        "house_style": json_schema(house_style.SCHEMA, "公用文の決まり"),
    }
    return {
        f"{FOLDER}/{name}.json": (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
        for name, schema in schemas.items()
    }


@click.command(cls=JapaneseCommand, name="schema")
@click.pass_obj
def command(root: Path) -> None:
    """編集ソフトのための書式（JSON Schema）を書き出します。

    inputs/schema/ にファイルを置きます。YAML に対応した編集ソフト（Visual Studio Code など）で、項目の
    候補と説明が日本語で出ます。各ファイルの1行目の「# yaml-language-server: …」がこれを指しています。

    \b
    例: drafting schema
    """
    files = schema_files()
    write_files({root / name: data for name, data in files.items()})
    for name in files:
        click.echo(f"作りました: {name}")
