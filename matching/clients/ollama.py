"""The local model behind Ollama: one class that asks it, says how it is, and pulls models."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field

import httpx
import ollama

from matching.catalogue import full_name
from matching.clients.ollama_errors import CALL_ERRORS, WaitAsked, explain
from matching.exceptions import ModelError
from matching.faults import fault, mend
from matching.prompts import RubricPrompt, ScreenPrompt
from matching.replies import RawReply, TokenChances

KEEP_ALIVE = "30m"
TOP_LOGPROBS = 20
STALL_SECONDS = 120.0  # between two tokens: other slots may be reading long prompts meanwhile
LOCAL_FOR_SECONDS = 60.0
PULL_SECONDS = 600.0  # Ollama says nothing while it checks the digest of a large file
DRAFT_TOKENS = 1200
_BUSY = {429, 503}
_NANOSECONDS = 1e9


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model on the server's disk. `size` in bytes, `context_length` in tokens, 0 when not told; `local` is False for
    one that runs in somebody's cloud, `chats` for one that only makes embeddings.
    """

    name: str
    digest: str
    size: int = 0
    parameter_size: str = ""
    quantization: str = ""
    context_length: int = 0
    local: bool = True
    chats: bool = True


@dataclass(frozen=True, slots=True)
class RunningModel:
    """A loaded model. Sizes in bytes: `size_vram` below `size` means partly on the CPU; `expires_at` is an ISO time."""

    name: str
    digest: str
    size: int = 0
    size_vram: int = 0
    context_length: int = 0
    expires_at: str = ""


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """How the server at `address` is, with the models that it has and those that run.

    `fault` is "" or a code of matching.faults. `digest` is that of the configured model, "" when it is not installed.
    """

    reachable: bool
    address: str
    version: str = ""
    installed: tuple[InstalledModel, ...] = ()
    running: tuple[RunningModel, ...] = ()
    digest: str = ""
    fault: str = ""
    sentence: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class PullProgress:
    """One line of a download: bytes of the part that is under way, 0 when the line is not about bytes."""

    status: str
    completed: int = 0
    total: int = 0


class _Client(ollama.Client):
    """Ollama's client with the field that its `chat` has no parameter for: `shift`.

    False makes the server refuse a prompt that is too long, which it would else cut without a word.
    """

    def _request(self, cls: type, *args: str, stream: bool = False, **kwargs: object) -> object:
        if "/api/chat" in args:
            kwargs["json"] = {**kwargs["json"], "shift": False}
        return super()._request(cls, *args, stream=stream, **kwargs)


@dataclass
class LocalModel:
    """One model on one server. Safe to share between threads; after a fork the child gets a connection of its own.

    `host` as in OLLAMA_HOST; `num_ctx` and `num_predict` in tokens; `deadline_seconds` is the wall-clock limit of one
    call. Every method raises ModelError with a code of matching.faults, and nothing else, when the server fails.
    """

    host: str
    model: str
    num_ctx: int
    num_predict: int = 200
    deadline_seconds: float = 600.0
    connect_seconds: float = 5.0
    status_seconds: float = 10.0
    _mine: tuple[int, _Client] | None = field(default=None, init=False, repr=False, compare=False)
    _local_until: float = field(default=0.0, init=False, repr=False, compare=False)

    @property
    def options(self) -> Mapping[str, float]:
        """What is the same on every call (a changed num_ctx reloads the model); part of the cache key. No seed."""
        # The penalties are off by word: a Modelfile or an old server would else punish a digit for being repeated.
        return {
            "num_ctx": self.num_ctx,
            "num_predict": self.num_predict,
            "temperature": 0,
            "repeat_penalty": 1.0,
            "presence_penalty": 0.0,
            "frequency_penalty": 0.0,
        }

    @property
    def address(self) -> str:
        """Where the server is called, without a user name or password."""
        try:
            url = self._client()._client.base_url
        except ModelError:
            return self.host.rpartition("@")[2]
        return f"{url.scheme}://{url.netloc.decode()}"

    def screen(self, prompt: ScreenPrompt, *, seed: int) -> RawReply:
        """Ask for the levels of one CV. The reply is as the server sent it: `matching.replies.accept` judges it."""
        options = {**self.options, "seed": seed}
        return self._chat(prompt, options=options, logprobs=True, top_logprobs=TOP_LOGPROBS)

    def ask(self, prompt: RubricPrompt, *, seed: int = 7) -> str:
        """Ask for a draft of criteria; the text of a finished answer."""
        options = {**self.options, "num_predict": DRAFT_TOKENS, "seed": seed}
        reply = self._chat(prompt, options=options)
        if not reply.done or reply.done_reason != "stop":
            raise self._fault("cut_off" if reply.done_reason == "length" else "not_done")
        return reply.content

    def status(self) -> ServerStatus:
        """Ask the server how it is; never raises."""
        version, models, running, digest = "", (), (), ""
        try:
            version = str(self._get("/api/version").get("version") or "")
            if not version:
                raise self._fault("not_ollama")
            models, running = self._installed(), self._running()
            digest = self._find(models).digest
        except ModelError as error:
            reachable = error.code not in {"unreachable", "bad_address"}
            tip = mend(error.code, model=self.model, address=self.address)
            return ServerStatus(reachable, self.address, version, models, running, digest, error.code, str(error), tip)
        return ServerStatus(True, self.address, version, models, running, digest)

    def digest(self) -> str:
        """The digest of the configured model: it names the weights, while the same tag may name others tomorrow."""
        return self._find(self._installed()).digest

    def pull(self, name: str) -> Iterator[PullProgress]:
        """Download a model, line by line, to the line "success". Stop asking to cancel: what arrived is kept."""
        if _in_cloud(name):
            raise fault("not_local", model=name)
        last = ""
        with closing(self._client().pull(name, stream=True)) as lines:
            while (line := self._next(lines, pulling=name)) is not None:
                last = line.status or ""
                yield PullProgress(last, line.completed or 0, line.total or 0)
        if last != "success":
            raise fault("pull_failed", model=name, address=self.address)

    def _chat(self, prompt: ScreenPrompt | RubricPrompt, *, options: Mapping, **more: int) -> RawReply:
        self._assure_local()
        ends = time.monotonic() + self.deadline_seconds
        call = self._client().chat(
            model=self.model,
            messages=prompt.messages,
            format=prompt.schema,
            options=options,
            keep_alive=KEEP_ALIVE,
            stream=True,  # so that the deadline can be checked between tokens and closing the stream ends the call
            think=False,  # a thinking model would spend num_predict before its first digit
            **more,
        )
        parts: list[ollama.ChatResponse] = []
        with closing(call) as stream:
            while (part := self._next(stream, answering=bool(parts))) is not None:
                parts.append(part)
                if time.monotonic() > ends and not part.done:
                    raise self._fault("timeout")
        return _reply(parts, model=self.model)

    def _assure_local(self) -> None:
        """Raise ModelError unless the server says that the model runs on it: no CV may leave the building by a name."""
        if time.monotonic() >= self._local_until:
            self._find(self._installed())
            self._local_until = time.monotonic() + LOCAL_FOR_SECONDS

    def _next(self, stream: Iterator, *, answering: bool = False, pulling: str = "") -> object | None:
        """The next part of a stream, None at its end; what the client raises becomes a ModelError."""
        try:
            return next(stream, None)
        except (WaitAsked, *CALL_ERRORS) as error:
            if pulling and isinstance(error, ollama.ResponseError):
                unknown = any(words in str(error.error) for words in ("file does not exist", "not found"))
                code = "pull_unknown" if unknown else "pull_failed"
                raise fault(code, model=pulling, address=self.address) from None
            # Without the cause: the client's errors may quote what the model wrote.
            raise explain(error, model=pulling or self.model, address=self.address, answering=answering) from None

    def _get(self, path: str) -> Mapping:
        client = self._client()._client
        limit = httpx.Timeout(self.status_seconds, connect=self.connect_seconds)
        try:
            response = client.get(path, timeout=limit)
            if response.is_success:
                found = response.json()
                if isinstance(found, Mapping):
                    return found
            elif response.status_code != 404:
                raise ollama.ResponseError(response.text, response.status_code)
        except httpx.ReadTimeout:
            raise self._fault("hung") from None
        except (httpx.HTTPError, ollama.ResponseError, AttributeError) as error:
            raise explain(error, model=self.model, address=self.address) from None
        except ValueError:
            raise self._fault("not_ollama") from None
        raise self._fault("not_ollama")

    def _installed(self) -> tuple[InstalledModel, ...]:
        return tuple(_as_installed(entry) for entry in _entries(self._get("/api/tags")))

    def _running(self) -> tuple[RunningModel, ...]:
        try:
            return tuple(_as_running(entry) for entry in _entries(self._get("/api/ps")))
        except ModelError:  # old servers do not know the question; screening needs no answer to it
            return ()

    def _find(self, models: tuple[InstalledModel, ...]) -> InstalledModel:
        wanted = full_name(self.model)
        entry = next((entry for entry in models if full_name(entry.name) == wanted), None)
        if _in_cloud(self.model) or (entry and not entry.local):
            raise self._fault("not_local")
        if entry is None:
            raise self._fault("model_missing")
        if not entry.chats:
            raise self._fault("unsuitable_model")
        return entry

    def _fault(self, code: str) -> ModelError:
        return fault(code, model=self.model, address=self.address)

    def _client(self) -> _Client:
        """This process's client: connections must not be shared over a fork."""
        mine = self._mine
        if mine is None or mine[0] != os.getpid():
            try:
                client = _Client(
                    self.host,
                    timeout=httpx.Timeout(self.deadline_seconds, connect=self.connect_seconds),
                    trust_env=False,  # a proxy from the environment must not see CVs
                    follow_redirects=False,  # nor any other host
                    event_hooks={"response": [self._answered]},
                )
            except (ValueError, httpx.InvalidURL):
                raise fault("bad_address") from None
            self._mine = mine = (os.getpid(), client)
        return mine[1]

    def _answered(self, response: httpx.Response) -> None:
        """When the headers are here: from now on silence is a stall, however long the queue and the prompt took."""
        wait = response.headers.get("retry-after", "")
        if response.status_code in _BUSY and wait.isdigit():
            raise WaitAsked(float(wait))
        limits = {"/api/chat": STALL_SECONDS, "/api/pull": PULL_SECONDS}
        if seconds := limits.get(response.request.url.path):
            response.request.extensions["timeout"]["read"] = min(seconds, self.deadline_seconds)


def _in_cloud(name: str) -> bool:
    return full_name(name).endswith((":cloud", "-cloud"))


def _entries(found: Mapping) -> list[Mapping]:
    entries = found.get("models") or []
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _as_installed(entry: Mapping) -> InstalledModel:
    details = entry.get("details")
    details = details if isinstance(details, Mapping) else {}
    return InstalledModel(
        name=str(entry.get("name") or entry.get("model") or ""),
        digest=str(entry.get("digest") or "").removeprefix("sha256:"),
        size=_number(entry.get("size")),
        parameter_size=str(details.get("parameter_size") or ""),
        quantization=str(details.get("quantization_level") or ""),
        context_length=_number(details.get("context_length")),
        local=not (entry.get("remote_host") or entry.get("remote_model")),
        chats="completion" in (entry.get("capabilities") or ["completion"]),
    )


def _as_running(entry: Mapping) -> RunningModel:
    return RunningModel(
        name=str(entry.get("name") or entry.get("model") or ""),
        digest=str(entry.get("digest") or "").removeprefix("sha256:"),
        size=_number(entry.get("size")),
        size_vram=_number(entry.get("size_vram")),
        context_length=_number(entry.get("context_length")),
        expires_at=str(entry.get("expires_at") or ""),
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _reply(parts: list[ollama.ChatResponse], *, model: str) -> RawReply:
    last = parts[-1] if parts else ollama.ChatResponse(message=ollama.Message(role="assistant"))
    return RawReply(
        content="".join(part.message.content or "" for part in parts),
        done=bool(last.done),
        done_reason=last.done_reason or "",
        prompt_tokens=last.prompt_eval_count or 0,
        output_tokens=last.eval_count or 0,
        logprobs=tuple(_chances(one) for part in parts for one in part.logprobs or ()),
        load_seconds=(last.load_duration or 0) / _NANOSECONDS,
        prompt_seconds=(last.prompt_eval_duration or 0) / _NANOSECONDS,
        eval_seconds=(last.eval_duration or 0) / _NANOSECONDS,
        total_seconds=(last.total_duration or 0) / _NANOSECONDS,
        model=last.model or model,
    )


def _chances(one: object) -> TokenChances:
    """One token with its alternatives; the token itself is among them even where the server's list leaves it out."""
    others = tuple((other.token, other.logprob) for other in one.top_logprobs or ())
    own = () if any(token == one.token for token, _ in others) else ((one.token, one.logprob),)
    return one.token, own + others
