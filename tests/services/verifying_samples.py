"""A history changed by somebody who holds the key, past everything that the program guards."""

from __future__ import annotations

from services_samples import OPENING_WORDS

from sgdesk.services.register import open_register
from sgdesk.store.cipher import connect


def rewrite(register, *statements):
    """Close the register, run `statements` on it, hide how, and return it open again."""
    register.close()
    connection = connect(register.store.path, register.store.key)
    rules = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name in rules:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for sql in rules.values():
        connection.execute(sql)
    connection.close()
    return reopened(register)


def cut_tail(register, entries):
    """Return the register open again without its last `entries` of the history."""
    last = register.store.audit_head().seq - entries
    return rewrite(register, f"DELETE FROM audit WHERE seq > {last}")  # noqa: S608


def reopened(register):
    """Return a closed register open again, with the same place for what was seen of it."""
    opened = open_register(register.folder, OPENING_WORDS, now=register.now)
    opened.seen_in = register.seen_in
    return opened
