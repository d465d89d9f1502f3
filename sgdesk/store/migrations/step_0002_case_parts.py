"""Version 2: what hangs on a case."""

from __future__ import annotations

CASE_PARTS_TABLES = (
    """
    CREATE TABLE recipient (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        about VARCHAR(30) NOT NULL,
        recipient VARCHAR NOT NULL,
        told_on DATE,
        route VARCHAR NOT NULL,
        told_by VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_recipient PRIMARY KEY (id),
        CONSTRAINT fk_recipient_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_recipient_about
            CHECK (about IN (
                'notification', 'decision', 'delay', 'publication'))
    )
    """,
    "CREATE INDEX ix_recipient_case_id ON recipient (case_id)",
    """
    CREATE TABLE household_member (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        relationship VARCHAR NOT NULL,
        born_on DATE,
        lives_with_child VARCHAR(30) NOT NULL,
        protection_plan VARCHAR(30) NOT NULL,
        address VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_household_member PRIMARY KEY (id),
        CONSTRAINT fk_household_member_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_household_member_lives_with_child
            CHECK (lives_with_child IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_household_member_protection_plan
            CHECK (protection_plan IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    "CREATE INDEX ix_household_member_case_id ON household_member (case_id)",
    """
    CREATE TABLE case_link (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        relation VARCHAR(30) NOT NULL,
        other_case_id CHAR(32),
        other_reference VARCHAR NOT NULL,
        linked_on DATE,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_case_link PRIMARY KEY (id),
        CONSTRAINT fk_case_link_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_case_link_relation
            CHECK (relation IN (
                'joined', 'national_review', 'same_family', 'related')),
        CONSTRAINT fk_case_link_other_case_id FOREIGN KEY(other_case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_case_link_case_id ON case_link (case_id)",
    """
    CREATE TABLE attachment (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        file_name VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        media_type VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        sha256 VARCHAR NOT NULL,
        added_at VARCHAR(32) NOT NULL,
        content BLOB NOT NULL,
        CONSTRAINT pk_attachment PRIMARY KEY (id),
        CONSTRAINT fk_attachment_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_attachment_case_id ON attachment (case_id)",
    """
    CREATE TABLE delay (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        contact VARCHAR NOT NULL,
        started_on DATE,
        key_date_on DATE,
        expected_on DATE,
        authority VARCHAR NOT NULL,
        agreed_on DATE,
        next_check_on DATE,
        pauses TEXT NOT NULL,
        told_on DATE,
        effect VARCHAR NOT NULL,
        ended_on DATE,
        CONSTRAINT pk_delay PRIMARY KEY (id),
        CONSTRAINT fk_delay_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_delay_case_id ON delay (case_id)",
    """
    CREATE TABLE family_member (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        relationship VARCHAR NOT NULL,
        naming_wishes VARCHAR NOT NULL,
        support VARCHAR NOT NULL,
        takes_part VARCHAR(30) NOT NULL,
        no_contact_from_on DATE,
        no_contact_until_on DATE,
        no_contact_reason VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_family_member PRIMARY KEY (id),
        CONSTRAINT fk_family_member_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_family_member_takes_part
            CHECK (takes_part IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    "CREATE INDEX ix_family_member_case_id ON family_member (case_id)",
    """
    CREATE TABLE family_contact (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        member_id CHAR(32),
        kind VARCHAR NOT NULL,
        contacted_on DATE,
        contacted_by VARCHAR NOT NULL,
        route VARCHAR NOT NULL,
        replied VARCHAR(30) NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_family_contact PRIMARY KEY (id),
        CONSTRAINT fk_family_contact_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_family_contact_member_id FOREIGN KEY(member_id)
            REFERENCES family_member (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_family_contact_replied
            CHECK (replied IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    "CREATE INDEX ix_family_contact_case_id ON family_contact (case_id)",
    "CREATE INDEX ix_family_contact_member_id ON family_contact (member_id)",
    """
    CREATE TABLE pack_file (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR(30) NOT NULL,
        title VARCHAR NOT NULL,
        ready_on DATE,
        approved_by VARCHAR NOT NULL,
        attachment_id CHAR(32),
        note VARCHAR NOT NULL,
        CONSTRAINT pk_pack_file PRIMARY KEY (id),
        CONSTRAINT fk_pack_file_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_pack_file_kind
            CHECK (kind IN (
                'report', 'press_statement', 'briefing_note', 'presentation')),
        CONSTRAINT fk_pack_file_attachment_id FOREIGN KEY(attachment_id)
            REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_pack_file_case_id ON pack_file (case_id)",
)
