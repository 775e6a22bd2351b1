"""What a person keeps, for the commands that answer from it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from cscareer.errors import InvalidDataError, UnreadableError, UnwritableError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.pay.location import Location
    from cscareer.plan.profile import Profile
    from cscareer.plan.storage import Store


class OwnProfile:
    """The profile of whoever runs the program, and what to tell of its use: `notes` in whole, `own` in a word each."""

    def __init__(self, notes: Sequence[str] = (), *, no_profile: bool) -> None:
        self.no_profile = no_profile
        self.notes = list(notes)
        self.own: list[str] = []

    def store(self) -> "Store":
        """Where the person's profile is kept.

        Raises:
            UnwritableError: they have no home folder to keep it in.
        """
        from cscareer.plan.storage import Store

        store = Store.of_user()
        if store is None:
            raise UnwritableError(
                "There is no home folder to keep a profile in.",
                hint="Set HOME, or XDG_DATA_HOME, to a folder of yours.",
            )
        return store

    def own_role(self, catalog: "Catalog") -> "Role | None":
        """The role of the person's profile, if the guide knows it now."""
        return catalog.roles.get(self.profile.role or "") if self.profile else None

    def own_near_job(self, catalog: "Catalog") -> "NearJob | None":
        """The job near ours of the person's profile, if the guide knows it now."""
        job = self.profile.near_job if self.profile else None
        return catalog.near_jobs.get(job) if job else None

    def role_to_use(self, catalog: "Catalog", question: str, hint: str, use: str = "") -> "Role":
        """The role of the person's profile, for a command that was given none; says so, and its `use`.

        Raises:
            UsageError: they have named none; it asks the question.
        """
        own = self.own_role(catalog)
        if own is None:
            raise UsageError(question, hint=hint)
        self.note_own(f"role, {own.title}{use}")
        return own

    def own_location(self, catalog: "Catalog") -> "Location | None":
        """The place of the person's profile, for a command that was given none; says so."""
        profile = self.profile
        if profile is None or profile.location is None:
            return None
        from cscareer.plan.profile_report import place_of

        place = place_of(catalog, profile)
        if place is None:
            self.notes.append("The place of your profile goes by no name known now, so it is left out.")
        else:
            self.note_own(f"place, {place.name}")
        return place

    def note_own(self, what: str) -> None:
        """Remembers to tell that something of the profile is used."""
        self.own.append(what)

    @cached_property
    def profile(self) -> "Profile | None":
        """The person's profile to answer from; None where there is none, or --no-profile leaves it out.

        One that can't be read is reported at once and left out: most answers don't need it.
        """
        if self.no_profile:
            return None
        try:
            return self.kept_profile()
        except (InvalidDataError, UnreadableError):
            from cscareer.render.show import tell_prose

            tell_prose(
                "Going on without your profile, which can't be read; `cscareer profile` says why, and what to do."
            )
            return None

    def kept_profile(self) -> "Profile | None":
        """The person's profile as it is kept; None where there is none.

        Raises:
            InvalidDataError, UnreadableError: it can't be read.
        """
        from cscareer.catalog.reading import stands
        from cscareer.plan.place import PROFILE, profile_folder

        folder = profile_folder()
        if folder is None or not stands(folder / PROFILE):
            return None
        from cscareer.plan.storage import Store

        return Store(folder).read()
