"""The profile on disk: whole at any moment, for its owner alone, and never lost."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cscareer.catalog.layers import layers_in_use
from cscareer.errors import InvalidDataError, UnreadableError, UnwritableError, UsageError
from cscareer.plan.profile import KeptPay, KeptSkill, Origin, Profile, Score, clean
from cscareer.plan.storage import Store, as_yaml

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and signals of POSIX")
WRITER = """
import sys
from pathlib import Path
from cscareer.plan.profile import Profile, Score
from cscareer.plan.storage import Store

store, name, times = Store(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for number in range(times):
    fresh = Score(scenario=f"{name}.{number}", day="2026-11-24", points=1, out_of=5)
    store.change(lambda kept: kept.model_copy(update={"practice": (*kept.practice, fresh)}))
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "mine" / "profile")


def put(store: Store, **fields: object) -> Profile:
    return store.change(lambda kept: kept.model_copy(update=fields))


def writer(store: Store, name: str, times: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(store.folder), name, str(times)])


def broken(store: Store, text: str) -> InvalidDataError:
    store.path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDataError) as caught:
        store.read()
    assert store.path.read_text(encoding="utf-8") == text
    return caught.value


class TestReadingAndWriting:
    def test_where_nothing_is_kept_there_is_no_profile(self, store: Store) -> None:
        assert store.read() is None
        assert not store.folder.exists()

    def test_what_is_written_is_read(self, store: Store) -> None:
        skill = KeptSkill(
            skill="sql", level=None, since="2026-11-24", origin=Origin.SAID, evidence="NO: 1e3 #"
        )
        written = put(store, role="account-manager", pay=KeptPay(amount=22.5, per="hour"), skills=(skill,))
        assert store.read() == written

    @given(words=st.text(max_size=600))
    def test_any_words_of_a_person_can_be_kept(self, words: str) -> None:
        kept = clean(words)
        assert kept is None or (len(kept) <= 500 and "\n" not in kept and "\x1b" not in kept)
        if kept is not None:
            skill = KeptSkill(skill="sql", since="2026-11-24", origin=Origin.SAID, note=kept)
            assert skill.note == kept

    def test_the_version_before_is_kept(self, store: Store) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        assert "account-manager" in store.previous.read_text(encoding="utf-8")

    def test_nothing_is_written_where_nothing_changes(self, store: Store) -> None:
        put(store, role="account-manager")
        before = store.path.stat()
        put(store, role="account-manager")
        assert store.path.stat().st_ino == before.st_ino
        assert not store.previous.exists()

    @POSIX
    def test_folder_and_files_are_for_their_owner_alone_whatever_the_umask(self, store: Store) -> None:
        before = os.umask(0)
        try:
            put(store, role="account-manager")
            put(store, role="support-specialist")
            store.path.write_text("nonsense", encoding="utf-8")
            store.restore()
        finally:
            os.umask(before)
        assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
        files = list(store.folder.iterdir())
        assert {file.name for file in files} >= {
            "profile.yaml",
            "profile.previous.yaml",
            "profile.set-aside-001.yaml",
        }
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}

    @POSIX
    def test_a_file_is_for_its_owner_alone_from_the_moment_it_is_made(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen = []

        def spied(descriptor: int) -> None:
            seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))

        monkeypatch.setattr("os.fsync", spied)
        put(store, role="account-manager")
        assert seen == [0o600, 0o700]  # the file before it is in place, then its folder

    @POSIX
    def test_a_folder_opened_to_others_is_closed_again(self, store: Store) -> None:
        put(store, role="account-manager")
        store.folder.chmod(0o755)
        put(store, role="support-specialist")
        assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


class TestBrokenByHand:
    @pytest.mark.parametrize(
        ("text", "line", "said"),
        [
            ("", None, "empty"),
            ("version: 1\nrole: [secret]\n", 2, "expected text"),
            ("version: 1\npay:\n  amount: secret\n  per: year\n", 3, "a text"),
            (
                "version: 1\nskills:\n  - skill: sql\n    since: secret\n    origin: said\n",
                4,
                "a day in quotes",
            ),
            ("version: 1\nskills:\n  - {skill: sql, since: '2026-02-30', origin: said}\n", 3, "no such day"),
            (
                "version: 1\nskills:\n  - {skill: sql, level: 9, since: '2026-02-03', origin: said}\n",
                3,
                "none of",
            ),
            ("version: 1\nsecret: 5\n", 2, "none of ours"),
            ("version: 1\nrole: a\nrole: b\n", 3, "twice"),
            ("version: 1\nrole: &secret a\n", 2, "anchor"),
            ("version: 1\nrole: 'secret\n", None, "broken YAML"),
            ("secret " * 100, 1, "expected a mapping"),
        ],
    )
    def test_nonsense_is_told_with_its_line_and_never_quoted(
        self, store: Store, text: str, line: int | None, said: str
    ) -> None:
        put(store, role="account-manager")
        error = broken(store, text)
        problem = error.problems[0]
        assert said in f"{problem.message} {problem.hint}"
        assert line is None or problem.line == line
        assert "secret" not in problem.message
        assert error.exit_code == 3

    def test_a_change_never_writes_over_it(self, store: Store) -> None:
        put(store, role="account-manager")
        broken(store, "nonsense: true")
        with pytest.raises(InvalidDataError):
            put(store, role="support-specialist")
        assert store.path.read_text(encoding="utf-8") == "nonsense: true"

    def test_the_version_before_is_offered_and_can_be_put_back(self, store: Store) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        assert "profile restore" in str(broken(store, "nonsense: true").hint)
        assert store.restore().role == "account-manager"
        kept = store.read()
        assert kept is not None
        assert kept.role == "account-manager"

    @pytest.mark.slow
    @pytest.mark.parametrize("size", [1, 6_000_000])
    def test_what_was_there_is_set_aside_whole_each_time(self, store: Store, size: int) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        for text in ("nonsense: true" * size, "more: nonsense"):
            store.path.write_text(text, encoding="utf-8")
            store.restore()
        assert [aside.stat().st_size for aside in store.asides()] == [14 * size, 14]

    @pytest.mark.parametrize(
        ("there", "next_one"),
        [
            (["mine"], "001"),
            (["007", "notes-of-2024"], "2025"),
            (["999", "1000"], "1001"),
            (["9" * 40], "001"),
        ],
    )
    def test_what_is_set_aside_gets_a_number_of_its_own(
        self, store: Store, there: list[str], next_one: str
    ) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        for name in there:
            (store.folder / f"profile.set-aside-{name}.yaml").write_text("mine", encoding="utf-8")
        store.restore()
        assert store.folder / f"profile.set-aside-{next_one}.yaml" in store.asides()
        assert len(store.asides()) == len(there) + 1

    def test_put_back_once_it_is_not_put_back_again(self, store: Store) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        store.restore()
        with pytest.raises(UsageError, match="already"):
            store.restore()
        assert len(store.asides()) == 1

    @POSIX
    def test_a_profile_that_is_a_link_is_read_and_never_written(self, store: Store, tmp_path: Path) -> None:
        put(store, role="account-manager")
        elsewhere = store.path.rename(tmp_path / "dotfile.yaml")
        store.path.symlink_to(elsewhere)
        with pytest.raises(UnwritableError, match="link"):
            put(store, role="support-specialist")
        kept = store.read()
        assert kept is not None
        assert (store.path.is_symlink(), kept.role) == (True, "account-manager")

    def test_nothing_is_offered_where_nothing_can_be_put_back(self, store: Store) -> None:
        put(store, role="account-manager")
        assert "restore" not in str(broken(store, "nonsense: true").hint)
        with pytest.raises(UsageError):
            store.restore()

    def test_a_newer_profile_is_left_alone(self, store: Store) -> None:
        put(store, role="account-manager")
        store.path.write_text("version: 2\nfuture: true\n", encoding="utf-8")
        with pytest.raises(UnreadableError, match="newer"):
            put(store, role="support-specialist")
        assert "future" in store.path.read_text(encoding="utf-8")

    @POSIX
    def test_a_pipe_in_its_place_is_no_reason_to_wait(self, store: Store) -> None:
        put(store, role="account-manager")
        store.path.unlink()
        os.mkfifo(store.path)
        with pytest.raises(UnreadableError, match="not a regular file"):
            store.read()


class TestSeveralAtOnce:
    def test_two_that_write_at_once_lose_nothing(self, store: Store) -> None:
        both = [writer(store, name, 15) for name in ("one", "two")]
        assert [process.wait(60) for process in both] == [0, 0]
        kept = store.read()
        assert kept is not None
        assert {score.scenario for score in kept.practice} == {
            f"{name}.{number}" for name in ("one", "two") for number in range(15)
        }

    def test_who_waits_too_long_is_told(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        from filelock import FileLock

        put(store, role="account-manager")
        monkeypatch.setattr("cscareer.plan.storage.PATIENCE", 0.05)
        with FileLock(store.lock), pytest.raises(UnwritableError, match="Another cscareer"):
            put(store, role="support-specialist")
        kept = store.read()
        assert kept is not None
        assert kept.role == "account-manager"

    @pytest.mark.slow
    @POSIX
    def test_killed_at_any_moment_it_leaves_a_readable_profile(self, store: Store) -> None:
        put(
            store, practice=tuple(score(f"first.{number}") for number in range(300))
        )  # writing takes its time
        reached = 300
        for turn in range(6):
            before = store.path.stat().st_ino
            process = writer(store, f"turn{turn}", 10_000)
            while store.path.stat().st_ino == before:
                time.sleep(0.002)
            time.sleep(turn * 0.014)
            process.send_signal(signal.SIGKILL)
            process.wait(10)
            kept = store.read()
            assert kept is not None
            assert len(kept.practice) >= reached
            reached = len(kept.practice)
        assert reached > 300
        put(store, role="account-manager")
        names = {file.name for file in store.folder.iterdir()} - {"profile.lock"}
        assert names == {"profile.yaml", "profile.previous.yaml"}


def score(scenario: str) -> Score:
    return Score(scenario=scenario, day="2026-11-24", points=1, out_of=5)


def test_what_could_not_be_read_again_is_never_written(store: Store) -> None:
    put(store, role="account-manager")
    before = store.path.read_bytes()
    with pytest.raises(UnwritableError, match="can't be read again"):
        put(store, location="Austin\x1b[31m")
    assert store.path.read_bytes() == before


class TestNowhereToWrite:
    @POSIX
    @pytest.mark.slow
    def test_a_full_disk_leaves_the_profile_as_it_was(self, store: Store) -> None:
        put(store, role="account-manager")
        put(store, role="account-manager", location="Austin, TX")
        before, earlier = store.path.read_bytes(), store.previous.read_bytes()
        most = (
            len(before) + 10
        )  # bytes of a file that the disk takes: room for the version before, not for the new one
        script = f"""
            import resource, sys
            sys.dont_write_bytecode = True  # or that would be cut off
            resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
            from pathlib import Path
            from cscareer.errors import UnwritableError
            from cscareer.plan.storage import Store
            try:
                Store(Path({str(store.folder)!r})).change(lambda kept: kept.model_copy(update={{"role": "x" * 80}}))
            except UnwritableError as error:
                print(error.message, error.exit_code)
        """
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
        )
        assert "couldn't be written" in done.stdout
        assert done.stdout.strip().endswith("4")
        assert store.path.read_bytes() == before
        assert store.previous.read_bytes() == earlier
        assert not list(store.folder.glob(".profile*"))

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(UnwritableError) as caught:
            put(Store(tmp_path / "file" / "profile"), role="account-manager")
        assert caught.value.exit_code == 4

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_a_read_only_home_is_told(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(UnwritableError):
            put(Store(tmp_path / "profile"), role="account-manager")
        tmp_path.chmod(0o700)

    def test_a_profile_larger_than_can_be_read_is_not_written(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cscareer.catalog.reading.MAX_BYTES", 200)
        with pytest.raises(UnwritableError, match="larger"):
            put(store, practice=tuple(score(f"s{number}") for number in range(20)))
        assert store.read() is None

    def test_a_folder_locked_away_is_told_and_not_taken_for_empty(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(store, role="account-manager")

        def denied(path: Path) -> os.stat_result:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "lstat", denied)
        for ask in (store.read, store.restore, store.forget):
            with pytest.raises(UnreadableError, match="Permission denied"):
                ask()

    def test_somebody_unknown_to_the_system_has_no_store(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def nobody(*_: object, **__: object) -> Path:
            raise RuntimeError("could not determine the home directory")

        monkeypatch.setattr("cscareer.catalog.layers.user_data_path", nobody)
        assert Store.of_user() is None
        assert len(layers_in_use(None, {})) == 1

    @pytest.mark.parametrize("home", ["", "relative"])
    def test_without_a_home_there_is_no_store(self, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        monkeypatch.setenv("HOME", home)
        assert Store.of_user() is None


class TestForgetting:
    def test_everything_is_removed_and_named(self, store: Store) -> None:
        put(store, role="account-manager")
        put(store, role="support-specialist")
        store.path.write_text("nonsense", encoding="utf-8")
        store.restore()
        (store.folder / ".profile.0123456789abcdef.new").write_text("half a profile", encoding="utf-8")
        files = store.files()
        assert store.forget() == (files, ())
        assert len(files) == 3
        assert not store.folder.exists()

    def test_where_nothing_is_kept_nothing_is_removed_or_made(self, store: Store) -> None:
        assert store.forget() == ((), ())
        assert not store.folder.parent.exists()

    def test_what_is_not_ours_stays(self, store: Store) -> None:
        put(store, role="account-manager")
        (store.folder / "mine.txt").write_text("mine", encoding="utf-8")
        assert store.forget() == ((store.path,), (store.folder / "mine.txt",))
        assert [file.name for file in store.folder.iterdir()] == ["mine.txt"]

    def test_what_could_not_be_removed_is_said_and_the_rest_is_gone(self, store: Store) -> None:
        put(store, role="account-manager")
        store.previous.mkdir()
        with pytest.raises(UnwritableError, match=r"previous\.yaml couldn't be removed.*The rest"):
            store.forget()
        assert not store.path.exists()

    def test_even_a_broken_profile_can_be_forgotten(self, store: Store) -> None:
        put(store, role="account-manager")
        broken(store, "nonsense: true")
        assert store.forget() == ((store.path,), ())


def test_the_file_says_what_it_is_and_how_to_be_rid_of_it() -> None:
    assert as_yaml(Profile()).startswith("# Your profile.")
    assert "forget" in as_yaml(Profile()).splitlines()[0]
