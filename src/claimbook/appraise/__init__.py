"""Read one record as a careful person would, and know when not to.

Pure: no network, no clock, no file but the learned weights that the package carries.

The shapes stand in `claimbook.model.appraisal`. A reader takes a `Text` and returns `Read` values::

    text = reading_of(record)                  # or text_of("Title", "Abstract.", ...)
    for sentence in text.in_roles(Role.RESULTS):
        for found in PATTERN.finditer(sentence.text):
            Read(value, "explicit", 0.97, (sentence.span_of(found),), rule="effects.hazard-ratio")

The rooms, from the top down; what stands higher imports what stands lower, never the other way:

=============  =============================================================================================
``record``     ``appraisal``: ``read_by_rule(record)`` and ``appraise(record, *questions)`` -> `Appraisal`, all of
               the below; ``draft``: ``drafts_of(appraisal)``, fields of the evidence table; ``words``:
               ``check_verbatim(record, quotations)``
``match``      ``claim.match_of(claim, outcome, record)``: five elements, each direct to absent, with the reason
``trial``      ``polarity_of_trial(text)``: did the primary endpoint come out; ``primary_outcome_of(text)``: which one
               it is; ``spin_of(text)``: is the conclusion stronger than the results; ``SPIN_WORDS``: in which way
``answer``     ``question.asked_by(question)``: outcome, intervention and comparator of a review question;
               ``chance.answer_of(question, text)`` -> yes, no or maybe, from the results
``effects``    ``results.results_of(text, triple=None, comparisons=())``: estimates, means, shares and p values of
               RESULTS, each with the outcome that its words name (``outcome.outcomes_of``);
               ``trust.trusted(results, change)``: how sure each number is the outcome's
``relevance``  ``ranking.index_of(records)``, ``ranking(index, claim)``: which records bear on a claim
``direction``  ``outcome_said.change_of(text, Triple(intervention, comparator, outcome))`` -> ``Read[Change]``, where
               the text tells the outcome by a name of its own; ``change.direction_of``: however it is named
``signals``    ``bias.signals_of(text, kind, sample, types)`` -> `Signals`; harms, follow-up and funding beside it
``contrast``   ``compared.comparisons_of(text, kind, arms)``: what was compared with what
``design``     ``kind.kind_of(record, text)`` -> ``Read[Kind]``; ``notices.notices_of``: retracted, corrected ...
``sample``     ``total.sample_of(text, kind)`` -> `Sample` (total, enrolled, randomised, analysed, arms)
``wording``    ``strength.strength_of(sentence)`` -> ``Read[Strength]``; ``wording_of(sentence)`` -> `Wording`;
               ``article.article_wording_of(sentence)``: the same for a sentence of an article
``text``       ``reading.reading_of(record)`` -> `Text`: passages, and sentences with their role and place;
               ``pieces.Glance``: which rows of a table may speak in a sentence, before a pattern is tried
``lines``      ``LINES[field].confidence``: below it a field is unclear
``learned``    ``weights_of(part)``: the weights of a learned part; ``softmax``: chances from scores
=============  =============================================================================================

A rule is a row of a readable table with its source; a confidence is the share of right answers that its rule had on
development data. Weights of learned parts lie in ``weights/``, made by ``benchmarks/train_*.py`` from sets that may
train.
"""
