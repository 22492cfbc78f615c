"""``python -m training.relations --data FOLDER``: the relation network, after everything else.

It is learnt on the middle states of the finished network, which is left as it is. ``--folds`` only
cross-validates on PLV and prints the macro F1; else the network is learnt from all of it and
written into the bundle. ``--encoder`` are the weights whose last layers it begins from.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.meaning.actors import find_actors
from onrecord.meaning.codes import Coder
from onrecord.meaning.events import EventWord, event_words
from onrecord.pages import load_text
from onrecord.reading import Model, Reading
from onrecord.reading.bundle import Bundle
from onrecord.reading.labels import ACTS, YIELDING
from onrecord.reading.relations import padded
from onrecord.reading.types import Pair
from onrecord.record import Sentence, Span
from training.corpora.acts import Acted, machine_written, plv
from training.encoder import Encoder, chance
from training.export import add_relations
from training.tasks.relations import RelationsHead

SEED = 20220310
EPOCHS, ROWS = 10, 32
EPOCHS_ON_STORIES = 2
LAYER_RATE, HEAD_RATE = 2e-4, 1e-3
WARM_UP, DECAY, SMOOTHING = 0.1, 0.01, 0.05
SWAPPED = 0.2
"""The share of the swapped pairs that an epoch sees, another one each time."""
SAME_BOTH_WAYS = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Acts that the other side mostly does as well; for the others a swapped pair shows none."""

log = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair, the place of its act in ``ACTS`` (-1: none), and its text."""

    pair: Pair
    act: int
    text: str


class Annotator:
    """Sentences → their pieces, and the event words that the lexicon knows in them."""

    def __init__(self, folder: Path) -> None:
        self._model = Model(Bundle.load(folder))
        self._coder = Coder.load()

    def read(self, text: str) -> tuple[Reading, list[tuple[Sentence, list[EventWord]]]]:
        """The reading of a text of one paragraph, and each sentence with its event words."""
        page = load_text(text)
        reading = self._model.read(text, [[Span(0, len(text))]])
        actors = find_actors("", text, page.stories, reading, self._coder)
        found = []
        for sentence in reading.sentences:
            words = event_words(
                text, sentence, actors=actors.possible, who=actors.doers, whose=actors.whose
            )
            found.append((sentence, words))
        return reading, found


def gold(annotator: Annotator, sentences: Iterable[Acted]) -> Iterator[Example]:
    """PLV's pairs, and those the other way round as pairs without an act."""
    for acted in sentences:
        reading, annotated = annotator.read(acted.text)
        place = _place_of(acted, reading)
        words = _marked(annotated[place][1])
        pair = Pair(
            reading.pieces[place],
            (acted.source,) if acted.source else (),
            (acted.target,) if acted.target else (),
            words,
        )
        yield Example(pair, ACTS.index(acted.act), acted.text)
        if acted.source and acted.target and acted.act not in SAME_BOTH_WAYS:
            swapped = replace(pair, source=pair.target, target=pair.source)
            yield Example(swapped, -1, acted.text)


def silver(annotator: Annotator, folder: Path) -> Iterator[Example]:
    """Pairs of machine-written stories where an event word is of the story's type."""
    for text, label in machine_written(folder):
        reading, annotated = annotator.read(text)
        act = "YIELD" if label in YIELDING else label
        for place, (_, words) in enumerate(annotated):
            for word in words:
                kind = "YIELD" if word.type in YIELDING else word.type
                if kind == act and word.source and word.target:
                    pair = Pair(reading.pieces[place], word.source, word.target, _marked(words))
                    yield Example(pair, ACTS.index(act), text)
                    break


def _place_of(acted: Acted, reading: Reading) -> int:
    """The sentence with the source, else the target."""
    side = acted.source or acted.target or Span(0, 1)
    for place, sentence in enumerate(reading.sentences):
        if sentence.span.start <= side.start < sentence.span.end:
            return place
    return 0


def _marked(words: Sequence[EventWord]) -> tuple[tuple[Span, str], ...]:
    return tuple((span, word.type) for word in words for span in word.spans)


def fit(
    stories: Sequence[Example], examples: Sequence[Example], encoder: Encoder, *, seed: int
) -> RelationsHead:
    """The network learnt from the stories first, and then from the examples."""
    torch.manual_seed(seed)
    chance.generator.manual_seed(seed)
    head = RelationsHead()
    head.begin_from(encoder)
    for learnt, epochs in ((stories, EPOCHS_ON_STORIES), (examples, EPOCHS)):
        _fit(head, learnt, epochs, random.Random(seed))  # shuffling, not secrets
    return head.eval()


def _fit(
    head: RelationsHead, examples: Sequence[Example], epochs: int, draw: random.Random
) -> None:
    """Learn for some epochs, at a rate that falls to nothing."""
    layers = list(head.layers.parameters())
    others = [p for name, p in head.named_parameters() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": LAYER_RATE}, {"params": others, "lr": HEAD_RATE}],
        weight_decay=DECAY,
    )
    batches = [batch for _ in range(epochs) for batch in _batches(examples, draw)]
    steps = len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps), (steps - step) / steps)
    )
    head.train()
    total = 0.0
    for step, batch in enumerate(batches):
        loss = _loss(head, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += float(loss.detach())
        if (step + 1) % 50 == 0:
            log.info("step %d of %d: loss %.3f", step + 1, steps, total / 50)
            total = 0.0


def _batches(examples: Sequence[Example], draw: random.Random) -> list[list[Example]]:
    """Batches of about equal length, in random order: every act, and some of the swapped pairs."""
    order = [one for one in examples if one.act >= 0 or draw.random() < SWAPPED]
    draw.shuffle(order)
    order.sort(key=lambda example: len(example.pair.pieces.states) // 12)
    batches = [order[at : at + ROWS] for at in range(0, len(order), ROWS)]
    draw.shuffle(batches)
    return batches


def _logits(head: RelationsHead, batch: Sequence[Example]) -> Tensor:
    logits: Tensor = head(*map(torch.from_numpy, padded([example.pair for example in batch])))
    return logits


def _loss(head: RelationsHead, batch: Sequence[Example]) -> Tensor:
    """Cross entropy over the acts where there is one, and over whether there is one."""
    logits = _logits(head, batch)
    acts = torch.tensor([example.act for example in batch])
    none = functional.binary_cross_entropy_with_logits(
        logits[:, -1], (acts < 0).float(), reduction="sum"
    )
    told = acts >= 0
    which = functional.cross_entropy(
        logits[told, :-1], acts[told], reduction="sum", label_smoothing=SMOOTHING
    )
    return (which + 0.5 * none) / len(batch)


def told_by(head: RelationsHead, examples: Sequence[Example]) -> tuple[list[int], list[float]]:
    """The likeliest act of each example, and the chance of none."""
    acts, none = [], []
    with torch.no_grad():
        for at in range(0, len(examples), ROWS):
            logits = _logits(head, examples[at : at + ROWS])
            acts += logits[:, :-1].argmax(-1).tolist()
            none += logits[:, -1].sigmoid().tolist()
    return acts, none


def f1_of_each(wanted: Sequence[int], found: Sequence[int]) -> list[float]:
    """F1 of each act."""
    pairs = np.array([wanted, found])
    scores = []
    for act in range(len(ACTS)):
        right = int(((pairs[0] == act) & (pairs[1] == act)).sum())
        scores.append(2 * right / max(1, int((pairs == act).sum())))
    return scores


def cross_validate(
    stories: Sequence[Example],
    examples: Sequence[Example],
    encoder: Encoder,
    *,
    folds: int,
    seed: int,
) -> dict[str, float]:
    """Macro F1 of the acts, and how well pairs with an act are told from those without.

    Sentences that occur several times stay in one fold.
    """
    texts = sorted({example.text for example in examples})
    random.Random(seed).shuffle(texts)
    fold = {text: place % folds for place, text in enumerate(texts)}
    wanted: list[int] = []
    found: list[int] = []
    none_right: list[bool] = []
    for number in range(folds):
        learnt = [e for e in examples if fold[e.text] != number]
        kept = [e for e in examples if fold[e.text] == number]
        head = fit(stories, learnt, encoder, seed=seed)
        acts, none = told_by(head, kept)
        wanted += [e.act for e in kept if e.act >= 0]
        found += [act for act, e in zip(acts, kept, strict=True) if e.act >= 0]
        none_right += [(n > 0.5) == (e.act < 0) for n, e in zip(none, kept, strict=True)]
        each = f1_of_each(wanted, found)
        log.info("fold %d: macro F1 so far %.4f", number + 1, float(np.mean(each)))
    shown = ", ".join(f"{act} {score:.2f}" for act, score in zip(ACTS, each, strict=True))
    log.info("each: %s", shown)
    return {
        "acts, macro F1": float(np.mean(each)),
        "acts, accuracy": float(np.mean(np.array(wanted) == np.array(found))),
        "act or none, accuracy": float(np.mean(none_right)),
    }


def learn(data: Path, encoder: Encoder, folder: Path, *, seed: int) -> None:
    """Learn the relation network from all examples and put it into the bundle in ``folder``."""
    annotator = Annotator(folder)
    examples, stories = list(gold(annotator, plv(data))), list(silver(annotator, data))
    log.info("%d pairs of actors, %d in stories", len(examples), len(stories))
    add_relations(fit(stories, examples, encoder, seed=seed), folder)


def main() -> None:
    """Learn, or cross-validate."""
    parser = argparse.ArgumentParser(prog="python -m training.relations", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="weights of the encoder (.pt)")
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/reading/bundle"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(arguments.threads)
    encoder = Encoder()
    encoder.load_state_dict(torch.load(arguments.encoder, weights_only=True))
    events = arguments.data / "events"
    if not arguments.folds:
        learn(events, encoder, arguments.out, seed=arguments.seed)
        log.info("wrote %s", arguments.out / "relations.onnx")
        return
    annotator = Annotator(arguments.out)
    examples, stories = list(gold(annotator, plv(events))), list(silver(annotator, events))
    scores = cross_validate(stories, examples, encoder, folds=arguments.folds, seed=arguments.seed)
    log.info("%s", scores)


if __name__ == "__main__":
    main()
