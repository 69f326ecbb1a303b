"""manage.py erase CANDIDATE_ID: deletes all that is held of a person, after showing what it is."""

import sys
import uuid
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from matching.exceptions import JobtrackerError
from matching.models import CV, Candidate
from matching.pipeline.erasing import Plan, erase, erase_document, plan_of, plan_of_document
from matching.pipeline.remains import lookalikes, words_of


class Command(BaseCommand):
    help = "Erase a person, or one of their documents, for good. Shows what goes first, and asks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("candidate_id", type=uuid.UUID, metavar="CANDIDATE_ID")
        parser.add_argument("--document", type=uuid.UUID, metavar="CV_ID", help="erase this one document alone")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, **options) -> None:
        candidate = Candidate.objects.filter(pk=options["candidate_id"]).first()
        if candidate is None:
            self._stop("There is no candidate with this id: copy it from the address of the person's page.")
        cv = CV.objects.filter(pk=options["document"], candidate=candidate).first() if options["document"] else None
        if options["document"] and cv is None:
            self._stop("This candidate has no document with this id.")
        self._show(plan_of_document(cv) if cv else plan_of(candidate), candidate)
        if not options["yes"]:
            self._ask()
        try:
            done = erase_document(cv, by=None) if cv else erase(candidate, by=None)
        except JobtrackerError as error:
            raise CommandError(str(error), returncode=1) from error
        self.stdout.write(f"Erased. Documents: {done.documents}. Receipts that stay without text: {done.receipts}.")
        if done.stuck:
            sentence = f"Files that the disk did not let go: {done.stuck}. The scheduler tries again."
            raise CommandError(sentence, returncode=1)

    def _show(self, plan: Plan, candidate: Candidate) -> None:
        self.stdout.write(f"{candidate.label}: this would be erased for good.")
        for cv in plan.documents:
            self.stdout.write(f"  {cv.original_name} ({cv.job.title})")
        words = words_of(plan.people, plan.cvs)
        for cv in lookalikes(words, jobs=plan.jobs, cvs=plan.cvs):
            self.stdout.write(f"Perhaps theirs too, could not be read, and stays: {cv.original_name} ({cv.job.title})")
        for other in plan.others:
            self.stdout.write(f"Perhaps the same person in other people's jobs, and stays: {other.pk}")

    def _ask(self) -> None:
        if not sys.stdin.isatty():
            self._stop("Nothing was erased: add --yes where nobody can be asked.")
        if input("Type yes to erase it: ").strip().lower() != "yes":
            self._stop("Nothing was erased.")

    def _stop(self, sentence: str) -> None:
        raise CommandError(sentence, returncode=2)
