"""The page plan loses no row, splits none, and repeats head, mark and counting on each page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing_samples import half_square, make_report, make_row

from sgdesk.ui.printing.lettering import SMALL, TEXT, Line, Ruler, kept_together
from sgdesk.ui.printing.page_furniture import SIDE
from sgdesk.ui.printing.page_plan import NOTHING, PagePlan, page_words
from sgdesk.ui.printing.paper import A4_LANDSCAPE, A4_PORTRAIT, MM, Paper
from sgdesk.ui.printing.report_columns import COLUMNS, GAP

if TYPE_CHECKING:
    from sgdesk.records.reports import ReportRow

PAPERS = (A4_PORTRAIT, A4_LANDSCAPE)
WORDS = st.text(st.sampled_from("abcdefgh WIM-’é"), max_size=120)
ROWS = st.builds(
    make_row, reference=WORDS, what=WORDS, started=WORDS, agreed=WORDS, owner=WORDS,
    standing_words=WORDS, weight=WORDS,
)  # fmt: skip


def plan_of(count: int, paper: Paper = A4_PORTRAIT) -> PagePlan:
    return PagePlan(make_report(count), paper, half_square)


def placed(plan: PagePlan) -> list[int]:
    return [row.number for page in plan.pages for row in page.rows]


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("paper", PAPERS, ids=["portrait", "landscape"])
@pytest.mark.parametrize("count", [0, 1, 5, 64, 500])
def test_every_row_stands_once_and_in_order(count: int, paper: Paper) -> None:
    plan = plan_of(count, paper)

    assert placed(plan) == list(range(count))
    assert [page.number for page in plan.pages] == list(range(1, len(plan.pages) + 1))
    assert plan.is_empty == (count == 0)


@pytest.mark.parametrize("paper", PAPERS, ids=["portrait", "landscape"])
def test_rows_lie_below_the_head_and_above_the_foot_of_their_page(paper: Paper) -> None:
    plan = plan_of(500, paper)

    assert len(plan.pages) > 10
    for page in plan.pages:
        assert page.rows[0].top == pytest.approx(page.table_top + plan.head_height)
        assert page.rows[-1].top + page.rows[-1].height <= plan.furniture.end
        for row, below in pairwise(page.rows):
            assert row.top + row.height == pytest.approx(below.top)
    assert plan.pages[1].table_top < plan.pages[0].table_top


def test_a_page_is_not_left_early() -> None:
    plan = plan_of(500)

    for page, following in pairwise(plan.pages):
        last = page.rows[-1]
        assert last.top + last.height + following.rows[0].height > plan.furniture.end


@given(st.lists(ROWS, max_size=30), st.sampled_from(PAPERS))
def test_no_text_is_lost_and_none_reaches_over_its_column(
    rows: list[ReportRow], paper: Paper
) -> None:
    plan = PagePlan(make_report(rows=tuple(rows)), paper, half_square)

    seen: dict[int, list[str]] = {}
    for page in plan.pages:
        for row in page.rows:
            texts = seen.setdefault(row.number, ["" for _ in COLUMNS])
            assert row.top + row.height <= plan.furniture.end + 1e-6
            for place, lines in enumerate(row.cells):
                room = plan.widths[place] - COLUMNS[place].indent - GAP
                texts[place] += "".join(line.text for line in lines)
                narrowest = half_square("M", TEXT)
                assert all(half_square(*line) <= max(room, narrowest) + 1e-6 for line in lines)
    assert list(seen) == list(range(len(rows)))
    for number, row in enumerate(rows):
        expected = ["".join(line.text for line in column.lines(row)) for column in COLUMNS]
        assert list(map(letters, seen[number])) == list(map(letters, expected))


def test_only_a_row_higher_than_a_page_is_continued_and_keeps_its_standing_once() -> None:
    long_row = make_row(owner="word " * 700)
    plan = PagePlan(make_report(rows=(make_row(), long_row, make_row())), A4_PORTRAIT, half_square)

    numbers = placed(plan)
    assert numbers[0] == 0
    assert numbers[-1] == 2
    assert numbers.count(1) > 1
    marked = [row for page in plan.pages for row in page.rows if row.standing is not None]
    assert [row.number for row in marked] == [0, 1, 2]


@given(st.lists(ROWS, max_size=12), st.sampled_from(PAPERS))
def test_the_columns_fill_the_page(rows: list[ReportRow], paper: Paper) -> None:
    plan = PagePlan(make_report(rows=tuple(rows)), paper, half_square)

    assert sum(plan.widths) == pytest.approx(paper.width - 2 * SIDE)
    assert all(width > 0 for width in plan.widths)
    assert plan.lefts()[0] == SIDE


def most_lines(width: float, place: int) -> int:
    """Return how many lines the cells of a column take on paper `width` mm wide."""
    plan = plan_of(5, Paper(width * MM, 297 * MM))
    return max(len(row.cells[place]) for page in plan.pages for row in page.rows)


def test_columns_get_wider_by_stages() -> None:
    what = [most_lines(width, 1) for width in (900, 330, 210, 148)]
    standing = [most_lines(width, 5) for width in (900, 330, 210, 148)]

    assert what == sorted(what)
    assert what[0] == 2  # what is due, and its weight
    assert standing[:3] == [1, 1, 2]
    assert what[2] < what[3]


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
    report = make_report(1)
    short = PagePlan(report, A4_PORTRAIT, half_square).furniture
    long_mark = "OFFICIAL-SENSITIVE " * 6
    long = PagePlan(replace(report, mark=long_mark), A4_PORTRAIT, half_square).furniture
    none = PagePlan(replace(report, mark="", partnership=""), A4_PORTRAIT, half_square).furniture

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
    assert NOTHING in page_words(plan_of(0), plan_of(0).pages[0])


def test_paper_knows_how_it_lies() -> None:
    assert not A4_PORTRAIT.is_landscape
    assert A4_LANDSCAPE.is_landscape
    assert A4_LANDSCAPE.turned() == A4_PORTRAIT
