"""The endpoints: each module answers one utility or a few small ones."""

from collections.abc import Callable
from dataclasses import replace

from tests.eutils.answers import Answer, html
from tests.eutils.calls import MAX_URI, Call
from tests.eutils.endpoints.efetch import efetch
from tests.eutils.endpoints.einfo import einfo
from tests.eutils.endpoints.epost import epost
from tests.eutils.endpoints.esearch import esearch
from tests.eutils.endpoints.esummary import esummary
from tests.eutils.endpoints.small import document_type, ecitmatch, elink, espell
from tests.eutils.world import World

UTILITIES: dict[str, Callable[[Call, World], Answer]] = {
    "dtd": document_type,
    "ecitmatch": ecitmatch,
    "efetch": efetch,
    "einfo": einfo,
    "elink": elink,
    "epost": epost,
    "esearch": esearch,
    "espell": espell,
    "esummary": esummary,
}


def answer(call: Call, world: World) -> Answer:
    """The answer of the utility that was asked, as it is without any fault."""
    if len(call.target) > MAX_URI:
        return html(414, "Request-URI Too Large", "The requested URL's length exceeds the capacity limit.")
    utility = UTILITIES.get(call.endpoint)
    if utility is None:
        return html(404, "Not Found", "This path is none of the server's.")
    found = utility(call, world)
    return found if world.settings.charset else replace(found, media_type=found.media_type.partition(";")[0])
