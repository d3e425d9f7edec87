"""Changing a YAML file of the secretariat: its encoding, BOM and line ends stay, one backup is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafting.files import Decoded, decode, place_at, read_bytes
from drafting.problems import Problem, WriteError
from drafting.writing import write_files
from drafting.yamlfile import Mapping, Scalar, Sequence, parse
from drafting.yamlfile.edit import Edit, set_values


def edit_file(path: Path, name: str, change: Callable[[str], str]) -> bool:
    """Write what `change` makes of the text of a file; True if anything changed.

    Raises InputError where the file cannot be read, WriteError where a new letter does not exist
    in the file's encoding (F037), where the file was changed meanwhile or cannot be written.
    """
    data = read_bytes(path, name)
    decoded = decode(data, name)
    text = change(decoded.text)
    if text == decoded.text:
        return False
    write_files({path: encode_as(decoded, text, name)}, backup=[path], expected={path: data})
    return True


def encode_as(decoded: Decoded, text: str, name: str) -> bytes:
    """A new text in the encoding of the file it goes to, BOM included. Raises WriteError (F037)."""
    try:
        return decoded.bom + text.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        message = (
            f"「{letter}」（U+{ord(letter):04X}）は、このファイルの文字コードでは書けません。"
            "メモ帳などで「UTF-8」として保存し直してから、もう一度実行してください。"
        )
        raise WriteError(Problem("F037", message, place_at(text, error.start, name))) from None


def rename_theme(text: str, old: str, new: str, file: str) -> str:
    """The text of recommendations.yaml with a theme renamed in `themes` and in every recommendation."""
    root = parse(text, file)
    edits = []
    for part, key in (("themes", "title"), ("recommendations", "theme")):
        items = root.entries.get(part) if isinstance(root, Mapping) else None
        for i, item in enumerate(items.items if isinstance(items, Sequence) else ()):
            value = item.entries.get(key) if isinstance(item, Mapping) else None
            if isinstance(value, Scalar) and value.text == old:
                edits.append(Edit((part, i, key), new))
    return set_values(text, edits, file) if edits else text
