"""The program's front door: `cscareer` and `python -m cscareer`."""

import sys


def main() -> None:
    """Runs the command line and exits with the contract's code."""
    try:
        from cscareer.cli.program import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
