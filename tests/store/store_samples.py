"""Rows and keys that the tests of the register share."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.wrapping import Cost

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.store.engine import Store

CHEAP = Cost(memory_kib=32, rounds=1, lanes=1)
KEY = secrets.token_bytes(32)
AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
DAY = date(2026, 10, 5)
ACTOR = "Business support"


def make_case(number: int = 1, **overrides: Any) -> CaseEntity:
    values: dict[str, Any] = {
        "reference": f"PRAC2026-27-{number:02d}",
        "reference_key": f"prac2026-27-{number:02d}",
        "title": "Two siblings, neglect",
        "aware_on": DAY,
    }
    return CaseEntity(**values | overrides)


def add(store: Store, *entities: Any) -> None:
    with store.write(ACTOR, AT) as session:
        session.add_all(entities)


def add_case(store: Store, number: int = 1, **overrides: Any) -> UUID:
    case = make_case(number, **overrides)
    add(store, case)
    return case.id


def count(store: Store, table: str) -> int:
    with store.rows() as rows:
        return int(rows.all(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608


def files_of(path: Path) -> dict[str, bytes]:
    """The register's files as they lie on the disk, by the end of their names."""
    return {
        found.name.removeprefix(path.name): found.read_bytes()
        for found in path.parent.glob(f"{path.name}*")
    }
