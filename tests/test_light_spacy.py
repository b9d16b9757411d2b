"""spaCy loads without its command line, and is whole for whoever wants that too."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
import dragoman.pipeline
assert "spacy.cli" not in sys.modules and "weasel" not in sys.modules
import spacy
assert isinstance(spacy.info(silent=True), dict)
import spacy.cli
assert spacy.cli.info.__module__ == "spacy.cli.info" and callable(spacy.cli.download)
"""
LATE = """
import spacy
import dragoman.pipeline, sys
assert sys.modules["spacy.cli"] is spacy.cli
"""


@pytest.mark.slow
def test_its_command_line_is_left_out_and_can_still_be_had():
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)


@pytest.mark.slow
def test_who_has_it_whole_keeps_it_whole():
    subprocess.run([sys.executable, "-c", LATE], check=True)
