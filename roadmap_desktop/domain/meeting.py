"""A meeting: what should be talked about, as the partnership stands, and what its minutes make of it; pure."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain import order
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.edits import answer_edit, begun
from roadmap_desktop.domain.form import Form
from roadmap_desktop.domain.from_paper import joined
from roadmap_desktop.domain.progress import FINISHED, progress
from roadmap_desktop.domain.records import SHORT_TEXT, Answer, Meeting, Scalar, Topic
from roadmap_desktop.domain.words import Words

Reason: TypeAlias = Literal["decision", "step", "action", "overdue", "next"]
"""Why a topic is proposed: two versions wait for a decision, something was to be done after the last contact, an action
or a checkpoint is late, a checkpoint comes next.
"""
NEXT_STOPS: Final = 4
"""Checkpoints that come next, proposed for each side."""
LAST_CONTACTS: Final = 3
"""Lines of the contact log whose next step is asked after."""


class Proposal(NamedTuple):
    """A topic that suggests itself; `side` and `checkpoint` "" where it is about none, `due` YYYY-MM-DD or ""."""

    reason: Reason
    title: str
    side: str = ""
    checkpoint: str = ""
    who: str = ""
    due: str = ""


class Outcome(NamedTuple):
    """What minutes make of a partnership, as one step, and how many answers, actions and lines of the log that is."""

    edits: tuple[Edit, ...]
    answers: int
    actions: int
    lines: int


# before it ----------------------------------------------------------------------------------------------


def proposals(dossier: Dossier, form: Callable[[str], Form], today: str) -> tuple[Proposal, ...]:
    """What should be talked about, the most pressing first; each checkpoint once. `form` finds a form by its id.

    `today` is YYYY-MM-DD. Only sides that somebody has begun to fill in are asked, and always our own.
    """
    found: dict[tuple[str, str, str], Proposal] = {}
    sides = [side for side in dossier.sides if side is dossier.ours or not side.empty]
    forms = {side.side.key: form(side.side.form) for side in sides}
    for one in (
        *(one for side in sides for one in _decisions(side, forms[side.side.key])),
        *_steps(dossier),
        *_actions(dossier, today),
        *(one for side in sides for one in _stops(side, forms[side.side.key], today)),
    ):
        found.setdefault((one.side, one.checkpoint, "" if one.checkpoint else one.title), one)
    return tuple(found.values())


def _decisions(side: SideDossier, form: Form) -> Iterator[Proposal]:
    for checkpoint in form.checkpoints:
        if checkpoint.id in side.disputed:
            yield Proposal("decision", checkpoint.title, side.side.key, checkpoint.id)


def _steps(dossier: Dossier) -> Iterator[Proposal]:
    for line in dossier.log[:LAST_CONTACTS]:
        if line.next.strip():
            yield Proposal("step", line.next.strip(), due=line.due)


def _actions(dossier: Dossier, today: str) -> Iterator[Proposal]:
    for action in dossier.actions:
        if action.what.strip() and action.due and action.due < today and action.state not in FINISHED:
            yield Proposal("action", action.what.strip(), who=action.who, due=action.due)


def _stops(side: SideDossier, form: Form, today: str) -> Iterator[Proposal]:
    way = progress(form, side.answers, today)
    late = [stop for stop in way.upcoming if stop.overdue]
    rest = [stop for stop in way.upcoming if not stop.overdue]
    for stop in (*late, *rest[:NEXT_STOPS]):
        reason: Reason = "overdue" if stop.overdue else "next"
        yield Proposal(reason, stop.title, side.side.key, stop.checkpoint, stop.who, stop.due)


def planned(dossier: Dossier) -> Meeting | None:
    """The meeting that is being prepared: the latest whose minutes are not entered yet."""
    return next((meeting for meeting in dossier.meetings if not meeting.held), None)


def topics_of(dossier: Dossier, meeting: Meeting) -> tuple[Topic, ...]:
    """The agenda of a meeting, in order."""
    return tuple(topic for topic in dossier.topics if topic.meeting == meeting.id.hex())


def new_meeting(root: bytes, people: str = "") -> Meeting:
    """A meeting that nobody has prepared yet."""
    return Meeting(os.urandom(16), root, people=people[:SHORT_TEXT])


def new_topic(meeting: Meeting, one: Proposal) -> Topic:
    """A line of its agenda, for what suggested itself or the user wrote."""
    return Topic(
        os.urandom(16), meeting.root, meeting.id.hex(), one.side, one.checkpoint, one.title[:SHORT_TEXT]
    )


def who_takes_part(dossier: Dossier) -> str:
    """The people of both sides by name, and by role where nobody is named."""
    named = (person.name.strip() or contact.role.strip() for contact, person in dossier.contacts)
    return ", ".join(dict.fromkeys(name for name in named if name))


def plan_edits(
    meeting: Meeting, topics: Sequence[Topic], before: Meeting | None, held: Sequence[Topic]
) -> list[Edit]:
    """The edits that turn the plan in the file, `before` with the topics `held`, into `meeting` with `topics` in their order."""
    edits = _changed("meeting", meeting, before)
    kept = {topic.id: topic for topic in held}
    keys = order.spread(len(topics))
    in_order = [kept[topic.id].position for topic in topics if topic.id in kept]
    if len(in_order) == len(topics) and all(in_order) and in_order == sorted(set(in_order)):
        keys = in_order  # nothing was added or moved
    for topic, key in zip(topics, keys, strict=True):
        edits += _changed("topic", topic._replace(position=key), kept.pop(topic.id, None))
    return edits + [Edit(topic.root, "topic", topic.id, {DELETED: 1}) for topic in kept.values()]


def _changed(kind: str, now: Meeting | Topic, before: Meeting | Topic | None) -> list[Edit]:
    said: Mapping[str, Scalar] = now._asdict()
    held: Mapping[str, Scalar] = before._asdict() if before is not None else {}
    fields = {
        name: value
        for name, value in said.items()
        if name not in ("id", "root") and value != held.get(name, "")
    }
    if before is None and not fields:
        fields = {"held": ""}  # a meeting of which nothing is known yet is there all the same
    return [Edit(now.root, kind, now.id, fields)] if fields else []


# after it -----------------------------------------------------------------------------------------------


def outcome(
    dossier: Dossier,
    meeting: Meeting,
    topics: Sequence[Topic],
    words: Words,
    today: str,
    follow: tuple[str, str],
) -> Outcome:
    """What the minutes `topics` make of the partnership.

    `follow` is the next step and its day (YYYY-MM-DD or ""). What was decided about a checkpoint goes below its answer, with the day; what somebody will do becomes an action;
    the meeting itself a line of the contact log, with the next step.
    """
    answers: dict[tuple[str, str], Edit] = {}
    actions: list[Edit] = []
    keys = iter(_after(dossier))
    day = meeting.day or today
    for topic in topics:
        decided = topic.decided.strip()
        if topic.checkpoint and decided:
            key = topic.side, topic.checkpoint
            _add_decision(
                dossier, answers, key, words("meeting", "decided", date=words.date(day), text=decided)
            )
        if topic.who.strip() or topic.due:
            what = (decided or topic.title.strip())[:SHORT_TEXT]
            fields: dict[str, Scalar] = {
                "what": what,
                "who": topic.who.strip(),
                "due": topic.due,
                "state": "open",
            }
            actions.append(Edit(meeting.root, "action", os.urandom(16), {**fields, "position": next(keys)}))
    line = _line(meeting, topics, day, follow)
    held = Edit(meeting.root, "meeting", meeting.id, {"held": today, "day": day})
    return Outcome((*answers.values(), *actions, line, held), len(answers), len(actions), 1)


def _add_decision(
    dossier: Dossier, answers: dict[tuple[str, str], Edit], key: tuple[str, str], text: str
) -> None:
    """Two topics about one checkpoint come into one answer."""
    side = next(side for side in dossier.sides if side.side.key == key[0])
    answer = side.answers.get(key[1], Answer())
    held = str(answers[key].fields["text"]) if key in answers else answer.text
    whole = joined(held, text, "add")
    answers[key] = answer_edit(dossier.partnership.root, key[0], key[1], **begun(answer, {"text": whole}))


def _line(meeting: Meeting, topics: Sequence[Topic], day: str, follow: tuple[str, str]) -> Edit:
    told = []
    for topic in topics:
        parts = [part.strip() for part in (topic.said, topic.decided) if part.strip()]
        told.append(f"{topic.title.strip()}: {' – '.join(parts)}" if parts else topic.title.strip())
    fields: dict[str, Scalar] = {
        "day": day,
        "channel": "meeting",
        "who": meeting.people,
        "what": "\n".join(filter(None, told)),
        "next": follow[0].strip(),
        "due": follow[1],
    }
    return Edit(meeting.root, "log", os.urandom(16), fields)


def _after(dossier: Dossier) -> Iterator[str]:
    """Keys of new actions, each behind all before it."""
    last = max((action.position for action in dossier.actions), default="")
    while True:
        last = order.between(last, "")
        yield last
