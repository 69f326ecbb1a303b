"""The models the simulator knows: real names, digests and sizes of the public library where they are known.

Where only the first characters of a digest or a rounded size are known, the rest is filled by a hash of the name:
stable, of the right length, but not the real one. The layers of qwen2.5:7b have their real sizes.
"""

import hashlib
from dataclasses import dataclass, field, replace


def filled_digest(start: str, *, name: str) -> str:
    """64 hexadecimal digits that begin with the known ones."""
    return (start + hashlib.sha256(name.encode()).hexdigest())[:64]


@dataclass(frozen=True)
class Layer:
    """One blob of a model; `kind` is config, model, system, template, license, params or adapter. `size` in bytes."""

    digest: str
    size: int
    kind: str


@dataclass(frozen=True)
class Model:
    """One installed or pullable model.

    `context` and `embedding` in numbers of tokens and of dimensions; `kv_bytes` is the key-value cache of one token;
    `native` models get their schema's keys in alphabetical order and refuse an over-long prompt.
    """

    name: str
    digest: str
    size: int
    family: str = "qwen2"
    parameters: str = "7.6B"
    quantization: str = "Q4_K_M"
    context: int = 32768
    embedding: int = 3584
    layers_count: int = 28
    kv_heads: int = 4
    capabilities: tuple[str, ...] = ("completion", "tools")
    system: str = ""
    licence: str = "Apache License Version 2.0, January 2004"
    layers: tuple[Layer, ...] = ()
    options: dict = field(default_factory=dict)
    native: bool = False
    modified_ns: int = 0

    @property
    def blob(self) -> str:
        """Digest of the weights: models with the same one share a runner."""
        return next((layer.digest for layer in self.layers if layer.kind == "model"), self.digest)

    @property
    def adapters(self) -> tuple[str, ...]:
        return tuple(layer.digest for layer in self.layers if layer.kind == "adapter")

    @property
    def kv_bytes(self) -> int:
        return 2 * self.layers_count * self.kv_heads * 128 * 2

    @property
    def begins(self) -> int:
        """How many tokens the tokeniser adds in front of a prompt."""
        return int(self.family in ("llama", "gemma2", "gemma3"))

    @property
    def thinking(self) -> bool:
        return "thinking" in self.capabilities

    def details(self, *, legacy: bool, full: bool) -> dict:
        """The `details` object; `full` adds what only /api/tags of newer servers shows."""
        details = {
            "parent_model": "",
            "format": "gguf",
            "family": self.family,
            "families": [self.family],
            "parameter_size": self.parameters,
            "quantization_level": self.quantization,
        }
        if full and not legacy:
            details |= {"context_length": self.context, "embedding_length": self.embedding}
        return details


QWEN_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant."
_QWEN_7B_LAYERS = tuple(
    Layer(filled_digest(start, name=start), size, kind)
    for start, size, kind in (
        ("2bada8a74506", 4_683_073_952, "model"),
        ("66b9ea09bd5b", 68, "system"),
        ("eb4402837c78", 1_482, "template"),
        ("832dd9e00a68", 11_343, "license"),
        ("2f15b3218f05", 487, "config"),
    )
)
_TEXT = ("completion",)
_TOOLS = ("completion", "tools")
_THINKS = ("completion", "tools", "thinking")
_APACHE, _MIT = "Apache License Version 2.0, January 2004", "MIT License"
_LLAMA, _GEMMA = "Llama Community License Agreement", "Gemma Terms of Use"
_QWEN_7B = "845dbda0ea48ed749caafd9e6037047aa19acfcfd82e704d7ca97d631a0b697e"
_QWEN_14B = "7cdf5a0187d5c58cc5d369b255592f7841d1c4696d45a8c8a9489440385b22f6"
_PHI_14B = "ac896e5b8b34a1f4efa7b14d7520725140d5512484457fab45d2a4ea14c69dba"

# name, known digest, bytes, family, parameters, context, (embedding, layers, kv heads), capabilities, licence
_ROWS = (
    ("qwen2.5:7b", _QWEN_7B, 4_683_087_332, "qwen2", "7.6B", 32768, (3584, 28, 4), _TOOLS, _APACHE),
    ("qwen2.5:14b", _QWEN_14B, 8_988_124_069, "qwen2", "14.8B", 32768, (5120, 48, 8), _TOOLS, _APACHE),
    ("qwen2.5:32b", "9f13ba1299af", 19_851_349_669, "qwen2", "32.8B", 32768, (5120, 64, 8), _TOOLS, _APACHE),
    ("qwen2.5:32b-instruct-q3_K_M", "", 15_935_048_517, "qwen2", "32.8B", 32768, (5120, 64, 8), _TOOLS, _APACHE),
    ("phi4:14b", _PHI_14B, 9_053_116_391, "phi3", "14.7B", 16384, (5120, 40, 10), _TEXT, _MIT),
    ("llama3.1:8b", "46e0c10c039e", 4_920_753_328, "llama", "8.0B", 131072, (4096, 32, 8), _TOOLS, _LLAMA),
    ("llama3.2:3b", "a80c4f17acd5", 2_019_393_189, "llama", "3.2B", 131072, (3072, 28, 8), _TOOLS, _LLAMA),
    ("llama3.3:70b", "a6eb4748fd29", 42_520_413_916, "llama", "70.6B", 131072, (8192, 80, 8), _TOOLS, _LLAMA),
    ("llama3.3:70b-instruct-q2_K", "", 26_375_110_432, "llama", "70.6B", 131072, (8192, 80, 8), _TOOLS, _LLAMA),
    ("deepseek-r1:14b", "c333b7232bdb", 8_988_112_209, "qwen2", "14.8B", 131072, (5120, 48, 8), _THINKS[::2], _MIT),
    ("mistral:7b", "", 4_372_824_384, "llama", "7.2B", 32768, (4096, 32, 8), _TOOLS, _APACHE),
    ("gemma2:9b", "", 5_443_152_417, "gemma2", "9.2B", 8192, (3584, 42, 8), _TEXT, _GEMMA),
    ("gemma3:12b", "f4031aab637d", 8_149_190_253, "gemma3", "12.2B", 131072, (3840, 48, 8), _TEXT, _GEMMA),
    ("mixtral:8x7b", "", 26_442_481_545, "llama", "46.7B", 32768, (4096, 32, 8), _TOOLS, _APACHE),
    ("qwen3:14b", "bdbd181c33f2", 9_276_198_565, "qwen3", "14.8B", 40960, (5120, 40, 8), _THINKS, _APACHE),
    (
        "nomic-embed-text",
        "0a109f422b47",
        274_302_450,
        "nomic-bert",
        "137M",
        2048,
        (768, 12, 12),
        ("embedding",),
        _APACHE,
    ),
)
_ALIASES = {"qwen2.5:latest": "qwen2.5:7b", "phi4:latest": "phi4:14b", "mistral:latest": "mistral:7b"}


def _layers(name: str, size: int) -> tuple[Layer, ...]:
    if name == "qwen2.5:7b":
        return _QWEN_7B_LAYERS
    small = (("template", 1_482), ("license", 11_343), ("config", 487))
    rest = size - sum(count for _, count in small)
    return tuple(Layer(filled_digest("", name=name + kind), count, kind) for kind, count in (("model", rest), *small))


def _models() -> dict[str, Model]:
    models = {}
    for row, start, size, family, parameters, context, (embedding, count, heads), capabilities, licence in _ROWS:
        name = row if ":" in row else f"{row}:latest"
        last = name.rsplit("-", 1)[-1]
        models[name] = Model(
            name=name,
            digest=filled_digest(start, name=name),
            size=size,
            family=family,
            parameters=parameters,
            quantization=last.upper() if last.startswith("q") and "-" in name else "Q4_K_M",
            context=context,
            embedding=embedding,
            layers_count=count,
            kv_heads=heads,
            capabilities=capabilities,
            system=QWEN_SYSTEM if name.startswith("qwen2.5") else "",
            licence=licence,
            layers=_layers(name, size),
        )
    return models | {alias: replace(models[name], name=alias) for alias, name in _ALIASES.items()}


LIBRARY: dict[str, Model] = _models()
