"""A register with words of its own in every text that an officer types, to be looked for later."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

from services_samples import CHEAP
from sqlalchemy import String, func, select

import sgdesk.store.entities
from sgdesk.imports.practice import load_practice
from sgdesk.services import practice
from sgdesk.services.register import Register
from sgdesk.store.base import Base, Texts
from sgdesk.store.engine import Store
from sgdesk.store.keys import new_key_file

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

for found in pkgutil.iter_modules(sgdesk.store.entities.__path__):
    import_module(f"sgdesk.store.entities.{found.name}")

WORDS = ("Kvexlidor", "Zo\u00ebq\u00fcist", "\u0141ozmbrik")
"""No name and no word of any language: plain letters, and letters that are written in more ways."""
MARK = " ".join(WORDS)
OPENED_BY = "lamp orbit gravel seventeen"
NOT_TYPED = frozenset(
    {
        "AuditEntity",
        "DeckTemplateEntity",
        "ExportEntity",
        "KeptResultEntity",
        "LetterTemplateEntity",
        "MovedDateEntity",
        "SavedViewEntity",
    }
)
"""Rows that the program writes itself, or whose texts have places for fields."""
CODED = frozenset(
    {
        *("accent", "code", "edition", "effect", "embargo_time", "file_name", "held_time"),
        *("incident_time", "ink", "key", "kind", "list_key", "media_type", "meeting_time"),
        *("name_key", "number", "prefix", "reference_key", "review_type", "rule_code", "sex"),
        *("sha256", "state", "web_address", "web_slot_time", "webinar_address"),
    }
)
"""Columns of text that hold codes, times, colours and addresses."""


def make_marked(folder: Path, today: date, now: Callable[[], datetime]) -> Register:
    """Return a new register with the cases of the practice register, as if they were real."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys = new_key_file(folder / "register.keys", OPENED_BY, cost=CHEAP)
    store = Store.create(folder / "register.sgdesk", keys.dek)
    register = Register(store, folder, now=now)
    content = load_practice(today=today, calendar=register.calendar)
    register.profile = content.partnership
    with register.write() as session:
        practice._fill(session, content, today, now())
    register.refresh()
    return register


def marked_columns() -> dict[Any, list[str]]:
    """Return what an officer types into each kind of row, by the names of its columns."""
    found = {}
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__name__):
        kind = mapper.class_
        typed = [
            column.key
            for column in mapper.columns
            if (type(column.type) is String or isinstance(column.type, Texts))
            and column.key not in CODED | {"pauses"}
        ]
        if typed and kind.__name__ not in NOT_TYPED:
            found[kind] = typed
    return found


def mark_one(register: Register, kind: Any, source: random.Random) -> int:
    """Put the words into every text of one row of `kind`; return how many texts that were."""
    columns = marked_columns()[kind]
    with register.write() as session:
        ids = session.scalars(select(kind.id).order_by(func.random())).all()
        if not ids:
            return 0
        row = session.get(kind, source.choice(ids))
        for name in columns:
            value = getattr(row, name)
            new = (*value, MARK) if isinstance(value, tuple) else f"{value} {MARK}".strip()
            setattr(row, name, new)
    return len(columns)
