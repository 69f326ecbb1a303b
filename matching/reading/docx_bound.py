"""Content controls of a DOCX that are bound to its XML data: Word shows what the data say, not what stands there."""

import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from matching.exceptions import UnreadableError
from matching.reading.docx_styles import child, local, value
from matching.reading.limits import Limits
from matching.reading.zips import parse_xml, unpack

MOST_PARTS = 40
MOST_LETTERS = 20_000
_ITEM = re.compile(r"customXml/item(\d+)\.xml|docProps/(?:core|app)\.xml")
# Their data are written in another way than they are shown.
_OTHER_KINDS = frozenset({"date", "dropDownList", "comboBox", "picture", "checkbox", "richText", "showingPlcHdr"})
# A plain path to one element or attribute: what Word writes, and nothing that costs time.
_PATH = re.compile(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d+\])?){1,30}(?:/@(?:[\w.-]+:)?[\w.-]+)?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")


@dataclass(slots=True)
class Store:
    """The XML parts that controls may be bound to, by their ids; those without one by their place."""

    parts: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: zipfile.ZipFile, *, limits: Limits) -> "Store":
        """From a package; parts that are broken are left out."""
        store, names = cls(), set(archive.namelist())
        for name in [name for name in archive.namelist() if _ITEM.fullmatch(name)][:MOST_PARTS]:
            root = _parsed(archive, name, limits=limits)
            props = name.replace("/item", "/itemProps")
            known = _parsed(archive, props, limits=limits) if props != name and props in names else None
            ident = (
                next((text for key, text in known.attrib.items() if key.endswith("}itemID")), "")
                if (known is not None)
                else ""
            )
            if root is not None:
                store.parts[(ident or name).upper()] = root
        return store

    def value_of(self, control: etree._Element) -> str | None:
        """The text that Word shows in a control (`w:sdt`); None where it is not bound to a text that is there."""
        properties = child(control, "sdtPr")
        binding = child(properties, "dataBinding")
        if binding is None or not _OTHER_KINDS.isdisjoint(map(local, properties)):
            return None
        if not _PATH.fullmatch(path := value(binding, "xpath")):
            return None
        spaces = {prefix: one or other for prefix, one, other in _PREFIX.findall(value(binding, "prefixMappings"))}
        asked = self.parts.get(value(binding, "storeItemID").upper())
        for root in [asked] if asked is not None else self.parts.values():
            try:
                found = root.xpath(path, namespaces={key: space for key, space in spaces.items() if space})
            except etree.XPathError:
                continue
            if found:
                text = found[0] if isinstance(found[0], str) else "".join(found[0].itertext())
                # Rich text is kept as a document within: what it shows is what stands in the control.
                return None if text.lstrip().startswith("<") else " ".join(text[:MOST_LETTERS].split())
        return None


def _parsed(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> etree._Element | None:
    try:
        return parse_xml(unpack(archive, name, limits=limits))
    except UnreadableError:
        return None
