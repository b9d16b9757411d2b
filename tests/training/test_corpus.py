"""The corpus in words; what cannot be used is named, and what a person did not judge stays open."""

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest

from dragoman.learned.labels import ACTS, ROLES
from dragoman.model import DragomanError
from dragoman.training.corpus import Text, load, load_all
from dragoman.training.dates_told import dates_in, expression_of
from dragoman.training.disguise import Names
from dragoman.training.holding_out import groups, held_out
from dragoman.training.layout import Row, Words
from dragoman.training.sentences import cut, sentences_of

TEXT = "On 5 May 1809 Austria ceded Galicia to Russia. Prussia refused."


def row(word: str, act: str, **more: object) -> dict[str, object]:
    at = TEXT.index(word)
    trigger = {"start": at, "end": at + len(word), "text": word}
    return {"doc_id": "a", "type": act, "start": 0, "end": 45, "trigger": trigger, **more}


def corpus(folder: Path, *rows: dict[str, object], **doc: object) -> Path:
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "a.txt").write_text(TEXT)
    (folder / "docs.jsonl").write_text(json.dumps({"doc_id": "a", "kind": "essay", **doc}) + "\n")
    (folder / "assertions.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows))
    return folder


def texts_of(*names: str, kind: str = "essay", in_part: bool = False, words: str = "") -> list[Text]:
    """Texts that have nothing in common but what `words` says."""
    made = []
    for name in names:
        said = words.split() or [f"{name}{n}" for n in range(40)]
        zeros = np.zeros(len(said), np.int64)
        made.append(Text(name, kind, " ".join(said), said, zeros, zeros, [], in_part))
    return made


def test_an_assertion_becomes_words(tmp_path: Path) -> None:
    parts = [
        {"role": "agent", "canonical": "Austria", "surface": ["Austria"]},
        {"role": "beneficiary", "canonical": "Russia", "surface": ["Russia", "Russia"]},
    ]
    (text,) = load(corpus(tmp_path / "c", row("ceded", "cession", participants=parts, date="1809-05-05")))
    (item,) = text.items
    assert text.words[item.trigger[0]] == "ceded" and item.acts[ACTS.index("cession")] == 1
    assert [(ROLES[role], text.words[s:e]) for role, s, e in item.roles] == [
        ("agent", ["Austria"]),
        ("beneficiary", ["Russia"]),
    ]
    assert item.date and text.words[slice(*item.date)] == ["5", "May", "1809"]
    assert item.evidence == (0, 9)


def test_of_a_text_known_in_part_the_clause_and_what_was_left_empty_stay_open(tmp_path: Path) -> None:
    (text,) = load(corpus(tmp_path / "c", row("ceded", "cession", open=["participants", "date"]), in_part=True))
    (item,) = text.items
    assert text.in_part and item.evidence is None
    assert not item.roles_known and not item.date_known


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda c: (c / "docs.jsonl").unlink(), "no file .*docs.jsonl"),
        (lambda c: (c / "texts" / "a.txt").unlink(), "no file .*a.txt"),
        (lambda c: (c / "texts" / "a.txt").write_bytes(b"\xff\xfe"), "not UTF-8"),
        (lambda c: (c / "assertions.jsonl").write_text("{"), "assertions.jsonl', line 1 cannot be used"),
        (lambda c: (c / "assertions.jsonl").write_text(json.dumps(row("ceded", "gift"))), "'gift' in an assertion"),
        (lambda c: (c / "assertions.jsonl").write_text(json.dumps(row("ceded", "cession", polarity="no"))), "'no'"),
        (lambda c: (c / "assertions.jsonl").write_text(""), "nothing to learn from"),
        (
            lambda c: (c / "assertions.jsonl").write_text(
                json.dumps(row("ceded", "cession") | {"trigger": {"start": 9000, "end": 9005}})
            ),
            "outside its text",
        ),
    ],
)
def test_what_cannot_be_used_is_named_in_one_sentence(tmp_path: Path, spoil, said) -> None:
    folder = corpus(tmp_path / "c", row("ceded", "cession"))
    spoil(folder)
    with pytest.raises(DragomanError, match=said) as told:
        load(folder)
    assert "\n" not in str(told.value)


def test_one_name_for_two_texts_is_refused(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "c", row("ceded", "cession"))
    with pytest.raises(DragomanError, match="two texts are called 'a'"):
        load_all([folder, folder])


def test_a_date_is_found_among_the_words_that_agree_with_it() -> None:
    told = Row("a", "cession", 0, 45, trigger=Words(22, 27), date="1809-05")
    assert expression_of(told, list(dates_in(TEXT))) == (None, False), "a day says more than the date does"
    told = Row("a", "cession", 0, 45, trigger=Words(22, 27), date="1809-05-05")
    assert expression_of(told, list(dates_in(TEXT))) == ((3, 13), True)
    assert expression_of(Row("a", "cession", 0, 45, trigger=Words(22, 27)), []) == (None, True)


def test_windows_are_whole_sentences_and_none_is_lost() -> None:
    sentences = [(0, 4), (4, 10), (10, 12)]
    assert cut(sentences, [1] * 12, 12) == [(0, 10), (10, 12)]
    assert cut([(0, 12)], [1] * 12, 7) == [(0, 5), (5, 10), (10, 12)]
    assert sentences_of("Mr. Adams left. Jay stayed.") == [(0, 15), (16, 27)]


def test_names_are_exchanged_everywhere_in_a_text() -> None:
    words = "then Austria met Prussia and Austria left".split()
    (one,) = texts_of("a", words=" ".join(words))
    swapped = Names([one]).swap(words, Random(3), 1.0)
    assert swapped[1] == swapped[5] and swapped[0] == "then"


def test_what_is_known_in_part_is_held_out_only_beside_what_it_shares_passages_with() -> None:
    whole, judged = texts_of(*"abcdef"), texts_of("mine", kind="judged", in_part=True)
    away = held_out([*whole, *judged], 0.3, 1)
    assert away and "mine" not in away
    twin = texts_of("mine", kind="judged", in_part=True, words=whole[int("abcdef".index(min(away)))].text)
    assert held_out([*whole, *twin], 0.3, 1) == away | {"mine"}
    assert len(set(groups([*whole, *twin]).values())) == 6
