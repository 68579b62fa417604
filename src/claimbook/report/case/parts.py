"""Parts of a report that the pages of claims and of articles share."""

from collections.abc import Iterable, Mapping, Sequence

from claimbook.language.said import joined, said
from claimbook.model.notices import NOBODY_ASKED, Notices
from claimbook.model.study import Study
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.report.show import Shown, fragment
from claimbook.report.words import verdicts as words
from claimbook.report.words.facts import design_words, is_quoted, links, reference_words, size_words
from claimbook.report.words.notices import difference_words, notice_words


def figures_of(drawn: Iterable[Figure | NotDrawn]) -> Shown:
    """Figures with their words and tables; where nothing could be drawn, the reason."""
    return fragment("figures", figures=[(figure, isinstance(figure, Figure)) for figure in drawn])


def harms_of(studies: Sequence[Study], labels: Mapping[str, str], *, linked: bool = True) -> Shown:
    """Harms as far as any abstract names them; silence about harms is counted, not read as safety."""
    speaking = [
        (labels[study.id], _address(study, linked), design_words(study), size_words(study), harms, is_retracted(study))
        for study in studies
        if (harms := _harms(study))
    ]
    return fragment(
        "harms",
        rows=speaking,
        most=words.LONG,
        silent=len(studies) - len(speaking),
        total=len(studies),
        is_quoted=is_quoted,
    )


def is_retracted(study: Study) -> bool:
    """Whether the table or PubMed says that it was retracted; then its name is struck through wherever it stands."""
    return "retracted" in study.notices


def _harms(study: Study) -> str | None:
    """What a study says about harms, or None where it is silent."""
    signal = study.bias_signals.harms_reported if study.bias_signals else None
    reported = said("reported: {why}", why=signal.why) if signal is not None and signal.value == "yes" else None
    return study.harms or reported


def _address(study: Study, on_page: bool) -> str:
    """The study's reference on the same page, or where it can be read."""
    return f"#ref-{study.id}" if on_page else links(study)[0].address


def references_of(studies: Sequence[Study], labels: Mapping[str, str], notices: Notices = NOBODY_ASKED) -> Shown:
    """References in the order of their short names; where anybody has asked PubMed, what it says of each."""
    ordered = sorted(studies, key=lambda study: (labels[study.id].casefold(), study.id))
    entries = [(study, labels[study.id], reference_words(study), links(study)) for study in ordered]
    noticed = {study.id: _noticed(study, notices) for study in ordered} if notices.anything else {}
    return fragment("references", entries=entries, noticed=noticed, words=words, is_quoted=is_quoted)


def _noticed(study: Study, notices: Notices) -> str:
    return joined("", (notice_words(study, notices).words, difference_words(study, notices)))
