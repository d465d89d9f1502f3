"""Version 3: local timetables, kept results and moved dates of deadlines, saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.store.cipher import Connection

_TABLES = (
    """
    CREATE TABLE timetable (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        starts_on DATE NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_timetable PRIMARY KEY (id)
    )
    """,
    "CREATE UNIQUE INDEX uq_timetable_starts_on ON timetable (starts_on) WHERE deleted_at IS NULL",
    """
    CREATE TABLE milestone (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        timetable_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        code VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        count INTEGER NOT NULL,
        is_used BOOLEAN NOT NULL,
        owner VARCHAR NOT NULL,
        CONSTRAINT pk_milestone PRIMARY KEY (id),
        CONSTRAINT fk_milestone_timetable_id FOREIGN KEY(timetable_id)
            REFERENCES timetable (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_milestone_is_used CHECK (is_used IN (0, 1))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_milestone_timetable_id_code
        ON milestone (timetable_id, code) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE announced_year (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        year INTEGER NOT NULL,
        checked_on DATE NOT NULL,
        CONSTRAINT pk_announced_year PRIMARY KEY (id)
    )
    """,
    "CREATE UNIQUE INDEX uq_announced_year_year ON announced_year (year) WHERE deleted_at IS NULL",
    """
    CREATE TABLE saved_view (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        page VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        filter_key VARCHAR NOT NULL,
        what VARCHAR NOT NULL,
        grouping VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        is_default BOOLEAN NOT NULL,
        CONSTRAINT pk_saved_view PRIMARY KEY (id),
        CONSTRAINT ck_saved_view_is_default CHECK (is_default IN (0, 1))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_saved_view_page_name
        ON saved_view (page, name) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE milestone_done (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        rule_code VARCHAR NOT NULL,
        done_on DATE NOT NULL,
        CONSTRAINT pk_milestone_done PRIMARY KEY (id),
        CONSTRAINT fk_milestone_done_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE UNIQUE INDEX uq_milestone_done_case_id_rule_code
        ON milestone_done (case_id, rule_code) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE kept_result (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        rule_code VARCHAR NOT NULL,
        trigger_on DATE,
        due_on DATE NOT NULL,
        done_on DATE NOT NULL,
        is_late BOOLEAN NOT NULL,
        days INTEGER NOT NULL,
        working VARCHAR NOT NULL,
        CONSTRAINT pk_kept_result PRIMARY KEY (id),
        CONSTRAINT fk_kept_result_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_kept_result_is_late CHECK (is_late IN (0, 1))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_kept_result_case_id_rule_code
        ON kept_result (case_id, rule_code) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE moved_date (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        rule_code VARCHAR NOT NULL,
        before_on DATE,
        after_on DATE,
        cause VARCHAR NOT NULL,
        CONSTRAINT pk_moved_date PRIMARY KEY (id),
        CONSTRAINT fk_moved_date_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_moved_date_case_id ON moved_date (case_id)",
)


def upgrade(connection: Connection) -> None:
    """Add the tables; what stands is left as it is."""
    for statement in _TABLES:
        connection.execute(statement)
