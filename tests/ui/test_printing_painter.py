"""What is painted for the printer says everything on each page, whatever the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from printing_samples import make_mixed_paper, make_paper, make_row, make_table
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.records.papers import PaperText
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.printers import has_printer, make_file_printer, make_printer, paint_paper
from sgdesk.ui.printing.sheet_sizes import A4_LANDSCAPE, A4_PORTRAIT, PER_INCH

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.records.papers import Paper
    from sgdesk.ui.printing.sheet_sizes import SheetSize

pytestmark = pytest.mark.usefixtures("qapp")


def pages_of(file: Path) -> list[str]:
    """Return the text of each page, in one line and without hard spaces."""
    document = pypdfium2.PdfDocument(file)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.replace("\u00a0", " ").split()) for text in texts]


def printed(paper: Paper, target: Path, *, is_landscape: bool = False) -> list[str]:
    count = paint_paper(paper, make_file_printer(target, is_landscape=is_landscape))
    texts = pages_of(target)
    assert len(texts) == count
    return texts


@pytest.mark.parametrize("is_landscape", [False, True])
@pytest.mark.parametrize("count", [0, 5, 64])
def test_each_page_says_what_it_must(tmp_path: Path, count: int, is_landscape: bool) -> None:
    paper = make_paper(count)
    texts = printed(paper, tmp_path / "report.pdf", is_landscape=is_landscape)

    assert "Open deadlines" in texts[0]
    assert paper.summary in texts[0]
    for number, text in enumerate(texts, start=1):
        assert f"OFFICIAL-SENSITIVE · Page {number} of {len(texts)}" in text
        assert "Test partnership" in text
        assert f"As at 23 November 2026. {paper.counting}" in text
        assert ("Case What is due Started Due by the rule Owner Standing" in text) == bool(count)
    whole = " ".join(texts)
    assert all(whole.count(row.cells[0]) == 1 for row in paper.parts[0].rows)
    assert ("There is no deadline to show." in whole) == (count == 0)


def test_the_agreed_date_stands_beside_the_date_by_the_rule(tmp_path: Path) -> None:
    texts = " ".join(printed(make_paper(9), tmp_path / "report.pdf"))

    assert texts.count("Thu 19 Nov 2026") == 9
    assert texts.count("Agreed: Mon 7 Dec 2026") == 1


def test_every_part_is_painted(tmp_path: Path) -> None:
    texts = " ".join(printed(make_mixed_paper(), tmp_path / "paper.pdf"))

    for words in ("Before the meeting", "Then this.", "A pen", "All of them", "In groups."):
        assert texts.count(words) == 1
    assert texts.count("Group ") == 3
    assert "Signed Name" in texts


def test_a_long_item_has_one_mark_and_a_row_without_words_no_shape(tmp_path: Path) -> None:
    long_item = PaperText("", ("word " * 3000, ""), is_list=True)
    wordless = make_table(make_row(words=""), make_row(words="Met", standing=Standing.MET))
    texts = printed(make_paper(parts=(long_item, wordless)), tmp_path / "paper.pdf")

    assert len(texts) > 1
    assert sum(text.count("word") for text in texts) == 3000
    plan = PaperPainter(make_paper(parts=(wordless,)), A4_PORTRAIT).plan
    assert [bit.standing for bit in plan.bits] == [None, None, Standing.MET]


def test_letters_stay_letters_in_a_printed_file(tmp_path: Path) -> None:
    paper = make_paper(1, title="After the shift: off, fit, affix")

    assert "After the shift: off, fit, affix" in printed(paper, tmp_path / "report.pdf")[0]


def test_only_the_pages_asked_for_are_printed(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    assert paint_paper(make_paper(200), printer) == 2
    first, second = pages_of(tmp_path / "report.pdf")
    assert "Page 2 of " in first
    assert "Page 3 of " in second


def test_a_range_outside_the_report_prints_all_of_it(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(8, 9)

    assert paint_paper(make_paper(5), printer) == 1


def test_the_paper_chosen_at_the_printer_counts(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    small = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(small, QPageLayout.Orientation.Landscape, QMarginsF()))

    count = paint_paper(make_paper(64), printer)
    assert count > PaperPainter(make_paper(64), A4_PORTRAIT).page_count
    texts = " ".join(pages_of(tmp_path / "report.pdf"))
    assert all(row.cells[0] in texts for row in make_paper(64).parts[0].rows)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="printer did not answer"):
        paint_paper(make_paper(1), make_file_printer(tmp_path / "no" / "folder" / "report.pdf"))


def test_a_printer_is_made_where_there_is_none() -> None:
    assert isinstance(has_printer(), bool)
    layout = make_printer(is_landscape=True).pageLayout()
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().id() is QPageSize.PageSizeId.A4


@pytest.mark.parametrize("sheet", [A4_PORTRAIT, A4_LANDSCAPE], ids=["portrait", "landscape"])
def test_nothing_is_painted_in_the_margins(sheet: SheetSize) -> None:
    picture = picture_of(PaperPainter(make_mixed_paper(64), sheet), 1)

    edge = round(13 / 25.4 * 100)
    for x in range(0, picture.width(), 3):
        for y in range(0, picture.height(), 3):
            if x < edge or x > picture.width() - edge:
                assert picture.pixelColor(x, y).name() == "#ffffff"


@pytest.mark.parametrize("standing", list(Standing))
def test_each_standing_has_its_shape_on_paper_so_that_grey_print_can_be_read(
    standing: Standing,
) -> None:
    row = make_row()
    other = Standing.MET if standing is not Standing.MET else Standing.WAITING
    papers = [
        make_paper(parts=(make_table(replace(row, standing=one)),)) for one in (standing, other)
    ]
    first, second = (grey(picture_of(PaperPainter(one, A4_PORTRAIT), 1)) for one in papers)

    assert first != second


def picture_of(pages: PaperPainter, number: int) -> QImage:
    scale = 100 / PER_INCH
    sheet = pages.plan.sheet
    picture = QImage(
        round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32
    )
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    pages.paint_page(painter, number)
    painter.end()
    return picture


def grey(picture: QImage) -> bytes:
    turned = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(turned.constBits())
