"""The day of a register of 10,000 cases: read at the start, again, after a save, over night."""

from __future__ import annotations

import gc
import statistics
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.services.register import Register

TODAY = date(2026, 11, 23)
CASES = 10_000
_ACTIONS_PER_PLAN, _PLANS = 10, 1_000
_AGENCIES, _ASKED = 8, 60
_RUNS = 7


def bench_today(folder: Path) -> list[str]:
    """`look_at_today` whole, on a register with actions and requests beside its cases."""
    register = _new_register(folder / "today")
    from sgdesk.services.coming_weeks import list_day
    from sgdesk.services.held_cases import read_held_cases
    from sgdesk.services.today import look_at_today

    def look(day: date = TODAY) -> None:
        look_at_today(register, today=day)

    def look_anew() -> None:
        register.held = None
        look()

    def look_overnight() -> None:
        look(TODAY + timedelta(days=1))
        look()

    gc.disable()  # as in the program, which collects garbage between two events
    first = _seconds(look, 1)
    anew = _seconds(look_anew)
    again = _seconds(look)
    saved = [_after_save(register, look, number) for number in range(_RUNS)]
    night = _seconds(look_overnight) / 2
    day = _seconds(lambda: list_day(register, TODAY + timedelta(days=1), today=TODAY))
    computed = _seconds(lambda: [*map(_deadlines_of(register), read_held_cases(register))])
    gc.enable()
    register.close()
    return [
        (
            f"the day of {CASES} cases read again {again * 1000:.0f} ms (aim 150), after a save "
            f"{statistics.median(saved) * 1000:.0f} ms, one day of the strip {day * 1000:.0f} ms"
        ),
        (
            f"at the start {first * 1000:.0f} ms, all read anew {anew * 1000:.0f} ms, on another "
            f"day {night * 1000:.0f} ms"
        ),
        f"read again: {again / computed:.2f} times what the pending deadlines alone take",
    ]


def _deadlines_of(register: Register) -> Callable[..., object]:
    from sgdesk.services.deadlines import pending_deadlines

    return lambda case: pending_deadlines(register, case, TODAY)


def _after_save(register: Register, look: Callable[[], None], number: int) -> float:
    """Change one case and return the seconds until the day is read."""
    from sgdesk.store.entities.cases import CaseEntity

    with register.write() as session:
        case = session.query(CaseEntity).offset(number).limit(1).one()
        case.owner = f"Officer {number}"
    return _seconds(look, 1)


def _seconds(work: Callable[[], object], times: int = _RUNS) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def _new_register(folder: Path) -> Register:
    from bench_register import KEY, make_register

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Store

    folder.mkdir()
    path = make_register(folder / "register.sgdesk", CASES)
    store = Store.open(path, KEY)
    _fill(store)
    register = Register(store, folder, now=lambda: datetime.now(UTC))
    register.opened_before = datetime.now(UTC)
    return register


def _fill(store: object) -> None:
    """Give every tenth case a plan of actions, half of them done, and some cases requests."""
    from sqlalchemy import select

    from sgdesk.domain.learning import ActionStatus
    from sgdesk.store.engine import Store
    from sgdesk.store.entities.agencies import AgencyRequestEntity
    from sgdesk.store.entities.cases import CaseEntity
    from sgdesk.store.entities.learning import ActionEntity
    from sgdesk.store.entities.partnerships import AgencyEntity

    if not isinstance(store, Store):
        raise TypeError("a store is needed")
    with store.write("Business support", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) as session:
        cases = session.scalars(select(CaseEntity.id).order_by(CaseEntity.reference_key)).all()
        agencies = [
            AgencyEntity(name=f"Agency {n}", name_key=f"agency {n}") for n in range(_AGENCIES)
        ]
        session.add_all(agencies)
        session.flush()
        for case_id in cases[:: CASES // _PLANS]:
            for number in range(_ACTIONS_PER_PLAN):
                is_done = number % 2 == 0
                session.add(
                    ActionEntity(
                        case_id=case_id,
                        number=str(number),
                        text="Check a sample of files for the voice of the child",
                        due_on=TODAY + timedelta(days=number * 7 - 20),
                        status=ActionStatus.EVIDENCED if is_done else ActionStatus.IN_PROGRESS,
                        closed_on=TODAY - timedelta(days=40) if is_done else None,
                    )
                )
        for case_id in cases[-_ASKED:]:
            for agency in agencies:
                asked_on = TODAY - timedelta(days=10)
                session.add(
                    AgencyRequestEntity(case_id=case_id, agency_id=agency.id, asked_on=asked_on)
                )
