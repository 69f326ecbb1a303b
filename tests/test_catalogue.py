import pytest

from matching.catalogue import GIB, LOCAL_MODELS, find, fits, full_name


def test_catalogue_has_the_eleven_models():
    assert len(LOCAL_MODELS) == len({entry.tag for entry in LOCAL_MODELS}) == 11


@pytest.mark.parametrize("entry", LOCAL_MODELS, ids=lambda entry: entry.tag)
def test_each_entry_is_plausible(entry):
    assert entry.tokens_per_second[0] < entry.tokens_per_second[1]
    assert entry.quality_percent is None or 50 <= entry.quality_percent[0] < entry.quality_percent[1] <= 85
    assert entry.context_length >= 8192
    assert 50_000 < entry.kv_bytes < 400_000
    assert entry.download_bytes < entry.ram_gb * GIB
    assert len(entry.digest) in (0, 12, 64)
    assert find(entry.tag) is entry


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("phi4", "phi4:14b"),
        ("phi4:latest", "phi4:14b"),
        ("PHI4:14B", "phi4:14b"),
        ("qwen2.5", "qwen2.5:7b"),
        ("registry.ollama.ai/library/qwen2.5:14b", "qwen2.5:14b"),
        (" mistral ", "mistral:7b"),
    ],
)
def test_find_knows_other_names_of_a_model(name, tag):
    assert find(name).tag == tag


@pytest.mark.parametrize("name", ["", "gpt-5", "qwen2.5:3b", "cv-score:v1"])
def test_find_does_not_know_others(name):
    assert find(name) is None


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("phi4", "phi4:latest"),
        ("Phi4:14b", "phi4:14b"),
        ("me/cv", "me/cv:latest"),
        ("host:5000/me/cv", "host:5000/me/cv:latest"),
    ],
)
def test_full_name(name, full):
    assert full_name(name) == full


@pytest.mark.parametrize(
    ("name", "memory", "answer"),
    [
        ("qwen2.5:7b", 32, "fits"),
        ("phi4", 32, "fits"),
        ("qwen2.5:32b-instruct-q3_K_M", 32, "tight"),
        ("mixtral", 32, "tight"),
        ("llama3.3:70b-instruct-q2_K", 32, "tight"),
        ("llama3.3:70b-instruct-q2_K", 24, "no"),
        ("phi4", 16, "fits"),
        ("phi4", 12, "tight"),
        ("qwen2.5:7b", 8, "tight"),
        ("llama3.2:3b", 8, "fits"),
        ("phi4", 8, "no"),
        ("llama3.2", 0, "no"),
    ],
)
def test_fits_this_memory(name, memory, answer):
    assert fits(find(name), memory_bytes=memory * GIB) == answer


@pytest.mark.parametrize(("tag", "kib"), [("qwen2.5:7b", 56), ("qwen2.5:14b", 192), ("phi4:14b", 200)])
def test_cache_per_token_is_that_of_the_architecture(tag, kib):
    assert find(tag).kv_bytes == kib * 1024
