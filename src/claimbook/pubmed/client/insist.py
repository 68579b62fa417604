"""Asking again where that helps, inside a budget of tries and a deadline."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from claimbook.pubmed.client.errors import SearchFailedError
from claimbook.pubmed.client.patience import Patience
from claimbook.pubmed.client.verdict import Again, Good, Stop

if TYPE_CHECKING:
    from tenacity import Retrying

T = TypeVar("T")


class _NotYetError(Exception):
    """A try that failed, and another one may not."""

    def __init__(self, verdict: Again) -> None:
        self.verdict = verdict
        super().__init__(verdict.reason)


@dataclass
class Budget:
    """What one question may cost, and what it has cost so far."""

    patience: Patience
    ends: float
    """On the clock of ``patience``."""
    tries: int
    began: float = field(init=False)
    seen: list[Again] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.began = self.patience.now()

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.ends - self.patience.now()

    def spent(self, verdict: Again, number: int, pause: float) -> bool:
        """Whether no further try may be made after that one."""
        alike = sum(1 for one in self.seen if one.error is verdict.error)
        return number >= self.tries or alike >= (verdict.tries or self.tries) or pause >= self.left

    def failure(self, verdict: Again | Stop, number: int) -> SearchFailedError:
        """The error that tells what was tried."""
        seconds = self.patience.now() - self.began
        tried = f"{number} {'try' if number == 1 else 'tries'} in {seconds:.0f} s"
        hint = verdict.hint if isinstance(verdict, Stop) else None
        asked = (
            f", and it asks to wait {verdict.wait:.0f} s"
            if isinstance(verdict, Again) and verdict.wait > self.left
            else ""
        )
        return verdict.error(verdict.reason + asked, verdict.said, tried, hint)


def insist(attempt: Callable[[], Good[T] | Again | Stop], budget: Budget, tell: Callable[[str], None]) -> T:
    """The answer, after as many tries as it takes and the budget allows.

    Raises:
        SearchFailedError: it is refused, or no try is left.
    """
    from tenacity import RetryCallState, Retrying, retry_if_exception_type  # noqa: PLC0415 - kept from `--help`

    def last(state: RetryCallState) -> Again:
        error = state.outcome.exception() if state.outcome else None
        assert isinstance(error, _NotYetError)  # noqa: S101 - nothing else is tried again
        return error.verdict

    def announce(state: RetryCallState) -> None:
        which = f"try {state.attempt_number + 1} of {budget.tries}"
        tell(f"{last(state).reason}; {which} in {state.upcoming_sleep:.0f} s")

    retrying = Retrying(
        retry=retry_if_exception_type(_NotYetError),
        wait=lambda state: budget.patience.pause(last(state), state.attempt_number),
        stop=lambda state: budget.spent(last(state), state.attempt_number, state.upcoming_sleep),
        sleep=budget.patience.sleep,
        before_sleep=announce,
        reraise=True,
    )
    return _run(retrying, attempt, budget)


def _run(retrying: "Retrying", attempt: Callable[[], Good[T] | Again | Stop], budget: Budget) -> T:
    number = 0

    def once() -> T:
        nonlocal number
        number += 1
        verdict = attempt()
        if isinstance(verdict, Good):
            return verdict.value
        if isinstance(verdict, Stop):
            raise budget.failure(verdict, number)
        budget.seen.append(verdict)
        raise _NotYetError(verdict)

    try:
        return retrying(once)
    except _NotYetError as error:
        raise budget.failure(error.verdict, number) from None
