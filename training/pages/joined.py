"""Joins articles into scraped pages, the way sites do, and says what is what on each.

A page is one article with photo credits and site furniture in its middle, and at its end the
beginnings of other articles in one of many forms: a kicker with a deck run into the body, a run-in
without a kicker, a bare beginning, a headline line over a summary, a list under a heading. Some
pages have no teaser; some articles break off themselves.

    python -m training.pages.joined --data FOLDER --part tuning --pages 1000 > pages.jsonl
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from training.pages.articles import Article, articles

Pair = tuple[int, int]

FIRST_NAMES = "Ana Omar Lena Jonas Mei Tariq Sofia Pavel Ruth Kofi Ines Hugo Amara Nils".split()
LAST_NAMES = "Torres Haddad Novak Berg Chen Malik Rossi Orlov Adler Mensah Costa Weber".split()
AGENCIES = "AFP,Reuters,AP,EPA-EFE,Getty Images,EPA,Bloomberg,AFP via Getty Images,dpa".split(",")
CREDITS = (
    "Photo: {agency}",
    "Photo: {agency} / {name}",
    "Photo: {name}, {agency}",
    "Photograph: {name}/{agency}",
    "({agency} Photo/{name})",
    "{name}/{agency}",
    "{name} / {agency}",
    "Image: {name}/{agency}",
    "Image credit: {agency}",
    "Credit: {name}",
    "Credit: {name}/{agency}",
    "Photo by {name}",
    "File photo: {agency}",
    "[{name}/{agency}]",
    "PHOTO: {agency}",
)
CAPTIONS = (
    "{sentence} Photo: {agency}",
    "{sentence} ({agency} Photo/{name})",
    "{sentence} [{name}/{agency}]",
    "{sentence} Photograph: {name}/{agency}",
)
INSIDE = (
    "Advertisement",
    "Read more: {title}",
    "RELATED: {title}",
    "Also read: {title}",
    "Sign up for our newsletter",
    "Story continues below advertisement",
    "Follow us on Twitter",
)
HEADINGS = (
    "Most read",
    "Related stories",
    "More from this section",
    "You may also like",
    "In other news",
    "Read next",
    "Top stories",
    "Latest news",
)
ENDS = ("", "", "", "", "…", "...", " …", " [...]", "… Read more", "... Continue reading", "2")
FORMS = ("kicker run-in", "run-in", "bare", "headline", "kicker headline", "kicker bare", "summary")


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story of a joined page; spans are ``[start, end)`` in code points of its text."""

    kind: str
    span: Pair
    kicker: Pair | None = None
    headline: Pair | None = None
    truncated: bool = False
    form: str = ""


@dataclass(slots=True)
class JoinedPage:
    """A page put together, with its stories, credits and captions, and other furniture."""

    text: str = ""
    stories: list[GoldStory] = field(default_factory=list)
    credits: list[Pair] = field(default_factory=list)
    furniture: list[Pair] = field(default_factory=list)

    def add(self, text: str, separator: str) -> Pair:
        """Append a line and return its span."""
        if self.text:
            self.text += separator
        start = len(self.text)
        self.text += text
        return (start, len(self.text))


def joined_pages(pool: Sequence[Article], count: int, seed: int) -> list[JoinedPage]:
    """``count`` pages made of ``pool``, always the same for one seed."""
    random = Random(seed)
    return [join(pool, random) for _ in range(count)]


def join(pool: Sequence[Article], random: Random) -> JoinedPage:
    """One page."""
    page = JoinedPage()
    separator = random.choice(("\n", "\n\n"))
    main = random.choice(pool)
    count = 0 if random.random() < 0.25 else random.randint(1, 6)
    cut_itself = random.random() < (0.25 if count == 0 else 0.05)
    _article(page, main, separator, random, cut_itself=cut_itself)
    form = random.choice(FORMS)
    under_heading = count > 0 and random.random() < 0.25
    if under_heading:
        page.furniture.append(page.add(random.choice(HEADINGS), separator))
    for _ in range(count):
        other = random.choice(pool)
        while other.name == main.name:
            other = random.choice(pool)
        # Pages mix forms now and then: a story without a kicker among stories with one.
        used = random.choice(FORMS) if random.random() < 0.15 else form
        _teaser(page, other, used, separator, random)
    return page


def _fill(template: str, random: Random, **more: str) -> str:
    name = f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"
    return template.format(agency=random.choice(AGENCIES), name=name, **more)


def _article(
    page: JoinedPage, article: Article, separator: str, random: Random, *, cut_itself: bool
) -> None:
    """The article with credits and furniture between its paragraphs."""
    headline = None
    first = last = None
    if article.title and random.random() < 0.5:
        headline = first = page.add(article.title, separator)
        if random.random() < 0.3:
            page.add(_fill("By {name}", random), separator)
    paragraphs = list(article.paragraphs[: random.randint(6, 45)])
    credits_at = set(
        random.sample(range(1, len(paragraphs)), k=min(len(paragraphs) - 1, random.randint(0, 3)))
    )
    with_subheadings = random.random() < 0.2
    for number, paragraph in enumerate(paragraphs):
        if number in credits_at:
            _between(page, article, separator, random)
        if with_subheadings and number and random.random() < 0.2:
            page.add(_subheading(paragraph), separator)
        shown = paragraph
        if cut_itself and number == len(paragraphs) - 1:
            shown = _cut(paragraph, max(40, len(paragraph) // 2), random)[0]
        last = page.add(shown, separator)
        first = first or last
    if first is None or last is None:
        return
    page.stories.append(GoldStory("article", (first[0], last[1]), None, headline, cut_itself))


def _subheading(paragraph: str) -> str:
    """A few words from within the paragraph below, set above it."""
    plain = re.sub(r"[^\w\s’'-]", "", paragraph).split()
    begin = min(3, len(plain) - 1)
    words = plain[begin : begin + 3 + len(paragraph) % 4]
    if len(paragraph) % 2:
        words = [word if len(word) < 4 else word[0].upper() + word[1:] for word in words]
    shown = " ".join(words)
    return shown[:1].upper() + shown[1:] or "What is next"


def _between(page: JoinedPage, article: Article, separator: str, random: Random) -> None:
    """A credit, a caption with its credit, or a line of the site."""
    drawn = random.random()
    if drawn < 0.6:
        page.credits.append(page.add(_fill(random.choice(CREDITS), random), separator))
    elif drawn < 0.8:
        sentence = random.choice(article.paragraphs).split(". ")[0].rstrip(".") + "."
        caption = _fill(random.choice(CAPTIONS), random, sentence=sentence[:200])
        page.credits.append(page.add(caption, separator))
    else:
        line = _fill(random.choice(INSIDE), random, title=article.title or "What comes next")
        page.furniture.append(page.add(line, separator))


def _teaser(page: JoinedPage, article: Article, form: str, separator: str, random: Random) -> None:
    """The beginning of another article."""
    deck = _deck(article, random, like_title="headline" in form or form == "summary")
    kicker = _kicker(article, random)
    if deck is None:
        form = {"run-in": "bare", "kicker run-in": "kicker bare"}.get(form, "bare")
    if form == "summary":
        body, truncated = _first_sentence(article), False
    else:
        whole = " ".join(article.paragraphs[:8])
        body, truncated = _cut(whole, random.randint(180, 900), random)
    mark = random.choice((": ", ": ", ": ", ": ", ": ", " | ", " | ", " – "))
    start: Pair | None = None
    kicker_span = headline_span = None
    if form in ("kicker run-in", "kicker bare"):
        run = f"{deck} {body}" if form == "kicker run-in" else body
        line = page.add(f"{kicker}{mark}{run}", separator)
        kicker_span = (line[0], line[0] + len(kicker))
        if form == "kicker run-in" and deck:
            begin = line[0] + len(kicker) + len(mark)
            headline_span = (begin, begin + len(deck))
        start = line
    elif form == "run-in" and deck:
        line = start = page.add(f"{deck} {body}", separator)
        headline_span = (line[0], line[0] + len(deck))
    elif form == "bare" or deck is None:
        line = start = page.add(body, separator)
    else:
        if form == "kicker headline":
            kicker_span = start = page.add(kicker, separator)
        headline_span = page.add(deck, separator)
        start = start or headline_span
        line = page.add(body, separator)
    span = (start[0], line[1])
    page.stories.append(GoldStory("teaser", span, kicker_span, headline_span, truncated, form))


def _deck(article: Article, random: Random, *, like_title: bool) -> str | None:
    """A headline or a deck without a full stop: the title, or a plain sentence of the article."""
    if article.title and (like_title or random.random() < 0.4):
        return article.title.rstrip(".!?;: ")
    for paragraph in random.sample(article.paragraphs, k=min(6, len(article.paragraphs))):
        sentence = re.split(r"(?<=[a-z])[.!?]\s", paragraph)[0].rstrip(".")
        plain = not re.search(r"[“”\"!?:;]", sentence) and sentence[:1].isupper()
        if plain and 7 <= len(sentence.split()) <= 28 and sentence[-1].islower():
            return sentence
    return article.title


def _kicker(article: Article, random: Random) -> str:
    """A topic in capitals, made of words of the article."""
    topics = [word.strip(",.“”\"'’") for word in " ".join(article.paragraphs[:4]).split()]
    longer = [word for word in topics if len(word) > 4 and word.isalpha()]
    chosen = random.sample(longer, k=min(len(longer), random.choice((1, 2, 2, 3)))) or ["WORLD"]
    return " ".join(chosen).upper()


def _first_sentence(article: Article) -> str:
    """A closed summary of one sentence."""
    sentences = re.split(r"(?<=[a-z]{4}[.!?])\s|(?<=[.!?][”\"])\s", article.paragraphs[0])
    return sentences[0] if len(sentences[0]) > 60 else article.paragraphs[0]


def _cut(text: str, length: int, random: Random) -> tuple[str, bool]:
    """The text cut off at about ``length`` code points, and whether anything was lost."""
    if len(text) <= length:
        return text, False
    end = length if random.random() < 0.25 else text.rfind(" ", 0, length)
    cut = text[: max(end, 20)].rstrip(" ,;:—–-")
    if cut[-1:] in ".!?":
        cut = cut.rstrip('.!?”"')
    return cut + random.choice(ENDS), True


def main() -> None:
    """Write joined pages as JSON Lines to standard output."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("tuning", "held-out"), default="tuning")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for page in joined_pages(articles(options.data, options.part), options.pages, options.seed):
        sys.stdout.write(json.dumps(asdict(page), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
