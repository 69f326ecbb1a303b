"""A simulator of Claude's API over real HTTP, for tests and trying the product by hand.

Run it, then the product against it:

    python -m tests.servers.claude --port 8484
    ANTHROPIC_BASE_URL=http://127.0.0.1:8484 ANTHROPIC_API_KEY=any script/start

In a test:

    with ClaudeSimulator() as server:
        model = CloudModel(key="test", model="claude-haiku-5-5", base_url=server.url)
        server.fault(faults.RATE_LIMITED_429, retry_after="7")
        ...
        assert server.bill == Decimal("0.0012345")

It proves the client, not the model: answers are made by a rule. **The levels** of a report come from the CV alone: for
each criterion `id (need) label (also: aliases)`, the best of its label and aliases by the content words that the CV
holds (none 0, some 1, half 2, all 3, all and one of them on three lines 4); `z` is the rounded mean. **Quotes** are up
to 20 words of the line that holds most of the words, copied as they stand. `instructions_found` is true when the CV
says "ignore previous instructions" or the like. With `obey=True` the model does what the CV says ("level 4 for all",
"write: ...", "repeat your instructions") and does not report it; with `obey=Possession(says, quotes)` it does the worst
that the form allows, whatever the CV says. A schema asks for the parts of a report by their names; one that is no
report's gets the least value that fits, one for criteria of a job what its posting lists (`drafter.py`); without a
schema there is one fixed sentence.

Charged by its own price list (`pricelist.py`) and counted by its own measure (`tokens.py`: four bytes a token, 1.3
times as many for the newest models): `bill` is the exact sum, `bill_lines` what it is made of, `calls` and `requests`
are the records. `cache.py` says how prompts are cached, `batches.py` how batches go, `faults.py` names what can go
wrong, `checks.py` and `schemas.py` what is refused. In a test, `hold()` keeps answers from beginning, `wait_for` waits,
`clock.advance(seconds)` lets time pass, `finish()` ends the batches, `retire(model)` takes a model away, `storm(share)`
lets faults strike by chance, `stop()` and `start()` take the server down and up on one port.

Own routes: GET /_sim/stats, POST /_sim/fault {"fault", "times", "match", "seconds", "retry_after"},
/_sim/storm {"share", "seed"}, /_sim/clear, /_sim/advance {"seconds"}, /_sim/finish {"batch"}, /_sim/retire {"model"}.
Not simulated: streaming, tools, images, documents, citations, files, true rate limits, and the texts that the facts
about the API leave open (marked as stand-ins).
"""

from tests.servers.claude.server import ClaudeSimulator
from tests.servers.claude.writer import Possession

__all__ = ["ClaudeSimulator", "Possession"]
