"""Taking the API key and the email out of whatever a person or a file may come to see."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, quote_plus

from claimbook.pubmed.client.settings import Settings

KEY_MARK = "[API key]"
EMAIL_MARK = "[email]"
_USER_IN_ADDRESS = re.compile(r"//[^/\s@]+@")
"""Name and password of a proxy."""


@dataclass(frozen=True)
class Redactor:
    """Knows the two texts and every spelling of them that a server may echo."""

    settings: Settings

    @cached_property
    def _key(self) -> re.Pattern[str] | None:
        return _spellings(self.settings.api_key.reveal()) if self.settings.api_key else None

    @cached_property
    def _key_bytes(self) -> re.Pattern[bytes] | None:
        return re.compile(self._key.pattern.encode(), re.IGNORECASE) if self._key else None

    @cached_property
    def _email(self) -> re.Pattern[str]:
        return _spellings(self.settings.email)

    def text(self, text: str) -> str:
        """Without key and email."""
        without_key = self._key.sub(KEY_MARK, text) if self._key else text
        return _USER_IN_ADDRESS.sub("//", self._email.sub(EMAIL_MARK, without_key))

    def body(self, body: bytes) -> bytes:
        """Without the key. An address stays: it may be an author's own, as the journal printed it."""
        return self._key_bytes.sub(KEY_MARK.encode(), body) if self._key_bytes else body


def _spellings(text: str) -> re.Pattern[str]:
    forms = sorted({text, quote(text, safe=""), quote_plus(text)}, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in forms), re.IGNORECASE)
