"""PDF files that attack their reader, each by a way of its own."""

import random
import zlib
from collections.abc import Callable

from benchmarks.attacks.syntax import CATALOG, FONT, PAGE, PAGES, assembled, stream, with_table_in_a_stream

MEGABYTE = 1024 * 1024
_SHOWN = b"BT /F1 11 Tf 60 700 Td (Jane Example, engineer at Harbour Logistics) Tj ET"


def _file(**changes: bytes | dict[int, bytes]) -> bytes:
    """An honest page but for the objects that are given: catalog, pages, page, content, font, and `more` by number."""
    parts = {
        1: changes.get("catalog", CATALOG),
        2: changes.get("pages", PAGES),
        3: changes.get("page", PAGE),
        4: changes.get("content", stream(_SHOWN)),
        5: changes.get("font", FONT),
    }
    return assembled(parts | changes.get("more", {}), trailer=changes.get("trailer", b""))


def _packed(content: bytes, filters: bytes = b"/Filter /FlateDecode") -> bytes:
    return stream(zlib.compress(content, 9), filters)


def deflate_bomb(chance: random.Random) -> bytes:
    """A page whose content unpacks, in one to three layers, to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    layers, megabytes = chance.randrange(1, 4), chance.choice((100, 300, 800))
    piece = chance.choice((b" ", b"q ", b"0 0 m\n")) * (MEGABYTE // 2)
    head, block = (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = head + block * (megabytes - 1) + packer.flush()
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return _file(content=stream(packed, b"/Filter [%s]" % (b"/FlateDecode " * layers)))


def run_lengths(chance: random.Random) -> bytes:
    runs = bytes([129, 32]) * 400_000
    return _file(content=stream(zlib.compress(runs), b"/Filter [/FlateDecode /RunLengthDecode]"))


def many_operators(chance: random.Random) -> bytes:
    """Millions of drawn things that show nothing."""
    step = chance.choice((b"0 0 1 1 re f\n", b"q Q\n", b"BT ET\n", b"0 0 m 600 800 l S\n", b"/F1 8 Tf\n"))
    return _file(content=_packed(step * chance.choice((200_000, 1_000_000))))


def many_letters(chance: random.Random) -> bytes:
    """One page with a hundred thousand glyphs and more, over each other or in rows."""
    row = b"(" + b"Ignore " * 20 + b") Tj %s\n" % chance.choice((b"T*", b"0 0 Td"))
    return _file(content=_packed(b"BT /F1 1 Tf 2 TL 50 800 Td " + row * chance.choice((800, 3000)) + b"ET"))


def many_shades(chance: random.Random) -> bytes:
    """A shade computed by a long function, again and again over the whole page."""
    shade = b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 6 0 R >>"
    code = b"{ " + b"dup mul sqrt " * 300 + b"pop 1 1 }"
    more = {6: stream(code, b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]"), 7: shade}
    page = PAGE.replace(b"/Font <<", b"/Shading << /S 7 0 R >> /Font <<")
    return _file(page=page, more=more, content=stream(b"q 600 0 0 800 0 0 cm /S sh Q\n" * 60 + _SHOWN))


def tiling(chance: random.Random) -> bytes:
    """A pattern of very small tiles over all that there is."""
    head = b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep %s /YStep %s /Resources << >>"
    head %= (chance.choice((b".01", b".5", b"2", b"0", b"-9", b"1e9")),) * 2
    page = PAGE.replace(b"/Font <<", b"/Pattern << /P 6 0 R >> /Font <<")
    content = b"/Pattern cs /P scn 0 0 9999 9999 re f " + _SHOWN
    return _file(page=page, more={6: stream(b"0 0 1 1 re f", head)}, content=stream(content))


def forms_in_themselves(chance: random.Random) -> bytes:
    """A form that shows itself, or forms that show the next one ten times each."""
    page = PAGE.replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    if chance.random() < 0.5:
        more = {6: stream(b"/X Do", b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")}
    else:
        depth = chance.choice((6, 8, 20))
        head = b"/Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> >>"
        more = {6 + n: stream(b"/X Do " * 10, head % (7 + n)) for n in range(depth)}
        more[6 + depth] = stream(b"0 0 9 9 re f", b"/Subtype /Form /BBox [0 0 9 9]")
    return _file(page=page, more=more, content=stream(b"/X Do " + _SHOWN))


def tree_in_itself(chance: random.Random) -> bytes:
    kids = chance.choice(
        (b"[2 0 R]", b"[3 0 R 2 0 R]", b"[1 0 R]", b"[2 0 R 2 0 R 2 0 R]", b"2 0 R", b"[4 0 R 99 0 R]")
    )
    return _file(pages=b"<< /Type /Pages /Kids %s /Count 3 >>" % kids)


def deep_tree(chance: random.Random) -> bytes:
    """Pages under pages under pages, thousands of levels."""
    depth = chance.choice((100, 2000, 20_000))
    more = {
        10 + n: b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [%d 0 R] >>" % (9 + n, 11 + n) for n in range(depth)
    }
    more[10 + depth] = PAGE.replace(b"/Parent 2", b"/Parent %d" % (9 + depth))
    return _file(pages=b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", more=more)


def lying_count(chance: random.Random) -> bytes:
    count = chance.choice((b"-1", b"0", b"2147483647", b"99999999999999999999", b"(x)", b"59", b"2 0 R"))
    return _file(pages=PAGES.replace(b"/Count 1", b"/Count " + count))


def many_pages(chance: random.Random) -> bytes:
    number = chance.choice((59, 61, 5000, 100_000))
    return _file(pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * number, number))


def length_of_itself(chance: random.Random) -> bytes:
    """A stream whose length is the stream, another one's, or a chain without an end."""
    length = chance.choice((b"4 0 R", b"6 0 R", b"99 0 R", b"-5", b"999999999999"))
    body = b"<< /Length %s >>\nstream\n%s\nendstream" % (length, _SHOWN)
    return _file(content=body, more={6: b"7 0 R", 7: b"6 0 R"})


def table_of_itself(chance: random.Random) -> bytes:
    """A trailer that names itself, a later place or nothing as the table before it."""
    data = _file()
    place = data.rindex(b"xref\n0 ")
    return _file(trailer=b"/Prev %d" % chance.choice((place, place + 3, 0, 10**12, -1)))


def wrong_table(chance: random.Random) -> bytes:
    parts = {1: CATALOG, 2: PAGES, 3: PAGE, 4: stream(_SHOWN), 5: FONT}
    return assembled(parts, shift=chance.choice((1, -3, 17, 400)))


def object_stream_in_itself(chance: random.Random) -> bytes:
    """An object stream that holds its own objects' holder, or places far outside."""
    inside = chance.choice((b"6 0 1 9 2 18 << /Length 6 0 R >>", b"1 999999999 2 -4 3 0 ", b"1 0 " * 9000, b""))
    return with_table_in_a_stream({1: CATALOG, 2: PAGES, 3: PAGE, 4: stream(_SHOWN), 5: FONT}, inside=inside)


def deep_objects(chance: random.Random) -> bytes:
    """Arrays in arrays, dictionaries in dictionaries, thousands of levels."""
    depth = chance.choice((500, 5000, 200_000))
    opened, closed = chance.choice(((b"[", b"]"), (b"<< /A ", b" >>"), (b"(", b")")))
    deep = opened * depth + closed * depth
    return chance.choice(
        (_file(more={6: deep}, catalog=CATALOG[:-2] + b"/Names 6 0 R >>"), _file(content=stream(deep)))
    )


def mad_picture(chance: random.Random) -> bytes:
    """A picture with sizes that nobody has memory for, or of bytes that are none."""
    kinds = (b"/FlateDecode", b"/DCTDecode", b"/JPXDecode", b"/JBIG2Decode", b"/CCITTFaxDecode", b"/LZWDecode")
    sides = (0, 1, -5, 30_000, 65_535, 2_147_483_647)
    colours = (b"/DeviceRGB", b"/DeviceGray", b"[/Indexed /DeviceRGB 255 (x)]", b"[/Indexed 6 0 R 1 (x)]", b"/Pattern")
    head = b"/Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace %s /Filter %s" % (
        *(chance.choice(sides), chance.choice(sides), chance.choice((1, 2, 8, 16, 77)), chance.choice(colours)),
        chance.choice(kinds),
    )
    junk = chance.choice((b"", zlib.compress(b"\0" * MEGABYTE), b"\xff\xd8\xff\xe0", chance.randbytes(4000)))
    junk = chance.choice((junk, b"\xff\x4f\xff\x51\x00\x2f" + junk, b"\0\0\0\x0cjP  \r\n\x87\n" + junk))
    decode = b" /DecodeParms << /K %d /Columns %d /Predictor 15 >>" % (chance.choice((-1, 0, 4)), chance.choice(sides))
    page = PAGE.replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    return _file(
        page=page, more={6: stream(junk, head + decode)}, content=stream(b"q 500 0 0 700 50 50 cm /X Do Q " + _SHOWN)
    )


def mad_font(chance: random.Random) -> bytes:
    """A font that is no font, is itself, or names letters that there are none of."""
    ways = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255 "
        b"/Widths [1] /Encoding << /Differences [74 /a] >> /CharProcs << /a 6 0 R >> "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /FontFile2 6 0 R >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << /FontFile 6 0 R >> /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar -9 /LastChar 2000000000 /Widths 5 0 R >>",
        b"<< /Type /Font /Subtype /Type0 /Encoding 6 0 R /ToUnicode 6 0 R /DescendantFonts [<< /Subtype /CIDFontType2 "
        b"/W [0 99999999 5] /DW 9e99 /CIDToGIDMap 6 0 R >>] >>",
    )
    ranges = b"begincmap 9999 beginbfrange <0000> <FFFF> <0041> endbfrange " * 500 + b"endcmap"
    junk = chance.choice(
        (chance.randbytes(3000), b"\0\1\0\0\xff\xff" + bytes(3000), ranges, b"BT /F1 9 Tf (aaaa) Tj ET")
    )
    return _file(font=chance.choice(ways), more={6: stream(junk, b"/Length1 3000")})


def mad_sizes(chance: random.Random) -> bytes:
    """A page with a size, a scale, a turn or a unit that is none."""
    box = chance.choice((b"[0 0 0 0]", b"[0 0 1e9 1e9]", b"[9 9 -9 -9]", b"[0 0 200000 3]", b"[null (a) /b 3]", b"7"))
    more = chance.choice((b"/Rotate 91", b"/UserUnit 1e20", b"/Rotate -99999990", b"/CropBox [900 900 901 901]", b""))
    return _file(page=PAGE.replace(b"[0 0 595 842]", box + more))


def locked_by_lies(chance: random.Random) -> bytes:
    """An encryption that says impossible things of itself."""
    ways = (b"/V 9 /R 9", b"/V 5 /R 6 /Length 99999", b"/V 4 /R 4 /CF 6 0 R /StmF /X", b"/V 1 /R 2 /O 6 0 R /U ()")
    lock = b"<< /Filter /Standard %s /O (%s) /U (%s) /P -4 >>" % (chance.choice(ways), b"o" * 32, b"u" * 32)
    return _file(more={6: lock}, trailer=b"/Encrypt 6 0 R /ID [(a) (b)]")


def annotations_without_end(chance: random.Random) -> bytes:
    """Thousands of fields, or fields that are each other's parents."""
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (Jane) /Rect [9 9 99 99] /Parent %d 0 R /Kids [7 0 R] >>"
    )
    page = PAGE[:-2] + b"/Annots [%s] >>" % (b"6 0 R 7 0 R " * chance.choice((1, 3000)))
    catalog = CATALOG[:-2] + b"/AcroForm << /Fields [6 0 R 7 0 R] >> >>"
    return _file(page=page, catalog=catalog, more={6: field % 7, 7: field % 6})


def actions(chance: random.Random) -> bytes:
    """Scripts, launched programs, addresses and attached files: nothing here may do anything."""
    does = chance.choice(
        (b"/JavaScript /JS (while (1) {})", b"/Launch /F (/bin/sh)", b"/URI /URI (http://127.0.0.1:1/)")
    )
    return _file(catalog=CATALOG[:-2] + b"/OpenAction << /S %s >> /Outlines 1 0 R >>" % does)


def properties_without_end(chance: random.Random) -> bytes:
    """Megabytes of title, or metadata with entities."""
    doubled = b"".join(b'<!ENTITY a%d "&a%d;&a%d;&a%d;">' % (n, n - 1, n - 1, n - 1) for n in range(1, 40))
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">' + doubled + b"]><x>&a39;</x>"
    catalog = CATALOG[:-2] + b"/Metadata 6 0 R >>"
    more = {6: stream(xml, b"/Type /Metadata /Subtype /XML"), 7: b"<< /Title (%s) >>" % (b"ignore " * 300_000)}
    return _file(catalog=catalog, more=more, trailer=b"/Info 7 0 R")


def layers_without_end(chance: random.Random) -> bytes:
    """Marked content opened and never closed, and states saved and never given back."""
    opened = chance.choice((b"q ", b"/OC /X BDC ", b"/Span << /ActualText (Jane) >> BDC ", b"BT "))
    return _file(content=_packed(opened * chance.choice((1000, 300_000)) + _SHOWN))


ATTACKS: tuple[Callable[[random.Random], bytes], ...] = (
    deflate_bomb,
    run_lengths,
    many_operators,
    many_letters,
    many_shades,
    tiling,
    forms_in_themselves,
    tree_in_itself,
    deep_tree,
    lying_count,
    many_pages,
    length_of_itself,
    table_of_itself,
    wrong_table,
    object_stream_in_itself,
    deep_objects,
    mad_picture,
    mad_font,
    mad_sizes,
    locked_by_lies,
    annotations_without_end,
    actions,
    properties_without_end,
    layers_without_end,
)
