"""Statements that would change the register without a word in its history."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import delete, insert, text, update

from sgdesk.store.entities.cases import CaseEntity

WAYS_PAST_THE_ENTITIES = {
    "core update": update(CaseEntity).values(owner="x"),
    "core delete": delete(CaseEntity),
    "core insert": insert(CaseEntity).values(id=uuid4(), title="x"),
    "update": text("UPDATE case_file SET owner = 'x'"),
    "delete": text("  delete from case_file"),
    "replace": text("REPLACE INTO audit SELECT * FROM audit"),
    "upsert": text(
        "INSERT INTO audit SELECT * FROM audit WHERE 1 ON CONFLICT DO UPDATE SET actor = 'x'"
    ),
    "common table": text("WITH one AS (SELECT 1) DELETE FROM case_file"),
    "recursive": text("WITH RECURSIVE n(i) AS (SELECT 2) UPDATE audit SET seq = (SELECT i FROM n)"),
    "behind a comment": text("/* a word */ UPDATE case_file SET owner = 'x'"),
    "behind a line": text("-- a word\nUPDATE case_file SET owner = 'x'"),
    "returning": text("UPDATE case_file SET owner = 'x' RETURNING id"),
    "drop": text("DROP TRIGGER audit_in_order"),
    "own trigger": text(
        "CREATE TRIGGER mine BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END"
    ),
    "temporary trigger": text(
        "CREATE TEMP TRIGGER mine BEFORE INSERT ON audit BEGIN SELECT 1; END"
    ),
    "rename": text("ALTER TABLE audit RENAME TO old"),
    "index": text("REINDEX"),
    "schema": text("PRAGMA writable_schema = 1"),
    "lifting": text("/* */ PRAGMA query_only = 0"),
    "replace past triggers": text("-- \n; pragma recursive_triggers = 0"),
    "version": text("PRAGMA user_version = 99"),
    "attach": text("ATTACH ':memory:' AS other KEY ''"),
    "detach": text("DETACH main"),
}
