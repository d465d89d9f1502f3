from __future__ import annotations

import pytest
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.errors import RejectedError, UserError
from sgdesk.services import register as registers
from sgdesk.services.register import (
    create_register,
    open_register,
    open_with_recovery_key,
    register_exists,
)
from sgdesk.services.settings import save_calendar_change


def now():
    return NOW


def test_a_new_register_opens_by_passphrase_and_by_its_printed_key(tmp_path):
    assert not register_exists(tmp_path)
    opened, key = create_register(tmp_path, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)
    opened.close()
    assert register_exists(tmp_path)
    again = open_register(tmp_path, OPENING_WORDS, now=now)
    assert again.profile == PROFILE
    assert again.counting is Counting.DAY_AFTER
    again.close()
    with pytest.raises(RejectedError):
        open_with_recovery_key(tmp_path, key, "short", now=now, cost=CHEAP)
    recovered = open_with_recovery_key(
        tmp_path, key, "another long passphrase", now=now, cost=CHEAP
    )
    recovered.close()
    open_register(tmp_path, "another long passphrase", now=now).close()
    with pytest.raises(UserError):
        open_register(tmp_path, OPENING_WORDS, now=now)


def test_a_second_register_in_the_same_place_is_refused(tmp_path, register):
    with pytest.raises(UserError):
        create_register(tmp_path, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)


def test_a_profile_with_problems_leaves_no_register_behind(tmp_path):
    with pytest.raises(RejectedError):
        create_register(tmp_path, registers.PartnershipDraft(), OPENING_WORDS, now=now, cost=CHEAP)
    assert not register_exists(tmp_path)


def test_calendar_changes_are_in_force_at_once_and_after_opening_again(tmp_path, register):
    day = TODAY.replace(day=24)
    save_calendar_change(register, CalendarChange(day, CalendarChangeKind.ADDED, "Mourning"))
    assert not register.calendar.is_working_day(day)
    assert register.plain_calendar.is_working_day(day)
    register.close()
    again = open_register(tmp_path, OPENING_WORDS, now=now)
    assert again.calendar.bank_holidays[day] == "Mourning"
    again.close()


def test_what_was_saved_is_known_with_its_moment(register):
    register.warm_up()
    assert register.saved_at == NOW
    assert not register.is_practice


def test_a_register_that_cannot_be_made_leaves_no_key_behind(tmp_path, monkeypatch):
    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(registers.Store, "create", fail)
    with pytest.raises(OSError, match="No space"):
        create_register(tmp_path, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)
    assert not register_exists(tmp_path)


def test_a_first_start_cut_short_bars_no_second_one(tmp_path):
    (tmp_path / "register.keys").write_bytes(b"left behind")
    assert not register_exists(tmp_path)
    create_register(tmp_path, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)[0].close()
    (kept,) = tmp_path.glob("put-aside-*/register.keys")
    assert kept.read_bytes() == b"left behind"
    open_register(tmp_path, OPENING_WORDS, now=now).close()
