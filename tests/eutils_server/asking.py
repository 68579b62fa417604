"""A plain client, so that the server is tested with nothing of its own in between."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from tests.eutils import EutilsServer
from tests.eutils.calls import BASE_PATH

PATHS = {"ecitmatch": "ecitmatch.cgi"}


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def root(self) -> ET.Element:
        return ET.fromstring(self.body)  # noqa: S314 - the server of these tests

    @property
    def json(self) -> dict:
        return json.loads(self.body)

    def texts(self, path: str) -> list[str]:
        """The texts of all elements at a path."""
        return [element.text or "" for element in self.root.iterfind(path)]


def ask(
    server: EutilsServer, utility: str, *, method: str = "POST", timeout: float = 5.0, **parameters: object
) -> Reply:
    """One request on a connection of its own, a second after the last one."""
    server.clock.advance(1)
    path = BASE_PATH + PATHS.get(utility, f"{utility}.fcgi")
    form = urlencode(parameters)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
    try:
        if method == "POST":
            connection.request("POST", path, form, {"Content-Type": "application/x-www-form-urlencoded"})
        else:
            connection.request("GET", f"{path}?{form}")
        response = connection.getresponse()
        return Reply(response.status, dict(response.headers.items()), response.read())
    finally:
        connection.close()


def pmids(reply: Reply) -> list[int]:
    """The PMIDs of the records or of the list in an answer, in their order."""
    paths = ("*/MedlineCitation/PMID", "*/BookDocument/PMID", "IdList/Id")
    root = reply.root
    wanted = {element for path in paths for element in root.iterfind(path)}
    return [int(element.text or 0) for element in root.iter() if element in wanted]
