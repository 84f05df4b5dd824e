"""The records of a file: one frozen tuple a kind, its fields and limits; not how they are stored or merged."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

Scalar: TypeAlias = str | int

SIDES: Final = ("a", "b")
STATES: Final = ("open", "in-progress", "done", "not-needed")
STAGES: Final = ("active", "paused", "ended")
DIRECTIONS: Final = ("out", "in")

LONG_TEXT: Final = 100_000
"""Most characters of a text that is written at length (about fifty printed pages)."""
SHORT_TEXT: Final = 1_000
"""Most characters of a name, a title, a line."""
ATTACHMENT_SIZE: Final = 10 * 1024 * 1024
"""Most bytes of one attachment: what the usual mail box still takes."""

NO_ID: Final = b""


class Organisation(NamedTuple):
    """Ours or a partner's; a root of its own, so that a copy takes along only those it needs."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    name: str = ""
    kind: str = ""
    number: str = ""
    address: str = ""
    website: str = ""
    note: str = ""
    phone: str = ""
    email: str = ""


class Partnership(NamedTuple):
    """What two organisations build together; its id is its root. `stage` is one of STAGES.

    `pen` is the side that has the word now, "" for neither.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    title: str = ""
    stage: str = "active"
    pen: str = ""


class Side(NamedTuple):
    """One side of a partnership. `key` "a" (who began it) or "b"; `organisation` an id in hex; `form` a form's id."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    key: str = ""
    organisation: str = ""
    form: str = ""


class Answer(NamedTuple):
    """What a side wrote at a checkpoint. `due` is YYYY-MM-DD or "".

    `alike` stands for both sides' texts where somebody said that they say the same (`domain.joint`), else "".
    `paper_day` and `paper_by` tell of the sheet that words were last taken over from: its day (YYYY-MM-DD, "" for none)
    and who had filled it in.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    checkpoint: str = ""
    text: str = ""
    state: str = "open"
    who: str = ""
    due: str = ""
    alike: str = ""
    paper_day: str = ""
    paper_by: str = ""


class Note(NamedTuple):
    """The private note at a checkpoint: an entity of its own, so that a copy can leave it at home."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    checkpoint: str = ""
    text: str = ""


class Attachment(NamedTuple):
    """A file kept at a checkpoint; without one, and at the organisation's own root, its logo.

    `sha256` in hex names its bytes; `size` in bytes.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    checkpoint: str = ""
    name: str = ""
    sha256: str = ""
    size: int = 0


class Stakeholder(NamedTuple):
    """A row of a side's stakeholder map; influence and interest 1–5, 0 when not yet judged."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    name: str = ""
    role: str = ""
    influence: int = 0
    interest: int = 0
    approach: str = ""
    position: str = ""


class Swot(NamedTuple):
    """A line of a side's SWOT; `quadrant` strength, weakness, opportunity or threat."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    quadrant: str = "strength"
    text: str = ""
    position: str = ""


class Contact(NamedTuple):
    """A role to turn to; the person who holds it is a Person, so that a copy can leave the name out."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    role: str = ""
    position: str = ""


class Person(NamedTuple):
    """The personal data of a Contact; its id follows from the contact's."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    contact: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""


class Log(NamedTuple):
    """A line of the contact log. `day` and `due` are YYYY-MM-DD or ""."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    day: str = ""
    channel: str = "call"
    who: str = ""
    what: str = ""
    next: str = ""
    due: str = ""


class Action(NamedTuple):
    """A line of the action plan."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    what: str = ""
    who: str = ""
    due: str = ""
    state: str = "open"
    position: str = ""


class Budget(NamedTuple):
    """A line of the budget; `pays_a` and `pays_b` are what each side pays, in euros ("1200.50")."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    item: str = ""
    pays_a: str = ""
    pays_b: str = ""
    in_kind: str = ""
    position: str = ""


class Agreement(NamedTuple):
    """An agreement of the register."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    form: str = "memorandum"
    number: str = ""
    signed: str = ""
    valid_until: str = ""
    notice: str = ""


class Indicator(NamedTuple):
    """What is measured: free text, since a baseline may be "about a third"."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    name: str = ""
    baseline: str = ""
    target: str = ""
    actual: str = ""
    position: str = ""


class Evaluation(NamedTuple):
    """One side's score of one criterion in one round, 1–5; 0 when not yet given."""

    id: bytes = NO_ID
    root: bytes = NO_ID
    side: str = ""
    round: int = 1
    criterion: str = ""
    score: int = 0
    comment: str = ""


class Exchange(NamedTuple):
    """A line of the register of what went out and came in. Its root is the partnership's, else the home organisation's.

    `direction` is one of DIRECTIONS; `who` to or from whom, in their own words; `level` as in `levels`; `file` its name;
    `changes` how many it held (out) or brought (in). `day` is YYYY-MM-DD; `wall` ms since 1970, 0 where it was noted by hand.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    direction: str = "out"
    day: str = ""
    wall: int = 0
    who: str = ""
    level: str = ""
    file: str = ""
    changes: int = 0
    note: str = ""


class Meeting(NamedTuple):
    """A meeting of both sides, as it is prepared and held. `day` and `held` are YYYY-MM-DD or "".

    `held` is the day on which its minutes were entered: from then on it is over.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    day: str = ""
    time: str = ""
    place: str = ""
    people: str = ""
    held: str = ""


class Topic(NamedTuple):
    """A line of a meeting's agenda and what came of it. `meeting` is an id in hex; `checkpoint` "" where it is about none.

    `said` is what was talked about; `decided`, by `who` and `due` (YYYY-MM-DD or ""), what was agreed.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    meeting: str = ""
    side: str = ""
    checkpoint: str = ""
    title: str = ""
    said: str = ""
    decided: str = ""
    who: str = ""
    due: str = ""
    position: str = ""


class Member(NamedTuple):
    """An organisation whose file is collected. Its root is the home organisation's; it is not one of our partners.

    `organisation` is what its files say of their own organisation (`figures.opaque`), "" before any came; `expected`
    1 where a file is waited for. `language` is that of its feedback sheet, "" for ours.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    name: str = ""
    number: str = ""
    email: str = ""
    language: str = ""
    organisation: str = ""
    expected: int = 1


class Submission(NamedTuple):
    """What a member sent in a `year`, in figures. Its root is the home organisation's; `member` an id in hex.

    `level` as in `levels`; `file` the newest one's name, `digests` name what was in those that count; `wall` is when
    anything was last written there, `whole` when what held all of it was (ms since 1970, 0 where only single partnerships
    came), with `changes` changes; `day` (YYYY-MM-DD) when it was collected. `figures` is a text of `submission`.
    """

    id: bytes = NO_ID
    root: bytes = NO_ID
    member: str = ""
    year: int = 0
    level: str = ""
    file: str = ""
    digests: str = ""
    wall: int = 0
    whole: int = 0
    changes: int = 0
    day: str = ""
    figures: str = ""


Record: TypeAlias = (
    Organisation | Partnership | Side | Answer | Note | Attachment | Stakeholder | Swot | Contact | Person
    | Log | Action | Budget | Agreement | Indicator | Evaluation | Meeting
    | Topic | Exchange | Member | Submission
)  # fmt: skip

KINDS: Final[dict[str, type[Record]]] = {
    "organisation": Organisation,
    "partnership": Partnership,
    "side": Side,
    "answer": Answer,
    "note": Note,
    "attachment": Attachment,
    "stakeholder": Stakeholder,
    "swot": Swot,
    "contact": Contact,
    "person": Person,
    "log": Log,
    "action": Action,
    "budget": Budget,
    "agreement": Agreement,
    "indicator": Indicator,
    "evaluation": Evaluation,
    "meeting": Meeting,
    "topic": Topic,
    "exchange": Exchange,
    "member": Member,
    "submission": Submission,
}
"""Every kind this version knows; a file may hold others, which travel on untouched."""

TOOLS: Final = (
    "stakeholder", "swot", "contact", "log", "action", "budget", "agreement", "indicator", "evaluation",
)  # fmt: skip
"""The support tools of the roadmap, each a kind."""
SIDE_TOOLS: Final = ("stakeholder", "swot", "evaluation")
"""Tools whose rows belong to one side; the others belong to the partnership."""

_LONG: Final = {("answer", "text"), ("note", "text"), ("organisation", "note"), ("evaluation", "comment"),
                ("log", "what"), ("topic", "said"), ("topic", "decided"), ("stakeholder", "approach"), ("submission", "figures")}  # fmt: skip


WRITTEN: Final[dict[str, tuple[str, ...]]] = {
    "organisation": ("name", "number", "address", "website", "email", "phone", "note"),
    "partnership": ("title",),
    "answer": ("text", "who", "paper_by"),
    "note": ("text",),
    "attachment": ("name",),
    "stakeholder": ("name", "role", "approach"),
    "swot": ("text",),
    "contact": ("role",),
    "person": ("name", "email", "phone"),
    "log": ("who", "what", "next"),
    "action": ("what", "who"),
    "budget": ("item", "in_kind"),
    "agreement": ("number", "notice"),
    "indicator": ("name", "baseline", "target", "actual"),
    "evaluation": ("comment",),
    "meeting": ("time", "place", "people"),
    "topic": ("title", "said", "decided", "who"),
    "exchange": ("who", "file", "note"),
    "member": ("name", "number", "email"),
    "submission": ("file",),
}
"""Per kind the fields in which people write in words of their own; all others hold choices, days, sums, ids and places."""


def fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind that changes set: all but id and root."""
    return KINDS[kind]._fields[2:]


def defaults(kind: str) -> dict[str, Scalar]:
    """What a field reads as before anybody set it."""
    known: dict[str, Scalar] = KINDS[kind]._field_defaults
    return {name: known[name] for name in fields(kind)}


def limit(kind: str, field: str) -> int:
    """Most characters a text field may hold."""
    return LONG_TEXT if (kind, field) in _LONG else SHORT_TEXT


def derived_id(root: bytes, *parts: str) -> bytes:
    """The 16-byte id of a thing that both people would create alike (the answer of a side to a checkpoint).

    BLAKE2b-128 of the parts, each length-prefixed, so that two copies' first answers meet in one entity.
    """
    from hashlib import blake2b  # noqa: PLC0415 - brings OpenSSL, which no window needs to open

    digest = blake2b(root, digest_size=16, person=b"roadmap-entity")
    for part in parts:
        raw = part.encode()
        digest.update(len(raw).to_bytes(4, "big") + raw)
    return digest.digest()


def side_id(root: bytes, key: str) -> bytes:
    """Id of a side of the partnership `root`."""
    return derived_id(root, "side", key)


def answer_id(root: bytes, side: str, checkpoint: str) -> bytes:
    """Id of a side's answer to a checkpoint."""
    return derived_id(root, "answer", side, checkpoint)


def note_id(root: bytes, side: str, checkpoint: str) -> bytes:
    """Id of a side's private note at a checkpoint."""
    return derived_id(root, "note", side, checkpoint)


def person_id(root: bytes, contact: bytes) -> bytes:
    """Id of the person behind a contact."""
    return derived_id(root, "person", contact.hex())


def logo_id(organisation: bytes) -> bytes:
    """Id of an organisation's logo, an Attachment."""
    return derived_id(organisation, "logo")


def evaluation_id(root: bytes, side: str, number: int, criterion: str) -> bytes:
    """Id of a side's score of a criterion in a round."""
    return derived_id(root, "evaluation", side, str(number), criterion)


def member_id(root: bytes, name: str) -> bytes:
    """Id of the member that is first listed in `root` as `name`, folded as `members.folded` does."""
    return derived_id(root, "member", name)


def submission_id(root: bytes, member: bytes, year: int) -> bytes:
    """Id of what a member sent in a year."""
    return derived_id(root, "submission", member.hex(), str(year))
