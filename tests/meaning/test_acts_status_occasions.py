from __future__ import annotations

import pytest

from onrecord.meaning.statements.acts import find_act
from onrecord.meaning.statements.cue_lexicon import load_lexicon
from tests.meaning.labelled import labelled


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("[s:Reyl] [c:said] [t:the port was open].", "assert"),
        ("[s:Reyl] [c:denied] [t:that ships had been fired on].", "deny"),
        ("[s:Reyl] [c:has denied] [t:the reports].", "deny"),
        ("[s:Reyl] [c:did not deny] [t:the reports].", "assert"),
        ("[s:Reyl] [c:demanded] [t:an apology].", "demand"),
        ("[s:Reyl] [c:called] [t:for a ceasefire].", "demand"),
        ("[s:Reyl] [c:called for] [t:a ceasefire].", "demand"),
        ("[s:Reyl] [c:urged] [t:both sides to stop].", "demand"),
        ("[s:Reyl] [c:asked] [t:him to leave the islands].", "demand"),
        ("[s:Reyl] [c:asked] [t:whether ships had left].", "ask"),
        ("[t:“Who fired first?”] [s:Reyl] [c:said].", "ask"),
        ("[s:Reyl] [c:offered] [t:to mediate].", "offer"),
        ("[s:Reyl] [c:proposed] [t:a new round of talks].", "offer"),
        ("[s:Reyl] [c:said] [t:the islands were ready to hold talks].", "offer"),
        ("[s:Reyl] [c:agreed to] [t:a truce].", "accept"),
        ("[s:Reyl] [c:said] [t:the two sides had agreed on a truce].", "accept"),
        ("[s:Reyl] [c:rejected] [t:the plan].", "refuse"),
        ("[s:Reyl] [c:ruled out] [t:talks].", "refuse"),
        ("[s:Reyl] [c:does not accept] [t:the plan].", "refuse"),
        ("[t:“We will never accept this,”] [s:Reyl] [c:said].", "refuse"),
        ("[s:Reyl] [c:said] [t:the islands would not cede a metre of coast].", "refuse"),
        ("[s:Reyl] [c:vowed] [t:to rebuild the harbour].", "promise"),
        ("[t:“We will rebuild the harbour,”] [s:Reyl] [c:said].", "promise"),
        ("[s:Reyl] [c:threatened] [t:to close the strait].", "threaten"),
        ("[s:Reyl] [c:warned] [t:that it would strike any ship].", "threaten"),
        ("[t:“We will not hesitate to use force,”] [s:Reyl] [c:warned].", "threaten"),
        ("[s:Reyl] [c:warned] [t:that prices could double by May].", "assert"),
        ("[s:Reyl] [c:warned of] [t:a hard winter].", "assert"),
        ("[s:Reyl] [c:warned] [t:the crews not to sail alone].", "demand"),
        ("[s:Reyl] [c:said] [t:the fleet would respond “with full force” to a raid].", "threaten"),
        ("[s:Reyl] [c:said] [t:the north should return the ships].", "demand"),
        ("[s:Reyl] [c:said] [t:the figures should give some comfort].", "assert"),
        ("[t:“It must be devastating,”] [s:Reyl] [c:said].", "assert"),
        ("[s:Reyl] [c:said] [t:no order to fire had been given].", "assert"),
        ("[s:Reyl] [c:said in a talk with the press] [t:that ships would come].", "assert"),
        ("[s:Reyl] [c:said] [t:the terrorist group had been beaten].", "assert"),
        ("[t:“They will pay a heavy price,”] [s:Reyl] [c:said].", "threaten"),
        ("[s:Reyl] [c:accused] [t:the north of piracy].", "accuse"),
        ("[s:Reyl] [c:condemned] [t:the raid].", "accuse"),
        ("[s:Reyl] [c:said] [t:the raid was a war crime].", "accuse"),
        ("[s:Reyl] [c:praised] [t:the crews].", "praise"),
        ("[t:“I thank the crews,”] [s:Reyl] [c:said].", "praise"),
        ("[t:“They must leave the strait,”] [s:Reyl] [c:said].", "demand"),
        ("[s:Reyl] [c:insisted] [t:that the navy had not fired first].", "deny"),
        ("[s:Reyl] [c:reiterated] [t:her demand for a ceasefire].", "demand"),
        ("[s:Reyl] [c:set out] [t:the islands’ three key demands].", "demand"),
        ("[s:Reyl] [c:believes] [t:that ships will come].", "other"),
        ("[s:Reyl] [c:waltzed] [t:around the subject of ships].", "other"),
    ],
)
def test_act(text: str, act: str) -> None:
    assert labelled(text).only().act == act


def test_the_word_after_the_cue_does_not_decide_alone() -> None:
    assert find_act("drew", "direct", "direct lines on a map", "indirect") == "other"


def test_the_lexicon_inflects() -> None:
    forms = load_lexicon().forms
    for form in (
        "denied", "denies", "denying", "vowed", "admitted", "admitting", "said", "told", "urges",
        "pledging", "lashed out at", "swore", "withdrew from", "blamed", "agreeing", "retweeted",
    ):  # fmt: skip
        assert form in forms, form
    assert len({word.lemma for word in forms.values()}) >= 500


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[s:Reyl] [c:said] [t:the port was open].", "said"),
        ("[s:Reyl] [c:will say] [t:the port is open].", "expected"),
        ("[s:Reyl] will [c:say] [t:that the port is open].", "expected"),
        ("[s:Reyl] is expected to [c:announce] [t:a truce].", "expected"),
        ("[s:Reyl] [c:is due to tell] the council [t:that the port is open].", "expected"),
        ("[s:Reyl] [c:plans to urge] [t:both sides to stop].", "expected"),
        ("[s:Reyl] [c:said] [t:she will announce a truce].", "said"),
        ("[s:Reyl] [c:reiterated] [t:that the port was open].", "repeated"),
        ("[s:Reyl] again [c:called for] [t:a truce].", "repeated"),
        ("[s:Reyl] [c:said again] [t:that the port was open].", "repeated"),
        ("[s:Reyl] [c:said] [t:she would try again].", "said"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert labelled(text).only().status == status


@pytest.mark.parametrize(
    "text",
    [
        "[s:Reyl] [c:declined] [t:to comment].",
        "[s:Reyl] [c:declined to comment on] [t:the raid].",
        "[s:Reyl] [c:refused] [t:to say who had fired first].",
        "[s:The ministry] [c:did not respond to] [t:a request for comment].",
        "[s:The ministry] [c:did not immediately respond] [t:to questions about the raid].",
        "[s:Reyl] [c:did not say] [t:whether ships had left].",
        "[s:Reyl] [c:has not said] [t:when the port will open].",
        "[s:Reyl] [c:would not say] [t:when the port will open].",
        "[s:The ministry] [c:made no comment] [t:on the raid].",
    ],
)
def test_silence_is_no_statement(text: str) -> None:
    assert labelled(text).statements() == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "[t:The port is open], [s:Reyl] [c:said] in an interview with Harbour Television.",
            "interview",
            "in an interview with Harbour Television",
        ),
        (
            "[t:The port is open], [s:Reyl] [c:said] in a Harbour Radio interview on Monday.",
            "interview",
            "in a Harbour Radio interview",
        ),
        ("[s:Reyl] [c:told] the Harbour Times [t:the port was open].", "interview", None),
        ("[s:Reyl] [c:told] reporters [t:the port was open].", "news conference", "told reporters"),
        (
            "[s:Reyl] [c:said] at a joint news conference [t:that the port was open].",
            "news conference",
            "at a joint news conference",
        ),
        ("[s:Reyl], speaking by phone, [c:said] [t:no].", "phone call", "by phone"),
        (
            "[s:Reyl] [c:said] in a call with Tom Brandvold [t:that the port was open].",
            "phone call",
            "in a call with Tom Brandvold",
        ),
        (
            "[t:The port is open], [s:a statement from Reyl’s office] [c:said].",
            "written statement",
            "a statement from Reyl’s office",
        ),
        (
            "[s:The ministry] [c:said] in a statement [t:that the port was open].",
            "written statement",
            "in a statement",
        ),
        (
            "[s:Reyl] [c:wrote] in a letter to the council [t:that the port was open].",
            "written statement",
            None,
        ),
        (
            "[t:The port is open], [s:Reyl] [c:said] yesterday in a post on X.",
            "social media",
            "in a post on X",
        ),
        ("[s:Reyl] [c:wrote] on Telegram [t:that ships had left].", "social media", "on Telegram"),
        ("[s:Reyl] [c:tweeted] [t:that ships had left].", "social media", "tweeted"),
        (
            "[s:Reyl] [c:said] in a speech to the nation [t:that ships had left].",
            "speech",
            "in a speech to the nation",
        ),
        ("[s:Reyl] [c:told] parliament [t:that ships had left].", "speech", "told parliament"),
        (
            "[s:Reyl] [c:said] during a meeting with Tom Brandvold [t:that ships had left].",
            "meeting",
            "during a meeting with Tom Brandvold",
        ),
    ],
)
def test_occasion(text: str, kind: str, words: str | None) -> None:
    page = labelled(text)
    occasion = page.only().occasion
    assert occasion is not None
    assert occasion.kind == kind
    assert occasion.with_ is None
    if words is not None:
        assert page.words(occasion.span) == words


@pytest.mark.parametrize(
    "text",
    [
        "[s:Reyl] [c:said] [t:the port was open].",
        "[s:Reyl] [c:said] [t:she had told reporters nothing in an interview].",
        "[s:Reyl] [c:said] after the meeting [t:that the port was open].",
        "She told reporters little. [s:Reyl] [c:said] [t:the port was open].",
    ],
)
def test_no_occasion(text: str) -> None:
    assert labelled(text).only().occasion is None
