"""Switches of the server, for behaviour that NCBI does not state or changes from year to year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Settings:
    """What a test can choose; the defaults are what was last seen of the live service.

    Attributes:
        seed: Decides the relevance order, the names of history sets and every fault with a probability.
        dtd: The document type that EFetch names.
        charset: Whether the Content-Type names UTF-8.
        dtd_served: Whether a request for a DTD gets one; otherwise 404.
        drift: Whether the relevance order changes from call to call (unless ``sort`` is given).
        phrase_index: "open": a phrase that no record has is an honest zero, as if the rest of PubMed knew it;
            "corpus": only phrases and words of the corpus are known, any other is dropped with a warning.
        phrases_outside_index: Phrases, words or headings that are dropped with a warning wherever they stand.
        lost_phrases: Whether a tagged phrase outside the index is dropped, or split into its words.
        mappings: Automatic term mapping of untagged words, beside the shipped ones: word to query.
        mesh_tree: Narrower headings of a heading, for explosion.
        old_webenv_valid: Whether the WebEnv from before a set was added still works.
        webenv_life: Seconds until a WebEnv expires.
    """

    seed: int = 0
    dtd: Literal["current", "future", "http", "none"] = "current"
    charset: bool = True
    dtd_served: bool = True
    drift: bool = True
    phrase_index: Literal["open", "corpus"] = "open"
    phrases_outside_index: frozenset[str] = frozenset()
    lost_phrases: Literal["drop", "split"] = "drop"
    mappings: Mapping[str, str] = field(default_factory=dict)
    mesh_tree: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    old_webenv_valid: bool = True
    webenv_life: float = 8 * 3600.0
