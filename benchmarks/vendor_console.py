"""What a person finds in the vendor's console of calls whose answer was lost: what each was billed, if it was."""

import re
import uuid
from decimal import Decimal

from tests.product import Product
from tests.servers.claude import ClaudeSimulator

TAG = re.compile(r"ZQ\d{5}")


def true_costs(product: Product, claude: ClaudeSimulator) -> dict[uuid.UUID, Decimal]:
    """For each call of unknown outcome what it was billed: found by its id in a batch, by the id of its request where
    one came back, else by the candidate whom it was about, in the order of time; 0 when no bill has it."""
    calls = "SELECT c.id, c.request_id, r.payload FROM matching_modelcall c JOIN matching_egressreceipt r"
    those = "ON r.call_id = c.id WHERE c.state = 'unknown' ORDER BY c.request_id = '', c.started_at"
    booked = product.rows("SELECT request_id FROM matching_modelcall WHERE state <> 'unknown' AND request_id <> ''")
    taken = {request_id for (request_id,) in booked}
    bodies = {record.request_id: record.body.decode() for record in claude.calls}
    open_lines = [line for line in claude.bill_lines if line.request_id not in taken]
    found = {}
    for pk, request_id, payload in product.rows(f"{calls} {those}"):
        call, about = uuid.UUID(str(pk)), TAG.search(payload).group()
        for line in open_lines:
            if line.custom_id:
                mine = line.custom_id == call.hex
            else:
                mine = line.request_id == request_id or (not request_id and about in bodies[line.request_id])
            if mine:
                open_lines.remove(line)
                break
        else:
            line = None
        found[call] = line.usd if line else Decimal(0)
    return found
