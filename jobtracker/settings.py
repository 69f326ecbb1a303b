"""Every setting, from the environment or `.env`; docs/settings.md lists them and a test keeps it true.

A malformed value stops the start with one sentence. No secret is printed.
"""

import secrets
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from jobtracker.broker import embedded_url

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def _whole(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number within its limits, or a start that stops with one sentence."""
    text = env.str(name, default=str(default))
    if not text.strip().isdecimal() or not least <= int(text) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


def _share(name: str, default: str) -> Decimal:
    return _decimal(name, default, least=Decimal(0), most=Decimal(1))


def _decimal(name: str, default: str, *, least: Decimal, most: Decimal) -> Decimal:
    try:
        value = Decimal(env.str(name, default=default))
    except InvalidOperation as error:
        raise ImproperlyConfigured(f"{name} must be a number.") from error
    if not (value.is_finite() and least <= value <= most):
        raise ImproperlyConfigured(f"{name} must be from {least} to {most}.")
    return value


def _flag(name: str) -> bool:
    text = env.str(name, default="false").strip().lower()
    if text not in {"true", "false", "1", "0", "yes", "no", "on", "off"}:
        raise ImproperlyConfigured(f"{name} must be true or false.")
    return text in {"true", "1", "yes", "on"}


def _http_url(name: str, default: str) -> str:
    text = env.str(name, default=default).strip().rstrip("/")
    text = text if "://" in text else f"http://{text}"
    parts = urlsplit(text)
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} has a port that is not a number from 1 to 65535.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must be an address such as {default}.")
    host = "127.0.0.1" if parts.hostname in {"0.0.0.0", "::"} else parts.hostname  # noqa: S104 - a listening address is no target
    bracketed = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{bracketed}:{port or (443 if parts.scheme == 'https' else 11434)}"


def _secret_key(data_dir: Path) -> str:
    """The key from the environment, or one made once and kept in the data directory, readable by its owner only."""
    if key := env.str("SECRET_KEY", default=""):
        return key
    path = data_dir / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def _broker_url(data_dir: Path) -> str:
    """ "" means that no broker runs and the poll runner does the work; `BROKER_URL=none` asks for that."""
    url = env.str("BROKER_URL", default="").strip()
    if url == "none":
        return ""
    if url and urlsplit(url).scheme not in {"redis", "rediss", "redis+socket"}:
        raise ImproperlyConfigured("BROKER_URL must start with redis://, rediss:// or redis+socket://, or be none.")
    return url or embedded_url(data_dir)


DATA_DIR = (BASE_DIR / Path(env.str("DATA_DIR", default="var")).expanduser()).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
SECRET_KEY = _secret_key(DATA_DIR)
DEBUG = _flag("DEBUG")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HOST = env.str("HOST", default="127.0.0.1").strip()
PORT = _whole("PORT", 0, least=0, most=65535)  # 0: the first free one from 8000
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(DATA_DIR / "media"))).expanduser().resolve()

OLLAMA_HOST = _http_url("OLLAMA_HOST", "http://127.0.0.1:11434")
LOCAL_MODEL = env.str("LOCAL_MODEL", default="qwen2.5:7b").strip()
LOCAL_SLOTS = _whole("LOCAL_SLOTS", 1, least=1, most=64)
LOCAL_NUM_CTX = _whole("LOCAL_NUM_CTX", 8192, least=2048, most=131072)
LEASE_SECONDS = _whole("LEASE_SECONDS", 90, least=3, most=3600)
MAX_UPLOAD_MB = _whole("MAX_UPLOAD_MB", 20, least=1, most=1024)
MAX_FILES = _whole("MAX_FILES", 500, least=1, most=10000)

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'jobtracker.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 20}}
else:
    raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgres://.")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

BROKER_URL = _broker_url(DATA_DIR)
if DATABASES["default"]["ENGINE"].endswith("sqlite3") and urlsplit(BROKER_URL).hostname not in {
    None,
    "localhost",
    "127.0.0.1",
    "::1",
}:
    raise ImproperlyConfigured("Workers on other machines cannot share SQLite: set DATABASE_URL to PostgreSQL too.")
CELERY_BROKER_URL = BROKER_URL or "memory://"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 7200,  # longer than the longest task; leases in the database recover sooner
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 2,
    "socket_timeout": 10,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.5}
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = {"matching.read": {"queue": "read"}, "matching.screen": {"queue": "screen"}}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
    "matching",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "jobtracker.urls"
WSGI_APPLICATION = "jobtracker.wsgi.application"
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
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "jobs"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-gb"
USE_I18N = False
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
_STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else _STATIC_STORAGE,
    },
}
DATA_UPLOAD_MAX_NUMBER_FILES = MAX_FILES
FILE_UPLOAD_PERMISSIONS = 0o600

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "matching": {"level": "INFO"},
        "jobtracker": {"level": "INFO"},
        # At DEBUG and INFO these write request lines and bodies, which hold CV text.
        "httpx": {"level": "WARNING"},
        "httpcore": {"level": "WARNING"},
        "pypdf": {"level": "ERROR"},
    },
}
