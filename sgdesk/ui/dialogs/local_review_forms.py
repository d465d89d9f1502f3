"""What the forms of a local review ask, each a part of one record; and their live notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.forecasts import forecast_words, six_months_end
from sgdesk.domain.local_reviews import check_local_review
from sgdesk.domain.quality_markers import STAGE_TITLES, prompts_of
from sgdesk.domain.standings import Standing
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting
from sgdesk.ui.dialogs.rule_clocks import last_working_day_to, rule_clock

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.quality_markers import QualityStage
    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext

_WINDOW = "Edit local review"

REVIEW_FORM = Form(
    window=_WINDOW,
    title="Local review",
    parts=(
        FormPart(
            "The decision",
            (
                (
                    FormField("initiated_on", "Decision to initiate", FieldKind.DATE),
                    FormField("decision_told_on", "Decision told", FieldKind.DATE),
                ),
            ),
        ),
        FormPart(
            "The reviewer",
            (
                (
                    FormField("reviewer", "Reviewer"),
                    FormField("reviewer_organisation", "Organisation"),
                ),
                (
                    FormField(
                        "independence",
                        "Independence",
                        FieldKind.PROSE,
                        "Why the reviewer is independent of the agencies of the case.",
                        lines=2,
                    ),
                ),
            ),
        ),
        FormPart(
            "Commissioning",
            (
                (
                    FormField("commissioned_on", "Commissioned", FieldKind.DATE),
                    FormField("chair", "Chair of the panel"),
                ),
                (
                    FormField(
                        "methodology",
                        "Method",
                        FieldKind.VALUES,
                        values=ValueListKey.METHODOLOGIES,
                    ),
                ),
            ),
        ),
    ),
    width=760,
)
TERMS_FORM = Form(
    window=_WINDOW,
    title="Terms of reference",
    parts=(
        FormPart(
            "The terms",
            (
                (
                    FormField("terms_version", "Version"),
                    FormField("terms_agreed_on", "Terms agreed", FieldKind.DATE),
                ),
                (
                    FormField(
                        "terms",
                        "Terms of reference",
                        FieldKind.PROSE,
                        "What the review is to find out, or where the terms are kept.",
                        lines=5,
                    ),
                ),
            ),
        ),
        FormPart(
            "The time that is looked at",
            (
                (
                    FormField("scope_from_on", "Scope from", FieldKind.DATE),
                    FormField("scope_to_on", "Scope to", FieldKind.DATE),
                ),
            ),
        ),
    ),
    width=760,
)
FORECAST_FORM = Form(
    window=_WINDOW,
    title="Forecast",
    parts=(
        FormPart(
            "When it will be published",
            (
                (
                    FormField(
                        "forecast_on",
                        "Forecast of publication",
                        FieldKind.DATE,
                        full_title="Forecast",
                    ),
                ),
                (
                    FormField(
                        "forecast_reason",
                        "Reason",
                        FieldKind.PROSE,
                        "What the forecast rests on; why it is later than six months, if it is.",
                    ),
                ),
            ),
        ),
    ),
)


def _signature(partner: str, title: str) -> tuple[FormField, ...]:
    return (
        FormField(
            f"{partner}_signed_on", title, FieldKind.DATE, full_title=f"Sign-off, {title.lower()}"
        ),
        FormField(f"{partner}_signed_by", "By", full_title=f"Signed by, {title.lower()}"),
    )


SIGN_OFF_FORM = Form(
    window=_WINDOW,
    title="Legal check and sign-off",
    parts=(
        FormPart(
            "Legal check",
            ((FormField("legal_checked_on", "Legal check", FieldKind.DATE),),),
        ),
        FormPart(
            "Signed off by the safeguarding partners",
            (
                _signature("authority", "Local authority"),
                _signature("health", "Health"),
                _signature("police", "Police"),
            ),
        ),
    ),
    width=760,
)
FORMS = (REVIEW_FORM, TERMS_FORM, FORECAST_FORM, SIGN_OFF_FORM)


def form_with(field: str) -> Form:
    """Return the form that asks for `field`; the first one for what none asks for."""
    found = (form for form in FORMS if any(one.name == field for one in form.fields()))
    return next(found, REVIEW_FORM)


def quality_form(stage: QualityStage) -> Form:
    """Return the form that asks the quality markers of one stage."""
    field = FormField("quality", "Quality markers", FieldKind.QUESTIONS, words=prompts_of(stage))
    return Form(_WINDOW, STAGE_TITLES[stage], (FormPart("", ((field,),)),), width=840)


def review_setting(
    context: AppContext, view: CaseView, form: Form, agencies: Collection[str]
) -> FormSetting:
    """Return what a form of the local review depends on: its checks and its live notes.

    `agencies` are the names of the agencies of the case.
    """
    names = frozenset(one.name for one in form.fields())
    register, today = context.register, context.today()
    return FormSetting(
        about=about_line(view),
        check=partial(_check, names=names, agencies=agencies, today=today),
        notes=partial(_notes, register, view, today),
    )


def about_line(view: CaseView) -> str:
    """Return the reference, when the decision was made, and the edition of the guidance."""
    rapid = view.rapid_review
    decided_on = rapid.decided_on if rapid else None
    decided = f"decided {long_date(decided_on)}" if decided_on else "no decision date recorded"
    return f"{view.reference} · {decided} · {view.edition.label}"


def _check(
    draft: LocalReviewDraft, *, names: frozenset[str], agencies: Collection[str], today: date
) -> list[Problem]:
    """Warnings about what another form asks for are shown there."""
    found = check_local_review(draft, today=today, agencies=agencies)
    return [problem for problem in found if problem.field in names or not problem.is_warning]


def _notes(
    register: Register, view: CaseView, today: date, draft: LocalReviewDraft
) -> Mapping[str, str]:
    rapid = view.rapid_review
    decided_on = rapid.decided_on if rapid else None
    tell = rule_clock(register, view.edition, "LR-TELL", decided_on, view.timetable).due
    forecast = forecast_words(
        draft.initiated_on, draft.forecast_on, is_told=is_delay_told(view), today=today
    )
    end = six_months_note(register, draft.initiated_on)
    return {
        "initiated_on": end,
        "decision_told_on": f"Due {long_date(tell)}" if tell else "",
        "forecast_on": forecast or end,
    }


def six_months_note(register: Register, initiated_on: date | None) -> str:
    """Return where the six months end, and the last working day before where that is not one."""
    if initiated_on is None:
        return "The six months start with the decision to initiate."
    end = six_months_end(initiated_on)
    last = last_working_day_to(register, end)
    note = f"Six months end {long_date(end)}"
    if last is None or last == end:
        return note
    return f"{note}; last working day {long_date(last)}"


def is_delay_told(view: CaseView) -> bool:
    """Return whether the Panel and the Secretary of State were told the reasons for a delay."""
    row = next((row for row in view.deadlines if row.code == "LR-DELAY"), None)
    return row is not None and row.standing in (Standing.MET, Standing.MET_LATE)
