"""The quick estimate: how near a CV is to a job by its words alone, with no model."""

from matching.estimate.combine import Cohort, Estimate, cohort, combine, combine_one
from matching.estimate.features import Features, features
from matching.estimate.profile import Profile, profile
from matching.estimate.words import tokenise

__all__ = [
    "Cohort",
    "Estimate",
    "Features",
    "Profile",
    "cohort",
    "combine",
    "combine_one",
    "features",
    "profile",
    "tokenise",
]
