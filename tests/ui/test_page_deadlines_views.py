"""Views of the Deadlines page: saved under a name, chosen, renamed, removed, shown first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from page_registers import TROUBLE, practice_context

from sgdesk.domain.saved_views import SavedViewDraft
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DueKind
from sgdesk.services.saved_views import list_views, remove_view, save_view
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.deadlines_page import DeadlinesPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.view_menu import ViewMenu

VIEW = SavedViewDraft("deadlines", "Late returns", "overdue", "return", "agency")


@pytest.fixture
def context() -> Iterator[AppContext]:
    yield from practice_context()


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> DeadlinesPage:
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: AppContext) -> DeadlinesPage:
    page = DeadlinesPage(context)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    with qtbot.waitSignal(page.loaded):
        page.show()
    return page


def menu_of(page: DeadlinesPage) -> ViewMenu:
    return page.bar.views_button


def actions(page: DeadlinesPage) -> list[QAction]:
    menu_of(page).fill()
    return [one for one in menu_of(page).menu_widget.actions() if not one.isSeparator()]


def words(page: DeadlinesPage) -> list[str]:
    return [one.text().replace("&", "") for one in actions(page)]


def run(page: DeadlinesPage, start: str) -> None:
    next(one for one in actions(page) if one.text().replace("&", "").startswith(start)).trigger()


def arrange(page: DeadlinesPage) -> None:
    """Show the late returns by agency."""
    page.bar.chips.choose("overdue")
    page.bar.what_combo.setCurrentIndex(page.bar.what_combo.findData("return"))
    page.bar.group_combo.setCurrentText("By agency")


def name(page: DeadlinesPage, text: str) -> FormDialog[SavedViewDraft]:
    """Type a name into the form that is open, and save it."""
    (dialog,) = (one for one in page.window().findChildren(FormDialog) if one.isVisible())
    dialog.editors["name"].setText(text)
    dialog.save()
    return dialog


def drafts(context: AppContext) -> list[SavedViewDraft]:
    return [view.draft for view in list_views(context.register, "deadlines")]


def assert_shows_late_returns(page: DeadlinesPage) -> None:
    rows = page.list_card.rows()
    assert rows
    assert {(row.kind, row.standing) for row in rows} == {(DueKind.RETURN, Standing.OVERDUE)}
    assert page.bar.group_combo.currentText() == "By agency"


def test_without_a_view_there_is_only_saving(page: DeadlinesPage) -> None:
    assert words(page) == ["Save this view…"]
    assert menu_of(page).text() == "Views"


def test_the_list_as_it_is_gets_a_name(page: DeadlinesPage, context: AppContext) -> None:
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")

    assert drafts(context) == [VIEW]
    assert menu_of(page).text() == "Late returns"
    assert menu_of(page).accessibleName() == "Views: Late returns"
    assert words(page)[0] == "Late returns"
    assert actions(page)[0].isChecked()


def test_a_name_that_is_taken_is_refused_where_it_is_typed(
    page: DeadlinesPage, context: AppContext
) -> None:
    save_view(context.register, None, VIEW)
    menu_of(page).set_views(list_views(context.register, "deadlines"))
    run(page, "Save this view")
    dialog = name(page, "late RETURNS")

    assert dialog.isVisible()
    assert "there is a view called" in dialog.problems()[0].message.lower()
    dialog.editors["name"].setText("")
    dialog.close()


def test_choosing_a_view_shows_its_list(
    page: DeadlinesPage, context: AppContext, qtbot: QtBot
) -> None:
    save_view(context.register, None, replace(VIEW, text="police"))
    with qtbot.waitSignal(page.loaded):
        page.reload()
    run(page, "Late returns")

    assert_shows_late_returns(page)
    assert page.search_field.text() == "police"
    assert all("Police" in row.agency for row in page.list_card.rows())


def test_a_changed_list_is_said_to_be_and_can_be_kept(
    page: DeadlinesPage, context: AppContext
) -> None:
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")
    page.bar.chips.choose("open")
    assert menu_of(page).text() == "Late returns, changed"
    run(page, "Keep the changes")

    assert drafts(context) == [replace(VIEW, filter_key="open")]
    assert menu_of(page).text() == "Late returns"
    assert not any(one.startswith("Keep") for one in words(page))


def test_a_view_is_renamed_and_long_names_are_cut_on_the_button(
    page: DeadlinesPage, context: AppContext
) -> None:
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")
    run(page, "Rename")
    name(page, "Returns & actions of all agencies")

    assert drafts(context) == [replace(VIEW, name="Returns & actions of all agencies")]
    assert menu_of(page).text() == "Returns & actions…"
    assert menu_of(page).toolTip() == "Returns & actions of all agencies"
    assert actions(page)[0].text() == "Returns && actions of all agencies"


def test_a_view_that_is_shown_first_opens_with_the_page(
    page: DeadlinesPage, context: AppContext, qtbot: QtBot
) -> None:
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")
    run(page, "Show “Late returns” first")
    assert drafts(context) == [replace(VIEW, is_default=True)]

    again = shown(qtbot, context)
    assert_shows_late_returns(again)
    assert menu_of(again).text() == "Late returns"
    run(again, "Show “Late returns” first")
    assert drafts(context) == [VIEW]


def test_reading_again_does_not_go_back_to_the_first_view(
    context: AppContext, qtbot: QtBot
) -> None:
    save_view(context.register, None, replace(VIEW, is_default=True))
    page = shown(qtbot, context)
    page.bar.chips.choose("open")
    with qtbot.waitSignal(page.loaded):
        page.reload()
    assert page.list_card.filter_key == "open"


def test_a_view_is_removed(page: DeadlinesPage, context: AppContext) -> None:
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")
    run(page, "Remove")

    assert drafts(context) == []
    assert menu_of(page).text() == "Views"
    assert words(page) == ["Save this view…"]


def test_a_view_that_another_removed_is_reported(
    page: DeadlinesPage, context: AppContext, qtbot: QtBot
) -> None:
    context.setProperty(TROUBLE, True)
    arrange(page)
    run(page, "Save this view")
    name(page, "Late returns")
    (view,) = list_views(context.register, "deadlines")
    remove_view(context.register, view.view_id)
    with qtbot.waitSignal(context.troubled):
        run(page, "Remove")
    with qtbot.waitSignal(context.troubled):
        run(page, "Show “Late returns” first")


def test_what_a_view_names_and_nobody_knows_is_left_as_it_is(page: DeadlinesPage) -> None:
    arrange(page)
    page.bar.show_view(SavedViewDraft("deadlines", "Old", "flagged", "meetings", "phase"))

    assert page.bar.state() == SavedViewDraft("deadlines", "", "overdue", "", "agency")
