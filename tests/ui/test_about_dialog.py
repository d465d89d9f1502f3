import sys

import pytest
from PySide6.QtCore import Qt

from sgdesk import __version__
from sgdesk.config.program import LicenceText
from sgdesk.records.self_checks import CheckedPart
from sgdesk.ui.dialogs import check_card
from sgdesk.ui.dialogs.about_dialog import AboutDialog
from sgdesk.ui.dialogs.check_card import CheckCard

STEPS = '{"ok": true, "steps": [{"name": "deck", "ok": true, "detail": "made"}]}'
WRITES = f"import sys; open(sys.argv[-1], 'w').write('''{STEPS}''')"


@pytest.fixture
def card(qtbot):
    made = CheckCard()
    qtbot.addWidget(made)
    made.show()
    return made


def act_as(monkeypatch, script):
    monkeypatch.setattr(check_card, "own_command", lambda: (sys.executable, ["-c", script]))


def test_the_check_tells_that_every_part_works(card, qtbot, monkeypatch):
    act_as(monkeypatch, WRITES)
    qtbot.mouseClick(card.check_button, Qt.MouseButton.LeftButton)
    assert card.words_label.text() == "Trying every part…"
    qtbot.waitUntil(lambda: card.words_label.text() == "Every part works: 1 of 1.")
    assert card.check_button.isVisible()


def test_parts_that_fail_are_named_with_what_they_said(card):
    card.show_parts((CheckedPart("deck", True, "made"), CheckedPart("paper", False, "no printer")))
    assert card.words_label.text() == "1 of 2 parts do not work."
    labels = [one.text() for one in card.parts.findChildren(type(card.words_label))]
    assert labels == ["Paper: no printer"]


def test_a_program_that_breaks_off_leaves_no_riddle(card, qtbot, monkeypatch):
    act_as(monkeypatch, "raise SystemExit(3)")
    card.start()
    qtbot.waitUntil(lambda: "did not come to its end" in card.words_label.text())


def test_a_program_that_does_not_start_is_told_the_same_way(card, qtbot, monkeypatch):
    monkeypatch.setattr(check_card, "own_command", lambda: ("/no/such/program", []))
    card.start()
    qtbot.waitUntil(lambda: "did not come to its end" in card.words_label.text())


def test_a_check_can_be_ended(card, qtbot, monkeypatch):
    act_as(monkeypatch, "import time; time.sleep(60)")
    card.start()
    card.start()
    qtbot.mouseClick(card.end_button, Qt.MouseButton.LeftButton)
    assert card.words_label.text() == "The check was ended"
    assert not card.end_button.isVisible()


def test_about_says_the_version_and_shows_the_texts_of_the_parts(qtbot, tmp_path):
    texts = []
    for part in ("lxml", "pikepdf"):
        path = tmp_path / part / "LICENSE"
        path.parent.mkdir()
        path.write_text(f"Text of {part}")
        texts.append(LicenceText(part, path))
    dialog = AboutDialog(texts=texts)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [one.text() for one in dialog.findChildren(type(dialog.check_card.words_label))]
    assert f"SGDesk {__version__}" in labels
    assert dialog.text_edit.toPlainText() == "Text of lxml"
    dialog.part_box.setCurrentIndex(1)
    assert dialog.text_edit.toPlainText() == "Text of pikepdf"


def test_from_source_about_says_where_the_texts_are(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.part_box.isVisible()
    with qtbot.waitSignal(dialog.help_asked):
        dialog.more_link.click()
    dialog.reject()
