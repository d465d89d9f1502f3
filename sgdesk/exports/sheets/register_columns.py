"""The columns of the register: the same in the workbook and in the table of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.sheets.tables import Column
from sgdesk.text import clean_block, clean_line

if TYPE_CHECKING:
    from sgdesk.records.register_books import LearningLine, ReviewLine

REVIEW_COLUMNS: tuple[Column[ReviewLine], ...] = (
    Column("Reference", 16, lambda line: clean_line(line.reference)),
    Column("Further references", 11, lambda line: clean_line(line.further_references)),
    Column("Title", 28, lambda line: clean_line(line.title)),
    Column("Kind", 10, lambda line: line.kind),
    Column("Review type", 18, lambda line: clean_line(line.review_type)),
    Column("Stage", 13, lambda line: line.stage),
    Column("Themes", 24, lambda line: clean_line(line.themes)),
    Column("Notified", 11.5, lambda line: line.notified_on),
    Column("Rapid Review meeting", 11.5, lambda line: line.meeting_on),
    Column("Rapid Review sent", 11.5, lambda line: line.rapid_review_sent_on),
    Column("Decided", 11.5, lambda line: line.decided_on),
    Column("Panel replied", 11.5, lambda line: line.panel_replied_on),
    Column("Local review begun", 11.5, lambda line: line.initiated_on),
    Column("Publication planned", 11.5, lambda line: line.planned_on),
    Column("Published", 11.5, lambda line: line.published_on),
    Column("Leaves the list", 11.5, lambda line: line.leaves_on),
    Column("Archived", 11.5, lambda line: line.archived_on),
    Column("Sent to the repository", 11.5, lambda line: line.deposited_on),
    Column("Web address", 26, lambda line: clean_line(line.web_address)),
)
LEARNING_COLUMNS: tuple[Column[LearningLine], ...] = (
    Column("Reference", 18, lambda line: clean_line(line.references)),
    Column("Briefing", 34, lambda line: clean_line(line.briefing)),
    Column("Kind", 24, lambda line: line.kind),
    Column("Text", 80, lambda line: clean_block(line.text)),
)
