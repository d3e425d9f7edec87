"""符号と数字: what no sentence needs to be read for. Some depend on what the city has chosen."""

from __future__ import annotations

from drafting.checks.house_style.rule import CLEAN, CUSTOM, ERROR, INFO, KENGI, USAGE, WARNING, Entry, Rule, words

_COUNTED = (
    "人|件|円|世帯|名|か所|台|個|本|冊|時間|日間|平方メートル|メートル|キロメートル|トン|立方メートル|千円|万円|億円|回|戸|棟|枚|票|語|字|校|社|団体|家庭|ヘクタール|部|席|種類|か国|万人|億人"
)
_JAPANESE = "[ぁ-んァ-ヶー一-鿿々]"
# ア． and 一． at the head of a line are numbers of items.
_NO_MARK = r"(?<!^[ア-ン一二三四五六七八九十])(?<!\n[ア-ン一二三四五六七八九十])(?<![\n　][ア-ン])"
_TIMES_BEFORE, _TIMES_AFTER = "(?<=[0-9０-９時分年月日度])", r"(?=午?[0-9０-９前後]|令和|平成)(?![^（(。\n]*[)）])(?=[^\n]*。)"

_ONES = "一二三四五六七八九"
# Titles and slogans may have blanks; a sentence has none.
_IN_PROSE = "(?=[^「」『』\n]*。)"

_INFLECTED = "(?<=[たいなうくぐすつぬぶむる])"

RULES = (
    Rule("K501", ERROR, "HTMLの印の消し残し", "ウェブページの印が残っています。消してください。", CLEAN, False,
         (Entry(r"<(?:/?[A-Za-z][A-Za-z0-9]*(?:[ \t/][^<>\n]{0,200})?|!--[^\n]{0,200}?--)>"),)),
    Rule("K502", ERROR, "助詞の重なり", "同じ助詞が続いています。1つにしてください。", CLEAN, False,
         (Entry("をを", "を"), *words("がを=を はを=を にを=を", before="(?<=[一-鿿ァ-ヶー])"),
          *(Entry(f"を{other}", "", "(?<=[一-鿿ァ-ヶー])", "(?=[一-鿿])") for other in "にがはので"), Entry("がが", "が", "(?<=[一-鿿ァ-ヶー])", "(?![んたっらけれ])"),
          Entry("にに", "に", "(?<=[一-鿿ァ-ヶー])", "(?![ぎこじらわせおがなしほく])"), Entry("のの", "の", "(?<=[一-鿿ァ-ヶー])", "(?![のりぼどこちびみれしせけむるっ])"),
          Entry("はは", "は", "(?<=[一-鿿ァ-ヶー])", "(?![っじるがんずしさかたなぐいやぎねみえけれ虫])"))),
    Rule("K503", ERROR, "文字化け", "文字が化けています。元の文書を見て、打ち直してください。", CLEAN, False, (Entry("\ufffd"), Entry("〓"))),
    Rule("K504", WARNING, "句点の後の空白", "句点の後は空けません。", KENGI, True, (Entry("。[ 　]+", "。", "", r"(?=[^\s、。])"),)),
    Rule("K505", WARNING, "空白の連続", "空白が続いています。", KENGI, False,
         (Entry("　　+", "", r"(?<=[^\s○])", r"(?=[^\s○])"), Entry("  +", "", r"(?<=\S)", r"(?=\S)"))),
    Rule("K506", WARNING, "句読点", "句読点は「、」「。」です。", KENGI, True,
         (Entry("，", "、", f"(?<={_JAPANESE[:-1]}）」])"), Entry("．", "。", f"(?<={_JAPANESE}){_NO_MARK}", r"(?![0-9０-９])"),
          Entry(", ?", "、", f"(?<={_JAPANESE})", f"(?={_JAPANESE}|$|\n)"), Entry("[.]", "。", f"(?<={_JAPANESE}){_NO_MARK}", f"(?={_JAPANESE}|$|\n)"))),
    Rule("K507", WARNING, "半角の片仮名", "片仮名は全角で書きます。", KENGI, True, (Entry("[｡-ﾟ]+"),)),
    Rule("K508", WARNING, "全角の英字", "全角と半角があります。英字は半角にそろえます。", KENGI, True, (Entry("[Ａ-Ｚａ-ｚ][Ａ-Ｚａ-ｚ]+"),)),
    Rule("K509", WARNING, "数字の幅", "数字の幅をそろえます。", KENGI, True),
    Rule("K510", WARNING, "4桁以上の数のコンマ", "4桁以上の数には、3桁ごとにコンマを入れます。", KENGI, True,
         (Entry(f"[1-9](?<![0-9,.．，第A-Za-z-][1-9])[0-9]{{3,8}}(?={_COUNTED})"),)),
    Rule("K511", WARNING, "か所・か月", "算用数字には「か所」「か月」、「数」「何」には「箇所」「箇月」と書きます。", KENGI, True,
         (*words("ヶ=か ヵ=か ケ=か カ=か 箇=か 個所=か所", before="(?<=[0-9０-９])", after="(?:(?=[所月国年条村校店]|地区|郷)(?!所村|所湾)|(?<=個所))"),
          *words("ヶ=箇 ヵ=箇 ケ=箇 カ=箇", before="(?<=[数何])", after="(?=[所月国年条])"))),
    Rule("K512", INFO, "かっこの幅", "かっこの幅をそろえます。", KENGI, False),
    Rule("K513", WARNING, "かっこの対応", "開くかっこと閉じるかっこが対応していません。", CLEAN, False),
    Rule("K514", INFO, "本文の「～」", "本文では「…から…まで」と書きます。", KENGI, False,
         words("～=から 〜=から ~=から", before=_TIMES_BEFORE, after=_TIMES_AFTER)),
    Rule("K515", WARNING, "付け", "日付の後は「付け」と送ります。", USAGE, True, (Entry("日付(?=[のでを])", "日付け", "(?<=月[0-9０-９])"), Entry("日付(?=[のでを])", "日付け", "(?<=月[0-9０-９][0-9０-９])"))),
    Rule("K516", WARNING, "元年", "元号の最初の年は「元年」と書きます。", CUSTOM, True, (*words("令和1年=令和元年 令和１年=令和元年 平成1年=平成元年 平成１年=平成元年 昭和1年=昭和元年", after="(?![間目])"),)),
    Rule("K517", WARNING, "概数・熟語の漢数字", "概数や熟語、慣用の言葉は漢数字で書きます。", KENGI, True,
         (Entry("数(?:10|１０)(?=[人件年回日円万か名])", "数十"), Entry("数(?:100|１００)(?=[人件年回日円万か名])", "数百"),
          *words("1般=一般 １般=一般 1方で=一方で １方で=一方で 1環=一環 １環=一環 1貫=一貫 １貫=一貫 1体的=一体的 １体的=一体的 1律=一律 １律=一律 "
                 "唯1=唯一 唯１=唯一 統1=統一 統１=統一 1時的=一時的 １時的=一時的", before="(?<![0-9０-９.第])"))),
    Rule("K518", INFO, "一つ・二つ", "「ひとつ」「ふたつ」と数えるときは、漢数字で書くのが原則です。", KENGI, False,
         words(" ".join(f"{digit}つ={kanji}つ" for digits in ("123456789", "１２３４５６７８９") for digit, kanji in zip(digits, "一二三四五六七八九", strict=True)),
               before="(?<![0-9０-９.,．，])")),
    Rule("K519", WARNING, "元号の略し方", "本文では「令和」「平成」「昭和」と書きます。", CUSTOM, False,
         tuple(Entry(f"{era}[0-9０-９]{{1,2}}(?=年|[.．/][0-9０-９])", "", "(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])") for era in "RHSＲＨＳ")),
    Rule("K520", INFO, "機種によって読めない文字", "ほかの機械や読み上げで読めないことがあります。文字を分けて書きます。", KENGI, False, (Entry("[㈠-㉀㊀-㊰㋐-㋾㋿㌀-㍗㍻-㍿㎎-㏕№℡]"),)),
    Rule("K521", INFO, "疑問符・感嘆符", "報告書では「。」で終えます。", KENGI, False, (Entry("[！？]"), Entry("[!?]", "", f"(?<={_JAPANESE})"))),
    Rule("K522", WARNING, "句読点の重なり", "句読点は1つにします。", CLEAN, True,
         tuple(Entry(f"{pair}[ 　]*(?:[、。][ 　]*)*[、。]" if pair[1] in " 　" else f"{pair}(?:[ 　]*[、。])*") for pair in (first + then for first in "、。" for then in "、。 　"))),
    Rule("K523", INFO, "横書きの漢数字", "横書きでは算用数字で書きます。", KENGI, False,
         (Entry(f"第[{_ONES}十百]+(?=[回条項号](?!忌))", ""),
          Entry(f"[{_ONES}十百千](?<![数何幾余第、・0-9０-９{_ONES}十百千万億][{_ONES}十百千])(?:(?<=[{_ONES}])(?=[{_ONES}万億]*[十百千])|(?<=[十百千])(?=[十百千]*[{_ONES}]))[{_ONES}十百千万億]+"
                "(?=人(?!学級|一首)|件|円(?!札|玉)|世帯|名(?!山|城|所)|トン|棟|戸|台|平方メートル|メートル|％|パーセント|回(?!忌)|校|館)", ""))),
    Rule("K524", WARNING, "文の中の空白", "文の中に空白があります。言葉が抜けていなければ、空白を消します。", CLEAN, False,
         (Entry(" ([ぁ-ん一-鿿ァ-ヶ])", r"\1", "(?<=[ぁ-ん、])", _IN_PROSE), Entry("　([ぁ-ん一-鿿ァ-ヶ])", r"\1", "(?<=[をがは、])", _IN_PROSE))),
    Rule("K525", WARNING, "言葉の書き誤り", "打ち間違いのようです。文を読んで直します。", CLEAN, False,
         (Entry("するする", "する", "", "(?!と(?![きいしこ])|っ)"), Entry("ことこと", "こと", _INFLECTED), Entry("ものもの", "もの", _INFLECTED, "(?!し)"),
          *words("ためため=ため までまで=まで のでので=ので したした=した であるである=である ているている=ている についてについて=について においてにおいて=において に関するに関する=に関する ましたました=ました ですです=です"),
          Entry("必要([すし])", r"必要と\1", "", "(?=る|た|て|ま|な)"))),
)  # fmt: skip
