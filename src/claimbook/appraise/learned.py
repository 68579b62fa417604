"""What the learned parts share: their weights, as the package carries them, and chances from scores."""

import json
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def weights_of(name: str) -> dict[str, Any]:
    """The weights of one learned part, made by ``benchmarks/train_<name>.py``."""
    stored: dict[str, Any] = json.loads(files("claimbook.appraise").joinpath(f"weights/{name}.json").read_text("utf-8"))
    return stored


def softmax(scores: Floats) -> Floats:
    """Chances from scores, along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return chances
