"""What people type, checked: the posting, the table of criteria, and who may see a job."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django import forms
from django.http import QueryDict
from django.utils import timezone

from matching.cloud_catalogue import cloud_entry
from matching.models import Job
from matching.rubric import Finding, draft, lint, renumber
from matching.schemas import CRITERION_IDS, MAX_LABEL, Criterion, Need, Rubric

MOST_CRITERIA = len(CRITERION_IDS)
MAX_POSTING = 60_000
MAX_LEVEL_WORDS = 120
_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")
_ADVICE = re.compile(r"(?:Add|Ask|If|Join|Keep|Leave|Make|Name|Remove|Say|State|Use|Where|Write)\b")


class PostingForm(forms.Form):
    """A job's posting; without a title the one that stands in the posting is taken."""

    title = forms.CharField(required=False, max_length=200)
    drafted_title = forms.CharField(required=False, max_length=200)
    text = forms.CharField(
        max_length=MAX_POSTING,
        error_messages={
            "required": "Paste the posting first: the criteria come from it.",
            "max_length": f"The posting is over {MAX_POSTING:,} characters. Paste only what belongs to the job.",
        },
    )

    @property
    def typed_title(self) -> str:
        """The title that a person wrote; empty while the field shows the one found in the posting."""
        title = self.data.get("title", "").strip()
        return "" if title == self.data.get("drafted_title", "") else title


class MemberForm(forms.Form):
    username = forms.CharField(max_length=150, error_messages={"required": "Write the user name of the person to add."})


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion of the table with what lint says of it. `number` counts from 1."""

    number: int
    criterion: Criterion
    findings: tuple[Finding, ...]
    focus: str = ""
    last: bool = False

    @property
    def refused(self) -> bool:
        return any(finding.severity == "refuse" for finding in self.findings)

    @property
    def replacement(self) -> str:
        """A lawful label to take with one click in place of a refused one; empty when the advice names none."""
        refusals = (finding for finding in self.findings if finding.severity == "refuse")
        return next(filter(None, (_label_in(finding.alternative) for finding in refusals)), "")


@dataclass
class RubricEditor:
    """The criteria while a person edits them. `drafted` is the print of what was offered, to see edits."""

    criteria: tuple[Criterion, ...] = ()
    drafted: str = ""
    error: str = ""
    focus: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, criteria: tuple[Criterion, ...]) -> "RubricEditor":
        """An editor that offers these criteria; nothing counts as changed yet."""
        editor = cls(criteria=renumber(tuple(_tidy(criterion) for criterion in criteria)))
        editor.drafted = editor.print
        return editor

    @classmethod
    def posted(cls, data: QueryDict) -> "RubricEditor":
        """The table as it was sent: parallel lists, one entry a row. Rows past the eighth are left out."""
        columns = [data.getlist(name) for name in ("label", "need", "low", "mid", "high", "aliases")]
        rows = list(zip(*columns, strict=False))[:MOST_CRITERIA]
        criteria = tuple(_criterion(row) for row in rows)
        return cls(criteria=renumber(criteria), drafted=data.get("drafted", ""))

    @property
    def print(self) -> str:
        """Equal for equal criteria, whatever the title and the duties."""
        return Rubric(title="", criteria=self.written).version

    @property
    def written(self) -> tuple[Criterion, ...]:
        """The criteria that have a label, renumbered: what can be locked."""
        return renumber(tuple(criterion for criterion in self.criteria if criterion.label))

    @property
    def edited(self) -> bool:
        return bool(self.written) and self.print != self.drafted

    @property
    def full(self) -> bool:
        return len(self.criteria) >= MOST_CRITERIA

    @property
    def rows(self) -> list[Row]:
        written = [criterion for criterion in self.criteria if criterion.label]
        found: dict[str, list[Finding]] = {}
        for finding in lint(tuple(written)):
            found.setdefault(finding.criterion_id, []).append(finding)
        return [
            Row(
                number=number,
                criterion=criterion,
                findings=tuple(sorted(found.get(criterion.id, ()), key=lambda finding: finding.severity != "refuse")),
                focus=self.focus.get(number, ""),
                last=number == len(self.criteria),
            )
            for number, criterion in enumerate(self.criteria, start=1)
        ]

    def apply(self, action: str) -> None:
        """Carry out one button of the table, such as `add`, `remove:2` or `up:3`. An unknown one changes nothing."""
        verb, _, position = action.partition(":")
        if verb == "add" and not self.full:
            self.criteria = renumber((*self.criteria, Criterion(id="", label="")))
            self.focus = {len(self.criteria): "label"}
        number = int(position) if position.isdecimal() and len(position) < 3 else 0
        if not 1 <= number <= len(self.criteria):
            return
        if verb == "remove":
            self._remove(number)
        elif verb in {"up", "down"}:
            self._move(number, by=-1 if verb == "up" else 1, verb=verb)
        elif verb == "alternative":
            self._take_alternative(number)

    def _remove(self, number: int) -> None:
        self.criteria = renumber(self.criteria[: number - 1] + self.criteria[number:])
        self.focus = {min(number, len(self.criteria)): "remove"}

    def _move(self, number: int, *, by: int, verb: str) -> None:
        target = number + by
        if not 1 <= target <= len(self.criteria):
            return
        rows = list(self.criteria)
        rows[number - 1], rows[target - 1] = rows[target - 1], rows[number - 1]
        self.criteria = renumber(tuple(rows))
        edge = target in {1, len(rows)}
        self.focus = {target: ({"up": "down", "down": "up"}[verb] if edge else verb)}

    def _take_alternative(self, number: int) -> None:
        label = self.rows[number - 1].replacement
        if not label:
            return
        rows = list(self.criteria)
        # Drafted like a line of a posting, so that it brings its other words and its levels along.
        drafted = next(iter(draft(f"What you need\n- {label}").criteria), Criterion(id="", label=label))
        rows[number - 1] = replace(_tidy(drafted), label=label[:MAX_LABEL], need=rows[number - 1].need)
        self.criteria = renumber(tuple(rows))
        self.focus = {number: "label"}


def _label_in(advice: str) -> str:
    """The label that an alternative offers: its first quoted phrase, or all of it where it is no sentence of advice."""
    if quoted := _QUOTED.search(advice):
        return quoted[1][:1].upper() + quoted[1][1:]
    return "" if _ADVICE.match(advice) else advice.rstrip(".")


def _criterion(row: tuple[str, ...]) -> Criterion:
    label, need, low, mid, high, aliases = row
    return _tidy(
        Criterion(
            id="",
            label=label,
            need=Need(need) if need in set(Need) else Need.SHOULD,
            aliases=(aliases,),
            low=low,
            mid=mid,
            high=high,
        )
    )


def _tidy(criterion: Criterion) -> Criterion:
    """The same as it comes back from the form, so that an untouched draft has the print it was offered with."""
    aliases = ",".join(criterion.aliases).replace(";", ",").split(",")
    return replace(
        criterion,
        label=_line(criterion.label, most=MAX_LABEL),
        aliases=tuple(line for alias in aliases if (line := _line(alias, most=MAX_LEVEL_WORDS))),
        low=_line(criterion.low, most=MAX_LEVEL_WORDS),
        mid=_line(criterion.mid, most=MAX_LEVEL_WORDS),
        high=_line(criterion.high, most=MAX_LEVEL_WORDS),
    )


def _line(text: str, *, most: int) -> str:
    """One line of printable characters: a zero byte is more than PostgreSQL takes."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:most].rstrip()


def _saying(sentence: str) -> dict[str, str]:
    """One sentence for whatever is wrong with a number or a line."""
    names = ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits")
    return dict.fromkeys((*names, "max_length", "null_characters_not_allowed"), sentence)


def _price_field() -> forms.DecimalField:
    return forms.DecimalField(
        required=False,
        min_value=0,
        max_value=10_000,
        max_digits=9,
        decimal_places=4,
        error_messages=_saying("Write dollars per million tokens, such as 3 or 0.25."),
    )


class CostForm(forms.Form):
    """What a call cost, as a person found it at the vendor. “Not charged” stands for 0, whatever is typed."""

    SENTENCES = {
        **_saying("That is no amount in dollars. Write it like 0.0042, with 8 digits after the point at most."),
        "required": "Write what the call cost in dollars, or choose “Not charged”.",
    }

    cost = forms.DecimalField(min_value=0, max_digits=14, decimal_places=8, error_messages=SENTENCES)

    def __init__(self, data: QueryDict) -> None:
        # As people write it: $0.0042 or 0,0042.
        typed = data.get("cost", "").strip().removeprefix("$").replace(",", ".")
        super().__init__({"cost": "0" if "not_charged" in data else typed})


class CloudForm(forms.Form):
    """How a job's second reader is asked. Shares are typed in percent; a retired model cannot be chosen."""

    OTHER = "other"

    strategy = forms.ChoiceField(choices=Job.Strategy.choices)
    share = forms.IntegerField(
        min_value=0, max_value=100, error_messages=_saying("Write a whole number from 0 to 100.")
    )
    audit_share = forms.DecimalField(
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        error_messages=_saying("Write a number from 0 to 100, such as 3 or 2.5."),
    )
    budget_usd = forms.DecimalField(
        min_value=0,
        max_value=99_999,
        max_digits=7,
        decimal_places=2,
        error_messages=_saying("Write dollars from 0 to 99,999, such as 5 or 2.50."),
    )
    timing = forms.ChoiceField(choices=Job.Timing.choices)
    cloud_model = forms.CharField(required=False, max_length=120)
    other_model = forms.RegexField(
        r"^[\w.:@-]+$", required=False, max_length=120, error_messages={"invalid": "That is no model's name."}
    )
    input_price = _price_field()
    output_price = _price_field()

    @classmethod
    def of(cls, job: Job) -> "CloudForm":
        """The form as the job stands."""
        known = not job.cloud_model or cloud_entry(job.cloud_model)
        return cls(
            initial={
                "strategy": job.strategy,
                "share": round(100 * job.share),
                "audit_share": (100 * job.audit_share).normalize(),
                "budget_usd": job.budget_usd,
                "timing": job.timing,
                "cloud_model": job.cloud_model if known else cls.OTHER,
                "other_model": "" if known else job.cloud_model,
                "input_price": job.cloud_input_price,
                "output_price": job.cloud_output_price,
            }
        )

    def clean_cloud_model(self) -> str:
        name = self.cleaned_data["cloud_model"]
        entry = cloud_entry(name) if name not in {"", self.OTHER} else None
        if name not in {"", self.OTHER} and entry is None:
            raise forms.ValidationError("Choose a model of the list, or “Another one” with its prices.")
        if entry and not entry.usable(timezone.now().date()):
            raise forms.ValidationError(f"{entry.label} is retired: calls of it fail. Choose another.")
        return name

    def clean(self) -> dict:
        found = super().clean()
        if found.get("cloud_model") == self.OTHER:
            for name in ("other_model", "input_price", "output_price"):
                if found.get(name) in {None, ""} and name not in self.errors:
                    self.add_error(name, "Needed for a model that is not in the list.")
        return found

    @property
    def values(self) -> dict:
        """The columns of the job that it sets."""
        found = self.cleaned_data
        other = found["cloud_model"] == self.OTHER
        return {
            "strategy": found["strategy"],
            "share": Decimal(found["share"]) / 100,
            "audit_share": found["audit_share"] / 100,
            "budget_usd": found["budget_usd"],
            "timing": found["timing"],
            "cloud_model": found["other_model"] if other else found["cloud_model"],
            "cloud_input_price": found["input_price"] if other else None,
            "cloud_output_price": found["output_price"] if other else None,
        }


class OverrideForm(forms.Form):
    """A level that a person sets, with the reason."""

    level = forms.IntegerField(min_value=0, max_value=4, error_messages=_saying("Choose a level from 0 to 4."))
    note = forms.CharField(max_length=500, error_messages=_saying("Say in 1 to 500 letters what in the CV shows it."))


class ShortlistFilter(forms.Form):
    """What of a shortlist is shown. Every field is in the address; an unknown value counts as none."""

    BANDS = [("", "All bands"), ("strong", "Strong"), ("possible", "Possible"), ("low", "Low match")]
    STATES = [
        ("", "All states"),
        ("scored", "Screened"),
        ("waiting", "Waiting"),
        ("not_scored", "Not scored"),
        ("stale", "Older rubric"),
    ]
    FLAGS = [
        ("", "Flagged or not"),
        ("any", "Any flag"),
        ("hidden_text", "Hidden text"),
        ("instruction_like", "Instructions"),
        ("score_jump", "Look twice"),
        ("parse_poor", "Poorly readable"),
        ("ocr_poor", "Poor scan"),
        ("unread_pages", "Pages missing"),
        ("over_length", "Very long"),
    ]

    SOURCES = [
        ("", "Any source"),
        ("estimate", "Estimate only"),
        ("local", "Local model"),
        ("claude", "Claude"),
        ("person", "Set by a person"),
    ]
    WHYS = [
        ("", "To Claude or not"),
        ("going", "Went to Claude"),
        ("top", "Top share"),
        ("line", "Near the line"),
        ("rescue", "Rescues"),
        ("capped", "Missing a must"),
        ("audit", "Random audit"),
        ("asked", "Asked for"),
        ("everybody", "Everybody"),
        ("held", "Held"),
        ("budget", "No money left"),
        ("never", "Never sent"),
        ("below", "Below the line"),
        ("not_scored", "Not decided"),
        ("done", "Done"),
    ]
    SORTS = [("", "Best first"), ("disagreement", "Readers apart first")]

    band = forms.ChoiceField(choices=BANDS, required=False)
    source = forms.ChoiceField(choices=SOURCES, required=False)
    why = forms.ChoiceField(choices=WHYS, required=False)
    state = forms.ChoiceField(choices=STATES, required=False)
    flag = forms.ChoiceField(choices=FLAGS, required=False)
    sort = forms.ChoiceField(choices=SORTS, required=False)
    text = forms.CharField(max_length=100, required=False)

    @property
    def chosen(self) -> dict[str, str]:
        """The filter as `MatchQuerySet.shown` takes it."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("band", "state", "flag", "source", "why", "text")}

    @property
    def order(self) -> str:
        """The order as `MatchQuerySet.ranked` takes it; "" is best first."""
        self.is_valid()
        return self.cleaned_data.get("sort", "")
