"""A demo job with about 30 invented candidates, made as real PDF, DOCX and text files by code of ours."""

from matching.demo.documents import DemoFile, make_files
from matching.demo.people import PEOPLE, POSTING, Person

__all__ = ["PEOPLE", "POSTING", "DemoFile", "Person", "make_files"]
