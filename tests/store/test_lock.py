import subprocess
import sys

import pytest
from store_samples import KEY

from sgdesk.store.engine import Store
from sgdesk.store.errors import RegisterBusyError

HOLD = """
import sys
from pathlib import Path
from sgdesk.store.engine import Store
store = Store.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
"""


def test_the_register_is_one_programs_at_a_time(store):
    with pytest.raises(RegisterBusyError):
        Store.open(store.path, KEY)
    with pytest.raises(RegisterBusyError):
        Store.create(store.path, KEY)
    store.close()
    Store.open(store.path, KEY).close()


@pytest.mark.parametrize("content", [b"", b"garbage \x00\xff"])
def test_what_a_lock_file_holds_means_nothing(store, content):
    store.close()
    store.path.with_name("register.sgdesk.lock").write_bytes(content)
    Store.open(store.path, KEY).close()


def test_another_process_is_refused_until_the_first_is_gone_even_killed(store):
    store.close()
    command = [sys.executable, "-c", HOLD, str(store.path), KEY.hex()]
    for _ in range(3):
        holder = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(RegisterBusyError):
            Store.open(store.path, KEY)
        holder.kill()
        holder.communicate()
        Store.open(store.path, KEY).close()
