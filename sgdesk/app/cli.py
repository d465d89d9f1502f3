"""The command line: without arguments the program, else the headless commands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.records.exports import DocumentKind, PaperKind

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program or one command; return the exit status.

    0 means done, 1 that a check or an export failed, 2 that the command makes no sense.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(options.run(options))
    except UserError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever read the answers has seen enough
        sys.stdout = None
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sgdesk",
        description="Records serious incidents, runs their deadlines, makes the briefings.",
    )
    parser.add_argument("--practice", action="store_true", help="open the practice register")
    parser.add_argument(
        "--behind", action="store_true", help="leave the keyboard to the program that has it"
    )
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="without a window")
    _add_due(commands.add_parser("due", help="the due date of a rule, and its working"))
    listed = commands.add_parser("import-list", help="what an import of a public list finds")
    listed.add_argument("file", type=Path, metavar="FILE")
    listed.add_argument("--dry-run", action="store_true", required=True)
    listed.add_argument("--json", action="store_true", required=True)
    listed.set_defaults(run=_import_list)
    _add_export(commands.add_parser("export", help="make documents of the practice register"))
    for name, text, run in (
        ("self-test", "try every part of the installed program", _self_test),
        ("demo", "show the practice register without a screen", _demo),
    ):
        command = commands.add_parser(name, help=text)
        _add_out(command)
        command.set_defaults(run=run)
        if run is _self_test:
            command.add_argument(
                "--report", type=Path, metavar="FILE", help="write what is printed here too"
            )
    _add_gallery(commands.add_parser("gallery", help="draw a picture of every window"))
    return parser


def _add_due(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", metavar="CODE", help="a rule such as RR-15, or - for many")
    command.add_argument("date", metavar="DATE", nargs="?", help="the trigger date")
    command.add_argument("--edition", choices=("2018", "2023", "2026"))
    command.add_argument(
        "--counting",
        choices=("day_after", "deemed_next", "trigger_is_day_1"),
        default="day_after",
    )
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_due)


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--practice", action="store_true", required=True)
    whose = command.add_mutually_exclusive_group()
    whose.add_argument("--reference", metavar="REF", help="the review or case to make them of")
    whose.add_argument("--all", action="store_true", help="make them of every review and theme")
    command.add_argument(
        "--what",
        required=True,
        metavar="LIST",
        help=f"some of {','.join((*DocumentKind, *PaperKind))}",
    )
    _add_out(command)
    command.set_defaults(run=_export)


def _add_gallery(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--only", default="", metavar="PREFIX", help="the pictures whose names begin so"
    )
    command.add_argument(
        "--docs", action="store_true", help="the few pictures that the written pages show"
    )
    _add_out(command)
    command.set_defaults(run=_gallery)


def _add_out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="DIR")


def _open_window(options: argparse.Namespace) -> int:
    from sgdesk.app.window import run_window  # noqa: PLC0415 - Qt only where it is shown

    return run_window(is_practice=options.practice, is_behind=options.behind)


def _due(options: argparse.Namespace) -> int:
    from sgdesk.app.due import print_due  # noqa: PLC0415 - each command loads its own

    return print_due(options)


def _import_list(options: argparse.Namespace) -> int:
    from sgdesk.app.headless import print_public_list  # noqa: PLC0415

    return print_public_list(options.file)


def _export(options: argparse.Namespace) -> int:
    from sgdesk.app.headless import export_practice  # noqa: PLC0415

    return export_practice(options.reference, options.what, _made(options.out), of_all=options.all)


def _self_test(options: argparse.Namespace) -> int:
    from sgdesk.app.self_test import print_self_test  # noqa: PLC0415

    if options.report:
        _made(options.report.parent)
    return print_self_test(_made(options.out), report=options.report)


def _demo(options: argparse.Namespace) -> int:
    from sgdesk.app.demo import show_demo  # noqa: PLC0415

    return show_demo(_made(options.out))


def _gallery(options: argparse.Namespace) -> int:
    from sgdesk.app.gallery import draw_docs, draw_gallery  # noqa: PLC0415

    folder = _made(options.out)
    return draw_docs(folder) if options.docs else draw_gallery(folder, only=options.only)


def _made(folder: Path) -> Path:
    """Return the folder, made if need be. Raises `UserError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"The folder {folder} cannot be made. Choose another.") from error
    return folder
