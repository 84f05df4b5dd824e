"""Dossiers made by hand for tests: believable texts, no file and no store."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.progress import Progress, progress
from roadmap_desktop.domain.records import (
    STATES,
    Action,
    Agreement,
    Answer,
    Attachment,
    Budget,
    Contact,
    Evaluation,
    Indicator,
    Log,
    Note,
    Organisation,
    Partnership,
    Person,
    Side,
    Stakeholder,
    Swot,
)
from roadmap_desktop.domain.words import Words, load_words

RESOURCES = Path(__file__).parents[1] / "resources"
TODAY = "2026-11-23"
FAMILY = "Roadmap Sans"

SENTENCES: Mapping[str, Sequence[str]] = {
    "en": (
        "In our three villages 28 children have nowhere to go after school.",
        "We asked parents in September; 19 of 24 families answered, and all want a place that is open until six.",
        "The municipality owns an empty room in the old post office, 64 square metres, heated in winter.",
        "Anna Bērziņa leads the association and has run two summer camps for the county.",
        "We can give 12 hours of voluntary work a week; we lack money for heating and a part-time worker.",
        "The development programme for 2026–2029 names young people in remote villages as its second priority.",
        "The budget request must reach the finance department by 15 October.",
        "If nobody does anything, the last bus will be cut, and families with children will go on moving away.",
    ),
    "lv": (
        "Mūsu trijos ciemos 28 bērniem pēc skolas nav kur palikt.",
        "Septembrī jautājām vecākiem; atbildēja 19 no 24 ģimenēm, un visas vēlas vietu, kas atvērta līdz sešiem.",
        "Pašvaldībai pieder tukša telpa vecajā pasta ēkā, 64 kvadrātmetri, ziemā tā tiek apkurināta.",
        "Biedrību vada Anna Bērziņa, kura novadā ir rīkojusi divas vasaras nometnes.",
        "Varam ieguldīt 12 stundas brīvprātīgā darba nedēļā; trūkst naudas apkurei un pusslodzes darbiniekam.",
        "Attīstības programmā 2026.–2029. gadam jaunieši attālos ciemos ir otrā prioritāte.",
        "Budžeta pieprasījums jāiesniedz finanšu nodaļā līdz 15. oktobrim.",
        "Ja neviens neko nedarīs, slēgs pēdējo autobusu un ģimenes ar bērniem turpinās aizbraukt.",
    ),
}


@cache
def library() -> Library:
    """The forms as shipped."""
    return Library(RESOURCES / "forms")


@cache
def words(language: str = "en") -> Words:
    """The words as shipped."""
    return load_words(RESOURCES / "words", language)


def form(name: str = "community", language: str = "en") -> Form:
    """A shipped form."""
    return library().form(name, language)


def answers(walked: Form, done: int, *, seed: int = 1, side: str = "a") -> dict[str, Answer]:
    """Answers to the first `done` checkpoints and to some later ones; two to five sentences each."""
    chance = random.Random(seed)
    texts = SENTENCES[walked.language]
    found: dict[str, Answer] = {}
    for number, checkpoint in enumerate(walked.checkpoints):
        state = "done" if number < done else "open"
        if number < done and number % 9 == 4:
            state = "not-needed"
        elif number >= done and chance.random() < 0.25:
            state = "in-progress"
        text = (
            " ".join(chance.sample(texts, chance.randint(2, 5))) if state in {"done", "in-progress"} else ""
        )
        due = f"2026-{chance.randint(10, 12)}-{chance.randint(10, 28)}" if chance.random() < 0.4 else ""
        who = chance.choice(("Anna Bērziņa", "Jānis Kalniņš", "")) if text or due else ""
        if text or due or state != "open":
            found[checkpoint.id] = Answer(
                side=side, checkpoint=checkpoint.id, text=text, state=state, who=who, due=due
            )
    return found


def side(
    key: str = "a",
    *,
    name: str = "Valley Youth Association",
    kind: str = "community",
    walked: Form | None = None,
    given: Mapping[str, Answer] | None = None,
    notes: Mapping[str, str] | None = None,
    files: Mapping[str, Sequence[str]] | None = None,
    disputed: frozenset[str] = frozenset(),
    tools: bool = False,
) -> SideDossier:
    """One side with what it wrote; with `tools` a stakeholder map, a SWOT and two rounds of evaluation."""
    walked = walked or form(kind if kind == "municipality" else "community")
    return SideDossier(
        side=Side(key=key, organisation="00", form=walked.id),
        organisation=Organisation(
            name=name, kind=kind, number="40008012345" if name else "", address="Skolas iela 4, Lejasciems"
        ),
        answers=dict(given or {}),
        notes={at: Note(side=key, checkpoint=at, text=text) for at, text in (notes or {}).items()},
        attachments={
            at: tuple(Attachment(side=key, checkpoint=at, name=file, size=2048) for file in found)
            for at, found in (files or {}).items()
        },
        stakeholders=_stakeholders(key) if tools else (),
        swot=_swot(key) if tools else (),
        evaluations=_evaluations(key) if tools else (),
        disputed=disputed,
    )


def empty_side(key: str = "b", name: str = "") -> SideDossier:
    """A side nobody has written for."""
    return side(key, name=name, kind="municipality", given={})


def dossier(
    ours: SideDossier | None = None,
    theirs: SideDossier | None = None,
    *,
    title: str = "An afternoon room for the valley's children",
    stage: str = "active",
    tools: bool = False,
) -> Dossier:
    """A partnership; with `tools` every table of it is filled."""
    return Dossier(
        partnership=Partnership(title=title, stage=stage),
        ours=ours or side(given=answers(form(), 14), tools=tools),
        theirs=theirs or empty_side(),
        contacts=_contacts() if tools else (),
        log=_log() if tools else (),
        actions=_actions() if tools else (),
        budget=_budget() if tools else (),
        agreements=_agreements() if tools else (),
        indicators=_indicators() if tools else (),
    )


def full_dossier(seed: int = 1, *, language: str = "en", both: bool = False) -> Dossier:
    """About thirty answers of two to five sentences, every tool filled; `both` sides on request."""
    community, municipality = form("community", language), form("municipality", language)
    ours = side(
        walked=community,
        given=answers(community, len(community.checkpoints), seed=seed),
        notes={"c1.need": "The mayor's sister lives here: ask her first."},
        files={"c1.offer": ("offer.pdf", "budget 2027.xlsx")},
        tools=True,
    )
    theirs = empty_side(name="Riverside municipality")
    if both:
        theirs = side(
            "b",
            name="Riverside municipality",
            kind="municipality",
            walked=municipality,
            given=answers(municipality, 17, seed=seed + 1, side="b"),
            tools=True,
        )
    return dossier(ours, theirs, tools=True)


def way(
    name: str = "community",
    states: Mapping[str, str] | None = None,
    *,
    due: Mapping[str, str] | None = None,
    disputed: frozenset[str] = frozenset(),
    language: str = "en",
) -> Progress:
    """Progress over a form from states and due dates by checkpoint id."""
    walked = form(name, language)
    given = {
        point.id: Answer(
            checkpoint=point.id, state=(states or {}).get(point.id, "open"), due=(due or {}).get(point.id, "")
        )
        for point in walked.checkpoints
    }
    assert {answer.state for answer in given.values()} <= set(STATES)
    return progress(walked, given, TODAY, disputed)


def _stakeholders(key: str) -> tuple[Stakeholder, ...]:
    rows = (
        (
            "County council",
            "decides",
            5,
            3,
            "Meet the committee's chair before the budget; one page, three figures.",
        ),
        ("Youth officer", "prepares the decision", 4, 5, "Keep close: a call every second week."),
        ("Parents", "affected", 2, 5, "A meeting in every village, a short letter after it."),
        ("School", "gives premises", 3, 4, "Agree on hours and keys with the head."),
        ("Local newspaper", "", 0, 0, ""),
    )
    return tuple(Stakeholder(b"", b"", key, *row) for row in rows)


def _swot(key: str) -> tuple[Swot, ...]:
    rows = (
        ("strength", "Trusted by families in all three villages"),
        ("strength", "Two camps run, both reported on time"),
        ("weakness", "No paid worker"),
        ("opportunity", "The old post office stands empty"),
        ("threat", "The last bus may be cut, and then nobody can come in the evening"),
    )
    return tuple(Swot(b"", b"", key, *row) for row in rows)


def _evaluations(key: str) -> tuple[Evaluation, ...]:
    criteria = list(words().group("criterion"))
    return tuple(
        Evaluation(
            side=key,
            round=number,
            criterion=criterion,
            score=(index + number) % 5 + 1,
            comment="Letters are answered within the week now." if index == 2 else "",
        )
        for number in (1, 2)
        for index, criterion in enumerate(criteria)
    )


def _contacts() -> tuple[tuple[Contact, Person], ...]:
    return (
        (
            Contact(side="a", role="Chair"),
            Person(name="Anna Bērziņa", email="anna@ieleja.example", phone="+371 20000001"),
        ),
        (
            Contact(side="b", role="Youth officer"),
            Person(name="Kārlis Ozols", email="k.ozols@novads.example", phone=""),
        ),
    )


def _log() -> tuple[Log, ...]:
    return (
        Log(day="2026-10-02", channel="meeting", who="Kārlis Ozols", what="He likes the idea; asks for figures.",
            next="Send the survey", due="2026-10-09"),
        Log(day="2026-09-14", channel="call", who="County office", what="Who is responsible for youth?", next="", due=""),
    )  # fmt: skip


def _actions() -> tuple[Action, ...]:
    return (
        Action(what="Paint the room", who="Volunteers", due="2027-01-15", state="open"),
        Action(what="Sign the lease", who="Anna Bērziņa", due="2026-12-01", state="in-progress"),
    )


def _budget() -> tuple[Budget, ...]:
    return (
        Budget(item="Heating", pays_a="", pays_b="1800.00", in_kind=""),
        Budget(item="Worker, half-time", pays_a="2400.50", pays_b="4800.00", in_kind="12 hours a week"),
        Budget(item="Furniture", pays_a="350", pays_b="", in_kind="Tables from the school"),
    )


def _agreements() -> tuple[Agreement, ...]:
    return (
        Agreement(
            form="memorandum",
            number="12/2026",
            signed="2026-11-02",
            valid_until="2028-12-31",
            notice="30 days",
        ),
    )


def _indicators() -> tuple[Indicator, ...]:
    return (Indicator(name="Children who come each week", baseline="0", target="20", actual="about a third"),)
