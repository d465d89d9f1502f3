from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.case_dates import FIELD_WORDS, WORDS, CaseDate
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rapid_reviews import Decision, PanelView
from sgdesk.domain.stages import STAGE_WORDS, Stage, stage_of

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("names", "facts", "stage", "reason"),
    [
        ([], {}, Stage.NOTIFICATION, "No date of notification"),
        (["aware"], {}, Stage.NOTIFICATION, "Authority aware 20 Nov 2026."),
        (["aware", "notified"], {}, Stage.RAPID_REVIEW, "Notified 20 Nov 2026."),
        (["notified", "rapid_review_sent"], {}, Stage.PANEL_REPLY, "Rapid Review sent"),
        (
            ["notified", "rapid_review_sent", "panel_replied"],
            {"decision": Decision.NO_LOCAL_REVIEW},
            Stage.LEARNING,
            "No local review",
        ),
        (["panel_replied", "rapid_review_sent"], {}, Stage.PANEL_REPLY, "Rapid Review sent"),
        (["notified"], {"decision": Decision.LOCAL_REVIEW}, Stage.LOCAL_REVIEW, "decided"),
        (
            ["initiated", "planned_publication"],
            {"decision": Decision.NATIONAL_REVIEW},
            Stage.LEARNING,
            "It was decided to leave the case to a national review.",
        ),
        (
            ["initiated"],
            {"decision": Decision.JOINED},
            Stage.LEARNING,
            "The case was joined to another review.",
        ),
        (
            ["notified", "panel_replied"],
            {"decision": Decision.LOCAL_REVIEW, "panel_view": PanelView.NATIONAL_REVIEW},
            Stage.LEARNING,
            "chose a national review",
        ),
        (
            ["notified", "panel_replied"],
            {
                "decision": Decision.LOCAL_REVIEW,
                "panel_view": PanelView.NATIONAL_REVIEW,
                "is_reconsidered": True,
            },
            Stage.LOCAL_REVIEW,
            "decided",
        ),
        (
            ["notified", "panel_replied"],
            {"decision": Decision.NO_LOCAL_REVIEW, "panel_view": PanelView.ASKS_MORE},
            Stage.PANEL_REPLY,
            "asks for more",
        ),
        (["initiated"], {}, Stage.LOCAL_REVIEW, "Local review initiated"),
        (["initiated", "planned_publication"], {}, Stage.PUBLICATION, "Planned publication"),
        (["copy_sent"], {}, Stage.PUBLICATION, "Full report sent"),
        (["initiated", "published"], {}, Stage.PUBLISHED, "Published"),
        (["published"], {"is_closed": True}, Stage.CLOSED, "closed"),
        (["notified"], {"is_withdrawn": True}, Stage.CLOSED, "withdrawn"),
        (
            ["notified"],
            {"kind": NotificationKind.CARE_LEAVER_DEATH},
            Stage.NO_REVIEW,
            "starts no Rapid Review",
        ),
        (["aware"], {"kind": NotificationKind.CARE_LEAVER_DEATH}, Stage.NOTIFICATION, "aware"),
    ],
)
def test_the_stage_follows_the_dates_and_says_why(names, facts, stage, reason):
    found = stage_of(CaseFacts(dates={CaseDate(name): DAY for name in names}, **facts))
    assert found.stage is stage
    assert reason in found.reason


def test_every_stage_and_every_date_has_its_words():
    assert set(STAGE_WORDS) == set(Stage)
    assert set(WORDS) == set(FIELD_WORDS) == set(CaseDate)
