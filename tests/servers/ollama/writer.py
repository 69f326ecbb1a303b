"""How a plan goes out: token by token, or in one piece; and where it is broken off by a fault."""

from typing import TYPE_CHECKING

from tests.servers.ollama import faults, wire
from tests.servers.ollama.connection import Cut
from tests.servers.ollama.logprobs import entry
from tests.servers.ollama.machine import DECODE, Work
from tests.servers.ollama.plan import Plan
from tests.servers.ollama.wire import ApiError
from tests.servers.simulator.clock import Gone

if TYPE_CHECKING:
    from tests.servers.ollama.inference import Inference


class Writer:
    """Puts a plan on the wire: token by token when streaming, else in one piece."""

    def __init__(self, call: "Inference", plan: Plan) -> None:
        self.call = call
        self.plan = plan
        server, asked = call.server, call.asked
        wanted = asked.logprobs and not server.legacy and call.fault_name != faults.NO_LOGPROBS
        self.entries = [
            entry(token, plan.levels.get(position), top=asked.top_logprobs, confidence=server.confidence)
            for position, token in enumerate(plan.tokens if wanted else [])
        ]
        self.logprobs = self._logprobs(0, len(self.entries))

    def write(self, work: Work) -> None:
        """Wait for the tokens, and send them as they come when streaming."""
        call, count = self.call, len(self.plan.tokens)
        breaks = call.fault_name in (faults.ERROR_MID_STREAM, faults.STREAM_CUT)
        last = max(count // 2, 1) if breaks else count
        if call.asked.stream:
            for position in range(last):
                call.server.machine.reach(work, DECODE, (position + 1) / count, gone=call.gone)
                self._send(position)
        else:
            call.server.machine.reach(work, DECODE, last / max(count, 1), gone=call.gone)
        call.record.generated = last
        if call.fault_name == faults.ERROR_MID_STREAM:
            raise ApiError(500, faults.MID_STREAM)
        if call.fault_name == faults.STREAM_CUT:
            raise Cut(wire.dumps(call.message(self.plan.content, done=True)))

    def _send(self, position: int) -> None:
        token = self.plan.tokens[position]
        thinks = position < self.plan.thinking
        chunk = self.call.message("" if thinks else token, done=False, thought=token if thinks else "")
        self.call.connection.send_encoded(wire.merged(wire.dumps(chunk), self._logprobs(position, position + 1)))
        if self.call.connection.broken:
            raise Gone

    def _logprobs(self, start: int, end: int) -> bytes:
        entries = self.entries[start:end]
        return b'{"logprobs":[' + b",".join(entries) + b"]}" if entries else b"{}"

    def finish(self, metrics: dict) -> None:
        """Send the last message, or the whole answer."""
        call, plan = self.call, self.plan
        end = {"done_reason": plan.reason} if plan.done else {}
        if call.asked.stream:
            if plan.done:
                call.connection.send_line(call.message("", done=True) | end | self._context() | metrics)
            call.connection.end_stream()
            return
        head = call.message(plan.content, done=plan.done, thought=plan.thought) | end
        tail, context = (wire.dumps(metrics), self._context()) if plan.done else (b"{}", {})
        if call.chat:
            call.connection.reply_encoded(wire.merged(wire.dumps(head), self.logprobs, tail))
        else:
            call.connection.reply_encoded(wire.merged(wire.dumps(head | context), tail, self.logprobs))

    def _context(self) -> dict:
        """The numbers that stand for the history: positions, as the simulated tokens have no numbers of their own."""
        if self.call.chat or self.call.asked.raw:
            return {}
        return {"context": list(range(self.call.record.prompt_tokens + len(self.plan.tokens)))}
