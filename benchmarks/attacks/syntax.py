"""PDF files written by hand, object by object: honest ones as odd programs write them, and a frame for hostile ones."""

import random
import zlib

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A stream object's inside."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), head, content)


def assembled(parts: dict[int, bytes], *, end: bytes = b"\n", trailer: bytes = b"", shift: int = 0) -> bytes:
    """The objects by number with their table; `shift` moves every place in it, `trailer` is added to the trailer."""
    data = b"%PDF-1.7" + end
    places = {}
    for number, part in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj%s%s%sendobj%s" % (number, end, part, end, end)
    size = max(parts) + 1
    lines = b"".join(
        b"%010d 00000 n%s" % (places[n] + shift, (end + b" ")[:2].rjust(2)) if n in places else b"0000000000 65535 f \n"
        for n in range(size)
    )
    head = b"<< /Size %d /Root 1 0 R %s >>" % (size, trailer)
    return data + b"xref%s0 %d%s%strailer%s%s%sstartxref%s%d%s%%%%EOF%s" % (
        *(end, size, end, lines, end, head, end, end, len(data), end, end),
    )


def words(lines: list[str], chance: random.Random) -> bytes:
    """A content stream that shows lines, each in one of the ways there are."""
    content = b"BT /F1 10 Tf 50 800 Td 14 TL\n"
    for line in lines:
        raw = line.encode("cp1252")
        how = chance.randrange(4)
        if how == 0:
            content += b"<%s> Tj T*\n" % raw.hex().encode()
        elif how == 1 and len(raw) > 4:
            half = len(raw) // 2
            content += b"[%s -5 %s] TJ T*\n" % (_string(raw[:half]), _string(raw[half:]))
        elif how == 2:
            content += b"%s Tj 0 -14 Td\n" % _string(raw)
        else:
            content += b"%s Tj T*\n" % _string(raw)
    return content + b"ET"


def document(lines: list[str], chance: random.Random) -> bytes:
    """An honest page by hand: packed or not, its content in pieces or not, and its table as a table or as a stream."""
    content = words(lines, chance)
    parts = {1: CATALOG, 2: PAGES, 3: PAGE, 5: FONT}
    how = chance.choice(("plain", "packed", "pieces", "hexadecimal"))
    if how == "packed":
        parts[4] = stream(zlib.compress(content), b"/Filter /FlateDecode")
    elif how == "hexadecimal":
        parts[4] = stream(content.hex().encode() + b">", b"/Filter /ASCIIHexDecode")
    elif how == "pieces":
        cut = content.index(b"\n", len(content) // 2)
        parts[3] = PAGE.replace(b"4 0 R", b"[4 0 R 6 0 R]")
        parts |= {4: stream(content[:cut]), 6: stream(content[cut:])}
    else:
        parts[4] = stream(content)
    if chance.random() < 0.3:
        return with_table_in_a_stream(parts)
    return assembled(parts, end=chance.choice((b"\n", b"\r\n", b"\r")))


def with_table_in_a_stream(parts: dict[int, bytes], *, inside: bytes = b"") -> bytes:
    """The same with a cross-reference stream, and font, catalog and tree in an object stream (`inside` replaces it)."""
    packed = {number: part for number, part in parts.items() if b"stream\n" not in part}
    loose = {number: part for number, part in parts.items() if number not in packed}
    holder, table = max(parts) + 1, max(parts) + 2
    offsets, bodies = b"", b""
    for number, part in packed.items():
        offsets += b"%d %d " % (number, len(bodies))
        bodies += part + b" "
    head = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(packed), len(offsets))
    loose[holder] = stream(zlib.compress(inside or offsets + bodies), head)
    data = b"%PDF-1.7\n"
    rows = {0: (0, 0, 255)}
    for number, part in loose.items():
        rows[number] = (1, len(data), 0)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows |= {number: (2, holder, index) for index, number in enumerate(packed)} | {table: (1, len(data), 0)}
    entries = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([index]) for _, (kind, place, index) in sorted(rows.items())
    )
    head = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Filter /FlateDecode" % (table + 1)
    body = stream(zlib.compress(entries), head)
    return data + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, body, len(data))


def _string(raw: bytes) -> bytes:
    return b"(" + raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
