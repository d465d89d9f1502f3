"""The chain of a case: saved, read, closed, and never left without what it rests on."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from learning_samples import (
    ACTION,
    EVIDENCE,
    FINDING,
    IMPACT,
    RECOMMENDATION,
    closing,
    make_chain,
    read,
)
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.learning import (
    ActionDraft,
    ActionPlan,
    ActionStatus,
    EvidenceDraft,
    FindingDraft,
    RecommendationDraft,
)
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.domain.standings import Standing
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.action_closing import close_action
from sgdesk.services.actions import list_all_actions
from sgdesk.services.entries import remove_entry, save_entry
from sgdesk.services.learning import read_learning
from sgdesk.services.settings import list_agencies, save_agency

OTHER_CASE = replace(CASE, reference="RIV2026-27-02", further_references=())
COMPLETE = (ActionStatus.EVIDENCED, ActionStatus.EMBEDDED)


@pytest.fixture
def chain(register):
    return make_chain(register, make_case(register))


def closed(action, status=ActionStatus.EVIDENCED):
    return replace(action, status=status, closed_on=TODAY, closed_by="Review group")


def refused(save):
    """Return the problems for which `save` stores nothing."""
    with pytest.raises(RejectedError) as caught:
        save()
    return {(one.field, one.message) for one in caught.value.problems}


def test_a_chain_is_read_from_the_finding_to_the_impact(chain):
    action = chain.one(ActionDraft)
    chain.save(replace(EVIDENCE, action_id=action.entry_id))
    chain.save(replace(IMPACT, action_id=action.entry_id))
    learning = read(chain)
    assert learning.reference == "RIV2026-27-01"
    (finding,) = learning.findings
    (advice,) = finding.recommendations
    (node,) = advice.actions
    assert [one.draft.what for one in node.evidence] == ["40 records"]
    assert [one.draft.change for one in node.impacts] == ["Children are asked."]
    assert (node.row.standing, node.row.days) == (Standing.OVERDUE, 2)
    assert (node.row.evidence, node.row.impacts, node.row.agency) == (1, 1, "")
    assert (learning.recommendations, learning.actions) == ((), ())


def test_what_rests_on_nothing_is_read_too_and_all_is_in_the_order_of_numbers(chain):
    chain.save(replace(FINDING, number="10"))
    chain.save(replace(FINDING, number="9"))
    chain.save(replace(RECOMMENDATION, number="2"))
    chain.save(replace(ACTION, number="7"))
    learning = read(chain)
    assert [one.entry.draft.number for one in learning.findings] == ["1", "9", "10"]
    assert [one.entry.draft.number for one in learning.all_recommendations()] == ["1", "2"]
    assert [one.row.number for one in learning.all_actions()] == ["1.1", "7"]


def test_the_chain_of_an_action_names_what_it_follows_from(chain):
    loose = chain.save(replace(ACTION, number="7"))
    advice = chain.save(replace(RECOMMENDATION, number="2"))
    advised = chain.save(replace(ACTION, number="2.1", recommendation_id=advice.entry_id))
    learning = read(chain)
    whole = learning.chain_of(learning.all_actions()[0].row.action_id)
    assert (whole.finding.draft.number, whole.recommendation.draft.number) == ("1", "1")
    alone = learning.chain_of(loose.entry_id)
    assert (alone.finding, alone.recommendation) == (None, None)
    short = learning.chain_of(advised.entry_id)
    assert (short.finding, short.recommendation.draft.number) == (None, "2")
    assert learning.chain_of(uuid4()) is None


def test_a_case_without_learning_reads_empty(register):
    learning = read_learning(register, make_case(register), today=TODAY)
    assert learning.all_actions() == ()
    assert learning.findings == ()


def test_an_action_names_its_agency(chain):
    save_agency(chain.register, None, AgencyDraft(name="Hospitals"))
    agency_id = list_agencies(chain.register)[0].agency_id
    entry = chain.one(ActionDraft)
    chain.save(replace(entry.draft, agency_id=agency_id, plan=ActionPlan.SINGLE_AGENCY), entry)
    assert read(chain).all_actions()[0].row.agency == "Hospitals"
    assert list_all_actions(chain.register, today=TODAY)[0].agency == "Hospitals"


def test_an_action_of_a_single_agency_plan_without_an_agency_is_refused(chain):
    draft = replace(ACTION, plan=ActionPlan.SINGLE_AGENCY)
    assert {field for field, _ in refused(lambda: chain.save(draft))} == {"agency_id"}
    assert len(chain.entries(ActionDraft)) == 1


@pytest.mark.parametrize("status", COMPLETE)
def test_an_action_is_not_saved_as_complete_without_evidence(chain, status):
    entry = chain.one(ActionDraft)
    problems = refused(lambda: chain.save(closed(entry.draft, status), entry))
    assert {field for field, _ in problems} == {"status"}
    assert chain.one(ActionDraft).draft.status is ActionStatus.NOT_STARTED
    assert {field for field, _ in refused(lambda: chain.save(closed(ACTION, status)))} == {"status"}


def test_an_action_with_evidence_closes_and_is_embedded_once_its_impact_is_known(chain):
    entry = chain.one(ActionDraft)
    chain.save(replace(EVIDENCE, action_id=entry.entry_id))
    embedded = closed(entry.draft, ActionStatus.EMBEDDED)
    assert {field for field, _ in refused(lambda: chain.save(embedded, entry))} == {"status"}
    entry = chain.save(closed(entry.draft), entry)
    chain.save(replace(IMPACT, action_id=entry.entry_id))
    chain.save(embedded, entry)
    assert read(chain).all_actions()[0].row.standing is Standing.MET_LATE


def test_the_last_evidence_of_a_closed_action_stays(chain):
    entry = chain.one(ActionDraft)
    evidence = chain.save(replace(EVIDENCE, action_id=entry.entry_id))
    entry = chain.save(closed(entry.draft), entry)
    other = chain.save(replace(ACTION, number="1.2"))
    remove = lambda: remove_entry(chain.register, chain.case_id, evidence)  # noqa: E731
    assert {field for field, _ in refused(remove)} == {"status"}
    move = lambda: chain.save(  # noqa: E731
        replace(evidence.draft, action_id=other.entry_id), evidence
    )
    assert {field for field, _ in refused(move)} == {"status"}
    assert len(chain.entries(EvidenceDraft)) == 1
    more = chain.save(replace(EVIDENCE, action_id=entry.entry_id))
    remove()
    assert chain.entries(EvidenceDraft) == (more,)


def test_nothing_is_removed_while_others_hang_on_it(chain):
    action = chain.one(ActionDraft)
    chain.save(replace(EVIDENCE, action_id=action.entry_id))
    for kind, words in (
        (FindingDraft, "Recommendation 1 would be left without the finding."),
        (RecommendationDraft, "Action 1.1 would be left without the recommendation."),
        (ActionDraft, "This action has evidence. Remove the evidence first, then the action."),
    ):
        entry = chain.one(kind)
        ((_, message),) = refused(
            lambda entry=entry: remove_entry(chain.register, chain.case_id, entry)
        )
        assert words in message
        assert chain.one(kind) == entry


def test_an_action_with_an_impact_stays_too(chain):
    action = chain.one(ActionDraft)
    chain.save(replace(IMPACT, action_id=action.entry_id))
    ((_, message),) = refused(lambda: remove_entry(chain.register, chain.case_id, action))
    assert message.startswith("This action has impact.")


def test_how_many_more_hang_on_it_is_said(chain):
    advice = chain.one(RecommendationDraft)
    chain.save(replace(ACTION, number="", recommendation_id=advice.entry_id))
    ((_, message),) = refused(lambda: remove_entry(chain.register, chain.case_id, advice))
    assert message.startswith("Action 1.1 and 1 more would be left")


def test_a_chain_can_be_taken_down_from_its_end(chain):
    for kind in (ActionDraft, RecommendationDraft, FindingDraft):
        remove_entry(chain.register, chain.case_id, chain.one(kind))
    assert read(chain).findings == ()


def test_nothing_hangs_on_a_row_of_another_case(chain):
    other = make_case(chain.register, OTHER_CASE, None)
    finding, action = chain.one(FindingDraft), chain.one(ActionDraft)
    for draft in (
        replace(RECOMMENDATION, finding_id=finding.entry_id),
        replace(EVIDENCE, action_id=action.entry_id),
        IMPACT,
    ):
        refused(lambda draft=draft: save_entry(chain.register, other, None, draft, today=TODAY))


def close(chain, draft):
    entry = chain.one(ActionDraft)
    return close_action(chain.register, chain.case_id, entry, draft, today=TODAY)


def test_an_action_is_closed_with_its_evidence_and_its_impact_at_once(chain):
    draft = closing(
        status=ActionStatus.EMBEDDED,
        evidence=" 40 records ",
        impact_on=TODAY,
        impact_by="Review group",
        impact="Children are asked.",
    )
    changes = close(chain, draft)
    assert (changes.what, changes.case_ids) == ("Action closed", frozenset({chain.case_id}))
    node = read(chain).all_actions()[0]
    assert node.entry.draft.status is ActionStatus.EMBEDDED
    assert [one.draft.what for one in node.evidence] == ["40 records"]
    assert [one.draft.change for one in node.impacts] == ["Children are asked."]


def test_a_refused_closing_stores_nothing(chain):
    problems = refused(lambda: close(chain, closing(evidence="", evidence_kind="")))
    assert {field for field, _ in problems} == {"evidence"}
    refused(lambda: close(chain, closing(closed_by="")))
    assert chain.entries(EvidenceDraft) == ()
    assert chain.one(ActionDraft).draft.status is ActionStatus.NOT_STARTED


def test_evidence_that_is_there_already_is_enough(chain):
    action = chain.one(ActionDraft)
    chain.save(replace(EVIDENCE, action_id=action.entry_id))
    close(chain, closing(evidence="", evidence_kind=""))
    assert len(chain.entries(EvidenceDraft)) == 1
    assert chain.one(ActionDraft).draft.status is ActionStatus.EVIDENCED


def test_an_action_that_changed_meanwhile_is_not_closed(chain):
    entry = chain.one(ActionDraft)
    chain.save(replace(entry.draft, owner="Designated doctor"), entry)
    with pytest.raises(UserError):
        close_action(chain.register, chain.case_id, entry, closing(), today=TODAY)
    assert chain.entries(EvidenceDraft) == ()
