"""Looks the installed dependencies of the program up: licences that go with MIT, and known vulnerabilities where somebody answers.

`python release/audit.py [--strict]`: exit code 1 for a licence or a vulnerability; with --strict also where nobody answered.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from extras import EXTRAS

# What may be installed beside an MIT program, whoever passes it on.
GOOD = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|Unlicense|0BSD|Zlib|CC0)\b",
    re.IGNORECASE,
)


def needed(
    name: str = "cscareer", extras: tuple[str, ...] = EXTRAS, met: set[str] | None = None
) -> Iterator[Distribution]:
    """The installed packages that a package and its extras need, each once."""
    from packaging.requirements import Requirement

    met = set() if met is None else met
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        wanted = requirement.marker is None or any(
            requirement.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        )
        if not wanted or (key in met and not requirement.extras):
            continue
        try:
            found = distribution(requirement.name)
        except PackageNotFoundError:
            continue
        if key not in met and key != "cscareer":
            met.add(key)
            yield found
        yield from (
            needed(requirement.name, tuple(requirement.extras), met) if requirement.name != "cscareer" else ()
        )


def licence(package: Distribution) -> str:
    """What a package says of its licence."""
    said = package.metadata
    named = [
        text.rpartition(" :: ")[2]
        for text in said.get_all("Classifier") or ()
        if text.startswith("License ::")
    ]
    fields = said.json  # by the names of fields in small letters
    return str(
        fields.get("license_expression")
        or ", ".join(named)
        or str(fields.get("license") or "").partition("\n")[0][:80]
    )


def vulnerabilities(packages: list[Distribution]) -> tuple[list[str], list[str]]:
    """What is known against these versions, and the packages that nobody could be asked about."""
    pins = "".join(f"{each.name}=={each.version}\n" for each in packages)
    words = [
        sys.executable,
        "-m",
        "pip_audit",
        "--no-deps",
        "--disable-pip",
        "--progress-spinner=off",
        "--format=json",
        "-r",
        "/dev/stdin",
    ]
    done = subprocess.run(words, input=pins, capture_output=True, text=True, check=False)
    try:
        told = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return [], [each.name for each in packages]
    bad = [
        f"{each['name']} {each['version']}: {found['id']}" for each in told for found in each.get("vulns", ())
    ]
    return bad, [each["name"] for each in told if "skip_reason" in each]


def main() -> int:
    """Prints both lists; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true")
    said = parser.parse_args()
    packages = sorted(needed(), key=lambda each: each.name.lower())
    wrong = 0
    for each in packages:
        named = licence(each)
        good = bool(GOOD.search(named))
        wrong += not good
        print(f"{each.name:25} {each.version:12} {named}{'' if good else '   <- look at this one'}")
    known, unasked = vulnerabilities(packages)
    print(*known, sep="\n")
    print(f"{len(packages)} packages, {wrong} licences to look at, {len(known)} vulnerabilities known.")
    if unasked:
        print(f"Nobody answered about {len(unasked)} of them: {', '.join(unasked)}.")
    return int(bool(wrong or known or (said.strict and unasked)))


if __name__ == "__main__":
    sys.exit(main())
