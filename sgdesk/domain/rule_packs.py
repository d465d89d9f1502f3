"""The default deadline rules, a pack for each edition of the guidance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.editions import IN_FORCE_FROM, Edition
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rules import SERIOUS_INCIDENTS, Direction, Phase, Rule, Unit, Weight

_GUIDANCE = "Working Together to Safeguard Children"
_NOTIFY = "Children Act 2004, section 16C(1)"
_REGULATIONS = "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
_LOCAL = "Local timetable of the partnership"
_TIMETABLE = "Local timetable inside the 15 working days"

_RULES = (
    Rule(
        "SIN-5", "Notify the Panel",
        "Notify the Panel of the serious incident",
        CaseDate.AWARE, 5, Unit.WORKING_DAYS, Weight.DUTY, f"{_NOTIFY}; {_GUIDANCE}",
        CaseDate.NOTIFIED, Phase.NOTIFICATION, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
        owner="Local authority",
        weight_note="The duty to notify is in the Act; the 5 days are statutory guidance.",
    ),
    Rule(
        "SIN-P", "Tell the partners",
        "Tell the safeguarding partners, and other areas where relevant",
        CaseDate.AWARE, 5, Unit.WORKING_DAYS, Weight.STATUTORY_GUIDANCE, _GUIDANCE,
        CaseDate.PARTNERS_TOLD, Phase.NOTIFICATION, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
        owner="Local authority",
    ),
    Rule(
        "LAC-5", "Notify the death",
        "Tell the Secretary of State and Ofsted of the looked-after child's death",
        CaseDate.AWARE, 5, Unit.WORKING_DAYS, Weight.DUTY, f"{_NOTIFY}; {_GUIDANCE}",
        CaseDate.NOTIFIED, Phase.NOTIFICATION, Edition.WT2018,
        kinds=frozenset({NotificationKind.LOOKED_AFTER_DEATH}), owner="Local authority",
    ),
    Rule(
        "CL-5", "Notify the death",
        "Tell the Secretary of State and Ofsted of the care leaver's death",
        CaseDate.AWARE, 5, Unit.WORKING_DAYS, Weight.STATUTORY_GUIDANCE, _GUIDANCE,
        CaseDate.NOTIFIED, Phase.NOTIFICATION, Edition.WT2023,
        kinds=frozenset({NotificationKind.CARE_LEAVER_DEATH}), owner="Local authority",
        weight_note="For care leavers up to and including the age of 24.",
    ),
    Rule(
        "RR-COPY", "Copy of the notification",
        "Copy of the notification to the business unit",
        CaseDate.NOTIFIED, 0, Unit.SAME_DAY, Weight.LOCAL_PRACTICE, _TIMETABLE,
        CaseDate.COPY_RECEIVED, Phase.RAPID_REVIEW, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
        owner="Local authority",
    ),
    Rule(
        "RR-ISSUE", "Requests to agencies",
        "Requests to agencies issued",
        CaseDate.NOTIFIED, 1, Unit.WORKING_DAYS, Weight.LOCAL_PRACTICE, _TIMETABLE,
        CaseDate.FIRST_REQUEST, Phase.RAPID_REVIEW, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
    ),
    Rule(
        "RR-RETURN", "Agency returns in",
        "Agency returns in",
        CaseDate.NOTIFIED, 10, Unit.WORKING_DAYS, Weight.LOCAL_PRACTICE, _TIMETABLE,
        CaseDate.LAST_RETURN, Phase.RAPID_REVIEW, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
        owner="Agencies",
    ),
    Rule(
        "RR-PANEL", "Rapid Review meeting",
        "Rapid Review meeting held",
        CaseDate.NOTIFIED, 12, Unit.WORKING_DAYS, Weight.LOCAL_PRACTICE, _TIMETABLE,
        CaseDate.MEETING, Phase.RAPID_REVIEW, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
    ),
    Rule(
        "RR-SIGN", "Partners’ sign-off",
        "Rapid Review signed off by the partners",
        CaseDate.NOTIFIED, 14, Unit.WORKING_DAYS, Weight.LOCAL_PRACTICE, _TIMETABLE,
        CaseDate.SIGNED_OFF, Phase.RAPID_REVIEW, Edition.WT2018, kinds=SERIOUS_INCIDENTS,
        owner="Safeguarding partners",
    ),
    Rule(
        "RR-15", "Rapid Review to the Panel",
        "Rapid Review completed and sent to the Panel",
        CaseDate.NOTIFIED, 15, Unit.WORKING_DAYS, Weight.PANEL_EXPECTATION,
        "Guidance of the Child Safeguarding Practice Review Panel",
        CaseDate.RAPID_REVIEW_SENT, Phase.RAPID_REVIEW, Edition.WT2018,
        kinds=SERIOUS_INCIDENTS,
        weight_note="The 15 days are an expectation of the Panel, not a duty in law.",
    ),
    Rule(
        "PANEL-RESP", "Panel’s reply expected",
        "Panel’s reply expected",
        CaseDate.RAPID_REVIEW_SENT, 10, Unit.WORKING_DAYS, Weight.PANEL_EXPECTATION,
        "Practice reported by partnerships", CaseDate.PANEL_REPLIED, Phase.RAPID_REVIEW,
        Edition.WT2018, is_confirmed=False, kinds=SERIOUS_INCIDENTS, owner="The Panel",
        weight_note="An expectation of others: chase after this day.",
    ),
    Rule(
        "LR-TELL", "Tell of the decision",
        "Tell the Panel, Ofsted and the DfE of the decision and the reviewer",
        CaseDate.DECIDED, 5, Unit.WORKING_DAYS, Weight.LOCAL_PRACTICE, _LOCAL,
        CaseDate.DECISION_TOLD, Phase.LOCAL_REVIEW, Edition.WT2018, is_confirmed=False,
    ),
    Rule(
        "LR-6M", "Publish the local review",
        "Local review completed and published",
        CaseDate.INITIATED, 6, Unit.MONTHS, Weight.STATUTORY_GUIDANCE, _GUIDANCE,
        CaseDate.PUBLISHED, Phase.LOCAL_REVIEW, Edition.WT2018,
    ),
    Rule(
        "LR-MON", "Monitoring (regulation 14)",
        "Progress and quality of the local review monitored",
        CaseDate.INITIATED, 1, Unit.MONTHS, Weight.DUTY, f"{_REGULATIONS}, regulation 14",
        CaseDate.LAST_MONITORED, Phase.LOCAL_REVIEW, Edition.WT2018, is_repeating=True,
        weight_note="Monitoring is a duty; the interval is the partnership’s own.",
    ),
    Rule(
        "LR-DELAY", "Tell the reasons for delay",
        "Tell the Panel and the Secretary of State the reasons for delay",
        CaseDate.FORECAST, 0, Unit.TASK, Weight.STATUTORY_GUIDANCE, _GUIDANCE,
        CaseDate.DELAY_TOLD, Phase.LOCAL_REVIEW, Edition.WT2018, is_confirmed=False,
    ),
    Rule(
        "PUB-7", "Full report to the Panel",
        "Full report to the Panel and the Secretary of State",
        CaseDate.PLANNED_PUBLICATION, 7, Unit.WORKING_DAYS, Weight.DUTY, _REGULATIONS,
        CaseDate.COPY_SENT, Phase.PUBLICATION, Edition.WT2018,
        direction=Direction.BEFORE, is_confirmed=False,
    ),
    Rule(
        "PUB-1Y", "Kept available until",
        "Report kept available: earliest day of removal",
        CaseDate.PUBLISHED, 1, Unit.YEARS, Weight.DUTY, _REGULATIONS, None,
        Phase.PUBLIC_LIST, Edition.WT2018, is_confirmed=False,
    ),
    Rule(
        "PUB-3Y", "Leave the public list",
        "Leave the public list for the archive",
        CaseDate.PUBLISHED, 3, Unit.YEARS, Weight.LOCAL_PRACTICE,
        "Three-year window of the partnership’s public list", CaseDate.ARCHIVED,
        Phase.PUBLIC_LIST, Edition.WT2018,
    ),
    Rule(
        "PUB-REP", "Deposit in the repository",
        "Deposit with the national repository",
        CaseDate.PUBLISHED, 0, Unit.TASK, Weight.LOCAL_PRACTICE,
        "Custom of partnerships", CaseDate.DEPOSITED, Phase.PUBLIC_LIST, Edition.WT2018,
    ),
    Rule(
        "YR-12", "Yearly report",
        "Yearly report published",
        CaseDate.LAST_YEARLY_REPORT, 12, Unit.MONTHS, Weight.DUTY, "Children Act 2004",
        CaseDate.LAST_YEARLY_REPORT, Phase.PARTNERSHIP, Edition.WT2018,
        is_confirmed=False, is_repeating=True,
    ),
    Rule(
        "ACT", "Action due",
        "Action due",
        CaseDate.ACTION_SET, 0, Unit.SET_DATE, Weight.LOCAL_PRACTICE,
        "Action plan of the review", CaseDate.ACTION_CLOSED, Phase.ACTION, Edition.WT2018,
    ),
)  # fmt: skip


def _pack(edition: Edition) -> dict[str, Rule]:
    editions = list(Edition)
    at = editions.index(edition)
    following = editions[at + 1] if at + 1 < len(editions) else None
    last = IN_FORCE_FROM[following] - timedelta(days=1) if following else None
    return {
        rule.code: replace(rule, edition=edition, valid_from=IN_FORCE_FROM[edition], valid_to=last)
        for rule in _RULES
        if editions.index(rule.edition) <= at
    }


RULE_PACKS: dict[Edition, dict[str, Rule]] = {edition: _pack(edition) for edition in Edition}
"""Rules by edition and code, in the order of the process. A rule first stands in the pack
of the edition that brought it in."""

RULE_CODES = tuple(RULE_PACKS[max(Edition, key=lambda edition: IN_FORCE_FROM[edition])])
