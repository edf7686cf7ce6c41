"""Who gets the loaded words: each is given to the actor it describes, by a dependency parse, and summed by actor.

"The embattled government", "the government suffered a stunning collapse", "the stunning collapse of the government" and
"the government is callous" all speak of the government. A pronoun names nobody and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from detector.errors import ConfigError
from detector.types import Actor, Contribution, Family, Finding, Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOUNS = ("NOUN", "PROPN")
_LIGHT = frozenset("face have launch make mount offer deliver give show stage suffer take wage commit enjoy score".split())
"""Verbs that say nothing but that their subject has what their object names."""

_STEPS = 8
"""How many words lie at most between a loaded word and whom it describes."""


@cache
def load_pipeline(name: str) -> Language:
    """Return an installed spaCy pipeline with a parser.

    Raises:
        ConfigError: there is none of that name, or it does not parse.
    """
    try:
        nlp = spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise ConfigError(f"model: no spaCy pipeline '{name}' is installed: install it, or name another") from error
    if "parser" not in nlp.pipe_names:
        raise ConfigError(f"model: the spaCy pipeline '{name}' has no parser: name another")
    return nlp


def find_actors(
    text: str, findings: Iterable[Finding], sentences: Sequence[Span], contributions: Iterable[Contribution], model: str
) -> tuple[Actor, ...]:
    """Return the actors that the writer's loaded words describe, most loaded first.

    Args:
        text: as given.
        findings: by position; quoted ones and those that are not loaded are passed over.
        sentences: by position.
        contributions: what the findings added to the tone.
        model: the installed spaCy pipeline that parses.

    Raises:
        ConfigError: there is no such pipeline.
    """
    loaded = [f for f in findings if f.category.family is Family.LOADED and not f.quoted]
    if not loaded:
        return ()
    points = {c.fingerprint: c.loadedness for c in contributions}
    held = [(s, [f for f in loaded if s.start <= f.start < s.end]) for s in sentences]
    held = [(sentence, inside) for sentence, inside in held if inside]
    named: dict[str, list[tuple[str, Finding]]] = {}
    docs = load_pipeline(model).pipe(text[s.start : s.end].replace("\n", " ") for s, _ in held)
    for (sentence, inside), doc in zip(held, docs, strict=True):
        marked = {index for f in inside for index in _indexes(doc, f, sentence)}
        for finding in inside:
            noun = _described(doc, _indexes(doc, finding, sentence))
            if noun is not None and noun.pos_ in _NOUNS:
                named.setdefault(noun.lemma_.lower(), []).append((_name(noun, marked), finding))
    actors = (_actor([name for name, _ in said], [finding for _, finding in said], points) for said in named.values())
    return tuple(sorted(actors, key=lambda actor: (-actor.loadedness, actor.name)))


def _actor(names: Sequence[str], findings: Sequence[Finding], points: dict[str, float]) -> Actor:
    return Actor(
        name=max(names, key=len),
        words=tuple(finding.text for finding in findings),
        fingerprints=tuple(finding.fingerprint for finding in findings),
        loadedness=sum(points.get(finding.fingerprint, 0.0) for finding in findings),
        valence=sum(finding.valence for finding in findings),
    )


def _indexes(doc: Doc, finding: Finding, sentence: Span) -> list[int]:
    start, end = finding.start - sentence.start, finding.end - sentence.start
    return [token.i for token in doc if token.idx < end and token.idx + len(token) > start]


def _described(doc: Doc, indexes: Sequence[int]) -> Token | None:
    """The noun a phrase speaks of; None where it stands alone."""
    if not indexes:
        return None
    token: Token = doc[indexes[0] : indexes[-1] + 1].root
    for _ in range(_STEPS):
        following = _next(token)
        if following is None or following is token:
            break
        token = following
    return token


def _next(token: Token) -> Token | None:
    """One step from a word towards whom it describes; None where it has arrived."""
    if token.pos_ == "VERB" and token.dep_ not in ("amod",):
        return _doer(token)
    if token.dep_ in ("advmod", "npadvmod", "amod", "nmod", "quantmod") or (token.dep_ == "conj" and token.pos_ == "ADJ"):
        return token.head
    if token.dep_ in ("acomp", "oprd", "attr"):
        return _child(token.head, "dobj") if token.dep_ == "oprd" else _subject(token.head)
    if token.dep_ == "appos":
        return token.head
    if token.pos_ not in _NOUNS:
        return None
    return _owner(token)


def _owner(noun: Token) -> Token | None:
    """Whose the thing named is: the government's collapse, the collapse of the government, it suffered a collapse."""
    owner = _child(noun, "poss")
    if owner is not None and owner.pos_ in _NOUNS:
        return owner
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ == "of":
            return _child(preposition, "pobj")
    if noun.dep_ == "dobj" and noun.head.lemma_ in _LIGHT:
        return _subject(noun.head)
    return None


def _doer(verb: Token) -> Token | None:
    agent = _child(verb, "agent")
    if agent is not None:
        return _child(agent, "pobj")
    if verb.dep_ in ("relcl", "acl"):
        return verb.head
    return _subject(verb)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb it hangs from."""
    for _ in range(_STEPS):
        found = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if found is not None:
            return found
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass", "advcl", "ccomp"):
            return None
        verb = verb.head
    return None


def _child(token: Token, dependency: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dependency), None)


def _name(noun: Token, marked: set[int]) -> str:
    """The noun with what belongs to its name, loaded words left out."""
    return " ".join(token.text for token in _parts(noun) if token.i == noun.i or token.i not in marked)


def _parts(noun: Token) -> Iterator[Token]:
    for child in noun.lefts:
        if child.dep_ == "compound" or (
            child.dep_ in ("amod", "nmod") and child.text[:1].isupper() and child.i > noun.sent.start
        ):
            yield child
    yield noun
