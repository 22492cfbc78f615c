"""Labels → attributions, with outputs made by hand from gold labels: no network."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reading import Attribution
from onrecord.reading.bundle import Bundle
from onrecord.reading.decode import AttributionDecoder, AttributionOutputs
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.labels import FORBIDDEN, LINK_WIDTH, LINKS, TAGS, allowed_transitions
from onrecord.record import Span
from training.tasks.gold import Gold, gold_labels

TRANSITIONS = np.where(allowed_transitions(), 0.0, FORBIDDEN).astype(np.float32)
ENCODER = TextEncoder(Tokenizer.from_buffer(Bundle.load().read("tokenizer.json")), window=128)


def outputs_that_say(gold: Gold) -> AttributionOutputs:
    """Outputs of a network that is sure of the gold labels."""
    words = len(gold.tags)
    emissions = np.zeros((words, len(TAGS)), dtype=np.float32)
    emissions[np.arange(words), gold.tags] = 10
    names = np.random.default_rng(1).standard_normal((words + 1, LINK_WIDTH)).astype(np.float32)
    pointers = np.zeros((words + 1, len(LINKS), 2, LINK_WIDTH), dtype=np.float32)
    pointers[:, :, 1] = names[:, None]
    pointers[1:, :, 0] = names[0]
    for link, pairs in enumerate(gold.links):
        for word, targets in pairs:
            pointers[word + 1, link, 0] = names[targets[0] + 1 if targets else 0]
    return AttributionOutputs(emissions, pointers)


def decoded(text: str, attributions: list[Attribution]) -> list[Attribution]:
    windows = ENCODER.windows(text, [Span(0, len(text))])
    outputs = [outputs_that_say(gold_labels(window, tuple(attributions))) for window in windows]
    return AttributionDecoder(TRANSITIONS).attributions(windows, outputs)


def spans_of(found: list[Attribution]) -> list[tuple[tuple[Span, ...], ...]]:
    return [(one.source, one.cue, one.content) for one in found]


def span(text: str, words: str) -> tuple[Span]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def test_gold_labels_come_back_as_the_same_attributions() -> None:
    text = "“We will come,” Ana said, “if asked.” Envoy Bo denied it and claimed the fish was late."
    first = Attribution(
        span(text, "Ana"),
        span(text, "said"),
        span(text, "“We will come,”") + span(text, "“if asked.”"),
        1.0,
    )
    bo = span(text, "Envoy Bo")
    second = Attribution(bo, span(text, "denied"), span(text, "it"), 1.0)
    third = Attribution(bo, span(text, "claimed"), span(text, "the fish was late"), 1.0)
    assert spans_of(decoded(text, [first, second, third])) == spans_of([first, second, third])


def test_a_content_without_cue_stays_alone_and_a_cue_without_content_is_nothing() -> None:
    text = "“We will come.” Ana spoke."
    quote = Attribution((), (), span(text, "“We will come.”"), 1.0)
    empty = Attribution(span(text, "Ana"), span(text, "spoke"), (), 1.0)
    assert spans_of(decoded(text, [quote, empty])) == spans_of([quote])


def test_scores_are_chances() -> None:
    text = "Ana said the fish was late."
    (one,) = decoded(
        text,
        [Attribution(span(text, "Ana"), span(text, "said"), span(text, "the fish was late"), 1.0)],
    )
    assert 0.9 < one.score <= 1.0


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32 - 1), blocks=st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_whatever_the_network_says_the_spans_are_legal(seed: int, blocks: list[int]) -> None:
    random = np.random.default_rng(seed)
    count = sum(blocks)
    window = Window(
        ids=np.zeros(count + 2, dtype=np.int32),
        shapes=np.zeros(count + 2, dtype=np.int32),
        spacings=np.zeros(count + 2, dtype=np.int32),
        quotes=np.zeros(count + 2, dtype=np.int32),
        words=np.arange(1, count + 1, dtype=np.int32),
        starts=np.arange(0, 2 * count, 2, dtype=np.int32),
        ends=np.arange(1, 2 * count + 1, 2, dtype=np.int32),
        blocks=np.repeat(np.arange(len(blocks), dtype=np.int32), blocks),
    )
    outputs = AttributionOutputs(
        random.standard_normal((count, len(TAGS))).astype(np.float32) * 4,
        random.standard_normal((count + 1, len(LINKS), 2, LINK_WIDTH)).astype(np.float32),
    )
    block_of = np.repeat(window.blocks, 2)
    taken: set[int] = set()
    for one in AttributionDecoder(TRANSITIONS).attributions([window], [outputs]):
        assert one.content
        assert 0.0 <= one.score <= 1.0
        for start, end in one.content:
            assert block_of[start] == block_of[end - 1]
            assert taken.isdisjoint(range(start, end))
            taken.update(range(start, end))


def test_many_windows_are_decoded_as_each_alone() -> None:
    texts = ["Ana said it rained.", "“No,” said Bo.", "Nobody spoke at the long meeting of envoys."]
    gold = [
        Attribution(span(texts[0], "Ana"), span(texts[0], "said"), span(texts[0], "it rained"), 1.0)
    ]
    windows = [ENCODER.windows(text, [Span(0, len(text))])[0] for text in texts]
    outputs = [
        outputs_that_say(gold_labels(window, tuple(gold if at == 0 else [])))
        for at, window in enumerate(windows)
    ]
    decoder = AttributionDecoder(TRANSITIONS)
    together = decoder.attributions(windows, outputs)
    alone = [
        one
        for window, output in zip(windows, outputs, strict=True)
        for one in decoder.attributions([window], [output])
    ]
    assert together == alone
