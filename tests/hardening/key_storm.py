"""Keys: wrong passphrases, damaged and forged wraps, slips of the pen, and kills while they change.

Under "direct" the key file is written in its place instead of under another name, and under
"untagged" a wrap is opened without looking at its tag; both have to show.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from figures import Figure, Hardening
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk.errors import UserError
from sgdesk.services.register import create_register, open_register, open_with_recovery_key
from sgdesk.services.register_keys import (
    change_passphrase,
    offer_recovery_key,
    recovery_key_problem,
    renew_recovery_key,
)
from sgdesk.store import keys, recovery, wrapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.services.register import Register

OTHER_WORDS = "violet harbour under nine stars"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FIELDS = ("salt", "nonce", "wrapped", "memory_kib", "rounds", "lanes")
KILLS = 100
TAG = 16


def now() -> Any:
    return NOW


def write_in_place(target: Path, content: bytes) -> Path:
    """Write as a careless program would, in two goes as a full buffer does."""
    with target.open("wb", buffering=0) as stream:
        half = len(content) // 2
        stream.write(content[:half])
        time.sleep(0.001)
        stream.write(content[half:])
    return target


def unwrap_unseen(slot: wrapping.Slot, wrapping_key: bytes) -> bytes:
    """Open a wrap by its counter alone, with no regard to its tag or header."""
    counter = bytes.fromhex(slot["nonce"])[:12].ljust(12, b"\0") + (2).to_bytes(4, "big")
    opened = Cipher(algorithms.AES(wrapping_key), modes.CTR(counter)).decryptor()
    return opened.update(bytes.fromhex(slot["wrapped"])[:-TAG].ljust(32, b"\0")[:32])


def damaged(content: dict[str, Any], source: random.Random) -> dict[str, Any]:
    """Return a key file with one field of one wrap altered, and a digest that fits it."""
    made = json.loads(json.dumps(content))
    slot = made[source.choice(("passphrase", "recovery"))]
    field = source.choice([name for name in FIELDS if name in slot])
    if isinstance(slot[field], int):
        slot[field] = source.choice([one for one in range(1, 80) if one != slot[field]])
    else:
        value = bytearray.fromhex(slot[field])
        value[source.randrange(len(value))] ^= 1 << source.randrange(8)
        slot[field] = value.hex()
    return {name: value for name, value in made.items() if name != "digest"}


def opens(opening: Callable[[Path, str], bytes], path: Path, secret: str) -> bytes | None:
    try:
        return opening(path, secret)
    except UserError:
        return None


def try_damage(path: Path, key: bytes, paper: str, rounds: int) -> tuple[int, int]:
    """Return how many of the openings of damaged wraps were refused, and how many were wrong."""
    source = random.Random(rounds)  # noqa: S311
    sound = path.read_bytes()
    content = json.loads(sound)
    refused = wrong = 0
    for _ in range(rounds):
        keys._write(path, damaged(content, source))
        found = [
            opens(keys.open_with_passphrase, path, OPENING_WORDS),
            opens(keys.open_with_recovery_key, path, paper),
        ]
        refused += None in found
        wrong += any(one not in (None, key) for one in found)
    path.write_bytes(sound)
    return refused, wrong


def try_slips(paper: str, rounds: int) -> tuple[int, int]:
    """Return how many slips of one letter were not named, and how many showed their group."""
    source = random.Random(rounds)  # noqa: S311
    unnamed = placed = 0
    for _ in range(rounds):
        text = recovery.write_out(source.randbytes(recovery.SECRET_BYTES))
        place = source.choice([at for at, letter in enumerate(text) if letter != "-"])
        letter = source.choice([one for one in LETTERS if one != text[place]])
        said = recovery_key_problem(text[:place] + letter + text[place + 1 :])
        unnamed += not said
        placed += f"{place // 6 + 1}" in said
    return unnamed, placed


def change_until_killed(register: Register, words: list[str], begun: int) -> None:
    """Change the passphrase to and fro, and then put a new recovery key in force, and so on."""
    paper = offer_recovery_key(register, words[0])
    os.write(begun, f"{paper}\n".encode())
    while True:
        change_passphrase(register, *words, cost=CHEAP)
        words.reverse()
        renew_recovery_key(register, paper, today=TODAY + timedelta(1))
        paper = offer_recovery_key(register, words[0])
        os.write(begun, f"{paper}\n".encode())


def kill_one(folder: Path, words: list[str], source: random.Random) -> list[str]:
    """Kill one that changes both doors; return the recovery keys that it showed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            register = open_register(folder, words[0], now=now)
            change_until_killed(register, words, writing)
        finally:
            os._exit(1)
    os.close(writing)
    told = os.read(reading, 4096)
    time.sleep(source.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while found := os.read(reading, 4096):
        told += found
    os.close(reading)
    return told.decode().split()


def try_kills(folder: Path, key: bytes, paper: str, kills: int) -> tuple[int, int, int, int]:
    """Return after how many kills a door was shut, or two were open, and the changes seen."""
    source = random.Random(kills)  # noqa: S311
    path = folder / "register.keys"
    words = [OPENING_WORDS, OTHER_WORDS]
    shut = double = changed = renewed = 0
    for _ in range(kills):
        before, held = path.read_bytes(), paper
        papers = [paper, *kill_one(folder, list(words), source)]
        by_words = [one for one in words if opens(keys.open_with_passphrase, path, one) == key]
        by_paper = [one for one in papers if opens(keys.open_with_recovery_key, path, one) == key]
        shut += not (by_words and by_paper)
        double += len(by_words) > 1 or len(by_paper) > 1
        if not (by_words and by_paper):
            path.write_bytes(before)
            continue
        open_register(folder, by_words[0], now=now).close()
        open_with_recovery_key(folder, by_paper[0], by_words[0], now=now, cost=CHEAP).close()
        changed += by_words[0] != words[0]
        renewed += by_paper[0] != held
        words.sort(key=lambda one: one != by_words[0])
        paper = by_paper[0]
    return shut, double, changed, renewed


def time_to_unlock(folder: Path) -> str:
    """Return how long the passphrase takes at the cost that a register really has, at best.

    A busy machine takes longer; the time of all processors together says what it would be.
    """
    path = folder / "real.keys"
    keys.new_key_file(path, OPENING_WORDS)
    taken, worked = [], []
    for _ in range(3):
        start, begun = time.perf_counter(), time.process_time()
        keys.open_with_passphrase(path, OPENING_WORDS)
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - begun)
    return f"{min(taken):.2f} s, of all processors {min(worked):.2f} s"


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "direct":
        keys.write_atomically = write_in_place
    if sabotage == "untagged":
        wrapping._unwrap = unwrap_unseen
    register, paper = create_register(folder, PROFILE, OPENING_WORDS, now=now, cost=CHEAP)
    key, path = register.store.key, folder / "register.keys"
    register.close()
    wrong_words = [f"{OPENING_WORDS} {number}" for number in range(20)]
    let_in = sum(opens(keys.open_with_passphrase, path, one) is not None for one in wrong_words)
    refused, wrong = try_damage(path, key, paper, rounds)
    unnamed, placed = try_slips(paper, rounds)
    kills = max(1, rounds * KILLS // 2000)
    shut, double, changed, renewed = try_kills(folder, key, paper, kills)
    is_held = not (let_in or wrong or unnamed or shut or double) and bool(changed and renewed)
    words = (
        f"{rounds} damaged wraps: {refused} refused, {wrong} wrong keys; {rounds} slips: {unnamed} "
        f"unnamed, {placed} with their group; {kills} kills, {changed} passphrases and {renewed} "
        f"papers changed: {shut} shut, {double} open twice; unlocking takes "
        f"{time_to_unlock(folder)}"
    )
    return Figure(is_held, words)


HARDENING = Hardening(13, "keys", 2000, run, {"direct": 400, "untagged": 100})
