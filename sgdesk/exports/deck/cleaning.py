"""A last wash of the briefing: a slide shows every odd character that slips through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sgdesk.records.briefing import FurtherReading, LearningPoint, ThemeCount
from sgdesk.text import clean_block, clean_line

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing

_LINES = (
    "title",
    "reference",
    "review_type",
    "subtitle",
    "kicker",
    "audience",
    "web_address",
    "statement",
    "mark",
)


def clean_briefing(briefing: Briefing) -> Briefing:
    """Return `briefing` with clean text and without items that hold none."""
    lines: dict[str, Any] = {name: clean_line(getattr(briefing, name)) for name in _LINES}
    brand = replace(
        briefing.brand,
        partnership=clean_line(briefing.brand.partnership),
        short_name=clean_line(briefing.brand.short_name),
        contacts=_lines(briefing.brand.contacts),
    )
    return replace(
        briefing,
        **lines,
        brand=brand,
        background=_paragraphs(briefing.background),
        key_learning=_points(briefing.key_learning),
        good_practice=_points(briefing.good_practice),
        improvements=_points(briefing.improvements),
        timeline=_points(briefing.timeline),
        recommendations=_points(briefing.recommendations),
        questions=_paragraphs(briefing.questions),
        find_out_more=_readings(briefing.find_out_more),
        staff_support=_paragraphs(briefing.staff_support),
        themes=_themes(briefing.themes),
    )


def _paragraphs(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for text in texts for line in clean_block(text).split("\n") if line)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := clean_line(text)))


def _points(points: tuple[LearningPoint, ...]) -> tuple[LearningPoint, ...]:
    cleaned = (LearningPoint(clean_line(point.lead), clean_line(point.text)) for point in points)
    return tuple(point for point in cleaned if point.lead or point.text)


def _readings(readings: tuple[FurtherReading, ...]) -> tuple[FurtherReading, ...]:
    cleaned = (
        FurtherReading(clean_line(one.text), clean_line(one.label), clean_line(one.address))
        for one in readings
    )
    return tuple(one for one in cleaned if one.text or one.label or one.address)


def _themes(themes: tuple[ThemeCount, ...]) -> tuple[ThemeCount, ...]:
    cleaned = (ThemeCount(clean_line(theme.theme), theme.reviews) for theme in themes)
    return tuple(theme for theme in cleaned if theme.theme and theme.reviews > 0)
