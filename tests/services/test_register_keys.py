from __future__ import annotations

import pytest
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk.errors import RejectedError, UserError, WrongSecretError
from sgdesk.services.backups import back_up, key_from_passphrase
from sgdesk.services.passphrases import passphrase_problems, suggest_passphrase
from sgdesk.services.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from sgdesk.services.register_keys import (
    change_passphrase,
    offer_recovery_key,
    recovery_key_day,
    recovery_key_problem,
    renew_recovery_key,
    typed_back_problem,
)
from sgdesk.store import keys
from sgdesk.store.errors import DiskFullError, WrongKeyError, WrongRecoveryKeyError

NEW_WORDS = "a wholly new passphrase"


def now():
    return NOW


@pytest.fixture
def made(tmp_path):
    """A register, open, and the recovery key on its paper."""
    opened, paper = create_register(tmp_path, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)
    yield opened, paper
    opened.close()


def by_paper(folder, paper):
    return open_with_recovery_key(folder, paper, NEW_WORDS, now=now, cost=CHEAP)


def test_the_passphrase_can_be_changed(tmp_path, made):
    register, _ = made
    change_passphrase(register, OPENING_WORDS, NEW_WORDS, cost=CHEAP)
    with pytest.raises(UserError):
        change_passphrase(register, OPENING_WORDS, "whatever comes after", cost=CHEAP)
    with pytest.raises(RejectedError):
        change_passphrase(register, NEW_WORDS, "short", cost=CHEAP)
    register.close()
    open_register(tmp_path, NEW_WORDS, now=now).close()


def test_passphrases_are_checked_and_suggested():
    assert passphrase_problems("short")
    assert not passphrase_problems(suggest_passphrase())


def test_a_new_paper_holds_once_it_is_put_in_force_and_the_old_one_no_longer(tmp_path, made):
    register, old = made
    assert recovery_key_day(register) == NOW.date()
    shown = offer_recovery_key(register, OPENING_WORDS)
    renew_recovery_key(register, shown, today=TODAY.replace(day=24))
    assert recovery_key_day(register) == TODAY.replace(day=24)
    register.close()

    with pytest.raises(WrongRecoveryKeyError):
        by_paper(tmp_path, old)
    by_paper(tmp_path, shown).close()
    open_register(tmp_path, NEW_WORDS, now=now).close()


def test_a_new_paper_is_offered_to_the_passphrase_alone(made):
    register, _ = made
    with pytest.raises(WrongSecretError):
        offer_recovery_key(register, "not the passphrase")


def test_a_key_file_of_another_register_offers_nothing(tmp_path, made):
    register, _ = made
    (tmp_path / "register.keys").unlink()
    keys.new_key_file(tmp_path / "register.keys", OPENING_WORDS, cost=CHEAP)
    with pytest.raises(WrongKeyError):
        offer_recovery_key(register, OPENING_WORDS)


def test_a_paper_that_was_only_offered_opens_nothing(tmp_path, made):
    register, old = made
    shown = offer_recovery_key(register, OPENING_WORDS)
    register.close()
    with pytest.raises(WrongRecoveryKeyError):
        by_paper(tmp_path, shown)
    by_paper(tmp_path, old).close()


def test_a_disk_that_refuses_leaves_the_old_paper_in_force(tmp_path, made, monkeypatch):
    register, old = made
    shown = offer_recovery_key(register, OPENING_WORDS)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keys, "write_atomically", full)
    with pytest.raises(DiskFullError):
        renew_recovery_key(register, shown, today=TODAY)
    monkeypatch.undo()
    register.close()
    by_paper(tmp_path, old).close()


def test_backups_made_before_keep_the_passphrase_and_the_paper_of_their_day(made):
    register, old = made
    before = back_up(register)
    assert back_up(register) is None
    change_passphrase(register, OPENING_WORDS, NEW_WORDS, cost=CHEAP)
    after = back_up(register)
    renew_recovery_key(register, offer_recovery_key(register, NEW_WORDS), today=TODAY)
    latest = back_up(register)
    assert (before.number, after.number, latest.number) == (1, 2, 3)

    key_from_passphrase(before, OPENING_WORDS)
    key_from_passphrase(after, NEW_WORDS)
    with pytest.raises(WrongSecretError):
        key_from_passphrase(after, OPENING_WORDS)
    for row, opens in ((before, True), (after, True), (latest, False)):
        path = row.folder / "register.keys"
        if opens:
            assert keys.open_with_recovery_key(path, old) == register.store.key
        else:
            with pytest.raises(WrongRecoveryKeyError):
                keys.open_with_recovery_key(path, old)


def test_whoever_came_in_by_the_paper_is_known_until_a_new_one_holds(tmp_path, made):
    register, old = made
    assert not register.is_opened_by_paper
    register.close()
    recovered = by_paper(tmp_path, old)
    assert recovered.is_opened_by_paper
    renew_recovery_key(recovered, offer_recovery_key(recovered, NEW_WORDS), today=TODAY)
    assert not recovered.is_opened_by_paper
    recovered.close()


@pytest.mark.parametrize("failing", ["set_passphrase", "Register"])
def test_a_recovery_that_fails_half_way_lets_go_of_the_register(
    tmp_path, made, monkeypatch, failing
):
    register, paper = made
    register.close()

    def full(*_, **__):
        raise DiskFullError

    with monkeypatch.context() as patching:
        if failing == "Register":
            patching.setattr(Register, "__init__", full)
        else:
            patching.setattr(keys, "set_passphrase", full)
        with pytest.raises(DiskFullError):
            by_paper(tmp_path, paper)
    by_paper(tmp_path, paper).close()


def test_a_mistyped_key_is_told_without_the_register(made):
    _, paper = made
    assert recovery_key_problem(paper) == ""
    assert recovery_key_problem(paper.lower().replace("-", " ").replace("0", "o")) == ""
    assert "34 are there" in recovery_key_problem(paper.replace("-", "")[:-1])


def other_than(letter):
    return "7" if letter != "7" else "8"


def test_what_is_typed_back_is_compared_group_by_group(made):
    _, paper = made
    assert typed_back_problem(paper, paper.lower().replace("-", " ")) == ""
    slip = f"{paper[:12]}{other_than(paper[12])}{paper[13:]}"
    assert typed_back_problem(paper, slip) == "That is not the key yet: group 3 differs from it."
    slips = f"{other_than(slip[0])}{slip[1:]}"
    assert "groups 1 and 3 differ" in typed_back_problem(paper, slips)
    assert typed_back_problem(paper, "-".join(["77778"] * 7)).endswith("group by group.")
    assert "35 characters, and 3 are there" in typed_back_problem(paper, "abc")
