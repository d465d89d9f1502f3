import os

import pytest

from sgdesk.config import disk_encryption as reading
from sgdesk.config.disk_encryption import (
    DiskEncryption,
    disk_encryption,
    encryption_by_windows,
    encryption_of_blocks,
)

ON, OFF, UNKNOWN = DiskEncryption.ON, DiskEncryption.OFF, DiskEncryption.UNKNOWN
CRYPT, VOLUME = "CRYPT-LUKS2-0a1b-cryptroot", "LVM-9f8e-root"


@pytest.fixture
def system(tmp_path):
    """A folder of devices as the kernel shows them, with the one that holds `tmp_path`."""
    devices = tmp_path / "devices"
    devices.mkdir()
    return devices


@pytest.fixture
def mounts(tmp_path):
    path = tmp_path / "mountinfo"
    path.write_text("")
    return path


def number_of(path):
    device = path.stat().st_dev
    return f"{os.major(device)}:{os.minor(device)}"


def make_device(system, name, *, uuid="", on=()):
    device = system / name
    device.mkdir()
    if uuid:
        (device / "dm").mkdir()
        (device / "dm" / "uuid").write_text(f"{uuid}\n")
    if on:
        (device / "slaves").mkdir()
    for below in on:
        (device / "slaves" / below).symlink_to(system / below)
    return device


def test_a_partition_as_it_is_has_no_encryption(tmp_path, system, mounts):
    make_device(system, number_of(tmp_path))
    assert encryption_of_blocks(tmp_path, system, mounts) is OFF


def test_an_encrypted_device_is_told(tmp_path, system, mounts):
    make_device(system, "sda3")
    make_device(system, number_of(tmp_path), uuid=CRYPT, on=("sda3",))
    assert encryption_of_blocks(tmp_path, system, mounts) is ON


def test_a_logical_volume_is_as_encrypted_as_every_disk_below_it(tmp_path, system, mounts):
    make_device(system, "sda3")
    make_device(system, "dm-0", uuid=CRYPT, on=("sda3",))
    volume = make_device(system, number_of(tmp_path), uuid=VOLUME, on=("dm-0",))
    assert encryption_of_blocks(tmp_path, system, mounts) is ON
    (volume / "slaves" / "sda3").symlink_to(system / "sda3")
    assert encryption_of_blocks(tmp_path, system, mounts) is OFF


def test_devices_that_stand_on_each_other_in_a_circle_end(tmp_path, system, mounts):
    number = number_of(tmp_path)
    make_device(system, number, uuid=VOLUME, on=(number,))
    assert encryption_of_blocks(tmp_path, system, mounts) is OFF


def test_a_file_system_with_a_number_of_its_own_is_found_by_what_is_mounted(
    tmp_path, system, mounts, monkeypatch
):
    """As btrfs: the deepest mount above the folder counts, and spaces are written in octal."""
    make_device(system, "1:3", uuid=CRYPT)
    place = tmp_path / "my records"
    place.mkdir()
    octal = str(place).replace(" ", "\\040")
    mounts.write_text(
        "22 1 0:30 / / rw shared:1 - btrfs /dev/zero rw\n"
        f"23 22 0:31 / {octal} rw shared:2 - btrfs /dev/null rw\n"
        "24 22 0:32 / /elsewhere rw - btrfs /dev/zero rw\n"
        "25 22 0:33 / / rw shared:1 - ext4 /dev/zero rw\n"
    )
    assert encryption_of_blocks(place, system, mounts) is ON
    assert encryption_of_blocks(tmp_path, system, mounts) is UNKNOWN


@pytest.mark.parametrize("line", ["", "22 1 0:30 / / rw - tmpfs tmpfs rw\n"])
def test_what_cannot_be_read_is_unknown(tmp_path, system, mounts, line):
    mounts.write_text(line)
    assert encryption_of_blocks(tmp_path, system, mounts) is UNKNOWN
    assert encryption_of_blocks(tmp_path / "gone", system, mounts) is UNKNOWN
    assert encryption_of_blocks(tmp_path, system, tmp_path / "no-mounts") is UNKNOWN


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("1\r\n", ON),
        ("6", ON),
        ("2\r\n", OFF),
        ("3", OFF),
        ("5", OFF),
        ("", UNKNOWN),
        ("0", UNKNOWN),
    ],
)
def test_the_number_of_windows_is_read(answer, meant):
    assert encryption_by_windows(answer) is meant


def test_this_computer_gives_an_answer(tmp_path):
    assert disk_encryption(tmp_path) in DiskEncryption


def test_another_system_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setattr(reading.sys, "platform", "plan9")
    assert disk_encryption(tmp_path) is UNKNOWN
