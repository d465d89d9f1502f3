"""Opens a form over what a case holds once, such as its notification or its Rapid Review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from sgdesk.domain.answers import considered
from sgdesk.records.kept_typing import FormPlace
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.answers import Considered
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.forms import Form, FormField, FormSetting

DraftT = TypeVar("DraftT")


@dataclass(frozen=True, slots=True)
class PartForms(Generic[DraftT]):
    """One record of a case with several forms over it, each of which saves its own fields."""

    context: AppContext
    window: QWidget
    case_id: UUID
    read: Callable[[], DraftT]
    """Returns the record as it is now held, or an empty draft."""
    store: Callable[..., Changes]
    """Takes the register, the case, a draft and `today`."""

    def open(
        self, form: Form, setting: FormSetting, field: str = "", *, step: str
    ) -> FormDialog[DraftT]:
        """Return the open dialog; the keyboard stands in `field`, else in its first one.

        `step` is how the case's page opens the form again, as in "notification:incident".
        """
        save = partial(self._save, form)
        dialog = FormDialog(self.context, form, self.read(), save, setting, self.window)
        dialog.kept_as = FormPlace("cases", step, self.case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if field:
            dialog.go_to(field)
        return dialog

    def _save(self, form: Form, draft: DraftT) -> None:
        """Store the fields of `form`; what another form saved meanwhile stays."""
        held: Any = self.read()
        values = {one.name: _merged(one, held, draft) for one in form.fields()}
        context = self.context
        whole = replace(held, **values)
        context.apply(self.store(context.register, self.case_id, whole, today=context.today()))


def _merged(field: FormField, held: Any, draft: Any) -> Any:
    value = getattr(draft, field.name)
    if field.kind is not FieldKind.QUESTIONS:
        return value
    asked = cast("tuple[str, ...]", tuple(field.words or ()))
    answers: tuple[Considered, ...] = value
    others: tuple[Considered, ...] = getattr(held, field.name)
    said = (considered(answers, code) for code in asked)
    return (
        *(one for one in others if one.code not in asked),
        *(one for one in said if one in answers),
    )
