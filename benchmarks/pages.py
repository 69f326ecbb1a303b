"""Pages: how long the running web server takes for a shortlist with 10,000 matches, asked over loopback."""

import sqlite3
import statistics
import time
import uuid
from contextlib import closing
from pathlib import Path

from benchmarks.corpus import pile, posting
from tests.product import Product, running
from tests.services import wait_for

MATCHES, REQUESTS = 10_000, 100
JOB = "Staff nurse"
NOWHERE = "http://127.0.0.1:9"
BANDS = ((75, "strong"), (50, "possible"), (0, "low"))


def run(*, matches: int = MATCHES, requests: int = REQUESTS) -> dict:
    """Milliseconds for the page, the table alone, a filter, a page in the middle, one match, and the live strip."""
    with running(OLLAMA_HOST=NOWHERE) as product:
        job = product.person.open_job(posting(JOB))
        product.person.upload(job, "one.txt", next(cv for cv in pile(per_job=1) if cv.job == JOB).text.encode())
        wait_for(lambda: product.count("matching_match WHERE estimate IS NOT NULL"), what="the first match")
        multiply(product.data_dir / "jobtracker.sqlite3", matches)
        found = product.rows("SELECT id FROM matching_match ORDER BY score DESC LIMIT 1")[0][0]
        asked = {
            "whole page": (job, {}),
            "table alone": (job, {"HX-Request": "true"}),
            "filtered by band": (f"{job}?band=strong", {"HX-Request": "true"}),
            "page 50": (f"{job}?page=50", {"HX-Request": "true"}),
            "one match": (f"/matches/{uuid.UUID(found)}/", {"HX-Request": "true"}),
            "live strip": (f"{job}strip/", {"HX-Request": "true"}),
        }
        return {"matches": matches, "requests": requests} | {
            name: measure(product, path, headers, requests) for name, (path, headers) in asked.items()
        }


def measure(product: Product, path: str, headers: dict, requests: int) -> dict:
    """Median, 95th percentile and longest time in milliseconds, after three requests that warm up."""
    times = []
    for number in range(requests + 3):
        started = time.perf_counter()
        answer = product.person.http.get(path, headers=headers)
        if number >= 3:
            times.append(1000 * (time.perf_counter() - started))
        answer.raise_for_status()
    cuts = statistics.quantiles(times, n=20)
    return {
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(cuts[18], 1),
        "max_ms": round(max(times), 1),
    }


def multiply(path: Path, matches: int) -> None:
    """Copy the one match, with its CV and candidate, until there are `matches`, with scores spread from 0 to 100."""
    with closing(sqlite3.connect(path, timeout=20)) as database:
        database.row_factory = sqlite3.Row
        rows = {
            name: dict(database.execute(f"SELECT * FROM matching_{name}").fetchone())
            for name in ("candidate", "cv", "match")
        }
        copies: dict[str, list[dict]] = {name: [] for name in rows}
        for number in range(matches - 1):
            ids = {name: uuid.uuid4().hex for name in rows}
            score = (number * 7919 % 10_000) / 100
            band = next(band for least, band in BANDS if score >= least)
            copies["candidate"].append({**rows["candidate"], "id": ids["candidate"], "name": f"Person {number}"})
            cv = {"id": ids["cv"], "candidate_id": ids["candidate"], "sha256": ids["cv"] * 2}
            copies["cv"].append({**rows["cv"], **cv})
            match = {"id": ids["match"], "candidate_id": ids["candidate"], "cv_id": ids["cv"], "state": "screened"}
            shown = {
                "score": score,
                "uncertainty": 4.0,
                "band": band,
                "why": "Ten years in the trade.",
                "estimate": score,
            }
            rubric = database.execute("SELECT rubric_id FROM matching_job").fetchone()[0]
            copies["match"].append({**rows["match"], **match, **shown, "rubric_id": rubric})
        for name, values in copies.items():
            columns = ", ".join(f'"{column}"' for column in rows[name])
            places = ", ".join("?" * len(rows[name]))
            database.executemany(
                f"INSERT INTO matching_{name} ({columns}) VALUES ({places})", [tuple(row.values()) for row in values]
            )
        database.execute("UPDATE matching_job SET revision = revision + 1")
        database.commit()
