""" "Saved" and the time are shown when COMMIT has returned, and never before."""

from __future__ import annotations

import pytest
from case_samples import NOW, TODAY
from sqlcipher3 import dbapi2
from typing_samples import form_on_show, kept
from window_steps import open_window, trigger

from sgdesk.domain.cases import CaseDraft
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.ui.shell.status_line import local_time

BEFORE = "Nothing changed since opening"


@pytest.fixture
def window(qtbot, desk):
    desk.register.saved_at = None
    return open_window(qtbot, desk.context)


@pytest.fixture
def commits(desk, monkeypatch):
    """Where COMMIT is sent: what stands there in its place can look, fail, or do it."""
    desk.register.warm_up()
    dialect = desk.register.store._sessions._engine.dialect

    def put(instead):
        monkeypatch.setattr(dialect, "do_commit", lambda connection: instead(connection.commit))

    return put


def type_new_case(window):
    trigger(window, "new_case")
    dialog = form_on_show(window)
    dialog.title_edit.setText("Infant, head injury")
    return dialog


def titles(desk):
    return [row.title for row in list_cases(desk.register, today=TODAY)]


def test_saved_is_said_after_commit_and_not_while_it_is_under_way(desk, window, commits):
    seen = []

    def look_and_commit(commit):
        seen.append((window.status_line.saved_label.text(), desk.register.saved_at))
        commit()
        seen.append((window.status_line.saved_label.text(), desk.register.saved_at))

    commits(look_and_commit)
    dialog = type_new_case(window)
    assert window.status_line.saved_label.text() == BEFORE
    dialog.footer.save_button.click()
    assert seen
    assert set(seen) == {(BEFORE, None)}
    said = window.status_line.saved_label.text()
    assert said.startswith(f"Saved {local_time(NOW)}")
    assert "Infant, head injury" in titles(desk)


def test_saved_is_not_said_where_commit_fails_and_what_was_typed_stays(desk, window, commits):
    def fail(_commit):
        error = dbapi2.OperationalError("database or disk is full")
        error.sqlite_errorcode = 13
        raise error

    commits(fail)
    dialog = type_new_case(window)
    desk.context.typing.flush()
    dialog.footer.save_button.click()
    assert window.status_line.saved_label.text() == BEFORE
    assert desk.register.saved_at is None
    assert dialog.isVisible()
    assert dialog.title_edit.text() == "Infant, head injury"
    assert "nothing was saved" in dialog.problem_panel.links()[0].accessibleName()
    assert "Infant, head injury" not in titles(desk)
    assert [one.place.way for one in kept(desk.register)] == ["new_case"]
    commits(lambda commit: commit())
    dialog.footer.save_button.click()
    assert window.status_line.saved_label.text().startswith(f"Saved {local_time(NOW)}")
    assert kept(desk.register) == ()


def test_the_time_of_an_earlier_save_stays_where_a_later_one_fails(desk, commits):
    desk.register.saved_at = NOW

    def fail(_commit):
        raise dbapi2.OperationalError("disk I/O error")

    commits(fail)
    with pytest.raises(Exception, match=r"."):
        save_case(desk.register, None, CaseDraft(title="Another case"), today=TODAY)
    assert desk.register.saved_at == NOW
