"""Short texts that share small words with English, and English that is short."""

from __future__ import annotations

import pytest

from onrecord.pages.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das war in Wien so. Der Kanzler will am Montag in Berlin mit allen reden."),
        ("nl", "De minister zei dat het overleg over een week begint. Hij had er geen haast mee."),
        ("da", "Regeringen vil have at samtalerne skal begynde i morgen, sagde ministeren."),
        ("fr", "Le ministre a dit que les pourparlers vont reprendre lundi dans la capitale."),
        ("es", "El ministro dijo que no hay acuerdo y que las conversaciones van a seguir."),
        ("it", "Il ministro ha detto che i colloqui riprenderanno a Roma la prossima settimana."),
        ("en", "Norland armies pull back from border after deal"),
        ("en", "Karvia, Osmark to resume talks"),
        ("en", "Oil prices rise 3% amid Gulf tensions"),
        ("en", "Minister rejects ceasefire offer as rockets hit capital city"),
        ("en", "12 May 2024"),
    ],
)
def test_language_of_a_short_text(language: str, text: str) -> None:
    assert language_of(text) == language


def test_the_pages_own_word_decides_only_where_the_text_does_not() -> None:
    assert language_of("Talks fail", "de-AT") == "de"
    assert language_of("The talks failed because the two sides would not sign.", "de") == "en"
