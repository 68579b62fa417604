"""Read one record as a careful person would, and know when not to.

Pure: no network, no clock, no file but the learned weights that the package carries.

The shapes stand in `claimbook.model.appraisal`. A reader takes a `Text` and returns `Read` values::

    text = reading_of(record)                  # or text_of("Title", "Abstract.", ...)
    for sentence in text.in_roles(Role.RESULTS):
        for found in PATTERN.finditer(sentence.text):
            Read(value, "explicit", 0.97, (sentence.span_of(found),), rule="effects.hazard-ratio")

============  ==============================================================================================
``text``      ``reading_of(record)``, ``text_of(title, *sections)`` -> `Text`: passages, and sentences with
              their role (TITLE, BACKGROUND, AIM, METHODS, RESULTS, CONCLUSIONS, OTHER) and their place;
              ``in_roles(...)``, ``conclusions``, ``quote(span)``
``pieces``    ``Glance(rows, SHARED)``: which rows of a table may speak in a sentence, before a pattern is tried;
              ``Pieces("a|b", SHARED)``: whether one of these may stand in it
``numbers``   ``numbers_in(text)`` -> list of `Number` (value, start, end, whole | decimal | percent)
``design``    ``kind_of_text(text)``, ``kind_of(record, text)`` -> ``Read[Kind]``; ``randomised_of(text)``
``sample``    ``sample_of(text)`` -> `Sample` (total, enrolled, randomised, analysed, arms)
``wording``   ``strength_of(sentence)`` -> ``Read[Strength]``; ``wording_of(sentence)`` -> `Wording`
``direction`` ``direction_of(text, Triple(intervention, comparator, outcome))`` -> ``Read[Change]``
``outcome_said``  ``change_of(text, triple)``: the same where the text tells the outcome by a name of its own, else what
              it says of all other outcomes together; ``place_of(text, triple)``: told, planned or absent
``effects``   ``results_of(text, triple=None)``: estimates, means, shares and p values of RESULTS
              with ``effects_trust.trusted(results, change)``: how sure each number is the outcome's
``polarity``  ``polarity_of_trial(text)``: did the primary endpoint come out positive
``spin``      ``spin_of(text)``: is the conclusion stronger than the results
``match``     ``match_of(claim, outcome, record)``: five elements, each direct to absent, with the reason
``relevance`` ``index_of(records)``, ``ranking(index, claim)``: which records bear on a claim
``answer``    ``answer_of(question, text)`` -> yes, no or maybe, from the results
``question``  ``asked_by(question)``: outcome, intervention and comparator of a review question
``record``    ``appraise(record)``: everything that is read of one record
``signals``   ``signals_of(text, kind, sample, types)`` -> `Signals`; with ``signals_harms.harms_of``,
              ``signals_follow_up.follow_up_of``, ``signals_funding.funding_of`` and its neighbours
``notices``   ``notices_of(record, kind)``: retracted, concern, corrected, preprint, protocol, animal ...
``record``    ``read_by_rule(record)`` and ``appraise(record, *questions)`` -> `Appraisal`: all of the above
``record_...``  ``drafts_of(appraisal)``: fields of the evidence table; ``check_verbatim(record, quotations)``
``lines``     ``LINES[field].confidence``: below it a field is unclear
============  ==============================================================================================

A reader imports ``text``, ``numbers`` and lexicons, never another reader's inside. A rule is a row of a readable table
with its source; a confidence is the share of right answers that its rule had on development data. Weights of learned
parts lie in ``weights/``, made by ``benchmarks/train_*.py`` from sets that may train.
"""
