"""A request as the endpoints see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit

BASE_PATH = "/entrez/eutils/"
ENDPOINTS = ("einfo", "esearch", "epost", "efetch", "esummary", "elink", "espell", "ecitmatch")
MAX_URI = 8000


@dataclass(frozen=True)
class Call:
    """One request, with the names of its parameters in lower case and the last value of each name.

    ``repeated`` keeps all values of a name: ELink answers each ``id=`` apart.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    address: str = "127.0.0.1"

    @property
    def path(self) -> str:
        """The path without the query."""
        return urlsplit(self.target).path

    @property
    def endpoint(self) -> str:
        """The name of the utility, "dtd" for a document type, "" for anything else."""
        if self.path.endswith(".dtd"):
            return "dtd"
        name = self.path.removeprefix(BASE_PATH).removesuffix(".fcgi").removesuffix(".cgi")
        return name if self.path.startswith(BASE_PATH) and name in ENDPOINTS else ""

    @cached_property
    def in_url(self) -> list[tuple[str, str]]:
        """The parameters of the URL."""
        return _pairs(urlsplit(self.target).query)

    @cached_property
    def in_body(self) -> list[tuple[str, str]]:
        """The parameters of a form body."""
        return _pairs(self.body.decode("utf-8", "replace"))

    @cached_property
    def parameters(self) -> dict[str, str]:
        """All parameters; the body wins over the URL."""
        return dict([*self.in_url, *self.in_body])

    def repeated(self, name: str) -> list[str]:
        """Every value of a parameter, in order."""
        return [value for key, value in [*self.in_url, *self.in_body] if key == name]

    @property
    def key_place(self) -> str:
        """Where the API key stands: "url", "body", or "" for nowhere."""
        if any(name == "api_key" and value for name, value in self.in_url):
            return "url"
        return "body" if self.parameters.get("api_key") else ""


def _pairs(query: str) -> list[tuple[str, str]]:
    # Thousands of ids come as one value, but a repeated id= comes as thousands of fields.
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=100_000, encoding="utf-8", errors="replace")
    return [(name.lower(), value) for name, value in pairs]
