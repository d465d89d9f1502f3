"""Version 2: contacts, former names, requests and chases of agencies."""

from __future__ import annotations

AGENCIES_TABLES = (
    """
    CREATE TABLE agency_contact (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        agency_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        email VARCHAR NOT NULL,
        phone VARCHAR NOT NULL,
        left_on DATE,
        CONSTRAINT pk_agency_contact PRIMARY KEY (id),
        CONSTRAINT fk_agency_contact_agency_id FOREIGN KEY(agency_id)
            REFERENCES agency (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_agency_contact_agency_id ON agency_contact (agency_id)",
    """
    CREATE TABLE former_name (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        agency_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        until_on DATE,
        CONSTRAINT pk_former_name PRIMARY KEY (id),
        CONSTRAINT fk_former_name_agency_id FOREIGN KEY(agency_id)
            REFERENCES agency (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_former_name_agency_id ON former_name (agency_id)",
    """
    CREATE TABLE agency_request (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        agency_id CHAR(32),
        purpose VARCHAR NOT NULL,
        round INTEGER NOT NULL,
        contact VARCHAR NOT NULL,
        asked_on DATE,
        route VARCHAR NOT NULL,
        due_on DATE,
        due_reason VARCHAR NOT NULL,
        acknowledged_on DATE,
        promised_on DATE,
        queried_on DATE,
        "query" VARCHAR NOT NULL,
        answered_on DATE,
        not_needed_reason VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        received_on DATE,
        is_nil BOOLEAN NOT NULL,
        version VARCHAR NOT NULL,
        author VARCHAR NOT NULL,
        signatory VARCHAR NOT NULL,
        period_covered VARCHAR NOT NULL,
        documents_secured VARCHAR(30) NOT NULL,
        involvement VARCHAR NOT NULL,
        practice_episodes VARCHAR NOT NULL,
        child_voice VARCHAR NOT NULL,
        identity VARCHAR NOT NULL,
        good_practice VARCHAR NOT NULL,
        learning VARCHAR NOT NULL,
        review_view VARCHAR NOT NULL,
        checked_on DATE,
        checked_by VARCHAR NOT NULL,
        found_sound VARCHAR(30) NOT NULL,
        check_note VARCHAR NOT NULL,
        CONSTRAINT pk_agency_request PRIMARY KEY (id),
        CONSTRAINT fk_agency_request_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_agency_request_agency_id FOREIGN KEY(agency_id)
            REFERENCES agency (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_agency_request_is_nil CHECK (is_nil IN (0, 1)),
        CONSTRAINT ck_agency_request_documents_secured
            CHECK (documents_secured IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_agency_request_found_sound
            CHECK (found_sound IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    "CREATE INDEX ix_agency_request_case_id ON agency_request (case_id)",
    """
    CREATE TABLE chase (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        request_id CHAR(32),
        step VARCHAR(30) NOT NULL,
        made_on DATE,
        route VARCHAR NOT NULL,
        recipient VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        body VARCHAR NOT NULL,
        CONSTRAINT pk_chase PRIMARY KEY (id),
        CONSTRAINT fk_chase_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_chase_request_id FOREIGN KEY(request_id)
            REFERENCES agency_request (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_chase_step CHECK (step IN ('reminder', 'chase', 'escalation'))
    )
    """,
    "CREATE INDEX ix_chase_case_id ON chase (case_id)",
    "CREATE INDEX ix_chase_request_id ON chase (request_id)",
)
