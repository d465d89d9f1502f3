"""Tags: the tree follows the drawing, and drawing outside of it is refused."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from sgdesk.exports.pdf.colours import TEXT, WARM
from sgdesk.exports.pdf.fonts import FontSet, Phrase, Weight
from sgdesk.exports.pdf.metadata import Facts
from sgdesk.exports.pdf.sheet import Sheet
from sgdesk.exports.pdf.tagging import Element, Hotspot, Marked, TaggingError, Tags

FACTS = Facts("Title & <more>", "Authors", "Subject", date(2026, 1, 2))


def new_sheet(*texts: str) -> Sheet:
    sheet = Sheet(FACTS, FontSet(), texts)
    sheet.add_page()
    return sheet


def show(sheet: Sheet, text: str, y: float = 30) -> None:
    sheet.show((20, y), Phrase(text, Weight.REGULAR), 12, TEXT)


def test_elements_hold_their_content_in_the_order_of_drawing() -> None:
    sheet = new_sheet()
    with sheet.element("L", numbering="None"), sheet.element("LI") as item:
        with sheet.content():
            show(sheet, "first")
        with sheet.element("Link") as link:
            with sheet.content():
                show(sheet, "second")
            sheet.link_area((10, 20, 30, 5), "https://a.example/", "A page")
    assert item.kids == [Marked(1, 0), link]
    (marked, hotspot) = link.kids
    assert marked == Marked(1, 1)
    assert isinstance(hotspot, Hotspot)
    assert hotspot.box == pytest.approx((28.35, 771.02, 113.39, 785.2), abs=0.01)


def test_marks_start_anew_on_each_page_and_an_element_may_go_on() -> None:
    sheet = new_sheet()
    with sheet.element("P") as paragraph, sheet.content():
        show(sheet, "one")
    sheet.add_page()
    with sheet.tags.reopened(paragraph), sheet.content():
        show(sheet, "two")
    assert paragraph.kids == [Marked(1, 0), Marked(2, 0)]
    with pikepdf.open(BytesIO(sheet.finished())) as pdf:
        kids = pdf.Root.StructTreeRoot.K[0].K[0].K
        assert (kids[0], kids[1].MCID, kids[1].Pg.objgen) == (0, 0, pdf.pages[1].obj.objgen)


def test_text_outside_content_is_refused() -> None:
    sheet = new_sheet()
    with sheet.element("P"), pytest.raises(TaggingError):
        show(sheet, "stray")


@pytest.mark.parametrize("primitive", ["fill", "disc", "stroke", "cells"])
def test_shapes_outside_content_are_refused(primitive: str) -> None:
    sheet = new_sheet()
    draw = {
        "fill": lambda: sheet.fill(0, 0, 9, 9, WARM),
        "disc": lambda: sheet.disc((5, 5), 3, WARM),
        "stroke": lambda: sheet.stroke([(0, 0), (5, 5)], WARM, thickness=1),
        "cells": lambda: sheet.fill_cells((0, 0), 1, [[1]], WARM),
    }
    with pytest.raises(TaggingError):
        draw[primitive]()


def test_content_needs_an_element_of_its_own() -> None:
    sheet = new_sheet()
    with pytest.raises(TaggingError, match="element"), sheet.content():
        pass


def test_content_does_not_nest() -> None:
    sheet = new_sheet()
    with sheet.element("P"), sheet.content():
        with pytest.raises(TaggingError), sheet.artifact():
            pass
        with pytest.raises(TaggingError), sheet.element("Span"):
            pass


def test_content_does_not_run_over_the_end_of_its_page() -> None:
    sheet = new_sheet()
    with sheet.element("P"), pytest.raises(TaggingError), sheet.content():
        sheet.add_page()


def test_after_a_refusal_the_tree_is_as_it_was() -> None:
    tags = Tags()
    with pytest.raises(ZeroDivisionError), tags.element(Element("P")), tags.drawing(1):
        raise ZeroDivisionError
    assert tags.role == "Document"
    with tags.element(Element("H1")):
        assert tags.next_mark(1) == Marked(1, 0)


def test_letters_above_the_line_and_letters_drawn_as_two_keep_their_text() -> None:
    text = "T\u031a a\u0344 end"
    sheet = new_sheet(text, "ä\u0308\u0301")
    with sheet.element("P"), sheet.content():
        show(sheet, text)
    with pikepdf.open(BytesIO(sheet.finished())) as pdf:
        maps = [font.ToUnicode.read_bytes() for font in pdf.pages[0].Resources.Font.values()]
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b" Ts [" in drawn
    for code in (b"<0054>", b"<031A>", b"<00610344>", b"<200B>"):
        assert any(code in each for each in maps), code


def test_a_letter_that_was_not_announced_is_refused_not_dropped() -> None:
    sheet = new_sheet("plain")
    with sheet.element("P"), sheet.content(), pytest.raises(ValueError, match="announced"):
        show(sheet, "Łódź")


def test_grid_squares_that_touch_are_drawn_as_one() -> None:
    sheet = new_sheet()
    with sheet.artifact():
        sheet.fill_cells((10, 10), 2, [[1, 1, 0, 1], [0, 0, 0, 0]], WARM)
    with pikepdf.open(BytesIO(sheet.finished())) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b" re") == 2


def test_the_same_drawing_gives_the_same_bytes() -> None:
    def drawn() -> bytes:
        sheet = new_sheet("“ü”")
        with sheet.element("H1"), sheet.content():
            show(sheet, "“ü”")
        return sheet.finished()

    assert drawn() == drawn()


def test_properties_stand_in_both_places_and_the_tree_leads_back() -> None:
    sheet = new_sheet()
    for role in ("H1", "P"):
        with sheet.element(role), sheet.content():
            show(sheet, role)
    with pikepdf.open(BytesIO(sheet.finished())) as pdf:
        assert pdf.docinfo["/Title"] == FACTS.title
        assert pdf.docinfo["/CreationDate"] == "D:20260102000000Z"
        with pdf.open_metadata() as packet:
            assert packet["dc:title"] == FACTS.title
            assert packet["dc:creator"] == ["Authors"]
            assert packet["xmp:ModifyDate"] == "2026-01-02T00:00:00+00:00"
            assert (packet["pdfaid:part"], packet["pdfaid:conformance"]) == ("2", "A")
            assert packet["pdfuaid:part"] == "1"
        assert (pdf.Root.Lang, pdf.Root.MarkInfo.Marked) == ("en-GB", True)
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert [str(owner.S) for owner in numbers[1]] == ["/H1", "/P"]


def test_marks_are_numbered_without_gaps() -> None:
    sheet = new_sheet()
    for _ in range(5):
        with sheet.element("P"), sheet.content():
            show(sheet, "x")
    numbers = [kid.kids[0].number for kid in sheet.tags.document.kids]
    assert all(after - before == 1 for before, after in pairwise(numbers))
