"""The summary of findings as a table: one row for each outcome, the main one of each claim first."""

from claimbook.exports.sheet import Cell, sheet
from claimbook.exports.weighed import Weighed
from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.screening import Screening
from claimbook.synthesis.details.findings import FindingRow, Footnote, Risk, Size, summary_of_findings

Cells = dict[str, Cell]


def findings_csv(weighed: Weighed) -> str:
    """Verdict, direction, certainty, amount and effect side by side, with a reason for each level of certainty."""
    rows = [_row(weighed, row) for claim in weighed.claims for row in summary_of_findings(claim)]
    return sheet(COLUMNS, rows)


def _row(weighed: Weighed, row: FindingRow) -> Cells:
    found = row.found
    asked: Cells = {
        "article": weighed.article.id,
        "claim": found.claim.id,
        "heading": found.claim.heading,
        "outcome": found.outcome.id,
        "outcome_name": found.outcome.name,
        "main_outcome": found.outcome.id == found.claim.primary,
    }
    return {
        **asked,
        **_verdict(found),
        **_certainty(row),
        **_amount(found),
        **_size(row.size),
        **_risks(row),
        **_searched(found.screening or Screening(found.claim.id)),
        "sentence": found.sentence,
    }


def _verdict(found: OutcomeAssessment) -> Cells:
    anchored, gate = found.anchored, found.gate
    return {
        "verdict": found.advice.verdict.value,
        "action": found.advice.action.value if found.advice.action else "no advice",
        "gate": gate.value if gate else None,
        "gate_reason": gate.reason if gate else None,
        "direction": anchored.state.value.value if anchored else "not graded",
        "direction_reason": anchored.state.reason if anchored else None,
        "codes": "; ".join(code.name for code in found.codes),
    }


def _certainty(row: FindingRow) -> Cells:
    found = row.found
    return {
        "certainty": found.certainty.words if found.certainty else "not graded",
        "certainty_started_at": row.start.words if row.start else None,
        "certainty_source": found.anchored.grade.source if found.anchored else None,
        "certainty_reasons": " | ".join(_reasons(note) for note in row.footnotes),
    }


def _reasons(note: Footnote) -> str:
    """``risk of bias, down 1: the reason [RULE]``."""
    why = "; ".join(f"{ruling.reason} [{ruling.rule}]" for ruling in note.rulings)
    return f"{note.step}, {note.kind} {len(note.numbers)}: {why}"


def _amount(found: OutcomeAssessment) -> Cells:
    anchored = found.anchored
    return {
        "stream": anchored.stream.value if anchored else None,
        "studies": anchored.numbers.k_usable if anchored else None,
        "studies_in_review": anchored.numbers.review_trials if anchored else None,
        "participants_known": anchored.numbers.n_participants if anchored else None,
        "studies_without_participants": sum(r.n is None for r in anchored.studies) if anchored else None,
        "studies_looked_at": len(found.studies),
    }


def _size(size: Size | None) -> Cells:
    low, high = size.interval if size else (None, None)
    return {
        "effect_measure": size.name if size else None,
        "effect": size.value if size else None,
        "effect_low": low,
        "effect_high": high,
        "effect_unit": size.instrument if size else None,
        "effect_toward_claim": size.toward_claim if size else None,
        "better": size.better.value if size else None,
        "signs_turned": size.turned if size else None,
    }


def _risks(row: FindingRow) -> Cells:
    low, high = (row.risk.interval if row.risk else None) or (None, None)
    return {
        "control_risk_per_1000": _value(row.control_risk),
        "control_risk_abstracts": row.control_risks or None,
        "risk_per_1000": _value(row.risk),
        "risk_per_1000_low": low,
        "risk_per_1000_high": high,
    }


def _value(risk: Risk | None) -> float | None:
    return risk.value if risk else None


def _searched(screening: Screening) -> Cells:
    ran = screening.lock is not None
    return {
        "search": "rehearsal" if screening.rehearsal else screening.state,
        "search_date": screening.date,
        "search_hits": screening.hits,
        "search_looked_at": len(screening.looked_at) if ran else None,
        "search_waiting": len(screening.waiting) if ran else None,
    }


COLUMNS = (
    *("article", "claim", "heading", "outcome", "outcome_name", "main_outcome"),
    *("verdict", "action", "gate", "gate_reason", "direction", "direction_reason"),
    *("certainty", "certainty_started_at", "certainty_source", "certainty_reasons"),
    *("stream", "studies", "studies_in_review"),
    *("participants_known", "studies_without_participants", "studies_looked_at"),
    *("effect_measure", "effect", "effect_low", "effect_high", "effect_unit"),
    *("effect_toward_claim", "better", "signs_turned"),
    *("control_risk_per_1000", "control_risk_abstracts", "risk_per_1000", "risk_per_1000_low", "risk_per_1000_high"),
    *("search", "search_date", "search_hits", "search_looked_at", "search_waiting"),
    *("codes", "sentence"),
)
"""What a row holds, in the order of the file."""
