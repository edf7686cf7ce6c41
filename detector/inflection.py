"""Inflected forms and spelling variants of single words.

Forms come from lemminflect (Jascob, https://github.com/bjascob/LemmInflect: tables of the NIH SPECIALIST lexicon).
It is imported only when a lexicon is compiled, never when a text is checked.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

Tag = str
"""A Penn Treebank tag: VB, VBZ, VBG, VBD, VBN, NN, NNS, JJ, JJR, JJS."""

_TAGS: dict[Tag, Tag] = {"VBP": "VB", "RB": "JJ", "RBR": "JJR", "RBS": "JJS"}

_EXTRA: dict[str, dict[Tag, tuple[str, ...]]] = {
    "be": {"VBZ": ("'s",), "VBP": ("'re", "'m")},
    "have": {"VBP": ("'ve",)},
    "tar": {"VBD": ("tarred",), "VBG": ("tarring",)},
}

_PREFERRED = {("get", "VBN"): ("got", "gotten"), ("person", "NNS"): ("people", "persons"), ("wake", "VBN"): ("woken",)}
"""Forms that come first."""

_SPELLINGS = """
    grey:gray plough:plow ploughed:plowed ploughing:plowing ploughs:plows defence:defense offence:offense
    pretence:pretense licence:license practise:practice practised:practiced practising:practicing
    sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism mould:mold moulds:molds mouldy:moldy
    smoulder:smolder smouldering:smoldering smouldered:smoldered moustache:mustache pyjamas:pajamas whisky:whiskey
    judgement:judgment acknowledgement:acknowledgment ageing:aging jewellery:jewelry catalogue:catalog
    programme:program programmes:programs draught:draft draughts:drafts kerb:curb mum:mom mums:moms arse:ass arses:asses
    axe:ax aluminium:aluminum cosy:cozy enquiry:inquiry enquiries:inquiries fulfil:fulfill fulfils:fulfills
    instalment:installment skilful:skillful wilful:willful enrol:enroll manoeuvre:maneuver manoeuvres:maneuvers
    manoeuvring:maneuvering manoeuvred:maneuvered paediatric:pediatric foetus:fetus anaemic:anemic diarrhoea:diarrhea
    encyclopaedia:encyclopedia tyre:tire tyres:tires storey:story woollen:woolen marvellous:marvelous
    speciality:specialty towards:toward afterwards:afterward forwards:forward backwards:backward amongst:among
    whilst:while learnt:learned burnt:burned dreamt:dreamed leapt:leaped spelt:spelled spilt:spilled spoilt:spoiled
    centre:center centres:centers centred:centered theatre:theater theatres:theaters metre:meter metres:meters
    litre:liter fibre:fiber fibres:fibers spectre:specter sombre:somber meagre:meager lustre:luster calibre:caliber
    sabre:saber
    """
_OUR = """arbour armour behaviour candour clamour colour demeanour endeavour favour favourite fervour flavour glamour
    harbour honour honourable humour labour neighbour neighbourhood odour parlour rancour rigour rumour saviour savour
    splendour tumour valour vapour vigour"""
_OUR_ENDINGS = ("", "s", "ed", "ing", "er", "ers", "able", "ful", "less")


def _spelling_table() -> dict[str, frozenset[str]]:
    pairs = [tuple(pair.split(":")) for pair in _SPELLINGS.split()]
    for british in _OUR.split():
        american = british.replace("our", "or", 1) if british != "neighbourhood" else "neighborhood"
        if british in ("glamour",):
            american = "glamor"
        pairs += [(british + ending, american + ending) for ending in _OUR_ENDINGS]
    table: dict[str, set[str]] = {}
    for first, second in pairs:
        table.setdefault(first, set()).add(second)
        table.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in table.items()}


_TABLE = _spelling_table()
_ALWAYS_ISE = frozenset(
    """advertise advise arise chastise circumcise comprise compromise concise demise despise devise disguise enterprise
    excise exercise expertise franchise guise improvise incise merchandise noise otherwise paradise poise praise
    precise premise promise raise revise rise supervise surmise surprise televise treatise wise likewise bruise cruise
    braise appraise apprise reprise anise bise vise mortise porpoise tortoise turquoise malaise mayonnaise""".split()
)
_ISE = (
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"),
    ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"),
    ("ysing", "yzing"),
)  # fmt: skip
_EL = (("elled", "eled"), ("elling", "eling"), ("eller", "eler"), ("ellers", "elers"), ("alled", "aled"), ("alling", "aling"))
_SINGLE_L = tuple(american for _, american in _EL)
_NO_EL = frozenset(
    """spelled spelling spellers smelled smelling yelled yelling shelled shelling quelled quelling dwelled dwelling
    welled welling felled felling selling teller tellers telling seller sellers called calling galled galling stalled
    stalling walled walling mauled excelled excelling compelled compelling expelled expelling propelled propelling
    repelled repelling rebelled rebelling dispelled dispelling impelled impelling stellar heeled heeling kneeled
    kneeling peeled peeling reeled reeling wheeled wheeling steeled steeling healed healing sealed sealing dealing
    stealing squealed squealing appealed appealing revealed revealing concealed concealing wheeler wheelers dealer
    feeling feeler feelers kneeler peeler sealer healer healers stealer scaled scaling inhaled inhaling paling paled
    whaling impaled impaling regaled regaling haled haling installed installing befalling recalled recalling appalled
    appalling enthralled enthralling balled balling falling forestalled forestalling""".split()
)


@cache
def spellings(word: str) -> frozenset[str]:
    """Return ``word`` and its British or American twin, if it has one."""
    found = {word, *_TABLE.get(word, ())}
    for british, american in _ISE:
        for ending, other in ((british, american), (american, british)):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word[: -len(ending)]
                if stem + british[0] + "se" not in _ALWAYS_ISE:
                    found.add(stem + other)
    if word not in _NO_EL:
        for british, american in _EL:
            for ending, other in ((british, american), (american, british)):
                if word.endswith(ending) and len(word) > len(ending) + 2 and word[: -len(ending)] + other not in _NO_EL:
                    found.add(word[: -len(ending)] + other)
    return frozenset(found)


def british(word: str) -> str:
    """Return a word ending in "-eled", "-aling" and the like with its l doubled, any other as it is."""
    return next((twin for twin in spellings(word) if len(twin) == len(word) + 1 and word.endswith(_SINGLE_L)), word)


@cache
def inflections(lemma: str) -> dict[Tag, tuple[str, ...]]:
    """Return every inflected form of a base form by tag; empty for what is not a base form known or guessed.

    Tags that share their form are merged (VBP into VB, RB into JJ). Spelling variants are not included.
    """
    table = _lookup(lemma)
    for tag, forms in _EXTRA.get(lemma, {}).items():
        table[tag] = tuple(dict.fromkeys(table.get(tag, ()) + forms))
    for (base, tag), forms in _PREFERRED.items():
        if base == lemma:
            table[tag] = tuple(dict.fromkeys(forms + table[tag]))
    if "VBD" in table:
        table["VBN"] = tuple(dict.fromkeys(table.get("VBN", ()) + (() if _strong(table) else table["VBD"])))
    merged: dict[Tag, tuple[str, ...]] = {}
    for tag, forms in table.items():
        name = _TAGS.get(tag, tag)
        merged[name] = tuple(dict.fromkeys(merged.get(name, ()) + forms))
    return merged


def _strong(table: dict[Tag, tuple[str, ...]]) -> bool:
    return bool(table.get("VBN")) and not set(table["VBN"]) & set(table["VBD"])


def _lookup(lemma: str) -> dict[Tag, tuple[str, ...]]:
    import lemminflect

    table = dict(lemminflect.getAllInflections(lemma))
    if table:
        return {tag: tuple(form for form in forms if "-" not in form) for tag, forms in table.items()}
    if lemminflect.getAllLemmas(lemma):
        return {}  # an inflected form, not a base form
    guessed = dict(lemminflect.getAllInflectionsOOV(lemma, "VERB"))
    guessed.update(lemminflect.getAllInflectionsOOV(lemma, "NOUN"))
    return guessed


@cache
def other_number(word: str) -> frozenset[str]:
    """Return the plurals of a singular noun, the singulars of a plural one, nothing for what is neither."""
    if len(word) < 3 or not word.isalpha():
        return frozenset()
    import lemminflect

    singulars = lemminflect.getAllLemmas(word, upos="NOUN").get("NOUN", ())
    if word in singulars:
        return frozenset(inflections(word).get("NNS", ())) - {word}
    return frozenset(singulars)


def implied_tags(words: Collection[str]) -> dict[str, frozenset[Tag]]:
    """Return the tags of the words that are forms of one another, or no base forms: ``loaf`` and ``loafed``, ``twisted``."""
    import lemminflect

    tags: dict[str, set[Tag]] = {}
    for base in {*words, *(lemma for word in words for found in lemminflect.getAllLemmas(word).values() for lemma in found)}:
        forms = {(form, tag) for tag, found in inflections(base).items() if tag in _INFLECTED for form in found if form in words}
        if {form for form, _ in forms} - {base}:
            for form, tag in forms:
                tags.setdefault(form, set()).add(tag)
    return {form: frozenset(found) for form, found in tags.items()}


_INFLECTED = frozenset(("VB", "VBD", "VBG", "VBN", "VBZ", "NN", "NNS"))


def base_forms(word: str) -> tuple[str, ...]:
    """Return the base forms an inflected word may have, for the hint in an error message."""
    import lemminflect

    found = lemminflect.getAllLemmas(word)
    return tuple(dict.fromkeys(lemma for lemmas in found.values() for lemma in lemmas))


def regular_forms(words: Collection[str]) -> frozenset[str]:
    """Return the words with their regular endings; some are no words, which does no harm."""
    return frozenset(form for word in words for form in _regular(word.lower()))


def _regular(word: str) -> tuple[str, ...]:
    stem = word[:-1] if word.endswith("e") else word
    return word, word + "s", word + "es", stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing"
