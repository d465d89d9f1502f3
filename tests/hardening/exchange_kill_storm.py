"""Goes back to a backup, is killed between two steps of it, and opens what is there then.

The register that goes out ends in a crash each time, with saves in its log. Under "copied over"
the files of the set are copied over those of the register, which has to show as damage.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from figures import Figure, Hardening
from store_samples import ACTOR, AT, CHEAP, count, make_case

from sgdesk.services.opening import begin_opening, open_store
from sgdesk.store import restoring
from sgdesk.store.backup_sets import KEYS, REGISTER, list_sets
from sgdesk.store.backups import make_set
from sgdesk.store.engine import Store
from sgdesk.store.errors import StoreError
from sgdesk.store.keys import new_key_file, open_with_passphrase
from sgdesk.store.restoring import stage_restore
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "acorn ferry lilac"
THEN, NOW = 5, 12
"""How many cases the set holds, and how many the register."""
_NEVER = 10**6
_STRIDE = 7
"""Few rounds are to meet early steps and late ones."""
_OFTEN = 0.5
_STEPS = ("mkdir", "rename", "rmdir")


def make_pattern(folder: Path) -> None:
    """Make a register with a set of an earlier state, whose last saves lie in its log."""
    folder.mkdir()
    key = new_key_file(folder / KEYS, WORDS, cost=CHEAP).dek
    with Store.create(folder / REGISTER, key) as store:
        _save(store, range(THEN))
        make_set(store, folder / KEYS, folder / "backups", AT, never_stop)
    child = os.fork()
    if not child:
        _save(Store.open(folder / REGISTER, key), range(THEN, NOW))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def _save(store: Store, numbers: range) -> None:
    for number in numbers:
        with store.write(ACTOR, AT) as session:
            session.add(make_case(number, area_of_incident="x" * 5_000))


def go_back(folder: Path, *, with_keys: bool) -> None:
    """Go back to the set, and open what has come in."""
    (one,) = list_sets(folder / "backups")
    stage_restore(one, folder, never_stop, with_keys=with_keys)
    begin_opening(folder)


def steps_of(work: Callable[[], None], last: int) -> int | None:
    """Do `work` in another process, killed after `last` steps; return how many it took, or None."""
    child = os.fork()
    if not child:
        done = [0]
        with ExitStack() as patches:
            _count_steps(patches, done, last)
            work()
        os._exit(done[0])
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _count_steps(patches: ExitStack, done: list[int], last: int) -> None:
    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def take(*arguments: Any, **more: Any) -> Any:
            if done[0] >= last:
                os.kill(os.getpid(), signal.SIGKILL)
            done[0] += 1
            return step(*arguments, **more)

        return take

    for name in _STEPS:
        patches.enter_context(patch.object(Path, name, counted(getattr(Path, name))))
    for name in ("copy_file", "sync_folder"):
        patches.enter_context(patch.object(restoring, name, counted(getattr(restoring, name))))


def copied_over(folder: Path, due: Path) -> None:
    """Stand in for the exchange, as a hand would copy."""
    for path in (due / "new").iterdir():
        shutil.copy(path, folder / path.name)
    shutil.rmtree(due)


def found_in(folder: Path) -> int:
    """Return how many cases the register in `folder` has; -1 if it is not whole."""
    try:
        begin_opening(folder)
        key = open_with_passphrase(folder / KEYS, WORDS)
        with open_store(folder, key, AT) as store:
            return -1 if store.integrity_problems() else count(store, "case_file")
    except StoreError:
        return -1


def is_kept(folder: Path) -> bool:
    """Return whether the register that went out is whole in its folder."""
    kept = sorted(folder.glob("replaced-*"))
    return len(kept) == 1 and found_in(kept[0] / restoring.OLD) == NOW


def run(folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage:
        restoring._exchange = copied_over
    source = random.Random(rounds)  # noqa: S311
    pattern = folder / "pattern"
    make_pattern(pattern)
    olds = news = broken = lost = killed = 0
    shutil.copytree(pattern, folder / "tried")
    steps = steps_of(lambda: go_back(folder / "tried", with_keys=True), _NEVER) or 0
    for number in range(rounds):
        place = folder / f"round-{number}"
        shutil.copytree(pattern, place)
        going = partial(go_back, place, with_keys=bool(number % 2))
        killed += steps_of(going, number * _STRIDE % (steps + 1)) is None
        if source.random() < _OFTEN:
            steps_of(partial(begin_opening, place), source.randrange(steps))
        found = found_in(place)
        olds += found == NOW
        news += found == THEN
        broken += found not in (NOW, THEN)
        lost += found == THEN and not is_kept(place)
        shutil.rmtree(place)
    words = (
        f"{rounds} exchanges, {killed} killed before one of {steps} steps: {olds} times the old "
        f"register, {news} times the new, {broken} broken, {lost} times what went out was lost"
    )
    return Figure(bool(olds and news) and not (broken or lost), words)


HARDENING = Hardening(6, "killed while going back", 100, run, {"copied over": 10})
