"""Nothing of the reference file is left unchecked."""

from tests.statistics import test_directions, test_effect_size, test_pooling, test_small_study
from tests.statistics.reference import PUBLISHED


def test_every_published_value_is_checked_once():
    modules = (test_directions, test_effect_size, test_pooling, test_small_study)
    checked = [key for module in modules for key in module.CHECKS]
    assert sorted(checked) == sorted(PUBLISHED)
