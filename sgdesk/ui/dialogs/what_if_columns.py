"""The columns and groups of what would be: the date now, the date then, the standing then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.records.what_if import WhatIfLine
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.deadline_columns import in_days, urgency
from sgdesk.ui.models.record_table import Group

if TYPE_CHECKING:
    from sgdesk.records.what_if import WhatIf


def what_if_columns() -> tuple[Column[WhatIfLine], ...]:
    """Return one column for each fact, for rows of two lines."""
    return (
        Column[WhatIfLine](
            "What is due",
            lambda line: line.what,
            second=lambda line: line.change,
            tooltip=lambda line: line.title,
            kind=CellKind.STRONG,
            width=200,
            stretches=True,
            elides=True,
        ),
        Column[WhatIfLine](
            "Date now",
            lambda line: line.now.due_words,
            lambda line: line.now.due or date.max,
            kind=CellKind.MUTED,
            width=120,
            elides=True,
        ),
        Column[WhatIfLine](
            "Date then",
            lambda line: line.then.due_words,
            lambda line: line.then.due or date.max,
            second=_agreed_words,
            width=120,
            elides=True,
        ),
        Column[WhatIfLine](
            "Standing then (working days)",
            lambda line: in_days(line.then.standing_words),
            lambda line: urgency(line.then.standing, line.then.due),
            standing=lambda line: line.then.standing,
            tooltip=lambda line: line.then.standing_words,
            spoken=lambda line: line.then.standing_words,
            kind=CellKind.STANDING,
            width=150,
            elides=True,
        ),
    )


def what_if_groups(found: WhatIf) -> list[Group[WhatIfLine]]:
    """Return what changes before what stays."""
    return [
        Group("What changes", found.changed),
        Group("What stays as it is", found.unchanged),
    ]


def _agreed_words(line: WhatIfLine) -> str:
    return f"Agreed {long_date(line.agreed_on)}" if line.agreed_on else ""
