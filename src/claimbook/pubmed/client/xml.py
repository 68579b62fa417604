"""Reading an answer as XML: without DTD, without entities, without network, and never a part for the whole."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST_TAG = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
_UNICODE = frozenset({"utf-8", "utf8"})
_SPACE = b" \t\r\n"


class BrokenError(ValueError):
    """The bytes are no whole and well-formed document; the text tells why, without citing them."""


def first_tag(body: bytes) -> str | None:
    """Name of the root element, as far as it can be seen without parsing; None where it looks like no XML."""
    start = body[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(_SPACE)
    match = _FIRST_TAG.search(start) if start.startswith(b"<") else None
    return match[1].decode() if match else None


def is_cut(body: bytes, root: str) -> bool:
    """Whether the end tag of the root is not the last thing in it."""
    end = body.rstrip(_SPACE)
    return not end.endswith((f"</{root}>".encode(), f"<{root}/>".encode()))


def read_xml(body: bytes) -> "_Element":
    """The root element of a whole document.

    Raises:
        BrokenError: it is cut, malformed, in another encoding than it says, or declares entities.
    """
    from lxml import etree  # noqa: PLC0415 - heavy, and only needed once PubMed has answered

    _refuse_tricks(body)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = getattr(error, "position", None)
        raise BrokenError(f"not well-formed XML at line {place[0]}" if place else "not well-formed XML") from None


def _refuse_tricks(body: bytes) -> None:
    """Entities could rewrite the text, and a wrong encoding label would store other letters than PubMed sent."""
    match = _FIRST_TAG.search(body)
    if b"<!ENTITY" in body[: match.start() if match else None]:
        raise BrokenError("it declares entities of its own")
    declared = _DECLARED.match(body)
    label = declared[1].decode().lower() if declared else "utf-8"
    if label not in _UNICODE and not body.isascii() and _is_utf8(body):
        raise BrokenError(f"it says that it is {label}, and its bytes are UTF-8")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def text_of(element: "_Element | None") -> str:
    """All text inside an element, with single spaces."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""  # type: ignore[arg-type]
