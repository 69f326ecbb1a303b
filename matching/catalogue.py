"""The eleven local models that the research compared: what they need, what they promise, where they come from.

Memory, speed and quality are the research's estimates for a laptop with 32 GB, not measurements: pages show them as
such and put what was measured here in their place. Sizes, digests, contexts and licences are those of Ollama's library.
"""

from dataclasses import dataclass

GIB = 2**30
# Of all memory: what a system leaves to a model beside everything else, and what it can give if little else runs.
_COMFORTABLE, _MOST = 0.65, 0.90


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEntry:
    """One model of the catalogue. `tag` is its name for `ollama pull`.

    `ram_gb`, `tokens_per_second` and `quality_percent` (of Claude Sonnet's, None where none was given) are estimates.
    `download_bytes` is 0, and `digest` (its beginning, as far as it is known) "", where unknown. `kv_bytes` is what the
    cache takes for each token of context: 2 * layers * key-value heads * head size * 2 bytes.
    """

    label: str
    tag: str
    parameters: str
    quantization: str
    ram_gb: int
    tokens_per_second: tuple[int, int]
    quality_percent: tuple[int, int] | None
    context_length: int
    licence: str
    kv_bytes: int
    download_bytes: int = 0
    digest: str = ""
    thinks: bool = False


def _kv(layers: int, heads: int, size: int = 128) -> int:
    return 2 * layers * heads * size * 2


LOCAL_MODELS: tuple[LocalEntry, ...] = (
    LocalEntry(
        label="Qwen 2.5 7B",
        tag="qwen2.5:7b",
        parameters="7.6B",
        quantization="Q4_K_M",
        ram_gb=6,
        tokens_per_second=(20, 28),
        quality_percent=(68, 72),
        context_length=32_768,
        licence="Apache-2.0",
        kv_bytes=_kv(28, 4),
        download_bytes=4_683_087_332,
        digest="845dbda0ea48ed749caafd9e6037047aa19acfcfd82e704d7ca97d631a0b697e",
    ),
    LocalEntry(
        label="Phi-4 14B",
        tag="phi4:14b",
        parameters="14.7B",
        quantization="Q4_K_M",
        ram_gb=10,
        tokens_per_second=(15, 22),
        quality_percent=(75, 80),
        context_length=16_384,
        licence="MIT",
        kv_bytes=_kv(40, 10),
        download_bytes=9_053_116_391,
        digest="ac896e5b8b34a1f4efa7b14d7520725140d5512484457fab45d2a4ea14c69dba",
    ),
    LocalEntry(
        label="Qwen 2.5 14B",
        tag="qwen2.5:14b",
        parameters="14.8B",
        quantization="Q4_K_M",
        ram_gb=10,
        tokens_per_second=(15, 22),
        quality_percent=(75, 80),
        context_length=32_768,
        licence="Apache-2.0",
        kv_bytes=_kv(48, 8),
        download_bytes=8_988_124_069,
        digest="7cdf5a0187d5c58cc5d369b255592f7841d1c4696d45a8c8a9489440385b22f6",
    ),
    LocalEntry(
        label="Llama 3.1 8B",
        tag="llama3.1:8b",
        parameters="8.0B",
        quantization="Q4_K_M",
        ram_gb=6,
        tokens_per_second=(20, 30),
        quality_percent=(65, 70),
        context_length=131_072,
        licence="Llama 3.1 Community",
        kv_bytes=_kv(32, 8),
        download_bytes=4_900_000_000,
        digest="46e0c10c039e",
    ),
    LocalEntry(
        label="Llama 3.2 3B",
        tag="llama3.2:3b",
        parameters="3.2B",
        quantization="Q4_K_M",
        ram_gb=3,
        tokens_per_second=(40, 60),
        quality_percent=(50, 55),
        context_length=131_072,
        licence="Llama 3.2 Community",
        kv_bytes=_kv(28, 8),
        download_bytes=2_019_393_189,
        digest="a80c4f17acd5",
    ),
    LocalEntry(
        label="Mistral 7B",
        tag="mistral:7b",
        parameters="7.2B",
        quantization="Q4_K_M",
        ram_gb=6,
        tokens_per_second=(25, 35),
        quality_percent=(60, 65),
        context_length=32_768,
        licence="Apache-2.0",
        kv_bytes=_kv(32, 8),
    ),
    LocalEntry(
        label="Gemma 2 9B",
        tag="gemma2:9b",
        parameters="9.2B",
        quantization="Q4_0",
        ram_gb=7,
        tokens_per_second=(18, 25),
        quality_percent=(65, 70),
        context_length=8_192,
        licence="Gemma terms of use",
        kv_bytes=_kv(42, 8, 256),
    ),
    LocalEntry(
        label="DeepSeek-R1 Distill 14B",
        tag="deepseek-r1:14b",
        parameters="14.8B",
        quantization="Q4_K_M",
        ram_gb=10,
        tokens_per_second=(12, 18),
        quality_percent=(75, 80),
        context_length=131_072,
        licence="MIT",
        kv_bytes=_kv(48, 8),
        download_bytes=8_988_112_209,
        digest="c333b7232bdb",
        thinks=True,
    ),
    LocalEntry(
        label="Qwen 2.5 32B",
        tag="qwen2.5:32b-instruct-q3_K_M",
        parameters="32.8B",
        quantization="Q3_K_M",
        ram_gb=22,
        tokens_per_second=(5, 10),
        quality_percent=(80, 85),
        context_length=32_768,
        licence="Apache-2.0",
        kv_bytes=_kv(64, 8),
    ),
    LocalEntry(
        label="Mixtral 8x7B",
        tag="mixtral:8x7b",
        parameters="46.7B",
        quantization="Q4_0",
        ram_gb=26,
        tokens_per_second=(8, 15),
        quality_percent=None,
        context_length=32_768,
        licence="Apache-2.0",
        kv_bytes=_kv(32, 8),
    ),
    LocalEntry(
        label="Llama 3.3 70B",
        tag="llama3.3:70b-instruct-q2_K",
        parameters="70.6B",
        quantization="Q2_K",
        ram_gb=28,
        tokens_per_second=(2, 5),
        quality_percent=None,
        context_length=131_072,
        licence="Llama 3.3 Community",
        kv_bytes=_kv(80, 8),
    ),
)

# What a name without a tag means in Ollama's library, for the families whose default is in the catalogue.
_LATEST = {
    "qwen2.5:latest": "qwen2.5:7b",
    "phi4:latest": "phi4:14b",
    "llama3.1:latest": "llama3.1:8b",
    "llama3.2:latest": "llama3.2:3b",
    "mistral:latest": "mistral:7b",
    "gemma2:latest": "gemma2:9b",
    "mixtral:latest": "mixtral:8x7b",
}


def full_name(name: str) -> str:
    """A model's name as a server lists it: "phi4" is "phi4:latest"; lower case, without the library's own address."""
    name = name.strip().casefold().removeprefix("registry.ollama.ai/").removeprefix("library/")
    return name if ":" in name.rpartition("/")[2] else f"{name}:latest"


def find(name: str) -> LocalEntry | None:
    """The entry of a model's name, with or without tag; None for a model that is not in the catalogue."""
    wanted = full_name(name)
    wanted = _LATEST.get(wanted, wanted)
    return next((entry for entry in LOCAL_MODELS if full_name(entry.tag) == wanted), None)


def fits(entry: LocalEntry, *, memory_bytes: int) -> str:
    """Whether a model runs in that much memory: "fits", "tight" (little else may run) or "no"."""
    need = entry.ram_gb * GIB
    if need <= _COMFORTABLE * memory_bytes:
        return "fits"
    return "tight" if need <= _MOST * memory_bytes else "no"
