"""From state and certainty to a verdict: gates, the verdict table and its modifiers (grading specification 5)."""

from dataclasses import dataclass, replace

from claimbook.language.said import said
from claimbook.model.assessment import Advice, Code, Ruling
from claimbook.model.terms import Action, Certainty, State, Stream, Strength, Verdict

_V, _A = Verdict, Action
_CELLS: dict[str, Advice] = {
    "S keep": Advice(_V.SUPPORTED, _A.KEEP),
    "P keep": Advice(_V.PROBABLY_SUPPORTED, _A.KEEP),
    "P soften": Advice(_V.PROBABLY_SUPPORTED, _A.SOFTEN),
    "U keep": Advice(_V.UNCERTAIN, _A.KEEP),
    "U soften": Advice(_V.UNCERTAIN, _A.SOFTEN),
    "O soften": Advice(_V.OVERSTATED, _A.SOFTEN),
    "O correct": Advice(_V.OVERSTATED, _A.CORRECT),
    "C correct": Advice(_V.CONTRADICTED, _A.CORRECT),
}
# One line per state, stream and certainty (high to very low); the columns are wording strength 1, 2 and 3.
_TABLE = """
favours       RCT   S keep    | S keep    | S keep
favours       RCT   P keep    | P keep    | P soften
favours       RCT   U keep    | U keep    | O soften
favours       RCT   U keep    | U soften  | O soften
favours       -     S keep    | S keep    | S keep
favours       -     P keep    | P keep    | P soften
favours       -     U keep    | U soften  | O soften
favours       -     U keep    | U soften  | O soften
inconclusive  RCT   U keep    | U keep    | O soften
inconclusive  RCT   U keep    | U keep    | O soften
inconclusive  RCT   U keep    | U keep    | O soften
inconclusive  RCT   U keep    | U soften  | O soften
inconclusive  -     U keep    | U keep    | O soften
inconclusive  -     U keep    | U keep    | O soften
inconclusive  -     U keep    | U soften  | O soften
inconclusive  -     U keep    | U soften  | O soften
null          any   C correct | C correct | C correct
null          any   C correct | C correct | C correct
null          any   U soften  | O soften  | O soften
null          any   U soften  | U soften  | O soften
against       any   C correct | C correct | C correct
against       any   C correct | C correct | C correct
against       any   O correct | O correct | O correct
against       any   U soften  | U soften  | O soften
"""
_STREAMS = {"RCT": (Stream.RCT,), "-": (Stream.NRSI, Stream.OTHER), "any": (Stream.RCT, Stream.NRSI, Stream.OTHER)}


def _parsed() -> dict[tuple[State, Stream, Certainty, int], Advice]:
    table = {}
    for number, line in enumerate(_TABLE.strip().splitlines()):
        state, streams, cells = line.split(maxsplit=2)
        certainty = Certainty(4 - number % 4)
        for strength, cell in enumerate(cells.split("|"), start=1):
            for stream in _STREAMS[streams]:
                table[State(state), stream, certainty, strength] = _CELLS[" ".join(cell.split())]
    return table


VERDICT_TABLE = _parsed()


def base_verdict(state: State, stream: Stream, certainty: Certainty, strength: Strength) -> Ruling[Advice]:
    """VERDICT-TABLE: the cell for this state, stream, certainty and wording. Wording without a relation has no cell."""
    reason = said(
        "state {state}, {stream} evidence, certainty {certainty}, wording {strength}",
        state=state.words,
        stream=stream.words,
        certainty=certainty.words,
        strength=strength.words,
    )
    return Ruling(VERDICT_TABLE[state, stream, certainty, strength.level], "VERDICT-TABLE", reason)


@dataclass(frozen=True)
class Case:
    """What the modifiers look at: the anchor stream, the others, the wording and the mismatch codes."""

    strength: Strength
    state: State
    stream: Stream
    certainty: Certainty
    lean_away: bool = False
    codes: tuple[Code, ...] = ()
    others: tuple[tuple[Stream, State, Certainty], ...] = ()
    truncated: bool = False


def modify(base: Advice, case: Case) -> tuple[Ruling[Advice], ...]:
    """The modifiers that change something, in their fixed order; each ruling holds the advice after it."""
    steps: list[Ruling[Advice]] = []
    advice = base
    for modifier in (_assoc, _conflict, _truncated, _scope, _single, _lean):
        ruling = modifier(advice, case)
        if ruling is not None:
            steps.append(ruling)
            advice = ruling.value
    return tuple(steps)


def _limited(advice: Advice, ceiling: Verdict | None, floor: Action) -> Advice:
    """The lower of two verdicts and the stronger of two actions."""
    verdicts = [v for v in (advice.verdict, ceiling) if v is not None]
    actions = [a for a in (advice.action, floor) if a is not None]
    return Advice(min(verdicts, key=lambda v: v.rank or 0), max(actions, key=lambda a: a.rank))


def _assoc(advice: Advice, case: Case) -> Ruling[Advice] | None:
    seen = any(
        stream is Stream.NRSI and state is State.FAVOURS and certainty >= Certainty.LOW
        for stream, state, certainty in case.others
    )
    concerned = case.strength is Strength.ASSOCIATIONAL and case.stream is Stream.RCT
    if not (concerned and seen and advice.verdict is Verdict.CONTRADICTED):
        return None
    reason = said("an association is seen, trials did not confirm an effect")
    return Ruling(Advice(Verdict.OVERSTATED, Action.NARROW), "MOD-ASSOC", reason)


def _conflict(advice: Advice, case: Case) -> Ruling[Advice] | None:
    disagree = any(
        stream is Stream.RCT and state in {State.NULL, State.AGAINST} and certainty >= Certainty.LOW
        for stream, state, certainty in case.others
    )
    if not (case.stream is Stream.NRSI and case.state is State.FAVOURS and disagree):
        return None
    return Ruling(_limited(advice, Verdict.UNCERTAIN, Action.SOFTEN), "MOD-CONFLICT", said("study types disagree"))


def _truncated(advice: Advice, case: Case) -> Ruling[Advice] | None:
    if not (case.truncated and advice.verdict is Verdict.CONTRADICTED):
        return None
    reason = said("not all records that were found were looked at")
    return Ruling(Advice(Verdict.OVERSTATED, advice.action), "MOD-TRUNCATED", reason)


def _scope(advice: Advice, case: Case) -> Ruling[Advice] | None:
    capping = [code for code in case.codes if code.caps and code.action]
    if not capping:
        return None
    floor = max((code.action for code in capping if code.action), key=lambda action: action.rank)
    names = ", ".join(code.name for code in capping)
    reason = said("the claim reaches further than its evidence: {codes}", codes=names)
    return Ruling(_limited(advice, Verdict.OVERSTATED, floor), "MOD-SCOPE", reason)


def _single(advice: Advice, case: Case) -> Ruling[Advice] | None:
    if all(code.name != "SINGLE_STUDY" for code in case.codes):
        return None
    reason = said("the article speaks of studies; there is one")
    return Ruling(_limited(advice, None, Action.NARROW), "MOD-SINGLE", reason)


def _lean(advice: Advice, case: Case) -> Ruling[Advice] | None:
    if not (case.state is State.INCONCLUSIVE and case.lean_away and advice.action is Action.KEEP):
        return None
    reason = said("what there is does not lean toward the claim")
    return Ruling(Advice(advice.verdict, Action.SOFTEN), "MOD-LEAN", reason)


@dataclass(frozen=True)
class GateFacts:
    """What the gates look at before anything is graded (grading specification 5.1)."""

    strength: Strength
    search_failed: bool = False
    looked: bool = True
    """False while no study at all was looked at for this outcome."""
    waiting: bool = False
    """Whether records that a search or a rehearsal found wait for a person."""
    uncoded: bool = False
    """Whether some of what it found are studies of the table, coded for something else."""
    truncated: bool = False
    k_direct: int = 0
    k_usable: int = 0
    k_not_entered: int = 0
    """Direct studies without a result in the table, which says nothing of what they found."""
    k_retracted: int = 0
    """Studies that would be direct, had they not been retracted."""


@dataclass(frozen=True)
class Gate:
    """A reason to stop before grading, and what follows from it."""

    code: str
    advice: Advice
    reason: str


_FOUND_AND_WAITING = said("no study was looked at for this outcome; read the records that wait for a person")
_FOUND_AND_UNCODED = said(
    "no study was looked at for this outcome; the studies that were found are coded for other outcomes"
)
_CANNOT, _NOT_STUDIED = Verdict.CANNOT_ASSESS, Verdict.NOT_DIRECTLY_STUDIED
_NOTHING_LOOKED_AT = Gate(
    "NOTHING_LOOKED_AT", Advice(_CANNOT, None), said("no study was looked at for this outcome; search first")
)
GATES = (
    Gate(
        "CLAIM_NOT_CHECKABLE",
        Advice(_CANNOT, _A.NARROW),
        said("no relation is claimed; name intervention and outcome"),
    ),
    Gate("SEARCH_FAILED", Advice(_CANNOT, None), said("a required search failed; run it again")),
    _NOTHING_LOOKED_AT,
    Gate("ONLY_RETRACTED", Advice(_CANNOT, _A.CORRECT), said("every study that would answer has been retracted")),
    Gate("SEARCH_TRUNCATED", Advice(_CANNOT, None), said("not all records that were found were looked at")),
    Gate(
        "NOT_DIRECT",
        Advice(_NOT_STUDIED, _A.NARROW),
        said("no study in people tested this intervention for this outcome"),
    ),
    Gate(
        "RESULT_NOT_ENTERED",
        Advice(_CANNOT, None),
        said("studies answer this, but the result of at least one was not entered; enter it first"),
    ),
    Gate("NO_USABLE_RESULT", Advice(_CANNOT, _A.SOFTEN), said("studies exist, but no abstract gives a usable result")),
)


def gate(facts: GateFacts) -> Gate | None:
    """The first gate that closes, or None when the evidence can be graded."""
    nothing = facts.k_direct == 0
    closed = (
        facts.strength is Strength.NONE,
        facts.search_failed,
        not facts.looked,
        nothing and facts.k_retracted > 0,
        nothing and facts.truncated,
        nothing,
        facts.k_usable == 0 and facts.k_not_entered > 0,
        facts.k_usable == 0,
    )
    first = next((gate for gate, is_closed in zip(GATES, closed, strict=True) if is_closed), None)
    return replace(first, reason=_after_a_search(facts)) if first is _NOTHING_LOOKED_AT else first


def _after_a_search(facts: GateFacts) -> str:
    """Why nothing was looked at: to search first is wrong advice for somebody who has."""
    if facts.waiting:
        return _FOUND_AND_WAITING
    return _FOUND_AND_UNCODED if facts.uncoded else _NOTHING_LOOKED_AT.reason
