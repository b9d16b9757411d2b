"""The report stands alone: one file, no script, no other address, every link inside it alive."""

import re

import pytest

from dragoman.model import DragomanError
from dragoman.store import Dossier
from dragoman.web.reporting import write


@pytest.fixture
def report(folder, tmp_path):
    path = tmp_path / "report.html"
    assert write(Dossier.open(folder), path) == path.stat().st_size
    return path.read_text("utf-8")


def test_every_link_leads_to_something_in_the_file(report):
    links, ids = set(re.findall(r'href="([^"]*)"', report)), set(re.findall(r' id="([^"]+)"', report))
    assert len(links) > 20
    assert [link for link in links if not link.startswith("#")] == []
    assert links <= {f"#{one}" for one in ids}


def test_it_asks_nobody_and_runs_nothing(report):
    assert "<script" not in report
    assert not re.search(r"""(?:src|xlink:href)=|url\((?!#)|@import""", report)
    assert "default-src 'none'" in report


def test_it_has_the_comparison_the_timeline_the_lineage_and_the_quotes(report):
    words = {title: at for at, title in enumerate(re.findall(r"<h2>([^<]*)</h2>", report))}
    assert {"Where the accounts contradict each other", "Timeline", "Lineage", "The words"} <= set(words)
    assert report.count("<svg") >= 2
    assert "“no treaty was signed at the time”" in report


def test_each_assertion_and_each_finding_has_its_address(report, folder):
    dossier = Dossier.open(folder)
    assert all(f'id="a-{one.id}"' in report for one in dossier.assertions)
    assert all(f'id="f-{one.id}"' in report for one in dossier.findings)


def test_words_of_an_account_stay_words(tmp_path, make):
    from dragoman.model import Predicate, Role, Testimony

    evil = "The </style><script>alert(1)</script> treaty was signed"
    account = make.account("evil", f"Evil\n\n{evil}.")
    said = make.tell(
        account, evil, Predicate.SIGNATURE, ((Role.INSTRUMENT, "The </style><script>alert(1)</script> treaty"),)
    )
    dossier = Dossier.open(make.write(tmp_path / "evil", (Testimony(account, assertions=(said,)),)))
    write(dossier, tmp_path / "evil.html")
    made = (tmp_path / "evil.html").read_text("utf-8")
    assert "<script" not in made
    assert made.count("</style>") == 1


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(folder, tmp_path):
    with pytest.raises(DragomanError, match="cannot write"):
        write(Dossier.open(folder), tmp_path / "no" / "report.html")
