"""Start SGDesk."""

from __future__ import annotations

from sgdesk.app.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
