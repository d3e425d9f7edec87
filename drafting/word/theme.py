"""A theme in black and white. Word wants one in every file; no style of ours refers to it."""

from __future__ import annotations

from drafting.word.document import XML_HEAD

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "EDEDED",
    "accent1": "595959", "accent2": "7F7F7F", "accent3": "A5A5A5", "accent4": "404040",
    "accent5": "BFBFBF", "accent6": "262626", "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml(font: str, heading_font: str) -> bytes:
    """The theme part (ECMA-376 20.1.6.9): greys, the two fonts, the plainest formats."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in (("major", heading_font), ("minor", font))
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{XML_HEAD}<a:theme xmlns:a="{_SPACE}" name="drafting"><a:themeElements>'
        f'<a:clrScheme name="drafting">{colours}</a:clrScheme><a:fontScheme name="drafting">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="drafting"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()
