"""What training needs is said in one sentence, with what to do, and nothing is fetched."""

from pathlib import Path

import pytest

from dragoman.model import DragomanError
from dragoman.training.requirements import NEEDED, encoder_in, missing, torch_or_complain


def test_what_is_not_installed_is_named() -> None:
    assert missing(("json", "no_such_package_anywhere")) == ("no_such_package_anywhere",)


@pytest.mark.skipif(not missing(), reason=f"{', '.join(NEEDED)} are installed here")
def test_without_torch_one_sentence_says_what_to_install() -> None:
    with pytest.raises(DragomanError, match=r"pip install 'dragoman\[train\]'") as told:
        torch_or_complain()
    assert "\n" not in str(told.value) and missing()[0] in str(told.value)


def test_an_encoder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"has no vocab.txt: give the model folder"):
        encoder_in(tmp_path)


def test_an_encoder_that_is_given_is_taken(tmp_path: Path) -> None:
    for name in ("vocab.txt", "model.safetensors"):
        (tmp_path / name).write_bytes(b"")
    assert encoder_in(tmp_path) == tmp_path
