"""Offices beside names: "Turkish Foreign Minister X", "his counterpart, X", "X, Y's lawyer"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.meaning.actors.draft import Mention, RoleDraft, StoryDraft
from onrecord.meaning.actors.lexicon import PERSON_CLASSES, Noun, load_lexicon
from onrecord.meaning.actors.words import POSSESSIVES, Words
from onrecord.record import RoleStatus

_REACH = 14  # words that an office may be away from the name it belongs to
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_STOPS = frozenset(("VERB", "AUX", "PRON", "SCONJ", "ADV", "INTJ"))
_COMPLEMENTS = frozenset(("of", "for", "to", "at"))
_ENDS = frozenset("of for at in from to with on who and or but said".split())


def noun_at(words: Words, index: int) -> Noun | None:
    """The noun of the lists that a word is, "Sen." and "vice president" included."""
    lexicon = load_lexicon()
    lower = words.lower[index]
    stripped = lower.rstrip(".")
    if stripped in lexicon.short and (lower != stripped or words.is_capital(index)):
        noun = lexicon.nouns.get(lexicon.short[stripped].split()[-1])
        return noun and Noun(lexicon.short[stripped], noun.kind, noun.plural)
    both = f"{words.lower[index - 1]} {lower}" if index else ""
    if both in lexicon.nouns:
        return lexicon.nouns[both]
    if both in lexicon.deeds:
        return None
    noun = lexicon.nouns.get(lower)
    if noun is not None and lower == "minister" and index and words.lower[index - 1] == "prime":
        return Noun("prime minister", "office")
    if noun is None and lower.endswith("-elect"):
        return lexicon.nouns.get(lower.removesuffix("-elect"))
    return noun


def find_titles(draft: StoryDraft) -> Iterator[tuple[Mention, RoleDraft]]:
    """The offices that stand beside names of people, each with the name."""
    for mention in draft.mentions:
        if mention.label != "PER" or mention.form != "name":
            continue
        before = _before(draft, mention)
        if before is not None:
            yield mention, before
        for after in _after(draft, mention):
            yield mention, after


def _before(draft: StoryDraft, mention: Mention) -> RoleDraft | None:
    """The office before a name, or before a comma and the name."""
    words = draft.words
    index = mention.first - 1
    while words.together(index, mention.first) and _is_honorific(words, index):
        index -= 1
    apposed = words.together(index, mention.first) and words.lower[index] == ","
    if apposed:
        if not _is_closed(words, mention.last):
            return None
        index -= 1
    found = _walk_left(draft, index, mention.first, apposed=apposed)
    if found is None:
        return None
    first, head, definite = found
    if apposed and (not definite or _follows_a_name(draft, first)):
        return None
    return _role(draft, head, first, mention.first - 1 - apposed)


def _follows_a_name(draft: StoryDraft, first: int) -> bool:
    """Whether the office is that of a name before it: "Brandt, Norra's president, Reyl asked"."""
    words, comma = draft.words, first - 1
    if not words.together(comma - 1, first) or words.lower[comma] != ",":
        return False
    name = draft.by_word.get(comma - 1)
    return name is not None and name.label == "PER" and name.form == "name"


def _is_honorific(words: Words, index: int) -> bool:
    lexicon = load_lexicon()
    return words.lower[index].rstrip(".") in lexicon.honorifics and (
        words.lower[index] not in lexicon.nouns
    )


def _is_closed(words: Words, last: int) -> bool:
    """Whether after an apposition's last word the sentence goes on or ends, but lists nothing."""
    after = last + 1
    if not words.together(after, last):
        return True
    return words.lower[after] not in ("and", "or", "&") and not words.is_possessive(after)


def _walk_left(
    draft: StoryDraft, index: int, name: int, *, apposed: bool
) -> tuple[int, int, bool] | None:
    """The first word and the head noun of the office that ends at ``index``.

    Also whether it is definite: "the", "his", "Russia's", or of a country.
    """
    words, lexicon = draft.words, load_lexicon()
    head: int | None = None
    first, definite = index + 1, False
    while words.together(index, name) and name - index <= _REACH:
        lower, tag = words.lower[index], words.tags[index]
        known = draft.by_word.get(index)
        noun = noun_at(words, index)
        if known is not None and (known.label != "PER" or known.form != "name"):
            definite = definite or known.label in ("NORP", "LOC")
            index = first = known.first
        elif known is not None:
            following = known.last + 1
            owned = words.together(following, name) and words.is_possessive(following)
            if not owned and head is None:
                break
            index = first = known.first
            definite = definite or owned
        elif lower == ")":
            opening = next((i for i in range(index - 1, index - 6, -1) if _is(words, i, "(")), None)
            if opening is None:
                break
            index = first = opening
        elif noun is not None and noun.kind in PERSON_CLASSES and not noun.plural:
            head = index if head is None else head
            first = index
        elif words.is_hyphen(index) or words.is_hyphen(index - 1):  # "in-law"
            first = index
        elif lower in _COMPLEMENTS and head is None:
            if index == name - 1 or not _office_before(words, index):
                break
            first = index
        elif lower in ("and", "&") and head is None:
            if not any(_is(words, i, "of") for i in range(index - 1, index - 5, -1)):
                break
        elif words.is_possessive(index):
            definite = True
        elif tag == "DET" or lower in POSSESSIVES:
            if head is None and apposed and _is(words, index - 1, "of"):
                index -= 1  # "the minister of the economy, X"
                continue
            if head is not None:
                first = index
                definite = lower not in ("a", "an", "another", "any", "some")
            break
        elif tag in _STOPS and lower not in lexicon.status:
            break
        elif tag in _INSIDE or lower in lexicon.status or lower == "-" or words.is_capital(index):
            first = index
        else:
            break
        index -= 1
    return None if head is None else (first, head, definite)


def _is(words: Words, index: int, lower: str) -> bool:
    return 0 <= index < len(words) and words.lower[index] == lower


def _office_before(words: Words, index: int) -> bool:
    for at in range(index - 1, max(index - 4, -1), -1):
        noun = noun_at(words, at)
        if noun is not None and noun.kind in PERSON_CLASSES:
            return True
    return False


def _after(draft: StoryDraft, mention: Mention) -> Iterator[RoleDraft]:
    """The offices in an apposition after a name: ", the envoy of Harbourland and a lawyer,"."""
    words = draft.words
    index = mention.last + 1
    if words.together(index, mention.last) and words.lower[index] == "(":
        close = next((i for i in range(index, index + 8) if _is(words, i, ")")), None)
        if close is None:
            return
        index = close + 1
    if not words.together(index + 1, mention.last) or words.lower[index] != ",":
        return
    index += 1
    if words.tags[index] == "NUM" and _is(words, index + 1, ","):
        index += 2
    while words.together(index, mention.last):
        head = _head_from(draft, index)
        if head is None or head in draft.titles:
            return
        role = _role(draft, head, index, _right_edge(draft, head))
        yield role
        index = role.whole[1] + 1
        while words.together(index, mention.last) and words.lower[index] in (",", "and", "&"):
            index += 1
        if index == role.whole[1] + 1:
            return


def _head_from(draft: StoryDraft, start: int) -> int | None:
    """The noun of the office whose phrase begins at ``start``, if that is what begins there."""
    words = draft.words
    index, head = start, None
    while words.together(index, start) and index - start < _REACH:
        lower, tag = words.lower[index], words.tags[index]
        known = draft.by_word.get(index)
        noun = noun_at(words, index)
        if known is not None and known.label == "PER" and known.form == "name":
            if head is not None:  # the office is that of the next name
                return None
            index = known.last + 1
            if _is(words, index, "'s"):
                index += 1
            elif not words.together(index, start) or words.tags[index] not in _INSIDE:
                return None
            continue
        if noun is not None and noun.kind in PERSON_CLASSES and not noun.plural:
            head = index
        elif lower in _ENDS or _stops(lower, tag):
            break
        elif head is not None and (tag in ("NOUN", "PROPN") or words.is_possessive(index)):
            head = None  # "the minister's office", "the president elections"
        index += 1
    return head


def _stops(lower: str, tag: str) -> bool:
    if tag == "PUNCT":
        return lower not in ("-", "'")
    return tag in _STOPS and lower not in POSSESSIVES and lower not in load_lexicon().status


def _right_edge(draft: StoryDraft, head: int) -> int:
    """The last word of the complement of an office: "of Foreign Affairs", "of staff"."""
    words = draft.words
    last = head
    while words.together(last + 2, head) and words.lower[last + 1] in _COMPLEMENTS:
        at = last + 2
        if words.tags[at] == "DET":
            at += 1
        end = last
        while words.together(at, head):
            known = draft.by_word.get(at)
            if known is not None:
                end = known.last
                at = known.last + 1
                continue
            lower = words.lower[at]
            unknown = words.tags[at] == "" and (words.is_capital(at) or at == last + 2)
            inside = words.tags[at] in _INSIDE or unknown or words.is_hyphen(at)
            if not inside and not (lower in ("and", "&") and words.is_capital(at - 1)):
                break
            end = at if lower not in ("and", "&") else end
            at += 1
        if end == last:
            break
        last = end
    return last


def _role(draft: StoryDraft, head: int, first: int, last: int) -> RoleDraft:
    """The role that words ``first`` to ``last`` tell, with ``head`` as their noun."""
    words, lexicon = draft.words, load_lexicon()
    noun = noun_at(words, head)
    assert noun is not None
    begin = head
    of: Mention | None = None
    while begin > first:
        before = begin - 1
        known = draft.by_word.get(before)
        if known is not None and known.form in ("name", "modifier"):
            of = known
            break
        lower = words.lower[before]
        if words.is_possessive(before):
            of = draft.by_word.get(before - 1)
            break
        if (
            lower in lexicon.status
            or lower in (")", "-")
            or words.tags[before]
            not in (
                "NOUN",
                "PROPN",
                "ADJ",
                "",
            )
        ):
            break
        begin = before
    of = of or _modifier(draft, first, begin)
    end = head
    stop = min(last, _right_edge(draft, head))
    for at in range(head + 1, stop + 1):
        known = draft.by_word.get(at)
        if known is not None and not _is_portfolio(words, head, known):
            of = of or known
            break
        if words.lower[at] not in _COMPLEMENTS and words.tags[at] != "DET":
            end = at
    possessor = next((i for i in range(first, head) if words.lower[i] in POSSESSIVES), None)
    return RoleDraft(
        words,
        noun.lemma,
        begin,
        end,
        (_after_article(words, first, begin), max(end, stop)),
        of,
        _status(words, first, head),
        noun.kind,
        inherits=noun.lemma == "counterpart",
        possessor=possessor,
    )


def _is_portfolio(words: Words, head: int, known: Mention) -> bool:
    """Whether a name after "Minister of" is what the minister is for: "Foreign Affairs"."""
    portfolio = words.lower[head] in ("minister", "secretary", "undersecretary", "chief")
    return portfolio and known.label not in ("LOC", "NORP", "PER")


def _modifier(draft: StoryDraft, first: int, begin: int) -> Mention | None:
    """The name nearest to the title among the words before it."""
    for at in range(begin - 1, first - 1, -1):
        known = draft.by_word.get(at)
        named = known is not None and known.form in ("name", "modifier")
        if named and not draft.words.is_hyphened(at):
            return known
    return None


def _after_article(words: Words, first: int, begin: int) -> int:
    while first < begin and (words.tags[first] == "DET" or words.lower[first] in POSSESSIVES):
        first += 1
    return first


def _status(words: Words, first: int, head: int) -> RoleStatus:
    lexicon = load_lexicon()
    if words.lower[head].endswith("-elect"):
        return "designate"
    for index in range(first, min(head + 2, len(words))):
        lower = words.lower[index]
        status = lexicon.status.get(lower) or lexicon.status.get(lower.partition("-")[0])
        if status not in (None, "current") and (index <= head or lower in ("designate", "elect")):
            return status
    return "current"


def role_of_description(draft: StoryDraft, head: int) -> RoleDraft:
    """The role that a description by itself tells: "is the president of Harbourland"."""
    first = draft.words.first_of(head)
    return _role(draft, head, first, _right_edge(draft, head))


def phrase_of(draft: StoryDraft, head: int) -> tuple[int, int]:
    """The first and last word of the phrase of a noun, complements included."""
    return draft.words.first_of(head), _right_edge(draft, head)
