"""Files that are sound alone and do not fit together; the whole printed text is compared."""

import pytest

from claimbook.project.checks import check_project
from claimbook.project.study_checks import results_not_entered
from tests.project.miniature import ARTICLE, CLAIM, STUDIES, printed, write_project


def check(root, **files):
    return printed(check_project(write_project(root, **files)).problems)


def table(*studies):
    return STUDIES.replace("studies: []", "studies:\n" + "\n".join(studies))


def study(name, *more, design="rct"):
    lines = ["title: Invented", "link: https://example.org/a", f"design: {design}", "population: nobody", *more]
    return f"  - id: {name}\n" + "\n".join(f"    {line}" for line in lines)


def finding(*more, claim="knee", outcome="pain", population="direct", same="true", measured="direct"):
    match = (
        f"match: {{population: {{code: {population}, why: invented}}, intervention: {{code: partial, why: invented}}, "
        f"comparator: {{code: none, why: invented}}, outcome: {{code: {measured}, why: invented}}, "
        f"purpose: {{same: {same}, why: invented}}}}"
    )
    lines = [f"claim: {claim}", f"outcome: {outcome}", match, *more]
    return "findings:\n      - " + "\n        ".join(lines)


def result(effect, comparison="between-group"):
    return (
        "outcomes: [{name: pain score, direction: favours-intervention, "
        f"comparison: {comparison}, effect: {{{effect}}}}}]"
    )


def test_the_shipped_project_fits_together(shipped):
    checked = check_project(shipped)
    assert printed(checked.problems) == ""
    assert checked.articles == len(shipped.article_ids())
    assert checked.claims == sum(len(shipped.claim_ids(article)) for article in shipped.article_ids())
    assert checked.studies > 0
    document, table = checked.files[0].studies.readable
    assert not list(results_not_entered(document, table))


def test_what_was_read_is_counted_even_where_it_is_broken(tmp_path):
    checked = check_project(write_project(tmp_path, claim="id: [", studies=table(study("one-2001"), study("two-2002"))))
    assert (checked.articles, checked.claims, checked.studies) == (1, 1, 2)
    assert [problem.code for problem in checked.problems] == ["yaml-syntax"]


def test_no_claim_takes_the_place_of_its_articles_page(tmp_path):
    # protects: check and report from different answers
    project = write_project(
        tmp_path, article=ARTICLE.replace("knee", "index"), claim=CLAIM.replace("id: knee", "id: index")
    )
    project.claim_file("demo", "knee").rename(project.claim_file("demo", "index"))
    (found,) = check_project(project).problems
    assert (found.code, str(found.place)) == ("reserved-id", "claims/demo/index.yaml:1:5")


def test_what_a_mac_writes_beside_a_file_is_passed_over(tmp_path):
    # protects: a project on a USB stick
    project = write_project(tmp_path)
    for name in ("._knee.yaml", "._article.yaml"):
        (project.claims_dir / "demo" / name).write_bytes(b"\x00\x05\x16\x07")
    (project.data_dir / "demo" / "._studies.yaml").write_bytes(b"\x00\x05\x16\x07")
    assert check_project(project).problems == ()


def test_ids_follow_file_and_folder(tmp_path):
    renamed = {"article": ARTICLE, "claim": CLAIM, "studies": STUDIES}
    renamed = {kind: text.replace("id: knee", "id: leg").replace(": demo", ": other") for kind, text in renamed.items()}
    assert (
        check(tmp_path, **renamed)
        == """\
claims/demo/article.yaml:1:5 the id 'other' differs from the folder, which is called 'demo'  [wrong-id]
    1 | id: other
      |     ^
claims/demo/knee.yaml:1:5 the id 'leg' differs from the file name, which is 'knee'  [wrong-id]
    1 | id: leg
      |     ^
data/demo/studies.yaml:1:10 the table is about 'other', and its folder is called 'demo'  [wrong-id]
    1 | article: other
      |          ^
"""
    )


def test_the_article_lists_its_claim_files(tmp_path):
    assert (
        check(tmp_path, article=ARTICLE.replace("[knee]", "[kneee, hip, hip]"))
        == """\
claims/demo/article.yaml:3:10 there is no file kneee.yaml. Did you mean 'knee'?  [missing-claim]
    3 | claims: [kneee, hip, hip]
      |          ^
   write it, or take it off the list
claims/demo/article.yaml:3:17 there is no file hip.yaml  [missing-claim]
    3 | claims: [kneee, hip, hip]
      |                 ^
   write it, or take it off the list
claims/demo/article.yaml:3:22 there is no file hip.yaml  [missing-claim]
    3 | claims: [kneee, hip, hip]
      |                      ^
   write it, or take it off the list
claims/demo/knee.yaml article.yaml does not list this claim, so no report shows it  [unlisted-claim]
   add knee to 'claims' in article.yaml, or remove the file
"""
    )


def test_a_claim_is_listed_once(tmp_path):
    assert check(tmp_path, article=ARTICLE.replace("[knee]", "[knee, knee]")) == (
        "claims/demo/article.yaml:3:16 the claim 'knee' is listed twice  [listed-twice]\n"
        "    3 | claims: [knee, knee]\n"
        "      |                ^\n"
    )


def test_concepts_are_defined_once_and_used(tmp_path):
    claim = (
        CLAIM.replace("[walking]", "[wallking]") + "concepts:\n  walking: {terms: [walk]}\n  knee: {terms: [knee]}\n"
    )
    assert (
        check(tmp_path, claim=claim)
        == """\
claims/demo/article.yaml:5:3 no claim uses the concept 'walking'  [unused-concept]
    5 |   walking:
      |   ^
   name it under search: intervention, population or outcome, or take it out
claims/demo/knee.yaml:17:18 unknown concept 'wallking'. Did you mean 'walking'?  [unknown-concept]
   17 |   intervention: [wallking]
      |                  ^
   concepts of this claim and its article: knee, walking
claims/demo/knee.yaml:19:3 the concept 'walking' is defined in article.yaml, too  [defined-twice]
   19 |   walking: {terms: [walk]}
      |   ^
   keep one
claims/demo/knee.yaml:20:3 no part of 'search' uses the concept 'knee'  [unused-concept]
   20 |   knee: {terms: [knee]}
      |   ^
   name it under search: intervention, population or outcome, or take it out
"""
    )


def test_a_shared_concept_is_not_called_unused_while_a_claim_cannot_be_read(tmp_path):
    assert "unused-concept" not in check(tmp_path, claim=CLAIM.replace("[walking]", "walking"))


def test_files_that_would_be_passed_over_are_named(tmp_path):
    project = write_project(tmp_path)
    for name in ["claims/demo/Hip Pain.yaml", "claims/demo/hip.yml", "claims/lost/hip.yaml", "data/demmo/studies.yaml"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert (
        printed(check_project(project).problems)
        == """\
claims/demo/Hip Pain.yaml this file is passed over; 'Hip Pain.yaml' names no claim  [bad-name]
   rename it: lower-case letters, digits and single hyphens, and .yaml at the end of a file
claims/demo/hip.yml this file is passed over; 'hip.yml' names no claim  [bad-name]
   rename it: lower-case letters, digits and single hyphens, and .yaml at the end of a file
claims/lost/hip.yaml this claim belongs to no article  [no-article]
   write article.yaml beside it
data/demmo/studies.yaml there is no article 'demmo' for this evidence table. Did you mean 'demo'?  [unknown-article]
"""
    )


def test_findings_and_tags_name_claims_and_outcomes_that_exist(tmp_path):
    studies = table(
        study("one-2001", "claims: [knee, kneee]", finding(outcome="pian")),
        study("two-2002", finding(claim="hip")),
    )
    assert (
        check(tmp_path, studies=studies)
        == """\
data/demo/studies.yaml:15:20 unknown claim 'kneee'. Did you mean 'knee'?  [unknown-claim]
   15 |     claims: [knee, kneee]
      |                    ^
   claims of this article: knee
data/demo/studies.yaml:18:18 the claim 'knee' has no outcome 'pian'. Did you mean 'pain'?  [unknown-outcome]
   18 |         outcome: pian
      |                  ^
   outcomes: pain
data/demo/studies.yaml:26:16 unknown claim 'hip'  [unknown-claim]
   26 |       - claim: hip
      |                ^
   claims of this article: knee
"""
    )


def test_a_study_is_in_the_table_once(tmp_path):
    studies = table(
        study("one-2001", "pmid: '99000001'", "doi: 10.99999/Invented"),
        study("two-2002", "pmid: '99000001'"),
        study("three-2003", "doi: 10.99999/INVENTED"),
    )
    assert (
        check(tmp_path, studies=studies)
        == """\
data/demo/studies.yaml:22:11 the study 'one-2001' has the same PMID  [same-study]
   22 |     pmid: '99000001'
      |           ^
   keep one of the two
data/demo/studies.yaml:28:10 the study 'one-2001' has the same DOI  [same-study]
   28 |     doi: 10.99999/INVENTED
      |          ^
   keep one of the two
"""
    )


def registered(name, *more):
    return study(name, "registration: {text: invented, trial_ids: [NCT99000001]}", *more)


def test_reports_of_one_trial_share_its_name(tmp_path):
    # Otherwise its participants count twice (grading specification: one vote for each trial).
    studies = table(
        registered("one-2001", "trial: walk"), registered("two-2002", "trial: walk"), registered("three-2003")
    )
    assert (
        check(tmp_path, studies=studies)
        == """\
data/demo/studies.yaml:29:48 'one-2001' is registered as NCT99000001, too; the two do not share a 'trial'  [same-trial]
   29 |     registration: {text: invented, trial_ids: [NCT99000001]}
      |                                                ^
   give both the same 'trial', with 'trial_why'
"""
    )


SIZE = "type: MD, estimate: 0.5"
NAMED = "result: pain score"


def test_an_effect_without_the_better_side_is_a_mistake(tmp_path):
    text = check(tmp_path, studies=table(study("one-2001", result(SIZE), finding(NAMED))))
    assert (
        text
        == """\
data/demo/studies.yaml:17:9 'better_if' is missing, so nothing says which sign of the effect is better  [missing-sign]
   17 |       - claim: knee
      |         ^
   write better_if: higher or lower, for the sign of intervention minus comparator
"""
    )


ARMS = "type: mean-post, intervention: {mean: 1}"


@pytest.mark.parametrize(
    ("results", "coded"),
    [
        (result(SIZE), finding(NAMED, "better_if: higher")),
        (result(SIZE), finding(NAMED, population="none")),
        (result(SIZE), finding(NAMED, measured="surrogate")),
        (result(SIZE), finding(NAMED, same="false")),
        (result(SIZE), finding()),
        (result(SIZE, comparison="within-group"), finding(NAMED)),
        (result("type: percent, estimate: 30"), finding(NAMED)),
        (result(ARMS), finding(NAMED)),
    ],
    ids=["given", "others", "surrogate", "purpose", "no-result", "within-group", "percent", "one-arm"],
)
def test_no_side_is_asked_for_where_no_size_is_used(tmp_path, results, coded):
    assert check(tmp_path, studies=table(study("one-2001", results, coded))) == ""


def test_two_arms_are_an_effect(tmp_path):
    results = result(f"{ARMS}, comparator: {{mean: 2}}")
    assert "[missing-sign]" in check(tmp_path, studies=table(study("one-2001", results, finding(NAMED))))


REVIEW = "review: {of: trials, why: invented, certainty_stated: [{outcome: knee pain, level: low}]}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("knee pain", ""),
        (
            "kneepain",
            "neither 'certainty_stated' nor 'heterogeneity' has the outcome 'kneepain'. Did you mean 'knee pain'?",
        ),
    ],
)
def test_a_review_prints_what_a_finding_takes_from_it(tmp_path, name, expected):
    studies = table(study("one-2001", REVIEW, finding(f"pooled_as: {name}"), design="meta-analysis"))
    assert expected in (text := check(tmp_path, studies=studies))
    assert bool(text) is bool(expected)


def test_a_single_study_pools_nothing(tmp_path):
    text = check(tmp_path, studies=table(study("one-2001", finding("pooled_as: knee pain"))))
    assert "'pooled_as' belongs to reviews" in text


def not_entered(root, *studies):
    files = check_project(write_project(root, studies=table(*studies))).files
    document, value = files[0].studies.readable
    return printed(tuple(results_not_entered(document, value)))


def test_a_study_that_answers_has_a_result(tmp_path):
    # protects: a result that nobody entered, taken for one that nobody reported
    assert (
        not_entered(tmp_path, study("one-2001", finding()))
        == """\
data/demo/studies.yaml:16:9 no result was entered for 'pain' of 'knee', which this study answers  [no-result]
   16 |       - claim: knee
      |         ^
   enter it below 'outcomes' and give its name as 'result' of the finding; where the record does not say which way it \
went: direction: unclear
"""
    )


@pytest.mark.parametrize(
    "row",
    [
        study("entered-2001", result("type: MD, estimate: 1"), finding("result: pain score", "better_if: lower")),
        study("other-people-2001", finding(population="none")),
        study("stand-in-2001", finding(measured="surrogate")),
        study("other-purpose-2001", finding(same="false")),
        study("plan-2001", finding(), design="protocol"),
        study("mice-2001", finding(), design="animal"),
        study("withdrawn-2001", "notices: [retracted]", finding()),
        study("uncoded-2001"),
    ],
)
def test_where_no_result_is_needed_none_is_asked_for(tmp_path, row):
    assert not_entered(tmp_path, row) == ""


def test_a_retracted_study_may_be_kept_with_its_findings(tmp_path):
    # It is never counted, but the table must be able to say that it was seen.
    assert check(tmp_path, studies=table(study("one-2001", "notices: [retracted]", finding()))) == ""
