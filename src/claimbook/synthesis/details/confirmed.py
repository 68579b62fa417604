"""Whether the verdict that a named person confirmed is still the one that the rules give."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.language.said import said
from claimbook.model.assessment import ClaimAssessment
from claimbook.model.claim import Confirmation
from claimbook.model.terms import Verdict


@dataclass(frozen=True)
class Confirmed:
    """What a person confirmed beside what the rules give today."""

    claim: str
    signed: Confirmation
    computed: Verdict

    @property
    def counts(self) -> bool:
        """Whether the person confirmed this very verdict; a verdict that has changed since is confirmed by nobody."""
        return self.signed.verdict is self.computed

    @property
    def words(self) -> str:
        """Who confirmed what and when; where it no longer counts, why."""
        signed = self.signed
        who = {"person": signed.by, "verdict": signed.verdict.words, "date": signed.date}
        if self.counts:
            why = signed.why.removesuffix(".")
            return said("{person} confirmed the verdict “{verdict}” on {date}. Reason: {why}.", why=why, **who)
        return said(
            "{person} confirmed the verdict “{verdict}” on {date}; it no longer counts, "
            "because the rules now give “{now}”.",
            now=self.computed.words,
            **who,
        )


def confirmation_of(assessment: ClaimAssessment) -> Confirmed | None:
    """What a person confirmed of the claim's primary outcome; None where nobody has confirmed anything."""
    claim = assessment.claim
    if claim.confirmed is None:
        return None
    return Confirmed(claim.id, claim.confirmed, assessment.primary.advice.verdict)


def outdated(assessments: Iterable[ClaimAssessment]) -> tuple[Confirmed, ...]:
    """Confirmations of a verdict that is no longer the computed one."""
    found = (confirmation_of(assessment) for assessment in assessments)
    return tuple(each for each in found if each is not None and not each.counts)
