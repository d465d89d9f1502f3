"""Briefings for the deck's tests, their slides as text, and decks broken on purpose."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PIL import Image, PngImagePlugin
from pptx import Presentation

from sgdesk.exports.deck.measuring import Frame, Frames
from sgdesk.records.briefing import Brand, Briefing, FurtherReading, LearningPoint, ThemeCount

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.slide import Slide

BRIEFING = Briefing(
    title="Listen twice",
    reference="PRSCP2025-26/03",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2026, 2, 4),
    as_of=date(2026, 3, 2),
    brand=Brand("Practice Region Safeguarding Children Partnership", "PRSCP"),
    background=(
        "A seven-week-old baby came to hospital with fractures that nobody could explain.",
        "Three services had seen the family in the month before. Each knew a part of the story.",
    ),
    key_learning=(
        LearningPoint("Babies cannot tell.", "A bruise on a child who does not move needs a call."),
        LearningPoint("Ask about fathers.", "He was in the home and in no record."),
        LearningPoint("", "A cancelled visit is information too."),
    ),
    good_practice=(
        LearningPoint("A second look.", "A nurse asked a colleague to see the baby with her."),
    ),
    improvements=(
        LearningPoint("Join up.", "Share one chronology before the strategy discussion."),
        LearningPoint("Escalate early.", ""),
    ),
    questions=(
        "Who in our team would have seen this bruise?",
        "What do we write down when a visit is cancelled?",
    ),
    find_out_more=(
        FurtherReading("The full review:", "Our reviews page", "https://www.example.org/reviews"),
        FurtherReading("Escalation policy", "", "https://www.example.org/escalation"),
        FurtherReading("Ask your designated professional."),
    ),
    web_address="https://www.example.org/reviews/listen-twice",
    mark="PRACTICE",
    themes=(
        ThemeCount("Neglect", 4),
        ThemeCount("Injuries to babies", 3),
        ThemeCount("Domestic abuse", 1),
    ),
)

TIMELINE = (
    LearningPoint("Before birth", "His mother moved house twice."),
    LearningPoint("3 weeks", "The health visitor saw him once, and the next visit was cancelled."),
    LearningPoint("7 weeks", "He came to hospital with fractures."),
)
RECOMMENDATIONS = (
    LearningPoint("One chronology.", "Partners keep one chronology before each discussion."),
    LearningPoint("Fathers.", "Every assessment of a baby asks about the father."),
)
FULL = replace(
    BRIEFING,
    timeline=TIMELINE,
    recommendations=RECOMMENDATIONS,
    brand=replace(BRIEFING.brand, contacts=("reviews@example.org", "0161 496 0000")),
)

EMBARGO = "OFFICIAL-SENSITIVE: not yet published. Embargo until Mon 7 Dec 2026, 10:00"

FRAMES = Frames(
    body=Frame(851.76, 349.2),
    left=Frame(453.6, 349.2),
    right=Frame(358.56, 349.2),
    title=Frame(851.76, 68.4),
)
"""The room that the built-in template gives."""

BARE = Briefing(
    title="A national look at neglect",
    reference="",
    review_type="National review",
    published=None,
    as_of=date(2026, 3, 2),
    brand=Brand(""),
)


def point(words: int) -> LearningPoint:
    """Return a learning point of about `words` words, in sentences of ten."""
    sentence = "The partners share what they know early and act together."
    return LearningPoint("Together.", " ".join([sentence] * max(1, words // 10)))


def logo(width: int = 300, height: int = 120) -> bytes:
    """Return a PNG that carries the name of the person who drew it."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "Wilhelmina Drawer")
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "#0B7A75").save(stream, "PNG", pnginfo=about)
    return stream.getvalue()


def with_brand(briefing: Briefing = BRIEFING, **changes: Any) -> Briefing:
    return replace(briefing, brand=replace(briefing.brand, **changes))


def slides_of(deck: bytes) -> list[Slide]:
    return list(Presentation(io.BytesIO(deck)).slides)


def titles_of(deck: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides_of(deck)]


def slide_titled(deck: bytes, title: str) -> Slide:
    return next(s for s in slides_of(deck) if s.shapes.title.text_frame.text == title)


def shape_named(slide: Slide, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def package_text(deck: bytes) -> str:
    """Everything the package holds, the chart's workbook unpacked, as one text."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        for name in package.namelist():
            content = package.read(name)
            texts.append(name)
            nested = name.endswith(".xlsx")
            texts.append(package_text(content) if nested else content.decode("latin-1"))
    return "\n".join(texts)


def outline(deck: bytes) -> str:
    """Return slides, shapes and notes as text, in reading order."""
    lines = []
    for number, slide in enumerate(slides_of(deck), start=1):
        lines.append(f"# {number} {slide.slide_layout.name}")
        for shape in slide.shapes:
            lines.extend(f"{shape.name}: {line}" for line in _lines(shape))
        notes = slide.notes_slide.notes_text_frame.text
        lines.extend(f"    notes: {line}" for line in notes.split("\n"))
        lines.append("")
    return "\n".join(lines)


def _lines(shape: Any) -> list[str]:
    description = shape.element._nvXxPr.cNvPr.get("descr")
    lines = [f"[{description}]"] if description else []
    if shape.has_table:
        lines.extend(" / ".join(cell.text for cell in row.cells) for row in shape.table.rows)
    if shape.has_chart:
        plot = shape.chart.plots[0]
        lines.extend(
            f"{category} {value:g}"
            for category, value in zip(plot.categories, plot.series[0].values, strict=True)
        )
    if shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            sizes = {run.font.size.pt for run in paragraph.runs if run.font.size}
            size = f" ({sizes.pop():g} pt)" if sizes else ""
            lines.append(f"{paragraph.text}{size}")
    return lines


def rewritten(deck: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return `deck` with the text of one part changed; it must change."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(deck)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                before = content.decode()
                content = change(before).encode()
                assert content.decode() != before
            copy.writestr(entry, content)
    return target.getvalue()


def saved(slides: list[Slide]) -> bytes:
    """Return the deck that `slides` belong to, as changed."""
    stream = io.BytesIO()
    slides[0].part.package.presentation_part.presentation.save(stream)
    return stream.getvalue()
