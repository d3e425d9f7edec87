"""Text → YAML that reads back as exactly that text.

Plain where nothing in it means something to YAML, `|` for several lines, else quoted.
"""

from __future__ import annotations

from drafting.patterns import lazy_pattern

# A plain scalar of ours: begins with a letter, digit or CJK sign, holds nothing that YAML
# (1.2 section 7.3.3) or a careless later edit could read as something else.
_PLAIN = lazy_pattern(r"(?:[^\W_]|[「『（＜【〈《〔○◎●※])(?:[^\s:#,?\[\]{}\"'&*!|>%@`\\]| (?=\S)(?![#]))*")
_SPECIAL_BREAKS = lazy_pattern("[\r\x85\u2028\u2029\ufeff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote_text(text: str) -> str:
    """A text of one line as a YAML value: plain if that is safe, else in quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in ("null", "true", "false", "yes", "no", "on", "off"):
        return text
    return double_quoted(text) if "\n" in text or _SPECIAL_BREAKS.search(text) else single_quoted(text)


def single_quoted(text: str) -> str:
    """A text without line ends in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Any text in double quotes, on one line."""
    return '"' + "".join(_ESCAPES.get(c) or _escape(c) for c in text) + '"'


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if _SPECIAL_BREAKS.match(character) else character


def holds_block(text: str) -> bool:
    """True if a `|` block can hold the text whatever stands below it: blank lines at the end could
    not be told from those between items, and special line ends would become plain ones."""
    return bool(text.strip("\n")) and not text.endswith("\n\n") and not _SPECIAL_BREAKS.search(text)


def block_lines(text: str, column: int, indent: int = 0) -> tuple[str, list[str]]:
    """The header ("|", "|-", "|2" …) and the lines of a block below a key at `column`.

    `indent` is where the lines begin (two beyond the key where it is 0). The header says the
    indent when the first line begins with a blank, which YAML would count as part of it.
    """
    indent = indent or column + 2
    lines = text.split("\n")
    chomp = "-" if lines[-1] else ""
    first = next(line for line in lines if line)
    hint = str(indent - column) if first[0] in " \t" or not lines[0] else ""
    body = lines if lines[-1] else lines[:-1]
    return f"|{hint}{chomp}", [" " * indent + line if line else "" for line in body]


def block_text(text: str, indent: int) -> str:
    """A text as what follows `key:` in a record whose keys stand at `indent`: a block, or quotes
    where no block can hold it. Returns it with a leading blank and without a final line end."""
    if not holds_block(text):
        return " " + quote_text(text)
    header, lines = block_lines(text, indent)
    return f" {header}\n" + "\n".join(lines)
