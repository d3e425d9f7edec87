"""What was handed out for review: `outputs/issued/<build>.json`, written and read.

A reviewed Word file carries the build id; this record then says which text stood at which
address when the file left the house, so that a change made with tracking off is found too.
The file is deterministic JSON, Japanese readable, one text a line:

    {"schema": 1, "build": "…", "edition": "照会", "template": …, "title": …, "file": …, "date": …,
     "texts": [{"address": "R1.title", "occurrence": 1, "text": "…"}, …],
     "frame": ["第\ufffc回会議", …],
     "edges": ["答申（案）", "- \ufffc -"]}

`frame` (not in the first records) is what the template holds: a paragraph each, with U+FFFC where a text stands.
`edges` (not in the first records) are the running heads and feet, with U+FFFC where Word counts and U+FFFB where it looks words up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from drafting.dataclass import dataclass
from drafting.files import decode
from drafting.problems import InputError, Place, Problem

SCHEMA = 1
FOLDER = "outputs/issued"
HOLE = "\ufffc"
LOOKED_UP = "\ufffb"
_LISTS = ("frame", "edges")
_HEAD = ("build", "edition", "template", "title", "file", "date")


class IssuedText(NamedTuple):
    """A text as printed at one of its places; paragraphs are separated by "\\n"."""

    address: str
    occurrence: int
    text: str


@dataclass(frozen=True, slots=True)
class Issued:
    """A record; `texts` in the order of the document. `date` is ISO 8601 or "", `file` the file's name."""

    build: str
    edition: str
    template: str
    title: str
    file: str
    date: str
    texts: tuple[IssuedText, ...]
    frame: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


# Of a file that was not handed out by us: no text is known
NO_RECORD = Issued("", "", "", "", "", "", ())


def issued_path(build: str) -> str:
    """Where the record of a build lies in its workspace."""
    return f"{FOLDER}/{build}.json"


def write_issued(issued: Issued) -> bytes:
    """The bytes of a record; the same record gives the same bytes."""
    head = {"schema": SCHEMA} | {name: getattr(issued, name) for name in _HEAD}
    lines = [f'"{name}": {_json(value)},' for name, value in head.items()]
    texts = ",\n".join(f"  {_json(text._asdict())}" for text in issued.texts)
    lists = {name: ",\n".join(f"  {_json(text)}" for text in getattr(issued, name)) for name in _LISTS}
    tail = "".join(f',\n "{name}": [\n{rows}\n ]' for name, rows in lists.items() if rows)
    return ("{" + "\n ".join(lines) + '\n "texts": [\n' + texts + f"\n ]{tail}}}\n").encode("utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_issued(data: bytes, name: str) -> Issued:
    """The record in a file; `name` is the file as messages call it. Raises InputError with all faults."""
    text = decode(data, name).text
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"JSON として読めません（{error.msg}）。手で直した所があれば元に戻すか、もう一度 build してください。"
        raise InputError(Problem("F040", message, Place(name, error.lineno, error.colno))) from None
    except RecursionError:
        _refuse(name, "入れ子が深すぎます。")
    if not isinstance(root, dict):
        _refuse(name, "照会の記録ではありません。")
    if root.get("schema") != SCHEMA:
        message = f"この記録の版（schema: {root.get('schema')}）は読めません。読めるのは {SCHEMA} です。新しい drafting で読んでください。"
        raise InputError(Problem("F042", message, Place(name)))
    if faults := list(_faults(root, text, name)):
        raise InputError(*faults)
    head = {key: root[key] for key in _HEAD}
    frame, edges = (tuple(root.get(name, ())) for name in _LISTS)
    return Issued(**head, texts=tuple(IssuedText(**each) for each in root["texts"]), frame=frame, edges=edges)


def _refuse(name: str, what: str) -> NoReturn:
    raise InputError(Problem("F041", f"{what}outputs/issued/ のファイルか確かめてください。", Place(name)))


def _faults(root: dict[str, Any], text: str, name: str) -> Iterator[Problem]:
    """F041 for each key that is missing or holds something else, at its line where that can be told."""
    for key in _HEAD:
        if not isinstance(root.get(key), str):
            yield _fault(f"「{key}」がないか、文字ではありません。", Place(name, _line(text, f'"{key}"')))
    for key in _LISTS:
        rows = root.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(each, str) for each in rows):
            yield _fault(f"「{key}」が、文字の一覧ではありません。", Place(name, _line(text, f'"{key}"')))
    texts = root.get("texts")
    if not isinstance(texts, list):
        yield _fault("「texts」がないか、一覧ではありません。", Place(name, _line(text, '"texts"')))
        return
    seen: set[tuple[str, int]] = set()
    for number, each in enumerate(texts, 1):
        place = Place(name, _line(text, '"texts"') + number)
        if not _is_text(each):
            yield _fault(f"texts の {number} 番目の形が違います。", place)
        elif (at := (each["address"], each["occurrence"])) in seen:
            yield _fault(f"texts の {number} 番目（{each['address']}）が二度あります。", place)
        else:
            seen.add(at)


def _is_text(value: Any) -> bool:
    kinds = {"address": str, "occurrence": int, "text": str}
    if not isinstance(value, dict) or set(value) != set(kinds):
        return False
    return all(type(value[key]) is kind for key, kind in kinds.items()) and value["occurrence"] > 0


def _fault(message: str, place: Place) -> Problem:
    return Problem("F041", f"{message}手で直した所があれば元に戻すか、もう一度 build してください。", place)


def _line(text: str, words: str) -> int:
    return text.count("\n", 0, max(0, text.find(words))) + 1
