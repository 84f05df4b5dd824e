"""An agenda grows out of how the partnership stands; minutes become answers, actions and a line of the log, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import meeting as meetings
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.meeting import (
    Proposal,
    new_meeting,
    new_topic,
    outcome,
    plan_edits,
    proposals,
    who_takes_part,
)
from roadmap_desktop.domain.records import KINDS, Action, Log, Meeting, Topic
from tests.builders import TODAY, full_dossier, library, words

EN = words("en")
texts = st.text(alphabet="aā b", max_size=8)


def proposed(dossier: Dossier) -> tuple[Proposal, ...]:
    return proposals(dossier, lambda form: library().form(form, "en"), TODAY)


def full(**changes: object) -> Dossier:
    return full_dossier(both=True)._replace(**changes)  # type: ignore[arg-type]


def done(
    edits: list[Edit], before: Meeting | None = None, held: tuple[Topic, ...] = ()
) -> dict[bytes, object]:
    """The records that `edits` leave."""
    found: dict[bytes, object] = {topic.id: topic for topic in held}
    if before is not None:
        found[before.id] = before
    for edit in edits:
        if edit.fields.get(DELETED):
            del found[edit.entity]
            continue
        blank = found.get(edit.entity, KINDS[edit.kind](edit.entity, edit.root))
        found[edit.entity] = blank._replace(**edit.fields)  # type: ignore[attr-defined]
    return found


def test_what_presses_most_comes_first() -> None:
    dossier = full(
        log=(Log(b"1", b"r", next="Send the plan", due="2026-11-20"), Log(b"2", b"r", next=" ")),
        actions=(
            Action(b"3", b"r", what="Paint", due="2026-01-01", state="open"),
            Action(b"4", b"r", what="Clean", due="2026-01-01", state="done"),
            Action(b"5", b"r", what="Later", due="2027-01-01"),
        ),
    )
    dossier = dossier._replace(ours=dossier.ours._replace(disputed=frozenset({"c3.roles"})))
    found = proposed(dossier)
    ranks = ["decision", "step", "action", "overdue", "next"]
    reasons = [one.reason for one in found]
    assert reasons[:3] == ["decision", "step", "action"]
    assert {"Send the plan", "Paint"} <= {one.title for one in found}
    assert not {"Clean", "Later", " "} & {one.title for one in found}
    assert set(reasons) <= set(ranks)


def test_no_checkpoint_is_proposed_twice() -> None:
    found = [(one.side, one.checkpoint) for one in proposed(full()) if one.checkpoint]
    assert len(found) == len(set(found))


def test_a_partner_who_has_written_nothing_is_not_asked() -> None:
    assert {one.side for one in proposed(full_dossier())} <= {"a", ""}


def test_people_are_named_and_else_told_by_their_role() -> None:
    dossier = full()
    named = [person.name for _, person in dossier.contacts if person.name]
    assert named
    assert all(name in who_takes_part(dossier) for name in named)


def test_a_plan_comes_back_as_it_was_made() -> None:
    root = bytes(16)
    meeting = new_meeting(root, "Ilze, Jānis")._replace(day="2026-12-01", time="18.00", place="Library")
    topics = [new_topic(meeting, Proposal("next", f"Topic {number}", "a", "c1.need")) for number in range(3)]
    held = done(plan_edits(meeting, topics, None, ()))
    assert held.pop(meeting.id) == meeting
    kept = sorted(held.values(), key=lambda topic: topic.position)  # type: ignore[attr-defined]
    assert [topic.title for topic in kept] == ["Topic 0", "Topic 1", "Topic 2"]  # type: ignore[attr-defined]


@given(st.permutations(range(5)), st.sets(st.integers(0, 4)), st.integers(0, 3))
def test_any_order_any_choice(order: list[int], left_out: set[int], added: int) -> None:
    meeting = new_meeting(bytes(16))
    first = [new_topic(meeting, Proposal("next", f"{number}")) for number in range(5)]
    before = done(plan_edits(meeting, first, None, ()))
    held = tuple(one for one in before.values() if isinstance(one, Topic))
    wanted = [first[number] for number in order if number not in left_out]
    wanted += [new_topic(meeting, Proposal("next", f"new {number}")) for number in range(added)]
    after = done(plan_edits(meeting, wanted, meeting, held), meeting, held)
    kept = sorted((one for one in after.values() if isinstance(one, Topic)), key=lambda one: one.position)
    assert [one.title for one in kept] == [one.title for one in wanted]
    assert plan_edits(meeting, kept, meeting, kept) == []


def test_minutes_become_answers_actions_and_a_line_of_the_log() -> None:
    dossier = full()
    root = dossier.partnership.id
    meeting = new_meeting(root, "Ilze, Jānis")._replace(day="2026-12-01")
    about = new_topic(meeting, Proposal("next", "Roles", "a", "c3.roles"))
    topics = [
        about._replace(said="Long talk", decided="Ilze leads", who="Ilze", due="2027-01-10"),
        about._replace(id=b"x" * 16, decided="Jānis pays"),
        new_topic(meeting, Proposal("step", "Heating"))._replace(said="Too dear"),
    ]
    made = outcome(dossier, meeting, topics, EN, TODAY, ("Call the mayor", "2026-12-08"))
    assert (made.answers, made.actions, made.lines) == (1, 1, 1)
    [answer] = [edit for edit in made.edits if edit.kind == "answer"]
    before = dossier.ours.answers["c3.roles"].text if "c3.roles" in dossier.ours.answers else ""
    assert str(answer.fields["text"]).startswith(before)
    assert "1 Dec 2026, decided at the meeting: Ilze leads" in str(answer.fields["text"])
    assert str(answer.fields["text"]).endswith("Jānis pays")
    [action] = [edit.fields for edit in made.edits if edit.kind == "action"]
    assert (action["what"], action["who"], action["due"]) == ("Ilze leads", "Ilze", "2027-01-10")
    assert str(action["position"]) > max(one.position for one in dossier.actions)
    [line] = [edit.fields for edit in made.edits if edit.kind == "log"]
    assert line["what"] == "Roles: Long talk – Ilze leads\nRoles: Jānis pays\nHeating: Too dear"
    assert (line["channel"], line["day"], line["next"]) == ("meeting", "2026-12-01", "Call the mayor")
    [held] = [edit.fields for edit in made.edits if edit.kind == "meeting"]
    assert held["held"] == TODAY


@given(st.lists(st.tuples(texts, texts, texts), max_size=4))
def test_no_word_of_the_minutes_is_lost(rows: list[tuple[str, str, str]]) -> None:
    dossier = full_dossier()
    meeting = new_meeting(dossier.partnership.id)
    topics = [
        new_topic(meeting, Proposal("next", "T", "a", "c1.need"))._replace(
            said=said, decided=decided, who=who
        )
        for said, decided, who in rows
    ]
    made = outcome(dossier, meeting, topics, EN, TODAY, ("", ""))
    told = "\n".join(str(value) for edit in made.edits for value in edit.fields.values())
    for said, decided, who in rows:
        assert said.strip() in told
        assert decided.strip() in told
        assert who.strip() in told


def test_the_meeting_that_is_being_prepared() -> None:
    held = new_meeting(bytes(16))._replace(held="2026-01-01")
    coming = new_meeting(bytes(16))
    assert meetings.planned(full(meetings=(held,))) is None
    assert meetings.planned(full(meetings=(held, coming))) == coming
