"""Version 2: what hangs on a review, its learning, lists of values and letters."""

from __future__ import annotations

REVIEWS_TABLES = (
    """
    CREATE TABLE enquiry_line (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        question VARCHAR NOT NULL,
        finding VARCHAR NOT NULL,
        CONSTRAINT pk_enquiry_line PRIMARY KEY (id),
        CONSTRAINT fk_enquiry_line_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_enquiry_line_case_id ON enquiry_line (case_id)",
    """
    CREATE TABLE panel_member (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        agency_id CHAR(32),
        joined_on DATE,
        left_on DATE,
        CONSTRAINT pk_panel_member PRIMARY KEY (id),
        CONSTRAINT fk_panel_member_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_panel_member_agency_id FOREIGN KEY(agency_id)
            REFERENCES agency (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_panel_member_case_id ON panel_member (case_id)",
    """
    CREATE TABLE review_event (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        held_on DATE,
        held_time VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        attended VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_review_event PRIMARY KEY (id),
        CONSTRAINT fk_review_event_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_review_event_case_id ON review_event (case_id)",
    """
    CREATE TABLE report_version (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        version VARCHAR NOT NULL,
        dated_on DATE,
        author VARCHAR NOT NULL,
        sent_on DATE,
        recipients VARCHAR NOT NULL,
        comments_due_on DATE,
        comments VARCHAR NOT NULL,
        is_final BOOLEAN NOT NULL,
        attachment_id CHAR(32),
        CONSTRAINT pk_report_version PRIMARY KEY (id),
        CONSTRAINT fk_report_version_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_report_version_is_final CHECK (is_final IN (0, 1)),
        CONSTRAINT fk_report_version_attachment_id FOREIGN KEY(attachment_id)
            REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_report_version_case_id ON report_version (case_id)",
    """
    CREATE TABLE monitoring (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        monitored_on DATE,
        monitored_by VARCHAR NOT NULL,
        route VARCHAR NOT NULL,
        progress VARCHAR NOT NULL,
        quality VARCHAR NOT NULL,
        asked_for VARCHAR NOT NULL,
        letter_on DATE,
        answered_on DATE,
        CONSTRAINT pk_monitoring PRIMARY KEY (id),
        CONSTRAINT fk_monitoring_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_monitoring_case_id ON monitoring (case_id)",
    """
    CREATE TABLE finding (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        source VARCHAR(30) NOT NULL,
        text VARCHAR NOT NULL,
        theme VARCHAR NOT NULL,
        CONSTRAINT pk_finding PRIMARY KEY (id),
        CONSTRAINT fk_finding_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_finding_source
            CHECK (source IN (
                'rapid_review', 'local_review', 'national_review', 'other'))
    )
    """,
    "CREATE INDEX ix_finding_case_id ON finding (case_id)",
    """
    CREATE TABLE recommendation (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        finding_id CHAR(32),
        addressed_to VARCHAR NOT NULL,
        accepted VARCHAR(30) NOT NULL,
        not_accepted_reason VARCHAR NOT NULL,
        CONSTRAINT pk_recommendation PRIMARY KEY (id),
        CONSTRAINT fk_recommendation_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_recommendation_finding_id FOREIGN KEY(finding_id)
            REFERENCES finding (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_recommendation_accepted
            CHECK (accepted IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    "CREATE INDEX ix_recommendation_case_id ON recommendation (case_id)",
    """
    CREATE TABLE action (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        "plan" VARCHAR(30) NOT NULL,
        number VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        recommendation_id CHAR(32),
        agency_id CHAR(32),
        owner VARCHAR NOT NULL,
        set_on DATE,
        due_on DATE,
        revised_on DATE,
        revised_reason VARCHAR NOT NULL,
        revised_by VARCHAR NOT NULL,
        success_measure VARCHAR NOT NULL,
        baseline VARCHAR NOT NULL,
        status VARCHAR(30) NOT NULL,
        progress VARCHAR NOT NULL,
        escalated_on DATE,
        escalated_to VARCHAR NOT NULL,
        closed_on DATE,
        closed_by VARCHAR NOT NULL,
        closing_note VARCHAR NOT NULL,
        CONSTRAINT pk_action PRIMARY KEY (id),
        CONSTRAINT fk_action_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_action_plan CHECK ("plan" IN ('immediate', 'single_agency', 'multi_agency')),
        CONSTRAINT fk_action_recommendation_id FOREIGN KEY(recommendation_id)
            REFERENCES recommendation (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_action_agency_id FOREIGN KEY(agency_id)
            REFERENCES agency (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_action_status
            CHECK (status IN (
                'not_started', 'in_progress', 'at_risk', 'awaiting_evidence', 'evidenced',
                'embedded', 'superseded', 'not_accepted'))
    )
    """,
    "CREATE INDEX ix_action_case_id ON action (case_id)",
    """
    CREATE TABLE evidence (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        action_id CHAR(32),
        kind VARCHAR NOT NULL,
        what VARCHAR NOT NULL,
        dated_on DATE,
        attachment_id CHAR(32),
        CONSTRAINT pk_evidence PRIMARY KEY (id),
        CONSTRAINT fk_evidence_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_evidence_action_id FOREIGN KEY(action_id)
            REFERENCES action (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_evidence_attachment_id FOREIGN KEY(attachment_id)
            REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_evidence_action_id ON evidence (action_id)",
    "CREATE INDEX ix_evidence_case_id ON evidence (case_id)",
    """
    CREATE TABLE impact (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        action_id CHAR(32),
        assessed_on DATE,
        assessed_by VARCHAR NOT NULL,
        change VARCHAR NOT NULL,
        measure VARCHAR NOT NULL,
        CONSTRAINT pk_impact PRIMARY KEY (id),
        CONSTRAINT fk_impact_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_impact_action_id FOREIGN KEY(action_id)
            REFERENCES action (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_impact_action_id ON impact (action_id)",
    "CREATE INDEX ix_impact_case_id ON impact (case_id)",
    """
    CREATE TABLE list_value (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        list_key VARCHAR NOT NULL,
        words VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_list_value PRIMARY KEY (id)
    )
    """,
    """
    CREATE UNIQUE INDEX uq_list_value_list_key_words
        ON list_value (list_key, words)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE letter_template (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        "key" VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        body VARCHAR NOT NULL,
        CONSTRAINT pk_letter_template PRIMARY KEY (id)
    )
    """,
    """
    CREATE UNIQUE INDEX uq_letter_template_key
        ON letter_template ("key")
        WHERE deleted_at IS NULL
    """,
)
