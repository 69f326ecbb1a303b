"""The rubric of a job: drafted from its text by rules, checked, compared, read and written. No I/O."""

from matching.rubric.drafting import draft
from matching.rubric.jobtext import clean_job

__all__ = ["clean_job", "draft"]
