"""Which language a text is in. Clear English is told by its small words, without a model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.pages.english import FUNCTION_WORDS, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 6000
"""Code points looked at; the language of a page shows long before."""

FIRST_LOOK = 1200
"""Code points that tell clear English already."""

CLEARLY_ENGLISH = 0.07
"""The share of English's own small words that no text in another language has; prose has 0.2."""

UNCLEAR_BELOW = 40
"""Words: below this a text may be in any language that shares its letters."""

TOO_SHORT = 6
"""Words: below this nothing tells the language."""

SURE = 0.9
"""How probable the model must find a language, of a short text, for that text not to be English."""

# Small words of English that other languages in Latin letters write too: "war", "am", "so" …
_SHARED = frozenset(
    "a i in an am as so was will on of me he do no over under for to is at by her had have or all "
    "now been any most also out up down off how who per here then some such ever again once my but "
    "us we via about till more must can has like are same men be even his".split()
)
ENGLISH_ALONE = FUNCTION_WORDS - _SHARED

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "nb": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def language_of(text: str, hint: str | None = None) -> str:
    """The ISO 639-1 code of the language of ``text``.

    ``hint`` is what the page says of itself (a ``lang`` attribute); it decides for texts that are
    too short to tell. A text in Latin letters that nothing decides is taken as English.
    """
    tokens = words(text[:FIRST_LOOK])
    if len(tokens) >= UNCLEAR_BELOW and _english(tokens) >= CLEARLY_ENGLISH:
        return "en"
    sample = text[:SAMPLE]
    tokens = words(sample)
    if len(tokens) >= TOO_SHORT and _english(tokens) >= CLEARLY_ENGLISH:
        return "en"
    hinted = code(hint)
    if hinted is not None and len(tokens) < UNCLEAR_BELOW:
        return hinted
    letters = [character for character in sample if character.isalpha()]
    latin = sum(1 for character in letters if character < "\u0250")
    if latin == len(letters) and len(tokens) < TOO_SHORT:
        return "en"
    unclear = len(tokens) < UNCLEAR_BELOW and latin > 0.9 * len(letters)
    return _modelled(sample, sure=SURE if unclear else 0.0)


def code(label: str | None) -> str | None:
    """The bare code of a language tag: "en-GB" → "en"; None for what is not one."""
    if not label:
        return None
    bare = label.replace("_", "-").split("-")[0].strip().lower()
    return bare if 2 <= len(bare) <= 3 and bare.isascii() and bare.isalpha() else None


def named(language: str) -> str:
    """The English name of a language, with its code: "French (fr)"."""
    return f"{NAMES[language]} ({language})" if language in NAMES else language


def _english(tokens: list[str]) -> float:
    """The share of words that only English writes so."""
    return sum(1 for token in tokens if token.lower() in ENGLISH_ALONE) / len(tokens)


def _modelled(sample: str, *, sure: float) -> str:
    """py3langid's answer; English where it is less than ``sure`` of it (a probability)."""
    language, probability = _identifier().classify(sample)
    return language if probability >= sure else "en"


@cache
def _identifier() -> LanguageIdentifier:
    """The model: half a second and 60 MB, so it is loaded only for a text that needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
