"""The one way to save what may move due dates: the list is shown first, and agreed to or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.records.moved_dates import MovesDatesError
from sgdesk.ui.dialogs.asking_to_move import ask_to_move

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_MANY_CASES = 1_000
"""Working out the dates of more cases takes longer than a window may stand still."""


def save_asking(
    context: AppContext,
    save: Callable[[], Changes],
    widget: QWidget,
    tell: Callable[[UserError], object] | None = None,
    then: Callable[[Changes], object] | None = None,
) -> None:
    """Save and tell every page; where due dates would move, ask first, over the window of `widget`.

    What else keeps it from being saved goes to `tell`, to the main window without it. `then` is
    called with what was changed instead of the pages being told.
    """
    try:
        changes = save()
    except MovesDatesError as error:
        ask_to_move(error, lambda: save_asking(context, save, widget, tell, then), widget)
    except UserError as error:
        (tell or context.report)(error)
    else:
        (then or context.apply)(changes)


def save_for_all_cases(
    context: AppContext,
    save: Callable[[], Changes],
    widget: QWidget,
    tell: Callable[[UserError], object] | None = None,
    then: Callable[[Changes], object] | None = None,
) -> None:
    """Do as `save_asking` does with what may move dates of every case, such as the calendar.

    In a large register `save` runs in the background, while the window waits; it may touch no
    widget.
    """
    from sgdesk.services.held_cases import count_held_cases  # noqa: PLC0415 - not for the start
    from sgdesk.ui.dialogs.waiting_save import WaitingSave  # noqa: PLC0415 - seldom

    if count_held_cases(context.register) <= _MANY_CASES:
        save_asking(context, save, widget, tell, then)
    else:
        WaitingSave(context, save, widget, tell or context.report, then or context.apply).start()
