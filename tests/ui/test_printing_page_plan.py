"""The page plan loses no row, splits none, and repeats head, mark and counting on each page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing_samples import (
    COLUMNS,
    half_square,
    make_mixed_paper,
    make_paper,
    make_row,
    make_table,
)

from sgdesk.records.paper_bits import NOTHING, BitKind
from sgdesk.records.paper_pages import kept_together
from sgdesk.records.papers import PaperRow, PaperTable
from sgdesk.ui.printing.lettering import QUIET, SMALL, TEXT, Line, Ruler
from sgdesk.ui.printing.page_furniture import SIDE
from sgdesk.ui.printing.page_plan import PagePlan, page_words
from sgdesk.ui.printing.page_tables import GAP
from sgdesk.ui.printing.sheet_sizes import A4_LANDSCAPE, A4_PORTRAIT, SheetSize

if TYPE_CHECKING:
    from sgdesk.ui.printing.page_plan import PlannedBit

SHEETS = (A4_PORTRAIT, A4_LANDSCAPE)
WORDS = st.text(st.sampled_from("abcdefgh WIM-’é\n"), max_size=120)
ROWS = st.one_of(
    st.builds(make_row, WORDS, what=WORDS, started=WORDS, due=WORDS, owner=WORDS, words=WORDS),
    st.builds(lambda text: PaperRow((text,), is_heading=True), WORDS),
    st.builds(lambda text: PaperRow((text,), is_below=True), WORDS),
)


def plan_of(count: int, sheet: SheetSize = A4_PORTRAIT) -> PagePlan:
    return PagePlan(make_paper(count), sheet, half_square)


def rows_of(plan: PagePlan) -> list[list[PlannedBit]]:
    """Return the rows of each page, without the head of the table."""
    return [[one for one in page.bits if one.bit.is_of_rows] for page in plan.pages]


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
@pytest.mark.parametrize("count", [0, 1, 5, 64, 500])
def test_every_row_stands_once_and_in_order(count: int, sheet: SheetSize) -> None:
    plan = plan_of(count, sheet)

    references = [row.bit.cells[0] for page in rows_of(plan) for row in page]
    assert references == [f"ZZ-{number:04d}" for number in range(1, count + 1)]
    assert [page.number for page in plan.pages] == list(range(1, len(plan.pages) + 1))


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
def test_rows_lie_below_the_head_and_above_the_foot_of_their_page(sheet: SheetSize) -> None:
    plan = plan_of(500, sheet)
    around = plan.furniture

    assert len(plan.pages) > 10
    assert plan.pages[0].head is None
    assert plan.pages[0].bits[0].bit.kind is BitKind.HEAD
    for page, rows in zip(plan.pages, rows_of(plan), strict=True):
        if page.number > 1:
            assert rows[0].top == pytest.approx(around.top + plan.head_height(page.head))
        assert rows[-1].top + rows[-1].height <= around.end
        for row, below in pairwise(rows):
            assert row.top + row.height == pytest.approx(below.top)


def test_a_page_is_not_left_early() -> None:
    plan = plan_of(500)

    for rows, following in pairwise(rows_of(plan)):
        last = rows[-1]
        assert last.top + last.height + following[0].height > plan.furniture.end


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
def test_headings_are_never_last_on_a_page(sheet: SheetSize) -> None:
    for count in range(1, 60):
        plan = PagePlan(make_mixed_paper(count), sheet, half_square)
        assert not any(page.bits[-1].bit.keeps_next for page in plan.pages)


@given(st.lists(ROWS, max_size=30), st.sampled_from(SHEETS))
def test_no_text_is_lost_and_none_reaches_over_its_column(
    rows: list[PaperRow], sheet: SheetSize
) -> None:
    plan = PagePlan(make_paper(parts=(make_table(*rows),)), sheet, half_square)

    seen: dict[int, list[str]] = {}
    for page in plan.pages:
        for row in page.bits:
            assert row.top + row.height <= plan.furniture.end + 1e-6
            if not row.bit.is_of_rows:
                continue
            texts = seen.setdefault(row.number, ["" for _ in row.cells])
            table = plan.tables[0]
            for place, lines in enumerate(row.cells):
                texts[place] += "".join(line.text for line in lines)
                if row.bit.goes_across:
                    room = plan.room - GAP
                else:
                    room = table.widths[place] - table.indent(place) - GAP
                narrowest = half_square("M", TEXT)
                assert all(half_square(*line) <= max(room, narrowest) + 1e-6 for line in lines)
    assert len(seen) == len(rows)
    for row, texts in zip(rows, seen.values(), strict=True):
        assert list(map(letters, texts)) == list(map(letters, row.cells))


def test_only_a_row_higher_than_a_page_is_continued_and_keeps_its_mark_once() -> None:
    rows = (make_row(), make_row(owner="word " * 700), make_row())
    plan = PagePlan(make_paper(parts=(make_table(*rows),)), A4_PORTRAIT, half_square)

    placed = [row for page in rows_of(plan) for row in page]
    numbers = [row.number for row in placed]
    assert numbers.count(2) > 1
    assert (numbers.count(1), numbers.count(3)) == (1, 1)
    assert [row.number for row in placed if row.is_first] == [1, 2, 3]


@given(st.lists(ROWS, min_size=1, max_size=12), st.sampled_from(SHEETS))
def test_the_columns_fill_the_page(rows: list[PaperRow], sheet: SheetSize) -> None:
    table = PagePlan(make_paper(parts=(make_table(*rows),)), sheet, half_square).tables[0]

    assert sum(table.widths) == pytest.approx(sheet.width - 2 * SIDE)
    assert all(width > 0 for width in table.widths)
    assert table.lefts[0] == SIDE


def test_columns_share_the_width_as_they_ask_when_no_word_needs_more() -> None:
    table = make_table(make_row("a", what="b", started="c", due="d", owner="e", words="f"))
    widths = table.widths(1000, [1] * 6)
    shares = [column.share for column in COLUMNS]

    assert widths == pytest.approx([1000 * share / sum(shares) for share in shares])
    raised = table.widths(1000, [400, 1, 1, 1, 1, 1])
    assert raised[0] == 400
    assert sum(raised) == pytest.approx(1000)
    assert table.widths(60, [10, 10, 10, 10, 10, 10]) == (10,) * 6
    assert PaperTable((), ()).widths(100, []) == ()


def test_an_empty_line_in_a_cell_keeps_its_place() -> None:
    rows = (PaperRow(("Name", "one\n\nthree", "", "", "", "")),)
    plan = PagePlan(make_paper(parts=(make_table(*rows),)), A4_PORTRAIT, half_square)

    assert [line.text for line in plan.cells[1][1]] == ["one", "", "three"]


def test_a_date_and_a_number_of_days_stay_on_one_line() -> None:
    ruler = Ruler(half_square)
    room = half_square("Mon 3 Oct 2022", TEXT)

    lines = ruler.broken(Line("Started Mon 3 Oct 2022 late", TEXT), room)
    assert [line.text for line in lines] == ["Started", kept_together("Mon 3 Oct 2022"), "late"]
    assert kept_together("Due in 2 working days") == "Due in 2\u00a0working\u00a0days"
    assert kept_together("8 June and 9 days") == "8 June and 9 days"


def test_a_word_wider_than_its_room_is_cut_and_empty_text_takes_no_line() -> None:
    ruler = Ruler(half_square)

    lines = ruler.broken(Line("ABCDEFGH ij", TEXT), half_square("ABC", TEXT))
    assert [line.text for line in lines] == ["ABC", "DEF", "GH", "ij"]
    assert ruler.broken(Line("ABC", TEXT), 1.0) == (
        Line("A", TEXT), Line("B", TEXT), Line("C", TEXT),
    )  # fmt: skip
    assert ruler.broken(Line(" \n ", SMALL), 100) == ()
    assert ruler.longest_word(Line("", SMALL)) == 0


def test_the_mark_stands_before_the_page_number_unless_it_is_long() -> None:
    paper = make_paper(1)
    short = PagePlan(paper, A4_PORTRAIT, half_square).furniture
    long_mark = "OFFICIAL-SENSITIVE " * 6
    long = PagePlan(replace(paper, mark=long_mark), A4_PORTRAIT, half_square).furniture
    none = PagePlan(replace(paper, mark="", partnership=""), A4_PORTRAIT, half_square).furniture

    assert short.foot_mark == "OFFICIAL-SENSITIVE · "
    assert long.foot_mark == ""
    assert len(long.mark) > 1
    assert long.head_rule > short.head_rule
    assert none.foot_mark == ""
    assert none.head_left[0].text == "Open deadlines"


def test_the_words_of_a_page_can_be_heard() -> None:
    plan = plan_of(64)
    first, second = (page_words(plan, page) for page in plan.pages[:2])

    assert first.startswith(f"Page 1 of {len(plan.pages)}. OFFICIAL-SENSITIVE. Open deadlines. 64")
    assert "ZZ-0001, Rapid Review completed and sent to the Panel Panel expectation" in first
    assert second.startswith(f"Page 2 of {len(plan.pages)}. OFFICIAL-SENSITIVE. ZZ-")
    assert "There is no deadline to show." in page_words(plan_of(0), plan_of(0).pages[0])
    silent = PagePlan(make_paper(parts=(make_table(),)), A4_PORTRAIT, half_square)
    assert NOTHING in page_words(silent, silent.pages[0])


def test_paper_knows_how_it_lies() -> None:
    assert not A4_PORTRAIT.is_landscape
    assert A4_LANDSCAPE.is_landscape
    assert A4_LANDSCAPE.turned() == A4_PORTRAIT


@pytest.mark.parametrize("sheet", SHEETS, ids=["portrait", "landscape"])
def test_a_line_below_a_row_goes_across_quietly_and_never_leaves_it(sheet: SheetSize) -> None:
    rows = [
        row
        for number in range(60)
        for row in (make_row(f"ZZ-{number}"), PaperRow(("Day 5 counted. " * 9,), is_below=True))
    ]
    plan = PagePlan(make_paper(parts=(make_table(*rows),)), sheet, half_square)

    assert len(plan.pages) > 2
    for page in rows_of(plan):
        for row, below in zip(page[::2], page[1::2], strict=True):
            assert (row.bit.kind, below.bit.kind) == (BitKind.ROW, BitKind.BELOW)
            (lines,) = below.cells
            assert {line.style for line in lines} == {QUIET}
            assert max(half_square(*line) for line in lines) > plan.tables[0].widths[0]
