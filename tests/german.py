"""The shipped article as a German editor would have written its claim files; the evidence stays as it is.

``python -m tests.german FOLDER`` writes the project there and builds its report.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
ARTICLE = "walking-in-reverse"
_ENGLISH_KEYS = {"terms", "mesh", "id", "search", "concepts"}

IN_GERMAN = {
    "5 benefits of walking in reverse": "5 Vorteile des Rückwärtsgehens",
    "Address, publisher and date of the article are not known to this project, so they are left out.": (
        "Adresse, Verlag und Datum des Artikels sind diesem Projekt nicht bekannt und fehlen deshalb."
    ),
    "May help limit knee pain": "Kann helfen, Knieschmerzen zu begrenzen",
    "Walking backwards may ease pain for people with knee trouble such as osteoarthritis or runner's knee.": (
        "Rückwärtsgehen kann Menschen mit Kniebeschwerden wie Arthrose oder Läuferknie Schmerzen nehmen."
    ),
    "people with knee problems such as osteoarthritis or runner's knee": (
        "Menschen mit Kniebeschwerden wie Arthrose oder Läuferknie"
    ),
    "walking backwards": "Rückwärtsgehen",
    "walking forwards": "Vorwärtsgehen",
    "knee pain": "Knieschmerzen",
    "the load on the knee": "Belastung des Knies",
    "may find relief": "finden vielleicht Linderung",
    "Experts suggest": "Fachleute legen nahe",
    "less stress on the knee joint": "weniger Last auf dem Kniegelenk",
    "Load while walking backwards, against walking forwards. Load is not pain; it is graded apart.": (
        "Last beim Rückwärtsgehen, verglichen mit Vorwärtsgehen. Last ist kein Schmerz; sie wird für sich bewertet."
    ),
    "Improve mental health": "Verbessert die seelische Gesundheit",
    "Walking backwards eases symptoms of anxiety and depression, sharpens thinking and can improve the sense of one's "
    "own body.": (
        "Rückwärtsgehen lindert Symptome von Angst und Depression, schärft das Denken und kann das Körpergefühl "
        "verbessern."
    ),
    "people in general": "Menschen im Allgemeinen",
    "symptoms of anxiety": "Angstsymptome",
    "symptoms of depression": "Symptome einer Depression",
    "body awareness": "Körperwahrnehmung",
    "thinking and attention": "Denken und Aufmerksamkeit",
    "helps relieve symptoms of anxiety": "hilft, Angstsymptome zu lindern",
    "Primary because it is the first symptom that the article names under this heading.": (
        "Hauptendpunkt, weil der Artikel dieses Symptom unter dieser Überschrift zuerst nennt."
    ),
    "helps relieve symptoms": "hilft gegen Symptome",
    "and depression": "und Depression",
    "can improve proprioception": "kann die Tiefenwahrnehmung verbessern",
    "body awareness during movement": "Körpergefühl in der Bewegung",
    "many cognitive benefits": "viele Vorteile fürs Denken",
    "Reduces leg pain": "Verringert Beinschmerzen",
    "Walking backwards eases pain in the legs, strengthens the leg muscles and eases discomfort in the ankle.": (
        "Rückwärtsgehen lindert Schmerzen in den Beinen, kräftigt die Beinmuskeln und lindert Beschwerden am Knöchel."
    ),
    "leg pain": "Beinschmerzen",
    "leg strength": "Kraft der Beine",
    "ankle discomfort": "Beschwerden am Knöchel",
    "The knee has a claim of its own; knee pain is not counted again here.": (
        "Das Knie hat eine eigene Aussage; Knieschmerzen zählen hier nicht noch einmal."
    ),
    "improves the strength": "verbessert die Kraft",
    "alleviates ankle discomfort": "lindert Beschwerden am Knöchel",
    "treat back pain": "behandelt Rückenschmerzen",
    "Walking backwards relieves back pain.": "Rückwärtsgehen lindert Rückenschmerzen.",
    "people with back pain": "Menschen mit Rückenschmerzen",
    "back pain": "Rückenschmerzen",
    "relieves back pain": "lindert Rückenschmerzen",
    "can relieve back pain": "kann Rückenschmerzen lindern",
    "The article says it both with and without a hedge; the stronger wording is the one that readers see first.": (
        "Der Artikel sagt es mit und ohne Abschwächung; die stärkere Formulierung sehen Lesende zuerst."
    ),
    "Reduces the risk of stroke": "Senkt das Schlaganfallrisiko",
    "Walking backwards lowers the risk of having a stroke.": (
        "Rückwärtsgehen senkt das Risiko, einen Schlaganfall zu erleiden."
    ),
    "the risk of having a stroke": "Risiko eines Schlaganfalls",
    "linked to a lower risk": "verbunden mit niedrigerem Risiko",
    "Evidence was collected by hand from openly readable pages; not a systematic search, so studies may be missing.": (
        "Die Evidenz wurde von Hand aus frei lesbaren Seiten gesammelt; keine systematische Suche, Studien können "
        "fehlen."
    ),
    "It was read at abstract level (abstract, registry or PEDro entry); no full paper was read.": (
        "Gelesen wurde auf Ebene der Abstracts (Abstract, Register oder PEDro-Eintrag), kein ganzer Aufsatz."
    ),
    "Some registry records were read; whether a registry was searched as a whole is not recorded.": (
        "Einige Registereinträge wurden gelesen; ob ein Register als Ganzes durchsucht wurde, ist nicht vermerkt."
    ),
    "Walking and balance after a stroke are another question; the article mentions both.": (
        "Gehen und Gleichgewicht nach einem Schlaganfall sind eine andere Frage; der Artikel erwähnt beides."
    ),
}
"""What the author of the claims wrote, in both languages; a text without a partner fails the tests."""


def german_project(folder: Path, said: Callable[[str], str] = lambda text: IN_GERMAN.get(text, text)) -> Path:
    """A copy of the shipped project in ``folder`` whose article is German; ``said`` turns each text of its author."""
    for part in ("claims", "data", "notebooks"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    for file in (folder / "claims" / ARTICLE).glob("*.yaml"):
        content = _turned(yaml.safe_load(file.read_text(encoding="utf-8")), said)
        if file.stem == "article":
            content["language"] = "de"
        _write(file, content)
    table = folder / "data" / ARTICLE / "studies.yaml"
    content = yaml.safe_load(table.read_text(encoding="utf-8"))
    told = {key: said(content["collection"][key]) for key in ("method", "level", "registries")}
    _write(table, content | {"collection": content["collection"] | told})
    return folder


def _write(file: Path, content: object) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _turned(value: Any, said: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: part if key in _ENGLISH_KEYS else _turned(part, said) for key, part in value.items()}
    if isinstance(value, list):
        return [_turned(part, said) for part in value]
    return said(value) if isinstance(value, str) else value


if __name__ == "__main__":
    place = german_project(Path(sys.argv[1]).resolve())
    subprocess.run([sys.executable, "-m", "claimbook", "report", "--project", str(place)], check=True)
