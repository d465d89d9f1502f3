"""What a save stores of due dates: those that moved, and results that must not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.moves import Move
    from sgdesk.services.recalculation import CaseMoves
    from sgdesk.store.engine import Rows

_TOLD = (
    "SELECT m.case_id, m.rule_code, m.before_on, m.after_on, m.deleted_at IS NOT NULL "
    "FROM audit AS a JOIN moved_date AS m ON m.id = a.row_id "
    "WHERE a.table_name = 'moved_date' AND a.seq BETWEEN ? AND ?"
)


class Keeping(NamedTuple):
    """How a save stores what it does to dates; the calendar and the counting are those before."""

    session: Session
    calendar: WorkingCalendar
    counting: Counting
    now: datetime


def told_moves(rows: Rows, told: Sequence[int]) -> set[tuple[object, ...]]:
    """Return the moves that a save tells of by itself, as it takes another save back.

    Each is the case, the rule, and the dates before and after, as texts.
    """
    return {
        (case_id, code, after, before) if is_back else (case_id, code, before, after)
        for case_id, code, before, after, is_back in rows.all(_TOLD, (told[0], told[-1]))
    }


def store_moves(
    keeping: Keeping, found: Sequence[CaseMoves], already: set[tuple[object, ...]]
) -> None:
    """Store results that must not move and dates that did; let go of what is open again.

    Moves that are told `already` are not told twice.
    """
    from sgdesk.store.entities.deadlines import MovedDateEntity  # noqa: PLC0415 - few saves

    for case, comparison, held, _calendar in found:
        for code in comparison.released:
            if held[code].is_kept:
                kept_row(keeping.session, case.id, code).deleted_at = keeping.now
        for deadline in comparison.kept:
            _keep(keeping, case.id, deadline)
        for move in comparison.moves:
            if _as_text(case.id, move) not in already:
                keeping.session.add(
                    MovedDateEntity(
                        case_id=case.id,
                        rule_code=move.code,
                        before_on=move.before,
                        after_on=move.after,
                        cause=move.cause,
                    )
                )


def kept_row(session: Session, case_id: UUID, code: str) -> Any:
    """Return the row of a result that is kept. Raises `NoResultFound` if there is none."""
    from sqlalchemy import select  # noqa: PLC0415 - few saves move a date

    from sgdesk.store.entities.deadlines import KeptResultEntity  # noqa: PLC0415 - as above

    return session.scalars(
        select(KeptResultEntity).where(
            KeptResultEntity.case_id == case_id,
            KeptResultEntity.rule_code == code,
            KeptResultEntity.deleted_at.is_(None),
        )
    ).one()


def _keep(keeping: Keeping, case_id: UUID, deadline: Deadline) -> None:
    from sgdesk.domain.explanations import explain  # noqa: PLC0415 - few saves move a date
    from sgdesk.store.entities.deadlines import KeptResultEntity  # noqa: PLC0415 - as above

    if deadline.is_kept:  # its completion was corrected since, and it was judged by that
        row = kept_row(keeping.session, case_id, deadline.rule.code)
        row.done_on, row.days = deadline.done_on, deadline.days
        row.is_late = deadline.standing is Standing.MET_LATE
        return
    trigger_on = cast("date", deadline.trigger_on)  # it was judged by it, just now
    explanation = explain(deadline.rule, trigger_on, keeping.calendar, keeping.counting)
    keeping.session.add(
        KeptResultEntity(
            case_id=case_id,
            rule_code=deadline.rule.code,
            trigger_on=trigger_on,
            due_on=cast("date", deadline.due),
            done_on=cast("date", deadline.done_on),
            is_late=deadline.standing is Standing.MET_LATE,
            days=deadline.days,
            working=explanation.sentence,
        )
    )


def _as_text(case_id: UUID, move: Move) -> tuple[object, ...]:
    before, after = (day.isoformat() if day else None for day in (move.before, move.after))
    return case_id.hex, move.code, before, after
