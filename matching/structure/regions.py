"""The country that a number without a code belongs to, as far as the text tells: by a code in it, or by its words."""

import re

import phonenumbers

from matching.redaction.plain import plain

_CODE = re.compile(r"(?<![\w+])(?:\+|00)([1-9]\d{0,2})")
_WORDS = {
    "DE": "germany deutschland telefon berufserfahrung lebenslauf ausbildung kenntnisse",
    "AT": "austria osterreich wien",
    "CH": "switzerland schweiz suisse zurich",
    "FR": "france experiences professionnelles formation competences telephone langues",
    "BE": "belgium belgique belgie",
    "ES": "spain espana experiencia formacion idiomas telefono laboral",
    "NL": "netherlands nederland werkervaring opleiding telefoon vaardigheden",
    "IT": "italy italia esperienza istruzione formazione lingue",
    "PT": "portugal experiencia formacao idiomas telemovel",
    "GB": "uk england scotland wales london nhs gcse",
    "US": "usa u.s. california texas york florida gpa",
    "IN": "india mumbai delhi bangalore bengaluru hyderabad pune chennai",
    "PL": "poland polska doswiadczenie",
    "RU": "россия опыт работы образование",
    "CN": "中国",
    "IE": "ireland dublin",
    "AU": "australia sydney melbourne",
}
_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 2


def region_of(text: str) -> str | None:
    """The two letters of a country, or None when nothing tells."""
    for code in _CODE.findall(text):
        for length in (3, 2, 1):
            region = phonenumbers.region_code_for_country_code(int(code[:length])) if len(code) >= length else "ZZ"
            if region not in ("ZZ", "001"):
                return region
    words = set(_WORD.findall(plain(text)))
    counts = {region: len(words.intersection(group.split())) for region, group in _WORDS.items()}
    best = max(counts, key=lambda region: counts[region])
    rival = max(count for region, count in counts.items() if region != best)
    return best if counts[best] >= FEWEST and counts[best] > rival else None
