"""The settings of a dossier: none is needed, a wrong one is named, and what is set is done."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from dragoman import build
from dragoman.founding import found
from dragoman.learned.reader import shipped
from dragoman.model import DragomanError, Hands
from dragoman.settings import Settings, hands_of, settings_of, weights_of

TEXT = "Talks.\n\nAustria ceded Galicia to Russia on 3 May 1809. The envoys failed to sign a convention at Tilsit.\n"


def test_a_new_dossier_has_the_usual_settings(tmp_path):
    found(tmp_path / "d")
    assert settings_of(tmp_path / "d") == Settings() == settings_of(tmp_path)


def test_every_setting_that_is_offered_can_be_set(tmp_path):
    found(tmp_path / "d")
    path = tmp_path / "d" / "dragoman.toml"
    path.write_text(
        "\n".join(line.removeprefix("# ") if " = " in line else line for line in path.read_text().split("\n"))
    )
    assert settings_of(tmp_path / "d").title
    assert settings_of(tmp_path / "d").hands == Hands.BOTH
    assert settings_of(tmp_path / "d").reader.weights == "my-weights"


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("hand = 'rules'", "hands"),
        ("hands = 'left'", "learned"),
        ("title = 3", "title"),
        ("title = ", "TOML"),
        ("[reader]\nweight = 'w'", "no setting 'reader.weight': there is reader.weights"),
        ("reader = 'w'", "reader.weights is a folder"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(tmp_path, written, word):
    (tmp_path / "dragoman.toml").write_text(written)
    with pytest.raises(DragomanError, match=word) as told:
        settings_of(tmp_path)
    assert "\n" not in str(told.value)


def test_hands_that_are_none_are_refused():
    assert hands_of("") is None
    assert hands_of("rules") is Hands.RULES
    with pytest.raises(DragomanError, match="there is both, rules, learned"):
        hands_of("left")


def test_either_hand_can_be_switched_off_and_on_again(tmp_path):
    found(tmp_path / "d")
    (tmp_path / "d" / "accounts" / "a.txt").write_text(TEXT)
    (tmp_path / "d" / "dragoman.toml").write_text("hands = 'rules'")
    by = {
        hands: {one.found_by for one in build(tmp_path / "d", hands=hands).assertions}
        for hands in (None, Hands.LEARNED, Hands.BOTH, Hands.RULES)
    }
    assert by[None] == by[Hands.RULES] == {"rules"}
    assert by[Hands.LEARNED] == {"reader"}
    assert "rules+reader" in by[Hands.BOTH]


def test_weights_are_sought_beside_the_settings(tmp_path):
    assert weights_of(tmp_path, Settings()) is None
    (tmp_path / "dragoman.toml").write_text("[reader]\nweights = 'mine'")
    assert weights_of(tmp_path, settings_of(tmp_path)) == tmp_path / "mine"


# ---- a person's own weights: what they say is read, and nothing else ----------------------------------------


@pytest.fixture
def own(tmp_path):
    """A dossier that reads by a copy of the shipped weights, which a test may spoil."""
    folder = tmp_path / "d"
    found(folder)
    (folder / "accounts" / "a.txt").write_text(TEXT)
    shutil.copytree(str(shipped()), folder / "mine")
    (folder / "dragoman.toml").write_text("hands = 'learned'\nreader.weights = 'mine'")
    return folder


def marks(folder):
    with closing(sqlite3.connect(folder / "dossier.sqlite")) as database:
        return database.execute("select fingerprint from testimony").fetchone()[0]


def test_accounts_are_read_again_when_the_weights_change_and_only_then(own):
    said = build(own).assertions
    first = marks(own)
    assert said and build(own).assertions == said and marks(own) == first
    settings = json.loads((own / "mine" / "settings.json").read_text())
    # In the same folder and the same process: what was loaded before must not be read by.
    (own / "mine" / "settings.json").write_text(json.dumps(settings | {"keep": 0.999}))
    assert build(own).assertions == () and marks(own) != first
    (own / "dragoman.toml").write_text("hands = 'learned'")
    assert build(own).assertions == said


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda mine: shutil.rmtree(mine), "no scout.onnx"),
        (lambda mine: (mine / "judge.onnx").unlink(), "no judge.onnx"),
        (lambda mine: (mine / "scout.onnx").write_bytes(b"no network"), "cannot be used"),
        (lambda mine: (mine / "scout.onnx").write_bytes((mine / "judge.onnx").read_bytes()), "cannot be used"),
        (lambda mine: (mine / "settings.json").write_text("{"), "settings.json is broken"),
        (lambda mine: (mine / "settings.json").write_text("[]"), "settings.json is broken"),
        (lambda mine: (mine / "settings.json").write_text("{}"), "sets no look"),
        (lambda mine: (mine / "vocabulary.txt").write_text("the\n"), "cannot be used"),
        (lambda mine: (mine / "vocabulary.txt").open("a").write("one\nmore\n"), "cannot be used"),
    ],
)
def test_weights_that_cannot_be_used_are_named_in_one_sentence(own, spoil, word):
    spoil(own / "mine")
    with pytest.raises(DragomanError, match=word) as told:
        build(own)
    assert "\n" not in str(told.value) and "dragoman train" in str(told.value)
    assert not (own / "dossier.sqlite").exists()


def test_where_the_rules_read_alone_the_weights_are_not_looked_at(own):
    shutil.rmtree(own / "mine")
    assert {one.found_by for one in build(own, hands=Hands.RULES).assertions} == {"rules"}
