"""What every kind of record is called in words."""

from __future__ import annotations

from sgdesk.services.case_words import CASE_WORDS
from sgdesk.services.entry_words import ENTRY_WORDS
from sgdesk.services.other_words import OTHER_WORDS

RECORD_WORDS = {**CASE_WORDS, **ENTRY_WORDS, **OTHER_WORDS}
"""By the table that holds the records."""

LINKS = frozenset({"briefing_case", "export_case"})
"""Tables whose rows only join two records; the history leaves them out."""

CONSEQUENCES = frozenset({"moved_date", "kept_result"})
"""Tables whose rows follow from another change of the same save, and never name it."""

PARTS = {"milestone": "timetable"}
"""Tables whose rows are part of a record, by their own: where one save makes or removes both,
the record tells of them in its own line."""
