"""A calendar as a PDF: a table of weeks and weekdays that is read aloud day by day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from calendar_samples import make_calendar
from paper_samples import make_paper, make_table
from pdf_reading import page_texts, spoken, tags, text_of
from written import write_paper_pdf

from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.paper_fit import PaperFit
from sgdesk.records.paper_calendars import BoxSize, PaperCalendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.papers import Paper


def of_calendar(calendar: PaperCalendar, *, is_landscape: bool = True) -> Paper:
    return replace(make_paper(0, is_landscape=is_landscape), parts=(calendar,))


def test_a_calendar_is_read_aloud_week_by_week(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    calendar = make_calendar(4, 3, title="Four weeks", note="Hatched days do not count.")
    file = write_paper_pdf(of_calendar(calendar), tmp_path / "c.pdf")
    golden("pdf/calendar-spoken.txt", "\n".join(spoken(file)) + "\n")


@pytest.mark.parametrize("size", BoxSize)
@pytest.mark.parametrize("is_landscape", [False, True])
def test_weeks_stand_once_and_the_head_on_every_page(
    tmp_path: Path, is_landscape: bool, size: BoxSize
) -> None:
    paper = of_calendar(make_calendar(60, size=size), is_landscape=is_landscape)
    pages = page_texts(paper_pdf(paper))
    assert len(pages) > 1
    for text in pages:
        assert "Week Mon Tue Wed" in " ".join(text.split())
    found = tags(write_paper_pdf(paper, tmp_path / "c.pdf"))
    assert found.count("TR") == 61
    assert found.count("TH") == 8 + 60
    assert found.count("TD") == 7 * 60
    assert found.count("Table") == found.count("THead") == found.count("TBody") == 1


def test_the_head_is_read_aloud_on_the_first_page_alone(tmp_path: Path) -> None:
    paper = of_calendar(make_calendar(20, size=BoxSize.LARGEST))
    assert len(page_texts(paper_pdf(paper))) > 1
    lines = spoken(write_paper_pdf(paper, tmp_path / "c.pdf"))
    assert lines.count("TR") == 21
    assert lines.count('"Mon"') == 1


@pytest.mark.parametrize("count", [0, 1, 5, 64, 500])
def test_any_number_of_notes_fits_its_box_and_says_how_many_more(count: int) -> None:
    text = text_of(paper_pdf(of_calendar(make_calendar(2, count, most_lines=6))))
    shown = min(count, 6 if count <= 6 else 5)
    assert all(f"Milestone {number + 1}" in text for number in range(shown))
    assert (f"and {count - shown} more" in text) == (count > 6)


def test_holidays_and_closures_are_named() -> None:
    text = text_of(paper_pdf(of_calendar(make_calendar(4))))
    for words in ("Christmas Day", "Boxing Day (substitute day)", "Office closed"):
        assert words in text


def test_a_calendar_without_weeks_says_so_in_a_sentence() -> None:
    assert "There is nothing to show." in text_of(paper_pdf(of_calendar(PaperCalendar(()))))


def test_a_calendar_stands_between_tables() -> None:
    parts = (make_table(3), make_calendar(2), make_table(2))
    text = text_of(paper_pdf(replace(make_paper(0), parts=parts)))
    assert text.index("ESCP") < text.index("Week 1") < text.rindex("ESCP")


@pytest.mark.parametrize("size", BoxSize)
@pytest.mark.parametrize("is_landscape", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("count", [4, 60])
def test_every_calendar_keeps_both_standards(
    count: int,
    is_landscape: bool,
    size: BoxSize,
    tmp_path: Path,
    verapdf: Callable[..., None],
) -> None:
    calendar = make_calendar(count, 12, title="Weeks", note="All of them", size=size)
    paper = of_calendar(calendar, is_landscape=is_landscape)
    verapdf(write_paper_pdf(paper, tmp_path / "c.pdf"))


def test_a_paper_fits_one_page_with_a_little_to_spare() -> None:
    fit = PaperFit()
    papers = [
        of_calendar(make_calendar(2, title="Weeks", least_height=mm)) for mm in range(30, 90, 2)
    ]
    fits = [fit.is_one_page(paper) for paper in papers]
    assert fits == sorted(fits, reverse=True)
    assert set(fits) == {True, False}
    counts = [len(page_texts(paper_pdf(paper))) for paper in papers]
    assert counts[: fits.count(True) + 1] == [1] * (fits.count(True) + 1)
    assert counts[-1] == 2
    assert fit.is_one_page(replace(make_paper(0), parts=()))
    assert not fit.is_one_page(make_paper(64))
