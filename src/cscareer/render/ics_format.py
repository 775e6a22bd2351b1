"""Checklists as tasks for a calendar (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, time

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Need, SkillLevel
from cscareer.errors import MissingExtraError
from cscareer.plan.checklist_report import ChecklistItem, ChecklistReport
from cscareer.render.layouts.certificate_words import certificate_line
from cscareer.render.text import scrub
from cscareer.skills.gap import SkillState

_STATUS = {
    SkillState.HAVE: "COMPLETED",
    SkillState.BELOW: "IN-PROCESS",
    SkillState.MISSING: "NEEDS-ACTION",
    SkillState.NOT_SHOWN: "NEEDS-ACTION",
}
_PRIORITY = {Need.REQUIRED: 1, Need.HELPFUL: 5}


def draw_tasks(answer: Answer) -> str:
    """A task (VTODO) for each item of checklists, with a UID that stays; one that no longer counts is cancelled.

    Raises:
        TypeError: it is another form of answer, whose command offers no tasks.
        MissingExtraError: icalendar isn't installed.
    """
    if not isinstance(answer, ChecklistReport):
        raise TypeError(f"{type(answer).__name__} has no tasks")
    try:
        from icalendar import Calendar, Todo
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
        if checklist.by:
            task.add("due", date.fromisoformat(checklist.by))
        calendar.add_component(task)
    written: bytes = calendar.to_ical()
    return written.decode()


def _said(item: ChecklistItem) -> str:
    step = f"Next: {item.next_step}" if item.next_step else None
    lines = (step, certificate_line(item.certificates), item.note, item.evidence)
    return "\n".join(scrub(line) for line in lines if line)


def _noon(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), UTC)
