"""Building HTML of elements, so that no text can ever become markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sgdesk.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


class Html(str):
    """Markup that was built here; every other text is escaped on its way in."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str) -> Html:
    """Return an element; `class_` and the like lose their underscore, others get a hyphen."""
    inside = "".join(_escaped(one) for one in content)
    return Html(f"<{name}{_written(attributes)}>{inside}</{name}>")


def void_element(name: str, /, **attributes: str) -> Html:
    """Return an element that holds nothing, such as a picture."""
    return Html(f"<{name}{_written(attributes)}>")


def block(name: str, content: Iterable[str], /, **attributes: str) -> Html:
    """Return an element with a line for each of its children; empty ones are left out."""
    lines = "".join(f"{_escaped(one)}\n" for one in content if one)
    return Html(f"<{name}{_written(attributes)}>\n{lines}</{name}>")


def _escaped(text: str) -> str:
    return text if isinstance(text, Html) else escape(clean(text), quote=False)


def _written(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(clean(value))}"'
        for name, value in attributes.items()
    )
