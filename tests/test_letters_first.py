"""What is looked for by its letters first is found as where each text is looked at whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.links import check_links
from drafting.checks.open_points import check_marks
from drafting.checks.placeholders import doubtful_sign, sure_sign
from drafting.checks.typed_lists import check_typed_lists
from drafting.files import check_characters
from drafting.model import Committee, Recommendation, Recommendations, Theme, Utterance
from drafting.slips.numbers import contradictions
from drafting.slips.rules import RULES
from drafting.strength import strength
from drafting.yamlfile import scan_typing

Look = Callable[[str], object]


def saying(body: str) -> Recommendations:
    return Recommendations((Theme("窓口"),), (Recommendation("R1", "窓口", "案内", body),))


def signs(text: str) -> list[object]:
    return [found and found.span() for found in (sure_sign(text), doubtful_sign(text))]


def contradicting(text: str) -> list[object]:
    said = [Utterance(f"U{number:03}", "1", "委員", "委員", part) for number, part in enumerate(text.split("／"), 1)]
    return list(contradictions(said))


def slips(text: str) -> list[object]:
    return [list(rule(text)) for rule in RULES]


# The pattern that looks first, what asks it, pieces of the texts that it is asked about (␣ is a blank)
LOOKS: dict[str, tuple[Look, str]] = {
    "checks.links._HINT": (lambda text: list(check_links(Committee(), saying(text))), "次のとおり 以下に掲げる 次の3点である 下記のとおり 別紙を参照 別表2の通り 別添に示す 表1に掲げ 提言7 。"),
    "checks.open_points._MARK": (lambda text: list(check_marks(Committee(), saying(text))), "○ ○○ 〇〇 ◯◯ ● 月 日 （ ） （記入例） 記入例） 申請書 未定 TBD を 。"),
    "checks.placeholders._SIGNS": (signs, "● △ ◆ × ＿ _ x X T TBD 【 】 （ ） ( ) [ ] ［ ※ 未定 調整中 仮 要確認 後日 P 日 は"),
    "checks.typed_lists._MARKED": (lambda text: list(check_typed_lists(Committee(), saying(text))), "・ ● ( （ ) ） 1 2 ３ ① ② ⑴ ⑶ ア イ ウ . 窓口 次の3点である。 1点目は 3点目は は \n \n \n \u3000"),
    "files._EITHER": (lambda text: check_characters(text, "f.txt"), "あ \x07 \x7f \x85 \x9f \ud800 \ufffe \u200b \ufeff \ue000 \U0010fffd \n"),
    "slips.numbers._QUANTITY": (contradicting, "対象者数は850人 対象者数58人 対象者数、850人 対象者数は\n58人 対象者数がおよそ\n58人 ／ ／ ／ 。 「 」"),
    "slips.rules._PHRASE_TWICE": (slips, "ことが ことを 委員のことが 委員は を の \n"),
    "slips.rules._STEM_AND_RE": (slips, "見れ 来れ 食べれ 借りれ る た り ない なく ます 発"),
    "slips.rules._WIDE_DIGIT": (slips, "1 ０ ９ 件"),
    "slips.rules._WORD_TWICE": (slips, "必要時代が 必要時代 カ々を カ々 である の"),
    "yamlfile.typed._SUSPECT": (lambda text: list(map(str, scan_typing(text, "r.yaml"))), "key： key␣： key:␣｜ -␣＞ key:␣｛key： ー␣key:␣い い ␣ \r \n \n"),
    "strength._HEDGING": (strength, "必要 べき ではない の だろう でしょう か な と考える と思われる と感じる と見られる かもしれない ようである ように思う 望ましい があろう である 。"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "look", "pieces"), [(name, *case) for name, case in LOOKS.items()], ids=LOOKS)
@given(data=st.data())
def test_what_is_looked_for_by_its_letters_first_is_found_as_without(name: str, look: Look, pieces: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(pieces.split(" ")), max_size=16))).replace("␣", " ")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(f"drafting.{name}.search", lambda text: True, raising=False)
        patch.setattr(f"drafting.{name}.match", lambda text: True, raising=False)
        whole = look(text)
    assert look(text) == whole
