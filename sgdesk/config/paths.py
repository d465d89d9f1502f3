"""Where the program keeps its own files: never in Documents, never in a roaming profile."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from sgdesk.files import make_folder

_NAME = "sgdesk"


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's own folders, made readable by their owner alone."""

    register: Path
    """The encrypted register, its key file and its lock."""
    settings: Path
    cache: Path
    """Public facts only; may be emptied at any time."""
    logs: Path

    def make(self) -> Folders:
        """Create what is missing (mode 0700 where the system knows modes) and return self."""
        for folder in (self.register, self.settings, self.cache, self.logs):
            make_folder(folder)
        return self


def own_folders() -> Folders:
    """Return the folders of this user; `SGDESK_HOME` puts all of them below one folder."""
    if home := os.environ.get("SGDESK_HOME"):
        root = Path(home)
        return Folders(root / "register", root / "settings", root / "cache", root / "logs")
    data = Path(platformdirs.user_data_dir(_NAME, appauthor=False, roaming=False))
    return Folders(
        register=data / "register",
        settings=Path(platformdirs.user_config_dir(_NAME, appauthor=False, roaming=False)),
        cache=Path(platformdirs.user_cache_dir(_NAME, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(_NAME, appauthor=False)),
    )
