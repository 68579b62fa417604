"""Who asks PubMed, and how: from the environment, then from the user's configuration file."""

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from claimbook.model.problems import Place, ProblemsFoundError, problem

NCBI = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
"""The only host that NCBI names for programs (NBK25497)."""

_EMAIL = re.compile(r"[^@\s,;:<>()\"\\]+@[^@\s,;:<>()\"\\]+\.[^@\s.,;:<>()\"\\]{2,}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9._-]{8,128}")
_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
_NAMES = {
    "email": ("CLAIMBOOK_EMAIL", "NCBI_EMAIL"),
    "api_key": ("CLAIMBOOK_API_KEY", "NCBI_API_KEY"),
    "base": ("CLAIMBOOK_EUTILS_URL",),
}


class Secret:
    """A text that never shows itself: not when printed, formatted or logged."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self.__text

    def __repr__(self) -> str:
        return "Secret(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self.reveal() == other.reveal()

    def __hash__(self) -> int:
        return hash(self.__text)


@dataclass(frozen=True)
class Settings:
    """What every request carries, and how long it may take."""

    email: str
    """Sent with every request, as NCBI asks; never written to a log or an error."""
    api_key: Secret | None = None
    tool: str = "claimbook"
    base: str = NCBI
    """Folder of the E-utilities, with a slash at its end."""
    timeout: float = 60
    """Seconds without a byte, after which a connection is given up."""
    deadline: float = 600
    """Seconds for one request with all its tries and pauses."""

    @property
    def is_ncbi(self) -> bool:
        """Whether PubMed itself is asked, and not a rehearsal."""
        return self.base == NCBI

    @property
    def host(self) -> str:
        """Host, with its port where one is named."""
        return urlsplit(self.base).netloc

    @property
    def whose_rate(self) -> str:
        """A name for the allowance that NCBI counts, per key or else per address; no key can be read from it."""
        key = self.api_key.reveal() if self.api_key else ""
        return hashlib.sha256(f"{self.host}\0{key}".encode()).hexdigest()[:20]


def config_file() -> Path:
    """Where the user's own configuration lies on this system."""
    from platformdirs import user_config_path  # noqa: PLC0415 - read only where PubMed is asked

    return user_config_path("claimbook", appauthor=False) / "config.toml"


def read_settings(env: Mapping[str, str] = os.environ, config: Path | None = None) -> Settings:
    """Email, key and address of the E-utilities; a variable of the environment wins over the file.

    Raises:
        ProblemsFoundError: the email is missing, or one of them cannot be right. A key is never repeated.
    """
    path = config or config_file()
    written = _read_config(path)
    found = {name: _first(env, variables) or written.get(name) for name, variables in _NAMES.items()}
    key = _key(found["api_key"])
    return Settings(email=_email(found["email"], path), api_key=key, base=_base(found["base"] or NCBI, key))


def _first(env: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if (text := env.get(name, "").strip())), None)


def _read_config(path: Path) -> dict[str, str]:
    """The section ``[pubmed]`` of the file; an absent file says nothing."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        # The parser's own words may repeat a line that holds the key.
        raise _impossible("bad-config", "the configuration file cannot be read as TOML", path) from error
    section = content.get("pubmed", {})
    if not isinstance(section, dict):
        raise _impossible("bad-config", "pubmed is not a section of the configuration file", path)
    return {name: _text(name, section[name], path) for name in _NAMES if name in section}


def _text(name: str, value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise _impossible("bad-config", f"{name} in the configuration file is not a text in quotation marks", path)
    return value.strip()


def _impossible(code: str, message: str, path: Path) -> ProblemsFoundError:
    return problem(code, message, place=Place(path), hint='it holds: [pubmed], email = "...", api_key = "..."')


def _email(text: str | None, path: Path) -> str:
    if not text:
        raise problem(
            "no-email",
            "PubMed asks every program for an email address, and none is set",
            hint=f'set CLAIMBOOK_EMAIL, or write [pubmed] and email = "..." into {path}',
        )
    if not _EMAIL.fullmatch(text):
        raise problem(
            "bad-email",
            "the email address for PubMed is not an address",
            hint="set CLAIMBOOK_EMAIL to one plain address, without a name and without spaces",
        )
    return text


def _key(text: str | None) -> Secret | None:
    if not text:
        return None
    if not _KEY.fullmatch(text):
        raise problem(
            "bad-api-key",
            "the API key for PubMed cannot be one: a key is 8 to 128 letters and digits without spaces",
            hint="copy it again from your NCBI account settings into CLAIMBOOK_API_KEY, or leave it out",
        )
    return Secret(text)


def _base(text: str, key: Secret | None) -> str:
    parts = _parts(text)
    if parts is None:
        raise problem(
            "bad-address",
            "CLAIMBOOK_EUTILS_URL is not a plain http or https address",
            hint=f"leave it out to ask {NCBI}",
        )
    if key and parts.scheme == "http" and not _LOOPBACK.fullmatch(parts.hostname or ""):
        raise problem(
            "key-in-the-open",
            "an API key is not sent over plain http to another computer",
            hint="use https in CLAIMBOOK_EUTILS_URL, or leave the key out",
        )
    return text if text.endswith("/") else f"{text}/"


def _parts(text: str) -> SplitResult | None:
    """The parts of a plain address of the web; None where it is none or carries more than that."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - the check is in the reading
    except ValueError:
        return None
    extras = parts.username or parts.password or parts.query or parts.fragment
    return parts if parts.scheme in {"http", "https"} and parts.hostname and not extras else None
