"""Tests of the typefaces that stay open from page to page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefing_samples import BRIEFING

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.exports.pdf import kept_fonts as module
from sgdesk.exports.pdf.briefing import briefing_pdf, plan_briefing
from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.kept_fonts import kept_fonts


@pytest.fixture(autouse=True)
def _none_kept(monkeypatch):
    monkeypatch.setattr(module, "_KEPT", {})


def test_each_typeface_is_kept_by_itself():
    first = kept_fonts(DocumentFont.SOURCE_SANS)
    assert kept_fonts(DocumentFont.SOURCE_SANS) is first
    assert kept_fonts(DocumentFont.EASY_READ) is not first


def test_a_full_set_is_let_go(monkeypatch):
    monkeypatch.setattr(module, "_MOST", 3)
    first = kept_fonts(DocumentFont.SOURCE_SANS)
    for word in ("one", "two", "three"):
        first.width(word, Weight.REGULAR)
    assert first.measured > 3
    assert kept_fonts(DocumentFont.SOURCE_SANS) is not first
    assert FontSet().measured == 0


def test_what_was_measured_before_changes_no_page():
    fresh = briefing_pdf(BRIEFING)
    for title in ("One", "Another", BRIEFING.title):
        plan_briefing(replace(BRIEFING, title=title))
        briefing_pdf(replace(BRIEFING, title=title))
    assert briefing_pdf(BRIEFING) == fresh
