"""The settings of a dossier: none is needed, a wrong one is named, and what is set is done."""

import pytest

from dragoman import build
from dragoman.founding import found
from dragoman.model import DragomanError, Hands
from dragoman.settings import Settings, hands_of, settings_of

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


@pytest.mark.parametrize(
    ("written", "word"),
    [("hand = 'rules'", "hands"), ("hands = 'left'", "learned"), ("title = 3", "title"), ("title = ", "TOML")],
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
