"""What a speaker does by a statement (assert, deny, demand …), by its cue, then by its content."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

import msgspec

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.cue_lexicon import CueWord, load_lexicon
from onrecord.meaning.statements.hinted import HintedPattern, compiled
from onrecord.record import Act, StatementKind

_NEGATION = re.compile(r"\b(?:not|never|no longer|nor|neither)\b|n't\b")
_ASKED_TO = re.compile(r"(?:that\b|for\b|(?:\w+[\w'’]* ){0,5}?(?:to|not to) [a-z]+)")
_REPEATING = frozenset({"reiterate", "repeat", "restate", "reaffirm", "echo", "affirm"})
_OPENING = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|this|these|those|\w+'s?)(?: [\w'-]+){1,4}"
)
_WHERE = re.compile(r" (?:in|at|on|during|via|by|through) (?:an?|the|his|her|their|its)\b")
_CONTENT_WORD = re.compile(r"[\w-]+")
_AFTER_NOUN = ("for ", "that ", "to ", "of ", "on ", "against ", "not ", "by ", "as ", "\n")
_FIRST_CLAUSE = 240  # characters of content that decide its act


class _ActTable(msgspec.Struct, frozen=True):
    content: dict[bool, list[tuple[Act, HintedPattern]]]  # by whether all of the content is quoted
    insisted: str  # this one and the last two are sources of patterns
    insisting: frozenset[str]
    negated: dict[str, Act]
    warning: frozenset[str]
    warning_keeps: frozenset[str]
    own_action: dict[bool, str]
    advice: str


@cache
def load_acts() -> _ActTable:
    """The table of acts, read once."""
    table = read_toml("acts.toml")
    speakers: dict[bool, str] = {True: table["self"]["direct"], False: table["self"]["indirect"]}
    return _ActTable(
        {
            quoted: [
                (e["act"], HintedPattern(e["hint"], e["pattern"].replace("{self}", speaker)))
                for e in table["content"]
            ]
            for quoted, speaker in speakers.items()
        },
        table["insisted"]["pattern"],
        frozenset(listed(table["insisted"]["cues"])),
        {key: cast(Act, value) for key, value in table["negated"].items()},
        frozenset(listed(table["warning"]["cues"])),
        frozenset(listed(table["warning"]["keeps"])),
        {q: table["warning"]["own"].replace("{self}", speaker) for q, speaker in speakers.items()},
        table["warning"]["advice"],
    )


def find_act(cue: str, following: str, content: str, kind: StatementKind) -> Act:
    """The act of a statement.

    ``cue`` is the cue, ``following`` the word after it where that may decide the sense ("called
    for"), ``content`` the words said. The cue decides unless it only says that something was said
    ("told", "added"). An indirect statement by a cue that is no word of speech has act "other".
    """
    content = f"{content[:_FIRST_CLAUSE]}\n{content[-_FIRST_CLAUSE:]}".lower().replace("’", "'")
    word, negated = _leading_word(cue, following)
    table = load_acts()
    warned = word is not None and word.lemma in table.warning
    if word is not None and word.act != "assert" and not (warned and not negated):
        if word.lemma == "ask" and "?" not in content[-3:] and _ASKED_TO.match(content):
            return "demand"
        return table.negated.get(word.act, word.act) if negated else word.act
    named = _named_act(content) if kind == "indirect" else None
    if named is not None:
        return named
    if warned:
        return _act_of_warning(content, kind)
    if (
        word is not None
        and word.lemma in table.insisting
        and compiled(table.insisted).search(content)
    ):
        return "deny"
    act = _act_of_content(content, kind)
    if act is not None:
        return act
    return "other" if cue and word is None and kind == "indirect" else "assert"


def _act_of_content(content: str, kind: StatementKind) -> Act | None:
    start, _, end = content.partition("\n")
    for act, pattern in load_acts().content[kind == "direct"]:
        if pattern.search(end if act == "ask" else start):
            return act
    return None


def _act_of_warning(content: str, kind: StatementKind) -> Act:
    """A threat by the speaker's own side, advice against something, or a plain forecast."""
    table = load_acts()
    start = content.partition("\n")[0]
    if compiled(table.own_action[kind == "direct"]).search(start):
        return "threaten"
    if kind != "direct" and not start.startswith("that ") and compiled(table.advice).match(start):
        return "demand"
    act = _act_of_content(content, kind)
    return act if act is not None and act in table.warning_keeps else "assert"


def _named_act(content: str) -> Act | None:
    """The act that an indirect content names itself: "their demand for a ceasefire"."""
    opening = _OPENING.match(content)
    if opening is None:
        return None
    nouns = load_lexicon().nouns
    for match in _CONTENT_WORD.finditer(opening[0]):
        word = nouns.get(match[0])
        if word is not None and word.act != "assert":
            following = content[match.end() :].lstrip(" ")
            if not following.strip() or following.startswith(_AFTER_NOUN):
                return word.act
    return None


def _leading_word(cue: str, following: str) -> tuple[CueWord | None, bool]:
    """The entry that decides, and whether it is negated.

    Verbs come before nouns, except where the verb only says that something is said again
    ("reiterated their demand"); among verbs the first that is more than plain saying.
    """
    cue = cue.lower().replace("’", "'")
    found = [w for w in load_lexicon().words(f"{cue} {following}") if w[1] < len(cue)]
    verbs = [pair for pair in found if pair[0].word_class != "noun"]
    if verbs:  # "said in an interview with the press": what follows tells where, not what
        where = _WHERE.search(cue, verbs[0][1])
        found = [pair for pair in found if where is None or pair[1] < where.start()]
        verbs = [pair for pair in found if pair[0].word_class != "noun"]
    if not verbs or verbs[0][0].lemma in _REPEATING:
        verbs = found
    if not verbs:
        return None, False
    word, start = next((pair for pair in verbs if pair[0].act != "assert"), verbs[0])
    before = " ".join(cue[:start].split()[-3:])
    return word, _NEGATION.search(before) is not None
