"""The benchmark of accuracy can be run: the sets are found, read and scored."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reference_folder import reference

ROOT = Path(__file__).parents[2]
# pubmedqa is left out: its rows here are those that were trained on, and scoring them needs the trainer's packages
PROMISED = {
    "rct_polarity": ("accuracy",),
    "evidence_inference": ("macro_f1", "comparator_match", "comparator_unnamed", "p_value", "interval"),
    "pico_corpus": (
        *("total_n_exact", "coverage", "population_match", "comparator_match", "comparator_unnamed"),
        *("intervention_named", "comparator_named"),
        *("arm_numbers_right", "arm_numbers_found", "arm_pairs_right", "arm_sizes_right", "arm_sizes_found"),
        "result_outcome_right",
    ),
    "study_design": ("rct_f1", "population_match", "purpose_match"),
    "causal_language": ("macro_f1",),
    "scifact": ("ndcg10",),
    "med_evidence": ("accuracy", "kappa"),
}


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_figure_is_printed_plain_and_for_sure_answers(name):
    # protects: a set that no longer fits the functions that it scores
    data = reference("benchmarks")
    command = [sys.executable, "benchmarks/accuracy.py", "--data", str(data), "--set", name]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    printed = {line.partition("=")[0] for line in run.stdout.splitlines()}
    assert {f"{name}.{metric}" for metric in PROMISED[name]} <= printed
    assert any(line.endswith("_sure_coverage") for line in printed)
