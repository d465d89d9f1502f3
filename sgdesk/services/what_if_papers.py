"""What would be if some dates were others, on paper and as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.dates import long_date
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.papers import new_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sgdesk.records.papers import Paper
    from sgdesk.records.what_if import TriedDate, WhatIf, WhatIfLine
    from sgdesk.services.register import Register

TITLE = "What if"
NOTHING_SAVED = "Nothing of this is recorded: it shows what would be."


def what_if_paper(register: Register, found: WhatIf, *, today: date) -> Paper:
    """Return what would be as a paper: what moves with its working, then what stays."""
    paper = new_paper(
        register,
        f"{TITLE}: {found.reference}",
        (
            PaperTable(
                _columns(found),
                tuple(_changed_rows(found)),
                title="What changes",
                note="" if found.changed else "No deadline changes.",
            ),
            PaperTable(
                _columns(found),
                tuple(_row(line) for line in found.unchanged),
                title="What stays as it is",
                note="" if found.unchanged else "There is no other deadline.",
            ),
        ),
        today=today,
        file_stem="what-if",
        summary=f"{assumption(found)} {NOTHING_SAVED}",
    )
    return replace(paper, case_ids=(found.case_id,))


def what_if_text(found: WhatIf) -> str:
    """Return what would be as plain text, for a mail: what changes, with its working."""
    lines = [f"{TITLE}: {found.reference}", f"{assumption(found)} {NOTHING_SAVED}", ""]
    for line in found.changed:
        lines += [
            f"{line.what}: {line.then.due_words} ({line.change.lower()}; now {line.now.due_words})",
            f"  {line.then.standing_words}. {line.working}",
        ]
    if not found.changed:
        lines.append("No deadline changes.")
    return "\n".join(lines)


def assumption(found: WhatIf) -> str:
    """Return "If the notified date is Thu 26 Nov 2026 (now Mon 9 Nov 2026)." and the like."""
    if not found.assumed:
        return "No other date is tried."
    return f"If {', and '.join(map(_tried_words, found.assumed))}."


def _tried_words(one: TriedDate) -> str:
    then = long_date(one.then) if one.then else ""
    now = f"now {long_date(one.now)}" if one.now else "no date now"
    return f"the {FIELD_WORDS[one.trigger]} is {then} ({now})"


def _columns(found: WhatIf) -> tuple[PaperColumn, ...]:
    return (
        PaperColumn("What is due", 1.7, is_quiet_below=True),
        PaperColumn("Date now", 1.1),
        PaperColumn("Date then", 1.3, is_quiet_below=True),
        PaperColumn(f"Standing on {long_date(found.as_on)}", 1.6),
    )


def _changed_rows(found: WhatIf) -> Iterator[PaperRow]:
    for line in found.changed:
        yield _row(line)
        yield PaperRow((line.working,), is_below=True)


def _row(line: WhatIfLine) -> PaperRow:
    agreed = f"\nAgreed: {long_date(line.agreed_on)}" if line.agreed_on else ""
    change = f"\n{line.change}" if line.change else ""
    cells = (
        line.what,
        line.now.due_words,
        f"{line.then.due_words}{change}{agreed}",
        line.then.standing_words,
    )
    return PaperRow(cells, line.then.standing)
