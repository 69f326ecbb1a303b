"""What a CV says of a person: names and contacts, roles with dates, studies, languages, certificates. No model."""

from matching.structure.flow import structure_of
from matching.structure.found import Structure

__all__ = ["Structure", "structure_of"]
