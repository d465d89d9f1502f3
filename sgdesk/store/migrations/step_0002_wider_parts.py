"""Version 2: the parts of a case made wider. Foreign keys are off meanwhile."""

from __future__ import annotations

REBUILT_PARTS = (
    """
    CREATE TABLE notification_anew (
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
        decided_to_notify_on DATE,
        notified_by VARCHAR NOT NULL,
        first_notified_on DATE,
        resubmitted_reason VARCHAR NOT NULL,
        nature VARCHAR NOT NULL,
        cause VARCHAR NOT NULL,
        location VARCHAR NOT NULL,
        incident_time VARCHAR NOT NULL,
        description VARCHAR NOT NULL,
        known_to_agencies VARCHAR(30) NOT NULL,
        outcome VARCHAR(30) NOT NULL,
        CONSTRAINT pk_notification PRIMARY KEY (id),
        CONSTRAINT fk_notification_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_notification_kind
            CHECK (kind IN (
                'serious_incident', 'looked_after_death', 'care_leaver_death')),
        CONSTRAINT ck_notification_known_to_agencies
            CHECK (known_to_agencies IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable')),
        CONSTRAINT ck_notification_outcome
            CHECK (outcome IN (
                'stands', 'withdrawn', 'criteria_not_met'))
    )
    """,
    """
    INSERT INTO notification_anew (
            id, revision, deleted_at, case_id, kind, notified_on, receipt, partners_told_on,
            copy_received_on, withdrawn_on, withdrawn_reason, decided_to_notify_on, notified_by,
            first_notified_on, resubmitted_reason, nature, cause, location, incident_time,
            description, known_to_agencies, outcome
        )
        SELECT
            id, revision, deleted_at, case_id, kind, notified_on, receipt, partners_told_on,
            copy_received_on, withdrawn_on, withdrawn_reason, NULL, '', NULL, '', '', '', '',
            '', '', 'blank', CASE WHEN withdrawn_on IS NULL AND withdrawn_reason = '' THEN
            'stands' ELSE 'withdrawn' END
        FROM notification
    """,
    "DROP TABLE notification",
    "ALTER TABLE notification_anew RENAME TO notification",
    """
    CREATE UNIQUE INDEX uq_notification_case_id
        ON notification (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE rapid_review_anew (
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
        meeting_place VARCHAR NOT NULL,
        attended VARCHAR NOT NULL,
        considered TEXT NOT NULL,
        authority_signed_by VARCHAR NOT NULL,
        health_signed_by VARCHAR NOT NULL,
        police_signed_by VARCHAR NOT NULL,
        dissent VARCHAR NOT NULL,
        sent_route VARCHAR NOT NULL,
        late_told_on DATE,
        expected_on DATE,
        panel_comments VARCHAR NOT NULL,
        reconsidered VARCHAR(30) NOT NULL,
        reconsidered_on DATE,
        reconsidered_reasons VARCHAR NOT NULL,
        CONSTRAINT pk_rapid_review PRIMARY KEY (id),
        CONSTRAINT fk_rapid_review_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_rapid_review_decision
            CHECK (decision IN (
                'not_made', 'local_review', 'no_local_review', 'other_local_learning',
                'national_review', 'joined', 'deferred')),
        CONSTRAINT ck_rapid_review_panel_view
            CHECK (panel_view IN (
                'not_received', 'agrees', 'disagrees', 'asks_more', 'national_review')),
        CONSTRAINT ck_rapid_review_reconsidered
            CHECK (reconsidered IN (
                'not_made', 'local_review', 'no_local_review', 'other_local_learning',
                'national_review', 'joined', 'deferred'))
    )
    """,
    """
    INSERT INTO rapid_review_anew (
            id, revision, deleted_at, case_id, first_request_on, last_return_on, meeting_on,
            meeting_time, chair, authority_signed_on, health_signed_on, police_signed_on,
            decision, decided_on, reasons, sent_on, late_reason, panel_view, panel_replied_on,
            meeting_place, attended, considered, authority_signed_by, health_signed_by,
            police_signed_by, dissent, sent_route, late_told_on, expected_on, panel_comments,
            reconsidered, reconsidered_on, reconsidered_reasons
        )
        SELECT
            id, revision, deleted_at, case_id, first_request_on, last_return_on, meeting_on,
            meeting_time, chair, authority_signed_on, health_signed_on, police_signed_on,
            decision, decided_on, reasons, sent_on, late_reason, panel_view, panel_replied_on,
            '', '', '[]', '', '', '', '', '', NULL, NULL, '', 'not_made', NULL, ''
        FROM rapid_review
    """,
    "DROP TABLE rapid_review",
    "ALTER TABLE rapid_review_anew RENAME TO rapid_review",
    """
    CREATE UNIQUE INDEX uq_rapid_review_case_id
        ON rapid_review (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE local_review_anew (
        id CHAR(32) NOT NULL,
        revision INTEGER NOT NULL,
        deleted_at VARCHAR(32),
        case_id CHAR(32) NOT NULL,
        initiated_on DATE,
        reviewer VARCHAR NOT NULL,
        decision_told_on DATE,
        forecast_on DATE,
        commissioned_on DATE,
        reviewer_organisation VARCHAR NOT NULL,
        independence VARCHAR NOT NULL,
        chair VARCHAR NOT NULL,
        methodology VARCHAR NOT NULL,
        terms_version VARCHAR NOT NULL,
        terms_agreed_on DATE,
        terms VARCHAR NOT NULL,
        scope_from_on DATE,
        scope_to_on DATE,
        forecast_reason VARCHAR NOT NULL,
        quality TEXT NOT NULL,
        legal_checked_on DATE,
        authority_signed_on DATE,
        authority_signed_by VARCHAR NOT NULL,
        health_signed_on DATE,
        health_signed_by VARCHAR NOT NULL,
        police_signed_on DATE,
        police_signed_by VARCHAR NOT NULL,
        CONSTRAINT pk_local_review PRIMARY KEY (id),
        CONSTRAINT fk_local_review_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    INSERT INTO local_review_anew (
            id, revision, deleted_at, case_id, initiated_on, reviewer, decision_told_on,
            forecast_on, commissioned_on, reviewer_organisation, independence, chair,
            methodology, terms_version, terms_agreed_on, terms, scope_from_on, scope_to_on,
            forecast_reason, quality, legal_checked_on, authority_signed_on,
            authority_signed_by, health_signed_on, health_signed_by, police_signed_on,
            police_signed_by
        )
        SELECT
            id, revision, deleted_at, case_id, initiated_on, reviewer, decision_told_on,
            forecast_on, NULL, '', '', '', '', '', NULL, '', NULL, NULL, '', '[]', NULL, NULL,
            '', NULL, '', NULL, ''
        FROM local_review
    """,
    "DROP TABLE local_review",
    "ALTER TABLE local_review_anew RENAME TO local_review",
    """
    CREATE UNIQUE INDEX uq_local_review_case_id
        ON local_review (case_id)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE publication_anew (
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
        gates TEXT NOT NULL,
        embargo_on DATE,
        embargo_time VARCHAR NOT NULL,
        copy_sent_route VARCHAR NOT NULL,
        spokesperson VARCHAR NOT NULL,
        web_slot_on DATE,
        web_slot_time VARCHAR NOT NULL,
        deposit_acknowledged_on DATE,
        webinar_on DATE,
        webinar_address VARCHAR NOT NULL,
        not_published VARCHAR(30) NOT NULL,
        not_published_reason VARCHAR NOT NULL,
        CONSTRAINT pk_publication PRIMARY KEY (id),
        CONSTRAINT fk_publication_case_id FOREIGN KEY(case_id)
            REFERENCES case_file (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_publication_not_published
            CHECK (not_published IN (
                'blank', 'yes', 'no', 'unknown', 'not_asked', 'not_applicable'))
    )
    """,
    """
    INSERT INTO publication_anew (
            id, revision, deleted_at, case_id, title, summary, review_type, planned_on,
            copy_sent_on, published_on, deposited_on, archived_on, web_address, gates,
            embargo_on, embargo_time, copy_sent_route, spokesperson, web_slot_on, web_slot_time,
            deposit_acknowledged_on, webinar_on, webinar_address, not_published,
            not_published_reason
        )
        SELECT
            id, revision, deleted_at, case_id, title, summary, review_type, planned_on,
            copy_sent_on, published_on, deposited_on, archived_on, web_address, '[]', NULL, '',
            '', '', NULL, '', NULL, NULL, '', 'blank', ''
        FROM publication
    """,
    "DROP TABLE publication",
    "ALTER TABLE publication_anew RENAME TO publication",
    """
    CREATE UNIQUE INDEX uq_publication_case_id
        ON publication (case_id)
        WHERE deleted_at IS NULL
    """,
)
