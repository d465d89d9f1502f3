"""A Word document read back: its text by styles, its links, its properties and parts."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn

HEADINGS = {"Heading 1": "h1", "Heading 2": "h2"}
OTHERS = {"Normal": "p", "List Bullet": "-", "List Number": "#"}


def opened(content):
    return Document(io.BytesIO(content))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words_of(paragraph):
    """All of its text, links included."""
    return "".join(one.text or "" for one in paragraph._p.iter(qn("w:t")))


def text_of(content):
    """A line for each paragraph: what it is, and its words."""
    names = HEADINGS | OTHERS
    return "".join(
        f"{names[one.style.name]:<3} {words_of(one)}\n" for one in opened(content).paragraphs
    )


def links_of(content):
    """The address of each link by its words."""
    document = opened(content)
    return {
        "".join(one.text for one in link.iter(qn("w:t"))): document.part.rels[
            link.get(qn("r:id"))
        ].target_ref
        for link in document.element.iter(qn("w:hyperlink"))
    }


def margins_of(content):
    """What stands in the head and the foot of every page."""
    section = opened(content).sections[0]
    return [words_of(place.paragraphs[0]) for place in (section.header, section.footer)]


def pictures_of(content):
    """Name and words for screen readers of each picture."""
    return [
        (one.get("name"), one.get("descr")) for one in opened(content).element.iter(qn("wp:docPr"))
    ]
