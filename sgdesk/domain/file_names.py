"""What a name may be called so that every system can hold a file of that name."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_NOT_SEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def is_reserved(name: str) -> bool:
    """Return whether Windows takes `name` for a device, as it does CON, com1 and LPT9.txt.

    The digits of COM¹ count as well: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    return bool(_RESERVED.fullmatch(name))


def is_legal_name(name: str) -> bool:
    """Return whether every system takes `name` for a file, and shows it as it is.

    Characters that are not seen, or turn others around, are not in it: they could hide what
    kind of file it is.
    """
    return (
        bool(name.strip(" ."))
        and name == name.strip()
        and not name.endswith(".")
        and not _UNSAFE.search(name)
        and not any(unicodedata.category(letter) in _NOT_SEEN for letter in name)
        and not is_reserved(name)
    )
