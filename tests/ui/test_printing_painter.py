"""What is painted for the printer says everything on each page, whatever the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from printing_samples import make_report
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.ui.printing.paper import A4_LANDSCAPE, A4_PORTRAIT, PER_INCH
from sgdesk.ui.printing.printers import has_printer, make_file_printer, make_printer, paint_report
from sgdesk.ui.printing.report_painter import ReportPainter

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.records.reports import DeadlineReport
    from sgdesk.ui.printing.paper import Paper

pytestmark = pytest.mark.usefixtures("qapp")


def pages_of(file: Path) -> list[str]:
    """Return the text of each page, in one line and without hard spaces."""
    document = pypdfium2.PdfDocument(file)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.replace("\u00a0", " ").split()) for text in texts]


def printed(report: DeadlineReport, target: Path, *, is_landscape: bool = False) -> list[str]:
    count = paint_report(report, make_file_printer(target, is_landscape=is_landscape))
    texts = pages_of(target)
    assert len(texts) == count
    return texts


@pytest.mark.parametrize("is_landscape", [False, True])
@pytest.mark.parametrize("count", [0, 5, 64])
def test_each_page_says_what_it_must(tmp_path: Path, count: int, is_landscape: bool) -> None:
    report = make_report(count)
    texts = printed(report, tmp_path / "report.pdf", is_landscape=is_landscape)

    assert "Open deadlines" in texts[0]
    assert report.summary in texts[0]
    for number, text in enumerate(texts, start=1):
        assert f"OFFICIAL-SENSITIVE · Page {number} of {len(texts)}" in text
        assert "Test partnership" in text
        assert f"As at 23 November 2026. {report.counting}" in text
        assert ("Case What is due Started Due by the rule Owner Standing" in text) == bool(count)
    whole = " ".join(texts)
    assert all(whole.count(row.reference) == 1 for row in report.rows)
    assert ("There is no deadline to show." in whole) == (count == 0)


def test_the_agreed_date_stands_beside_the_date_by_the_rule(tmp_path: Path) -> None:
    texts = " ".join(printed(make_report(9), tmp_path / "report.pdf"))

    assert texts.count("Thu 19 Nov 2026") == 9
    assert texts.count("Agreed: Mon 7 Dec 2026") == 1


def test_letters_stay_letters_in_a_printed_file(tmp_path: Path) -> None:
    report = make_report(1, title="After the shift: off, fit, affix")

    assert "After the shift: off, fit, affix" in printed(report, tmp_path / "report.pdf")[0]


def test_only_the_pages_asked_for_are_printed(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    assert paint_report(make_report(200), printer) == 2
    first, second = pages_of(tmp_path / "report.pdf")
    assert "Page 2 of " in first
    assert "Page 3 of " in second


def test_a_range_outside_the_report_prints_all_of_it(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(8, 9)

    assert paint_report(make_report(5), printer) == 1


def test_the_paper_chosen_at_the_printer_counts(tmp_path: Path) -> None:
    printer = make_file_printer(tmp_path / "report.pdf")
    small = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(small, QPageLayout.Orientation.Landscape, QMarginsF()))

    count = paint_report(make_report(64), printer)
    assert count > ReportPainter(make_report(64), A4_PORTRAIT).page_count
    texts = " ".join(pages_of(tmp_path / "report.pdf"))
    assert all(row.reference in texts for row in make_report(64).rows)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="printer did not answer"):
        paint_report(make_report(1), make_file_printer(tmp_path / "no" / "folder" / "report.pdf"))


def test_a_printer_is_made_where_there_is_none() -> None:
    assert isinstance(has_printer(), bool)
    layout = make_printer(is_landscape=True).pageLayout()
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().id() is QPageSize.PageSizeId.A4


@pytest.mark.parametrize("paper", [A4_PORTRAIT, A4_LANDSCAPE], ids=["portrait", "landscape"])
def test_nothing_is_painted_in_the_margins(paper: Paper) -> None:
    picture = picture_of(ReportPainter(make_report(64), paper), 1)

    edge = round(13 / 25.4 * 100)
    for x in range(0, picture.width(), 3):
        for y in range(0, picture.height(), 3):
            if x < edge or x > picture.width() - edge:
                assert picture.pixelColor(x, y).name() == "#ffffff"


@pytest.mark.parametrize("standing", list(Standing))
def test_each_standing_has_its_shape_on_paper_so_that_grey_print_can_be_read(
    standing: Standing,
) -> None:
    row = make_report(1).rows[0]
    other = Standing.MET if standing is not Standing.MET else Standing.WAITING
    reports = [make_report(rows=(replace(row, standing=one),)) for one in (standing, other)]
    first, second = (grey(picture_of(ReportPainter(one, A4_PORTRAIT), 1)) for one in reports)

    assert first != second


def picture_of(pages: ReportPainter, number: int) -> QImage:
    scale = 100 / PER_INCH
    paper = pages.plan.paper
    picture = QImage(
        round(paper.width * scale), round(paper.height * scale), QImage.Format.Format_RGB32
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
