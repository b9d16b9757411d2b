"""The house keeps itself: floors, circles, shelves, the one guard, sorted faces, all words, short files.

The sources are read and not run, so late and type-only imports count like all others.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import msgspec
import pytest

from dragoman import model

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
HOUSE = SRC / "dragoman"

# From the roof down; who stands on one floor may not import who stands on a higher one or, unless listed in BESIDE,
# beside it. A module that is not named here is a failure: say where it belongs.
FLOORS = (
    ("cli", "face"),
    ("pipeline", "printing", "printing_dates", "explaining", "founding", "merging", "naming"),
    ("web", "exports", "training"),
    ("ledgers",),
    ("extractors", "rules", "reconcile", "readers", "engines", "store"),
    ("hands", "one_event"),
    (
        "settings",
        "judging",
        "citing",
        "labels",
        "telling_apart",
        "outcomes",
        "verify",
        "fingerprints",
        "grammar",
        "layout",
        "lore",
        "name_phrases",
        "instrument_phrases",
        "antecedents",
    ),
    ("comparing",),
    ("dates", "learned", "relating"),
    ("syntax", "notation", "lexicon", "polities", "offices", "gazetteer", "lives", "amounts"),
    ("edtf",),
    ("vocabulary", "languages", "calendars"),
    ("model",),
    ("errors", "light_spacy"),
)
BESIDE: set[tuple[str, str]] = set()
SHELVES = ("engines", "exports", "extractors", "languages", "readers", "rules")
# `except Exception` guards one account, and only there; what else is broad says why.
GUARDS = {
    "pipeline.py": "one account's trouble costs no other account",
    "engines/local.py": "what work raises is raised again at its place among the results",
    "engines/worker.py": "an error that cannot be packed is told in words to the process that asked",
}
LONGEST = 350
# Longer than they should be today: to be split. A file that is short enough again must leave this list.
TOO_LONG: set[str] = set()
WORDS_OF_THE_DESIGN = """
    Account Passage Mention Actor Place Instrument Date Assertion Attribution Evidence Testimony Concordance Topic
    Finding Judgement Problem Dossier Furniture Polarity Modality Heading Lineage Standing Chronology Verdict Anchor
    Shelf
"""


@cache
def modules() -> dict[str, Path]:
    """Every module of ours by its dotted name; a package goes by its folder's."""
    names = {".".join(path.relative_to(SRC).with_suffix("").parts): path for path in sorted(HOUSE.rglob("*.py"))}
    return {name.removesuffix(".__init__"): path for name, path in names.items()}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imports_of(name: str) -> Iterator[tuple[str, int]]:
    """The modules of ours that a module imports anywhere in it, with the line."""
    for node in ast.walk(tree_of(modules()[name])):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names if one.name.split(".")[0] == "dragoman")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: write the import in full"
            if (node.module or "").split(".")[0] == "dragoman":
                for one in node.names:
                    inner = f"{node.module}.{one.name}"
                    yield (inner if inner in modules() else str(node.module)), node.lineno


@cache
def graph() -> dict[str, dict[str, int]]:
    return {name: {one: line for one, line in imports_of(name) if one != name} for name in modules()}


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else "face"


def floor_of(room: str) -> int:
    return next((at for at, floor in enumerate(FLOORS) if room in floor), -1)


def where(name: str, line: int = 0) -> str:
    return f"{modules()[name].relative_to(ROOT)}{f':{line}' if line else ''}"


# ---- floors and circles ----------------------------------------------------------------------------------------------


def test_every_room_has_a_floor():
    assert not {room_of(name) for name in modules()} - {room for floor in FLOORS for room in floor}


def test_every_floor_is_inhabited():
    """A room that is gone must leave the plan too."""
    assert not {room for floor in FLOORS for room in floor} - {room_of(name) for name in modules()}


def test_imports_run_downhill():
    uphill = [
        f"{where(name, line)} imports {other}"
        for name, others in graph().items()
        for other, line in others.items()
        if (mine := room_of(name)) != (theirs := room_of(other))
        if floor_of(theirs) <= floor_of(mine) and (mine, theirs) not in BESIDE
    ]
    assert not uphill, "\n" + "\n".join(uphill)


def test_there_are_no_circles():
    """Late and type-only imports are counted: a circle that is dodged is a circle."""
    try:
        TopologicalSorter({name: set(others) for name, others in graph().items()}).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def test_type_only_imports_stand_where_start_up_must_be_quick_and_nowhere_else():
    lazy = {"dragoman", "dragoman.cli.options", "dragoman.cli.sharing"}
    found = {name for name in modules() if "TYPE_CHECKING" in modules()[name].read_text("utf-8")}
    assert found <= lazy, f"move what is needed for a type to a lower floor: {sorted(found - lazy)}"


def test_the_model_does_nothing():
    """No disk, no clock, no network below everything else."""
    allowed = {"collections", "dragoman", "enum", "hashlib", "msgspec", "typing"}
    for name in modules():
        if room_of(name) == "model":
            for node in ast.walk(tree_of(modules()[name])):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                strange = {one.split(".")[0] for one in names} - allowed
                assert not strange, f"{where(name)} imports {strange}"


def test_the_collector_does_not_look_through_the_model():
    """Thousands of values lie at hand while the pages are read; none can be part of a circle."""
    kinds = [one for one in vars(model).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)]
    assert len(kinds) > 20
    assert [one.__name__ for one in kinds if one.__struct_config__.gc or not one.__struct_config__.frozen] == []


def test_only_training_needs_torch_and_only_its_command_needs_training():
    """The program reads without torch: a person who never trains need not have it."""
    for name in modules():
        for node in ast.walk(tree_of(modules()[name])):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if {one.split(".")[0] for one in names} & {"onnx", "safetensors", "torch"}:
                assert room_of(name) == "training", where(name, node.lineno)
    asking = {name for name, others in graph().items() if any(room_of(one) == "training" for one in others)}
    assert {name for name in asking if room_of(name) != "training"} == {"dragoman.cli.learning"}


# ---- shelves ---------------------------------------------------------------------------------------------------------


def member_of(name: str) -> str:
    """The member of a shelf that a module belongs to: "dragoman.readers.html.walk" to "dragoman.readers.html"."""
    return ".".join(name.split(".")[:3])


def test_no_member_of_a_shelf_imports_another():
    crossed = [
        f"{where(name, line)} imports {other}"
        for name, others in graph().items()
        for other, line in others.items()
        if room_of(name) in SHELVES and room_of(other) == room_of(name)
        if name.count(".") > 1 and other.count(".") > 1 and member_of(name) != member_of(other)
        if (member_of(name), member_of(other)) not in MEMBERS_BESIDE
    ]
    assert not crossed, "\n" + "\n".join(crossed)


# A language's lists are written with `wordlist`.
MEMBERS_BESIDE = {
    ("dragoman.languages.en", "dragoman.languages.wordlist"),
}
# An engine's worker is started by name, in a process of its own: it is found in a string and not in an import.
STARTED_BY_NAME = {"dragoman.engines.worker"}


def test_every_member_of_a_shelf_is_in_its_table():
    """One file, one name: a file nobody names is never asked."""
    for shelf in set(SHELVES) - {"languages"}:
        members = {member_of(name) for name in modules() if name.startswith(f"dragoman.{shelf}.")} - STARTED_BY_NAME
        named = set(graph()[f"dragoman.{shelf}"])
        named |= {other for face, other in MEMBERS_BESIDE if face in named}
        assert members <= named, f"{shelf}/__init__.py does not name {members - named}"


def test_languages_hold_data_and_no_logic():
    for name in modules():
        if name.startswith("dragoman.languages.en"):
            logic = [node.lineno for node in ast.walk(tree_of(modules()[name])) if isinstance(node, ast.FunctionDef)]
            assert not logic, f"{where(name, logic[0])} defines a function: it belongs to a room"


# ---- manners ---------------------------------------------------------------------------------------------------------


def broad(node: ast.ExceptHandler) -> bool:
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    names = {one.id if isinstance(one, ast.Name) else "" for one in caught}
    return None in caught or bool(names & {"Exception", "BaseException"})


def test_only_the_guard_of_one_account_catches_everything():
    found = {
        f"{path.relative_to(HOUSE).as_posix()}"
        for path in modules().values()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and broad(node)
    }
    print("catches everything:", *(f"\n  {name}: {why}" for name, why in GUARDS.items()))
    assert found == set(GUARDS)


def public_of(name: str) -> list[str]:
    for node in tree_of(modules()[name]).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets
        ):
            return [str(one) for one in ast.literal_eval(node.value)]
    return []


def test_public_names_are_sorted_once_each_and_there():
    """Constants first, then classes, then functions, as the linter sorts them."""
    faces = [name for name in modules() if public_of(name)]
    assert {"dragoman", "dragoman.model", "dragoman.store"} <= set(faces)
    for name in faces:
        names = public_of(name)
        assert names == sorted(set(names), key=lambda one: (one.upper() != one, one.lower() == one, one)), name
        module = importlib.import_module(name)
        assert [one for one in names if not hasattr(module, one)] == []


def test_no_module_is_a_bag():
    bags = {name for name in modules() if re.search(r"(util|helper|misc|common|manager)s?$", name)}
    assert not bags, "name it after what comes out of it"


def test_every_module_says_what_it_is():
    silent = [
        where(name)
        for name in modules()
        if tree_of(modules()[name]).body and not ast.get_docstring(tree_of(modules()[name]))
    ]
    assert not silent, "\n" + "\n".join(silent)


def test_files_are_short_enough_to_read():
    lengths = {
        path.relative_to(HOUSE).as_posix(): path.read_text("utf-8").count("\n")
        for name, path in modules().items()
        if room_of(name) not in ("languages", "vocabulary")
    }
    long = {name for name, lines in lengths.items() if lines > LONGEST}
    print(f"longer than {LONGEST} lines, to be split:", *(f"\n  {name}: {lengths[name]}" for name in sorted(long)))
    assert not long - TOO_LONG, {name: lengths[name] for name in long - TOO_LONG}
    assert not TOO_LONG - long, "short enough again: take them off the list"


# ---- words -----------------------------------------------------------------------------------------------------------


def glossary() -> str:
    return (ROOT / "docs" / "glossary.md").read_text("utf-8")


@pytest.mark.parametrize("word", WORDS_OF_THE_DESIGN.split())
def test_the_glossary_has_the_words_of_the_design(word):
    assert re.search(rf"^\|[^|]*\*\*{word}\*\*[^|]*\| \w", glossary(), re.M)


def test_the_glossary_has_every_thing_of_the_model_that_a_reader_meets():
    """Values that only carry others (a Member, a Stated) are for programmers and have their docstring."""
    carriers = "Anchor Basis Calendar Certainty Code InstrumentKind Kind Level MarkKind Member PassageRole Ruling Shape"
    carriers += " Stated Trust DragomanError AccountId Role Voice"
    things = {name for name in public_of("dragoman.model") if name[0].isupper() and name != name.upper()}
    missing = [name for name in sorted(things - set(carriers.split())) if f"**{name}**" not in glossary()]
    assert not missing


def enumerations() -> Iterator[type[StrEnum]]:
    from dragoman.model import Code, Modality, Polarity, Predicate, Role, Verdict

    yield from (Code, Modality, Polarity, Predicate, Role, Verdict)


def test_every_word_of_the_model_is_in_the_vocabulary():
    """What an entry must hold is tested in tests/vocabulary/."""
    from dragoman.vocabulary import definition_of

    for enumeration in enumerations():
        assert [definition_of(word).label for word in enumeration]


@pytest.mark.parametrize("shelf", SHELVES)
def test_docs_say_how_to_add_to_each_shelf(shelf):
    assert f"`{shelf}/" in (ROOT / "docs" / "shelves.md").read_text("utf-8")


def test_links_in_the_docs_lead_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken, "\n" + "\n".join(broken)


# ---- tests -----------------------------------------------------------------------------------------------------------


def test_tests_mirror_the_tree():
    """`rules/lineage.py` is tested by `tests/rules/test_lineage.py`: every test file is the test of something."""
    across = {"test_house.py", "test_bad_input.py", "test_face.py", "packaging", "web/test_browser.py"}
    strays = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if (inside := path.relative_to(ROOT / "tests")).as_posix() not in across and inside.parts[0] not in across
        if not mirrored(inside)
    ]
    assert not strays, "\n" + "\n".join(strays)


def mirrored(test: Path) -> bool:
    """A test of a module, a package, a data file, or a script in bench/."""
    name = test.stem.removeprefix("test_")
    suffixes = (".py", ".txt", ".toml", "")
    of_a_file = any((home / test.parent / f"{name}{suffix}").exists() for home in (HOUSE, ROOT) for suffix in suffixes)
    return of_a_file or (test.parent.name == name and (HOUSE / test.parent).is_dir())
