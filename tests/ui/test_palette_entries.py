"""The palette finds commands and cases by any words, the best match first."""

from __future__ import annotations

from page_samples import make_case

from sgdesk.ui.models.palette_entries import ENTRY_COLUMNS, Entry, case_entry, matches


def entry(words: str, further: str = "") -> Entry:
    return Entry(words, "", "search", lambda: None, f"{words} {further}".casefold())


COMMANDS = [
    entry("Import public list…"),
    entry("New case…", "record"),
    entry("Open case"),
    entry("Cases"),
]


def found(typed: str, cases: list[Entry] | None = None) -> dict[str, list[str]]:
    groups = matches(COMMANDS, cases or [], typed)
    return {group.title: [one.words for one in group.records] for group in groups}


def test_with_nothing_typed_there_are_all_commands_and_no_cases() -> None:
    assert found("  ", [case_entry(make_case(), lambda: None)]) == {
        "Commands": ["Import public list…", "New case…", "Open case", "Cases"]
    }


def test_what_begins_with_the_letters_comes_first() -> None:
    assert found("case")["Commands"] == ["Cases", "New case…", "Open case"]


def test_every_word_must_occur_in_any_order() -> None:
    assert found("list import")["Commands"] == ["Import public list…"]
    assert found("record")["Commands"] == ["New case…"]
    assert found("xyz") == {"Commands": [], "Cases": []}


def test_a_case_is_found_by_what_its_row_does_not_show() -> None:
    cases = [case_entry(make_case(haystack="zzsp2026\nneglect"), lambda: None)]

    assert found("neglect", cases)["Cases"] == ["ZZSP2026-27-04  Young person, injury"]


def test_of_many_cases_twenty_are_shown_and_the_rest_is_counted() -> None:
    cases = [case_entry(make_case(reference=f"ZZ{n}"), lambda: None) for n in range(30)]

    group = matches(COMMANDS, cases, "zzsp")[1]

    assert len(group.records) == 20
    assert group.note == "the first 20 of 30"


def test_a_case_without_a_reference_is_named_once() -> None:
    case = case_entry(make_case(reference="A review", title="A review"), lambda: None)

    assert case.words == "A review"
    assert ENTRY_COLUMNS[1].text(case) == "Rapid Review"
