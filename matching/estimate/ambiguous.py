"""Names of skills that are also plain words: they count only in a list of skills or near a word that settles it."""

from collections.abc import Sequence

from matching.estimate.words import stem

NEAR = 8
_TABLE = """
go: golang gin goroutine goroutines backend python java rust kubernetes docker microservices grpc c++ typescript
r: python sas spss stata tidyverse ggplot2 ggplot shiny statistics statistical sql matlab dplyr rstudio tableau
c: c++ embedded assembly java python linux firmware programming c# unix
swift: ios xcode objective kotlin apple iphone swiftui mobile
excel: word powerpoint outlook office access spreadsheet spreadsheets vlookup pivot microsoft ms vba macros sap tableau
 sql formulas reporting analysis advanced bi tableur tabellen
spring: boot java hibernate mvc framework maven jpa kotlin microservices
rust: c++ go golang cargo systems programming wasm
dart: flutter mobile
express: node node.js mongodb react javascript mern mean
access: ms microsoft excel database vba sql
word: excel powerpoint microsoft ms office outlook
spark: hadoop scala pyspark databricks hive kafka big etl
ruby: rails sinatra rspec programming
sketch: figma invision xd ui ux prototyping
unity: c# game unreal 3d
sage: accounting 50 100 x3 quickbooks comptabilite comptable tva payroll excel
lean: sigma manufacturing kaizen 5s production agile startup
teams: microsoft office sharepoint slack zoom
flask: python django api
"""
_SETTLED_BY: dict[str, frozenset[str]] = {
    entry.partition(":")[0]: frozenset(stem(word) for word in entry.partition(":")[2].split())
    for entry in _TABLE.strip().replace("\n ", " ").split("\n")
}


def is_ambiguous(stem_: str) -> bool:
    """Whether a stem names a skill and also a plain word."""
    return stem_ in _SETTLED_BY


def settled(run: Sequence[str], at: int) -> bool:
    """Whether the stem at a place has a neighbour that shows the skill is meant."""
    near = _SETTLED_BY[run[at]]
    return any(word in near for word in run[max(0, at - NEAR) : at]) or any(
        word in near for word in run[at + 1 : at + 1 + NEAR]
    )
