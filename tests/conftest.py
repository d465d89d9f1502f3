"""What every test gets: no screen, folders of its own, golden files, and the validators."""

from __future__ import annotations

import gc
import itertools
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings
from pdf_check import PROFILES, PdfChecker, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest_plugins = ["pytester"]  # tests of what stands here run pytest in pytest
os.environ["QT_QPA_PLATFORM"] = "offscreen"

GOLDEN_FOLDER = Path(__file__).parent / "golden"
IS_CI = os.environ.get("CI", "").lower() in {"1", "true"}
VALIDATORS = {"verapdf", "openxml_audit"}

gc.disable()  # garbage may hold widgets, which only the window's thread may free
_COLLECTED_EVERY, _WHOLLY_EVERY = 25, 400
_ended = itertools.count(1)

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IS_CI else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write the golden files anew; then read the difference before keeping it"
    parser.addoption("--update-golden", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    if IS_CI and config.getoption("--update-golden"):
        raise pytest.UsageError("golden files are written by a person who reads them, not by CI")


def pytest_runtest_logfinish() -> None:
    """Collect garbage in the thread of the windows, as the program does."""
    number = next(_ended)
    if number % _COLLECTED_EVERY == 0:
        gc.collect(2 if number % _WHOLLY_EVERY == 0 else 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if VALIDATORS.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.validators)


@pytest.fixture(scope="session", autouse=True)
def _own_temporary_folder() -> Iterator[None]:
    """A temporary folder for this process alone: each start sweeps up what others left there."""
    with (
        tempfile.TemporaryDirectory(prefix="sgdesk-tests-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        Path(folder).chmod(0o711)  # some tests work as a user with fewer rights
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def sgdesk_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for all of the program's own in this test; not made yet."""
    home = next(_homes)
    monkeypatch.setenv("SGDESK_HOME", str(home))
    return home


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, or write it under --update-golden."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN_FOLDER / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert file.exists(), f"no golden file {name}: make it with --update-golden and read it"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def _pdf_checker() -> Iterator[PdfChecker]:
    try:
        checker = PdfChecker()
    except UnavailableError as reason:
        _cannot_validate(str(reason))
    yield checker
    checker.close()


@pytest.fixture
def verapdf(_pdf_checker: PdfChecker) -> Callable[..., None]:
    """Assert that each of the PDF files given keeps PDF/UA-1 and PDF/A-2a."""

    def check(*files: Path) -> None:
        findings = [
            f"{file.name} {profile}: {finding}"
            for file in files
            for profile in PROFILES
            for finding in _pdf_checker.findings(file, profile)
        ]
        assert not findings, "\n".join(findings)

    return check


@pytest.fixture(scope="session")
def openxml_audit() -> Callable[[Path], list[str]]:
    """Return what openxml-audit finds wrong in a deck, document or workbook; empty if nothing."""
    from openxml_audit import OpenXmlValidator  # noqa: PLC0415  half a second, for a few tests

    validator = OpenXmlValidator()

    def audit(file: Path) -> list[str]:
        return [str(finding) for finding in validator.validate(file).errors]

    return audit


def _cannot_validate(reason: str) -> NoReturn:
    if os.environ.get("SGDESK_REQUIRE_VALIDATORS"):
        pytest.fail(f"veraPDF has to run here, but {reason}", pytrace=False)
    pytest.skip(f"veraPDF cannot run here: {reason}")
