from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from services_samples import CASE, NOW, TODAY, make_case

from sgdesk.domain.people import ChildDraft
from sgdesk.services.case_views import get_case
from sgdesk.services.cases import save_case
from sgdesk.services.children import save_child
from sgdesk.services.history import read_history


def test_each_change_is_told_with_old_and_new(register):
    case_id = make_case(register)
    save_case(
        register, case_id, replace(CASE, owner="", title="x" * 300, reference="RIV 9"), today=TODAY
    )
    rows = {row.what: row for row in read_history(register, case_id=case_id)}
    assert (rows["Case: owner"].old, rows["Case: owner"].new) == ("Business support", "blank")
    assert rows["Case: reference"].new == "RIV 9"
    assert "Case: reference key" not in rows
    assert len(rows["Case: title"].new) == 200
    assert rows["Notification: added"].actor == "Business support"
    assert rows["Case: owner"].at == NOW


def test_a_childs_name_changes_without_being_told(register):
    case_id = make_case(register)
    child = ChildDraft(pseudonym="Child A", name="Planted Name")
    save_child(register, case_id, None, child, today=TODAY)
    child_id = get_case(register, case_id, today=TODAY).children[0].child_id
    renamed = replace(child, name="Planted Other", pseudonym="Child B")
    save_child(register, case_id, child_id, renamed, today=TODAY)
    rows = read_history(register, case_id=case_id)
    assert "Child: name changed" in [row.what for row in rows]
    assert not any("Planted" in row.old + row.new + row.what for row in rows)


def test_history_since_a_moment_leaves_out_what_was_before(register):
    make_case(register)
    assert read_history(register, since=NOW) == ()
    assert read_history(register, since=NOW - timedelta(seconds=1))
    assert len(read_history(register)) >= 4
