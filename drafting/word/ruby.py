"""Ruby (ECMA-376 17.3.3.25): 誹謗（ひぼう） with the reading above the word, in Word only.

The bracket stays in the draft and in Markdown; a file read back gives the bracket form too, so
that a text is the same text with and without ruby.
"""

from __future__ import annotations

from drafting.patterns import lazy_pattern
from drafting.word.document import Element, W, escape, w

RUBY = w("ruby")
# Chinese characters right before a full-width bracket with nothing but hiragana in it
_READ = lazy_pattern("([\u3400-\u9fff々〆\U00020000-\U0003ffff]+)（([ぁ-ゖー]+)）")
_TEXT = f".//{{{W}}}t"


def has_ruby(text: str) -> bool:
    """True if a reading in brackets stands in the text."""
    return "（" in text and _READ.search(text) is not None


def split_ruby(text: str) -> list[tuple[str, str]]:
    """The text as (plain text, "") and (word, reading) in order."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for match in _READ.finditer(text):
        pieces += [(text[end : match.start()], ""), (match[1], match[2])]
        end = match.end()
    pieces.append((text[end:], ""))
    return [piece for piece in pieces if piece[0]]


def ruby_xml(word: str, reading: str, look: str, size: int) -> str:
    """A run with ruby; `look` is the w:rPr of the word, `size` the body's in half-points."""
    small = max(2, size // 2)
    head = look.removesuffix("</w:rPr>") or "<w:rPr>"
    reading_look = f'<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr>'
    return (
        f'<w:r>{head}</w:rPr><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="{small}"/>'
        f'<w:hpsRaise w:val="{size - 2}"/><w:hpsBaseText w:val="{size}"/><w:lid w:val="ja-JP"/></w:rubyPr>'
        f"<w:rt><w:r>{reading_look}<w:t>{escape(reading)}</w:t></w:r></w:rt>"
        f"<w:rubyBase><w:r>{look}<w:t>{escape(word)}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )


def ruby_text(ruby: Element) -> str:
    """What a w:ruby stands for in the text: word（reading）."""
    word, reading = (
        "".join(each.text or "" for part in ruby.findall(w(name)) for each in part.findall(_TEXT))
        for name in ("rubyBase", "rt")
    )
    return f"{word}（{reading}）" if reading else word
