"""Version 1: cases and what hangs on one."""

from __future__ import annotations

CASE_TABLES = (
    """
    CREATE TABLE case_file (
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
        CONSTRAINT pk_case_file PRIMARY KEY (id),
        CONSTRAINT ck_case_file_kind CHECK (kind IN ('local', 'national')),
        CONSTRAINT ck_case_file_incident_precision
            CHECK (incident_precision IN (
                'exact', 'approximate', 'month', 'year', 'period', 'unknown', 'not_asked',
                'not_applicable', 'blank')),
        CONSTRAINT ck_case_file_edition CHECK (edition IN ('2018', '2023', '2026'))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_case_file_reference_key
        ON case_file (reference_key)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE agreed_date (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        rule_code VARCHAR NOT NULL,
        agreed_on DATE NOT NULL,
        reason VARCHAR NOT NULL,
        authority VARCHAR NOT NULL,
        CONSTRAINT pk_agreed_date PRIMARY KEY (id),
        CONSTRAINT fk_agreed_date_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE UNIQUE INDEX uq_agreed_date_case_id_rule_code
        ON agreed_date (case_id, rule_code)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE case_reference (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        reference VARCHAR NOT NULL,
        reference_key VARCHAR NOT NULL,
        CONSTRAINT pk_case_reference PRIMARY KEY (id),
        CONSTRAINT fk_case_reference_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_case_reference_case_id ON case_reference (case_id)",
    """
    CREATE UNIQUE INDEX uq_case_reference_reference_key
        ON case_reference (reference_key)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE child (
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
        CONSTRAINT pk_child PRIMARY KEY (id),
        CONSTRAINT fk_child_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_child_stated_age_unit
            CHECK (stated_age_unit IN (
                'days', 'weeks', 'months', 'years', 'unborn')),
        CONSTRAINT ck_child_role CHECK (role IN ('harmed', 'sibling', 'alleged', 'both')),
        CONSTRAINT ck_child_is_first_listed CHECK (is_first_listed IN (0, 1))
    )
    """,
    "CREATE INDEX ix_child_case_id ON child (case_id)",
    """
    CREATE TABLE notification (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        kind VARCHAR(30) NOT NULL,
        notified_on DATE,
        receipt VARCHAR NOT NULL,
        partners_told_on DATE,
        copy_received_on DATE,
        withdrawn_on DATE,
        withdrawn_reason VARCHAR NOT NULL,
        CONSTRAINT pk_notification PRIMARY KEY (id),
        CONSTRAINT fk_notification_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_notification_kind
            CHECK (kind IN (
                'serious_incident', 'looked_after_death', 'care_leaver_death'))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_notification_case_id
        ON notification (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE rapid_review (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        first_request_on DATE,
        last_return_on DATE,
        meeting_on DATE,
        meeting_time VARCHAR NOT NULL,
        chair VARCHAR NOT NULL,
        authority_signed_on DATE,
        health_signed_on DATE,
        police_signed_on DATE,
        decision VARCHAR(30) NOT NULL,
        decided_on DATE,
        reasons VARCHAR NOT NULL,
        sent_on DATE,
        late_reason VARCHAR NOT NULL,
        panel_view VARCHAR(30) NOT NULL,
        panel_replied_on DATE,
        CONSTRAINT pk_rapid_review PRIMARY KEY (id),
        CONSTRAINT fk_rapid_review_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_rapid_review_decision
            CHECK (decision IN (
                'not_made', 'local_review', 'no_local_review', 'other_local_learning',
                'national_review', 'joined', 'deferred')),
        CONSTRAINT ck_rapid_review_panel_view
            CHECK (panel_view IN (
                'not_received', 'agrees', 'disagrees', 'asks_more', 'national_review'))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_rapid_review_case_id
        ON rapid_review (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE local_review (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        initiated_on DATE,
        reviewer VARCHAR NOT NULL,
        decision_told_on DATE,
        last_monitored_on DATE,
        forecast_on DATE,
        delay_reason VARCHAR NOT NULL,
        delay_told_on DATE,
        paused_by VARCHAR NOT NULL,
        next_check_on DATE,
        CONSTRAINT pk_local_review PRIMARY KEY (id),
        CONSTRAINT fk_local_review_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE UNIQUE INDEX uq_local_review_case_id
        ON local_review (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE publication (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        title VARCHAR NOT NULL,
        summary VARCHAR NOT NULL,
        review_type VARCHAR NOT NULL,
        planned_on DATE,
        copy_sent_on DATE,
        published_on DATE,
        deposited_on DATE,
        archived_on DATE,
        web_address VARCHAR NOT NULL,
        CONSTRAINT pk_publication PRIMARY KEY (id),
        CONSTRAINT fk_publication_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE UNIQUE INDEX uq_publication_case_id
        ON publication (case_id)
        WHERE deleted_at IS NULL
    """,
)
