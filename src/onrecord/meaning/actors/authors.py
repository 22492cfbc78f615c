"""Who says "I" where nobody is quoted: whoever signs a letter, or is introduced at the end."""

from __future__ import annotations

from onrecord.meaning.actors.draft import Entity, Mention, StoryDraft
from onrecord.meaning.actors.words import Words


def author_of(draft: StoryDraft, word: int) -> Entity | None:
    """The author of the words around ``word``.

    That is the name that stands alone in the next paragraph that is nothing but a name, or the one
    of whom the last paragraph of the story says who he is ("Ada Reyl is a writer in Lunden").
    """
    words = draft.words
    people = [m for m in draft.mentions if m.label == "PER" and m.form == "name"]
    for mention in people:
        if (
            mention.first > word
            and words.begins_paragraph(mention.first)
            and _is_alone(words, mention)
        ):
            return mention.entity
    for mention in reversed(people):
        if words.begins_paragraph(mention.first) and mention.first > word:
            after = mention.last + 1
            introduced = words.together(after, mention.last) and words.lower[after] == "is"
            last = _paragraph_end(words, mention.last) == len(words)
            return mention.entity if introduced and last else None
    return None


def _is_alone(words: Words, mention: Mention) -> bool:
    end = _paragraph_end(words, mention.last)
    return all(words.tags[i] == "PUNCT" for i in range(mention.last + 1, end))


def _paragraph_end(words: Words, index: int) -> int:
    """The first word of the next paragraph."""
    end = index + 1
    while end < len(words) and not words.begins_paragraph(end):
        end += 1
    return end
