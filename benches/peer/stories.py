"""What one would write in Python today to tell stories and copies apart: stems by
PyStemmer, weights by scikit-learn, all that is done with pairs by scipy and numpy.

It does the kinds of work that copydesk does for a comparison, each the short way: a page's
headline and what is not its article, by lines and set phrases; stems weighed by how rare
they are at large and in the request, with headline and lead threefold; names; years; runs
of four words without templates, and how much of them either has; the log-odds of one story
by the two alone and by their company; the relation. Every step was timed, and mended where
it took longer than it must: text is read once, words and names in one pass, and no step
walks through pairs but the last, which writes them.
"""
import pathlib
import re
from collections import Counter, defaultdict
from itertools import count

import numpy as np
import Stemmer
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer
from sklearn.preprocessing import normalize

WORD = re.compile(r"\w+(?:['’]\w+)?")
# A capital that the place does not explain: after a word and a blank, not after a sentence.
NAME = re.compile(r"(?<=[^\s.!?…:\"“”„«»] )[A-Z]\w+(?:['’]\w+)?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|https?://\S+")
SENTENCE_END = re.compile(r"[.!?…:\"“”„«»]$")
BOILERPLATE_LINE = re.compile(
    r"^\W*(?:"
    r"(?:read|see|learn|find out) (?:more|also)|related (?:articles?|stories|topics)|most (?:read|popular)|more (?:from|on)\b"
    r"|share (?:this|on)|follow us|sign up|subscribe|log ?in|newsletter|advertisement|sponsored|skip to"
    r"|(?:photo|image|picture|video|graphic|source|credit)s?\s*[:/]|by [A-Z][\w.-]+ [A-Z][\w.-]+(?:,| and|$)"
    r"|(?:last )?(?:updated|published|posted|modified)\b|copyright|©|\(c\) \d{4}|all rights reserved"
    r"|tags?:|topics?:|comments?\b|\d+ comments?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d"
    r"|(?:facebook|twitter|whatsapp|linkedin|e-?mail|print|home|menu|search|contact|privacy|cookies?)\W*$"
    r")",
    re.IGNORECASE,
)
BOILERPLATE_PHRASES = (
    "click here", "all rights reserved", "terms of use", "terms of service", "privacy policy", "sign up for", "sign up to",
    "subscribe to", "this article was", "this article has been", "this story was", "this story has been", "do not sell",
    "may not be published", "may not be reproduced", "our newsletter", "on twitter", "on facebook",
    "contributed to this report",
)
BOILERPLATE_SENTENCE = re.compile("(?:%s)[^.!?\n]*[.!?]?" % "|".join(BOILERPLATE_PHRASES), re.IGNORECASE)
HEADLINE_WORDS_MAX = 30
LEAD_WORDS = 60
LEAD_COUNT = 3
SHINGLE_WORDS = 4
NEIGHBOURS_MAX = 16
WEIGHTS = np.array([4.54, 4.37, 1.23, 3.32, 6.87, 5.75, 1.94, 1.14, -0.91])
BIAS = -9.49

stem_words = Stemmer.Stemmer("english").stemWords


class Reading:
    """What is read of one document, each thing once."""

    def __init__(self, title, text):
        headline, body = article(title, text)
        before, words = WORD.findall(headline.lower()), WORD.findall(body.lower())
        self.words = before + words
        parts = [before, words[:LEAD_WORDS], words[LEAD_WORDS:]]
        heading, lead, rest = ([word for word in part if word not in ENGLISH_STOP_WORDS] for part in parts)
        stems = stem_words(heading + lead + rest)
        self.headline, self.opening = stems[:len(heading)], stems[:len(heading) + len(lead)]
        self.terms = stems + self.opening * (LEAD_COUNT - 1)
        self.names = stem_words(list(map(str.lower, NAME.findall(body))))
        self.years = set(YEAR.findall(body))


def article(title, text):
    """The headline, and the text without menus, credits and notices."""
    lines = [line.strip() for line in IMAGE.sub("", text).splitlines()]
    lines = [line for line in lines if line and not BOILERPLATE_LINE.match(line)]
    headline = title
    if not title and len(lines) > 1 and not SENTENCE_END.search(lines[0]) and lines[0].count(" ") < HEADLINE_WORDS_MAX:
        headline = lines.pop(0)
    body = "\n".join(lines)
    folded = body.lower()
    # The search for a phrase takes less than the expression of all of them.
    if any(phrase in folded for phrase in BOILERPLATE_PHRASES):
        body = BOILERPLATE_SENTENCE.sub("", body)
    return headline, body


def identity(tokens):
    return tokens


def rarity_at_large():
    """How rare stems are, and what one is that is in no article: from the project's own."""
    root = pathlib.Path(__file__).resolve().parents[2]
    texts = [path.read_text(encoding="utf-8") for path in sorted(root.glob("tests/data/articles/*_en/*.txt"))]
    counts = Counter(stem for text in texts for stem in set(Reading("", text).terms))
    return {stem: np.log((len(texts) + 1) / (n + 0.5)) for stem, n in counts.items()}, np.log(2 * (len(texts) + 1))


def unit(counts, rarity):
    """Rows of unit length: `(1 + ln f) · rarity^0.7`."""
    weights = counts.astype(np.float64)
    weights.data = 1 + np.log(weights.data)
    weights.data *= rarity[weights.indices]
    return normalize(weights, copy=False)


def dense(one, other):
    return (one @ other.T).toarray()


class Comparison:
    """All that is told of every two documents, as matrices."""

    def __init__(self, documents, at_large):
        readings = [Reading(document.title, document.text) for document in documents]
        self.contents = [(document.title, document.text) for document in documents]
        self.shared = containments([reading.words for reading in readings])
        self.similarity, features = features_of(readings, at_large, self.shared)
        odds = np.tensordot(WEIGHTS, features, 1) + BIAS
        self.is_related = (features[4] + features[5]) / 2 >= 0.06
        self.probability = with_company(odds, [document.publish_time for document in documents])

    def relation(self, i, j):
        shared = max(self.shared[i, j], self.shared[j, i])
        if shared >= 0.5 or self.contents[i] == self.contents[j]:
            return 4
        if self.probability[i, j] >= 0.5:
            return 3
        return 2 if self.is_related[i, j] else 1


def features_of(readings, at_large, shared):
    """Similarity, and the features of every two documents."""
    n = len(readings)
    vectorizer = CountVectorizer(analyzer=identity)
    parts = [part for reading in readings for part in (reading.terms, reading.opening, reading.headline, reading.names)]
    counts = vectorizer.fit_transform(parts)
    rarities, unknown = at_large
    known = np.array([rarities.get(term, unknown) for term in vectorizer.get_feature_names_out()])
    terms = counts[0::4]
    frequency = np.bincount(terms.indices, minlength=known.size)
    share = n / (n + 200)
    rarity = (1 - share) * known + share * np.log((n + 1) / (frequency + 0.5))
    # One product of all parts with all costs less than one for each two of them.
    weights = unit(counts, rarity**0.7)
    products = dense(weights, weights)
    content, opening, headline, names = range(4)
    background = unit(terms, known**0.7)
    similarity = dense(background, background).clip(0, 1)
    found = dense(weights[names::4].power(2), terms.astype(bool))
    heads, openings = products[headline::4, opening::4], products[opening::4, content::4]
    years = np.zeros((n, n))
    dated = [(place, reading.years) for place, reading in enumerate(readings) if reading.years]
    for i, one in dated:
        for j, other in dated:
            years[i, j] = one.isdisjoint(other)
    features = np.stack([
        similarity,
        products[content::4, content::4],
        products[names::4, names::4],
        np.maximum(found, found.T),
        (heads + heads.T) / 2,
        (openings + openings.T) / 2,
        np.sqrt(np.maximum(shared, shared.T)),
        np.sqrt(np.minimum(shared, shared.T)),
        years,
    ])
    return similarity, features


def containments(texts):
    """The share of each document's runs of four words that each other has."""
    numbers = defaultdict(count().__next__)
    hashes, owners = [], []
    for place, words in enumerate(texts):
        ids = np.fromiter(map(numbers.__getitem__, words), dtype=np.uint64, count=len(words))
        runs = max(len(ids) - SHINGLE_WORDS + 1, 0)
        hashed = np.zeros(runs, dtype=np.uint64)
        for step in range(SHINGLE_WORDS):
            hashed = hashed * np.uint64(0x9E3779B97F4A7C15) + ids[step:step + runs] + np.uint64(1)
        hashes.append(np.unique(hashed))
        owners.append(np.full(hashes[-1].size, place))
    _, columns = np.unique(np.concatenate(hashes), return_inverse=True)
    frequency = np.bincount(columns)
    live = frequency[columns] <= max(10, len(texts) // 20)
    owners = np.concatenate(owners)[live]
    holds = sparse.csr_matrix((np.ones(owners.size), (owners, columns[live])), shape=(len(texts), frequency.size))
    shared = dense(holds, holds)
    return shared / np.maximum(shared.diagonal(), 1)[:, None]


def with_company(odds, published):
    """Probabilities of one story, with what the likeliest neighbours of either say."""
    times = np.array([time.seconds or np.nan for time in published], dtype=float)
    days = np.abs(times[:, None] - times[None, :]) / 86_400
    odds = odds - np.log2(np.fmax(days / 2, 1))
    voices = 1 / (1 + np.exp(-odds))
    np.fill_diagonal(voices, 0)
    if len(odds) > NEIGHBOURS_MAX:
        least = -np.partition(-voices, NEIGHBOURS_MAX - 1, axis=1)[:, NEIGHBOURS_MAX - 1:NEIGHBOURS_MAX]
        voices[voices < least] = 0
    voices[voices < 0.02] = 0
    doubt = 2 + voices.sum(axis=1)
    support = voices.sum(axis=1) / doubt
    verdict = voices @ odds.clip(-4, 4) / doubt[:, None]
    support, verdict = (support[:, None] + support[None, :]) / 2, (verdict + verdict.T) / 2
    return 1 / (1 + np.exp(-(odds * (1 - support / 2) + 1.06 * verdict)))
