"""What Today says stands on one page, however much there is; the longest groups are cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_words import words_of
from services_samples import TODAY, make_case

from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.paper_fit import PaperFit
from sgdesk.records.deadlines import DayLoad
from sgdesk.records.family import NoContactLine
from sgdesk.records.moved_dates import MovedDate
from sgdesk.records.today import ListedReview
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import _shared_out, today_sheet

CONTACT = NoContactLine(
    uuid4(),
    "RIV 1",
    "Family of RIV 1: mother",
    "Until Fri 4 Dec 2026: planted reason",
    is_today=True,
)


@pytest.fixture
def view(register):
    make_case(register)
    return look_at_today(register, today=TODAY)


def sheet_of(register, view):
    paper = today_sheet(register, view, today=TODAY)
    assert PaperFit().is_one_page(paper)
    return paper


def groups_of(paper):
    """Return the lines of each group of deadlines, by its heading."""
    found = {}
    for row in table_of(paper).rows:
        if row.is_heading:
            lines = found[row.cells[0]] = []
        else:
            lines.append(row)
    return found


def table_of(paper):
    return paper.parts[1]


def test_it_reads_as_it_should(register, view, golden):
    since = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    held = replace(view, no_contacts=(CONTACT,), opened_before=since, became_overdue=1)
    golden("papers/today.txt", words_of(sheet_of(register, held)))


def test_an_empty_day_is_told_in_sentences(register):
    paper = sheet_of(register, look_at_today(register, today=TODAY))
    assert list(groups_of(paper)) == [
        "Overdue: none",
        "Due today: none",
        "Next five working days, to Mon 30 Nov: none",
    ]
    assert paper.parts[0].lines == (
        "Do not contact: nobody has to be left alone today or in the coming days.",
    )
    assert paper.parts[2].lines == (
        "Waiting on others: nobody.",
        "Since you last opened: this is the first time.",
    )
    assert paper.case_ids == ()


@pytest.mark.parametrize("count", [0, 1, 5, 64, 500])
def test_any_number_of_deadlines_stands_on_one_page(register, view, count):
    rows = (view.overdue * count)[:count]
    held = replace(view, overdue=rows, due_soon=rows, waiting_on_others=rows)
    groups = groups_of(sheet_of(register, held))
    overdue = groups[f"Overdue: {count or 'none'}"]
    shown = [row for row in overdue if not row.is_below]
    assert len(shown) == min(count, len(shown))
    if count > 30:
        assert 3 <= len(shown) < count
        assert overdue[-1].cells == (f"and {count - len(shown)} more",)
    else:
        assert len(shown) == count


def test_it_is_one_page_with_the_longest_texts_in_every_group(register, view):
    long = replace(
        view.overdue[0],
        reference="R" * 300,
        what="A word and another " * 30,
        owner="Somebody " * 40,
        short_words="Overdue " * 40,
    )
    contact = replace(CONTACT, who="Family " * 60)
    loads = tuple(replace(load, weights=tuple(Weight) * 40) for load in view.weeks)
    rows = (long,) * 500
    held = replace(
        view, overdue=rows, due_today=rows, due_soon=rows, looks=rows, waiting_on_others=rows,
        no_contacts=(contact,) * 500, weeks=loads, holiday="A holiday " * 6,
    )  # fmt: skip
    sheet_of(register, held)


@given(st.lists(st.integers(0, 30), max_size=6), st.integers(0, 60))
def test_lines_are_shared_out_fairly(lengths, lines):
    shares = _shared_out(lengths, lines)
    assert sum(shares) == min(lines, sum(lengths))
    assert all(share <= length for share, length in zip(shares, lengths, strict=True))
    most = max(shares, default=0)
    for share, length in zip(shares, lengths, strict=True):
        assert share == length or share >= most - 1


def test_whom_to_leave_alone_is_told_without_the_reason(register, view):
    paper = sheet_of(register, replace(view, no_contacts=(CONTACT,)))
    assert paper.parts[0].title == "Do not contact"
    assert paper.parts[0].lines == ("Family of RIV 1: mother, until Fri 4 Dec 2026",)
    assert "planted" not in str(paper)
    many = sheet_of(register, replace(view, no_contacts=(CONTACT,) * 90))
    assert many.parts[0].lines[-1] == f"and {90 - len(many.parts[0].lines) + 1} more"


def test_a_pause_to_look_at_again_has_its_group(register, view):
    look = replace(view.overdue[0], what="Look again: inquest", standing=Standing.PAUSED)
    groups = groups_of(sheet_of(register, replace(view, looks=(look,))))
    assert [row.cells[1] for row in groups["Look again at a pause: 1"]] == ["Look again: inquest"]


def test_who_is_waited_for_is_counted(register, view):
    line = sheet_of(register, view).parts[2].lines[0]
    assert line.startswith(f"Waiting on others for {len(view.waiting_on_others)}, ")
    assert "Agencies 1" in line
    rows = tuple(replace(view.overdue[0], owner=f"Owner {number}") for number in range(9))
    line = sheet_of(register, replace(view, waiting_on_others=rows)).parts[2].lines[0]
    assert line.endswith("Owner 5 1, and 3 more.")
    line = sheet_of(register, replace(view, waiting_on_others=rows[:7])).parts[2].lines[0]
    assert line.endswith("Owner 5 1, Owner 6 1.")
    calm = tuple(replace(row, standing=Standing.DUE_SOON) for row in rows[:1])
    line = sheet_of(register, replace(view, waiting_on_others=calm)).parts[2].lines[0]
    assert line == "Waiting on others for 1, none of them overdue: Owner 0 1."


def test_each_day_of_six_weeks_tells_its_load_by_weight(register, view):
    weights = (Weight.DUTY, Weight.LOCAL_PRACTICE, Weight.LOCAL_PRACTICE)
    loads = (DayLoad(TODAY, True, "", weights), *view.weeks[1:])
    calendar = sheet_of(register, replace(view, weeks=loads)).parts[3]
    assert len(calendar.weeks) == 6
    today = calendar.weeks[0].days[0]
    assert today.is_today
    (note,) = today.notes
    assert (note.text, note.standing) == ("3 due: 1 duty, 2 local", Standing.DUE_TODAY)
    late = replace(view, today=date(2026, 11, 25))
    (before,) = sheet_of(register, late).parts[3].weeks[0].days[1].notes
    assert before.standing is Standing.OVERDUE
    assert sheet_of(register, replace(view, weeks=())).parts[3].weeks == ()


def test_what_changed_since_is_counted(register, view):
    since = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    lines = [
        sheet_of(register, replace(view, opened_before=since, since=(1,) * changes,
                                   became_overdue=late)).parts[2].lines[1]
        for changes, late in ((0, 0), (1, 1), (3, 2))
    ]  # fmt: skip
    assert lines == [
        "Since you last opened, Fri 20 Nov 2026: 0 changes, and no dates have become overdue.",
        "Since you last opened, Fri 20 Nov 2026: 1 change, and 1 date has become overdue.",
        "Since you last opened, Fri 20 Nov 2026: 3 changes, and 2 dates have become overdue.",
    ]


def test_a_day_off_is_named(register):
    christmas = look_at_today(register, today=date(2026, 12, 25))
    assert sheet_of(register, christmas).summary.startswith("Christmas Day: not a working day. 0")


def test_it_names_the_cases_that_it_tells_of(register, view):
    assert sheet_of(register, view).case_ids == (view.overdue[0].case_id,)


def test_practice_has_a_full_page_that_keeps_both_standards(practice, tmp_path, verapdf):
    paper = sheet_of(practice, look_at_today(practice, today=TODAY))
    shown = [row for row in table_of(paper).rows if row.standing is not None]
    assert len(shown) >= 12
    file = tmp_path / "today.pdf"
    file.write_bytes(paper_pdf(paper))
    verapdf(file)


def listed(number, *, has_left):
    return ListedReview(uuid4(), f"RIV {number}", "A review", TODAY, has_left=has_left)


@pytest.mark.parametrize(
    ("left", "leaving", "words"),
    [
        (1, 0, "1 has left it and must be archived: RIV 1."),
        (
            2,
            1,
            "2 have left it and must be archived, 1 leaves it in the next 3 months: RIV 1 first",
        ),
        (0, 2, "Reviews on the public list: 2 leave it in the next 3 months: RIV 1 first."),
    ],
)
def test_the_end_of_the_public_list_is_told_while_it_is_near(register, view, left, leaving, words):
    reviews = [listed(number + 1, has_left=number < left) for number in range(left + leaving)]
    paper = sheet_of(register, replace(view, list_window=tuple(reviews)))
    assert words in words_of(paper)
    assert "public list" not in words_of(sheet_of(register, view))


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 due date was moved."), (3, "3 due dates were moved.")]
)
def test_moved_due_dates_are_counted(register, view, number, words):
    moved = MovedDate(uuid4(), "RIV 1", "RR-15", "Rapid Review", TODAY, None, "Calendar changed")
    before = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    told = replace(view, opened_before=before, moved=(moved,) * number)
    assert words in words_of(sheet_of(register, told))
