"""Invented jobs and graded CVs, for measuring rankings without anybody's data. The same seed gives the same set."""

from benchmarks.labelled.cvs import Graded, LabelledJob, labelled_set
from benchmarks.labelled.trades import Trade, trades

__all__ = ["Graded", "LabelledJob", "Trade", "labelled_set", "trades"]
