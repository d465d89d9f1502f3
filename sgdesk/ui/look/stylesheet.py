"""Qt's stylesheet, written from the template in the resources for one look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.config.resources import resource
from sgdesk.ui.look.contrast import is_pale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.look.current import Look

_TOKEN = re.compile(r"@(?P<name>[a-z_]+)(?:\((?P<arguments>[^)]*)\))?")
_OUTLINE = re.compile(r"\b1px solid @(?P<role>edge|line|accent|overdue|due_today)\b")


def stylesheet(look: Look) -> str:
    """Return the template with colours, lengths and glyphs of `look` filled in.

    In high contrast every outline is 2 px wide.
    """
    template = resource("style.qss").read_text(encoding="utf-8")
    if look.palette.is_high_contrast:
        template = _OUTLINE.sub(r"2px solid @\g<role>", template)
    return _TOKEN.sub(lambda token: _value(token, look), template)


def restyle(widget: QWidget, **properties: str) -> None:
    """Set dynamic properties such as `state="problem"` and let the stylesheet see them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _value(token: re.Match[str], look: Look) -> str:
    name, arguments = token["name"], token["arguments"]
    match name:
        case "pt":
            return f"{float(arguments) * look.text_scale:g}pt"
        case "px":
            return f"{look.px(float(arguments))}px"
        case "disc":  # the radius that makes a square of this size and a 1 px border a disc
            return f"{look.px(float(arguments)) // 2 + 1}px"
        case "image":
            glyph, role = (part.strip() for part in arguments.split(","))
            return _image(glyph, getattr(look.palette, role))
    return str(getattr(look.palette, name))


def _image(glyph: str, color: str) -> str:
    shade = "pale" if is_pale(color) else "deep"
    return resource("icons", "controls", f"{glyph}-{shade}.svg").as_posix()
