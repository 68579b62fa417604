"""What the words around a number of people tell about it, as two tables put together: for it, and against it.

A weight is in units of evidence: the mention with the largest sum stands for the study. Sources: "CONSORT" is the flow
diagram of CONSORT 2010 (assessed, randomised, allocated, analysed), "dev" errors read on the development half of
``pico_corpus``, "codes" errors in hand-coded abstracts of all kinds. They were read only; no weight was fitted.
"""

from claimbook.appraise.sample.rules_of_others import OF_OTHERS
from claimbook.appraise.sample.rules_of_study import OF_THE_STUDY
from claimbook.appraise.text.pieces import SHARED, Glance

SIGNS = (*OF_THE_STUDY, *OF_OTHERS)
TABLE = Glance(SIGNS, SHARED)
