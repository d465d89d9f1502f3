"""Where a register comes to harm: told by the system's list of mounts, by names and by markers."""

from pathlib import Path

import pytest

from sgdesk.config import places
from sgdesk.config.places import file_system_of, home_problem, is_on_network, synchroniser_of

MOUNTS = """\
21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 21 0:40 / /home/officer/Desk\\040top rw - nfs4 server:/homes rw
31 21 0:41 / /mnt/team rw shared:2 master:3 - cifs //server/team rw
32 31 0:42 / /mnt/team/local rw - ext4 /dev/vdb rw
33 21 0:43 / /mnt/over rw - ext4 /dev/vdc rw
34 21 0:44 / /mnt/over rw - fuse.sshfs officer@server: rw
35 21 0:45 / /mnt/host rw - 9p host rw
a line of something else
""".splitlines()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/officer/sgdesk", "ext4"),
        ("/home/officer/Desk top/sgdesk", "nfs4"),
        ("/mnt/team", "cifs"),
        ("/mnt/teams", "ext4"),
        ("/mnt/team/local/register", "ext4"),
        ("/mnt/over/register", "fuse.sshfs"),
        ("/mnt/host/register", "9p"),
    ],
)
def test_the_nearest_and_latest_mount_says_what_a_folder_lies_on(folder, kind):
    assert file_system_of(Path(folder), MOUNTS) == kind


def test_no_mounts_say_nothing():
    assert file_system_of(Path("/home"), []) == ""


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """The list of mounts, in which the test's folder lies on the file system that is asked for."""
    listed = tmp_path / "mountinfo"
    monkeypatch.setattr(places, "_MOUNTS", listed)

    def mount(kind):
        listed.write_text(f"21 1 254:0 / {tmp_path} rw - {kind} source rw\n")

    return mount


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs"])
def test_a_network_drive_is_no_home_for_a_register(tmp_path, mounts, kind):
    mounts(kind)
    assert is_on_network(tmp_path / "register")
    assert "network drive" in home_problem(tmp_path / "register")


@pytest.mark.parametrize("kind", ["ext4", "tmpfs", "btrfs", "9p", "fuse.ntfs-3g", "overlay"])
def test_a_disk_of_this_computer_is_one(tmp_path, mounts, kind):
    mounts(kind)
    assert home_problem(tmp_path / "register") == ""


def test_a_system_without_a_list_of_mounts_is_not_accused(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "none")
    assert not is_on_network(tmp_path)


@pytest.mark.parametrize(
    ("part", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("onedrive - A Council", "OneDrive"),
        ("Dropbox (Team)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-officer@example.org", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Box Sync", "Box"),
    ],
)
def test_a_synchronised_folder_is_told_by_its_name(part, program):
    folder = Path("/home/officer") / part / "sgdesk" / "register"
    assert synchroniser_of(folder, {}) == program
    assert program in home_problem(folder)


@pytest.mark.parametrize("part", ["onedriven", "my dropbox notes", "Desktop", "Boxes", "google"])
def test_a_folder_with_a_similar_name_is_not(part):
    assert synchroniser_of(Path("/home/officer") / part / "register", {}) == ""


@pytest.mark.parametrize(
    ("marker", "program"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_told_by_what_the_program_keeps_above_it(
    tmp_path, marker, program
):
    (tmp_path / marker).mkdir()
    assert synchroniser_of(tmp_path / "deep" / "register", {}) == program


def test_windows_says_by_a_variable_where_its_own_synchronised_folder_is(tmp_path):
    variables = {"OneDriveCommercial": str(tmp_path / "Work"), "OneDrive": ""}
    assert synchroniser_of(tmp_path / "Work" / "register", variables) == "OneDrive"
    assert synchroniser_of(tmp_path / "Elsewhere" / "register", variables) == ""


def test_a_folder_that_may_not_be_looked_into_is_not_accused(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    assert synchroniser_of(tmp_path, {}) == ""
