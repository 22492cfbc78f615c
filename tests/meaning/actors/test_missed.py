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


def test_labels_of_offices_furniture_and_places_name_nobody() -> None:
    page = resolved("""
        UPDATE: The port is closed.
        UPDATE: It is open.
        LONDON: The port is closed.
        LONDON: It is open.
        REPORTER: Since when?
        REPORTER: By whom?
        """)
    assert page.names == []


def test_an_account_of_a_network_is_a_name() -> None:
    page = resolved("One user, @harbour_watch, was first @7pm. Write to desk@gazette.example.")
    assert page.names == ["@harbour_watch"]


def test_a_name_cut_at_its_hyphen_is_whole() -> None:
    tagged = """
        Ada PROPN left nsubj
        Moor- PROPN Ada flat
        reyl PROPN Ada flat
        left VERB - root
        """
    assert resolved("[PER:Ada Moor]-reyl left", tagged=tagged).names == ["Ada Moor-reyl"]


def test_a_dash_of_two_hyphens_ends_a_name() -> None:
    tagged = """
        Ada PROPN left nsubj
        Reyl-- PROPN Ada flat
        the DET mayor det
        mayor NOUN Ada appos
        left VERB - root
        """
    (name,) = resolved("[PER:Ada Reyl]--the mayor left", tagged=tagged).names
    assert "the" not in name
    tagged = """
        Reyl- PROPN talks compound
        led VERB Reyl- amod
        talks NOUN - root
        """
    assert "Reyl-led" not in resolved("[PER:Reyl]-led talks", tagged=tagged).names
