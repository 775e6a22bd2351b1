"""The program's front door: `cscareer` and `python -m cscareer`."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[
        0
    ]  # the folder one is in: `python -m` has looked there for us, and nothing else of ours is sought there

try:
    import gc
    import os

    from cscareer.interrupts import leave, noted, watch
except KeyboardInterrupt:  # before anyone watches for it
    sys.exit(130)


def main() -> None:
    """Runs the command line and exits with the contract's code, which is 130 after an interrupt."""
    try:
        watch()
        _make_ready()
        from cscareer.cli.program import run

        code = run(sys.argv[1:])
        leave()
    except KeyboardInterrupt:
        code = 130
    except BaseException:
        if not noted():
            raise
        code = 130
    gc.freeze()  # what is left goes with the process
    sys.exit(130 if noted() else code)


def _make_ready() -> None:
    """Spares a run that is over in a moment what pays only in a long one."""
    # A usual run makes fewer objects than that before garbage is looked for; a stream's many are freed as it goes.
    gc.set_threshold(500_000)
    # No other package's plugin for checking values is ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    main()
