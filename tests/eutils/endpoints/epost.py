"""EPost: identifiers into the history."""

from tests.eutils.answers import EPOST_DTD, Answer, envelope, xml
from tests.eutils.calls import Call
from tests.eutils.endpoints.common import RefusedError, database, valid_ids
from tests.eutils.world import World

MAX_IDS = 10_000


def epost(call: Call, world: World) -> Answer:
    """Store the valid identifiers; unknown ones are stored as well, as nobody looks at them here."""
    try:
        database(call)
        return _stored(call, world)
    except RefusedError as refused:
        return envelope("ePostResult", EPOST_DTD, *refused.args)


def _stored(call: Call, world: World) -> Answer:
    ids, others = valid_ids(call)
    omitted = ["Some IDs have invalid value and were omitted. Maximum ID value 18446744073709551615"] if others else []
    if not ids:
        raise RefusedError("Empty ID list; Nothing to store", *omitted)
    if len(ids) > MAX_IDS:
        raise RefusedError(f"Too many UIDs in request. Maximum number of UIDs is {MAX_IDS}.")
    webenv, key = world.history.add(ids, world.clock.now(), call.parameters.get("webenv", ""))
    warning = "".join(f"\n\t<ERROR>{one}</ERROR>" for one in omitted)
    content = f"\t<QueryKey>{key}</QueryKey>\n\t<WebEnv>{webenv}</WebEnv>{warning}"
    return xml(EPOST_DTD, f"<ePostResult>\n{content}\n</ePostResult>", mode="epost-xml")
