"""The answer to what a job title stands for, for one title or a line of many."""

from typing import Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Id, LevelNumber, Model
from cscareer.catalog.title_models import NearJob
from cscareer.titles.reading import TitleReader, TitleReading

_SOURCES = ("onet-29.3", "cscareer-judgement")


class ShownByJob(Model):
    """A skill that a job near ours shows."""

    id: Id
    name: str
    level: LevelNumber


class TitleReport(TitleReading, Answer):
    """What a job title stands for; `near_job_title`, `shows` and `reason` where it names a job with customers outside our roles."""

    schema_: Literal["cscareer/title/1"] = Field("cscareer/title/1", alias="schema")
    near_job_title: str | None
    shows: tuple[ShownByJob, ...]
    reason: str | None


class _NumberedLine(Model):
    schema_: str = Field(alias="schema")
    line: int


class TitleLine(TitleReading, _NumberedLine):
    """What the title of a line stands for, the lines counted from 1."""

    schema_: Literal["cscareer/title-line/1"] = Field("cscareer/title-line/1", alias="schema")


def shown_by(catalog: Catalog, job: NearJob) -> tuple[ShownByJob, ...]:
    """The skills that a job near ours shows."""
    return tuple(
        ShownByJob(id=each.skill, name=catalog.skills[each.skill].name, level=each.level)
        for each in job.skills
    )


def report_title(catalog: Catalog, text: str) -> TitleReport:
    """What a job title stands for, with the skills that a job near our roles shows.

    Example:
        >>> report_title(load_catalog(), "Guest Services Agent").occupation.code
        '43-4051'
    """
    reading = catalog.once(TitleReader).read(text)
    job = catalog.near_jobs[reading.near_job] if reading.near_job else None
    return TitleReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*_SOURCES, *(job.sources if job else ())),
        near_job_title=job.title if job else None,
        shows=shown_by(catalog, job) if job else (),
        reason=job.reason if job else None,
        **dict(reading),
    )


def title_line(reading: TitleReading, line: int) -> TitleLine:
    """The same for a line of a stream; nothing of it is checked again.

    Example:
        >>> title_line(TitleReader(load_catalog()).read("Call Center Rep"), 3).line
        3
    """
    return TitleLine.model_construct(**dict(reading), schema_="cscareer/title-line/1", line=line)


def json_line(reading: TitleReading, line: int) -> str:
    """The JSON of a line of a stream, put together without making a model of it, so that a million go quickly."""
    return f'{{"schema":"cscareer/title-line/1","line":{line},{reading.model_dump_json()[1:]}'
