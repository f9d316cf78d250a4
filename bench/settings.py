"""The site as in production, with the limits of the bench beside it. Started by bench/server.py."""

import os
from pathlib import Path

from baz_site.settings import *  # noqa: F403 - the site's own settings, all of them
from baz_site.settings import LOGGING, TEMPLATES

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
# Not var/static: the site that somebody develops here has its own.
STATIC_ROOT = Path(os.environ["BENCH_DIR"]) / "static"
# A page that fails ends the bench: it must say why.
LOGGING["loggers"]["django.request"] = {"handlers": ["console"], "level": "ERROR"}
