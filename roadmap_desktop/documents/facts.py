"""Facts: what each field of a document says for one partnership, and where that comes from; knows no document."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from roadmap_desktop.documents.document import Source
from roadmap_desktop.documents.tools import clean, date
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import FALLBACK, Checkpoint, Form, Library
from roadmap_desktop.domain.meeting import planned
from roadmap_desktop.domain.records import Agreement, Log, Meeting, Organisation, Person
from roadmap_desktop.domain.words import Words

CHECKPOINT: Final = re.compile(r"[a-z]\d\.[a-z-]+")
PARTIES: Final = ("our", "their", "organisation", "municipality")
"""Who stands in fields: by whose file it is, and by what the two are to each other."""
PARTY_FACTS: Final = ("name", "number", "address", "website", "contact", "person", "role", "email", "phone")
AGREEMENT_FACTS: Final = ("title", "number", "signed", "valid_until", "notice", "line")
LOG_FACTS: Final = ("day", "who", "what", "next")
PLAN_FACTS: Final = ("when", "place")


class Fact(NamedTuple):
    """What a field says. `text` is "" where nothing is known, and `wanted` then says what is missing; where nothing
    is `needed` (the checkpoint was set aside) the field stays empty without a gap. `doubt` says that there is another
    version of it.
    """

    text: str
    source: Source
    wanted: str
    who: str = ""
    needed: bool = True
    doubt: str = ""


class Phrases:
    """The documents' fixed phrases of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        """Read from `folder`, in English where there is none of `language`."""
        source = folder / f"{language}.json"
        if not source.is_file():
            source = folder / f"{FALLBACK}.json"
        self._data: dict[str, Any] = json.loads(source.read_text("utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        """The phrase `key` ("signature.name"), its {places} filled."""
        found: Any = self._data
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def group(self, key: str) -> dict[str, str]:
        """All phrases of a group."""
        found: dict[str, str] = self._data[key]
        return found


class Facts:
    """All that can be asked of one partnership, in one language."""

    def __init__(
        self,
        dossier: Dossier,
        library: Library,
        words: Words,
        phrases: Phrases,
        today: str,
        *,
        memorandum: bool,
    ) -> None:
        """`today` is YYYY-MM-DD; with `memorandum` the register is asked for one, else for an agreement."""
        self.dossier, self.words, self.phrases, self.today = dossier, words, phrases, today
        self._forms = {name: library.form(name, words.language) for name in library.ids()}
        self._agreement = _agreement(dossier.agreements, memorandum=memorandum)
        self._parties = _parties(dossier)

    def __call__(self, name: str) -> Fact:
        """What the field `name` says. Raises KeyError for a name that no field has."""
        if CHECKPOINT.fullmatch(name):
            return self._answer(name)
        first, _, key = name.partition(".")
        if first in PARTIES:
            return self._party(first, key)
        match first:
            case "agreement":
                return self._of_agreement(key)
            case "log" | "meeting":
                return self._of_log(key, meeting=first == "meeting")
            case "plan":
                return self._of_plan(key)
            case "title":
                text = clean(self.dossier.partnership.title)
                return Fact(text, Source("partnership"), self.phrases("label.title"))
            case "today":
                text = clean(self.words.date(self.today, long=True))
                return Fact(text, Source("today"), self.phrases("label.today"))
        raise KeyError(name)

    def our_own(self, name: str) -> bool:
        """Whether the checkpoint is one of the form that our side walks; other fields are everybody's."""
        return not CHECKPOINT.fullmatch(name) or self._find(self.dossier.ours, name) is not None

    @property
    def agreement_form(self) -> str:
        """The form of the agreement spoken of, "" where none is registered."""
        return self._agreement.form if self._agreement else ""

    def holds(self, condition: str) -> bool:
        """Whether a line under `condition` stands: for a form of agreement, the first meeting or a later one."""
        if condition in ("first-meeting", "later-meeting"):
            return self.first_meeting is (condition == "first-meeting")
        return condition == self.agreement_form

    @property
    def first_meeting(self) -> bool:
        """The log holds no more than one meeting: what the checkpoint says of the meeting is said of that one."""
        return sum(row.channel == "meeting" for row in self.dossier.log) <= 1

    def checkpoint(self, name: str) -> Checkpoint | None:
        """The checkpoint of that id, of whichever form."""
        return next((found for form in self._forms.values() if (found := form.find(name))), None)

    # answers ------------------------------------------------------------------------------------------

    def _answer(self, name: str) -> Fact:
        ours, theirs = self.dossier.sides
        side = ours if self._find(ours, name) or not self._find(theirs, name) else theirs
        answer = side.answers.get(name)
        aside = answer is not None and answer.state == "not-needed"
        text = clean(answer.text).strip() if answer and not aside else ""
        whose = "ours" if side is ours else "theirs"
        source = Source("checkpoint", name, whose)
        wanted = self._wanted(name, whose)
        doubt = self.phrases("two_versions", what=wanted) if text and name in side.disputed else ""
        return Fact(text, source, wanted, clean(side.organisation.name), not aside, doubt)

    def _find(self, side: SideDossier, name: str) -> Checkpoint | None:
        form = self._forms.get(side.side.form)
        return form.find(name) if form else None

    def _wanted(self, name: str, whose: str) -> str:
        checkpoint = self.checkpoint(name)
        if checkpoint is None:
            raise KeyError(name)
        form = next(form for form in self._forms.values() if form.find(name))
        key = "checkpoint" if whose == "ours" else "partner_side"
        number = _number(form, checkpoint)
        return self.phrases(key, title=checkpoint.title, number=number, step=checkpoint.step)

    def wanted_table(self, kind: str) -> str:
        """What is missing where the support tool `kind` has no rows: its name, and where our form asks for it."""
        title: str = self.words.tool(kind)["title"]
        own = self._forms.get(self.dossier.ours.side.form)
        for form in [own, *self._forms.values()] if own else self._forms.values():
            for checkpoint in form.checkpoints:
                if kind in checkpoint.tools:
                    number = _number(form, checkpoint)
                    return self.phrases("tool", title=title, number=number, step=checkpoint.step)
        return title

    # parties ------------------------------------------------------------------------------------------

    def _party(self, party: str, key: str) -> Fact:
        side = self._parties[party]
        whose = "ours" if side is self.dossier.ours else "theirs"
        wanted = self.phrases("of", what=self.phrases(f"label.{key}"), whose=self.phrases(f"party.{party}"))
        text = clean(str(getattr(side.organisation, key, ""))).strip()
        if text or key in ("name", "number", "address", "website"):
            return Fact(text, Source("organisation", key, whose), wanted)
        role, person = self._contact(side.side.key)
        texts = {
            "role": role, "person": person.name, "email": person.email, "phone": person.phone,
            "contact": ", ".join(part for part in (person.name, role, person.email, person.phone) if part),
        }  # fmt: skip
        return Fact(clean(texts[key]).strip(), Source("tool", "contact", whose), wanted)

    def organisation(self, party: str) -> Organisation:
        """The party as it stands in the file."""
        return self._parties[party].organisation

    def is_ours(self, party: str) -> bool:
        """Whether the party is our own side."""
        return self._parties[party] is self.dossier.ours

    def _contact(self, side: str) -> tuple[str, Person]:
        """Role and person of the side's first contact."""
        for contact, person in self.dossier.contacts:
            if contact.side == side:
                return contact.role, person
        return "", Person()

    # agreement and log --------------------------------------------------------------------------------

    def _of_agreement(self, key: str) -> Fact:
        wanted, source, found = self.phrases(f"agreement.{key}"), Source("tool", "agreement"), self._agreement
        titles = self.phrases.group("title")
        if key == "title":
            return Fact(titles.get(found.form, wanted) if found else wanted, source, wanted)
        if found is None:
            return Fact("", source, wanted)
        if key == "line":
            parts = (self.words("agreement", found.form), found.number, date(self.words, found.signed))
            return Fact(clean(", ".join(part for part in parts if part)), source, wanted)
        text = str(getattr(found, key))
        return Fact(
            date(self.words, text) if key in ("signed", "valid_until") else clean(text), source, wanted
        )

    def _of_log(self, key: str, *, meeting: bool) -> Fact:
        rows = [row for row in self.dossier.log if row.channel == "meeting" or not meeting]
        last = max(rows, key=lambda row: row.day, default=Log())
        text = str(getattr(last, key))
        shown = date(self.words, text) if key == "day" else clean(text).strip()
        return Fact(shown, Source("tool", "log"), self.phrases(f"log.{key}"))

    def _of_plan(self, key: str) -> Fact:
        """The meeting that is being prepared; where none is, the last one."""
        last = next(iter(self.dossier.meetings), Meeting())
        meeting = planned(self.dossier) or last
        day = self.words.date(meeting.day, long=True) if meeting.day else ""
        text = ", ".join(filter(None, (day, meeting.time))) if key == "when" else meeting.place
        return Fact(clean(text).strip(), Source("meeting"), self.phrases(f"plan.{key}"))


def _number(form: Form, checkpoint: Checkpoint) -> int:
    """Which checkpoint of its step it is, from 1."""
    step = next(step for step in form.steps if step.id == checkpoint.step)
    return step.checkpoints.index(checkpoint) + 1


def _agreement(found: Sequence[Agreement], *, memorandum: bool) -> Agreement | None:
    """The newest of the register that is, or is not, a memorandum."""
    fitting = [one for one in found if (one.form == "memorandum") is memorandum]
    return max(fitting, key=lambda one: one.signed or "9999", default=None)


def _parties(dossier: Dossier) -> dict[str, SideDossier]:
    """Who is who. Where neither is a municipality, or both are, the partner is taken for it."""
    ours, theirs = dossier.sides
    governs = ours.organisation.kind == "municipality" != theirs.organisation.kind
    return {
        "our": ours, "their": theirs,
        "organisation": theirs if governs else ours, "municipality": ours if governs else theirs,
    }  # fmt: skip
