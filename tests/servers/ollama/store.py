"""The installed models, and what can be pulled."""

import re
import time
from dataclasses import replace

from tests.servers.ollama.catalogue import LIBRARY, Model
from tests.servers.ollama.wire import ApiError

_NAME = re.compile(r"(?:[\w.-]+(?::\d+)?/)?(?:[\w-][\w.-]*/)?[\w][\w.-]*(?::[\w][\w.-]*)?")
_PREFIXES = ("registry.ollama.ai/", "library/")


def full_name(name: str) -> str:
    """The name with its tag, and without the public library's prefix; raises ApiError 400 for what is no name."""
    if not _NAME.fullmatch(name):
        raise ApiError(400, "invalid model name")
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


class Store:
    """Models by full name. `library` is what /api/pull finds; `partial` are bytes already pulled, by layer."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.library: dict[str, Model] = dict(LIBRARY)
        self.models: dict[str, Model] = {}
        self.partial: dict[str, int] = {}
        self.blobs: dict[str, bytes] = {}
        for name in names:
            self.install(name)

    def install(self, model: str | Model) -> Model:
        """Install a model at once, by its library name or as given; raises KeyError when the library has none."""
        found = self.library[full_name(model)] if isinstance(model, str) else model
        found = replace(found, modified_ns=time.time_ns())
        self.models[found.name] = found
        return found

    def remove(self, name: str) -> Model | None:
        return self.models.pop(full_name(name), None)

    def find(self, name: str) -> Model | None:
        return self.models.get(full_name(name))

    def newest_first(self) -> list[Model]:
        return sorted(self.models.values(), key=lambda model: -model.modified_ns)

    def has_layer(self, digest: str) -> bool:
        return any(layer.digest == digest for model in self.models.values() for layer in model.layers)

    def copy(self, source: str, destination: str) -> None:
        """Give an installed model a second full name."""
        model = self.models[full_name(source)]
        self.models[destination] = replace(model, name=destination, modified_ns=time.time_ns())
