"""Redaction before any model: what must not decide is taken out of a CV's text by rules, never by a model."""

from matching.redaction.flow import redact
from matching.redaction.leak import leaks

__all__ = ["leaks", "redact"]
