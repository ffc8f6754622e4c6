"""``python -m danvan_cli`` is ``danvan``."""

from danvan_cli.cli.main import run

if __name__ == "__main__":
    run()
