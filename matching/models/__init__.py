"""The rows. Reading is a QuerySet method here; writing is a verb of matching.pipeline."""

from matching.models.archive import Archive
from matching.models.assess import Assessment, EgressReceipt, Escalation, Override
from matching.models.audit import AuditEvent
from matching.models.batch import CloudBatch
from matching.models.calibration import CalibrationVersion
from matching.models.call import Budget, ModelCall, ModelPull, ModelServer, Slot
from matching.models.candidate import CV, Candidate
from matching.models.claim import Claimable, Lease
from matching.models.job import Job, JobVisit, RubricVersion
from matching.models.match import Match, Screening
from matching.models.people import Hint, Merge, Sign

__all__ = [
    "CV",
    "Archive",
    "Assessment",
    "AuditEvent",
    "Budget",
    "CalibrationVersion",
    "Candidate",
    "Claimable",
    "CloudBatch",
    "EgressReceipt",
    "Escalation",
    "Hint",
    "Job",
    "JobVisit",
    "Lease",
    "Match",
    "Merge",
    "ModelCall",
    "ModelPull",
    "ModelServer",
    "Override",
    "RubricVersion",
    "Screening",
    "Sign",
    "Slot",
]
