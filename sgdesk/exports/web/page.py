"""The frame of every web page: one file that needs no other, to read, print and copy from.

What is meant for the website stands in `main`, without classes, so that it can be copied into
any website; the head and foot of the page are left out when all of it is selected.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.brand_colours import readable_accent, readable_ink
from sgdesk.exports.logos import normalise_logo, open_logo
from sgdesk.exports.web.markup import Html, block, element, void_element
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.exports.briefing_words import Line
    from sgdesk.records.briefing import Brand

_LANGUAGE = "en-GB"
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""A page that is opened from a file may load nothing and run nothing."""
_STYLE = """
html {{ font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ margin: 0; background: #FFFFFF; color: #1B2733; font-family: Arial, Helvetica, sans-serif;
  line-height: 1.5; overflow-wrap: break-word; }}
header, main, footer {{ max-width: 42rem; margin: 0 auto; padding: 0.75rem 1rem; }}
header, footer {{ color: #4A5966; -webkit-user-select: none; user-select: none; }}
header {{ display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center;
  border-bottom: 0.25rem solid {ink}; }}
header img {{ max-height: 4rem; max-width: 12rem; }}
header p, footer p {{ margin: 0; }}
footer {{ border-top: 1px solid #8597A3; font-size: 0.875rem; }}
h1, h2 {{ color: {ink}; line-height: 1.2; }}
h1 {{ font-size: 1.875rem; margin: 1rem 0 0.5rem; }}
h2 {{ font-size: 1.3125rem; margin: 1.75rem 0 0.5rem; }}
p, ul, ol {{ margin: 0 0 0.75rem; }}
ul, ol {{ padding-left: 1.5rem; }}
li {{ margin-bottom: 0.5rem; }}
a {{ color: {accent}; text-underline-offset: 0.15em; }}
a:focus {{ outline: 3px solid {ink}; outline-offset: 2px; }}
main > p:first-child > strong {{ display: block; padding: 0.5rem 0.75rem; color: #5C2B00;
  background: #FFF5E3; border-left: 0.375rem solid #B35900; }}
@media print {{
  @page {{ size: A4; margin: 18mm; }}
  html {{ font-size: 12pt; }}
  header, main, footer {{ max-width: none; padding-left: 0; padding-right: 0; }}
  h1, h2 {{ break-after: avoid; }}
  li {{ break-inside: avoid; }}
  a[href^="http"]::after {{ content: " (" attr(href) ")"; overflow-wrap: anywhere; }}
}}
"""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page: what it is called, whose it is, and what stands in it under its mark."""

    title: str
    brand: Brand
    mark: str
    made_on: date
    content: tuple[Html, ...]
    """From the heading of the page on."""


def written(page: WebPage) -> bytes:
    """Return the page as one HTML file in UTF-8."""
    mark, title = clean_line(page.mark), clean_line(page.title)
    owner = clean_line(page.brand.partnership)
    shown = f"{mark}: {title}" if mark else title
    style = _STYLE.format(ink=readable_ink(page.brand), accent=readable_accent(page.brand))
    head = block(
        "head",
        (
            void_element("meta", charset="utf-8"),
            void_element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            Html('<meta name="robots" content="noindex">') if mark else Html(),
            element("title", f"{shown} – {owner}" if owner else shown),
            Html(f"<style>{style}</style>"),
        ),
    )
    body = block(
        "body",
        (
            block("header", (_logo(page.brand), element("p", owner))),
            block("main", (_mark(mark), *page.content)),
            block("footer", (element("p", f"Made on {full_date(page.made_on)}"), _mark(mark))),
        ),
    )
    document = block("html", (head, body), lang=_LANGUAGE)
    return f"<!DOCTYPE html>\n{document}\n".encode()


def line_content(line: Line) -> tuple[Html | str, ...]:
    """Return what stands in the paragraph or list item of a line."""
    parts: list[Html | str] = []
    if line.lead:
        parts.append(element("strong", line.lead))
    if line.text:
        parts.append(f" {line.text}" if parts else line.text)
    if line.address:
        parts += [" "] if parts else []
        parts.append(element("a", line.link, href=line.address))
    return tuple(parts)


def paragraphs(texts: Iterable[str]) -> tuple[Html, ...]:
    """Return a paragraph for each text that says something."""
    return tuple(element("p", text) for one in texts if (text := clean_line(one)))


def labelled(label: str, value: str | Html) -> Html:
    """Return a line such as "Case reference: RIV2026-27-01"."""
    return element("p", element("strong", f"{label}:"), " ", value)


def day(value: date) -> Html:
    """Return a day in words that programs can read too."""
    return element("time", full_date(value), datetime=value.isoformat())


def _mark(mark: str) -> Html:
    return element("p", element("strong", mark)) if mark else Html()


def _logo(brand: Brand) -> Html:
    if open_logo(brand.logo_png) is None:
        return Html()
    picture = b64encode(normalise_logo(brand.logo_png or b"")).decode("ascii")
    name = clean_line(brand.short_name) or clean_line(brand.partnership)
    words = f"Logo of {name}" if name else "Logo"
    return void_element("img", src=f"data:image/png;base64,{picture}", alt=words)
