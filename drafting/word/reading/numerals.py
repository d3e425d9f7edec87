"""Numbers as Word prints them in lists: the formats of ST_NumberFormat (ECMA-376 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from drafting.numbering import FULL_DIGITS, KANA

_HALF_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_LEGAL_UNITS = ((1000, "阡"), (100, "百"), (10, "拾"))
_MOST_REPEATS = 50  # a list that claims to start at a milliard must not fill the memory


def numeral(value: int, form: str) -> str:
    """`value` in a format such as "decimalFullWidth"; formats that are not Japanese usage print digits."""
    if form in ("none", "bullet"):
        return ""
    make = _FORMATS.get(form)
    return make(value) if make and value > 0 else str(value)


def _repeated(glyphs: str) -> Callable[[int], str]:
    def make(value: int) -> str:
        times = (value - 1) // len(glyphs) + 1
        return glyphs[(value - 1) % len(glyphs)] * times if times <= _MOST_REPEATS else str(value)

    return make


def _from(glyphs: str) -> Callable[[int], str]:
    """Signs that end somewhere; Word goes on with digits."""
    return lambda value: glyphs[value - 1] if value <= len(glyphs) else str(value)


def _digits(glyphs: str) -> Callable[[int], str]:
    return lambda value: "".join(glyphs[int(digit)] for digit in str(value))


def _counted(glyphs: str, units: tuple[tuple[int, str], ...], one: str) -> Callable[[int], str]:
    """一, 十, 二十一; `one` is what stands before a unit that occurs once."""

    def make(value: int) -> str:
        if value >= 10_000:
            return str(value)
        text = ""
        for size, unit in units:
            times, value = divmod(value, size)
            if times:
                text += (glyphs[times] if times > 1 else one) + unit
        return text + (glyphs[value] if value else "")

    return make


def _roman(value: int) -> str:
    if value >= 4000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        times, value = divmod(value, size)
        text += letters * times
    return text


_counting = _counted("〇一二三四五六七八九", _UNITS, "")
_legal = _counted("零壱弐参四伍六七八九", _LEGAL_UNITS, "壱")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalFullWidth": lambda value: str(value).translate(FULL_DIGITS),
    "decimalFullWidth2": lambda value: str(value).translate(FULL_DIGITS),
    "decimalZero": lambda value: f"{value:02}",
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "numberInDash": lambda value: f"- {value} -",
    "upperLetter": _repeated(_LETTERS.upper()),
    "lowerLetter": _repeated(_LETTERS),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "aiueo": _repeated(_HALF_KANA),
    "aiueoFullWidth": _repeated(KANA),
    "iroha": _repeated(_HALF_IROHA),
    "irohaFullWidth": _repeated(_IROHA),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "japaneseCounting": _counting,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseLegal": _legal,
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}
