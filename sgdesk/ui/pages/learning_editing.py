"""Opens the forms of findings, recommendations, actions, evidence and impact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sgdesk.domain.action_checks import check_action, check_held_action
from sgdesk.domain.action_closing import ClosingDraft, check_closing
from sgdesk.domain.action_standings import action_standing
from sgdesk.domain.learning import (
    CLOSED_STATUSES,
    ActionDraft,
    ActionPlan,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.learning_numbers import next_number
from sgdesk.services.action_closing import close_action
from sgdesk.services.attachments import list_attachments
from sgdesk.services.entries import remove_entry
from sgdesk.services.settings import list_agencies
from sgdesk.ui.dialogs.action_forms import (
    ACTION,
    CLOSED_ACTION,
    OPEN_STATUS_WORDS,
    closing_form,
)
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.learning_forms import EVIDENCE, FINDING, IMPACT, RECOMMENDATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.records.entries import Entry
    from sgdesk.records.learning import ActionNode, CaseLearning
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.form_dialog import FormDialog
    from sgdesk.ui.dialogs.forms import Form

_LONGEST_CHOICE = 80
_NO_FINDING = "No finding"
_NO_RECOMMENDATION = "No recommendation: it stands by itself"
_PARTNERSHIP = "The partnership itself"
_NO_FILE = "None"
_GONE_FILE = "A file that was removed"
_OF_ACTIONS = frozenset({"evidence", "impact"})
_SAFETY = "S"
"""What the numbers of immediate safety actions begin with."""


class LearningEditor:
    """Each dialog opens over `window` and stops nothing else; without an entry it adds one."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def open_finding(
        self, learning: CaseLearning, entry: Entry[FindingDraft] | None = None
    ) -> FormDialog[Any]:
        """Return the open form of a finding."""
        taken = (one.entry.draft.number for one in learning.findings)
        draft = entry.draft if entry else FindingDraft(number=next_number(taken))
        setting = FormSetting(about=learning.reference)
        return self._open(FINDING, learning, entry, draft, setting, "finding")

    def open_recommendation(
        self,
        learning: CaseLearning,
        entry: Entry[RecommendationDraft] | None = None,
        finding_id: UUID | None = None,
    ) -> FormDialog[Any]:
        """Return the open form of a recommendation; a new one rests on `finding_id`."""
        taken = (one.entry.draft.number for one in learning.all_recommendations())
        new = RecommendationDraft(number=next_number(taken), finding_id=finding_id)
        choices = {"finding_id": _choices(_NO_FINDING, (one.entry for one in learning.findings))}
        setting = FormSetting(about=learning.reference, choices=choices)
        draft = entry.draft if entry else new
        return self._open(RECOMMENDATION, learning, entry, draft, setting, "recommendation")

    def open_action(
        self,
        learning: CaseLearning,
        action: ActionNode | None = None,
        *,
        recommendation_id: UUID | None = None,
        plan: ActionPlan = ActionPlan.MULTI_AGENCY,
    ) -> FormDialog[Any]:
        """Return the open form of an action; a new one follows from `recommendation_id`."""
        entry = action.entry if action else None
        draft = entry.draft if entry else self._new_action(learning, recommendation_id, plan)
        advised = (one.entry for one in learning.all_recommendations())
        choices: dict[str, Mapping[Any, str]] = {
            "recommendation_id": _choices(_NO_RECOMMENDATION, advised),
            "agency_id": self._agencies(draft.agency_id),
        }
        is_closed = draft.status in CLOSED_STATUSES
        if not is_closed:
            choices["status"] = OPEN_STATUS_WORDS
        setting = FormSetting(
            learning.reference, choices, self._action_check(action), self._action_notes
        )
        form = CLOSED_ACTION if is_closed else ACTION
        step = "immediate" if entry is None and plan is ActionPlan.IMMEDIATE else "action"
        return self._open(form, learning, entry, draft, setting, step)

    def open_evidence(
        self,
        learning: CaseLearning,
        action: ActionNode,
        entry: Entry[EvidenceDraft] | None = None,
    ) -> FormDialog[Any]:
        """Return the open form of a piece of evidence of `action`."""
        new = EvidenceDraft(action_id=action.entry.entry_id, dated_on=self._context.today())
        draft = entry.draft if entry else new
        choices = {"attachment_id": self._files(learning.case_id, draft.attachment_id)}
        setting = FormSetting(about=_about(learning, action), choices=choices)
        dialog = self._open(EVIDENCE, learning, entry, draft, setting, "evidence")
        return _under(dialog, action)

    def open_impact(
        self,
        learning: CaseLearning,
        action: ActionNode,
        entry: Entry[ImpactDraft] | None = None,
    ) -> FormDialog[Any]:
        """Return the open form of an impact of `action`."""
        setting = FormSetting(about=_about(learning, action))
        new = ImpactDraft(action_id=action.entry.entry_id, assessed_on=self._context.today())
        draft = entry.draft if entry else new
        dialog = self._open(IMPACT, learning, entry, draft, setting, "impact")
        return _under(dialog, action)

    def open_closing(self, learning: CaseLearning, action: ActionNode) -> FormDialog[Any]:
        """Return the open form that closes `action`, with its evidence if it has none yet."""
        today = self._context.today()
        evidence, impacts = len(action.evidence), len(action.impacts)

        def check(closing: ClosingDraft) -> list[Problem]:
            return check_closing(
                closing, action.entry.draft, evidence=evidence, impacts=impacts, today=today
            )

        form = closing_form(has_evidence=evidence > 0, has_impact=impacts > 0)
        draft = ClosingDraft(closed_on=today, impact_on=today)
        setting = FormSetting(about=_about(learning, action), check=check)
        forms: Any = EntryForms(self._context, self._window, close_action)
        dialog: FormDialog[Any] = forms.open(
            form, learning.case_id, action.entry, draft, setting, step="learning:close"
        )
        return dialog

    def open_way(
        self, way: str, learning: CaseLearning, action: ActionNode, entry: Entry[Any] | None = None
    ) -> FormDialog[Any]:
        """Return the open form to "edit" or "close" an action, or for "evidence" or "impact"."""
        match way:
            case "evidence":
                return self.open_evidence(learning, action, entry)
            case "impact":
                return self.open_impact(learning, action, entry)
            case "close":
                return self.open_closing(learning, action)
        return self.open_action(learning, action)

    def open_again(self, learning: CaseLearning, way: str) -> None:
        """Open the form that `way` names, such as "finding:" with the id of one, or "finding".

        Evidence and impact name their action after that. Nothing opens for an action that the
        case has no more.
        """
        what, _, ids = way.partition(":")
        own, _, under = ids.partition(":")
        action_id = under if what in _OF_ACTIONS else own
        found = {str(one.entry.entry_id): one for one in learning.all_actions()}
        action = found.get(action_id)
        match what:
            case "finding":
                self.open_finding(learning, _with_id(own, (one.entry for one in learning.findings)))
            case "recommendation":
                held = (one.entry for one in learning.all_recommendations())
                self.open_recommendation(learning, _with_id(own, held))
            case "immediate" | "action" if not own:
                plan = ActionPlan.IMMEDIATE if what == "immediate" else ActionPlan.MULTI_AGENCY
                self.open_action(learning, plan=plan)
            case _ if action is not None:
                held_entries: tuple[Entry[Any], ...] = (*action.evidence, *action.impacts)
                self.open_way(what, learning, action, _with_id(own, held_entries))

    def remove(self, learning: CaseLearning, entry: Entry[Any]) -> None:
        """Take an entry out of the case. Raises `UserError` where others hang on it."""
        self._context.apply(remove_entry(self._context.register, learning.case_id, entry))

    def _open(
        self,
        form: Form,
        learning: CaseLearning,
        entry: Entry[Any] | None,
        draft: Any,
        setting: FormSetting,
        step: str,
    ) -> FormDialog[Any]:
        forms = EntryForms(self._context, self._window)
        step = f"learning:{step}"
        return forms.open(form, learning.case_id, entry, draft, setting, step=step)

    def _new_action(
        self, learning: CaseLearning, recommendation_id: UUID | None, plan: ActionPlan
    ) -> ActionDraft:
        starts = {
            one.entry.entry_id: f"{one.entry.draft.number}."
            for one in learning.all_recommendations()
        }
        start = starts[recommendation_id] if recommendation_id else ""
        if plan is ActionPlan.IMMEDIATE:
            start = _SAFETY
        taken = [one.row.number for one in learning.all_actions()]
        return ActionDraft(
            plan=plan,
            number=next_number(taken, start),
            recommendation_id=recommendation_id,
            set_on=self._context.today(),
        )

    def _agencies(self, chosen: UUID | None) -> dict[UUID | None, str]:
        """Return the agencies that can act; one that is chosen stays, in use or not."""
        found: dict[UUID | None, str] = {None: _PARTNERSHIP}
        for row in list_agencies(self._context.register):
            if row.draft.is_active or row.agency_id == chosen:
                found[row.agency_id] = row.draft.name
        return found

    def _files(self, case_id: UUID, chosen: UUID | None) -> dict[UUID | None, str]:
        """Return the files of the case; one that is chosen stays, even where it was removed."""
        found: dict[UUID | None, str] = {None: _NO_FILE}
        for row in list_attachments(self._context.register, case_id):
            found[row.attachment_id] = row.draft.title
        found.setdefault(chosen, _GONE_FILE)
        return found

    def _action_check(self, action: ActionNode | None) -> Callable[[ActionDraft], list[Problem]]:
        evidence, impacts = (len(action.evidence), len(action.impacts)) if action else (0, 0)
        today = self._context.today()

        def check(draft: ActionDraft) -> list[Problem]:
            held = check_held_action(draft, evidence=evidence, impacts=impacts)
            return [*check_action(draft, today=today), *held]

        return check

    def _action_notes(self, draft: ActionDraft) -> dict[str, str]:
        """Say under the date that counts how the action would stand."""
        if draft.counts_to is None or draft.status in CLOSED_STATUSES:
            return {}
        stands = action_standing(
            draft.status,
            draft.counts_to,
            None,
            today=self._context.today(),
            calendar=self._context.register.calendar,
        )
        return {"revised_on" if draft.revised_on else "due_on": f"{stands.words}."}


def _under(dialog: FormDialog[Any], action: ActionNode) -> FormDialog[Any]:
    """Let the place of a form name the action that its entry hangs on."""
    if (place := dialog.kept_as) is not None:
        dialog.kept_as = replace(place, way=f"{place.way}:{action.entry.entry_id}")
    return dialog


def _with_id(entry_id: str, entries: Iterable[Entry[Any]]) -> Entry[Any] | None:
    return next((one for one in entries if str(one.entry_id) == entry_id), None)


def _choices(none: str, entries: Iterable[Entry[Any]]) -> dict[UUID | None, str]:
    found: dict[UUID | None, str] = {None: none}
    for one in entries:
        text = " ".join(one.draft.text.split())
        short = text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"
        found[one.entry_id] = f"{one.draft.number}: {short}" if one.draft.number else short
    return found


def _about(learning: CaseLearning, action: ActionNode) -> str:
    number = f"Action {action.row.number}" if action.row.number else "An action"
    return f"{learning.reference} · {number}: {' '.join(action.row.text.split())}"
