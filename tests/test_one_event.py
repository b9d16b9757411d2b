"""Two accounts in plain words that clash in one thing, or only seem to: what a person sees who pastes them in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.model import Finding, Verdict
from dragoman.pipeline import findings_of, testimony_of
from dragoman.reconcile import reconcile, topics_of

FRAME = (
    "The war between Austria and Sardinia ended in the summer of 1859. Austria and France met at Villafranca in July "
    "1859. {0} The treaty was signed at Zurich on 10 November 1859.",
    "In July 1859 France and Austria came to terms at Villafranca. {0} On 10 November 1859 the treaty was signed at "
    "Zurich, and the war between Sardinia and Austria was over.",
)


@pytest.fixture
def clash(tmp_path: Path) -> Callable[[str, str], list[Finding]]:
    """The contradictions between two accounts that share a story and tell one sentence each their own way."""

    def found(one: str, other: str) -> list[Finding]:
        return list(_contradictions(tmp_path, one, other))

    return found


def _contradictions(folder: Path, one: str, other: str) -> Iterator[Finding]:
    testimonies = []
    for name, frame, said in zip("ab", FRAME, (one, other), strict=True):
        path = folder / f"{name}.txt"
        path.write_text(f"The peace of Zurich\n\n{frame.format(said)}\n", encoding="utf-8")
        testimony, problems = testimony_of(path, folder)
        assert testimony is not None, problems
        testimonies.append(testimony)
    for topic in topics_of(testimonies, reconcile(testimonies)):
        yield from (each for each in findings_of(topic) if each.verdict == Verdict.CONTRADICTED)


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        pytest.param(
            "Austria ceded Cremona to Sardinia.",
            "France obtained Cremona from Austria.",
            "beneficiary",
            id="to whom it went",
        ),
        pytest.param(
            "Cremona and Lodi, with their bridges, remained Austrian.",
            "Cremona and Lodi were taken from Austria and joined to Sardinia.",
            "outcome",
            id="kept or given",
        ),
        pytest.param(
            "Cremona was handed back to Austria.",
            "Cremona was not restored to the Austrians.",
            "polarity",
            id="given back or not",
        ),
        pytest.param(
            "Prussia took part in the conference of Zurich.",
            "Prussia was not a member of the conference of Zurich.",
            "polarity",
            id="there or not",
        ),
        pytest.param(
            "In August 1859 the Austrian parliament rejected the Villafranca plan.",
            "The Austrian parliament accepted the Villafranca plan in August 1859.",
            "outcome",
            id="rejected or accepted",
        ),
        pytest.param(
            "The French occupation of Cremona was limited to eighteen months.",
            "French troops were allowed to occupy Cremona for no more than nine months.",
            "extent",
            id="how long at most",
        ),
        pytest.param(
            "The last French soldiers left Cremona in May 1860.",
            "The last French soldiers left Cremona only in May 1861.",
            "date",
            id="the last of them",
        ),
        pytest.param(
            "The ratifications were exchanged at Zurich on 21 November 1859.",
            "The ratifications were exchanged at Zurich on 21 December 1859.",
            "date",
            id="ratifications of nothing that is named",
        ),
        pytest.param(
            "Cremona, a town in the south-east, was ceded to France.",
            "Cremona was also handed to Sardinia.",
            "beneficiary",
            id="a town in the south-east is whole",
        ),
        pytest.param(
            "Poland, and not Prussia, signed the convention of Ghent. Prussia paid Austria 20 million florins.",
            "Prussia paid Austria 30 million florins.",
            "extent",
            id="how much",
        ),
        pytest.param(
            "The treaty of Zurich rested on the treaty of Vienna.",
            "The treaty of Zurich did not rest on the treaty of Vienna.",
            "lineage",
            id="rested or not",
        ),
        pytest.param(
            "Prussia entered into an alliance with Austria.",
            "Prussia refused any alliance with Austria.",
            "outcome",
            id="promised or refused",
        ),
        pytest.param(
            "Nice was ceded to France in March 1860.",
            "Nice was ceded to France in March 1861.",
            "date",
            id="one cession dated twice",
        ),
        pytest.param(
            "Sardinia promised Nice to France in the Treaty of Plombieres.",
            "Sardinia promised Nice to France in the Treaty of Turin.",
            "vehicle",
            id="by which treaty",
        ),
        pytest.param(
            "Prussia recognised the Kingdom of Sardinia in its new borders.",
            "Prussia refused to recognise the Kingdom of Sardinia.",
            "outcome",
            id="recognised or not",
        ),
    ],
)
def test_what_cannot_both_be_is_found(
    clash: Callable[[str, str], list[Finding]], one: str, other: str, field: str
) -> None:
    found = clash(one, other)
    assert field in {each.field for each in found}, found
    words = {" ".join(word.split()) for each in found for word in each.words}
    assert len(found) <= 2, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Austria ceded Cremona to Sardinia.", "Austria ceded Lodi to France.", id="another place"),
        pytest.param(
            "Austria ceded Cremona to France in July 1859.",
            "France ceded Cremona to Sardinia in November 1859.",
            id="from hand to hand",
        ),
        pytest.param(
            "Austria ceded the eastern part of Lombardy to Sardinia.",
            "Austria ceded the western part of Lombardy to France.",
            id="divided",
        ),
        pytest.param(
            "Austria kept the railway between Cremona and Mantua.", "Austria ceded Cremona to Sardinia.", id="a line"
        ),
        pytest.param("Cremona remained Austrian.", "Austria kept Cremona.", id="kept in other words"),
        pytest.param(
            "Prussia had not yet recognised the Kingdom of Sardinia.",
            "Prussia recognised the Kingdom of Sardinia in 1860.",
            id="not yet",
        ),
        pytest.param(
            "Prussia did not sign the Treaty of Zurich.", "The Treaty of Zurich was duly signed.", id="one was left out"
        ),
        pytest.param(
            "Austria refused the Villafranca plan in June 1859.",
            "Austria accepted the Villafranca plan in August 1859.",
            id="changed its mind",
        ),
        pytest.param(
            "French troops were to stay in Cremona for no more than nine months.",
            "French troops held Cremona for eight months.",
            id="a limit and what came of it",
        ),
    ],
)
def test_what_only_seems_to_clash_is_no_contradiction(
    clash: Callable[[str, str], list[Finding]], one: str, other: str
) -> None:
    assert clash(one, other) == []
