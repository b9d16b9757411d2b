"""Over the whole corpus: nothing that an annotator read as an assertion is taken for furniture."""

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

from dragoman.layout.paragraphs import blocks_in
from dragoman.layout.roles import layout_of
from dragoman.model import PassageRole, Span

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[3] / "shared")
needs_corpus = pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the annotated corpus is not here")


@needs_corpus
def test_no_assertion_lies_in_furniture_and_few_in_headings() -> None:
    asserted = defaultdict(list)
    for line in (SHARED / "corpus" / "assertions.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        asserted[one["doc_id"]].append(Span(one["start"], one["end"]))
    lost = {PassageRole.FURNITURE: 0, PassageRole.HEADING: 0, PassageRole.TITLE: 0}
    for name, spans in asserted.items():
        text = (SHARED / "corpus" / "texts" / f"{name}.txt").read_bytes().decode()
        for passage in layout_of(text, blocks_in(text)).passages:
            if passage.role in lost:
                lost[passage.role] += sum(passage.span.meets(span) for span in spans)
    assert lost[PassageRole.FURNITURE] == 0
    # Headings of country guides that the text below repeats: "Diplomatic Relations Severed, 1941."
    assert lost[PassageRole.HEADING] + lost[PassageRole.TITLE] <= 0.005 * sum(map(len, asserted.values()))
