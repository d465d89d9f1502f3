"""Version 4: wider briefings, files made and settings; standing texts; a template for decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.store.cipher import Connection

_TABLES = (
    """
    CREATE TABLE boilerplate (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        key VARCHAR NOT NULL,
        starts_on DATE NOT NULL,
        text VARCHAR NOT NULL,
        CONSTRAINT pk_boilerplate PRIMARY KEY (id)
    )
    """,
    """
    CREATE UNIQUE INDEX uq_boilerplate_key_starts_on
        ON boilerplate (key, starts_on) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE deck_template (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        name VARCHAR NOT NULL,
        content BLOB NOT NULL,
        layouts TEXT NOT NULL,
        is_used BOOLEAN NOT NULL,
        CONSTRAINT pk_deck_template PRIMARY KEY (id),
        CONSTRAINT ck_deck_template_is_used CHECK (is_used IN (0, 1))
    )
    """,
    """
    CREATE TABLE export_recipient (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        export_id CHAR(32) NOT NULL,
        name VARCHAR NOT NULL,
        sent_on DATE NOT NULL,
        route VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_export_recipient PRIMARY KEY (id),
        CONSTRAINT fk_export_recipient_export_id FOREIGN KEY(export_id)
            REFERENCES export (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_export_recipient_export_id ON export_recipient (export_id)",
)

_REBUILT = (
    """
    CREATE TABLE partnership_anew (
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
        contacts TEXT NOT NULL,
        typeface VARCHAR(30) NOT NULL,
        CONSTRAINT pk_partnership PRIMARY KEY (id),
        CONSTRAINT ck_partnership_counting
            CHECK (counting IN (
                'day_after', 'deemed_next', 'trigger_is_day_1')),
        CONSTRAINT ck_partnership_typeface
            CHECK (typeface IN (
                'source-sans-3', 'atkinson-hyperlegible-next'))
    )
    """,
    """
    INSERT INTO partnership_anew (
            id, revision, deleted_at, name, short_name, prefix, officer, handling_mark, counting,
            ink, accent, logo_png, reading, last_yearly_report_on, contacts, typeface
        )
        SELECT
            id, revision, deleted_at, name, short_name, prefix, officer, handling_mark, counting,
            ink, accent, logo_png, reading, last_yearly_report_on, '[]', 'source-sans-3'
        FROM partnership
    """,
    "DROP TABLE partnership",
    "ALTER TABLE partnership_anew RENAME TO partnership",
    """
    CREATE TABLE briefing_anew (
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
        timeline TEXT NOT NULL,
        recommendations TEXT NOT NULL,
        CONSTRAINT pk_briefing PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO briefing_anew (
            id, revision, deleted_at, title, subtitle, background, key_learning, good_practice,
            improvements, questions, timeline, recommendations
        )
        SELECT
            id, revision, deleted_at, title, subtitle, background, key_learning, good_practice,
            improvements, questions, '[]', '[]'
        FROM briefing
    """,
    "DROP TABLE briefing",
    "ALTER TABLE briefing_anew RENAME TO briefing",
    """
    CREATE TABLE export_anew (
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
        fields TEXT NOT NULL,
        override_by VARCHAR NOT NULL,
        override_reason VARCHAR NOT NULL,
        CONSTRAINT pk_export PRIMARY KEY (id),
        CONSTRAINT fk_export_briefing_id FOREIGN KEY(briefing_id)
            REFERENCES briefing (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    INSERT INTO export_anew (
            id, revision, deleted_at, made_at, kind, briefing_id, file_name, sha256, fingerprint,
            actor, fields, override_by, override_reason
        )
        SELECT
            id, revision, deleted_at, made_at, kind, briefing_id, file_name, sha256, fingerprint,
            actor, '[]', '', ''
        FROM export
    """,
    "DROP TABLE export",
    "ALTER TABLE export_anew RENAME TO export",
    "CREATE INDEX ix_export_briefing_id ON export (briefing_id)",
)

_RELEASED = (
    "ALTER TABLE publication ADD COLUMN released_on DATE",
    "UPDATE publication SET released_on = published_on",
)
"""What was published before this version has shed its mark already, and stays without it."""


def upgrade(connection: Connection) -> None:
    """Widen the tables and add those that are new; what stands is left as it is."""
    for statement in (*_TABLES, *_REBUILT, *_RELEASED):
        connection.execute(statement)
