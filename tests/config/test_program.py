import sys

from sgdesk.config.program import is_installed, licence_texts, own_command


def test_from_source_the_same_script_is_started_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "main.py"), "--practice"])
    assert own_command() == (sys.executable, [str(tmp_path / "main.py")])
    assert not is_installed()
    assert licence_texts() == []


def test_an_installed_program_starts_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "sgdesk"))
    assert own_command() == (str(tmp_path / "sgdesk"), [])
    assert licence_texts() == []


def test_licence_texts_are_found_beside_the_installed_program_by_part(monkeypatch, tmp_path):
    folder = tmp_path / "licences"
    for name in ("PARTS.txt", "lxml/LICENSE.txt", "pikepdf/LICENSE", "pikepdf/logo.png"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "sgdesk"))
    titles = [text.title for text in licence_texts()]
    assert titles == ["All parts: PARTS.txt", "lxml: LICENSE.txt", "pikepdf: LICENSE"]
