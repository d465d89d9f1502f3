"""Whether words can be told from what is behind them, on decks changed on purpose."""

from __future__ import annotations

import pytest
from deck_samples import FULL, rewritten, slides_of

from sgdesk.exports.deck.contrast_check import low_contrasts
from sgdesk.exports.deck.slides import briefing_deck

DECK = briefing_deck(FULL)
SLIDE = "ppt/slides/slide{}.xml"
BACKGROUND = "<p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
DARK = BACKGROUND.format('<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>')
GRADIENT = BACKGROUND.format(
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="tx1"/></a:gs>'
    '<a:gs pos="100000"><a:schemeClr val="bg1"/></a:gs></a:gsLst></a:gradFill>'
)


def told(deck, number):
    """The names of the shapes of slide `number` whose words are told to be too pale."""
    return {name for name, _ in low_contrasts(slides_of(deck)[number - 1])}


def changed(part, old, new):
    return rewritten(DECK, part, lambda text: text.replace(old, new))


def coloured(slot, old, new):
    return changed("ppt/theme/theme1.xml", *(f'<a:{slot}><a:srgbClr val="{c}"' for c in (old, new)))


def test_a_sound_deck_is_told_of_nothing():
    assert [told(DECK, number) for number in range(1, 16)] == [set()] * 15


def test_a_dark_background_of_one_slide_is_seen_and_a_panel_of_its_own_colour_is_not():
    deck = changed(SLIDE.format(5), "<p:spTree>", DARK)
    names = told(deck, 5)
    assert {"Title 1", "Content Placeholder 2"} <= names
    assert "Talk about it" not in names
    assert told(deck, 6) == set()


@pytest.mark.parametrize("number", [2, 5])
def test_words_over_a_gradient_are_passed_over(number):
    deck = changed(SLIDE.format(number), "<p:spTree>", GRADIENT)
    assert told(deck, number) == set()


def test_a_master_without_a_background_is_white():
    master = "ppt/slideMasters/slideMaster1.xml"
    start, end = "<p:bg>", "</p:bg>"
    deck = rewritten(
        DECK, master, lambda text: text[: text.index(start)] + text[text.index(end) + len(end) :]
    )
    assert told(deck, 5) == set()


def test_small_words_need_more_contrast_than_large_ones():
    grey = coloured("accent3", "4A5966", "8C8C8C")
    names = told(grey, 5)
    assert len(names) == 2
    assert all(name.startswith(("Footer", "Slide Number")) for name in names)
    large = coloured("dk2", "12344D", "8C8C8C")
    assert "Title 1" not in told(large, 5)


def test_links_and_heads_of_tables_take_the_colours_of_the_theme():
    assert told(coloured("hlink", "0B7A75", "E0E0E0"), 14) == {"Content Placeholder 2"}
    assert "Running order" in told(coloured("accent1", "0B7A75", "E0E0E0"), 2)


def test_a_table_without_a_style_stands_on_the_slide():
    deck = changed(SLIDE.format(2), "{6F0C3C52", "{00000000")
    assert told(deck, 2) == set()
    dark = rewritten(deck, SLIDE.format(2), lambda text: text.replace("<p:spTree>", DARK))
    assert "Running order" in told(dark, 2)
    mixed = rewritten(deck, SLIDE.format(2), lambda text: text.replace("<p:spTree>", GRADIENT))
    assert told(mixed, 2) == set()
