"""The command: output, exit status, and a clear word for every bad input."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SMALL

from detector import __version__
from detector.cli import FAILED, FOUND, main


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder whose settings use the small lexicon."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "detector.toml"
    path.write_text(f'lexicons = ["{SMALL}"]\nshipped = false\n')
    return tmp_path


def write(folder: Path, text: str | bytes, name: str = "story.txt") -> str:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        ("Rain fell.", "suggestion", 0),
        ("They smelled blood.", "suggestion", 1),
        ("They smelled blood.", "warning", 0),
        ("A callous act.", "warning", 1),
        ("A callous act.", "error", 0),
        ("The regime fell.", "error", 1),
        ("The regime fell.", "never", 0),
        ('"The regime must go," said Price.', "warning", 0),
        ('"The regime must go," said Price.', "suggestion", 0),
        ("", "suggestion", 0),
        ("\n \n", "suggestion", 0),
    ],
)
def test_exit_status_follows_the_threshold(settings: Path, capsys, text: str, fail_on: str, status: int):
    assert run(capsys, write(settings, text), "--fail-on", fail_on)[0] == status


def test_the_default_threshold_is_error_and_quoted_can_count(settings: Path, capsys):
    assert run(capsys, write(settings, "A callous regime."))[0] == 1
    assert run(capsys, write(settings, "A callous act."))[0] == 0
    quoted = write(settings, '"The regime must go," said Price.')
    assert run(capsys, quoted)[0] == 0
    assert run(capsys, quoted, "--quoted")[0] == 1


def test_text_output_underlines_and_explains(settings: Path, capsys):
    story = write(settings, "All was quiet.\nThe deal went down the tubes on Monday.\n")
    _, out, err = run(capsys, story)
    plain = re.sub(
        r"copy \d+ of 100, [a-z]+; valence -0\.\d\d\n", "copy N of 100, so; valence V\n", out
    )  # the weights may change
    assert plain == (
        f"{story}:2:10: warning: idiom  [go-down-the-tubes]\n"
        "    The deal went down the tubes on Monday.\n"
        "             ~~~~~~~~~~~~~~~~~~~\n"
        "    means: fail completely\n"
        "    write: failed | came to nothing\n"
        "\n"
        f"{story}: tone: your copy N of 100, so; valence V\n"
        f"{story}: 1 warning\n"
    )
    assert err == ""


def test_a_long_line_is_cut_around_the_phrase(settings: Path, capsys):
    _, out, _ = run(capsys, write(settings, "word " * 60 + "A callous act " + "word " * 60))
    line, underline = out.splitlines()[1:3]
    assert len(line) < 130
    assert line[underline.index("~") : underline.rindex("~") + 1] == "callous"


def test_json_output_has_the_public_names_and_exact_places(settings: Path, capsys):
    text = "\ufeffAll was quiet.\r\nThe régime — a callous act.\n"
    _, out, _ = run(capsys, write(settings, text), "--format", "json")
    document = json.loads(out)
    assert document["detector"] == __version__
    (file,) = document["files"]
    (finding,) = file["findings"]
    decoded = text[1:]
    assert decoded[finding["start"] : finding["end"]] == finding["text"] == "callous"
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (2, 16, 2, 23)
    assert set(finding) >= set(
        "entry_id category severity message suggestions confidence quoted speaker sense reasons fingerprint status".split()
    )
    assert {"loadedness", "valence", "label", "sentences", "paragraphs", "contributions", "sources"} <= set(file["tone"])
    assert document["summary"]["findings"] == 1


def test_only_the_categories_asked_for(settings: Path, capsys):
    story = write(settings, "A callous regime smelled blood.")
    _, out, _ = run(capsys, story, "--format", "json", "--category", "idiom", "--category", "label")
    assert [f["category"] for f in json.loads(out)["files"][0]["findings"]] == ["label", "idiom"]


def test_many_findings_are_all_told_and_the_status_stays_one(settings: Path, capsys):
    status, out, _ = run(capsys, write(settings, "The regime fell.\n" * 300), "--format", "json")
    assert status == 1
    assert json.loads(out)["summary"]["findings"] == 300


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("gone.txt", None, "no such file"),
        ("latin.txt", b"caf\xe9 regime", "not UTF-8 at byte 3"),
        ("image.png", b"\x89PNG\0\0\0", "binary file"),
        ("odd.txt", b"\xff\xfea", "not UTF-16-LE at byte 2"),
    ],
)
def test_bad_input_is_said_and_the_rest_is_checked(settings: Path, capsys, name: str, data: bytes | None, says: str):
    bad = str(settings / name) if data is None else write(settings, data, name)
    good = write(settings, "The regime fell.", "good.txt")
    status, out, err = run(capsys, bad, good)
    assert status == 2
    assert says in err
    assert name in err
    assert "regime" in out


def test_utf16_with_a_mark_is_read(settings: Path, capsys):
    assert run(capsys, write(settings, "The regime fell.".encode("utf-16")))[0] == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The regime fell.")))
    status, out, _ = run(capsys, "-")
    assert status == 1
    assert "<stdin>:1:5" in out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1\n", "unknown setting 'colour'"),
        ('fail_on = "fatal"\n', "fail_on is 'fatal'"),
        ('lexicons = "house"\n', "lexicons must be a list of texts"),
        ('categories = ["idoim"]\n', "no category 'idoim'"),
        ('quoted = "no"\n', "quoted must be true or false"),
        ("lexicons = [\n", "not TOML"),
        ('lexicons = ["nowhere"]\n', "no such folder"),
    ],
)
def test_bad_settings_are_said(settings: Path, capsys, text: str, says: str):
    (settings / "detector.toml").write_text(text)
    status, out, err = run(capsys, write(settings, "Text."))
    assert (status, out) == (2, "")
    assert says in err


def test_a_bad_house_lexicon_names_path_and_line(settings: Path, capsys):
    (settings / "house.toml").write_text('[lexicon]\ntitle = "House"\n\n[x]\npattern = "x"\n')
    (settings / "detector.toml").write_text('lexicons = ["house.toml"]\n')
    status, _, err = run(capsys, write(settings, "Text."))
    assert status == 2
    assert "house.toml:4: 'x' has no gloss" in err


def test_lexicon_commands(capsys):
    assert main(["lexicon", "check", str(SMALL)]) == 0
    assert "0 problems" in capsys.readouterr().out
    assert main(["lexicon", "stats", str(SMALL)]) == 0
    assert "malformed" in capsys.readouterr().out
    assert main(["lexicon", "show", "no-such-entry-anywhere"]) == 2
    assert "no entry has the id" in capsys.readouterr().err


def test_lexicon_check_fails_on_problems(settings: Path, capsys):
    (settings / "bad.toml").write_text('[lexicon]\ntitle = "Bad"\n\n[x]\npattern = "x"\n')
    assert main(["lexicon", "check", str(settings / "bad.toml")]) == 1
    assert "bad.toml:4: 'x' has no gloss" in capsys.readouterr().out


def test_show_explains_a_shipped_entry_by_phrase(capsys):
    assert main(["lexicon", "show", "they", "smelled", "blood"]) == 0
    out = capsys.readouterr().out
    assert "smelling blood" in out
    assert "means" in out


def python(code: str, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code, *arguments], input=stdin, capture_output=True, check=False, cwd=ROOT)


def test_import_and_help_load_neither_spacy_nor_textacy():
    code = (
        "import sys, detector\n"
        "from detector.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'spacy', 'textacy', 'streamlit', 'lemminflect'} & set(sys.modules)))"
    )
    assert python(code).returncode == 0


def test_a_check_from_the_cache_loads_no_more_than_it_needs(settings: Path):
    story = write(settings, "The regime fell.")
    code = (
        "import sys\nfrom detector.cli import main\n"
        "main(sys.argv[1:])\nmain(sys.argv[1:])\n"
        "sys.exit(bool({'textacy', 'streamlit'} & set(sys.modules)))"
    )
    assert python(code, "check", story, "--fail-on", "never").returncode == 0


def test_a_closed_pipe_is_no_traceback(settings: Path):
    story = write(settings, "The regime fell.\n" * 5000)
    command = [sys.executable, "-m", "detector", "check", story]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=settings) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert first.startswith(story.encode())
    assert b"Traceback" not in errors
    assert process.returncode in (FOUND, FAILED)  # whether a late write is refused is the system's choice


def test_what_was_left_alone_is_told_when_asked(settings: Path, capsys):
    story = write(settings, "The ship broke the ice in the frozen lake.")
    assert "left alone" not in run(capsys, story)[1]
    _, out, _ = run(capsys, story, "--show-literal")
    left = f"{story}:1:10: left alone: 'broke the ice'  [break-the-ice]\n"
    said = re.escape(left) + r" +near '(ship|frozen|lake)', .* its plain sense\n"
    assert re.search(said, out)
    document = json.loads(run(capsys, story, "--show-literal", "--format", "json")[1])
    assert [finding["sense"] for finding in document["files"][0]["literal"]] == ["literal"]
    assert document["files"][0]["findings"] == []
