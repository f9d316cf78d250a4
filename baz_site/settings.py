"""Settings. Everything that differs between machines comes from the environment; see
docs/operations.md for the list."""

import sys
from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

from baz_site.database import join_embedded_database

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
TESTING = "pytest" in sys.modules
DEVELOPMENT = DEBUG or TESTING


def _needed(name: str, in_development: str) -> str:
    """A variable that a real site can't do without: there is no guess for it there."""
    return env(name, default=in_development) if DEVELOPMENT else env(name)


def _development_secret_key() -> str:
    """A key that stays the same between starts, so that links in mails keep working."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


if DEVELOPMENT:
    SECRET_KEY = env("SECRET_KEY", default="") or _development_secret_key()
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
else:
    SECRET_KEY = env("SECRET_KEY")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")

# The address that links in mails start with.
SITE_URL = _needed("SITE_URL", "http://localhost:8000").rstrip("/")

INSTALLED_APPS = [
    "baz_site.apps.SiteConfig",
    "agenda.apps.AgendaConfig",
    "initiatives.apps.InitiativesConfig",
    "mail.apps.MailConfig",
    "pages.apps.PagesConfig",
    "places.apps.PlacesConfig",
    "stories.apps.StoriesConfig",
    "visitors.apps.VisitorsConfig",
    "workshops.apps.WorkshopsConfig",
    "roadshow.apps.RoadshowConfig",
    "audiences.apps.AudiencesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "crispy_forms",
    "django_prose_editor",
    "pictures",
    "post_office",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "baz_site.middleware.AddressFromProxy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # Above all that gives every reader the same: the headers of those below are kept with a page.
    "baz_site.page_cache.PageCache",
    "csp.middleware.CSPMiddleware",
    "baz_site.middleware.RefuseUnreadableRequest",
    "baz_site.middleware.DatabaseAway",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "baz_site.urls"
WSGI_APPLICATION = "baz_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
# A field's own template stands in templates/ as well.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

if env("DATABASE_URL", default="") or not DEVELOPMENT:
    DATABASES = {"default": env.db("DATABASE_URL")}
else:
    DATABASES = {"default": join_embedded_database(VAR_DIR / "postgres")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1  # hours
# One hour is one hour: whoever tries meanwhile does not wait longer for it.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "nl-be"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEVELOPMENT
if DEVELOPMENT:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is missing

# Photos have no public address of their own: initiatives/views/photos.py decides who may see one.
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
PICTURES = {
    "BREAKPOINTS": {"s": 640, "m": 960, "l": 1200},
    "GRID_COLUMNS": 3,
    "CONTAINER_WIDTH": 1200,
    "FILE_TYPES": ["AVIF", "WEBP"],
    "PIXEL_DENSITIES": [1],
    "USE_PLACEHOLDERS": False,
    "PICTURE_CLASS": "initiatives.pictures.SizedPicture",
}

# Ready pages, shared by all processes. Not while developing: a template that changes is no change
# of the showcase.
PAGE_CACHE = env.bool("PAGE_CACHE", default=not (DEBUG or TESTING))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

CRISPY_ALLOWED_TEMPLATE_PACKS = "baz"
CRISPY_TEMPLATE_PACK = "baz"

EMAIL_BACKEND = "post_office.EmailBackend"
EMAIL_TIMEOUT = 20  # seconds
if env("EMAIL_URL", default="") or not DEVELOPMENT:
    _mail_server = env.email_url("EMAIL_URL")
    SENDING_BACKEND = _mail_server.pop("EMAIL_BACKEND")
    vars().update(_mail_server)  # EMAIL_HOST, EMAIL_PORT and the like
else:
    SENDING_BACKEND = "mail.backends.ReadableFileBackend"
DEFAULT_FROM_EMAIL = _needed("DEFAULT_FROM_EMAIL", "BurgersAanZet <noreply@localhost>")
POST_OFFICE = {
    "BACKENDS": {"default": "mail.backends.InvitingBackend"},
    "MAX_RETRIES": 4,
    "RETRY_INTERVAL": timedelta(minutes=15),
    "CELERY_ENABLED": False,
}
MAIL_DIR = VAR_DIR / "mail"

# Text only, files not counted: a form with every field full stays far below both.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20
CSRF_FAILURE_VIEW = "baz_site.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {asctime} {name}: {message}", "style": "{"}},
    "filters": {"without_addresses": {"()": "mail.addresses.WithoutAddresses"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["without_addresses"],
        }
    },
    "loggers": {
        # Errors only: a warning would name the address of somebody's own page.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": DEBUG},
        "mail": {"handlers": ["console"], "level": "INFO"},
        # It tells of every look at an empty queue, and sets its own level where it has no handler.
        "post_office": {"handlers": ["console"], "level": "WARNING"},
    },
}

# No cookie on a page that is only read, and none that a third party could see.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEVELOPMENT
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEVELOPMENT)
SECURE_HSTS_SECONDS = 0 if DEVELOPMENT else 31_536_000
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

INITIATIVES_PER_PAGE = 12
# A program fills in the form in no time; a person takes at least so many seconds.
FASTEST_SUBMISSION = env.int("FASTEST_SUBMISSION", default=20)
# The same for a message of a few lines.
FASTEST_MESSAGE = env.int("FASTEST_MESSAGE", default=3)
# Where people can ask for help. The example address says so itself.
CONTACT_EMAIL = _needed("CONTACT_EMAIL", "voorbeeld@burgersaanzet.example")
# Where staff hear that something waits for them.
STAFF_EMAIL = env("STAFF_EMAIL", default=CONTACT_EMAIL)
