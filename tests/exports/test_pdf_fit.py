"""Fit: more words never make larger text, and what the plan says to cut does make it fit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

import pytest
from briefing_samples import BRIEFING, SHORT, WELL_WRITTEN, logo_png, make_briefing, set_in
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.errors import CancelledError
from sgdesk.exports.logos import open_logo
from sgdesk.exports.pdf.briefing import briefing_pdf, plan_briefing
from sgdesk.exports.pdf.briefing_page import LARGEST, SMALLEST, Page
from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.records.briefing import Briefing, FurtherReading, LearningPoint
from sgdesk.records.fitting import FitError

FONTS = FontSet()
LOGO = open_logo(logo_png())
FIELDS = {
    "Background": "background",
    "Key learning": "key_learning",
    "Good practice": "good_practice",
    "Areas for practice improvement": "improvements",
    "Questions for your team meeting or supervision": "questions",
}
SENTENCE = "The plan was shared late and nobody asked the children what they thought of it. "


def with_words(count: int, field: str = "background") -> Briefing:
    """The sample with a section of exactly so many words."""
    text = " ".join((SENTENCE * (count // 15 + 1)).split()[:count])
    is_list = field in {"key_learning", "good_practice", "improvements"}
    return make_briefing(**{field: (LearningPoint("", text) if is_list else text,)})


def shortened(briefing: Briefing, section: str, count: int) -> Briefing:
    """The briefing without the last words of a section."""
    kept: list[str | LearningPoint] = []
    items = getattr(briefing, FIELDS[section])
    total = sum(len(words_of(item)) for item in items)
    left = total - count
    for item in items:
        words = words_of(item)[: max(left, 0)]
        left -= len(words_of(item))
        if words:
            kept.append(point_like(item, words))
    return replace(briefing, **{FIELDS[section]: tuple(kept)})


def words_of(item: str | LearningPoint) -> list[str]:
    return (f"{item.lead} {item.text}" if isinstance(item, LearningPoint) else item).split()


def point_like(item: str | LearningPoint, words: list[str]) -> str | LearningPoint:
    if isinstance(item, str):
        return " ".join(words)
    lead = len(item.lead.split())
    return LearningPoint(" ".join(words[:lead]), " ".join(words[lead:]))


def size_of(briefing: Briefing) -> float:
    page = Page(briefing, FONTS, LOGO)
    spacing = page.fitted(page.body)
    return spacing.size if spacing else 0


def test_a_short_text_is_as_large_and_as_loose_as_it_gets() -> None:
    fit = plan_briefing(SHORT)
    assert (fit.fits, fit.size_pt, fit.gap, fit.cuts) == (True, LARGEST, 2.4, ())
    assert fit.words == 29


def test_a_text_many_times_too_long_is_told_how_much_has_to_go() -> None:
    point = LearningPoint("", SENTENCE * 60)
    long = make_briefing(background=(SENTENCE * 60,), key_learning=(point,), improvements=(point,))
    fit = plan_briefing(long)
    assert sum(cut.words for cut in fit.cuts) > 0.7 * fit.words
    for cut in fit.cuts:
        long = shortened(long, cut.section, cut.words)
    assert plan_briefing(long).fits


@given(st.integers(20, 330), st.integers(1, 60), st.sampled_from(sorted(FIELDS.values())))
@settings(max_examples=40)
def test_more_words_never_make_larger_text(count: int, more: int, field: str) -> None:
    assert size_of(with_words(count, field)) >= size_of(with_words(count + more, field))


def test_text_shrinks_in_steps_of_a_tenth_down_to_the_floor_and_then_no_more() -> None:
    sizes = [size_of(with_words(count)) for count in range(60, 420, 8)]
    assert sizes == sorted(sizes, reverse=True)
    fitting = [size for size in sizes if size]
    assert (fitting[0], sizes[-1]) == (LARGEST, 0)
    assert SMALLEST <= min(fitting) < SMALLEST + 0.5
    assert len(set(fitting)) > 5


@pytest.mark.parametrize("font", DocumentFont)
@pytest.mark.parametrize("briefing", [BRIEFING, WELL_WRITTEN, with_words(200)])
def test_the_words_to_spare_can_be_added_to_any_section(
    briefing: Briefing, font: DocumentFont
) -> None:
    spare = plan_briefing(set_in(briefing, font)).words_to_spare
    assert spare > 0
    addition = " ".join((SENTENCE * (spare // 15 + 1)).split()[: int(spare * 0.9)])
    for heading, field in FIELDS.items():
        if items := getattr(briefing, field):
            *before, last = items
            longer = point_like(last, words_of(last) + addition.split())
            changed = replace(briefing, **{field: (*before, longer)})
            assert plan_briefing(set_in(changed, font)).fits, heading


@pytest.mark.parametrize(
    "briefing",
    [
        with_words(420),
        with_words(330, "key_learning"),
        with_words(420, "improvements"),
        replace(with_words(300, "questions"), mark="PRACTICE"),
        replace(WELL_WRITTEN, background=(SENTENCE * 10, SENTENCE * 9)),
    ],
)
def test_each_cut_on_its_own_makes_it_fit_and_one_word_less_does_not(briefing: Briefing) -> None:
    fit = plan_briefing(briefing)
    assert not fit.fits
    assert fit.is_either
    assert (fit.size_pt, fit.words_to_spare) == (SMALLEST, 0)
    assert [cut.words for cut in fit.cuts] == sorted(cut.words for cut in fit.cuts)
    for cut in fit.cuts:
        assert 0 < cut.words < cut.section_words
        assert f"about {cut.words} words from {cut.section}" in fit.message
        assert plan_briefing(shortened(briefing, cut.section, cut.words)).fits
        assert not plan_briefing(shortened(briefing, cut.section, cut.words - 1)).fits


def test_where_no_section_is_long_enough_all_the_cuts_together_make_it_fit() -> None:
    point = LearningPoint("", SENTENCE * 5)
    long = make_briefing(
        background=(SENTENCE * 12,),
        key_learning=(point, point, point),
        improvements=(point, point, point),
        questions=(SENTENCE * 5,) * 4,
    )
    fit = plan_briefing(long)
    assert not fit.is_either
    assert [cut.section for cut in fit.cuts] == [
        heading for heading in FIELDS if heading != "Good practice"
    ]
    assert "no single section is long enough" in fit.message
    for cut in fit.cuts:
        long = shortened(long, cut.section, cut.words)
    assert plan_briefing(long).fits


ENDLESS = SENTENCE * 90
FIXED_LINES = [
    ({"title": "An endless title " * 90}, "the title"),
    ({"title": "x" * 9000}, "the title"),
    ({"subtitle": ENDLESS}, "the subtitle"),
    ({"find_out_more": (FurtherReading(ENDLESS),)}, "“Find out more”"),
    ({"brand": replace(BRIEFING.brand, contacts=(ENDLESS,))}, "the contacts in Settings"),
    ({"statement": ENDLESS}, "the statement at the foot"),
    ({"mark": ENDLESS}, "the handling mark"),
    ({"review_type": ENDLESS}, "the review type and the audience"),
    ({"title": ENDLESS, "subtitle": ENDLESS}, "the title, the subtitle and “Find out more”"),
    ({"reference": "x" * 9000}, "the case reference"),
]


@pytest.mark.parametrize(("changes", "named"), FIXED_LINES)
def test_where_the_fixed_lines_fill_the_page_the_plan_says_which(
    changes: dict[str, object], named: str
) -> None:
    fit = plan_briefing(make_briefing(**changes))
    assert (fit.fits, fit.cuts) == (False, ())
    assert f"shorten {named}" in fit.message


def test_where_nothing_named_can_be_shorter_the_title_is_asked_for() -> None:
    bare = make_briefing(
        title="A title",
        subtitle="",
        kicker="x" * 9000,
        find_out_more=(),
        web_address="",
        statement="",
    )
    fit = plan_briefing(bare)
    assert (fit.fits, fit.cuts) == (False, ())
    assert fit.message.endswith("before its text begins: shorten the title.")


def test_a_full_page_says_that_it_is_full() -> None:
    count = bisect_left(range(400), 1, key=lambda count: not size_of(with_words(count)))
    fit = plan_briefing(with_words(count - 1))
    assert fit.size_pt == SMALLEST
    assert fit.message.startswith("Fits at 10 pt, smaller than the 12 pt that reads best; ")
    assert fit.words_to_spare < 15


def test_room_beyond_counting_is_not_counted() -> None:
    empty = make_briefing(
        background=(), key_learning=(), improvements=(), questions=(), find_out_more=()
    )
    assert "more than 400 words" in plan_briefing(empty).message


def test_a_briefing_that_does_not_fit_is_refused_with_its_plan() -> None:
    with pytest.raises(FitError) as refusal:
        briefing_pdf(with_words(420))
    assert refusal.value.fit == plan_briefing(with_words(420))
    assert str(refusal.value) == refusal.value.fit.message


def test_overlong_words_are_counted_once_and_cut_like_others() -> None:
    fit = plan_briefing(make_briefing(background=("x" * 1500, "y" * 1500, "z" * 100)))
    assert not fit.fits
    (cut,) = [cut for cut in fit.cuts if cut.section == "Background"]
    assert (cut.words, cut.section_words) == (2, 3)


def test_what_is_cut_says_how_many_lines_its_section_has_now():
    cuts = {cut.section: cut for cut in plan_briefing(with_words(900)).cuts}
    cut = cuts["Background"]
    longer = plan_briefing(with_words(1_800)).cuts
    (more,) = (one for one in longer if one.section == "Background")
    assert cut.section_lines > 30
    assert more.section_lines == pytest.approx(2 * cut.section_lines, abs=2)


@pytest.mark.parametrize("briefing", [BRIEFING, with_words(1_800)], ids=["fits", "too-long"])
def test_the_search_for_a_fit_stops_when_nobody_waits_for_it(briefing):
    steps = []

    def stop(done, total, label):
        steps.append((done, total, label))
        if len(steps) == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        plan_briefing(briefing, stop)
    assert steps == [(1, 4, "Fitting it to one page")] * 3
