"""The practice register without a screen: the dashboard printed, documents, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day, current_moment
from sgdesk.config.paths import own_folders
from sgdesk.config.resources import resource
from sgdesk.domain.dates import long_date
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services.exports import list_choices
from sgdesk.services.imports import plan_import_file
from sgdesk.services.packs import run_pack
from sgdesk.services.practice import open_practice
from sgdesk.services.today import look_at_today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register


def show_demo(folder: Path) -> int:
    """Print the dashboard and write documents and pictures to `folder`, naming each."""
    today = current_day()
    register = open_practice(today=today, now=current_moment, cache=own_folders().make().cache)
    try:
        _print_list(register, today)
        _print_dashboard(register, today)
        _write_documents(register, folder, today)
        _draw_windows(register, folder, today)
    finally:
        register.close()
    return 0


def _print_list(register: Register, today: date) -> None:
    page = resource("practice", "public-list.txt")
    plan = plan_import_file(register, page, today=today)
    print(f"Practice list: {len(plan.reviews)} reviews, {len(plan.briefings)} briefings.")


def _print_dashboard(register: Register, today: date) -> None:
    view = look_at_today(register, today=today)
    print(f"\nToday, {long_date(today)}: {view.open_cases} open cases of {view.all_cases}")
    for title, rows in (
        ("Overdue", view.overdue),
        ("Due today", view.due_today),
        (f"Next 5 working days, to {long_date(view.soon_until)}", view.due_soon),
    ):
        print(f"\n{title}: {len(rows)}")
        for row in rows:
            print(_line(row))


def _line(row: DeadlineRow) -> str:
    return f"  {row.reference:<18} {row.what:<28} {row.due_words:<16} {row.standing_words}"


def _write_documents(register: Register, folder: Path, today: date) -> None:
    chosen = next(item for item in list_choices(register) if "BSCP2022-23-02" in item.references)
    place, every = PackPlace(folder), frozenset(DocumentKind)
    pack = run_pack(register, [chosen.briefing_id], every, place, today=today)
    print("\nDocuments:")
    for file in pack.files:
        print(f"  {file.path}")


def _draw_windows(register: Register, folder: Path, today: date) -> None:
    from sgdesk.app.pictures import draw_main_windows  # noqa: PLC0415 - Qt comes with it

    print("\nPictures:")
    for path in draw_main_windows(register, folder, today=today):
        print(f"  {path}")
