"""What an erasing has to look for beside the rows of a document: stored files, ZIPs, and names that were copied."""

import contextlib
import logging
import re
import unicodedata
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q, QuerySet

from matching.models import CV, Archive, Candidate, Merge
from matching.pipeline.preview import pages_beside
from matching.redaction import redact

logger = logging.getLogger(__name__)

SOMEBODY = "(erased)"
NAMELESS_ZIP = "(erased).zip"
FEWEST_WORDS = 2  # of a name: one alone may be anybody's
TELLING = 4  # letters of a word that may name somebody by itself
_WORD = re.compile(r"[^\W\d_]+")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Files:
    """Stored files, by their paths. Deleting one also deletes what was drawn of it."""

    paths: tuple[Path, ...] = ()

    @classmethod
    def of(cls, rows: QuerySet) -> "Files":
        """The files of CVs or archives."""
        storage = rows.model._meta.get_field("file").storage
        return cls(tuple(Path(storage.path(name)) for name in rows.values_list("file", flat=True) if name))

    def __add__(self, other: "Files") -> "Files":
        return Files(self.paths + other.paths)

    def delete(self) -> int:
        """Delete them all; how many the disk did not let go of. Those belong to no row: the scheduler tries again."""
        # The file before its pictures: whoever draws one at this moment sees that it is gone, and takes it back.
        return sum(_stuck(path) + sum(_stuck(page) for page in pages_beside(path)) for path in self.paths)


def words_of(people: Collection[uuid.UUID], cvs: Collection[uuid.UUID]) -> set[Words]:
    """The names of these people and of those in these documents, each as its words."""
    names = {*Candidate.objects.filter(pk__in=people).values_list("name", flat=True)}
    names |= {_said(structure) for structure in CV.objects.filter(pk__in=cvs).values_list("structure", flat=True)}
    return {words for name in names if len(words := _words(name)) >= FEWEST_WORDS}


def lookalikes(words: Iterable[Words], *, jobs: Collection[uuid.UUID], cvs: Collection[uuid.UUID]) -> list[CV]:
    """Files for these jobs that nobody could read and whose file names hold such a name: perhaps theirs."""
    unread = CV.objects.filter(job__in=jobs, candidate=None).exclude(pk__in=cvs).select_related("job")
    rows = unread.only("original_name", "job", "job__title").order_by("created_at", "pk")
    found = set(words)
    return [cv for cv in rows if _tells(cv.original_name, found)]


def close_archives(ids: Collection[uuid.UUID], *, words: Collection[Words]) -> Files:
    """Count what is left of ZIPs that held erased documents, and let go of their own files; those files.

    A ZIP that is called like somebody of these names, if only in part, is called so no more. One that was not unpacked
    to its end ends here, since its file holds what was erased. One of which nothing is left goes whole, with what came
    of the same bytes.
    """
    rows = Archive.objects.filter(pk__in=list(ids))
    files = Files.of(rows)
    ended = {"state": Archive.State.UNREADABLE, "reason": "erased", "detail": "", "token": None, "lease_until": None}
    rows.exclude(state=Archive.State.UNPACKED).update(**ended, unlock="")
    rows.update(file="")
    told = {word for name in words for word in name if len(word) >= TELLING}
    for archive in rows:
        gone = archive.unpacked - (left := archive.cvs.count())
        if left:
            name = NAMELESS_ZIP if told & _words(archive.original_name) else archive.original_name
            counts = {"unpacked": left, "entries": max(left, archive.entries - gone)}
            Archive.objects.filter(pk=archive.pk).update(**counts, original_name=name)
        else:
            Archive.objects.filter(job=archive.job_id, sha256=archive.sha256, cvs=None).delete()
    return files


def clear_names(words: Iterable[Words], *, jobs: Collection[uuid.UUID]) -> None:
    """Take these names out of the file names that ZIPs of these jobs remember."""
    found = set(words)
    for archive in Archive.objects.filter(job__in=jobs) if found else ():
        name = NAMELESS_ZIP if _tells(archive.original_name, found) else archive.original_name
        skipped = [[SOMEBODY if _tells(entry, found) else entry, why] for entry, why in archive.skipped]
        if (name, skipped) != (archive.original_name, archive.skipped):
            Archive.objects.filter(pk=archive.pk).update(original_name=name, skipped=skipped)


def renew(candidate_id: uuid.UUID, *, gone: Collection[uuid.UUID]) -> None:
    """Let a person of whom documents were erased bear only what the documents that stay say."""
    candidate = Candidate.objects.select_for_update().get(pk=candidate_id)
    names = _names(candidate.cvs.order_by("created_at", "pk"))
    candidate.chosen = _without(candidate.chosen, gone)
    if candidate.name not in names:
        candidate.name = names[-1] if names else ""
    candidate.save(update_fields=["name", "chosen"])
    for merge in Merge.objects.filter(Q(kept=candidate) | Q(gone=candidate)).select_related("gone"):
        _renew_merge(merge, names, gone=gone)


def _renew_merge(merge: Merge, names: list[str], *, gone: Collection[uuid.UUID]) -> None:
    merge.cvs = [cv for cv in merge.cvs if uuid.UUID(cv) not in gone]
    if not merge.cvs:
        merge.delete()
        if not merge.gone.cvs.exists() and not merge.gone.merges.exists() and not merge.gone.merged_into.exists():
            merge.gone.delete()
        return
    for kept in (merge.before, merge.chosen):
        if kept.get("name", "") not in names:
            kept |= {"name": ""} if kept else {}
        if "chosen" in kept:
            kept["chosen"] = _without(kept["chosen"], gone)
    merge.save(update_fields=["cvs", "before", "chosen"])
    if merge.undone_at is None and merge.gone.name not in names:
        Candidate.objects.filter(pk=merge.gone_id).update(name="")


def _without(chosen: dict, gone: Collection[uuid.UUID]) -> dict:
    ids = {str(cv) for cv in gone}
    return {field: cv for field, cv in chosen.items() if cv not in ids}


def _names(cvs: Iterable[CV]) -> list[str]:
    """The names in these documents, as they were found when each was read; the newest last."""
    found: list[str] = []
    for cv in cvs:
        read = redact(cv.text, file_name=cv.original_name).name[:120] if cv.text else ""
        found += [name for name in (_said(cv.structure), read) if name]
    return found


def _said(structure: dict) -> str:
    return (structure.get("name") or {}).get("text", "")


def _tells(file_name: str, names: set[Words]) -> bool:
    words = _words(file_name)
    return any(name <= words for name in names)


def _words(text: str) -> Words:
    # By way of upper case, where the Turkish dotless ı is the same I.
    folded = unicodedata.normalize("NFKD", text.upper().casefold())
    return frozenset(_WORD.findall("".join(one for one in folded if not unicodedata.combining(one))))


def _stuck(path: Path) -> bool:
    try:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
    except OSError as error:
        logger.warning("an erased file cannot be deleted: %s", error.strerror)
        return True
    return False
