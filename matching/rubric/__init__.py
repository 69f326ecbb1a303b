"""The rubric of a job: drafted from its text by rules, checked, compared, read and written. No I/O."""

from matching.rubric.drafting import draft
from matching.rubric.jobtext import clean_job
from matching.rubric.linting import Finding, lint
from matching.rubric.wire import changes, dump, parse, renumber

__all__ = ["Finding", "changes", "clean_job", "draft", "dump", "lint", "parse", "renumber"]
