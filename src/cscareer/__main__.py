"""The program's front door: `cscareer` and `python -m cscareer`."""

import sys

from cscareer.interrupts import noted, watch


def main() -> None:
    """Runs the command line and exits with the contract's code, which is 130 after an interrupt."""
    try:
        watch()
        from cscareer.cli.program import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    except BaseException:
        if not noted():
            raise
        code = 130
    sys.exit(130 if noted() else code)


if __name__ == "__main__":
    main()
