"""Shapes of the built-in slide template: boxes, decoration, placeholders, footer and number."""

from __future__ import annotations

from typing import NamedTuple

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
EMU_PER_INCH = 914400


class Box(NamedTuple):
    """A rectangle in inches from the slide's top left corner."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        return tuple(round(side * EMU_PER_INCH) for side in self)  # type: ignore[return-value]


TITLE = Box(0.75, 0.42, 11.83, 0.95)
BODY = Box(0.75, 1.68, 11.83, 4.85)
LEFT = Box(0.75, 1.68, 6.3, 4.85)
RIGHT = Box(7.6, 1.68, 4.98, 4.85)
FOOTER = Box(0.75, 6.87, 10.6, 0.36)
NUMBER = Box(11.58, 6.87, 1.0, 0.36)


class Shapes:
    """Writes the shapes of one part and numbers them."""

    def __init__(self) -> None:
        self._written: list[str] = []

    def __str__(self) -> str:
        return "".join(self._written)

    def decoration(self, box: Box, fill: str, shape: str = "rect") -> None:
        """Add a shape that screen readers pass over; `fill` is a drawing fill element."""
        number = self._next()
        self._written.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Decoration {number}">{DECORATIVE}'
            f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(box)}'
            f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln>'
            '</p:spPr><p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p>'
            '<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
        )

    def placeholder(self, name: str, kind: str, box: Box, body: str) -> None:
        """Add a placeholder; `kind` holds the attributes of `p:ph`, `body` its text body."""
        locks = '<a:spLocks noGrp="1"/>'
        self._written.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._next()}" name="{name}"/><p:cNvSpPr>{locks}'
            f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_place(box)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f"<p:txBody>{body}</p:txBody></p:sp>"
        )

    def furniture(self, colour: str) -> None:
        """Add footer and slide number, last in the reading order."""
        self.placeholder(
            "Footer Placeholder",
            'type="ftr" sz="quarter" idx="11"',
            FOOTER,
            body_text("", 1200, colour, anchor="ctr"),
        )
        self.placeholder(
            "Slide Number Placeholder",
            'type="sldNum" sz="quarter" idx="12"',
            NUMBER,
            body_text(
                '<a:fld id="{2C0B9B0F-2E6F-4C53-8C35-6C7C54B5D0A1}" type="slidenum">'
                '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>',
                1200,
                colour,
                anchor="ctr",
                align="r",
            ),
        )

    def _next(self) -> int:
        return len(self._written) + 2


def solid(colour: str, alpha: int = 100) -> str:
    faint = f'<a:alpha val="{alpha}000"/>' if alpha < 100 else ""  # noqa: PLR2004 - per cent
    return f'<a:solidFill><a:schemeClr val="{colour}">{faint}</a:schemeClr></a:solidFill>'


def body_text(
    content: str, size: int, colour: str, *, anchor: str = "t", align: str = "l", bold: int = 0
) -> str:
    """Return bodyPr, one list level of `size` hundredths of a point, and one paragraph."""
    return (
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/>'
        f'</a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/>'
        f'<a:defRPr sz="{size}" b="{bold}">{solid(colour)}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p>{content}<a:endParaRPr lang="en-GB"/></a:p>'
    )


def prompt(words: str) -> str:
    return f'<a:r><a:rPr lang="en-GB"/><a:t>{words}</a:t></a:r>'


def _place(box: Box) -> str:
    left, top, width, height = box.emu()
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
