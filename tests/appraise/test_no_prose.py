"""Texts that are no prose: runs of one sign, words without end, brackets that never close. They are read in a moment.

Each of these once made a pattern look again and again through what it had seen: twice the text took four times as long.
"""

import json
import time

import pytest

from claimbook.appraise.record.appraisal import Question, appraise
from claimbook.model.claim import Claim
from tests.appraise.invented import record
from tests.test_searching import claim

QUESTION = Question(Claim.model_validate_json(json.dumps(claim("humming"))))
LONG = 40_000
LONGEST = 8
"""Seconds. What is linear needs one at the most, here; what was mended needed from twenty seconds to a minute."""


# protects: whoever searches, from one odd record among a thousand
@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "...",
        "!",
        "0",
        "00",
        "\u00bd",
        "\U0001d7cf",
        "e",
        "no ",
        "1 \u00b1",
        "twenty-",
        "(",
        "[",
        ") ",
        "a, ",
        "0.",
        "P < ",
    ],
)
def test_what_is_no_prose_is_read_in_a_moment(piece):
    odd = record("Humming for hiccups and pain", piece * (LONG // len(piece)))
    begun = time.process_time()
    appraise(odd, QUESTION)
    assert time.process_time() - begun < LONGEST
