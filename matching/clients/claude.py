"""The second reader behind Anthropic's API: one class that asks Claude, now or in batches, and lists its models.

Nothing is retried here: a task does that, with what the error says. Nothing is billed unseen: every Message comes back
with its usage, and an error says whether the call may have been charged. Nothing about a candidate leaves without a
`CloudPermit`, and nothing at all that still holds an e-mail address, a phone number, a web address or a known name.
"""

import ipaddress
import json
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import anthropic
import httpx2

from matching.clients.claude_errors import CALL_ERRORS, explain
from matching.clients.claude_replies import read_batch, read_message, read_model, read_result
from matching.clients.claude_values import BatchRequest, BatchResult, BatchStatus, CloudPrompt, CloudReply, ModelInfo
from matching.cloud_catalogue import CloudEntry, Thinking, cloud_entry
from matching.cloud_faults import cloud_fault
from matching.exceptions import CloudError, CloudForbiddenError
from matching.permits import CloudPermit
from matching.redaction.leaving import in_words, leaving

VENDOR = "https://api.anthropic.com"
CONNECT_SECONDS = 5.0
UPLOAD_SECONDS = 900.0  # a batch may be 256 MB; between two parts of it, the time limit of a call holds
EFFORT = "medium"  # said, so that a changed default changes no reports; allowed with thinking off
MOST_BYTES = 16 * 1024 * 1024  # of one answer: a report has a few thousand
MOST_LINE = 4 * 1024 * 1024  # of one line of results
MOST_PAGES = 20
# At DEBUG these write requests, which hold CV text and the key; ANTHROPIC_LOG turns them on at import.
QUIET_LOGGERS = ("anthropic", "httpx2", "httpcore2")
_THINKING = {
    Thinking.DISABLED: {"thinking": {"type": "disabled"}},
    Thinking.BETWEEN_TOOLS: {"thinking": {"type": "between_tools"}},
}

for _name in QUIET_LOGGERS:
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass
class CloudModel:
    """One model of Claude's, under one key. Safe to share between threads; after a fork the child gets a connection of
    its own.

    `model` is an id, or an entry of the catalogue for one that it does not know. `base_url` is https, or http on this
    machine. `us_only` asks for computing in the US (which costs more). `timeout` in seconds is for one whole call.
    Every method raises CloudError with a code of matching.cloud_faults, and nothing else, when the call fails, and
    CloudForbiddenError when it is called without a permit.

    A proxy is used when the environment names one (HTTPS_PROXY), except for this machine; redirects are not followed;
    the key is the one given here, whatever the environment and the vendor's own files say.
    """

    key: str = field(repr=False)
    model: str | CloudEntry
    base_url: str = VENDOR
    timeout: float = 90.0
    us_only: bool = False
    _mine: tuple[int, anthropic.Anthropic] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The model's id as it is sent."""
        return self.model.id if isinstance(self.model, CloudEntry) else self.model

    @property
    def entry(self) -> CloudEntry | None:
        """What the catalogue knows of the model; None when it knows nothing."""
        return self.model if isinstance(self.model, CloudEntry) else cloud_entry(self.model)

    @property
    def address(self) -> str:
        """Where Claude is called, without a user name or password."""
        return self.base_url.rpartition("@")[2].rstrip("/")

    def assess(self, prompt: CloudPrompt, *, permit: CloudPermit) -> CloudReply:
        """Ask one question about one candidate. The reply is as it was sent: book its usage, then `judge` it."""
        params = self._params(prompt, permit=permit)
        began = time.monotonic()
        body, request_id = self._call(lambda client: client.messages.with_streaming_response.create(**params))
        return read_message(body, request_id=request_id, seconds=time.monotonic() - began)

    def count(self, prompt: CloudPrompt, *, permit: CloudPermit) -> int:
        """The vendor's own estimate of the prompt's tokens; free of charge, and never cached."""
        params = {name: value for name, value in self._params(prompt, permit=permit).items() if name in _COUNTED}
        body, _ = self._call(lambda client: client.messages.with_streaming_response.count_tokens(**params))
        if not isinstance(body, Mapping) or not isinstance(body.get("input_tokens"), int):
            raise self._fault("cloud_odd_reply")
        return body["input_tokens"]

    def models(self) -> tuple[ModelInfo, ...]:
        """All models that the vendor lists as active or deprecated, as it orders them."""
        found, after = [], anthropic.omit
        for _ in range(MOST_PAGES):
            page = self._page(lambda client, after=after: client.models.with_streaming_response.list(after_id=after))
            found += [read_model(entry) for entry in page["data"]]
            after = page.get("last_id")
            if not page.get("has_more") or not after:
                break
        return tuple(model for model in found if model.id)

    def create_batch(self, requests: Sequence[BatchRequest]) -> BatchStatus:
        """Hand in a batch. With cloud_batch_lost it may exist all the same: look at `batches` before handing it in
        again. Every other error means that it does not. Its requests are looked at only when their turn comes."""
        rows = [{"custom_id": one.custom_id, "params": self._params(one.prompt, permit=one.permit)} for one in requests]
        try:
            return self._batch(lambda api: api.create(requests=rows), known=False, seconds=UPLOAD_SECONDS)
        except CloudError as error:
            if error.billed is False and error.code != "cloud_server_error":
                raise
            request_id = error.request_id
        raise self._fault("cloud_batch_lost", request_id=request_id)

    def batch(self, batch_id: str) -> BatchStatus:
        """How a batch is. One that was just made may be unknown (cloud_batch_missing) for a while."""
        return self._batch(lambda api: api.retrieve(batch_id))

    def batches(self, *, limit: int = 20) -> tuple[BatchStatus, ...]:
        """The newest batches of the key's workspace, newest first: to find one whose creation was not answered."""
        page = self._page(lambda client: client.messages.batches.with_streaming_response.list(limit=limit))
        return tuple(read_batch(entry) for entry in page["data"])

    def cancel(self, batch_id: str) -> BatchStatus:
        """Ask that a batch be stopped; what is under way may still be finished and charged."""
        return self._batch(lambda api: api.cancel(batch_id))

    def delete(self, batch_id: str) -> None:
        """Delete a batch with its requests and results at the vendor; cloud_batch_not_ended while it is at work."""
        self._call(lambda client: client.messages.batches.with_streaming_response.delete(batch_id), batch=True)

    def results(self, batch_id: str) -> Iterator[BatchResult]:
        """The results of an ended batch, in any order, as they arrive. Import each once: on an error (cloud_batch_cut
        when the stream broke off) begin again from the start. A line that cannot be read is left out, and a proxy may
        end a stream early without a sign: compare what came with what was sent.

        They are asked for at our own address: the one that the answer names could lead the key anywhere.
        """
        try:
            # The whole stream may take long; between two parts of it, the time limit of a call holds.
            response = self._client().get(
                f"/v1/messages/batches/{quote(batch_id, safe='')}/results",
                cast_to=httpx2.Response,
                options={"headers": {"Accept": "application/binary"}},
                stream=True,
            )
        except CALL_ERRORS as error:
            response, found = None, self._explained(error, batch=True)
        if response is None:
            raise found
        with closing(response):
            yield from self._lines(response)

    def close(self) -> None:
        """Close this process's connections."""
        mine, self._mine = self._mine, None
        if mine is not None and mine[0] == os.getpid():
            mine[1].close()

    def _params(self, prompt: CloudPrompt, *, permit: CloudPermit) -> dict[str, object]:
        """The body of a Message after the last look at it. No temperature: the API refuses one."""
        if not isinstance(permit, CloudPermit):
            raise CloudForbiddenError("no_permit", "Nothing says that this may be sent, so it was not.")
        if kinds := leaving(prompt.system, prompt.messages, names=permit.names):
            raise self._fault("cloud_leak", kinds=in_words(kinds))
        entry = self.entry
        output: dict[str, object] = {"effort": EFFORT} if entry and entry.effort else {}
        if prompt.schema:
            output["format"] = {"type": "json_schema", "schema": prompt.schema}
        return {
            "model": self.name,
            "max_tokens": prompt.max_tokens,
            "system": list(prompt.system),
            "messages": list(prompt.messages),
            **({"output_config": output} if output else {}),
            **(_THINKING.get(entry.thinking, {}) if entry else {}),
            **({"inference_geo": "us"} if self.us_only else {}),
        }

    def _batch(self, act: Callable, *, known: bool = True, seconds: float = 0.0) -> BatchStatus:
        body, request_id = self._call(
            lambda client: act(client.messages.batches.with_streaming_response), batch=known, seconds=seconds
        )
        return read_batch(body, request_id=request_id)

    def _page(self, act: Callable) -> Mapping:
        body, request_id = self._call(act)
        if not isinstance(body, Mapping) or not isinstance(body.get("data"), list):
            raise self._fault("cloud_odd_reply", request_id=request_id)
        return body

    def _call(self, act: Callable, *, batch: bool = False, seconds: float = 0.0) -> tuple[object, str]:
        """The JSON of an answer with status 200, and the request's id, in `seconds` (0: the limit of a call)."""
        ends = time.monotonic() + (seconds or self.timeout)
        request_id = ""
        try:
            with act(self._client()) as response:
                request_id = response.headers.get("request-id", "")
                body = bytearray()
                for part in response.iter_bytes():
                    body += part
                    if time.monotonic() > ends:
                        raise self._fault("cloud_timeout", request_id=request_id)
                    if len(body) > MOST_BYTES:
                        raise self._fault("cloud_odd_reply", request_id=request_id)
            return json.loads(body), request_id
        except CALL_ERRORS as error:
            found = self._explained(error, batch=batch, request_id=request_id)
        # Out here, so that it is not chained: the library's errors hold the request, which is a CV and a key.
        raise found

    def _lines(self, response: httpx2.Response) -> Iterator[BatchResult]:
        try:
            for line in _whole_lines(response.iter_bytes()):
                if (result := _result(line)) is not None:
                    yield result
            return
        except CALL_ERRORS:
            found = self._fault("cloud_batch_cut")
        raise found

    def _explained(self, error: Exception, *, batch: bool = False, request_id: str = "") -> CloudError:
        found = explain(error, model=self.name, address=self.address, batch=batch)
        found.request_id = found.request_id or request_id
        return found

    def _fault(self, code: str, **words: str) -> CloudError:
        return cloud_fault(code, model=self.name, address=self.address, **words)

    def _client(self) -> anthropic.Anthropic:
        """This process's client: connections must not be shared over a fork."""
        if not self.key:
            raise self._fault("cloud_no_key")
        mine = self._mine
        if mine is None or mine[0] != os.getpid():
            self._mine = mine = (os.getpid(), self._made())
        return mine[1]

    def _made(self) -> anthropic.Anthropic:
        limit = anthropic.Timeout(self.timeout, connect=min(CONNECT_SECONDS, self.timeout))
        near = _is_near(self.base_url)
        if near is None:
            raise self._fault("cloud_bad_address")
        http = httpx2.Client(
            timeout=limit,
            trust_env=not near,  # proxies of the environment
            verify=httpx2.create_ssl_context(),  # and its certificates (SSL_CERT_FILE)
            follow_redirects=False,  # another host must see neither a CV nor the key
            limits=anthropic.DEFAULT_CONNECTION_LIMITS,
            event_hooks={"request": [self._signed]},
        )
        return anthropic.Anthropic(
            api_key=self.key,
            base_url=self.base_url,
            max_retries=0,
            timeout=limit,
            open_telemetry=False,
            http_client=http,
        )

    def _signed(self, request: httpx2.Request) -> None:
        """Our key alone, whatever headers the environment adds."""
        request.headers["authorization"] = f"Bearer {self.key}"


_COUNTED = {"model", "system", "messages", "output_config", "thinking"}


def _is_near(url: str) -> bool | None:
    """Whether an address is of this machine; None when it may not be called: not https, or with a password in it."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    if not host or parts.username or parts.password or parts.query or parts.fragment:
        return None
    near = _is_loopback(host)
    return near if parts.scheme == "https" or (near and parts.scheme == "http") else None


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _result(line: bytes) -> BatchResult | None:
    try:
        return read_result(json.loads(line))
    except (CloudError, ValueError, RecursionError):
        return None


def _whole_lines(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of a stream, without empty ones; the last may be cut. Raises ValueError when one is too long."""
    rest = b""
    for part in parts:
        *lines, rest = (rest + part).split(b"\n")
        yield from (line for line in lines if line.strip())
        if len(rest) > MOST_LINE:
            raise ValueError("a line without an end")
    if rest.strip():
        yield rest
