"""Who paid and where a study was registered: PubMed's own fields first, then the text; only what is these authors'."""

import pytest

from claimbook.appraise.lines import LINES
from claimbook.appraise.signals.funding import conflicts_of, funding_of, industry_funded_of
from claimbook.appraise.signals.registration import registration_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.record import AbstractSection, Grant, Record, RegistryId


def record(**facts):
    return Record(pmid="99000001", version=1, kind="article", title="Humming", **facts)


def test_who_paid_is_taken_from_grants_then_from_a_heading_then_from_words():
    listed = record(grants=(Grant("Invented Council"), Grant("Invented Council"), Grant("Humming Trust")))
    assert funding_of(listed, reading_of(listed)).value == "Invented Council; Humming Trust"
    for said in ("Hiccups fell. FUNDING: Humming Trust.", "Hiccups fell. (Funded by the Humming Trust.)"):
        one = record(abstract=(AbstractSection(said),))
        assert funding_of(one, reading_of(one)).value == "Humming Trust"


@pytest.mark.parametrize(
    ("who", "industry"),
    [("Hum Pharmaceuticals Inc", True), ("Hum GmbH", True), ("Department of Pharmacology", None), ("A Trust", None)],
)
def test_only_a_company_is_industry_and_a_public_grant_proves_nothing(who, industry):
    one = record(grants=(Grant(who),))
    text = reading_of(one)
    assert industry_funded_of(funding_of(one, text), text).value is industry


# a payer stands in a sentence about money of these authors, not about what findings or other trials rest on
@pytest.mark.parametrize(
    ("told", "who", "industry"),
    [
        ("Supported by the Plum Growers' Cooperative.", "Plum Growers' Cooperative", True),
        ("The study was supported by the Hum Marketing Board.", "Hum Marketing Board", True),
        ("Supported by the Norland Egg Board.", "Norland Egg Board", True),
        ("This trial was partly supported by Hum University.", "Hum University", False),
        ("Two authors work for Hum Pharma, which funded both trials.", "Hum Pharma", True),
        ("We plan a larger trial (HUMC project grant number 12).", "HUMC", None),
        ("Trial sponsor: University of Humming.", "University of Humming", False),
        ("The trial was funded by a grant from the Ministry of Song.", "Ministry of Song", False),
        ("The trial was supported by the fall in hiccups.", None, None),
        ("Most trials were sponsored by manufacturers.", None, None),
        ("Six studies were funded by manufacturers.", None, None),
        ("Both trials were funded by Hum Inc.", "Hum Inc", True),
        ("It was not funded by industry.", None, False),
        ("No external funding was received.", None, False),
        ("FUNDING: None.", None, False),
        ("FUNDING: This work received no specific grant.", None, False),
        ("Adults were supported by a website.", None, None),
    ],
)
def test_who_paid_for_what(told, who, industry):
    one = record(abstract=(AbstractSection(f"Hiccups fell in hummers. {told}", "RESULTS"),))
    text = reading_of(one)
    paid = funding_of(one, text)
    assert (paid.value, industry_funded_of(paid, text).value) == (who, industry)


@pytest.mark.parametrize(
    ("told", "who", "industry"),
    [
        ("There was no funding from industry.", None, False),
        ("The authors received no funding from any whistle company.", None, None),
        ("The authors received no funding from any pharmaceutical company.", None, False),
        ("It was done without financial or material support from Hum Inc.", None, None),
        ("The trial was never funded by Hum Pharma.", None, None),
        ("It was funded by the Ministry of Song, with no money from Hum Ltd.", "Ministry of Song", False),
        ("It was funded by Hum University, not by industry.", "Hum University", False),
        ("FUNDING: Ministry of Song; no company gave money.", "Ministry of Song", False),
        ("There was no funding from the state; Hum Inc funded by itself.", None, None),
        ("There was no funding from the state; it was funded by Hum Inc.", "Hum Inc", True),
        ("It was sponsored by Hum Inc, which had no role in the analysis.", "Hum Inc", True),
        ("It was not only funded by the Ministry of Song but also by Hum Inc.", None, True),
        ("Hum Inc had no role in the study funded by Hum Inc.", "Hum Inc", True),
        ("It was funded by Hum GmbH and no other company.", "Hum GmbH", True),
        ("FUNDING: No public funding; Hum Pharma.", None, None),
    ],
)
def test_who_is_said_not_to_have_paid_is_no_payer(told, who, industry):
    """Protects: a company that a trial denies, read as the one that paid for it."""
    one = record(abstract=(AbstractSection(f"Hiccups fell in hummers. {told}", "RESULTS"),))
    text = reading_of(one)
    paid = funding_of(one, text)
    assert industry_funded_of(paid, text).value is industry
    assert who is None or paid.value == who


@pytest.mark.parametrize(
    ("said", "declared"),
    [
        ("The authors declare no conflict of interest.", False),
        ("None of the authors has anything to disclose.", False),
        ("Conflicts of interest: none.", False),
        ("Dr Doe received fees from Hum Inc.", True),
        ("Dr Doe received fees from Hum Inc. The others declare no competing interests.", True),
        ("", None),
        ("See the full text.", None),
    ],
)
def test_interests_as_the_authors_declare_them(said, declared):
    assert conflicts_of(record(conflicts=said)).value is declared


def test_registration_is_taken_from_the_list_before_the_text():
    listed = record(registry_ids=(RegistryId("ClinicalTrials.gov", "NCT00000001"), RegistryId("GENBANK", "U12345")))
    assert registration_of(listed, reading_of(listed)).value == ("NCT00000001",)
    printed = record(abstract=(AbstractSection("Registered as ISRCTN 00000001 and NCT00000002."),))
    assert registration_of(printed, reading_of(printed)).value == ("ISRCTN00000001", "NCT00000002")
    joined = record(
        abstract=(AbstractSection("Registered: ChiCTR-IOR-00000003, UMIN000000004, ACTRN 00000000000005."),)
    )
    assert registration_of(joined, reading_of(joined)).value == (
        "CHICTR-IOR-00000003",
        "UMIN000000004",
        "ACTRN00000000000005",
    )
    assert registration_of(record(registry_ids=(RegistryId("EudraCT", "2099-000001-01"),)), text_of("Humming"))
    silent = record(abstract=(AbstractSection("The trial was registered; 12 functions of the albumin control."),))
    assert not registration_of(silent, reading_of(silent))


# numbers as trials print them, in one word and with the name of the register that comes with it; all invented
@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("NCT-00000001, ClinicalTrials.gov no. NCT 00000002.", ("NCT00000001", "NCT00000002")),
        ("ISRCTN Registry 00000001; ISRCTN Number: 00000002.", ("ISRCTN00000001", "ISRCTN00000002")),
        ("Registered as DRKS 00000001.", ("DRKS00000001",)),
        ("ANZCTR reference no. 12600000000001; ACTRN12600000000002p", ("ACTRN12600000000001", "ACTRN12600000000002P")),
        ("UMIN-CTR 000000001, UMIN Clinical Trials Registry 000000002", ("UMIN000000001", "UMIN000000002")),
        ("JPRN-UMIN000000001", ("UMIN000000001",)),
        ("IRCT ID: IRCT2099000000001N12", ("IRCT2099000000001N12",)),
        ("Dutch Trial Register (NTR) no. 99901 and NTR-9902", ("NTR99901", "NTR9902")),
        ("EudraCT identifier: 2099-000001-01. NCT00000001", ("2099-000001-01", "NCT00000001")),
        ("EudraCT 2099\u2013000001\u201301", ("2099-000001-01",)),
        ("SLCTR/2099/001, CTRI/2099/01/000001", ("SLCTR/2099/001", "CTRI/2099/01/000001")),
        ("JapicCTI-000001, jRCTs000000001", ("JAPICCTI-000001", "JRCTS000000001")),
        (
            "PACTR 209900000000001; TCTR20990000001; KCT 0000001",
            ("PACTR209900000000001", "TCTR20990000001", "KCT0000001"),
        ),
        ("PROSPERO CRD 42099000001", ("CRD42099000001",)),
        ("NCT0000001 has a digit too few, NCT000000001 one too many", ()),
        ("The Dutch register held 90210 adults; 12 of 30 had NTR.", ()),
    ],
)
def test_numbers_of_registers(said, numbers):
    one = record(abstract=(AbstractSection(f"Adults hummed. {said}", "TRIAL REGISTRATION"),))
    assert (registration_of(one, reading_of(one)).value or ()) == numbers


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("In a previous trial (NCT00000001) adults hummed.", "BACKGROUND"),
        ("A third trial (NCT00000001) with 900 adults is ongoing.", "BACKGROUND"),
        ("Humming is being tested in a larger trial (NCT00000001).", "BACKGROUND"),
        ("A confirmatory trial (NCT00000001) is under way.", "CONCLUSIONS"),
        ("Results of the HUM trial (NCT00000001) are awaited.", "CONCLUSIONS"),
    ],
)
def test_the_number_of_another_trial_is_not_their_own(said, label):
    told = AbstractSection(said, label)
    assert not registration_of(record(abstract=(told,)), text_of("Humming", told))


def test_a_number_in_the_background_is_sure_only_where_it_is_called_a_registration():
    said = (
        "The HUM trial (NCT00000001) compares two songs.",
        "The trial is registered (NCT00000001), humming ongoing.",
    )
    read = [registration_of(record(), text_of("Humming", AbstractSection(one, "BACKGROUND"))) for one in said]
    assert [one.confidence >= LINES["registration"].confidence for one in read] == [False, True]


@pytest.mark.parametrize(
    ("payers", "sure"),
    [
        ("Ministry of Trade, Industry and Energy.", None),
        ("Department of Trade and Industry.", None),
        ("Korea Health Industry Development Institute.", None),
        ("National Company for Health Research.", None),
        ("National Institute for Health Research; DECLARATION: Dr A has received fees from Pfizer.", None),
        ("Wellcome Trust; the authors have received honoraria from Merck.", None),
        ("Novo Nordisk Foundation.", None),
        ("Ministry of Industry; Roche.", True),
        ("GlaxoSmithKline; Novo Nordisk Foundation.", True),
        ("Food industry.", True),
        ("The Song Company Ltd.", True),
    ],
)
def test_a_ministry_of_industry_is_no_company_and_fees_are_no_payment_for_the_study(payers, sure):
    """Public bodies with a company's word in their name, and what authors got from others, were surely industry."""
    told = record(abstract=(AbstractSection(payers, "FUNDING"),))
    read = industry_funded_of(funding_of(told, reading_of(told)), reading_of(told))
    assert (read.value if read.confidence >= 0.9 else None) is sure
