"""Figures in another language: no English stays behind, numbers have their marks, and nothing runs out of the paper."""

import re
from dataclasses import replace
from gettext import NullTranslations
from html import unescape

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from claimbook.language.catalogue import Language, language_of
from claimbook.language.said import said
from claimbook.language.speak import speaking, spoken
from claimbook.model.assessment import ArticleAssessment, ClaimAssessment, Ruling
from claimbook.model.screening import Screening, Searched, screen
from claimbook.model.terms import REVIEWS, Design, State
from claimbook.plots.albatross import draw_albatross
from claimbook.plots.directions import draw_directions
from claimbook.plots.evidence_map import draw_evidence_map
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.flow import draw_flow
from claimbook.plots.forest import draw_forest
from claimbook.plots.harvest import draw_harvest
from claimbook.plots.labels import study_labels
from claimbook.plots.overview import draw_overview
from claimbook.plots.rows import DESIGN_WORDS
from claimbook.plots.timeline import draw_timeline
from claimbook.synthesis.grade.verdict import GATES
from tests.plots.marks import words
from tests.plots.test_albatross_plot import FIVE as PRINTED
from tests.plots.test_albatross_plot import NO_PLACE
from tests.plots.test_flow_plot import FLOW
from tests.plots.test_forest_plot import DIFFERENCES, RATIOS, trial
from tests.plots.test_forest_plot import FIVE as POOLED
from tests.plots.test_overview_plot import AGAINST, GATED, MODERATE, VERY_LOW
from tests.plots.test_timeline_plot import EVERY
from tests.report.demo import STUDIES, article, table
from tests.report.searches import LOCAL, asked, failure, lock, pmids
from tests.synthesis.factory import match, outcome, study, weigh

GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβψδεφγηιξκλμνοπχρστθωςχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΘΩΣΧΥΖ"
)


class Turned(NullTranslations):
    """Every message in letters that no English word has; what is no message stays as it is."""

    def gettext(self, message):
        return re.sub(r"\{[^}]*\}|[^{]+", lambda part: _turned(part[0]), message)

    def pgettext(self, context, message):
        assert context
        return self.gettext(message)

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)


def _turned(part):
    return part if part.startswith("{") else part.translate(GREEK)


ELSEWHERE = Language("el", Turned(), decimal="·", group="'", percent="٪")
NAME, HEADING = "боль", "«Гул»"
CROWD = tuple(
    trial(f"s{number}", number / 100 - 1, number / 100 - 1.5, number / 100 - 0.5, n=60 + number, p="0.04")
    for number in range(70)
)
OLD = tuple(study(f"old{number}", n=9, year=1800 + 40 * number) for number in range(6))
UNDATED = tuple(each.model_copy(update={"year": None}) for each in STUDIES[:3])
BODIES = {
    "printed": (*PRINTED, *NO_PLACE, *(study(f"k{number}", "within", n=number) for number in range(9))),
    "pooled": POOLED,
    "pair": DIFFERENCES[:2],
    "crowd": CROWD,
    "every": EVERY,
    "old": OLD,
    "undated": (*UNDATED, *STUDIES),
    "one": (study("one", n=1234),),
    "unread": (study("unread", "within"),),
    "other": (study("other", matched=match(answers="different")),),
    "none": (),
    "designs": tuple(study(design.value, design=design.value, n=1_000) for design in sorted(set(Design) - REVIEWS)),
}
DRAWS = (draw_directions, draw_forest, draw_harvest, draw_albatross)


def _of_bodies(studies, **changes):
    labels = {each.id: f"№ {number}" for number, each in enumerate(studies, start=1)}
    assessed = weigh(*studies, of=outcome(name=NAME, **changes))
    yield from (draw(assessed, labels) for draw in DRAWS)
    yield draw_timeline(HEADING, studies, [assessed], labels)


def _of_article():
    gates = [replace(GATED, gate=Ruling(gate.code, f"GATE-{gate.code}", gate.reason)) for gate in GATES]
    for assessed in ([VERY_LOW, MODERATE, GATED, AGAINST], [_in_state(state) for state in State], gates, []):
        claims = tuple(_claim(each, number) for number, each in enumerate(assessed))
        whole = ArticleAssessment(article(title="Статья"), table().collection, claims)
        yield draw_evidence_map(whole)
        if assessed:
            yield draw_overview(whole)


def _in_state(state):
    anchored = VERY_LOW.anchored
    turned = replace(anchored, state=replace(anchored.state, value=state))
    return replace(VERY_LOW, streams=tuple(turned if each is anchored else each for each in VERY_LOW.streams))


def _claim(assessed, number):
    of = assessed.claim.model_copy(update={"id": f"claim-{number}", "heading": HEADING})
    found = replace(assessed, claim=of, outcome=assessed.outcome.model_copy(update={"name": NAME}))
    return ClaimAssessment(of, (found,))


def _of_search():
    found = screen("humming", table(), Searched(lock(*pmids(3))))
    rehearsed = screen("humming", table(), Searched(lock(*pmids(3), asked=asked(interface=LOCAL))))
    unrun = (Screening("humming"), Screening("humming", required=True))
    for screening in (found, rehearsed, *unrun, Screening("humming", "failed", failure=failure())):
        yield draw_flow(FLOW, screening, lambda _: said("Another outcome"))


def every_figure():
    """Each kind of figure in each of its states; nothing in it is a text of an author but for a few Cyrillic words."""
    for studies in BODIES.values():
        yield from _of_bodies(studies)
    yield from _of_bodies(RATIOS, kind="event")
    yield from _of_bodies(PRINTED, kind="event")
    yield from _of_article()
    yield from _of_search()


def told(figure):
    """Everything that a figure shows or says, as it is shown."""
    yield spoken(figure.title)
    if isinstance(figure, NotDrawn):
        yield spoken(figure.reason)
        return
    drawn = (unescape(text) for svg in (figure.svg, figure.narrow) for text in words(svg))
    yield from (spoken(figure.alt), spoken(figure.note), *drawn)
    yield from figure.table.columns
    yield from (cell for row in figure.table.itertuples(index=False) for cell in row)


@pytest.fixture(scope="module")
def elsewhere():
    """What every figure tells in a language that has no Latin letters."""
    with speaking(ELSEWHERE):
        return [(figure, list(told(figure))) for figure in every_figure()]


def test_no_figure_holds_english(elsewhere):
    assert {type(figure) for figure, _ in elsewhere} == {Figure, NotDrawn}
    assert not {text for _, texts in elsewhere for text in texts if re.search("[A-Za-z]", text)}


def test_every_number_has_the_marks_of_the_language(elsewhere):
    told_ = {text for _, texts in elsewhere for text in texts}
    assert not {text for text in told_ if re.search(r"\d[.,]\d", text)}
    assert {"0·5", "2'000", "95٪"} <= told_


def test_english_is_what_is_told_where_no_language_is_spoken():
    figure = next(_of_bodies(STUDIES))
    assert figure.title == f"Which way the studies of {NAME} point"
    assert "toward the claim" in set(figure.table["Direction"])


@pytest.mark.parametrize("authors", ["Ария Ж", None])
@pytest.mark.parametrize("year", [2020, None])
def test_labels_hold_no_english(authors, year):
    alike = [study(name, authors="Ария Ж") for name in "ab"]
    found = [
        each.model_copy(update={"year": year, "authors": authors, "title": "Гул и колени: начало"}) for each in alike
    ]
    with speaking(ELSEWHERE):
        labels = [spoken(label) for label in study_labels(found).values()]
    assert not [label for label in labels if re.search("[A-Za-z]", label[:-1])]
    assert [label[-1] for label in labels] == ["a", "b"]


def test_a_figure_in_a_notebook_has_its_words_in_the_language_of_its_drawing():
    with speaking(ELSEWHERE):
        shown = next(_of_bodies(STUDIES))._repr_html_()
    assert not re.search("[A-Za-z]", re.search(r'alt="([^"]*)"', shown)[1])


def test_every_design_has_a_word():
    assert set(DESIGN_WORDS) == set(Design)


@pytest.fixture(scope="module")
def german():
    """Every figure in German, and every drawing before it became SVG."""
    drawings, save = [], Canvas.savefig
    with pytest.MonkeyPatch.context() as patch, speaking(language_of("de")):
        patch.setattr(Canvas, "savefig", lambda self, *to, **how: (drawings.append(self), save(self, *to, **how)))
        return list(every_figure()), drawings


# Words of other languages are longer. Names of studies and numbers are as long in every language.
def test_no_german_word_runs_out_of_its_drawing(german):
    _, drawings = german
    assert len(drawings) > 50
    out = {text for drawing in drawings for text in _outside(drawing)}
    assert not {text for text in out if re.search(r"[^\W\d]{2}", text)}


def _outside(drawing):
    """Texts that end beyond the paper, or beyond the box in which they begin."""
    drawing.set_dpi(72)
    renderer = FigureCanvasAgg(drawing).get_renderer()
    boxes = [box.get_window_extent(renderer) for box in drawing.findobj(Rectangle)]
    for text in drawing.findobj(Text):
        found = text.get_window_extent(renderer)
        around = [box for box in boxes if box.width > 50 and box.contains(found.x0, (found.y0 + found.y1) / 2)]
        right = min(box.x1 for box in (*around, drawing.bbox))
        high = found.y0 > -1 and found.y1 < drawing.bbox.height + 3  # above a line is room for its accents
        if not (high and found.x0 > -1 and found.x1 < right + 1):
            yield text.get_text()


def test_german_tables_have_every_column(german, elsewhere):
    # protects: two heads of one table that are the same word in another language
    shapes = [
        [figure.table.shape for figure in figures if isinstance(figure, Figure)]
        for figures in (german[0], [figure for figure, _ in elsewhere])
    ]
    assert shapes[0] == shapes[1]
