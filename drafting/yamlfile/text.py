"""Text → YAML that reads back as exactly that text.

Plain where nothing in it means something to YAML, `|` for several lines, else quoted.
"""

from __future__ import annotations

import re

# A plain scalar of ours: begins with a letter, digit or CJK sign, holds nothing that YAML
# (1.2 section 7.3.3) or a careless later edit could read as something else.
_PLAIN = re.compile(r"[^\W_](?:[^\s:#,\[\]{}\"'&*!|>%@`\\]| (?=\S)(?![#]))*")
_SPECIAL_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote_text(text: str) -> str:
    """A text of one line as a YAML value: plain if that is safe, else in quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in ("null", "true", "false", "yes", "no", "on", "off"):
        return text
    if "\n" in text or _SPECIAL_BREAKS.search(text):
        return '"' + "".join(_ESCAPES.get(c) or _escape(c) for c in text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if _SPECIAL_BREAKS.match(character) else character


def block_text(text: str, indent: int) -> str:
    """A text as what follows `key:` in a record whose keys stand at `indent`.

    Text of several lines, and prose of one, becomes a `|` block (`|-` when no line end is
    kept); a text that no block can hold becomes a quoted value. Returns it with a leading
    blank and without a final line end.
    """
    lines = text.split("\n")
    if _SPECIAL_BREAKS.search(text) or not text.strip("\n") or "\t" in text[:1]:
        return " " + quote_text(text)
    chomp = "-" if lines[-1] else ("" if lines[-2] else "+")
    first = next(line for line in lines if line)
    hint = "2" if first[0] in " \t" or not lines[0] else ""
    body = lines if lines[-1] else lines[:-1]
    pad = " " * (indent + 2)
    return f" |{hint}{chomp}\n" + "\n".join(pad + line if line else "" for line in body)
