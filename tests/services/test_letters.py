"""Tests of letters: written from templates, changed by the partnership, saved as Word files."""

from __future__ import annotations

import re

import pytest
from docx import Document
from services_samples import PROFILE, TODAY

from sgdesk.domain.letters import (
    LETTER_KINDS,
    SAMPLE_VALUES,
    LetterKey,
    LetterTemplate,
    check_template,
    fields_of,
    gaps_in,
)
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.letters import (
    list_templates,
    read_template,
    save_letter_file,
    save_template,
    shipped_template,
    write_letter,
)

OWN = LetterTemplate(LetterKey.CHASE, "Own {reference}", "Dear {recipient},\n\nSend it.")


def used_in(template):
    return set(re.findall(r"\{([^{}]*)\}", f"{template.subject} {template.body}"))


@pytest.mark.parametrize("key", LetterKey)
def test_every_shipped_letter_is_sound_and_uses_only_its_fields(key):
    template = shipped_template(key)
    assert check_template(template) == []
    assert used_in(template) <= set(fields_of(key))


@pytest.mark.parametrize("key", LetterKey)
def test_every_own_field_of_a_shipped_letter_is_used(key):
    template = shipped_template(key)
    assert set(LETTER_KINDS[key].fields) - used_in(template) <= {"round", "panel date"}


@pytest.mark.parametrize("key", LetterKey)
def test_a_shipped_letter_with_all_values_has_no_gap(register, key):
    letter = write_letter(register, key, SAMPLE_VALUES, recipient="Safeguarding lead")
    assert gaps_in(key, letter.subject, letter.body) == ()


def test_a_letter_comes_from_the_partnership_to_the_recipient(register):
    letter = write_letter(
        register,
        "chase",
        {"reference": "RIV2026-27-01", "agency": "Housing", "nothing of this letter": "x"},
        to="lead@housing.test",
        recipient="Tenancy lead",
    )
    assert letter.key == "chase"
    assert letter.to == "lead@housing.test"
    assert letter.body.startswith("Dear Tenancy lead,\n\n")
    assert letter.body.endswith(f"Yours sincerely\n{PROFILE.officer}\n{PROFILE.name}")
    assert letter.sender == f"{PROFILE.name}\n{PROFILE.officer}"
    assert letter.mark == PROFILE.handling_mark
    assert letter.subject == "RIV2026-27-01: [purpose] overdue since [due date]"


def test_nobody_named_leaves_a_gap_in_the_greeting(register):
    assert write_letter(register, "reminder", {}).body.startswith("Dear [recipient],")


def test_a_value_of_several_lines_stays_on_one_line_in_the_subject(register):
    letter = write_letter(register, "chase", {"purpose": "Two\nlines", "due date": "now"})
    assert letter.subject == "[reference]: Two lines overdue since now"


def test_there_is_no_letter_of_another_name(register):
    with pytest.raises(ValueError, match="farewell"):
        write_letter(register, "farewell", {})


def test_the_practice_register_marks_its_letters(practice):
    assert write_letter(practice, "chase", {}).mark.startswith("PRACTICE")


def test_the_list_has_every_template_and_none_is_the_partnership_s_own_at_first(register):
    rows = list_templates(register)
    assert [row.template.key for row in rows] == list(LetterKey)
    assert not any(row.is_own for row in rows)


def test_the_partnership_s_own_text_is_what_letters_are_written_from(register):
    save_template(register, OWN)
    assert write_letter(register, "chase", {"reference": "R 1"}).subject == "Own R 1"
    assert [row.template.key for row in list_templates(register) if row.is_own] == ["chase"]


def test_an_own_text_can_be_changed_again(register):
    save_template(register, OWN)
    again = LetterTemplate(LetterKey.CHASE, "Once more", "Dear all,")
    assert save_template(register, again).what == "Letter template saved"
    assert read_template(register, LetterKey.CHASE) == again


def test_a_text_set_back_to_the_program_s_own_is_no_longer_the_partnership_s(register):
    save_template(register, OWN)
    shipped = shipped_template(LetterKey.CHASE)
    assert save_template(register, shipped).what == "Letter set back"
    assert not any(row.is_own for row in list_templates(register))
    with register.store.rows() as rows:
        assert rows.all("SELECT count(*) FROM letter_template WHERE deleted_at IS NULL") == [(0,)]


def test_the_program_s_own_text_is_not_stored(register):
    save_template(register, shipped_template(LetterKey.CHASE))
    with register.store.rows() as rows:
        assert rows.all("SELECT count(*) FROM letter_template") == [(0,)]


def test_a_text_is_cleaned_and_keeps_its_paragraphs(register):
    save_template(
        register, LetterTemplate(LetterKey.CHASE, " A \n b ", "One\r\ntwo\u202e\n\n\n\nthree \n")
    )
    kept = read_template(register, LetterKey.CHASE)
    assert (kept.subject, kept.body) == ("A b", "One\ntwo\n\nthree")


def test_a_template_with_problems_is_refused_and_the_old_one_stays(register):
    save_template(register, OWN)
    with pytest.raises(RejectedError) as refused:
        save_template(register, LetterTemplate(LetterKey.CHASE, "", "Dear {child},"))
    assert [problem.field for problem in refused.value.problems] == ["subject", "body"]
    assert read_template(register, LetterKey.CHASE) == OWN


def test_a_letter_is_saved_as_a_word_document(register, tmp_path):
    letter = write_letter(register, "chase", SAMPLE_VALUES, recipient="Lead")
    path = tmp_path / "chase.docx"
    assert save_letter_file(register, letter, path, today=TODAY) == path
    assert letter.subject in [one.text for one in Document(str(path)).paragraphs]


def test_a_letter_that_cannot_be_written_says_what_to_do(register, tmp_path):
    letter = write_letter(register, "chase", SAMPLE_VALUES)
    with pytest.raises(UserError, match="choose another folder"):
        save_letter_file(register, letter, tmp_path / "no" / "chase.docx", today=TODAY)
