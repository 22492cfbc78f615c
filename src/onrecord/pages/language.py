"""Which language a text is in. Clear English is told by its small words, without a model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.pages.english import FUNCTION_WORDS, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 6000
"""Code points looked at; the language of a page shows long before."""

CLEARLY_ENGLISH = 0.26
UNCLEAR_BELOW = 40
"""Words: below this a text may be in any language that shares its letters."""

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
    sample = text[:SAMPLE]
    tokens = words(sample)
    if tokens and _share_of_small_words(tokens) >= CLEARLY_ENGLISH and len(tokens) >= 8:
        return "en"
    hinted = code(hint)
    letters = [character for character in sample if character.isalpha()]
    latin = sum(1 for character in letters if character < "\u0250")
    if not letters:
        return hinted or "en"
    if len(tokens) < UNCLEAR_BELOW and latin > 0.9 * len(letters):
        return _short_text(sample, tokens, hinted)
    return _modelled(sample)


def code(label: str | None) -> str | None:
    """The bare code of a language tag: "en-GB" → "en"; None for what is not one."""
    if not label:
        return None
    bare = label.replace("_", "-").split("-")[0].strip().lower()
    return bare if 2 <= len(bare) <= 3 and bare.isascii() and bare.isalpha() else None


def named(language: str) -> str:
    """The English name of a language, with its code: "French (fr)"."""
    return f"{NAMES[language]} ({language})" if language in NAMES else language


def _share_of_small_words(tokens: list[str]) -> float:
    return sum(1 for token in tokens if token.lower() in FUNCTION_WORDS) / len(tokens)


def _short_text(sample: str, tokens: list[str], hinted: str | None) -> str:
    """The hint, or the model where it is sure, or English."""
    if hinted is not None:
        return hinted
    ascii_share = sum(1 for character in sample if character < "\x80") / len(sample)
    if ascii_share > 0.97 and _share_of_small_words(tokens) > 0.05:
        return "en"
    if len(tokens) < 6:
        return "en"
    return _modelled(sample, sure=0.9)


def _modelled(sample: str, *, sure: float = 0.0) -> str:
    """py3langid's answer; English where it is less than ``sure`` of it (a probability)."""
    language, probability = _identifier().classify(sample)
    return language if probability >= sure else "en"


@cache
def _identifier() -> LanguageIdentifier:
    """The model: half a second and 60 MB, so it is loaded only for a text that needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
