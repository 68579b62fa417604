"""The guess of the part that a sentence plays, where no heading tells."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.roles import GUESSED, RoleModel, role_features, shipped_model

VOCABULARY = ["we", "aimed", "we aimed", "# patients", "@0", "@+0", "@-0", "patients", "were were"]
WEIGHTS = np.arange(len(VOCABULARY) * len(GUESSED)).reshape(len(VOCABULARY), len(GUESSED)) % 17 - 8.0
SAID = st.lists(st.sampled_from(["we", "aimed", "#", "patients", "were", "unknown"]), max_size=8)


def model():
    return RoleModel(VOCABULARY, WEIGHTS, 4, np.linspace(-1, 1, len(GUESSED)), np.zeros((len(GUESSED), len(GUESSED))))


# protects: the sums of the training, where each feature of a sentence counts once
@given(st.lists(st.lists(SAID, min_size=1, max_size=6), min_size=1, max_size=3))
def test_scores_are_the_sum_of_the_weights_of_the_features(abstracts):
    row = dict(zip(VOCABULARY, WEIGHTS, strict=True))
    placed = [(words, place, len(one)) for one in abstracts for place, words in enumerate(one)]
    for (words, place, count), scores in zip(placed, model().scores(abstracts), strict=True):
        features = role_features(words, place, count)
        names = {one if isinstance(one, str) else " ".join(one) for one in features}
        expected = sum((row[name] for name in names if name in row), np.zeros(len(GUESSED)))
        np.testing.assert_array_equal(scores, expected / 4 + np.linspace(-1, 1, len(GUESSED)))


# protects: the likeliest order of roles, which is the best of all orders tried one by one
@given(st.lists(st.lists(st.integers(-9, 9), min_size=len(GUESSED), max_size=len(GUESSED)), min_size=1, max_size=4))
def test_the_likeliest_order_is_the_best_of_all(scores):
    shipped = shipped_model()

    def total(path):
        steps = sum(shipped.steps_to[after][before] for before, after in pairwise(path))
        return steps + sum(row[place] for row, place in zip(scores, path, strict=True))

    best = max(map(total, product(range(len(GUESSED)), repeat=len(scores))))
    np.testing.assert_allclose(total(shipped.best_path(scores)), best)
