"""/api/chat and /api/generate: the checks in the server's order, the runner, the slot, the tokens, the last message."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tests.servers.ollama import faults, wire
from tests.servers.ollama.answers import answer
from tests.servers.ollama.catalogue import Model
from tests.servers.ollama.connection import Connection
from tests.servers.ollama.decoding import Asked
from tests.servers.ollama.grammar import check_format
from tests.servers.ollama.ledger import Record, prefix_hash
from tests.servers.ollama.machine import DECODE, PREFILL, Work
from tests.servers.ollama.options import effective_options, predict_limit
from tests.servers.ollama.plan import Plan, make_plan
from tests.servers.ollama.rendering import messages_of, prompt_tokens, render
from tests.servers.ollama.runner import Runner, Slot
from tests.servers.ollama.store import full_name
from tests.servers.ollama.wire import ApiError
from tests.servers.ollama.writer import Writer
from tests.servers.simulator.clock import Gone

if TYPE_CHECKING:
    from tests.servers.ollama.server import OllamaSimulator

_WARM_LOAD = 0.002  # seconds that the server says for a runner that was already there


@dataclass
class Times:
    """Simulated seconds of the parts of a call."""

    load: float = 0.0
    prefill: float = 0.0
    decode: float = 0.0
    total: float = 0.0


class Inference:
    """One chat or generate call."""

    def __init__(
        self, server: "OllamaSimulator", connection: Connection, asked: Asked, *, chat: bool, arrived: float
    ) -> None:
        self.server = server
        self.connection = connection
        self.asked = asked
        self.chat = chat
        self.arrived = arrived
        self.fault: faults.Fault | None = None
        self.fault_name = ""
        self.record = Record("/api/chat" if chat else "/api/generate", asked.model, arrived)
        self.times = Times()
        self.in_channel = False
        self.delay = 0.0
        self.gone: Callable[[], bool] = connection.gone
        self.ending: Callable[[], None] = connection.reset

    def run(self, fault: faults.Fault | None, body: bytes) -> None:
        """Answer the call; raises ApiError, Gone and Cut for the handler to put on the wire.

        The end of the answer goes out last, so that whoever has read it finds the counters and the slots up to date.
        """
        record = self.record
        self.fault, self.fault_name = fault, fault.name if fault else ""
        record.stream, record.shift = self.asked.stream, self.asked.shift
        record.fault, record.body = self.fault_name, body
        record.options = dict(self.asked.options)
        self.server.ledger.begin(record)
        try:
            self._answer()
        except ApiError as error:
            record.status = error.status
            raise
        except Gone:
            record.status = 499
            raise
        finally:
            self.server.ledger.end(record, at=record.end or self.server.clock.now())
        self.ending()

    def _answer(self) -> None:
        if self.fault_name in faults.ANSWERS:
            self.record.status, content_type, body = faults.ANSWERS[self.fault_name]
            self.ending = partial(self.connection.reply, self.record.status, body, content_type=content_type)
            return
        if self.fault_name == faults.RESET:
            self.ending = self.connection.reset
            return
        asked, server = self.asked, self.server
        model = self._model()
        if self._empty and asked.keep_alive == 0:
            self._unload(model)
            return
        self._check_capabilities(model)
        options = effective_options(
            asked.options, of_model=model.options, context_limit=model.context, default_ctx=server.default_ctx
        )
        runner = self._runner(model, options)
        try:
            self._with_runner(runner, options)
        finally:
            server.scheduler.release(runner, keep_alive=asked.keep_alive)

    def _end_with(self, reply: dict) -> None:
        self.ending = partial(self.connection.reply_json, reply)

    @property
    def _empty(self) -> bool:
        return not self.asked.messages if self.chat else not (self.asked.prompt or self.asked.render_only)

    def _model(self) -> Model:
        asked = self.asked
        if not 0 <= asked.top_logprobs <= 20:
            raise ApiError(400, "top_logprobs must be between 0 and 20")
        if not asked.model:
            raise ApiError(400, "model is required") if self.chat else ApiError(404, "model '' not found")
        if asked.raw and (asked.template or asked.system or asked.context):
            raise ApiError(400, "raw mode does not support template, system, or context")
        full_name(asked.model)
        if self.fault_name == faults.MODEL_VANISHED:
            self.server.store.remove(asked.model)
        model = self.server.store.find(asked.model)
        if model is None or self.fault_name == faults.MODEL_404:
            raise ApiError(404, f"model '{asked.model}' not found")
        return model

    def _check_capabilities(self, model: Model) -> None:
        asked = self.asked
        if "completion" not in model.capabilities:
            raise ApiError(400, f'"{asked.model}" does not support {"chat" if self.chat else "generate"}')
        if asked.tools and "tools" not in model.capabilities:
            raise ApiError(400, f"registry.ollama.ai/library/{full_name(asked.model)} does not support tools")
        if asked.think not in (None, False) and not model.thinking:
            raise ApiError(400, f'"{asked.model}" does not support thinking')

    def _runner(self, model: Model, options: dict) -> Runner:
        scheduler = self.server.scheduler
        if self.fault_name in faults.LOADING:
            self._forget(model)
            raise ApiError(500, faults.LOADING[self.fault_name].format(model=self.asked.model))
        if self.fault_name == faults.COLD_LOAD:
            self._forget(model)
        settings = scheduler.settings(model, options, shift=self.asked.shift)
        runner, self.times.load = scheduler.acquire(model, settings, gone=self.gone)
        self.record.load = self.times.load
        return runner

    def _forget(self, model: Model) -> None:
        runner = self.server.scheduler.runners.get(model.blob)
        if runner:
            self.server.scheduler.unload(runner)

    def _unload(self, model: Model) -> None:
        self._forget(model)
        self.record.status, self.record.done_reason = 200, "unload"
        self._end_with(self.message("", done=True) | {"done_reason": "unload"})

    def _with_runner(self, runner: Runner, options: dict) -> None:
        asked, server = self.asked, self.server
        if self._empty:
            self.record.status, self.record.done_reason = 200, "load"
            self._end_with(self.message("", done=True) | {"done_reason": "load"})
            return
        if asked.render_only:
            self._reply_rendered(runner.model)
            return
        self.in_channel = True
        check_format(asked.form)
        cut = self.fault_name == faults.SILENT_CUT
        tokens = prompt_tokens(asked, runner.model, options, legacy=server.legacy, forced_cut=cut)
        prompt = "".join(tokens)
        self.record.prefix, self.record.prompt_tokens = prefix_hash(prompt), len(tokens)
        plan = self._plan(prompt, runner, options, len(tokens))
        slot, cached = runner.take_slot(tokens, gone=self.gone)
        try:
            self._generate(plan, runner, slot, len(tokens) - cached)
        finally:
            generated = plan.tokens[: self.record.generated]
            runner.free(slot, tokens=tokens + generated, at=self.record.end or server.clock.now())

    def _plan(self, prompt: str, runner: Runner, options: dict, length: int) -> Plan:
        said = answer(
            prompt,
            self.asked.form,
            obey=self.server.obey,
            native=runner.model.native,
            plain_tokens=self.server.plain_tokens,
        )
        return make_plan(
            said,
            fault=self.fault_name,
            system=next((one["content"] for one in self.asked.messages if one["role"] == "system"), ""),
            thinks=runner.model.thinking and self.asked.think is not False,
            room=None if self.asked.shift else runner.num_ctx - length,
            limit=predict_limit(options),
        )

    def _generate(self, plan: Plan, runner: Runner, slot: Slot, evaluated: int) -> None:
        server, record = self.server, self.record
        since = max(self.arrived, slot.freed_at, server.clock.now() if self.times.load else 0.0)
        record.slot, record.evaluated = slot.index, evaluated
        record.queued = max(0.0, since - self.arrived - self.times.load)
        prefill, decode = evaluated / server.prefill, len(plan.tokens) / server.decode
        work = server.machine.begin(prefill=prefill, decode=decode, since=since)
        writer = Writer(self, plan)
        try:
            server.machine.reach(work, PREFILL, 1.0, gone=self.connection.stopping)
            self._before_first_token(runner)
            writer.write(work)
        finally:
            record.end = server.machine.stop(work)
        self._measure(work, prefill, decode)
        self.ending = partial(writer.finish, self._metrics(len(plan.tokens)))
        record.status, record.done_reason = 200, plan.reason if plan.done else ""

    def _before_first_token(self, runner: Runner) -> None:
        server, fault = self.server, self.fault
        waits = server.held or self.fault_name in (faults.HANG, faults.SLOW_FIRST_TOKEN)
        began = server.clock.now()
        server.clock.wait(lambda: None if server.held else 0, gone=self.gone)
        if fault and fault.name in (faults.HANG, faults.SLOW_FIRST_TOKEN):
            seconds = 1e9 if fault.name == faults.HANG else fault.seconds
            server.clock.hold_real(seconds, gone=self.gone, released=lambda: server.faults.cleared > fault.asked_after)
        self.delay = server.clock.now() - began if waits else 0.0
        if self.gone():
            raise Gone
        if self.fault_name in faults.DYING:
            if self.fault_name == faults.OOM:
                server.scheduler.unload_all()
            server.scheduler.unload(runner)
            raise ApiError(500, faults.DYING[self.fault_name])

    def _measure(self, work: Work, prefill: float, decode: float) -> None:
        times = self.times
        if self.server.clock.instant:
            times.prefill, times.decode, times.total = prefill, decode, times.load + prefill + decode + self.delay
            return
        times.prefill = work.ended[PREFILL] - work.started
        times.decode = work.ended[DECODE] - work.ended[PREFILL]
        times.total = max(work.ended[DECODE], work.ended[PREFILL] + self.delay) - self.arrived

    def _metrics(self, generated: int) -> dict:
        record, times = self.record, self.times
        if self.fault_name == faults.NO_METRICS:
            return {}
        load = times.load or _WARM_LOAD
        return wire.without_zeros(
            {
                "total_duration": wire.nanoseconds(times.total + (0 if times.load else _WARM_LOAD)),
                "load_duration": wire.nanoseconds(load),
                "prompt_eval_count": record.prompt_tokens if self.server.counts_cached else record.evaluated,
                "prompt_eval_duration": wire.nanoseconds(times.prefill),
                "eval_count": generated,
                "eval_duration": wire.nanoseconds(times.decode),
            }
        )

    def message(self, text: str, *, done: bool, thought: str = "") -> dict:
        """One response object in Go's order, up to and with `done`."""
        head = {"model": self.asked.model, "created_at": wire.now_text()}
        extra = {"thinking": thought} if thought else {}
        if self.chat:
            return head | {"message": {"role": "assistant", "content": text} | extra, "done": done}
        return head | {"response": text} | extra | {"done": done}

    def _reply_rendered(self, model: Model) -> None:
        self.record.status = 200
        reply = self.message("", done=False)
        if self.chat:
            reply["message"]["role"] = ""
        text = self.asked.prompt if self.asked.raw else render(messages_of(self.asked, model), model)
        self._end_with(reply | {"_debug_info": {"rendered_template": text}})
