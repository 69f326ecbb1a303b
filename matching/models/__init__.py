"""The rows. Reading is a QuerySet method here; writing is a verb of matching.pipeline."""

from matching.models.archive import Archive
from matching.models.call import ModelCall, ModelPull, ModelServer, Slot
from matching.models.candidate import CV, Candidate
from matching.models.claim import Claimable, Lease
from matching.models.job import Job, JobVisit, RubricVersion
from matching.models.match import Match, Screening

__all__ = [
    "CV",
    "Archive",
    "Candidate",
    "Claimable",
    "Job",
    "JobVisit",
    "Lease",
    "Match",
    "ModelCall",
    "ModelPull",
    "ModelServer",
    "RubricVersion",
    "Screening",
    "Slot",
]
