"""Version 2: cases, children and agencies made wider. Foreign keys are off meanwhile."""

from __future__ import annotations

REBUILT_CASES = (
    """
    CREATE TABLE case_file_anew (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        reference VARCHAR NOT NULL,
        reference_key VARCHAR,
        title VARCHAR NOT NULL,
        kind VARCHAR(30) NOT NULL,
        incident_precision VARCHAR(30) NOT NULL,
        incident_start_on DATE,
        incident_end_on DATE,
        aware_on DATE,
        area_of_incident VARCHAR NOT NULL,
        area_of_residence VARCHAR NOT NULL,
        owner VARCHAR NOT NULL,
        themes TEXT NOT NULL,
        edition VARCHAR(30),
        edition_reason VARCHAR NOT NULL,
        closed_on DATE,
        closed_reason VARCHAR NOT NULL,
        outside_england VARCHAR(30) NOT NULL,
        media_interest VARCHAR(30) NOT NULL,
        CONSTRAINT pk_case_file PRIMARY KEY (id),
        CONSTRAINT ck_case_file_kind CHECK (kind IN ('local', 'national')),
        CONSTRAINT ck_case_file_incident_precision
            CHECK (incident_precision IN (
                'exact', 'approximate', 'month', 'year', 'period', 'unknown', 'not_asked',
                'not_applicable', 'blank')),
        CONSTRAINT ck_case_file_edition CHECK (edition IN ('2018', '2023', '2026')),
        CONSTRAINT ck_case_file_outside_england
            CHECK (outside_england IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_case_file_media_interest
            CHECK (media_interest IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    """
    INSERT INTO case_file_anew (
            id, revision, deleted_at, reference, reference_key, title, kind, incident_precision,
            incident_start_on, incident_end_on, aware_on, area_of_incident, area_of_residence,
            owner, themes, edition, edition_reason, closed_on, closed_reason, outside_england,
            media_interest
        )
        SELECT
            id, revision, deleted_at, reference, reference_key, title, kind, incident_precision,
            incident_start_on, incident_end_on, aware_on, area_of_incident, area_of_residence,
            owner, themes, edition, edition_reason, closed_on, closed_reason, 'blank', 'blank'
        FROM case_file
    """,
    "DROP TABLE case_file",
    "ALTER TABLE case_file_anew RENAME TO case_file",
    """
    CREATE UNIQUE INDEX uq_case_file_reference_key
        ON case_file (reference_key)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE child_anew (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        pseudonym VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        born_on DATE,
        stated_age_count INTEGER,
        stated_age_unit VARCHAR(30),
        died_on DATE,
        role VARCHAR(30) NOT NULL,
        is_first_listed BOOLEAN NOT NULL,
        other_names VARCHAR NOT NULL,
        sex VARCHAR NOT NULL,
        ethnicity VARCHAR NOT NULL,
        disability VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        religion VARCHAR NOT NULL,
        legal_status VARCHAR NOT NULL,
        placement VARCHAR NOT NULL,
        protection_plan VARCHAR(30) NOT NULL,
        need_plan VARCHAR(30) NOT NULL,
        looked_after VARCHAR(30) NOT NULL,
        known_to_agencies VARCHAR(30) NOT NULL,
        harm VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        school VARCHAR NOT NULL,
        gp VARCHAR NOT NULL,
        carer VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_child PRIMARY KEY (id),
        CONSTRAINT fk_child_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_child_stated_age_unit
            CHECK (stated_age_unit IN (
                'days', 'weeks', 'months', 'years', 'unborn')),
        CONSTRAINT ck_child_role CHECK (role IN ('harmed', 'sibling', 'alleged', 'both')),
        CONSTRAINT ck_child_is_first_listed CHECK (is_first_listed IN (0, 1)),
        CONSTRAINT ck_child_protection_plan
            CHECK (protection_plan IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_child_need_plan
            CHECK (need_plan IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_child_looked_after
            CHECK (looked_after IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_child_known_to_agencies
            CHECK (known_to_agencies IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    """
    INSERT INTO child_anew (
            id, revision, deleted_at, case_id, position, pseudonym, name, born_on,
            stated_age_count, stated_age_unit, died_on, role, is_first_listed, other_names, sex,
            ethnicity, disability, language, religion, legal_status, placement, protection_plan,
            need_plan, looked_after, known_to_agencies, harm, address, school, gp, carer, note
        )
        SELECT
            id, revision, deleted_at, case_id, position, pseudonym, name, born_on,
            stated_age_count, stated_age_unit, died_on, role, is_first_listed, '', '', '', '',
            '', '', '', '', 'blank', 'blank', 'blank', 'blank', '', '', '', '', '', ''
        FROM child
    """,
    "DROP TABLE child",
    "ALTER TABLE child_anew RENAME TO child",
    "CREATE INDEX ix_child_case_id ON child (case_id)",
    """
    CREATE TABLE agency_anew (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        name VARCHAR NOT NULL,
        name_key VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        contact VARCHAR NOT NULL,
        email VARCHAR NOT NULL,
        is_active BOOLEAN NOT NULL,
        phone VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_agency PRIMARY KEY (id),
        CONSTRAINT ck_agency_is_active CHECK (is_active IN (0, 1))
    )
    """,
    """
    INSERT INTO agency_anew (
            id, revision, deleted_at, name, name_key, kind, contact, email, is_active, phone,
            note
        )
        SELECT
            id, revision, deleted_at, name, name_key, kind, contact, email, is_active, '', ''
        FROM agency
    """,
    "DROP TABLE agency",
    "ALTER TABLE agency_anew RENAME TO agency",
    "CREATE UNIQUE INDEX uq_agency_name_key ON agency (name_key) WHERE deleted_at IS NULL",
)
