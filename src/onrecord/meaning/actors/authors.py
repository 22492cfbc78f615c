"""Who says "I" where nobody is quoted: whoever signs a letter, or is introduced at the end."""

from __future__ import annotations

from onrecord.meaning.actors.draft import Entity, Mention, StoryDraft
from onrecord.meaning.actors.words import Words


class Authors:
    """The authors of a story: those who sign what stands before, and one introduced at its end.

    Who signs stands alone in a paragraph that is nothing but a name; of who is introduced the last
    paragraph says who that is ("Ada Reyl is a writer in Lunden").
    """

    def __init__(self, draft: StoryDraft) -> None:
        words = draft.words
        opening = [
            mention
            for mention in draft.mentions
            if mention.label == "PER"
            and mention.form == "name"
            and words.begins_paragraph(mention.first)
        ]
        self._signing = [mention for mention in opening if _is_alone(words, mention)]
        self._introduced = next((m for m in opening[-1:] if _is_introduced(words, m)), None)

    def of(self, word: int) -> Entity | None:
        """The author of the words around ``word``: the next one who signs, or the introduced."""
        signing = next((m for m in self._signing if m.first > word), None)
        mention = signing or self._introduced
        return mention.entity if mention is not None and mention.first > word else None


def _is_introduced(words: Words, mention: Mention) -> bool:
    after = mention.last + 1
    is_said_to_be = words.together(after, mention.last) and words.lower[after] == "is"
    return is_said_to_be and _paragraph_end(words, mention.last) == len(words)


def _is_alone(words: Words, mention: Mention) -> bool:
    end = _paragraph_end(words, mention.last)
    return all(words.tags[i] == "PUNCT" for i in range(mention.last + 1, end))


def _paragraph_end(words: Words, index: int) -> int:
    """The first word of the next paragraph."""
    end = index + 1
    while end < len(words) and not words.begins_paragraph(end):
        end += 1
    return end
