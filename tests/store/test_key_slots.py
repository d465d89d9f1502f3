"""A key file from elsewhere says what a key file may say, or is taken for damaged."""

from __future__ import annotations

import hashlib
import json
import os

import pytest
from store_samples import CHEAP

from sgdesk.store.errors import DamagedKeyFileError
from sgdesk.store.key_slots import is_sound_content
from sgdesk.store.keys import holds_key, new_key_file, open_with_passphrase, open_with_recovery_key
from sgdesk.store.wrapping import canonical

OPENING = "acorn ferry lilac"
WILD = (-1, 0, 2**40, 10**400, 1.5, True, None, "", "zz", "é", [], {}, float("inf"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.keys"


@pytest.fixture
def made(path):
    return new_key_file(path, OPENING, cost=CHEAP)


def forge(path, content):
    """Write `content` as a key file whose digest is right."""
    content.pop("digest", None)
    digest = hashlib.sha256(canonical(content)).hexdigest()
    path.write_bytes(canonical(content | {"digest": digest}))


@pytest.mark.parametrize("slot", ["passphrase", "recovery"])
def test_wild_values_under_a_right_digest_are_damage_and_nothing_else(path, made, slot):
    sound = json.loads(path.read_bytes())
    for name in sound[slot].keys() - {"way"}:
        for value in WILD:
            forge(path, {**sound, slot: {**sound[slot], name: value}})
            with pytest.raises(DamagedKeyFileError):
                open_with_passphrase(path, OPENING)


@pytest.mark.parametrize("value", WILD, ids=repr)
def test_slots_and_proofs_of_another_kind_are_damage(path, made, value):
    sound = json.loads(path.read_bytes())
    for name in ("passphrase", "recovery", "proof"):
        forge(path, {**sound, name: value})
        with pytest.raises(DamagedKeyFileError):
            holds_key(path, made.dek)
        with pytest.raises(DamagedKeyFileError):
            open_with_recovery_key(path, made.recovery_key)


def test_a_sound_file_is_sound(path, made):
    assert is_sound_content(json.loads(path.read_bytes()))
    assert holds_key(path, made.dek)


def test_less_memory_than_its_lanes_need_is_damage(path, made):
    sound = json.loads(path.read_bytes())
    forge(path, {**sound, "passphrase": {**sound["passphrase"], "memory_kib": 7}})
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, OPENING)


def test_a_pipe_and_endless_text_are_damage_and_not_waited_for(path):
    for content in (b"[" * 9_000, b'{"a":"' + b"x" * 50_000_000 + b'"}'):
        path.write_bytes(content)
        with pytest.raises(DamagedKeyFileError):
            open_with_passphrase(path, OPENING)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(DamagedKeyFileError):
        open_with_passphrase(path, OPENING)
