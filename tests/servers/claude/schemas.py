"""The rules for an answer's schema, as far as they are documented: what is not supported is a 400."""

import hashlib
import json
from collections.abc import Iterator

from tests.servers.claude.wire import invalid

_ALLOWED = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "allOf", "$ref",
    "$defs", "definitions", "description", "title", "default", "format", "minItems", "pattern", "examples",
}  # fmt: skip
_FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"}
_TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}
MOST_OPTIONAL, MOST_UNIONS = 24, 16


def check_schema(schema: object) -> None:
    """Raise ApiError 400 for a schema that the API does not compile."""
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise invalid("output_config.format.schema: the top level must be an object")
    optional = unions = 0
    for part in _parts(schema):
        _check_part(part)
        optional += len(part.get("properties", {}).keys() - set(part.get("required", [])))
        unions += "anyOf" in part or isinstance(part.get("type"), list)
    if optional > MOST_OPTIONAL:
        raise invalid(f"Schemas contain too many optional parameters ({optional}, the limit is {MOST_OPTIONAL})")
    if unions > MOST_UNIONS:
        raise invalid(f"Schemas contain too many union types ({unions}, the limit is {MOST_UNIONS})")


def shape(schema: object) -> str:
    """A name for the structure of a schema: what the server compiles once. Descriptions do not count."""
    return hashlib.sha256(json.dumps(_bare(schema)).encode()).hexdigest()


def _check_part(part: dict) -> None:
    for name in part.keys() - _ALLOWED:
        raise invalid(f"output_config.format.schema: For 'type', property '{name}' is not supported")
    kinds = part.get("type", [])
    if set([kinds] if isinstance(kinds, str) else kinds) - _TYPES:
        raise invalid("output_config.format.schema: unknown type")
    if part.get("type") == "object" and part.get("additionalProperties") is not False:
        raise invalid("output_config.format.schema: For 'object' type, 'additionalProperties' must be false")
    if set(part.get("required", [])) - part.get("properties", {}).keys():
        raise invalid("output_config.format.schema: a required property is not described")
    if part.get("minItems", 0) not in (0, 1):
        raise invalid("output_config.format.schema: For 'array' type, 'minItems' values other than 0 or 1")
    if "format" in part and part["format"] not in _FORMATS:
        raise invalid("output_config.format.schema: this format is not supported")
    if not str(part.get("$ref", "#")).startswith("#"):
        raise invalid("output_config.format.schema: external $ref is not supported")


def _parts(schema: object) -> Iterator[dict]:
    """A schema and all schemas within it; a circle of references shows as a depth that no schema has."""
    yield from _below(schema, {}, depth=0)


def _below(schema: object, defs: dict, *, depth: int) -> Iterator[dict]:
    if not isinstance(schema, dict):
        raise invalid("output_config.format.schema: a part is no schema")
    if depth > 30:
        raise invalid("output_config.format.schema: Recursive schemas are not supported")
    yield schema
    defs = defs | schema.get("$defs", {}) | schema.get("definitions", {})
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *schema.get("allOf", [])]
    inner += [schema["items"]] if "items" in schema else []
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    inner += [defs[name]] if name in defs else []
    for one in inner:
        yield from _below(one, defs, depth=depth + 1)


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items() if name not in ("description", "title")}
    return [_bare(one) for one in value] if isinstance(value, list) else value
