"""Version 2: the whole review record. What was one field of a review becomes rows of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.store.migrations.step_0002_agencies import AGENCIES_TABLES
from sgdesk.store.migrations.step_0002_case_parts import CASE_PARTS_TABLES
from sgdesk.store.migrations.step_0002_reviews import REVIEWS_TABLES
from sgdesk.store.migrations.step_0002_wider_cases import REBUILT_CASES
from sgdesk.store.migrations.step_0002_wider_parts import REBUILT_PARTS

if TYPE_CHECKING:
    from sgdesk.store.cipher import Connection

_MOVED = (
    """
    INSERT INTO monitoring (
            id, revision, case_id, position, monitored_on, monitored_by, route, progress,
            quality, asked_for
        )
        SELECT
            lower(hex(randomblob(16))), 1, case_id, 0, last_monitored_on, '', '', '', '', ''
        FROM local_review
        WHERE last_monitored_on IS NOT NULL AND deleted_at IS NULL
    """,
    """
    INSERT INTO delay (
            id, revision, case_id, position, kind, state, reason, contact, authority,
            next_check_on, pauses, told_on, effect
        )
        SELECT
            lower(hex(randomblob(16))), 1, case_id, 0,
            CASE paused_by
                WHEN 'trial' THEN 'Criminal trial'
                WHEN 'inquest' THEN 'Inquest'
                WHEN 'care proceedings' THEN 'Family court proceedings'
                WHEN 'police investigation' THEN 'Police investigation'
                WHEN '' THEN 'Other'
                ELSE paused_by
            END,
            '', delay_reason, '', '', next_check_on,
            CASE paused_by
                WHEN '' THEN '[]' ELSE '["LR-6M", "LR-MON", "LR-DELAY", "PUB-7"]'
            END,
            delay_told_on, ''
        FROM local_review
        WHERE (
            paused_by <> '' OR delay_reason <> ''
            OR delay_told_on IS NOT NULL OR next_check_on IS NOT NULL
        ) AND deleted_at IS NULL
    """,
)
"""Monitoring and delay of version 1 as the first rows of the registers that follow them."""


def upgrade(connection: Connection) -> None:
    """Add the tables of the whole record and widen those that were there; nothing is lost."""
    for statement in (
        *AGENCIES_TABLES,
        *CASE_PARTS_TABLES,
        *REVIEWS_TABLES,
        *_MOVED,
        *REBUILT_CASES,
        *REBUILT_PARTS,
    ):
        connection.execute(statement)
