"""文と統一: the rules that need a sentence, a section or the whole report; `sentences`, `conjunctions`,
`unify` and `letters` look for them."""

from __future__ import annotations

from drafting.checks.house_style.rule import CITY, CUSTOM, INFO, JOYO, KENGI, WARNING, Rule, words

_NOUN_ENDS = words(
    "重要。=重要である。 不可欠。=不可欠である。 可能。=可能である。 不可能。=不可能である。 必要。=必要である。 不要。=不要である。 有効。=有効である。 困難。=困難である。 "
    "大切。=大切である。 急務。=急務である。 肝要。=肝要である。 重大。=重大である。 不十分。=不十分である。 適当。=適当である。 妥当。=妥当である。 明らか。=明らかである。 "
    "課題。=課題である。 必須。=必須である。 予定。=予定である。 同様。=同様である。 前提。=前提である。 大事。=大事である。 べき。=べきである。"
)

RULES = (
    Rule("K401", INFO, "長い文", "2つ以上の文に分けると読みやすくなります。", KENGI, False),
    Rule("K402", INFO, "読点の多い文", "文を分けるか、箇条書にすると読みやすくなります。", KENGI, False),
    Rule("K403", INFO, "「が、」の繰り返し", "1つの文に「…が、」が2回あります。文を分けてください。", KENGI, False),
    Rule("K404", WARNING, "文体（常体・敬体）", "文体をそろえます。", KENGI, False),
    Rule("K405", INFO, "体言止め", "文の終わりに「である」などを補います。", KENGI, False, _NOUN_ENDS),
    Rule("K406", WARNING, "句点のない文末", "文の終わりに句点「。」を付けます。", KENGI, True),
    Rule("K410", INFO, "「並びに」の使い方", "「並びに」は、「及び」で結んだものを更に大きく結ぶときに使います。1段だけなら「及び」です。", CUSTOM, False),
    Rule("K411", INFO, "「若しくは」の使い方", "「若しくは」は、「又は」で分けたものの中を更に小さく分けるときに使います。1段だけなら「又は」です。", CUSTOM, False),
    Rule("K412", INFO, "「及び」「又は」の繰り返し", "3つ以上を並べるときは「、」でつなぎ、最後の1か所だけに書きます。", CUSTOM, False),
    Rule("K413", INFO, "「及び」「又は」の前の読点", "名詞を結ぶ「及び」「又は」の前には、「、」を打ちません。", CUSTOM, False, (), False),
    Rule("K601", INFO, "用語の統一", "同じ言葉は同じ書き方にそろえます。", KENGI, False),
    Rule("K602", INFO, "常用漢字表にない漢字", "仮名で書くか、言い換えるか、読みを添えます。", JOYO, False),
    Rule("K603", WARNING, "市の言葉", "市の決めた書き方です。", CITY, True),
)
