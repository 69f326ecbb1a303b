"""What can go wrong between us and the local model, by code: a sentence for people, the mend, how often to try."""

from dataclasses import dataclass

from matching.exceptions import ModelError


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `{model}` and `{address}` in the texts are filled in when it happens.

    `server_wide`: not this request's fault, all wait until the server is well. `permanent`: the same request would fail
    again. Otherwise it is tried `tries` times in all, first after `wait` seconds, then doubling up to `most`.
    """

    sentence: str
    mend: str
    server_wide: bool = False
    permanent: bool = False
    tries: int = 4
    wait: float = 5.0
    most: float = 300.0


def _server(sentence: str, mend: str) -> Fault:
    return Fault(sentence, mend, server_wide=True, tries=0, wait=5, most=60)


def _request(sentence: str, mend: str) -> Fault:
    return Fault(sentence, mend, permanent=True, tries=1)


def _answer(sentence: str) -> Fault:
    mend = "It is asked once more with another seed; if that fails too, try again later or with another model."
    return Fault(sentence, mend, tries=2, wait=1)


FAULTS: dict[str, Fault] = {
    # The server itself: matches wait, and go on by themselves.
    "unreachable": _server(
        "Ollama does not answer at {address}. All matches are kept and wait.",
        "Start it with: ollama serve. If it runs on another machine or in a container, check OLLAMA_HOST.",
    ),
    "bad_address": _server(
        "OLLAMA_HOST is not an address that can be called. All matches are kept and wait.",
        "Set OLLAMA_HOST to something like http://127.0.0.1:11434.",
    ),
    "model_missing": _server(
        "Ollama answers but does not have the model {model}. All matches are kept and wait.", "Run: ollama pull {model}"
    ),
    "not_local": _server(
        "The model {model} runs in a cloud, not on this server. Nothing was sent; all matches are kept and wait.",
        "Set LOCAL_MODEL to a model that runs here, such as qwen2.5:7b.",
    ),
    "unsuitable_model": _server(
        "The model {model} cannot hold a chat. All matches are kept and wait.",
        "Set LOCAL_MODEL to a chat model, such as qwen2.5:7b.",
    ),
    "forbidden": _server(
        "Ollama refuses calls from this machine. All matches are kept and wait.",
        "Start Ollama with OLLAMA_HOST=0.0.0.0, or call it by an address that it accepts.",
    ),
    "unauthorized": _server(
        "Something before Ollama asks for a key. All matches are kept and wait.",
        "Set OLLAMA_API_KEY, or call Ollama itself at OLLAMA_HOST.",
    ),
    "not_ollama": _server(
        "What answers at {address} is not Ollama. All matches are kept and wait.",
        "Check the address and the port in OLLAMA_HOST; Ollama's own port is 11434.",
    ),
    "hung": _server(
        "Ollama took the call at {address} and then said nothing. All matches are kept and wait.",
        "Restart Ollama; its log may say why.",
    ),
    # Passing troubles: tried again, later and later.
    "busy": Fault(
        "Ollama has too many requests in line. The match is kept and tried again.",
        "Lower LOCAL_SLOTS, or let other programs ask less.",
        tries=8,
        wait=5,
        most=120,
    ),
    "runner_stopped": Fault(
        "The model stopped in the middle of its work. The match is kept and tried again.",
        "If it happens often, lower LOCAL_NUM_CTX or choose a smaller model; Ollama's log says more.",
    ),
    "out_of_memory": Fault(
        "The model does not fit the memory that is free. The match is kept and tried again.",
        "Close other programs, lower LOCAL_NUM_CTX, or choose a smaller model.",
        wait=15,
    ),
    "load_failed": Fault(
        "Ollama could not load the model. The match is kept and tried again.",
        "Look into Ollama's log; running ollama pull {model} again mends a damaged model.",
        wait=15,
    ),
    "incompatible": Fault(
        "This version of Ollama cannot run the model {model}. The match is kept and tried again.",
        "Update Ollama, then run: ollama pull {model}",
        wait=60,
    ),
    "proxy_fault": Fault(
        "A proxy before Ollama failed. The match is kept and tried again.",
        "Call Ollama itself at OLLAMA_HOST, or raise the proxy's time limits.",
        wait=10,
    ),
    "server_error": Fault(
        "Ollama reported an error of its own. The match is kept and tried again.",
        "Look into Ollama's log if it happens often.",
    ),
    "broken_stream": Fault(
        "The connection to Ollama broke before the answer was whole. The match is kept and tried again.",
        "Look whether Ollama was restarted.",
    ),
    "bad_reply": Fault(
        "Ollama, or something before it, answered in a form that cannot be read. The match is kept and tried again.",
        "Check what answers at {address}.",
        tries=3,
    ),
    "timeout": Fault(
        "The model took too long. The match is kept and tried once more, later.",
        "Choose a smaller model, or look whether it runs on the GPU (page Models).",
        tries=2,
        wait=120,
    ),
    "stalled": Fault(
        "The model stopped writing in the middle of its answer. The match is kept and tried once more, later.",
        "If it happens often, restart Ollama.",
        tries=2,
        wait=120,
    ),
    "not_done": Fault(
        "The model broke off without finishing. The match is kept and tried again.",
        "If it happens often, update Ollama or choose another model.",
        tries=3,
    ),
    # This request: the same would fail again.
    "prompt_too_long": _request(
        "The criteria and the CV do not fit the model's context; no score was made up.",
        "Raise LOCAL_NUM_CTX, or shorten the criteria.",
    ),
    "bad_request": _request(
        "Ollama refused the request as malformed. The match is kept.", "Update Ollama; if it stays, please report it."
    ),
    "grammar_refused": _request(
        "Ollama could not use the form asked for the answer. The match is kept.", "Update Ollama to 0.12.11 or newer."
    ),
    # Answers that are not accepted: never a score of 0.
    "cut_off": _answer("The model's answer was cut off before its end, so it was not used."),
    "invalid_json": _answer("The model did not answer in the form that was asked for, so its answer was not used."),
    "invalid_levels": _answer("The model gave levels that do not exist, so its answer was not used."),
    "prompt_cut": _answer("Ollama read less than was sent, so the answer was not used: it may not know the criteria."),
    "no_count": _answer(
        "Ollama did not say how much it read, so the answer was not used: the prompt may have been cut."
    ),
    "prompt_changed": _answer("Ollama read far more than was sent, so the answer was not used."),
    "canary": _answer("The model repeated its instructions instead of answering, so the answer was not used."),
    "abandoned": _request(
        "Screening stopped halfway several times, each time with its worker. The match is kept.",
        "Try again; if it happens again, look into the log of the screening worker.",
    ),
    # Pulling a model.
    "pull_unknown": _request("Ollama's library has no model {model}.", "Check the spelling of the name."),
    "pull_failed": Fault(
        "The model could not be downloaded whole; what arrived is kept.",
        "Check the network and the free disk space of Ollama's machine, then pull again: it goes on where it stopped.",
    ),
}


def fault(
    code: str, *, model: str = "the model", address: str = "its address", retry_after: float | None = None
) -> ModelError:
    """The ModelError of a code of FAULTS, its sentence filled in."""
    found = FAULTS[code]
    return ModelError(
        code,
        found.sentence.format(model=model, address=address),
        permanent=found.permanent,
        server_wide=found.server_wide,
        retry_after=retry_after,
    )


def mend(code: str, *, model: str = "the model", address: str = "its address") -> str:
    """What a person can do about a fault; "" for a code that is none."""
    return FAULTS[code].mend.format(model=model, address=address) if code in FAULTS else ""
