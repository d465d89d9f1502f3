"""Whatever is saved, moved and removed: nothing is complete without evidence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from learning_samples import ACTION, EVIDENCE, IMPACT, closing, make_chain, read
from services_samples import CASE, TODAY, make_case

from sgdesk.domain.learning import (
    CLOSED_STATUSES,
    ActionDraft,
    ActionStatus,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.errors import RejectedError
from sgdesk.services.action_closing import close_action
from sgdesk.services.entries import remove_entry

COMPLETE = (ActionStatus.EVIDENCED, ActionStatus.EMBEDDED)


class Saves(RuleBasedStateMachine):
    """Whatever is saved, closed, moved and removed, in whatever order."""

    register = None

    @initialize()
    def begin(self):
        reference = f"RIV2026-27-{uuid4().hex[:8]}"
        case_id = make_case(
            self.register, replace(CASE, reference=reference, further_references=()), None
        )
        self.chain = make_chain(self.register, case_id)

    @rule(status=st.sampled_from(ActionStatus), place=st.integers(0, 3))
    def save_with(self, status, place):
        entry = self._pick(ActionDraft, place)
        is_closed = status in CLOSED_STATUSES
        draft = replace(
            entry.draft if entry else ACTION,
            status=status,
            closed_on=TODAY if is_closed else None,
            closed_by="Review group" if is_closed else "",
            closing_note="A note",
        )
        self._try(lambda: self.chain.save(draft, entry))

    @rule()
    def add_an_action(self):
        self._try(lambda: self.chain.save(ACTION))

    @rule(place=st.integers(0, 3), kind=st.sampled_from([EVIDENCE, IMPACT]))
    def show(self, place, kind):
        if (action := self._pick(ActionDraft, place)) is not None:
            self._try(lambda: self.chain.save(replace(kind, action_id=action.entry_id)))

    @rule(place=st.integers(0, 3), status=st.sampled_from(sorted(CLOSED_STATUSES)))
    def close(self, place, status):
        action = self._pick(ActionDraft, place)
        if action is not None:
            draft = closing(status=status, evidence="", evidence_kind="", closing_note="A note")
            self._try(
                lambda: close_action(self.register, self.chain.case_id, action, draft, today=TODAY)
            )

    @precondition(lambda self: len(self.chain.entries(ActionDraft)) > 1)
    @rule(place=st.integers(0, 3), kind=st.sampled_from([EvidenceDraft, ImpactDraft]))
    def move(self, place, kind):
        entry, action = self._pick(kind, place), self._pick(ActionDraft, place + 1)
        if entry is not None and action is not None:
            moved = replace(entry.draft, action_id=action.entry_id)
            self._try(lambda: self.chain.save(moved, entry))

    @rule(
        place=st.integers(0, 3),
        kind=st.sampled_from(
            [FindingDraft, RecommendationDraft, ActionDraft, EvidenceDraft, ImpactDraft]
        ),
    )
    def remove(self, place, kind):
        if (entry := self._pick(kind, place)) is not None:
            self._try(lambda: remove_entry(self.register, self.chain.case_id, entry))

    @invariant()
    def nothing_is_complete_without_evidence(self):
        learning = read(self.chain)
        for node in learning.all_actions():
            if node.row.status in COMPLETE:
                assert node.evidence
            if node.row.status is ActionStatus.EMBEDDED:
                assert node.impacts

    @invariant()
    def nothing_is_lost_from_the_chain(self):
        learning = read(self.chain)
        assert len(learning.all_actions()) == len(self.chain.entries(ActionDraft))
        shown = sum(len(node.evidence) for node in learning.all_actions())
        assert shown == len(self.chain.entries(EvidenceDraft))

    def _pick(self, kind, place):
        entries = self.chain.entries(kind)
        return entries[place % len(entries)] if entries else None

    def _try(self, save):
        with suppress(RejectedError):
            save()


def test_no_sequence_of_saves_leaves_an_action_complete_without_evidence(register):
    machine = type("Saves", (Saves,), {"register": register})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
