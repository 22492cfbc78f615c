"""Names that the reading has not marked, or only half."""

from __future__ import annotations

from tests.meaning.actors.handmade import resolved


def test_labels_that_come_again_name_who_speaks() -> None:
    page = resolved("""
        “REYL: Let us begin with the port.
        VON BRANDT: It is closed.
        REYL: Since when?
        VON BRANDT: Since noon.
        """)
    assert page.names == ["REYL", "VON BRANDT"]
    assert page.mentions("REYL") == ["REYL", "REYL"]
    assert page.who("VON BRANDT") == ["VON BRANDT"]


def test_a_label_is_the_full_name_of_the_page() -> None:
    page = resolved("""
        [PER:Ada Reyl] took questions on the port.
        REYL: It is closed.
        """)
    assert page.who("REYL") == ["Ada Reyl"]


def test_one_label_and_labels_of_offices_name_nobody() -> None:
    page = resolved("""
        UPDATE: The port is closed.
        REPORTER: Since when?
        REPORTER: By whom?
        """)
    assert page.names == []


def test_an_account_of_a_network_is_a_name() -> None:
    page = resolved("One user, @harbourwatch, was first. Write to desk@gazette.example.")
    assert page.names == ["@harbourwatch"]


def test_a_name_cut_at_its_hyphen_is_whole() -> None:
    tagged = """
        Ada PROPN left nsubj
        Moor- PROPN Ada flat
        reyl PROPN Ada flat
        left VERB - root
        """
    assert resolved("[PER:Ada Moor]-reyl left", tagged=tagged).names == ["Ada Moor-reyl"]
