"""JSON schemas: which ones the server's grammar converter refuses, and a value that fits a schema.

`build` follows the order that the grammar forces: required properties first in the order of `properties`, then the
rest.
"""

import re
from collections.abc import Callable

from tests.servers.ollama.wire import ApiError, dumps

_TYPES = ("object", "array", "string", "number", "integer", "boolean", "null")
_MOST_REPETITIONS = 2000
Chooser = Callable[[str, dict, int], object]


def nested_error(message: str, *, kind: str = "invalid_request_error", **more: object) -> ApiError:
    """An error of the inner server: its JSON body arrives as a string inside ours."""
    body = dumps({"error": {"code": 400, "message": message, "type": kind, **more}})
    return ApiError(400, body.decode())


def check_format(form: object) -> None:
    """Raise ApiError for a `format` that the server refuses."""
    if form in (None, "", "json"):
        return
    if not isinstance(form, dict):
        quoted = dumps(form).decode()
        raise ApiError(500, f'invalid format: {dumps(quoted).decode()}; expected "json" or a valid JSON Schema object')
    if not _convertible(form, form):
        raise nested_error("Failed to initialize samplers: failed to parse grammar")


def _convertible(schema: object, root: dict) -> bool:
    if isinstance(schema, bool):
        return schema
    if not isinstance(schema, dict):
        return False
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    pattern = schema.get("pattern", "^$")
    if any(kind not in _TYPES for kind in kinds) or not (pattern.startswith("^") and pattern.endswith("$")):
        return False
    if max(schema.get("maxLength", 0), schema.get("maxItems", 0)) >= _MOST_REPETITIONS:
        return False
    if "$ref" in schema and resolve(schema, root) is schema:
        return False
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *schema.get("oneOf", [])]
    inner += [schema["items"]] if "items" in schema else []
    return all(_convertible(part, root) for part in inner)


def resolve(schema: dict, root: dict) -> dict:
    """Follow a `$ref` inside the same document; gives the schema itself back when it leads nowhere."""
    found: object = root
    for name in schema.get("$ref", "#").removeprefix("#").strip("/").split("/"):
        if name and isinstance(found, dict):
            found = found.get(name)
    return found if isinstance(found, dict) and "$ref" in schema else schema


def build(schema: dict, choose: Chooser, *, alphabetical: bool = False) -> object:
    """A value that fits the schema.

    `choose(name, schema, index)` may give a value for a property, or None to let the rule choose; of "#name" it may
    give the length of a list of objects. `index` is the
    position in the nearest list. `alphabetical` orders keys as the native path does.
    """
    return _build(schema, schema, choose, "", 0, alphabetical)


def _build(schema: dict, root: dict, choose: Chooser, name: str, index: int, alphabetical: bool) -> object:
    schema = resolve(schema, root)
    for key in ("anyOf", "oneOf"):
        if schema.get(key):
            return _build(schema[key][0], root, choose, name, index, alphabetical)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        keys = _ordered_keys(schema, alphabetical=alphabetical)
        return {key: _build(schema["properties"][key], root, choose, key, index, alphabetical) for key in keys}
    if kind == "array":
        items = resolve(schema.get("items", {}), root)
        count = choose("#" + name, schema, index) if "properties" in items else 0
        count = min(max(count or 0, schema.get("minItems", 0)), schema.get("maxItems", 50))
        return [
            _build(schema.get("items", {}), root, choose, name, position, alphabetical) for position in range(count)
        ]
    return fitted(choose(name, schema, index), schema, kind, name, index)


def _ordered_keys(schema: dict, *, alphabetical: bool) -> list[str]:
    properties = schema.get("properties", {})
    if alphabetical:
        return sorted(properties)
    required = schema.get("required", [])
    return [key for key in properties if key in required] + [key for key in properties if key not in required]


def fitted(value: object, schema: dict, kind: str, name: str, index: int) -> object:
    """The nearest value that the grammar lets through: choices, bounds of integers, lengths of strings."""
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return value if value in schema["enum"] else schema["enum"][0]
    if kind == "null":
        return None
    if kind == "boolean":
        return bool(value)
    if kind in ("integer", "number"):
        number = value if isinstance(value, int | float) else schema.get("minimum", 0)
        return (
            min(max(int(number), schema.get("minimum", number)), schema.get("maximum", number))
            if kind == "integer"
            else number
        )
    text = value if isinstance(value, str) else _some_text(schema, name, index)
    return text[: schema.get("maxLength", len(text))].ljust(schema.get("minLength", 0), ".")


def _some_text(schema: dict, name: str, index: int) -> str:
    words = f"{name.replace('_', ' ') or 'text'} {index + 1}"
    if "pattern" not in schema:
        return words
    letters = "abcdefghijklmnopqrstuvwxyz"
    tries = [*letters[index % 26 :], *letters, *"0123456789", words, words.replace(" ", "-"), "2026-01-01", ""]
    return next((text for text in tries if re.fullmatch(schema["pattern"], text)), words)
