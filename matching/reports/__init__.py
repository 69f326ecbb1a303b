"""Claude's report on one match: accepted strictly, its quotes checked, its dimensions computed. No I/O."""

from matching.reports.accept import accept_report
from matching.reports.dimensions import DIMENSIONS, dimensions
from matching.reports.report import Mark, Question, Quote, Report

__all__ = ["DIMENSIONS", "Mark", "Question", "Quote", "Report", "accept_report", "dimensions"]
