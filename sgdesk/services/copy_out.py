"""What the national notification form asks of a case, in the order of the form.

The form takes the details of four children: guidance "Report a serious child safeguarding
incident". The others, and the household, go into its further information.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import Precision
from sgdesk.domain.notifications import KIND_WORDS, NotificationDraft
from sgdesk.domain.people import ROLE_WORDS, ChildRole, HouseholdMemberDraft
from sgdesk.records.copy_out import CopyAnswer, CopyOutSheet, CopyPart
from sgdesk.records.papers import PaperColumn, PaperRow, PaperTable
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries
from sgdesk.services.papers import new_paper
from sgdesk.services.settings import list_agencies

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.dates import UncertainDate
    from sgdesk.records.cases import CaseView, ChildRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register

MOST_CHILDREN = 4
"""How many children the national form takes the details of."""
_CASE, _NOTIFICATION, _CHILD = "Overview", "Notification", "Children"
_PERSONAL = "Holds personal data: names, dates of birth, addresses. Destroy it when it is copied."


def copy_out_sheet(register: Register, case_id: UUID, *, today: date) -> CopyOutSheet:
    """Return what is recorded for the national form. Raises `UserError` if the case is gone."""
    view = get_case(register, case_id, today=today)
    draft = view.notification or NotificationDraft()
    rows = sorted(view.children, key=lambda row: not row.draft.is_first_listed)
    household = [one.draft for one in list_entries(register, HouseholdMemberDraft, case_id)]
    return CopyOutSheet(
        (
            _notifier(register, view, draft),
            _incident(view, draft),
            *(_child(at, row, len(rows)) for at, row in enumerate(rows[:MOST_CHILDREN], 1)),
            _further(rows[MOST_CHILDREN:], household),
            _agencies(register, case_id, draft),
            CopyPart(
                "Description",
                (CopyAnswer("What happened", draft.description, where=_NOTIFICATION),),
            ),
        )
    )


def copy_out_paper(register: Register, sheet: CopyOutSheet, *, today: date) -> Paper:
    """Return the sheet as a paper, which says that it holds personal data."""
    columns = (PaperColumn("The form asks", 1), PaperColumn("Answer", 2))
    tables = tuple(
        PaperTable(
            columns,
            tuple(
                PaperRow((answer.label, answer.text or "MISSING"))
                for answer in part.answers
                if answer.text or answer.is_needed
            ),
            title=part.title,
            note=part.note,
        )
        for part in sheet.parts
    )
    missing = f" {sheet.missing} answers are missing." if sheet.missing else ""
    return new_paper(
        register,
        "Copy-out sheet for the national form",
        tables,
        today=today,
        file_stem="copy-out-sheet",
        summary=f"{_PERSONAL}{missing}",
    )


def _notifier(register: Register, view: CaseView, draft: NotificationDraft) -> CopyPart:
    return CopyPart(
        "Who notifies",
        (
            CopyAnswer("Type of notification", KIND_WORDS[draft.kind]),
            CopyAnswer("Role of the notifier", draft.notified_by, where=_NOTIFICATION),
            CopyAnswer("Partnership", register.profile.name, where="Settings"),
            CopyAnswer("Our reference", view.draft.reference, where=_CASE),
        ),
        "Telephone and e-mail of the notifier are not kept here: type them into the form.",
    )


def _incident(view: CaseView, draft: NotificationDraft) -> CopyPart:
    case = view.draft
    return CopyPart(
        "The incident",
        (
            CopyAnswer("Date of the incident", _incident_day(case.incident), where=_CASE),
            CopyAnswer("Time of the incident", draft.incident_time, where=_NOTIFICATION),
            CopyAnswer("Place of the incident", draft.location, where=_NOTIFICATION),
            CopyAnswer("Area of the incident", case.area_of_incident, where=_CASE),
            CopyAnswer("Area where the child lives", case.area_of_residence, where=_CASE),
            CopyAnswer("Outside England", _said(case.outside_england), where=_CASE),
            CopyAnswer("Authority became aware", _day(case.aware_on), where=_CASE),
            CopyAnswer("Nature of the incident", draft.nature, where=_NOTIFICATION),
            CopyAnswer("Cause of death or harm", draft.cause, where=_NOTIFICATION),
            CopyAnswer("Interest of the media", _said(case.media_interest), where=_CASE),
        ),
    )


def _child(number: int, row: ChildRow, count: int) -> CopyPart:
    draft = row.draft
    is_unborn = row.age_words == "unborn"
    is_harmed = draft.role in (ChildRole.HARMED, ChildRole.BOTH)
    first = "the first-listed child. " if draft.is_first_listed else ""
    over = f"The form takes {MOST_CHILDREN} of {count}. " if count > MOST_CHILDREN else ""
    answers = (
        CopyAnswer("Name", draft.name, is_needed=not is_unborn, where=_CHILD),
        CopyAnswer("Other names used", draft.other_names, is_needed=False),
        CopyAnswer(
            "Expected date of delivery" if is_unborn else "Date of birth",
            _day(draft.born_on),
            is_needed=is_unborn or draft.stated_age is None,
            where=_CHILD,
        ),
        CopyAnswer("Age at the incident", "" if "unknown" in row.age_words else row.age_words),
        CopyAnswer("Date of death", _day(draft.died_on), is_needed=False),
        CopyAnswer("Role", ROLE_WORDS[draft.role]),
        CopyAnswer("Sex", draft.sex, is_needed=not is_unborn, where=_CHILD),
        CopyAnswer("Ethnicity", draft.ethnicity, is_needed=not is_unborn, where=_CHILD),
        CopyAnswer("Disability", draft.disability, is_needed=not is_unborn, where=_CHILD),
        CopyAnswer("Language", draft.language, is_needed=False),
        CopyAnswer("Religion", draft.religion, is_needed=False),
        CopyAnswer("Home address", draft.address, where=_CHILD),
        CopyAnswer("Where the child lived", draft.placement, where=_CHILD),
        CopyAnswer("Legal status", draft.legal_status, where=_CHILD),
        CopyAnswer("Looked after", _said(draft.looked_after), where=_CHILD),
        CopyAnswer("Child protection plan", _said(draft.protection_plan), where=_CHILD),
        CopyAnswer("Child in need plan", _said(draft.need_plan), where=_CHILD),
        CopyAnswer("Known to agencies", _said(draft.known_to_agencies), where=_CHILD),
        CopyAnswer("Death or harm", draft.harm, is_needed=is_harmed, where=_CHILD),
        CopyAnswer("School or nursery", draft.school, is_needed=False),
        CopyAnswer("GP", draft.gp, is_needed=False),
        CopyAnswer(
            "Whereabouts and carer at the time", draft.carer, is_needed=is_harmed, where=_CHILD
        ),
    )
    return CopyPart(f"Child {number} of the form", answers, _note(draft.pseudonym, first, over))


def _note(pseudonym: str, first: str, over: str) -> str:
    said = f"{pseudonym} in this register, {first}" if first else f"{pseudonym} in this register. "
    return f"{said}{over}".strip()


def _further(others: list[ChildRow], household: list[HouseholdMemberDraft]) -> CopyPart:
    texts = [_further_child(row) for row in others]
    people = [_person(one) for one in household]
    further = [CopyAnswer("Further children", "\n".join(texts))] if texts else []
    household_answer = CopyAnswer("Household and others", "\n".join(people), where=_CHILD)
    note = (
        f"The form takes {MOST_CHILDREN} children. The {len(others)} below go into its further "
        "information."
        if others
        else ""
    )
    return CopyPart("Further information", (*further, household_answer), note)


def _further_child(row: ChildRow) -> str:
    draft = row.draft
    words = (
        draft.name or draft.pseudonym,
        f"born {_day(draft.born_on)}" if draft.born_on else row.age_words,
        f"died {_day(draft.died_on)}" if draft.died_on else "",
        ROLE_WORDS[draft.role].lower(),
        draft.sex,
        draft.ethnicity,
        draft.legal_status,
        draft.address.replace("\n", ", "),
    )
    return ", ".join(one for one in words if one)


def _person(draft: HouseholdMemberDraft) -> str:
    lives = draft.lives_with_child
    words = (
        draft.relationship,
        draft.name,
        f"born {_day(draft.born_on)}" if draft.born_on else "",
        {Answer.YES: "lives with the child", Answer.NO: "lives elsewhere"}.get(lives, ""),
        "child protection plan" if draft.protection_plan is Answer.YES else "",
        draft.address.replace("\n", ", "),
    )
    return ", ".join(one for one in words if one)


def _agencies(register: Register, case_id: UUID, draft: NotificationDraft) -> CopyPart:
    names = {row.agency_id: row.draft.name for row in list_agencies(register)}
    asked = (one.draft for one in list_entries(register, AgencyRequestDraft, case_id))
    found = dict.fromkeys(
        names[one.agency_id]
        for one in asked
        if one.agency_id in names and not one.not_needed_reason
    )
    return CopyPart(
        "Agencies",
        (
            CopyAnswer("Known to agencies", _said(draft.known_to_agencies), where=_NOTIFICATION),
            CopyAnswer("Agencies involved", "\n".join(found), where="Agencies"),
        ),
    )


def _day(day: date | None) -> str:
    """Return a date as web forms take it, 03/10/2022, or ""."""
    return f"{day:%d/%m/%Y}" if day else ""


def _incident_day(incident: UncertainDate) -> str:
    return _day(incident.start) if incident.precision is Precision.EXACT else incident.words()


def _said(answer: Answer) -> str:
    return "" if answer is Answer.BLANK else ANSWER_WORDS[answer]
