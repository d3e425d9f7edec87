"""The parser of templates reads what markdown-it reads, only with less work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.rules_core import inline

from drafting.render.parser import make_parser

_LETTERS = st.text(st.sampled_from("aあ、\U000f0000\U000f0010\U000f0001 \\`*_[]()!&^~#|<>:;\"'$%@{}+-=./?1\n"), max_size=30)


@given(_LETTERS)
def test_text_without_markup_gives_the_tokens_that_markdown_it_gives(text: str) -> None:
    theirs = make_parser()
    theirs.core.ruler.at("inline", inline)
    assert make_parser().parse(text) == theirs.parse(text)


@given(st.sampled_from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n"))
def test_no_sign_alone_between_letters_is_read_otherwise(sign: str) -> None:
    theirs = make_parser()
    theirs.core.ruler.at("inline", inline)
    for text in (f"a{sign}b", f"a{sign}b{sign}c", f"{sign}(a)", f"a{sign}[b](c){sign}", f"|a|b|\n|-|-|\n|a{sign}b|{sign}|"):
        assert make_parser().parse(text) == theirs.parse(text)
