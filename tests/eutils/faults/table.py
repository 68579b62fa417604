"""The table of all faults: the name begins with the number of its family, the sentence says what the client gets.

A row without a number strikes once; those with FOR_EVER stay until the test says how often.
"""

from functools import partial

from tests.eutils.answers import TEXT
from tests.eutils.faults import refusals, spoiled, state, wire
from tests.eutils.faults.plan import Kind

FOR_EVER = 0
refused, page, error, other = refusals.too_many, refusals.page, refusals.error, refusals.other
records, poisoned, edited, rewritten = spoiled.records, spoiled.poisoned, spoiled.edited, state.rewritten
doctype, relabelled, warned = spoiled.doctype, spoiled.relabelled, spoiled.warned
broken = partial(page, title="Service Unavailable")
outage = partial(Kind, times=FOR_EVER, seconds=600, by_clock=True)
down = partial(broken, status=503)

RETRY_DATE = "Sun, 22 Nov 2026 12:00:02 GMT"
BLOCKED = "Access Denied"
DIAGNOSTIC = "NCBI/eutils202 - WWW Error 500 Diagnostic"
MATH = b' <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
BOMB = b"""<!DOCTYPE PubmedArticleSet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/hostname">]>"""
RETRACTED_TYPE = b'<PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList>'
RETRACTION_LINK = (
    b'<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn">'
    b"<RefSource>J Invent Tests. 2024;1:99</RefSource></CommentsCorrections></CommentsCorrectionsList>"
    b"</MedlineCitation>"
)

REFUSALS = {
    "F1-429": Kind("429 as JSON, without Retry-After", partial(refused, wait="")),
    "F1-429-retry-after": Kind("429 as JSON, Retry-After 2", refused),
    "F1-429-retry-after-30": Kind("429 as JSON, Retry-After 30", partial(refused, wait="30")),
    "F1-429-retry-after-date": Kind("429 as JSON, Retry-After is a date", partial(refused, wait=RETRY_DATE)),
    "F1-429-retry-after-nonsense": Kind("429 as JSON, Retry-After is no number", partial(refused, wait="soon")),
    "F1-429-three-times": Kind("429 three times in a row", refused, times=3),
    "F1-429-for-ever": Kind("429 whatever the client does", refused, times=FOR_EVER),
    "F1-200": Kind("the refusal of a fast client under status 200", partial(refused, wait="", status=200)),
    "F2-500": Kind("500 as an HTML page", partial(broken, status=500)),
    "F2-502": Kind("502 as an HTML page", partial(broken, status=502)),
    "F2-503": Kind("503 as an HTML page", partial(broken, status=503)),
    "F2-504": Kind("504 as an HTML page", partial(broken, status=504)),
    "F2-503-five-times": Kind("503 five times in a row", partial(broken, status=503), times=5),
    "F2-503-for-ever": Kind("503 whatever the client does", partial(broken, status=503), times=FOR_EVER),
    "F2-200-diagnostic": Kind("a diagnostic page under status 200", partial(page, status=200, title=DIAGNOSTIC)),
    "F3-viewer": Kind("400: external viewer timeout", partial(error, text=refusals.TIMEOUT), "efetch"),
    "F3-pubone": Kind("400: no connection to PubOne", partial(error, text=refusals.PUBONE), "efetch"),
    "F3-proxy": Kind("400: proxy_stream with a relayed page", partial(error, text=refusals.RELAYED), "efetch"),
    "F3-200-viewer": Kind("the same under 200", partial(error, text=refusals.TIMEOUT, status=200), "efetch"),
    "F3-200-pubone": Kind("the same under 200", partial(error, text=refusals.PUBONE, status=200), "efetch"),
    "F3-200-proxy": Kind("the same under 200", partial(error, text=refusals.RELAYED, status=200), "efetch"),
    "F4-out-of-range": Kind("400: beyond the set", partial(error, text=refusals.OUT_OF_RANGE), "efetch", FOR_EVER),
    "F4-retstart": Kind("400: retstart above 9998", partial(error, text=refusals.BEYOND), "efetch", FOR_EVER),
    "F4-no-ids": Kind("400: no correct identifiers", partial(error, text=refusals.NO_IDS), "efetch", FOR_EVER),
    "F4-unknown": Kind("400 with a text nobody knows", partial(error, text=refusals.UNKNOWN), "efetch", FOR_EVER),
    "F4-unknown-once": Kind("400 with a text nobody knows, once", partial(error, text=refusals.UNKNOWN), "efetch"),
    "F5-backend": Kind("200: search backend failed", partial(error, text=refusals.BACKEND), "esearch"),
    "F5-unsupported": Kind("200: pubmed not supported", partial(error, text=refusals.UNSUPPORTED), "esearch"),
    "F5-for-ever": Kind("the same always", partial(error, text=refusals.UNSUPPORTED), "esearch", FOR_EVER),
    "F6-html5": Kind("200 with an HTML5 page", partial(other, kind="html5")),
    "F6-xhtml": Kind("200 with an XHTML page that calls itself XML", partial(other, kind="xhtml")),
    "F6-text": Kind("200 with plain text", partial(other, kind="text")),
    "F6-json": Kind("200 with JSON that is no answer", partial(other, kind="json")),
    "F6-route": Kind("200: unable to route the request", partial(other, kind="route")),
    "F6-other-root": Kind("200 with XML of another endpoint", partial(other, kind="espell")),
    "F7-length": Kind("an empty body, Content-Length 0", partial(refusals.empty, chunked=False)),
    "F7-chunked": Kind("an empty body, chunked", partial(refusals.empty, chunked=True)),
    "F23-302": Kind("302 to the www host", partial(refusals.moved, to="www")),
    "F23-302-loop": Kind("302 to the same address, always", partial(refusals.moved, to="loop"), times=FOR_EVER),
    "F23-302-elsewhere": Kind("302 to another host", partial(refusals.moved, to="elsewhere")),
    "F23-403": Kind("403 with a page that tells of a block", partial(page, status=403, title=BLOCKED), times=FOR_EVER),
    "F23-414": Kind("414 though the address is short", partial(page, status=414, title="Request-URI Too Large")),
    "F26-outage": outage("503 on every endpoint for ten minutes", down),
    "F26-efetch": outage("503 on EFetch for ten minutes", down, "efetch"),
    "F26-silent": outage("no answer at all for ten minutes", partial(wire.no_answer, reset=True)),
    "F32-429": Kind("429 that repeats the key", refused),
    "F32-bad-key": Kind("400 that repeats the key", refusals.bad_key, times=FOR_EVER),
    "F32-echo": Kind("500 that shows the whole request, key and address too", refusals.echo),
    "F32-echo-error": Kind("400 whose ERROR shows the whole request", refusals.echo_error, "efetch"),
}

CONNECTION = {
    "F9-close": Kind("the connection closes before the headers", partial(wire.no_answer, reset=False)),
    "F9-reset": Kind("the connection is reset before the headers", partial(wire.no_answer, reset=True)),
    "F9-reset-body": Kind("the connection is reset inside the body", wire.reset_in_body),
    "F10-headers": Kind("nothing comes for 30 seconds", partial(wire.hangs, in_body=False)),
    "F10-body": Kind("half of the body, then nothing for 30 seconds", partial(wire.hangs, in_body=True)),
    "F11-drip": Kind("one byte each second", wire.drips, seconds=1.0),
    "F12-chunked": Kind("the last chunk never comes", wire.cut_chunked),
    "F12-length": Kind("Content-Length is more than what comes", wire.cut_short_of_length),
    "F13-tag": Kind("cut inside a tag, no sign of it", partial(wire.cut_silently, where="tag")),
    "F13-between": Kind("cut between records, no sign of it", partial(wire.cut_silently, where="between"), "efetch"),
    "F13-utf8": Kind("cut inside a letter, no sign of it", partial(wire.cut_silently, where="utf8"), "efetch"),
    "F13-medline": Kind("MEDLINE text cut, no sign of it", partial(wire.cut_silently, where="text"), "efetch"),
    "F13-gzip": Kind("a gzip body cut, no sign of it", partial(spoiled.zipped, whole=False)),
    "F25-gzip": Kind("gzip without being asked", partial(spoiled.zipped, whole=True)),
    "F25-gzip-cut": Kind("gzip without being asked, and cut", partial(spoiled.zipped, whole=False)),
    "F30-slow": Kind(
        "half of the body, then a pause in which a test can kill the client", partial(wire.hangs, in_body=True)
    ),
}

RECORDS = {
    "F8-empty-set": Kind(
        "an empty set though the records are known", partial(records, change=spoiled.none_left), "efetch"
    ),
    "F16-one-missing": Kind("one record is missing", partial(records, change=spoiled.without_one), "efetch"),
    "F16-last-missing": Kind("the last record is missing", partial(records, change=spoiled.without_last), "efetch"),
    "F16-for-ever": Kind("one record never comes", partial(records, change=spoiled.without_one), "efetch", FOR_EVER),
    "F17-double": Kind("one record comes twice", partial(records, change=spoiled.doubled), "efetch"),
    "F17-reordered": Kind("the records come in another order", partial(records, change=spoiled.reordered), "efetch"),
    "F17-unasked": Kind("one record more than was asked for", partial(records, change=spoiled.with_unasked), "efetch"),
    "F17-swapped": Kind("one record is another", partial(records, change=spoiled.swapped_for_unasked), "efetch"),
    "F17-book": Kind("an unasked book between the articles", partial(records, change=spoiled.with_book), "efetch"),
    "F18-math": Kind("MathML without prefix in one record", partial(poisoned, poison=MATH), "efetch", FOR_EVER),
    "F18-element": Kind("an unknown element", partial(poisoned, poison=b"<novel>new</novel>"), "efetch", FOR_EVER),
    "F18-control": Kind("a control character in one record", partial(poisoned, poison=b" \x0b "), "efetch", FOR_EVER),
    "F18-utf8": Kind("broken UTF-8 in one record", partial(poisoned, poison=b" \xe2\x28 "), "efetch", FOR_EVER),
    "F18-prefix": Kind("an undeclared prefix", partial(poisoned, poison=b"<x:y>z</x:y>"), "efetch", FOR_EVER),
    "F18-entity": Kind("an undeclared entity", partial(poisoned, poison=b" &nbsp; "), "efetch", FOR_EVER),
    "F18-unclosed": Kind("a tag that is not closed", partial(poisoned, poison=b"<i>"), "efetch", FOR_EVER),
    "F22-future": Kind(
        "the DTD of a year to come", partial(doctype, pattern=rb"pubmed_\d+", replacement=b"pubmed_990101")
    ),
    "F22-http": Kind("an http:// DTD", partial(doctype, pattern=rb'"https://', replacement=b'"http://')),
    "F22-none": Kind("no document type", partial(doctype, pattern=rb"<!DOCTYPE[^>]*>\s*", replacement=b"")),
    "F22-no-declaration": Kind("no XML declaration", partial(doctype, pattern=rb"<\?xml[^>]*>\s*", replacement=b"")),
    "F22-entities": Kind(
        "a document type that declares entities", partial(doctype, pattern=rb"<!DOCTYPE[^>]*>", replacement=BOMB)
    ),
    "F24-charset": Kind("Content-Type says Latin-1", partial(relabelled, media_type="text/xml; charset=ISO-8859-1")),
    "F24-no-charset": Kind("Content-Type without a charset", partial(relabelled, media_type="text/xml")),
    "F24-plain": Kind("XML that calls itself plain text", partial(relabelled, media_type=TEXT)),
    "F24-bom": Kind("a byte order mark", partial(edited, change=b"\xef\xbb\xbf".__add__)),
    "F24-newline": Kind("a line feed before the XML declaration", partial(edited, change=b"\n".__add__)),
    "F24-trailing": Kind("text after the root", partial(edited, change=lambda body: body + b"Session closed.\n")),
    "F24-latin-1": Kind("Latin-1 bytes, though declared UTF-8", spoiled.latin_1, "efetch"),
}

STATE = {
    "F14-capped": Kind("a page of at most 5, without a word", partial(state.capped, size=5), times=FOR_EVER),
    "F15-bad-json": Kind("a raw line feed inside a JSON string", spoiled.raw_newline, "esearch"),
    "F19-lost": Kind("every WebEnv is forgotten", state.history_lost),
    "F19-other-set": Kind("the query key means another set", state.other_set, "efetch"),
    "F19-other-webenv": Kind("the answer names a WebEnv that nobody knows", state.other_webenv),
    "F20-grows": Kind("a new record appears before this request", state.appears, "esearch"),
    "F20-shrinks": Kind("a record is gone before this request", state.vanishes, "esearch"),
    "F20-count-grows": Kind("Count is three too high", spoiled.grown, "esearch"),
    "F20-count-shrinks": Kind("Count is three too low", spoiled.shrunk, "esearch"),
    "F21-fewer-ids": Kind("one identifier less than Count says", spoiled.fewer_ids, "esearch"),
    "F21-double-id": Kind("one identifier comes twice, another not at all", spoiled.double_id, "esearch"),
    "F27-retracted-type": Kind(
        "a record is retracted, by its type only",
        partial(rewritten, pattern=b"</PublicationTypeList>", replacement=RETRACTED_TYPE),
        "efetch",
        FOR_EVER,
    ),
    "F27-retracted-link": Kind(
        "a record is retracted, by its link only",
        partial(rewritten, pattern=b"</MedlineCitation>", replacement=RETRACTION_LINK),
        "efetch",
        FOR_EVER,
    ),
    "F27-no-abstract": Kind(
        "an abstract is gone",
        partial(rewritten, pattern=rb"(?s)<Abstract>.*?</Abstract>", replacement=b""),
        "efetch",
        FOR_EVER,
    ),
    "F27-deleted": Kind("a record is deleted before this request", state.vanishes),
    "F27-merged": Kind("a record is merged into the lowest PMID", state.merged),
    "F28-dropped": Kind(
        "hits, and a quoted phrase was dropped",
        partial(warned, element="QuotedPhraseNotFound", phrase='"invented phrase"[tiab]'),
        "esearch",
    ),
    "F28-not-found": Kind(
        "hits, and a word was not found",
        partial(warned, element="PhraseNotFound", phrase="inventedword"),
        "esearch",
    ),
    "F28-ignored": Kind(
        "hits, and a phrase was ignored",
        partial(warned, element="PhraseIgnored", phrase="invented"),
        "esearch",
    ),
    "F28-translation": Kind("hits, and the translation lacks the last term", spoiled.shorter_translation, "esearch"),
    "F28-no-translation": Kind("hits, and no QueryTranslation at all", spoiled.no_translation, "esearch"),
}

FAULTS: dict[str, Kind] = {**REFUSALS, **CONNECTION, **RECORDS, **STATE}

# What needs no fault: the server always does it.
ALWAYS = {
    "F14": "retmax and history windows are cut at 9,999",
    "F15": "ESearch answers a retstart above 9998 with JSON that holds a raw line feed",
    "F21": "the relevance order drifts from call to call",
    "F22": "Settings.dtd and Settings.dtd_served",
    "F28": "phrases outside the index, unknown tags and tags on groups are dropped",
    "F29": "ESpell succeeds with an empty ERROR, and every zero says that no items were found",
    "F31": "the rate limit counts by key and by address",
}
