"""Checklists as tasks and events for a calendar (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Need, SkillLevel
from cscareer.errors import MissingExtraError
from cscareer.plan.checklist_report import ChecklistItem, ChecklistReport
from cscareer.render.layouts.certificate_words import certificate_line
from cscareer.render.text import scrub
from cscareer.skills.gap import SkillState

if TYPE_CHECKING:
    from icalendar import Event

_STATUS = {
    SkillState.HAVE: "COMPLETED",
    SkillState.BELOW: "IN-PROCESS",
    SkillState.MISSING: "NEEDS-ACTION",
    SkillState.NOT_SHOWN: "NEEDS-ACTION",
}
_PRIORITY = {Need.REQUIRED: 1, Need.HELPFUL: 5}


def draw_tasks(answer: Answer) -> str:
    """A task (VTODO) for each item of checklists, with a UID that stays; one that no longer counts is cancelled.

    What is still to be done by a day is an event of that day too (VEVENT), since many calendars show no tasks.

    Raises:
        TypeError: it is another form of answer, whose command offers no tasks.
        MissingExtraError: icalendar isn't installed.
    """
    if not isinstance(answer, ChecklistReport):
        raise TypeError(f"{type(answer).__name__} has no tasks")
    try:
        from icalendar import Calendar, Event, Todo
    except ImportError:
        raise MissingExtraError.of("Writing for a calendar", "calendar") from None
    calendar = Calendar()
    calendar.add("prodid", "-//cscareer//checklist//EN")
    calendar.add("version", "2.0")
    lists = {each.role: each for each in answer.checklists}
    for item in answer.items:
        checklist = lists[item.role]
        task = Todo()
        task.add("uid", f"{item.id}.{item.role}@cscareer")
        task.add("dtstamp", _noon(answer.day))
        task.add(
            "summary", scrub(f"{item.name} ({SkillLevel(item.wanted_level).word}) for {checklist.title}")
        )
        if said := _said(item):
            task.add("description", said)
        task.add("status", _STATUS[item.state] if item.counts else "CANCELLED")
        task.add("priority", _PRIORITY[item.need])
        if item.state is SkillState.HAVE and item.since and item.counts:
            task.add("completed", _noon(item.since))
        day = item.due or checklist.by
        if day:
            task.add("due", date.fromisoformat(day))
        calendar.add_component(task)
        if day and item.counts and item.state is not SkillState.HAVE:
            calendar.add_component(_event(Event(), item, str(task["summary"]), day, answer.day))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(event: "Event", item: ChecklistItem, summary: str, day: str, today: str) -> "Event":
    """The day by which an item is to be done, as an event that takes no time of it."""
    event.add("uid", f"{item.id}.{item.role}.day@cscareer")
    event.add("dtstamp", _noon(today))
    event.add("summary", summary)
    if said := _said(item):
        event.add("description", said)
    event.add("dtstart", date.fromisoformat(day))
    event.add("transp", "TRANSPARENT")
    return event


def _said(item: ChecklistItem) -> str:
    step = f"Next: {item.next_step}" if item.next_step else None
    lines = (step, certificate_line(item.certificates), item.note, item.evidence)
    return "\n".join(scrub(line) for line in lines if line)


def _noon(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), UTC)
