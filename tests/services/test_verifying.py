from __future__ import annotations

from dataclasses import replace

import pytest
from services_samples import CASE, NOW, PROFILE, TODAY, make_case
from verifying_samples import cut_tail, reopened, rewrite

from sgdesk.errors import CancelledError, RejectedError
from sgdesk.records.history_checks import SealState
from sgdesk.services.backups import back_up, list_backups, own_key, prepare_restore
from sgdesk.services.cases import save_case
from sgdesk.services.history import read_history
from sgdesk.services.seen_history import accept_history, compare_with_seen, note_history
from sgdesk.services.verifying import compare_seal, verify_history


def another(**values):
    return replace(CASE, further_references=(), **values)


@pytest.fixture
def seen_in(tmp_path):
    folder = tmp_path / "settings"
    folder.mkdir()
    return folder


@pytest.fixture
def worked(register, seen_in):
    """A register with three saves, seen on this computer."""
    for number in range(1, 4):
        make_case(register, another(reference=f"RIV2026-27-{number:02d}"), notified_on=None)
        if number == 1:
            register.first_head = register.store.audit_head()
    register.seen_in = seen_in
    assert note_history(register)
    return register


def test_a_whole_history_is_told_with_its_length_its_span_and_its_seal(worked):
    head = worked.store.audit_head()
    found = verify_history(worked)
    assert found.is_sound
    assert (found.at, found.problems, found.entries) == (NOW, (), head.seq)
    assert (found.first_at, found.last_at, found.head) == (NOW, NOW, head.words())
    assert (found.seen.state, found.seen.entry, found.seen.seen_at) == (
        SealState.HELD,
        head.seq,
        NOW,
    )


def test_verifying_changes_nothing(worked):
    before = worked.store.audit_head()
    verify_history(worked)
    assert worked.store.audit_head() == before
    assert worked.written.last == before.seq


def test_it_is_told_how_far_it_is_and_can_be_stopped(worked):
    told = []
    verify_history(worked, lambda *step: told.append(step))
    length = worked.store.audit_head().seq
    assert told[0] == (0, 0, "Reading every page of the register…")
    assert told[-1] == (0, length, "Following the history entry by entry…")

    def stop(*_):
        raise CancelledError

    with pytest.raises(CancelledError):
        verify_history(worked, stop)


def test_an_altered_entry_is_named_and_what_stands_before_it_counted(worked):
    again = rewrite(worked, "UPDATE audit SET actor = 'Somebody else' WHERE seq = 3")
    found = verify_history(again)
    assert found.problems == ("Entry 3 of the history was altered.",)
    assert (found.is_sound, found.entries) == (False, 2)
    again.close()


def test_a_register_that_cannot_be_read_is_told_as_damaged(worked):
    again = rewrite(worked, "UPDATE audit SET changes = CAST(x'ff' AS TEXT) WHERE seq = 2")
    found = verify_history(again)
    assert (found.entries, found.first_at, found.last_at, found.head) == (0, None, None, "")
    assert "damaged" in found.problems[0]
    again.close()


def test_a_cut_off_end_leaves_a_whole_chain_and_is_found_by_what_was_seen(worked):
    length = worked.store.audit_head().seq
    again = cut_tail(worked, 2)
    found = verify_history(again)
    assert (found.problems, found.is_sound) == ((), False)
    assert (found.seen.state, found.seen.entry) == (SealState.SHORTENED, length)
    assert found.seen.entries == length - 2
    again.close()


def test_what_was_seen_is_not_forgotten_while_the_history_lacks_it(worked):
    again = cut_tail(worked, 2)
    assert not note_history(again)
    while again.store.audit_head().seq <= worked.written.last:
        make_case(again, another(reference=f"RIV{again.store.audit_head().seq}"))
    assert compare_with_seen(again).state is SealState.ALTERED
    assert not note_history(again)
    assert accept_history(again)
    assert compare_with_seen(again).state is SealState.HELD
    again.close()


def test_an_older_file_in_its_place_is_found(worked, seen_in):
    worked.close()
    older = worked.store.path.read_bytes()
    newer = reopened(worked)
    make_case(newer, another(reference="RIV2026-27-09"))
    assert note_history(newer)
    newer.close()
    newer.store.path.write_bytes(older)
    again = reopened(worked)
    assert compare_with_seen(again).state is SealState.SHORTENED
    again.close()


def test_a_backup_gone_back_to_is_meant_to_be_older(worked):
    back_up(worked)
    make_case(worked, another(reference="RIV2026-27-09"))
    assert note_history(worked)
    (row,) = list_backups(worked)
    prepare_restore(worked, row, own_key(worked, row))
    worked.close()
    again = reopened(worked)
    assert compare_with_seen(again) is None
    assert note_history(again)
    assert compare_with_seen(again).state is SealState.HELD
    again.close()


def test_where_nothing_is_kept_nothing_is_missed(register, seen_in):
    assert compare_with_seen(register) is None
    assert not note_history(register)
    register.seen_in = seen_in
    assert compare_with_seen(register) is None
    assert verify_history(register).seen is None


def test_no_name_and_nothing_of_the_key_is_kept(worked, seen_in):
    (file,) = seen_in.iterdir()
    text = file.read_text()
    assert worked.store.key.hex()[:8] not in text
    assert "Riverton" not in text


@pytest.mark.parametrize(
    "way",
    [
        "{seq} / {digest:.8}",
        "{seq}/{digest:.8}",
        "History seal {seq} / {digest:.8}.",
        "  0,00{seq} /  {digest:.4} {spaced}  ",
        "{seq} / {digest}",
    ],
    ids=["printed", "close", "whole", "spaced", "manifest"],
)
def test_a_printed_seal_is_found_however_it_is_typed(worked, way):
    head = worked.first_head
    typed = way.format(seq=head.seq, digest=head.digest, spaced=head.digest[4:8])
    for one in (typed, typed.upper()):
        found = compare_seal(worked, one)
        assert (found.state, found.entry) == (SealState.HELD, head.seq)


def test_digits_read_as_letters_are_digits(worked):
    head = worked.store.audit_head()
    for _ in range(50):
        if {"0", "1"} <= set(head.digest[:8]):
            break
        make_case(worked, another(reference=f"RIV{head.seq}"), notified_on=None)
        head = worked.store.audit_head()
    assert compare_seal(worked, head.words()).state is SealState.HELD
    misread = head.digest[:8].replace("0", "O").replace("1", "l")
    assert compare_seal(worked, f"{head.seq} / {misread}").state is SealState.HELD


def test_another_seal_or_a_later_number_is_told_apart(worked):
    head = worked.store.audit_head()
    other = "0" * 8 if head.digest[0] != "0" else "1" * 8
    assert compare_seal(worked, f"{head.seq} / {other}").state is SealState.ALTERED
    later = compare_seal(worked, f"{head.seq + 5:,} / {head.digest:.8}")
    assert (later.state, later.entry, later.entries) == (
        SealState.SHORTENED,
        head.seq + 5,
        head.seq,
    )


@pytest.mark.parametrize(
    "typed", ["", "400", "/ 3fa92b41", "0 / 3fa92b41", "4 / 3fa9", "4 / xyzzyxyz"]
)
def test_what_is_no_seal_is_refused_with_an_example(worked, typed):
    with pytest.raises(RejectedError) as refused:
        compare_seal(worked, typed)
    (problem,) = refused.value.problems
    assert problem.field == "seal"
    assert "12,345 / 3fa92b41" in problem.message


def test_the_history_of_practice_is_verified_too(practice):
    found = verify_history(practice)
    assert found.is_sound
    assert found.entries == practice.store.audit_head().seq


def test_the_order_is_that_of_the_entries_where_the_clock_goes_back(register):
    make_case(register)
    register.now = lambda: NOW.replace(year=2020)
    save_case(register, None, another(reference="RIV2026-27-02"), today=TODAY)
    found = verify_history(register)
    assert found.is_sound
    assert found.last_at < found.first_at
    newest, *older = read_history(register)
    assert (newest.at.year, newest.actor) == (2020, PROFILE.officer)
    assert "RIV2026-27-02" in newest.new
    assert [row.seq for row in older] == sorted((row.seq for row in older), reverse=True)
