"""Where the study was registered.

PubMed's data bank numbers speak first, then the text. Registers are those of the WHO's platform (ICTRP), the European
registers, and those of reviews (PROSPERO, INPLASY) and of other studies; each has numbers of a form of its own.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import NUMBER, SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read
from claimbook.model.record import Record

_GAP = (
    r"(?:\W{0,3}(?:(?:number|no|nr|id|identifier|reference|registry|register|registration|trial|code|"
    r"clinical trials? registr\w{1,5})\b\W{0,3}){1,3}|\W{1,3})?"
)
"""What people write between the name of a register and its number: nothing, a sign, or 'registration number: '."""
_DASH = "[-\u2010-\u2013]"
_REGISTERED = folded_pattern(
    rf"\b(?:nct{_GAP}\d{{8}}|isrctn{_GAP}\d{{8}}|crd{_GAP}\d{{8,12}}|drks{_GAP}(?:drks)?\d{{8}}|"
    rf"(?:actrn|anzctrn?){_GAP}(?:actrn)?(?:n ?)?\d{{14}}p?|umin(?:-?ctr)?{_GAP}(?:umin)?c?\d{{9}}|"
    rf"irct{_GAP}(?:irct)?\d{{10,18}}(?:n\d{{1,3}})?|ntr{_GAP}(?:ntr)?\d{{3,5}}|"
    rf"(?:dutch|nederlands|netherlands) trial register{_GAP}(?:\(?ntr{_GAP})?\d{{4,5}}|"
    rf"chictr[-\w]{{0,12}}\d{{6,}}|ctri/\d{{4}}/\d+/\d+|slctr/\d{{4}}/\d+|jrct\w?\d{{6,}}|japiccti-?\d{{6}}|"
    rf"pactr{_GAP}\d{{12,}}|rbr-\w{{6,}}|kct{_GAP}\d{{7}}|tctr{_GAP}\d{{11}}|rpcec\d{{8}}|lbctr\d{{10}}|snctp\d{{9}}|"
    rf"eudra-?ct{_GAP}\d{{4}}{_DASH}\d{{6}}{_DASH}\d{{2}}|euctr\d{{4}}-\d{{6}}-\d{{2}}|"
    rf"eu ?ct{_GAP}\d{{4}}-\d{{6}}-\d{{2}}-\d{{2}}|doh-\d{{2}}-\d{{4}}-\d{{4}}|inplasy\d{{9,}}|"
    rf"(?:research|review)registry\d+|aearctr-\d{{7}})\b"
)
_NAMES = (
    "nct isrctn crd actrn anzctr anzctrn ctri slctr drks umin ntr dutch nederlands netherlands pactr eudract eudra "
    "euctr eu rbr kct tctr rpcec lbctr snctp doh inplasy researchregistry reviewregistry aearctr"
)
_REGISTERS = Pieces("|".join((*(f" {name} " for name in _NAMES.split()), "chictr", "jrct", "irct", "japiccti")), SHARED)
"""Most as whole words, because many a word holds 'nct' or 'ntr'."""
_PREFIXES = (
    *(("nct", "NCT"), ("isrctn", "ISRCTN"), ("crd", "CRD"), ("drks", "DRKS"), ("actrn", "ACTRN"), ("anzctr", "ACTRN")),
    *(("umin", "UMIN"), ("irct", "IRCT"), ("ntr", "NTR"), ("dutch", "NTR"), ("neder", "NTR"), ("nether", "NTR")),
    *(("eudra", ""), ("eu ", ""), ("euct", ""), ("pactr", "PACTR"), ("kct", "KCT"), ("tctr", "TCTR")),
)
"""How a register's numbers begin when they are written in one word."""
_NUMBER = re.compile(r"\d[-\u2010-\u2013\d]*(?:[NP]\d{0,3})?$")
_ANOTHER_TRIAL = re.compile(
    r"\b(?:previous|prior|earlier|preceding|first|original)(?:ly)? (?:[\w-]+ ){0,4}(?:trial|study)\b|"
    r"\b(?:ongoing|on-going|under ?way|await\w*|forthcoming|upcoming|future|planned|being|will|another|third|fourth|"
    r"currently recruiting)\b"
)
_OF_A_PARENT = re.compile(
    r"\b(?:parent|main|host|index|original|larger|underlying) (?:[\w-]+ ){0,3}(?:trial|study)\b|"
    r"\b(?:sub-?study|nested|ancillary|secondary analysis|part) (?:of|in|within)\b"
)
"""The number of such a study is not surely the record's own."""
_SAYS_SO = re.compile(r"regist(?!er\b)|identifier|number|\btrials?\.gov")
_AROUND = frozenset({Role.BACKGROUND, Role.CONCLUSIONS})
"""Where trials of others are named, too; their own they call registered."""
_LISTED, _PRINTED, _MAY_BE_OF_OTHERS = 0.97, 0.93, 0.85


def registration_of(record: Record, text: Text) -> Read[tuple[str, ...]]:
    """Registration numbers: those that PubMed lists, else those in the text."""
    numbers = (one.number for one in record.registry_ids)
    listed = tuple(dict.fromkeys(number for number in numbers if _REGISTERED.search(_named(number.lower()))))
    if listed:
        return Read(listed, "explicit", _LISTED, metadata=listed, rule="registration.listed")
    found = [(one, sentence) for sentence in _telling(text) for one in _REGISTERED.finditer(sentence.folded)]
    spans = tuple(sentence.span_of(one) for one, sentence in found)
    printed = tuple(dict.fromkeys(_in_one_word(text.quote(span)) for span in spans))
    if not printed:
        return Read.missing("registration.not-stated")
    aside = all(_may_be_of_another(sentence) for _, sentence in found)
    return Read(printed, "explicit", _MAY_BE_OF_OTHERS if aside else _PRINTED, spans, rule="registration.words")


def _named(number: str) -> str:
    """PubMed lists numbers of EudraCT without the name."""
    return f"eudract {number}" if number[:1].isdigit() else number


def _telling(text: Text) -> Iterator[Sentence]:
    """Sentences with a register and a number, but not of a trial that is past, or still to come."""
    return (one for one in text.sentences if _may_register(one) and not _is_of_another(one))


def _is_of_another(sentence: Sentence) -> bool:
    return sentence.role in _AROUND and not _says_so(sentence) and _ANOTHER_TRIAL.search(sentence.folded) is not None


def _may_be_of_another(sentence: Sentence) -> bool:
    told_before = sentence.role is Role.BACKGROUND and not _says_so(sentence)
    return told_before or _OF_A_PARENT.search(sentence.folded) is not None


def _says_so(sentence: Sentence) -> bool:
    return _SAYS_SO.search(sentence.folded) is not None


def _may_register(sentence: Sentence) -> bool:
    """A quick look; only the numbers of Brazil can be all letters."""
    return _REGISTERS.stand_in(sentence) and (NUMBER in sentence.words or "rbr-" in sentence.folded)


def _in_one_word(printed: str) -> str:
    """'NCT 01234567' is 'NCT01234567', 'EudraCT number: 2099-000001-01' is '2099-000001-01'."""
    compact = "".join(printed.split()).upper()
    lowered = printed.lower()
    for begins, prefix in _PREFIXES:
        if lowered.startswith(begins) and (number := _NUMBER.search(compact)):
            return prefix + re.sub(_DASH, "-", number[0])
    return compact
