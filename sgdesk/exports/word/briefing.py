"""A briefing as a Word document to edit: the words of its page, in the order of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.briefing_words import facts_of, page_sections, title_of
from sgdesk.exports.word.flow import Flow, Head
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing


def briefing_document(briefing: Briefing) -> bytes:
    """Return the briefing as a .docx file; it may run over as many pages as it needs."""
    title = title_of(briefing)
    flow = Flow(Head(title, briefing.brand, briefing.mark, briefing.as_of))
    flow.logo(briefing.brand)
    flow.paragraph(clean_line(briefing.kicker), is_muted=True)
    flow.title(title)
    flow.paragraph(clean_line(briefing.subtitle))
    flow.labelled(facts_of(briefing, for_whom=True))
    for section in page_sections(briefing):
        flow.section(section)
    flow.paragraph(clean_line(briefing.statement), is_muted=True)
    return flow.finished()
