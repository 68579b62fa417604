"""Which way an outcome went under an intervention.

``outcome_said.change_of`` is the way in: it asks whether the text tells the outcome at all and then
``change.direction_of``, which reads every sentence, lets the best ones vote, and says why the answer is missing or
unsure. The files by step:

==============================  ===================================================================================
is it told, and by which name   ``outcome_said``, ``outcome_words``, ``silence`` (texts that cannot tell it)
words of a sentence             ``comparison`` (arms and outcome), ``other_arm`` (an arm nobody named), ``words``
signs of a sentence             ``cues``, ``opposites`` ('hiccup-free'), ``listed`` and ``beginnings`` (one part of it)
a form that tells by itself     ``associated``, ``ratios``, ``differences``, ``pairs``, ``numbers``
the learned part                ``features``, ``rank``, ``model``
which sentence stands for all   ``preferred``, ``standing_rules``, ``rivals``
nothing is told: missing        ``silence``, ``within``, ``third_arms``, ``doses``, ``hearsay``
told, for a person: unsure      ``doubts``, ``lasting``, ``other_questions``, ``inside``
==============================  ===================================================================================
"""
