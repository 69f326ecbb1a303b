"""The quick estimate: how near a CV is to a job by its words alone, with no model."""

from matching.estimate.combine import Estimate, bounds, combine, combine_one
from matching.estimate.features import Features, features
from matching.estimate.profile import Profile, profile
from matching.estimate.words import tokenise

__all__ = ["Estimate", "Features", "Profile", "bounds", "combine", "combine_one", "features", "profile", "tokenise"]
