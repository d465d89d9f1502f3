"""Version 1: the first tables, and the triggers that keep the audit trail as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.store.migrations.step_0001_cases import CASE_TABLES

if TYPE_CHECKING:
    from sgdesk.store.cipher import Connection

_OTHER_TABLES = (
    """
    CREATE TABLE agency (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        name VARCHAR NOT NULL,
        name_key VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        contact VARCHAR NOT NULL,
        email VARCHAR NOT NULL,
        is_active BOOLEAN NOT NULL,
        CONSTRAINT pk_agency PRIMARY KEY (id),
        CONSTRAINT ck_agency_is_active CHECK (is_active IN (0, 1))
    )
    """,
    "CREATE UNIQUE INDEX uq_agency_name_key ON agency (name_key) WHERE deleted_at IS NULL",
    """
    CREATE TABLE audit (
        seq INTEGER NOT NULL,
        at VARCHAR(32) NOT NULL,
        actor VARCHAR NOT NULL,
        action VARCHAR NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id CHAR(32) NOT NULL,
        case_id CHAR(32),
        changes VARCHAR NOT NULL,
        previous VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (seq)
    )
    """,
    "CREATE INDEX ix_audit_case_id_at ON audit (case_id, at)",
    "CREATE INDEX ix_audit_table_name_row_id ON audit (table_name, row_id)",
    """
    CREATE TABLE briefing (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        title VARCHAR NOT NULL,
        subtitle VARCHAR NOT NULL,
        background VARCHAR NOT NULL,
        key_learning TEXT NOT NULL,
        good_practice TEXT NOT NULL,
        improvements TEXT NOT NULL,
        questions TEXT NOT NULL,
        CONSTRAINT pk_briefing PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE calendar_change (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        day DATE NOT NULL,
        kind VARCHAR(30) NOT NULL,
        name VARCHAR NOT NULL,
        CONSTRAINT pk_calendar_change PRIMARY KEY (id),
        CONSTRAINT ck_calendar_change_kind CHECK (kind IN ('added', 'removed', 'closure'))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_calendar_change_day_kind
        ON calendar_change (day, kind)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE partnership (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        name VARCHAR NOT NULL,
        short_name VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        officer VARCHAR NOT NULL,
        handling_mark VARCHAR NOT NULL,
        counting VARCHAR(30) NOT NULL,
        ink VARCHAR NOT NULL,
        accent VARCHAR NOT NULL,
        logo_png BLOB,
        reading TEXT NOT NULL,
        last_yearly_report_on DATE,
        CONSTRAINT pk_partnership PRIMARY KEY (id),
        CONSTRAINT ck_partnership_counting
            CHECK (counting IN (
                'day_after', 'deemed_next', 'trigger_is_day_1'))
    )
    """,
    """
    CREATE TABLE briefing_case (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        briefing_id CHAR(32) NOT NULL,
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_briefing_case PRIMARY KEY (id),
        CONSTRAINT fk_briefing_case_briefing_id FOREIGN KEY(briefing_id)
            REFERENCES briefing (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_briefing_case_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_briefing_case_case_id ON briefing_case (case_id)",
    """
    CREATE UNIQUE INDEX uq_briefing_case_briefing_id_case_id
        ON briefing_case (briefing_id, case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE export (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        made_at VARCHAR(32) NOT NULL,
        kind VARCHAR NOT NULL,
        briefing_id CHAR(32),
        file_name VARCHAR NOT NULL,
        sha256 VARCHAR NOT NULL,
        fingerprint VARCHAR NOT NULL,
        actor VARCHAR NOT NULL,
        CONSTRAINT pk_export PRIMARY KEY (id),
        CONSTRAINT fk_export_briefing_id FOREIGN KEY(briefing_id)
            REFERENCES briefing (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_export_briefing_id ON export (briefing_id)",
    """
    CREATE TABLE export_case (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        export_id CHAR(32) NOT NULL,
        case_id CHAR(32) NOT NULL,
        CONSTRAINT pk_export_case PRIMARY KEY (id),
        CONSTRAINT fk_export_case_export_id FOREIGN KEY(export_id)
            REFERENCES export (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_export_case_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_export_case_case_id ON export_case (case_id)",
    """
    CREATE UNIQUE INDEX uq_export_case_export_id_case_id
        ON export_case (export_id, case_id)
        WHERE deleted_at IS NULL
    """,
)

AUDIT_TRIGGERS = (
    """
    CREATE TRIGGER audit_kept_as_written BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
    """
    CREATE TRIGGER audit_never_erased BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
    """
    CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
    WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is in order'); END
    """,
)
"""They have to be there in these very words, in every version of the register."""


def upgrade(connection: Connection) -> None:
    """Make every table of an empty register."""
    for statement in (*CASE_TABLES, *_OTHER_TABLES, *AUDIT_TRIGGERS):
        connection.execute(statement)
