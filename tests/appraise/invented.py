"""Texts that no journal printed: people, programmes and outcomes are invented."""

from claimbook.model.record import AbstractSection, MeshHeading, PublicationType, Record

TRIAL = (
    "Humming for invented hiccups: a randomised controlled trial",
    AbstractSection("Invented hiccups are common (Doe et al. 2031). We asked whether humming helps.", "BACKGROUND"),
    AbstractSection(
        "One hundred and twenty adults with invented hiccups were randomly assigned to humming (n = 61) or usual care "
        "(n = 59) for 12 weeks.",
        "METHODS",
    ),
    AbstractSection(
        "Of 120 people, 112 completed the study. Hiccups per day were 3.4 vs. 5.1 (P < .05). Nine (15%) of 61 people "
        "in the humming group had sore lips.",
        "RESULTS",
    ),
    AbstractSection("Humming may reduce invented hiccups. Larger trials are needed.", "CONCLUSIONS"),
)


def record(title="", *sections, types=(), mesh=(), pmid="99000001"):
    """A record of the invented journal."""
    return Record(
        pmid=pmid,
        version=1,
        kind="article",
        title=title,
        abstract=tuple(one if isinstance(one, AbstractSection) else AbstractSection(one) for one in sections),
        types=tuple(PublicationType(ui, name) for ui, name in types),
        mesh=tuple(MeshHeading(ui, name) for ui, name in mesh),
    )
