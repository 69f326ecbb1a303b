"""What the structure of CVs finds and misses, field by field, on CVs labelled by hand and on generated ones."""

import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles

from benchmarks.labelled import labelled_set
from benchmarks.labelled.structures import SET, Labelled
from benchmarks.labelled.unseen import UNSEEN
from matching.demo.documents import DemoFile, make_files
from matching.demo.people import PEOPLE
from matching.reading import Limits, read
from matching.redaction.plain import plain
from matching.schemas import Reading
from matching.structure import Structure, structure_of

NOW = (2026, 11)
YEARS_OFF = 0.3


def run() -> dict:
    """Precision and recall per field on the labelled set, name by name on the heads of CVs, and the time a CV takes."""
    texts = [one.text for one in SET] + [cv.text for cv in labelled_set()[1]]
    figures = {"labelled_cvs": len(SET), "fields": measure(SET), "generated": generated(), "ms_a_cv": timed(texts)}
    for name, figure in figures["fields"].items():
        print(f"{name:14} precision {figure['precision']:.3f}   recall {figure['recall']:.3f}   of {figure['labels']}")
    figures["unseen"] = {"cvs": len(UNSEEN), "fields": measure(UNSEEN)}
    print("unseen", figures["unseen"])
    figures["demo_files"] = demo_files()
    print("demo files", figures["demo_files"])
    print("generated", figures["generated"], "ms a CV", figures["ms_a_cv"])
    return figures


def measure(labelled: Iterable[Labelled]) -> dict[str, dict]:
    """For each field: how much of what was found is right, and how much of what is there was found."""
    right, found, there = Counter(), Counter(), Counter()
    for one in labelled:
        got = structure_of(one.text, now=NOW)
        for name, (mine, theirs) in facts(got, one).items():
            right[name] += len(mine & theirs)
            found[name] += len(mine)
            there[name] += len(theirs)
    return {
        name: {
            "precision": round(right[name] / found[name], 3) if found[name] else None,
            "recall": round(right[name] / there[name], 3),
            "labels": there[name],
        }
        for name in there
        if there[name]
    }


def facts(got: Structure, one: Labelled) -> dict[str, tuple[set, set]]:
    """(what was found, what is there) for each field, in a form that can be compared."""
    mine = [(plain(role.title), plain(role.employer), role.begin, role.last) for role in got.roles]
    theirs = [(plain(title), plain(employer), begin, last) for title, employer, begin, last in one.roles]
    return {
        "name": ({plain(got.name.text)} if got.name else set(), {plain(one.name)}),
        "email": ({each.value for each in got.emails}, set(one.emails)),
        "phone": ({_last(each.value) for each in got.phones}, {_last(each) for each in one.phones}),
        "location": ({plain(got.location.text)} if got.location else set(), {plain(one.location)} - {""}),
        "role dates": ({role[2:] for role in mine}, {role[2:] for role in theirs}),
        "role title": (_pairs(mine, 0), _pairs(theirs, 0)),
        "role employer": (_pairs(mine, 1), _pairs(theirs, 1)),
        "degree": (_degrees(got, one), {plain(degree) for degree, _ in one.education if degree}),
        "school": (
            {plain(study.school) for study in got.education if study.school},
            {plain(school) for _, school in one.education if school},
        ),
        "language": ({(each.name, each.level) for each in got.languages}, set(one.languages)),
        "certificate": ({plain(each.text) for each in got.certificates}, {plain(each) for each in one.certificates}),
        "skill years": (
            {(name, years) for name, years in got.skills.items() if name in one.skills},
            set(one.skills.items()),
        ),
        "total years": _years(got.years, one.years),
    }


def _last(number: str) -> str:
    return number[-9:]


def _pairs(roles: list[tuple[str, str, str, str]], at: int) -> set:
    return {(role[at], role[2]) for role in roles if role[at]}


def _degrees(got: Structure, one: Labelled) -> set[str]:
    """A degree counts as right when it begins with the labelled words: how much of the field follows is taste."""
    found = set()
    for study in got.education:
        if study.degree:
            label = next(
                (
                    plain(degree)
                    for degree, _ in one.education
                    if degree and plain(study.degree).startswith(plain(degree))
                ),
                "",
            )
            found.add(label or plain(study.degree))
    return found


def _years(mine: float | None, theirs: float | None) -> tuple[set, set]:
    if theirs is None:
        return (set() if mine is None else {mine}), set()
    close = mine is not None and abs(mine - theirs) <= YEARS_OFF
    return ({theirs} if close else set() if mine is None else {mine}), {theirs}


def generated() -> dict:
    """Roles of the generated CVs of six layouts: how many have their title, employer and dates."""
    right, there = Counter(), 0
    for cv in labelled_set()[1]:
        got = structure_of(cv.text, now=NOW)
        for title, firm, begin, end in cv.roles:
            there += 1
            role = next(
                (role for role in got.roles if role.begin[:4] == str(begin) and plain(role.title) == plain(title)), None
            )
            dated = any(
                role.begin[:4] == str(begin) and (role.last[:4] == str(end) or (role.open and end is None))
                for role in got.roles
            )
            right["dates"] += dated
            right["title"] += role is not None
            right["employer"] += role is not None and plain(role.employer) == plain(firm)
    return {"roles": there} | {name: round(count / there, 3) for name, count in right.items()}


def demo_files() -> dict:
    """The files of the demo, PDF and DOCX in five layouts: what is found after reading them."""
    right, there = Counter(), Counter()
    people = {person.name: person for person in PEOPLE}
    for file in make_files():
        person = next((people[name] for name in people if name.replace(" ", "_").replace("'", "") in file.name), None)
        reading = read_bytes(file)
        if person is None or not reading.ok:
            continue
        got = structure_of(reading.text, now=NOW)
        there.update({"cvs": 1, "roles": len(person.roles)})
        right["name"] += got.name is not None and plain(got.name.text) == plain(person.name)
        right["email"] += person.email in {each.value for each in got.emails}
        right["phone"] += _last(person.phone.replace(" ", "")) in {_last(each.value) for each in got.phones}
        found = {(plain(role.title), plain(role.employer), role.begin[:4]) for role in got.roles}
        found_dates = {role.begin[:4] for role in got.roles}
        for role in person.roles:
            begin = role.years[:4]
            right["role dates"] += begin in found_dates
            right["role title and employer"] += (plain(role.title), plain(role.employer), begin) in found
        there["roles found"] += len(got.roles)
    return dict(there) | {
        name: f"{count} of {there['roles' if 'role' in name else 'cvs']}" for name, count in right.items()
    }


def read_bytes(file: DemoFile) -> Reading:
    """The file as the product reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        path.write_bytes(file.content)
        return read(path, name=file.name, limits=Limits())


def timed(texts: list[str]) -> dict:
    """Milliseconds a CV: median and 95th percentile."""
    spent = []
    for text in texts:
        started = time.perf_counter()
        structure_of(text, now=NOW)
        spent.append(1000 * (time.perf_counter() - started))
    return {"median": round(median(spent), 2), "p95": round(quantiles(spent, n=20)[-1], 2), "cvs": len(spent)}
