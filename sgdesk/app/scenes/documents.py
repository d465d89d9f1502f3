"""The documents as pictures: pages of the PDFs, and the slides where LibreOffice is installed."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

from sgdesk.app.scenes.calendar_papers import calendar_papers
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services.briefings import list_briefings
from sgdesk.services.packs import run_pack
from sgdesk.services.papers import paper_bytes
from sgdesk.services.previews import page_pngs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sgdesk.app.scenes.stage import Stage

NAME = "document"
"""So the name of every picture of a document begins."""
_REVIEW = "BSCP2022-23-02"
_PAGE, _SLIDE = 1240, 1280
"""Widths in pixels."""
_SHEET, _COLUMNS, _GAP = 1440, 3, 12
_MOST = 12
"""How many slides a sheet shows."""


def document_pictures(stage: Stage) -> Iterator[tuple[str, QPixmap]]:
    """Make the documents of one review, and yield a picture of each page under its name."""
    register = stage.context.register
    chosen = [row.briefing_id for row in list_briefings(register) if _REVIEW in row.references]
    folder = stage.new_folder("documents")
    every = frozenset(DocumentKind)
    pack = run_pack(register, chosen, every, PackPlace(folder), today=stage.today)
    for file in pack.files:
        if file.kind is DocumentKind.DECK:
            yield from _slides(file.path)
        elif file.path.suffix == ".pdf":
            for number, page in enumerate(_pages(file.path, _PAGE), start=1):
                yield f"{NAME}-{file.kind}-{number}", page
    for name, paper in calendar_papers(stage):
        for number, page in enumerate(_drawn(paper_bytes(paper), _PAGE), start=1):
            yield f"{NAME}-{name}-{number}", page


def _slides(deck: Path) -> Iterator[tuple[str, QPixmap]]:
    """Yield each slide, and the first ones on a sheet; nothing without LibreOffice."""
    if (office := shutil.which("soffice")) is None:
        return
    place = deck.parent
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(place)]
    subprocess.run([*command, str(deck)], check=True, capture_output=True)  # noqa: S603 - our own words
    slides = _pages(deck.with_suffix(".pdf"), _SLIDE)
    for number, slide in enumerate(slides, start=1):
        yield f"{NAME}-deck-{number:02}", slide
    yield f"{NAME}-deck-sheet", _sheet(slides[:_MOST])


def _pages(pdf: Path, width: int) -> list[QPixmap]:
    return _drawn(pdf.read_bytes(), width)


def _drawn(pdf: bytes, width: int) -> list[QPixmap]:
    pages = []
    for png in page_pngs(pdf, width=width):
        page = QPixmap()
        page.loadFromData(png)
        pages.append(page)
    return pages


def _sheet(slides: Sequence[QPixmap]) -> QPixmap:
    """Return the slides side by side, in their order."""
    width = (_SHEET - _GAP * (_COLUMNS + 1)) // _COLUMNS
    height = width * slides[0].height() // slides[0].width()
    rows = -(-len(slides) // _COLUMNS)
    sheet = QPixmap(_SHEET, _GAP + rows * (height + _GAP))
    sheet.fill("#D5E0E6")
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, slide in enumerate(slides):
        row, column = divmod(place, _COLUMNS)
        left, top = _GAP + column * (width + _GAP), _GAP + row * (height + _GAP)
        painter.drawPixmap(left, top, width, height, slide)
    painter.end()
    return sheet
