"""The closing slide: support for staff, contacts, and what to do about a child."""

from __future__ import annotations

from dataclasses import replace

from deck_samples import FRAMES, FULL, point

from sgdesk.exports.deck.content import Look, Marker
from sgdesk.exports.deck.measuring import Frame, Frames
from sgdesk.exports.deck.plan import plan_slides
from sgdesk.exports.deck.sections import support


def texts(block):
    return ["".join(run.text for run in paragraph) for paragraph in block.paragraphs]


def closing(contacts=(), staff_support=(), frames=FRAMES):
    briefing = replace(
        FULL, brand=replace(FULL.brand, contacts=contacts), staff_support=staff_support
    )
    return support(briefing, frames)


def test_contacts_stand_beside_the_support_and_the_child_comes_last_in_it():
    (slide,) = closing(contacts=("reviews@example.org", "0161 496 0000"))
    assert slide.title == "Support for staff"
    assert slide.panel.kicker == "Who to contact"
    assert texts(slide.panel) == ["reviews@example.org", "0161 496 0000"]
    assert texts(slide.text)[-1].startswith("Worried about a child?")


def test_without_contacts_a_worry_about_a_child_stands_beside_the_support():
    (slide,) = closing()
    assert slide.panel.kicker == "Worried about a child?"
    assert "999" in texts(slide.panel)[0]
    assert not any("Worried" in text for text in texts(slide.text))


def test_the_partnership_s_own_words_take_the_place_of_the_standing_ones():
    (slide,) = closing(("Ring us.",), ("Take a break.", "Ring the line for staff."))
    assert texts(slide.text) == ["Take a break.", "Ring the line for staff."]


def test_contacts_that_do_not_fit_have_a_slide_of_their_own_before_the_last():
    lines = tuple(f"Line {number} of the address" for number in range(9))
    first, last = closing(lines)
    assert (first.title, last.title) == ("Who to contact", "Support for staff")
    assert texts(first.text) == list(lines)
    assert first.text.marker is Marker.NONE
    assert (last.look, last.panel) == (Look.CONTENT, None)


def test_support_too_long_for_its_panel_takes_the_slide_and_keeps_the_worry():
    slides = closing(staff_support=(point(200).text,))
    assert [slide.look for slide in slides] == [Look.CONTENT]
    assert texts(slides[-1].text)[-1].startswith("Worried about a child?")
    contacts, *_ = closing(("Ring us.",), (point(200).text,))
    assert contacts.title == "Who to contact"


def test_the_closing_slide_is_the_last_of_the_deck_even_on_a_small_template():
    small = Frames(Frame(500, 220), Frame(240, 220), Frame(100, 220), Frame(500, 60))
    for frames in (FRAMES, small):
        assert plan_slides(FULL, frames)[-1].title.startswith("Support for staff")
