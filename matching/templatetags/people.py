"""People in words: whose document, what two documents share, when somebody worked where."""

from django import template

register = template.Library()

SIGN_WORDS = {
    "text": "the same text",
    "near_text": "nearly the same text",
    "email": "the same e-mail address",
    "phone": "the same phone number",
    "name": "the same name",
}
FIELD_WORDS = {"name": "Name", "email": "E-mail", "phone": "Phone", "location": "Lives in"}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@register.filter
def nth(number: int) -> str:
    """`2` as 2nd."""
    tens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if tens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@register.filter
def sign_words(signs: list[str]) -> str:
    """What two documents share, as a phrase."""
    words = [SIGN_WORDS.get(sign, sign) for sign in signs]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


@register.filter
def field_words(field: str) -> str:
    """The label of a field of a person."""
    return FIELD_WORDS[field]


@register.filter
def role_span(role: dict) -> str:
    """When a role or study was: `Mar 2019 – today`."""
    begin, last = _when(role.get("begin", "")), "today" if role.get("open") else _when(role.get("last", ""))
    return begin if begin == last else " – ".join(part for part in (begin, last) if part)


@register.filter
def language_words(languages: list[dict]) -> str:
    """`German (native), English C1`."""
    return ", ".join(_language(each) for each in languages)


def _language(each: dict) -> str:
    level = each["level"]
    if not level:
        return each["name"].title()
    return f"{each['name'].title()} {level}" if level[0].isupper() else f"{each['name'].title()} ({level})"


def _when(text: str) -> str:
    """`2019-03` as Mar 2019."""
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
