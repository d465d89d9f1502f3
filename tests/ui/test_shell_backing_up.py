from __future__ import annotations

from pathlib import Path

import pytest
from page_registers import practice_context
from settings_samples import CHEAP, OPENING_WORDS, make_settings_desk
from window_steps import open_window

from sgdesk.domain.cases import CaseDraft
from sgdesk.errors import UserError
from sgdesk.services import backups
from sgdesk.services.backups import back_up, list_backups
from sgdesk.services.cases import save_case
from sgdesk.services.register_keys import change_passphrase
from sgdesk.store.place_notes import note_place
from sgdesk.ui.shell import backing_up
from sgdesk.ui.shell.backing_up import BackingUp
from sgdesk.ui.tasks import wait_for_work


@pytest.fixture
def desk(qapp, tmp_path):
    made = make_settings_desk(tmp_path)
    made.troubles = []
    made.context.troubled.connect(made.troubles.append)
    yield made
    wait_for_work()
    made.register.close()


def add_case(desk, number=8):
    draft = CaseDraft(reference=f"RIV2026-27-{number:02d}", title="Infant, head injury")
    save_case(desk.register, None, draft, today=desk.context.today())


def numbers(desk):
    return [row.number for row in list_backups(desk.register)]


def test_the_window_backs_up_soon_after_its_first_page_and_again_when_asked_to(
    qtbot, desk, monkeypatch
):
    monkeypatch.setattr(backing_up, "_CALM_MS", 1)
    window = open_window(qtbot, desk.context)
    qtbot.waitUntil(lambda: numbers(desk) == [1])
    window.backing_up.begin()
    wait_for_work()
    window.backing_up.run()
    wait_for_work()
    assert numbers(desk) == [1]
    add_case(desk)
    window.backing_up.run()
    window.backing_up.run()  # while one is under way
    wait_for_work()
    assert numbers(desk) == [2, 1]


def test_a_changed_passphrase_is_backed_up_at_once_though_no_record_changed(qtbot, desk):
    back_up(desk.register)
    one = BackingUp(desk.context, desk.context)
    change_passphrase(desk.register, OPENING_WORDS, "violet harbour under nine stars", cost=CHEAP)
    desk.context.keys_changed.emit()
    qtbot.waitUntil(lambda: numbers(desk) == [2, 1])
    one.stop()


def test_what_changes_while_a_backup_is_made_is_backed_up_after_it(qtbot, desk, monkeypatch):
    made = []

    def noted(*given, **named):
        made.append(back_up(*given, **named))
        return made[-1]

    monkeypatch.setattr(backups, "back_up", noted)
    one = BackingUp(desk.context, desk.context)
    one.run()
    desk.context.keys_changed.emit()  # while one is under way
    qtbot.waitUntil(lambda: len(made) == 2)
    wait_for_work()
    one.stop()
    assert [row is not None for row in made] == [True, False]


def test_the_window_sweeps_what_a_killed_program_left_in_the_officers_folder(
    qtbot, desk, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("exports")
    note_place(desk.register.folder, desk.register.store.key, folder)
    (folder / ".sgdesk-half.part").write_bytes(b"In the clear")
    window = open_window(qtbot, desk.context)
    qtbot.waitUntil(lambda: not list(folder.iterdir()))
    wait_for_work()
    assert not list(desk.register.folder.glob("writing-*"))
    window.close()


def test_closing_the_window_backs_up_what_was_saved(qtbot, desk):
    desk.register.saved_at = None
    window = open_window(qtbot, desk.context)
    window.close()
    assert numbers(desk) == []
    window = open_window(qtbot, desk.context)
    add_case(desk)
    window.close()
    assert numbers(desk) == [1]


def test_closing_waits_only_so_long_and_leaves_the_older_sets(qapp, desk, monkeypatch):
    back_up(desk.register)
    add_case(desk)
    monkeypatch.setattr(backing_up, "LIMIT_S", -1.0)
    BackingUp(desk.context, desk.context).finish()
    assert numbers(desk) == [1]
    assert [path.name for path in (desk.register.folder / "backups").iterdir()] == ["backup-000001"]
    assert desk.troubles == []


def test_a_backup_that_failed_at_closing_is_told_and_made_up_at_the_next_start(
    qtbot, desk, monkeypatch
):
    monkeypatch.setattr(backing_up, "_CALM_MS", 1)
    window = open_window(qtbot, desk.context)
    wait_for_work()
    add_case(desk)
    with monkeypatch.context() as patch:
        patch.setattr(backups, "make_set", _refuse)
        window.close()
    assert desk.context.settings.backup_failed_at == desk.register.now().isoformat()
    assert desk.troubles == []
    before = numbers(desk)
    window = open_window(qtbot, desk.context)
    qtbot.waitUntil(lambda: bool(desk.troubles))
    (told,) = desk.troubles
    assert "no backup could be made. There is one now" in str(told)
    assert len(numbers(desk)) == len(before) + 1
    assert desk.context.settings.backup_failed_at == ""
    window.backing_up.run()
    wait_for_work()
    assert desk.troubles == [told]


def test_a_backup_that_still_fails_at_the_next_start_is_told_as_such(qtbot, desk, monkeypatch):
    desk.context.change_settings(backup_failed_at=desk.register.now().isoformat())
    monkeypatch.setattr(backups, "make_set", _refuse)
    BackingUp(desk.context, desk.context).run()
    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert [str(one) for one in desk.troubles] == ["The disk is full."]
    assert desk.context.settings.backup_failed_at


def _refuse(*_args, **_options):
    raise UserError("The disk is full.")


def test_a_failed_backup_is_told_in_a_sentence_and_older_ones_stay(qtbot, desk, monkeypatch):
    back_up(desk.register)
    add_case(desk)

    def failing(*_, **__):
        raise UserError("The disk is full.")

    monkeypatch.setattr(backups, "back_up", failing)
    one = BackingUp(desk.context, desk.context)
    one.run()
    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert str(desk.troubles[0]) == "The disk is full."
    assert numbers(desk) == [1]
    monkeypatch.undo()
    one.run()
    qtbot.waitUntil(lambda: numbers(desk) == [2, 1])


def test_a_second_place_that_fails_is_told_once(qtbot, desk, monkeypatch, tmp_path_factory):
    drive = tmp_path_factory.mktemp("drive")
    desk.context.change_settings(second_place=str(drive))
    one = BackingUp(desk.context, desk.context)

    def failing(*_):
        raise OSError("a network drive")

    monkeypatch.setattr(backups, "copy_set", failing)
    for _ in range(3):
        one.run()
        wait_for_work()
    assert len(desk.troubles) == 1
    assert desk.context.settings.second_copied_at == ""
    monkeypatch.undo()
    one.run()
    wait_for_work()
    assert desk.context.settings.second_copied_at == desk.register.now().isoformat()
    assert len(desk.troubles) == 1
    assert [path.name[:7] for path in Path(drive).iterdir()] == ["SGDesk-"]


def test_practice_is_never_backed_up(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(backing_up, "_CALM_MS", 1)
    for context in practice_context():
        one = BackingUp(context, context)
        one.begin()
        one.run()
        one.finish()
        wait_for_work()
        assert not (context.register.folder / "backups").exists()
