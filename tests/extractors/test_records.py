"""Rows become assertions with the row as their evidence; what reads sentences passes them by."""

from pathlib import Path

from dragoman.model import Kind, Polarity, Predicate, Role, Testimony, Verdict
from dragoman.pipeline import build, testimony_of

TABLE = """act,date,instrument,agent,beneficiary,territory,polarity
signature,1875-05-07,Treaty of Saint Petersburg,Japan; Russia,,,
cession,1875-05-07,Treaty of Saint Petersburg,Japan,Russia,Sakhalin,
ratification,1876,Treaty of Saint Petersburg,Russia,,,neg
dance,1876,,Japan,,,
"""


def said(folder: Path, text: str = TABLE, name: str = "register.csv") -> Testimony:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    testimony, problems = testimony_of(path, folder)
    assert testimony is not None, problems
    return testimony


def test_each_usable_row_is_one_assertion_with_its_words(tmp_path: Path) -> None:
    found = said(tmp_path)
    assert [one.predicate for one in found.assertions] == [
        Predicate.SIGNATURE, Predicate.CESSION, Predicate.RATIFICATION,
    ]  # fmt: skip
    for one in found.assertions:
        assert found.account.text[one.span.start : one.span.end] == one.quote
        assert one.found_by == "record"
        for each in one.participants:
            assert each.span is not None
            assert found.account.text[each.span.start : each.span.end] == each.name


def test_names_are_parted_and_of_their_kind(tmp_path: Path) -> None:
    signed, ceded, ratified = said(tmp_path).assertions
    assert [(p.name, p.kind) for p in signed.of(Role.AGENT)] == [("Japan", Kind.POLITY), ("Russia", Kind.POLITY)]
    assert [p.kind for p in ceded.of(Role.TERRITORY)] == [Kind.PLACE]
    assert signed.when is not None
    assert signed.when.edtf == "1875-05-07"
    assert ratified.polarity == Polarity.NEG


def test_an_account_in_words_is_no_record(tmp_path: Path) -> None:
    found = said(tmp_path, "act,date\nThe treaty was signed on 7 May 1875.", "essay.txt")
    assert all(one.found_by != "record" for one in found.assertions)


def test_a_record_is_one_more_account_and_both_values_stand(bench: Path) -> None:
    """The handbook has 9 May, the register and two others 7 May; nobody is put right."""
    (bench / "accounts" / "register.csv").write_text(TABLE, encoding="utf-8")
    dossier = build(bench)
    register = dossier.account("register").id
    against = [
        {dossier.assertion(one).when.edtf for one in finding.assertions}  # type: ignore[union-attr]
        for finding in dossier.findings
        if finding.verdict == Verdict.CONTRADICTED
        and finding.field == "date"
        and register in {dossier.assertion(one).account for one in finding.assertions}
    ]
    assert {"1875-05-07", "1875-05-09"} in against
    dossier.close()
