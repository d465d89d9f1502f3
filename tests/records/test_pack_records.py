"""How a pack is told of: lengths, outcomes, fingerprints, names, and who answers for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sgdesk.records.exports import Check, DocumentKind
from sgdesk.records.packs import (
    SHORT_WORDS,
    Inspection,
    Override,
    PackPlace,
    PackReport,
    check_override,
    is_sound_zip_name,
    short_print,
)


def check(*, is_passed: bool = False, is_blocking: bool = True, can: bool = False) -> Check:
    return Check("t", "f", "a", "d", "doc", is_passed, is_blocking, None, can_be_overridden=can)


def test_a_length_is_said_in_its_unit():
    assert Inspection(1, "page").length_words == "1 page"
    assert Inspection(12, "slide").length_words == "12 slides"
    assert Inspection().length_words == ""


def test_the_outcome_for_accessibility_is_said_in_a_word():
    assert Inspection().access_words == "Passed"
    assert Inspection(problems=("a",)).access_words == "1 problem"
    assert Inspection(problems=("a", "b")).access_words == "2 problems"
    assert Inspection(is_checked=False).access_words == "Not checked"


def test_an_override_needs_a_name_and_a_reason_and_both_are_told_at_once():
    assert [one.field for one in check_override(Override(" ", ""))] == ["name", "reason"]
    assert [one.field for one in check_override(Override("A. Lead", " "))] == ["reason"]
    assert check_override(Override("A. Lead", "The family asked for it.")) == []


def test_an_override_is_not_repeated_in_logs():
    assert "Lead" not in repr(Override("A. Lead", "Asked."))


def test_a_fingerprint_is_shortened_to_four_groups():
    assert short_print("0123456789abcdef" * 4) == "0123 4567 89ab cdef"


def test_in_a_zip_one_file_stands_in_the_folder():
    names = ("a.pdf", "b.pptx")
    assert PackPlace(Path()).file_names(names) == names
    assert PackPlace(Path(), "all.zip").file_names(names) == ("all.zip",)


@pytest.mark.parametrize(
    "name",
    ["", ".zip", " .zip", "a/b.zip", "a:b.zip", "con.zip", "a\x07.zip", f"{'x' * 120}.zip"],
    ids=["empty", "ending", "blank", "slash", "colon", "reserved", "control", "long"],
)
def test_a_name_that_some_system_refuses_is_not_sound(name):
    assert not is_sound_zip_name(name)


def test_a_name_with_letters_of_any_script_is_sound():
    assert is_sound_zip_name("Gwynedd – pecyn ŵ 2026.zip")


def test_only_findings_that_stop_the_pack_are_blocking():
    report = PackReport((), (check(is_passed=True), check(is_blocking=False)), ())
    assert report.blocking == ()
    assert not report.can_be_overridden


def test_a_pack_can_be_answered_for_if_all_that_stops_it_can():
    assert PackReport((), (check(can=True),), ()).can_be_overridden
    assert not PackReport((), (check(can=True), check()), ()).can_be_overridden


def test_every_kind_of_document_has_a_short_name():
    assert set(SHORT_WORDS) == set(DocumentKind)
