"""DOCX, ODT and ZIP files that attack their reader."""

import functools
import io
import random
import struct
import zipfile
from collections.abc import Callable

import docx

_DATE = (2026, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MEGABYTE = 1024 * 1024
_TEXT = "Jane Example, engineer at Harbour Logistics"


@functools.cache
def _parts() -> dict[str, bytes]:
    """What python-docx writes for one paragraph."""
    document = docx.Document()
    document.add_paragraph(_TEXT)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_of(files: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these entries, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, packing)
    return stream.getvalue()


def _word(changes: dict[str, bytes | None]) -> bytes:
    """The package with parts replaced, added, or (None) taken out."""
    return zip_of({name: data for name, data in (_parts() | changes).items() if data is not None})


def _body(inside: str, *, before: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_W}"><w:body>{inside}</w:body></w:document>'
    return _word({"word/document.xml": xml.encode()})


def blanks(chance: random.Random) -> bytes:
    """A part that unpacks to far more than a document."""
    part = chance.choice(("word/document.xml", "word/styles.xml", "word/media/x.png", "docProps/core.xml"))
    data = _parts().get(part, b"") + chance.choice((b" ", b"<a/>")) * MEGABYTE * chance.choice((10, 60))
    return _word({part: data})


def entities(chance: random.Random) -> bytes:
    """Entities that double, name themselves, or read a file or an address."""
    doubled = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    ways = (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{doubled}<!ENTITY b "&a39;">]>',
        '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY b SYSTEM "http://127.0.0.1:1/">]>',
        '<!DOCTYPE x [<!ENTITY b "&c;"><!ENTITY c "&b;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        f'<!DOCTYPE x [<!ENTITY b "{"x" * 50_000}">]>',
    )
    many = "&b;" * chance.choice((1, 5000))
    return _body(f"<w:p><w:r><w:t>{many}</w:t></w:r></w:p>", before=chance.choice(ways))


def deep(chance: random.Random) -> bytes:
    """Elements in elements: tables, runs, links or unknown ones, thousands of levels."""
    depth = chance.choice((200, 2000, 100_000))
    opened, closed = chance.choice(
        (
            ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            ("<w:hyperlink>", "</w:hyperlink>"),
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            ("<x>", "</x>"),
            ("<w:p><w:r>", "</w:r></w:p>"),
        )
    )
    return _body(opened * depth + f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>" + closed * depth)


def huge(chance: random.Random) -> bytes:
    """Attributes and names of megabytes, or hundreds of thousands of them."""
    ways = (
        f'<w:p a="{"x" * 12 * MEGABYTE}"/>',
        "<w:p " + " ".join(f'a{n}="1"' for n in range(150_000)) + "/>",
        f"<w:p><w:{'x' * MEGABYTE}/></w:p>",
        f"<w:p><w:r><w:t>{'word ' * 3 * MEGABYTE}</w:t></w:r></w:p>",
        "<w:p/>" * 800_000,
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 200_000,
        "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 100_000 + "</w:tbl>",
        f"<!--{'-x' * 3 * MEGABYTE}-->",
        f"<w:p><w:pPr><w:pStyle w:val='{'s' * 100_000}'/></w:pPr></w:p>" * 20,
    )
    return _body(chance.choice(ways))


def styles_in_themselves(chance: random.Random) -> bytes:
    """Styles based on themselves, on each other, or on a chain of thousands."""
    count = chance.choice((1, 2, 20_000))
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % count}"/></w:style>'
        for n in range(count)
    )
    styles = f'<w:styles xmlns:w="{_W}">{made}</w:styles>'.encode()
    body = f'<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr><w:r><w:t>{_TEXT}</w:t></w:r></w:p>'
    xml = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()
    return _word({"word/styles.xml": styles, "word/document.xml": xml})


def relations(chance: random.Random) -> bytes:
    """A package whose parts are missing, are each other, or lie outside."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = (
        "../../../etc/passwd",
        "word/document.xml",
        "",
        "http://127.0.0.1:1/x.docx",
        "/word/none.xml",
        "\\\\a\\b",
    )
    mode = chance.choice(("", ' TargetMode="External"'))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kind}/{what}" Target="{chance.choice(targets)}"{mode}/>'
        for n, what in enumerate(("officeDocument", "header", "footer", "styles", "attachedTemplate", "altChunk"))
    )
    xml = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    return _word({chance.choice(("_rels/.rels", "word/_rels/document.xml.rels")): xml.encode()})


def without_a_part(chance: random.Random) -> bytes:
    return _word({chance.choice(sorted(_parts())): chance.choice((None, b"", b"<", b"\0" * 100, b"{}", b"PK\3\4"))})


def numbers(chance: random.Random) -> bytes:
    """Sizes, indents, spans and colours that are none."""
    value = chance.choice(("99999999999999999999", "-1", "1e400", "NaN", "", "x", "\u0661", "0x9", "2147483648"))
    look = f'<w:rPr><w:sz w:val="{value}"/><w:color w:val="{value}"/><w:w w:val="{value}"/></w:rPr>'
    shape = f'<w:pPr><w:ind w:left="{value}"/><w:spacing w:line="{value}" w:lineRule="exact"/></w:pPr>'
    cell = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{value}"/><w:vMerge w:val="{value}"/></w:tcPr>'
    inside = f"<w:p>{shape}<w:r>{look}<w:t>{_TEXT}</w:t></w:r></w:p>"
    return _body(f"{inside}{cell}{inside}</w:tc></w:tr></w:tbl>")


def odt(chance: random.Random) -> bytes:
    """An ODT with deep, endless, self-based or missing content."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    space = f"xmlns:text='{name}:text:1.0' xmlns:o='{name}:office:1.0'"
    depth = chance.choice((100, 50_000))
    ways = (
        "<text:span>" * depth + _TEXT + "</text:span>" * depth,
        f"<text:s text:c='{chance.choice((10**9, 10**30, -1, 'x'))}'/>{_TEXT}",
        "<text:p/>" * 300_000 + _TEXT,
        _TEXT + "&x;",
        "",
    )
    body = f"<o:doc {space}><o:body><o:text><text:p>{chance.choice(ways)}</text:p></o:text></o:body></o:doc>"
    files = {"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": b"<m/>"}
    return zip_of(files | {"content.xml": body.encode(), "styles.xml": chance.choice((b"", b"<a/>", body.encode()))})


def lying_directory(chance: random.Random) -> bytes:
    """A directory whose sizes, places, names, counts or packing are not those of the entries."""
    data = bytearray(_word({}))
    lines = [at for at in range(len(data) - 4) if data[at : at + 4] == b"PK\x01\x02"]
    for at in chance.sample(lines, k=chance.choice((1, 3, len(lines)))):
        field, form = chance.choice(
            ((10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (30, "<H"), (42, "<I"))
        )
        most = 2 ** (8 * struct.calcsize(form)) - 1
        struct.pack_into(form, data, at + field, chance.choice((0, 1, 99, most, chance.randrange(most))))
    if chance.random() < 0.3:
        end = data.rindex(b"PK\x05\x06")
        struct.pack_into(
            "<HHII", data, end + 8, *(chance.choice((0, 1, 65_535)) for _ in range(2)), 40, chance.randrange(999)
        )
    return bytes(data)


def overlapping(chance: random.Random) -> bytes:
    """Many entries that share one packed body: small, and huge when unpacked."""
    data = zip_of({"a": b"\0" * MEGABYTE * chance.choice((1, 10))})
    start, end = data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    entries, line = chance.choice((500, 4000)), data[start:end]
    name = chance.choice((b"%05d.pdf", b"word/document.xml"))
    names = [name % number if b"%" in name else name for number in range(entries)]
    lines = b"".join(line[:28] + struct.pack("<H", len(one)) + line[30:46] + one for one in names)
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(lines), start, 0)
    return data[:start] + lines + tail


def archive(chance: random.Random) -> bytes:
    """A ZIP of odd names, links, locked, empty, nested and huge entries."""
    inner = zip_of({"a.txt": _TEXT.encode()})
    files = {
        "../../outside.txt": b"x",
        "C:\\outside.txt": b"x",
        "/outside.txt": b"x",
        "a/" * 500 + "deep.txt": _TEXT.encode(),
        "\u202efdp.exe": _TEXT.encode(),
        "x" * 3000 + ".txt": _TEXT.encode(),
        "nested.zip": inner,
        "__MACOSX/._cv.pdf": b"\0\5\x16\7",
        ".DS_Store": b"\0\0\0\1Bud1",
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "empty.pdf": b"",
        "bomb.txt": b" " * MEGABYTE * chance.choice((1, 15, 300)),
        "cv.txt": _TEXT.encode(),
    }
    kept = chance.sample(sorted(files), k=chance.randrange(1, len(files)))
    return zip_of(
        {name: files[name] for name in kept}, packing=chance.choice((0, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA))
    )


ATTACKS: tuple[Callable[[random.Random], bytes], ...] = (
    blanks,
    entities,
    deep,
    huge,
    styles_in_themselves,
    relations,
    without_a_part,
    numbers,
    odt,
    lying_directory,
    overlapping,
)
