"""Any paper as a PDF: every row once, nothing split, mark and counting on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from calendar_samples import make_calendar
from paper_samples import (
    COLUMNS,
    make_mixed_paper,
    make_paper,
    make_row,
    make_table,
    make_worked_paper,
)
from pdf_reading import page_texts, spoken, text_of
from written import write_paper_pdf

from sgdesk.domain.standings import Standing
from sgdesk.errors import CancelledError
from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.paper_layout import PaperLayout
from sgdesk.records.paper_bits import BitKind
from sgdesk.records.paper_calendars import PaperNote
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable, PaperText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.papers import Paper


def of_rows(*rows: PaperRow) -> Paper:
    table = PaperTable(COLUMNS, rows)
    return replace(make_paper(0), parts=(table,))


def with_cell(at: int, text: str, standing: Standing = Standing.MET) -> PaperRow:
    row = make_row(0, standing)
    cells = (*row.cells[:at], text, *row.cells[at + 1 :])
    return replace(row, cells=cells)


def test_a_report_says_what_the_record_says(golden: Callable[[str, str], None]) -> None:
    pages = page_texts(paper_pdf(make_paper(30)))
    golden("pdf/paper-report.txt", "\n\f\n".join(pages) + "\n")


def test_a_paper_of_several_parts_says_what_the_record_says(
    golden: Callable[[str, str], None],
) -> None:
    pages = page_texts(paper_pdf(make_mixed_paper(12)))
    golden("pdf/paper-mixed.txt", "\n\f\n".join(pages) + "\n")


def test_a_paper_is_read_aloud_part_by_part_and_row_by_row(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    file = write_paper_pdf(make_mixed_paper(3), tmp_path / "r.pdf")
    golden("pdf/paper-spoken.txt", "\n".join(spoken(file)) + "\n")


@pytest.mark.parametrize("count", [1, 20])
def test_every_row_stands_in_the_table_once_and_heads_are_read_once(
    tmp_path: Path, count: int
) -> None:
    lines = spoken(write_paper_pdf(make_paper(count), tmp_path / "r.pdf"))
    assert lines.count("TR") == count + 1
    assert lines.count('"What is due"') == 1
    assert lines.count("TBody") == lines.count("THead") == lines.count("Table") == 1


@pytest.mark.parametrize("is_landscape", [False, True])
def test_every_page_has_mark_date_counting_heads_and_its_number(is_landscape: bool) -> None:
    paper = make_paper(64, is_landscape=is_landscape)
    pages = page_texts(paper_pdf(paper))
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        words = " ".join(text.split())
        assert words.count("OFFICIAL-SENSITIVE") == 2
        assert f"As at 20 November 2026. {paper.counting}" in words
        assert f"Page {number} of {len(pages)}" in words
        assert "What is due" in words


def test_an_empty_table_says_so_in_a_sentence() -> None:
    (text,) = page_texts(paper_pdf(make_paper(0)))
    assert "There is no deadline to show." in text
    assert "What is due" not in text
    assert "Page 1 of 1" in text
    silent = replace(make_paper(0), parts=(PaperTable(COLUMNS, ()),))
    assert "There is nothing to show." in text_of(paper_pdf(silent))


def test_a_paper_without_parts_is_one_page() -> None:
    assert len(page_texts(paper_pdf(replace(make_paper(0), parts=())))) == 1


def test_rows_are_never_split_and_headings_never_last() -> None:
    layout = PaperLayout(
        replace(make_paper(0), parts=(make_table(200, is_grouped=True),)), FontSet()
    )
    placed = [one for page in layout.pages for one in page.placed]
    assert [one.number for one in placed] == list(range(len(layout.bits)))
    assert all(one.first == 0 for one in placed)
    for page in layout.pages:
        last = page.placed[-1]
        assert last.top + last.height <= layout.furniture.body_end
        assert not layout.bits[last.number].keeps_next


def test_a_row_higher_than_a_page_goes_on_in_the_same_cells(tmp_path: Path) -> None:
    giant = PaperRow(
        (*make_row(1, Standing.OVERDUE).cells[:1], "word " * 900 + "end", "", "", "",
         "x" * 2000, "Overdue"), Standing.OVERDUE,
    )  # fmt: skip
    content = paper_pdf(of_rows(make_row(0, Standing.MET), giant, make_row(2, Standing.MET)))
    assert len(page_texts(content)) > 2
    assert text_of(content).count("word") == 900
    file = tmp_path / "r.pdf"
    file.write_bytes(content)
    lines = spoken(file)
    assert lines.count("TR") == 4
    assert lines.count("TD") == 3 * 6
    assert sum(line.count("x") for line in lines if "xxx" in line) == 2000


@pytest.mark.parametrize("is_list", [False, True])
def test_a_text_higher_than_a_page_goes_on_in_the_same_tag(tmp_path: Path, is_list: bool) -> None:
    text = PaperText("What happened", ("word " * 3000, "Short."), is_list)
    lines = spoken(write_paper_pdf(replace(make_paper(0), parts=(text,)), tmp_path / "r.pdf"))
    assert sum(line.count("word") for line in lines) == 3000
    assert lines.count("LBody") == (2 if is_list else 0)


def test_a_group_heading_higher_than_a_page_goes_on(tmp_path: Path) -> None:
    giant = PaperRow(("word " * 3000,), is_heading=True)
    lines = spoken(write_paper_pdf(of_rows(giant, make_row(0, Standing.MET)), tmp_path / "r.pdf"))
    assert sum(line.count("word") for line in lines) == 3000
    assert lines.count("TR") == 3


def test_a_line_below_a_row_goes_across_and_never_leaves_it(tmp_path: Path) -> None:
    layout = PaperLayout(make_worked_paper(60), FontSet())
    assert len(layout.pages) > 2
    for page in layout.pages:
        kinds = [layout.bits[one.number].kind for one in page.placed]
        assert kinds.count(BitKind.ROW) == kinds.count(BitKind.BELOW)
        assert kinds[-1] is BitKind.BELOW
    lines = spoken(write_paper_pdf(make_worked_paper(2), tmp_path / "r.pdf"))
    assert lines.count("TR") == 1 + 2 * 2
    assert lines.count("TD") == 2 * len(COLUMNS)  # a row begins with its TH, a line has one TD
    assert sum("Working 1:" in line for line in lines) >= 1


def test_a_title_as_high_as_the_page_leaves_the_rows_to_the_next() -> None:
    paper = replace(make_paper(2), summary="A summary that never seems to end. " * 130)
    pages = page_texts(paper_pdf(paper))
    assert "Notify the National Panel" not in pages[0]
    assert "Notify the National Panel" in pages[1]


@pytest.mark.parametrize("is_landscape", [False, True])
def test_the_paper_lies_as_it_is_told(is_landscape: bool) -> None:
    content = paper_pdf(make_paper(2, is_landscape=is_landscape))
    with pikepdf.open(BytesIO(content)) as pdf:
        box = pdf.pages[0].MediaBox
        assert (box[2] > box[3]) == is_landscape


def test_dates_and_references_stay_on_one_line() -> None:
    layout = PaperLayout(make_paper(40, is_landscape=False), FontSet())
    for bit, cells in zip(layout.bits, layout.cells, strict=True):
        assert cells[0].lines == 1
        if bit.is_of_rows and "Agreed" not in bit.cells[3]:
            assert cells[3].lines == 1 or "known" in bit.cells[3]


def test_endless_references_give_way_before_the_page_does() -> None:
    cells = ("R" * 400, *make_row(0, Standing.OVERDUE).cells[1:-1], "Late " * 90)
    paper = of_rows(PaperRow(cells, Standing.OVERDUE))
    layout = PaperLayout(paper, FontSet())
    table = layout.tables[0]
    assert sum(table.widths) == pytest.approx(table.width)
    for width, cell in zip(table.widths, layout.cells[1], strict=True):
        assert all(span.x + span.width <= width for block in cell.blocks for span in block.spans())
    assert "Late" in text_of(paper_pdf(paper))


def test_a_line_break_in_a_cell_keeps_its_place() -> None:
    rows = (PaperRow(("Name", "one\n\nthree")), PaperRow(("Empty", "")))
    table = PaperTable((PaperColumn("", 1), PaperColumn("", 3)), rows)
    layout = PaperLayout(replace(make_paper(0), parts=(table,)), FontSet())
    (_, cell), (_, empty) = layout.cells
    assert (cell.lines, empty.lines) == (3, 0)
    assert [line for line, _ in cell.placed()] == [0, 1, 2]


def test_a_row_without_words_for_its_standing_shows_no_shape() -> None:
    rows = (with_cell(-1, "", Standing.OVERDUE), make_row(1, Standing.MET))
    wordless = replace(rows[0], cells=(*rows[0].cells[:6], ""))
    assert "Met" in text_of(paper_pdf(of_rows(wordless, rows[1])))


@pytest.mark.parametrize("mark", ["", "OFFICIAL-SENSITIVE – PERSONAL – SEND TO NOBODY AT ALL"])
def test_without_a_mark_or_with_a_long_one_the_page_number_stands_alone(mark: str) -> None:
    text = text_of(paper_pdf(make_paper(2, mark=mark)))
    assert "·" not in text
    assert text.count(mark) == 1 if mark else "SENSITIVE" not in text


def test_a_paper_without_a_title_is_still_named() -> None:
    paper = replace(make_paper(1), title=" ", partnership="", counting="", summary="")
    with pikepdf.open(BytesIO(paper_pdf(paper))) as pdf:
        assert pdf.docinfo["/Title"] == "Deadline report"


def test_letters_without_a_glyph_are_not_lost(tmp_path: Path) -> None:
    row = with_cell(1, "a\r\nb\tc")
    other = with_cell(5, "שלום 👍")
    lines = spoken(write_paper_pdf(of_rows(row, other), tmp_path / "r.pdf"))
    assert {'"שלום 👍"', '"a b c"'} <= set(lines)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert paper_pdf(make_mixed_paper(9)) == paper_pdf(make_mixed_paper(9))


@pytest.mark.parametrize("count", [0, 40])
def test_cancelling_leaves_no_file(tmp_path: Path, count: int) -> None:
    seen: list[int] = []

    def cancel(done: int, total: int, label: str, /) -> None:
        seen.append(done)
        assert label
        if done == total - 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_paper_pdf(make_paper(count), tmp_path / "r.pdf", cancel)
    assert seen == sorted(seen)
    assert list(tmp_path.iterdir()) == []


ARABIC, BENGALI = "لم يسأل أحد الأطفال (2024)", "কেউ শিশুদের জিজ্ঞাসা করেনি"


def in_other_scripts() -> Paper:
    """A paper whose table, texts and calendar have words from the right and shaped ones."""
    table = PaperTable(
        (PaperColumn("Case", 1.0), PaperColumn(f"What {ARABIC}", 2.0)),
        tuple(PaperRow((BENGALI, f"Row {number}: {ARABIC}.")) for number in range(3)),
    )
    calendar = make_calendar(2)
    week, *others = calendar.weeks
    first, *days = week.days
    day = replace(first, notes=(PaperNote(ARABIC, Standing.MET), PaperNote(BENGALI)))
    calendar = replace(calendar, weeks=(replace(week, days=(day, *days)), *others))
    text = PaperText(BENGALI, (ARABIC, f"{BENGALI} {ARABIC}"), is_list=True)
    return replace(make_paper(0), title=f"Paper {ARABIC}", parts=(text, table, calendar))


def test_words_of_other_scripts_are_read_aloud_in_order_everywhere_on_a_paper(
    tmp_path: Path,
) -> None:
    lines = spoken(write_paper_pdf(in_other_scripts(), tmp_path / "p.pdf"))
    said = "".join(line[1:-1] for line in lines if line.startswith('"')).replace("\u200b", "")
    assert said.count(ARABIC) == 8
    assert said.count(BENGALI) == 6


def test_a_paper_in_other_scripts_keeps_both_standards(
    tmp_path: Path, verapdf: Callable[..., None]
) -> None:
    verapdf(write_paper_pdf(in_other_scripts(), tmp_path / "p.pdf"))
