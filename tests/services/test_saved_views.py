"""Views of a list are saved under a name, chosen again, renamed and removed."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from services_samples import make_case

from sgdesk.domain.saved_views import LONGEST_NAME, SavedViewDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.services import held_facts
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.saved_views import list_views, remove_view, save_view
from sgdesk.services.undo import last_change, undo

VIEW = SavedViewDraft("deadlines", "Overdue returns", "overdue", "return", "agency", "police")
OTHER = SavedViewDraft("deadlines", "By case", "open", "", "case")


def drafts(register, page="deadlines"):
    return [view.draft for view in list_views(register, page)]


def saved(register, draft):
    save_view(register, None, draft)
    return next(one for one in list_views(register, draft.page) if one.draft.name == draft.name)


def test_a_view_is_kept_whole_and_in_the_order_of_saving(register):
    changes = save_view(register, None, VIEW)
    save_view(register, None, OTHER)
    assert drafts(register) == [VIEW, OTHER]
    assert changes.what == "View saved: Overdue returns"
    assert drafts(register, "actions") == []


def test_each_page_has_views_and_names_of_its_own(register):
    save_view(register, None, VIEW)
    save_view(register, None, replace(VIEW, page="actions"))
    assert drafts(register, "actions") == [replace(VIEW, page="actions")]


def test_a_view_is_renamed_and_changed(register):
    view = saved(register, VIEW)
    save_view(register, view.view_id, replace(VIEW, name="overdue RETURNS", grouping="week"))
    assert drafts(register) == [replace(VIEW, name="overdue RETURNS", grouping="week")]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Name: type what the view is to be called."),
        (" \t ", "Name: type what the view is to be called."),
        ("x" * (LONGEST_NAME + 1), f"Name: use at most {LONGEST_NAME} characters."),
        (
            "OVERDUE returns ",
            "Name: there is a view called OVERDUE returns already. Type another one.",
        ),
    ],
)
def test_a_name_that_is_missing_too_long_or_taken_is_refused(register, name, sentence):
    save_view(register, None, VIEW)
    with pytest.raises(RejectedError) as refused:
        save_view(register, None, replace(OTHER, name=name))
    assert [problem.message for problem in refused.value.problems] == [sentence]
    assert drafts(register) == [VIEW]


def test_one_view_of_a_page_is_shown_first_at_most(register):
    save_view(register, None, replace(VIEW, page="actions", is_default=True))
    first = saved(register, replace(VIEW, is_default=True))
    save_view(register, None, replace(OTHER, is_default=True))
    assert [one.is_default for one in drafts(register)] == [False, True]
    save_view(register, first.view_id, replace(VIEW, is_default=True))
    assert [one.is_default for one in drafts(register)] == [True, False]
    assert [one.is_default for one in drafts(register, "actions")] == [True]


def test_a_removed_view_frees_its_name_and_comes_back_by_undo(register):
    view = saved(register, VIEW)
    assert remove_view(register, view.view_id).what == "View removed: Overdue returns"
    assert drafts(register) == []
    undo(register, last_change(register))
    assert drafts(register) == [VIEW]
    remove_view(register, view.view_id)
    save_view(register, None, VIEW)
    assert drafts(register) == [VIEW]


def test_a_view_that_is_gone_cannot_be_changed_or_removed(register):
    with pytest.raises(UserError):
        save_view(register, uuid4(), VIEW)
    with pytest.raises(UserError):
        remove_view(register, uuid4())


def test_texts_are_cleaned(register):
    save_view(register, None, replace(VIEW, name="  Returns\u0000  late ", text="a\u0007b"))
    (draft,) = drafts(register)
    assert draft.name == "Returns late"
    assert "\u0007" not in draft.text


def test_saving_a_view_reads_no_case_again(register, monkeypatch):
    make_case(register)
    before = read_held_cases(register)
    asked = []

    def read_case_facts(rows, case_id=None, *, reader=held_facts.read_case_facts):
        asked.append(case_id)
        return reader(rows, case_id)

    monkeypatch.setattr(held_facts, "read_case_facts", read_case_facts)
    save_view(register, None, VIEW)
    assert read_held_cases(register) == before
    assert asked == []


def test_no_name_and_no_search_shows_in_a_log():
    assert "Overdue" not in repr(VIEW)
    assert "police" not in repr(VIEW)
