"""How many people stand behind a study, where one abstract prints several numbers. Pure."""

from claimbook.model.appraisal import Sample


def people_in(sample: Sample) -> int | None:
    """The people of the whole study; None where no number of people was seen.

    The number that stands for the study may be the size of one arm, where every arm has its '(n = 30)' and nothing else
    is printed: then its arms together are the study. Nor can a study be smaller than what it randomised. A number of
    those analysed is never taken for more than a part.
    """
    sizes = [arm.n.value for arm in sample.arms if arm.n.value is not None]
    together = sum(sizes) if sample.total.value in sizes else None
    known = [one for one in (sample.total.value, sample.randomised.value, together) if one is not None]
    return max(known, default=None)
