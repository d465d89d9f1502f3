import json
import random
import stat

import pytest
from store_samples import CHEAP, DAY

from sgdesk.store import keys, wrapping
from sgdesk.store.errors import (
    DamagedKeyFileError,
    KeyFileExistsError,
    MissingKeyFileError,
    MistypedRecoveryKeyError,
    NotEnoughMemoryError,
    ReadOnlyError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from sgdesk.store.keys import (
    change_passphrase,
    new_key_file,
    offer_recovery_key,
    open_with_passphrase,
    open_with_recovery_key,
    recovery_key_day,
    set_passphrase,
    set_recovery_key,
)
from sgdesk.store.wrapping import COST, SMALLER_COST, Cost

PASSPHRASE = "acorn ferry lilac teapot zoom"  # noqa: S105


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.keys"


@pytest.fixture
def made(path):
    return new_key_file(path, PASSPHRASE, cost=CHEAP)


def test_both_ways_open_the_same_key(path, made):
    assert len(made.dek) == 32
    assert open_with_passphrase(path, PASSPHRASE) == made.dek
    assert open_with_recovery_key(path, made.recovery_key) == made.dek


def test_two_registers_have_two_keys(tmp_path):
    deks = {new_key_file(tmp_path / str(n), PASSPHRASE, cost=CHEAP).dek for n in range(5)}
    assert len(deks) == 5


def test_the_file_is_the_owners_alone_and_holds_neither_key_nor_words(path, made):
    content = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for secret in (made.dek.hex().encode(), made.dek, b"acorn", made.recovery_key[:5].encode()):
        assert secret not in content


def test_keys_are_not_shown_in_a_repr(made):
    assert made.dek.hex() not in repr(made)
    assert repr(made) == "NewKeys()"


def test_a_second_file_never_overwrites_the_first(path, made):
    before = path.read_bytes()
    with pytest.raises(KeyFileExistsError):
        new_key_file(path, "another passphrase", cost=CHEAP)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Zoe\u0308 likes rain", "Zo\u00eb likes rain"),
        ("Zo\u00eb likes rain", "Zoe\u0308  likes rain "),
        ("\uff46ull width letters", "full width letters"),
        ("lone \ud800 surrogate", "lone \ud800 surrogate"),
    ],
)
def test_one_passphrase_typed_in_two_ways_opens(path, kept, typed):
    dek = new_key_file(path, kept, cost=CHEAP).dek
    assert open_with_passphrase(path, typed) == dek


@pytest.mark.parametrize("typed", ["", "Acorn ferry lilac teapot zoom", PASSPHRASE + "s"])
def test_another_passphrase_is_told_from_damage(path, made, typed):
    with pytest.raises(WrongPassphraseError):
        open_with_passphrase(path, typed)


def test_a_missing_file_and_an_unreadable_one_are_told_apart(path, tmp_path):
    with pytest.raises(MissingKeyFileError):
        open_with_passphrase(path, PASSPHRASE)
    with pytest.raises((ReadOnlyError, DamagedKeyFileError)):
        open_with_passphrase(tmp_path, PASSPHRASE)


def _damaged(content: bytes, seed: int) -> bytes:
    source = random.Random(seed)  # noqa: S311
    place = source.randrange(len(content))
    match seed % 4:
        case 0:
            return content[:place]
        case 1:
            return content[:place] + source.randbytes(3) + content[place:]
        case 2:
            return content[:place] + content[place + 1 :]
        case _:
            flipped = content[place] ^ (1 << source.randrange(8))
            return content[:place] + bytes([flipped]) + content[place + 1 :]


def test_no_damaged_file_ever_gives_a_wrong_key(path, made):
    sound = path.read_bytes()
    named = 0
    for seed in range(400):
        path.write_bytes(_damaged(sound, seed))
        for opening, secret in (
            (open_with_passphrase, PASSPHRASE),
            (open_with_recovery_key, made.recovery_key),
        ):
            try:
                assert opening(path, secret) == made.dek
            except DamagedKeyFileError:
                named += 1
    # What opens all the same has lost or gained a space between two fields, no more.
    assert named > 700


def _forged(path, change):
    content = json.loads(path.read_bytes())
    change(content)
    del content["digest"]
    keys._write(path, content)


@pytest.mark.parametrize("field", ["salt", "nonce", "wrapped"])
def test_a_forged_wrap_with_a_right_digest_gives_no_key(path, made, field):
    def change(content):
        for way in ("passphrase", "recovery"):
            content[way][field] = bytes.fromhex(content[way][field])[::-1].hex()

    _forged(path, change)
    with pytest.raises(WrongPassphraseError):
        open_with_passphrase(path, PASSPHRASE)
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(path, made.recovery_key)


@pytest.mark.parametrize("cost", [(1 << 21, 1, 1), (32, 21, 1), (32, 1, 17)])
def test_a_forged_header_cannot_ask_for_all_the_memory_or_a_day(path, made, cost):
    names = ("memory_kib", "rounds", "lanes")
    _forged(path, lambda content: content["passphrase"].update(zip(names, cost, strict=True)))
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, PASSPHRASE)


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"null", b'{"digest": "00"}', b"\xff\xfe"])
def test_a_file_of_something_else_is_damaged(path, text):
    path.write_bytes(text)
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, PASSPHRASE)


def test_a_file_of_another_format_is_not_guessed_at(path, made):
    _forged(path, lambda content: content.update(format="sgdesk key file 2"))
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, PASSPHRASE)


def test_changing_the_passphrase_keeps_the_key_and_the_paper(path, made):
    change_passphrase(path, PASSPHRASE, "violet harbour mosaic", cost=CHEAP)
    assert open_with_passphrase(path, "violet harbour mosaic") == made.dek
    assert open_with_recovery_key(path, made.recovery_key) == made.dek
    with pytest.raises(WrongPassphraseError):
        open_with_passphrase(path, PASSPHRASE)


def test_changing_from_a_wrong_passphrase_changes_nothing(path, made):
    before = path.read_bytes()
    with pytest.raises(WrongPassphraseError):
        change_passphrase(path, "wrong", "violet harbour mosaic", cost=CHEAP)
    assert path.read_bytes() == before


def test_the_paper_sets_a_forgotten_passphrase_anew(path, made):
    dek = open_with_recovery_key(path, made.recovery_key)
    set_passphrase(path, dek, "violet harbour mosaic", cost=CHEAP)
    assert open_with_passphrase(path, "violet harbour mosaic") == made.dek


def test_another_key_is_never_written_over_the_registers_own(path, made):
    before = path.read_bytes()
    with pytest.raises(ValueError, match="another key"):
        set_passphrase(path, bytes(32), "violet harbour mosaic", cost=CHEAP)
    assert path.read_bytes() == before


def test_a_mistyped_paper_is_named_without_reading_the_file(path):
    with pytest.raises(MistypedRecoveryKeyError):
        open_with_recovery_key(path, "ABCDE")


def test_a_new_paper_takes_the_place_of_the_old_and_the_passphrase_stays(path, made):
    shown = offer_recovery_key()
    set_recovery_key(path, made.dek, shown, DAY)
    assert open_with_recovery_key(path, shown) == made.dek
    assert open_with_passphrase(path, PASSPHRASE) == made.dek
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(path, made.recovery_key)


def test_a_paper_that_is_only_offered_opens_nothing(path, made):
    shown = offer_recovery_key()
    assert shown != offer_recovery_key()
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(path, shown)
    assert open_with_recovery_key(path, made.recovery_key) == made.dek


def test_a_new_paper_for_another_key_changes_nothing(path, made):
    before = path.read_bytes()
    with pytest.raises(ValueError, match="another key"):
        set_recovery_key(path, bytes(32), offer_recovery_key(), DAY)
    assert path.read_bytes() == before


def test_the_day_on_the_paper_in_force_is_known_and_cannot_be_changed(path, made):
    assert recovery_key_day(path) is None
    set_recovery_key(path, made.dek, shown := offer_recovery_key(), DAY)
    assert recovery_key_day(path) == DAY
    set_passphrase(path, made.dek, "violet harbour mosaic", cost=CHEAP)
    assert recovery_key_day(path) == DAY
    _forged(path, lambda content: content["recovery"].update(made_on="2027-01-01"))
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(path, shown)


@pytest.mark.parametrize("day", ["soon", 7])
def test_a_forged_day_is_damage(path, made, day):
    _forged(path, lambda content: content["recovery"].update(made_on=day))
    with pytest.raises(DamagedKeyFileError):
        recovery_key_day(path)


@pytest.mark.parametrize(
    ("field", "value"), [("memory_kib", 1), ("rounds", "2"), ("nonce", ""), ("salt", "xyz")]
)
def test_a_wrap_that_cannot_be_is_damage(path, made, field, value):
    def change(content):
        for way in ("passphrase", "recovery"):
            content[way][field] = value

    _forged(path, change)
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, PASSPHRASE)


def test_a_wrap_without_its_salt_is_damage(path, made):
    _forged(path, lambda content: content["recovery"].pop("salt"))
    with pytest.raises(DamagedKeyFileError):
        open_with_recovery_key(path, made.recovery_key)


def test_the_cost_is_what_the_design_asks_for():
    assert Cost(262_144, 3, 4) == COST
    assert Cost(65_536, 3, 4) == SMALLER_COST


def test_without_memory_the_smaller_cost_is_taken_and_noted(path, monkeypatch):
    enough = wrapping.Argon2id

    def short(*, memory_cost, **others):
        if memory_cost > CHEAP.memory_kib:
            raise MemoryError
        return enough(memory_cost=memory_cost, **others)

    monkeypatch.setattr(wrapping, "SMALLER_COST", CHEAP)
    monkeypatch.setattr(wrapping, "Argon2id", short)
    dek = new_key_file(path, PASSPHRASE).dek
    assert json.loads(path.read_bytes())["passphrase"]["memory_kib"] == CHEAP.memory_kib
    assert open_with_passphrase(path, PASSPHRASE) == dek


def test_want_of_memory_at_opening_is_not_a_wrong_passphrase(path, made, monkeypatch):
    def short(**_):
        raise MemoryError

    monkeypatch.setattr(wrapping, "Argon2id", short)
    with pytest.raises(NotEnoughMemoryError):
        open_with_passphrase(path, PASSPHRASE)
