"""python benchmarks/run.py WHAT [FOLDER]: measures, prints, keeps the result."""

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import (
    estimate,
    extractors,
    hostile,
    layers,
    pages,
    reading,
    screening,
    second_reader,
    structure,
    unseen,
)

WHAT = ["screening", "reading", "extractors", "unseen", "hostile", "layers", "pages", "estimate", "structure"]
WHAT += ["second_reader"]
RESULTS = Path(__file__).resolve().parent / "results"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=WHAT)
    parser.add_argument(
        "folder", nargs="?", type=Path, help="for reading, extractors, unseen, hostile: a folder of CV files"
    )
    parser.add_argument("--each", type=int, default=40, help="for unseen, layers: documents of each kind")
    parser.add_argument("--count", type=int, default=4000, help="for hostile: documents in all")
    parser.add_argument("--seed", type=int, default=1, help="for hostile: which documents")
    parser.add_argument("--only", type=int, nargs="+", default=[], help="for hostile: the numbers of some of them")
    parser.add_argument("--slots", type=int, nargs="+", default=[1, 4], help="for screening: slots of the model server")
    parser.add_argument("--per-job", type=int, default=100, help="for screening: CVs of each of the three jobs")
    parser.add_argument("--speed", type=float, default=2.0, help="for screening: simulated seconds per real one")
    parser.add_argument("--cvs", type=int, default=248, help="for second_reader: CVs of the job")
    parser.add_argument("--batch", action="store_true", help="for second_reader: overnight, as batches")
    parser.add_argument("--kill", action="store_true", help="for second_reader: kill -9 and lost answers")
    parser.add_argument("--budget", default="20", help="for second_reader: the job's budget in dollars")
    parser.add_argument("--model", default="claude-haiku-4-5", help="for second_reader: the model of Claude")
    asked = parser.parse_args()
    of_files = {"reading": reading, "extractors": extractors}
    if asked.what in of_files and not (asked.folder and asked.folder.is_dir()):
        parser.error(f"{asked.what} needs a folder of CV files")
    if asked.what == "screening":
        figures = screening.run(slots=asked.slots, per_job=asked.per_job, speed=asked.speed)
    elif asked.what == "second_reader":
        options = {name: getattr(asked, name) for name in ("cvs", "batch", "kill", "budget", "model")}
        made = second_reader.run(**options)
        figures = {**kept("second_reader"), second_reader.name_of(**options): made}
    elif asked.what in of_files:
        figures = of_files[asked.what].run(asked.folder)
    elif asked.what == "unseen":
        figures = unseen.run(asked.folder, each=asked.each)
    elif asked.what == "hostile":
        figures = hostile.run(asked.folder, count=asked.count, seed=asked.seed, only=asked.only)
    elif asked.what == "layers":
        figures = layers.run(each=asked.each)
    else:
        figures = {"pages": pages, "estimate": estimate, "structure": structure}[asked.what].run()
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    result = {
        "what": asked.what,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine,
        "figures": figures,
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{asked.what}.json").write_text(json.dumps(result, indent=2, default=str) + "\n")
    print(json.dumps(result, indent=2, default=str))
    return 1 if figures.get("faults") else 0


def kept(what: str) -> dict:
    """The figures of earlier runs, to which those of another are added."""
    path = RESULTS / f"{what}.json"
    return json.loads(path.read_text())["figures"] if path.exists() else {}


if __name__ == "__main__":
    sys.exit(main())
