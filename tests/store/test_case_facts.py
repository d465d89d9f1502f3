from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from store_samples import ACTOR, AT, DAY, add, add_case, make_case

from sgdesk.domain.cases import CaseKind
from sgdesk.domain.dates import Precision
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import Pause
from sgdesk.domain.notifications import NotificationKind, NotificationOutcome
from sgdesk.domain.partnerships import (
    AgreedDate,
)
from sgdesk.domain.rapid_reviews import Decision, PanelView
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.entities.briefings import BriefingCaseEntity, BriefingEntity
from sgdesk.store.entities.case_parts import DelayEntity
from sgdesk.store.entities.cases import (
    AgreedDateEntity,
    CaseEntity,
    CaseReferenceEntity,
    ChildEntity,
)
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.entities.review_parts import MonitoringEntity
from sgdesk.store.queries import case_facts
from sgdesk.store.queries.case_facts import (
    CaseFactsRow,
    read_agreed_dates,
    read_case_facts,
    read_further_references,
    read_pauses,
)


def days():
    """Another date at each call, so that no two fields can be taken for each other."""
    return iter(DAY + timedelta(days=number) for number in range(100))


def remove(store, entity, row_id):
    with store.write(ACTOR, AT) as session:
        session.get_one(entity, row_id).deleted_at = AT


def add_whole_case(store):
    """A case with every part that a list reads from; return it and its expected row."""
    day = days()
    case = make_case(
        themes=("neglect", "babies"),
        owner="me",
        incident_precision=Precision.PERIOD,
        incident_start_on=next(day),
        incident_end_on=next(day),
        aware_on=next(day),
        edition=Edition.WT2023,
        edition_reason="Agreed",
        closed_on=next(day),
        closed_reason="Over",
    )
    notification = {
        "notified_on": next(day),
        "partners_told_on": next(day),
        "copy_received_on": next(day),
    }
    rapid_review = {
        "first_request_on": next(day),
        "last_return_on": next(day),
        "meeting_on": next(day),
        "authority_signed_on": next(day),
        "health_signed_on": next(day),
        "police_signed_on": next(day),
        "decision": Decision.LOCAL_REVIEW,
        "decided_on": next(day),
        "panel_view": PanelView.AGREES,
        "panel_replied_on": next(day),
    }
    local_review = {
        "initiated_on": next(day),
        "decision_told_on": next(day),
        "forecast_on": next(day),
    }
    last_monitored_on, delay_told_on = next(day), next(day)
    publication = {
        "summary": "What was learnt",
        "review_type": "Review",
        "planned_on": next(day),
        "copy_sent_on": next(day),
        "published_on": next(day),
        "deposited_on": next(day),
        "archived_on": next(day),
    }
    sent_on = next(day)
    briefing = BriefingEntity(title="B")
    kind = NotificationKind.LOOKED_AFTER_DEATH
    outcome = NotificationOutcome.WITHDRAWN
    add(
        store,
        case,
        NotificationEntity(case_id=case.id, kind=kind, outcome=outcome, **notification),
        MonitoringEntity(case_id=case.id, monitored_on=DAY),
        MonitoringEntity(case_id=case.id, monitored_on=last_monitored_on),
        DelayEntity(case_id=case.id, told_on=DAY),
        DelayEntity(case_id=case.id, told_on=delay_told_on),
        RapidReviewEntity(case_id=case.id, sent_on=sent_on, **rapid_review),
        LocalReviewEntity(case_id=case.id, **local_review),
        PublicationEntity(case_id=case.id, title="The title", **publication),
        ChildEntity(case_id=case.id, pseudonym="Child A"),
        ChildEntity(case_id=case.id, pseudonym="Child B"),
        briefing,
        BriefingCaseEntity(briefing_id=briefing.id, case_id=case.id),
    )
    expected = CaseFactsRow(
        case_id=case.id,
        revision=1,
        reference="PRAC2026-27-01",
        title="Two siblings, neglect",
        kind=CaseKind.LOCAL,
        owner="me",
        themes=("neglect", "babies"),
        incident_precision=Precision.PERIOD,
        incident_start_on=case.incident_start_on,
        incident_end_on=case.incident_end_on,
        aware_on=case.aware_on,
        edition=Edition.WT2023,
        edition_reason="Agreed",
        closed_on=case.closed_on,
        notification_kind=kind,
        outcome=outcome,
        is_reconsidered=False,
        last_monitored_on=last_monitored_on,
        delay_told_on=delay_told_on,
        rapid_review_sent_on=sent_on,
        publication_title="The title",
        children=2,
        briefings=1,
        changed_at=AT,
        **notification,
        **rapid_review,
        **local_review,
        **publication,
    )
    return case, expected


def test_a_row_comes_with_every_field_from_its_own_column(store):
    _case, expected = add_whole_case(store)
    with store.rows() as rows:
        (row,) = read_case_facts(rows)
    assert row._asdict() == expected._asdict()
    assert row == expected
    assert type(row.decision) is Decision


def test_the_sources_are_in_the_order_of_the_row():
    assert tuple(case_facts._SOURCES) == CaseFactsRow._fields


def test_a_bare_case_says_that_nothing_is_recorded(store):
    case_id = add_case(store, aware_on=None)
    with store.rows() as rows:
        (row,) = read_case_facts(rows)
    told = {
        name: value
        for name, value in row._asdict().items()
        if value not in (None, "", 0) and value != ()
    }
    assert told == {
        "case_id": case_id,
        "revision": 1,
        "reference": "PRAC2026-27-01",
        "title": "Two siblings, neglect",
        "kind": CaseKind.LOCAL,
        "incident_precision": Precision.BLANK,
        "decision": Decision.NOT_MADE,
        "panel_view": PanelView.NOT_RECEIVED,
        "outcome": NotificationOutcome.STANDS,
        "changed_at": AT,
    }


def test_a_removed_part_is_not_read(store):
    case, _expected = add_whole_case(store)
    later = datetime(2026, 12, 1, tzinfo=UTC)
    with store.write(ACTOR, later) as session:
        for entity in (
            NotificationEntity,
            RapidReviewEntity,
            LocalReviewEntity,
            PublicationEntity,
            ChildEntity,
            BriefingCaseEntity,
        ):
            for part in session.query(entity):
                part.deleted_at = later
    with store.rows() as rows:
        (row,) = read_case_facts(rows)
    assert (row.notified_on, row.meeting_on, row.initiated_on, row.published_on) == (None,) * 4
    assert (row.children, row.briefings, row.changed_at) == (0, 0, later)
    assert row.case_id == case.id


def test_a_removed_briefing_is_not_counted(store):
    add_whole_case(store)
    with store.write(ACTOR, AT) as session:
        session.query(BriefingEntity).one().deleted_at = AT
    with store.rows() as rows:
        assert [row.briefings for row in read_case_facts(rows)] == [0]


def test_a_removed_case_is_not_read(store):
    ids = [add_case(store, number) for number in range(3)]
    remove(store, CaseEntity, ids[1])
    with store.rows() as rows:
        assert {row.case_id for row in read_case_facts(rows)} == {ids[0], ids[2]}
        assert read_case_facts(rows, ids[1]) == []
        assert [row.case_id for row in read_case_facts(rows, ids[2])] == [ids[2]]
        assert read_case_facts(rows, uuid4()) == []


def test_agreed_dates_come_by_case_and_rule(store):
    case_id, other = add_case(store, 1), add_case(store, 2)
    agreed = AgreedDate(date(2026, 12, 1), "Inquest", "The partners")
    rows_of = [
        AgreedDateEntity(case_id=case_id, rule_code=code, **asdict(agreed)) for code in ("A", "B")
    ]
    removed = AgreedDateEntity(case_id=other, rule_code="A", **asdict(agreed))
    add(store, *rows_of, removed)
    remove(store, AgreedDateEntity, removed.id)
    with store.rows() as rows:
        assert read_agreed_dates(rows) == {case_id: {"A": agreed, "B": agreed}}


def test_further_references_come_as_typed_in_their_order(store):
    case_id = add_case(store)
    add(
        store,
        *(
            CaseReferenceEntity(
                case_id=case_id, position=place, reference=text, reference_key=text.lower()
            )
            for place, text in ((2, "C/3"), (0, "A 1"), (1, "B-2"))
        ),
    )
    with store.rows() as rows:
        assert read_further_references(rows) == {case_id: ("A 1", "B-2", "C/3")}


def test_known_requests_outweigh_the_days_that_were_typed(store):
    case_id = add_case(store)
    add(
        store,
        RapidReviewEntity(case_id=case_id, first_request_on=DAY, last_return_on=DAY),
        *(
            AgencyRequestEntity(case_id=case_id, **values)
            for values in (
                {"asked_on": date(2026, 10, 7), "received_on": date(2026, 10, 20)},
                {"asked_on": date(2026, 10, 6), "received_on": date(2026, 10, 19)},
                {"asked_on": date(2026, 10, 1), "not_needed_reason": "Not known to them"},
                {"asked_on": date(2026, 10, 2), "purpose": "Chronology"},
                {"note": "Not asked yet"},
            )
        ),
    )
    with store.rows() as rows:
        (row,) = read_case_facts(rows)
    assert (row.first_request_on, row.last_return_on) == (date(2026, 10, 6), date(2026, 10, 20))


def test_there_is_no_last_return_while_one_is_outstanding(store):
    case_id = add_case(store)
    add(
        store,
        RapidReviewEntity(case_id=case_id, last_return_on=DAY),
        AgencyRequestEntity(case_id=case_id, asked_on=DAY, received_on=DAY),
        AgencyRequestEntity(case_id=case_id, asked_on=DAY),
    )
    with store.rows() as rows:
        assert [row.last_return_on for row in read_case_facts(rows)] == [None]


def test_a_reconsidered_decision_is_the_one_in_force(store):
    case_id = add_case(store)
    first, again = date(2026, 10, 20), date(2026, 11, 2)
    review = RapidReviewEntity(
        case_id=case_id,
        decision=Decision.NO_LOCAL_REVIEW,
        decided_on=first,
        reconsidered=Decision.LOCAL_REVIEW,
        reconsidered_on=again,
    )
    add(store, review)
    with store.rows() as rows:
        (row,) = read_case_facts(rows)
    assert (row.decision, row.decided_on) == (Decision.LOCAL_REVIEW, again)
    assert row.is_reconsidered


def test_clocks_stand_while_an_entry_that_pauses_them_has_not_ended(store):
    case_id, other = add_case(store, 1), add_case(store, 2)
    check = date(2026, 12, 1)
    trial = {"kind": "Criminal trial", "next_check_on": check, "pauses": ("LR-6M", "PUB-7")}
    add(
        store,
        DelayEntity(case_id=case_id, position=0, **trial),
        DelayEntity(case_id=case_id, position=1, kind="Inquest", pauses=("PUB-7", "RR-15")),
        DelayEntity(case_id=case_id, position=2, kind="Wishes of the family"),
        DelayEntity(case_id=other, kind="Inquest", pauses=("LR-6M",), ended_on=DAY),
    )
    with store.rows() as rows:
        assert read_pauses(rows) == {
            case_id: {
                "LR-6M": Pause("criminal trial", check),
                "PUB-7": Pause("criminal trial", check),
                "RR-15": Pause("inquest", None),
            }
        }
