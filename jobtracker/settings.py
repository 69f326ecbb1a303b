"""Every setting, from the environment or `.env`; docs/settings.md lists them and a test keeps it true.

A malformed value stops the start with one sentence. No secret is printed.
"""

import re
import secrets
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import SplitResult, quote, urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from jobtracker.broker import embedded_url

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def _text(name: str, default: str) -> str:
    """The value without blanks around it; an empty one counts as not set."""
    return env.str(name, default="").strip() or default


def _whole(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number within its limits, or a start that stops with one sentence."""
    text = _text(name, str(default))
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


def _share(name: str, default: str) -> Decimal:
    return _decimal(name, default, least=Decimal(0), most=Decimal(1))


def _decimal(name: str, default: str, *, least: Decimal, most: Decimal) -> Decimal:
    try:
        value = Decimal(_text(name, default))
    except InvalidOperation:
        raise ImproperlyConfigured(f"{name} must be a number.") from None
    if not (value.is_finite() and least <= value <= most):
        raise ImproperlyConfigured(f"{name} must be from {least} to {most}.")
    return value


def _flag(name: str) -> bool:
    text = _text(name, "false").lower()
    if text not in {"true", "false", "1", "0", "yes", "no", "on", "off"}:
        raise ImproperlyConfigured(f"{name} must be true or false.")
    return text in {"true", "1", "yes", "on"}


def _parts(name: str, url: str) -> SplitResult:
    """The parts of an address whose port and brackets are in order."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        # Without the cause: it may quote a password.
        raise ImproperlyConfigured(f"{name} is not a well-formed address; check its port (1 to 65535).") from None
    return parts


def _http_url(name: str, default: str) -> str:
    text = _text(name, default).rstrip("/")
    text = text if "://" in text else f"http://{text}"
    parts = _parts(name, text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must be an address such as {default}.")
    host = "127.0.0.1" if parts.hostname in {"0.0.0.0", "::"} else parts.hostname  # noqa: S104 - a listening address is no target
    bracketed = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{bracketed}:{parts.port or (443 if parts.scheme == 'https' else 11434)}"


def _cloud_url(name: str) -> str:
    """An https address, or http on this machine: a key and CVs go there. "" is the vendor's own."""
    text = _text(name, "").rstrip("/")
    parts = _parts(name, text)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ImproperlyConfigured(f"{name} must hold no user name, password, query or fragment.")
    near = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if text and not (parts.hostname and (parts.scheme == "https" or (near and parts.scheme == "http"))):
        raise ImproperlyConfigured(f"{name} must be an https address, or http on this machine.")
    return text


def _key(name: str) -> str:
    text = _text(name, "")
    if text and not re.fullmatch(r"[!-~]+", text):
        raise ImproperlyConfigured(f"{name} must be one word of plain letters, digits and signs.")
    return text


def _secret_key(data_dir: Path) -> str:
    """The key from the environment, or one made once and kept in the data directory, readable by its owner only."""
    if key := _text("SECRET_KEY", ""):
        return key
    path = data_dir / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def _broker_url(data_dir: Path) -> str:
    """ "" means that no broker runs and the poll runner does the work; `BROKER_URL=none` asks for that."""
    url = _text("BROKER_URL", "")
    if url == "none":
        return ""
    if url and _parts("BROKER_URL", url).scheme not in {"redis", "rediss", "redis+socket"}:
        raise ImproperlyConfigured("BROKER_URL must start with redis://, rediss:// or redis+socket://, or be none.")
    return url or embedded_url(data_dir)


def _database(data_dir: Path) -> dict[str, object]:
    """Django's settings of the one database: SQLite in the data directory, or the PostgreSQL of DATABASE_URL."""
    default = f"sqlite:///{quote(str(data_dir / 'jobtracker.sqlite3'))}"
    url = _text("DATABASE_URL", default)
    scheme = _parts("DATABASE_URL", url).scheme
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgres://.")
    found = env.db_url_config(url)
    if found["NAME"] in {"", ":memory:"}:
        raise ImproperlyConfigured("DATABASE_URL must name a database that several processes can open.")
    if scheme == "sqlite":
        # What is deleted is overwritten: an erased CV must not stay in the file's free pages.
        setup = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA secure_delete=ON;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": setup}
    else:
        options = {"pool": {"min_size": 1, "max_size": 8, "timeout": 20}}
    return {**found, "OPTIONS": {**found.get("OPTIONS", {}), **options}}


def _data_dir() -> Path:
    """The folder of everything that is kept, readable by its owner only; made if it is not there."""
    path = (BASE_DIR / Path(_text("DATA_DIR", "var")).expanduser()).resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR cannot be a folder at {path} ({error.strerror}).") from error
    return path


def _model_name(name: str, default: str) -> str:
    text = _text(name, default)
    if not re.fullmatch(r"[\w./:@-]+", text):
        raise ImproperlyConfigured(f"{name} must be a model's name such as {default}.")
    return text


def _language_packs(name: str, default: str) -> str:
    text = _text(name, default)
    if not re.fullmatch(r"[A-Za-z_]{3,}(\+[A-Za-z_]{3,})*", text):
        raise ImproperlyConfigured(f"{name} must be auto, or names of Tesseract's language packs such as deu+eng.")
    return text


def _socket(name: str) -> str:
    """The path of a unix socket, or host:port; empty when nothing is set."""
    text = _text(name, "").removeprefix("unix:").removeprefix("tcp://")
    host, _, port = text.rpartition(":")
    if text and not text.startswith("/") and not (host and port.isdecimal() and 0 < int(port) < 65536):
        raise ImproperlyConfigured(f"{name} must be the path of a socket or host:port, such as 127.0.0.1:3310.")
    return text


def _words(name: str, default: str, *, pattern: str, example: str) -> list[str]:
    """A list with commas whose parts all have one shape."""
    found = [part.strip() for part in _text(name, default).split(",") if part.strip()]
    if not all(re.fullmatch(pattern, part) for part in found):
        raise ImproperlyConfigured(f"{name} must be a list with commas, such as {example}.")
    return found


DATA_DIR = _data_dir()
SECRET_KEY = _secret_key(DATA_DIR)
DEBUG = _flag("DEBUG")
ALLOWED_HOSTS = _words(
    "ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", pattern=r"\*|\.?[\w.-]+|\[[0-9a-fA-F:]+\]", example="jobs.example.com"
)
CSRF_TRUSTED_ORIGINS = _words(
    "CSRF_TRUSTED_ORIGINS", "", pattern=r"https?://[\w.*:\[\]-]+", example="https://jobs.example.com"
)
HOST = _text("HOST", "127.0.0.1")
PORT = _whole("PORT", 0, least=0, most=65535)  # 0: the first free one from 8000
MEDIA_ROOT = (BASE_DIR / Path(_text("MEDIA_ROOT", str(DATA_DIR / "media"))).expanduser()).resolve()

OLLAMA_HOST = _http_url("OLLAMA_HOST", "http://127.0.0.1:11434")
LOCAL_MODEL = _model_name("LOCAL_MODEL", "qwen2.5:7b")
LOCAL_SLOTS = _whole("LOCAL_SLOTS", 1, least=1, most=64)
LOCAL_NUM_CTX = _whole("LOCAL_NUM_CTX", 8192, least=2048, most=131072)
ANTHROPIC_API_KEY = _key("ANTHROPIC_API_KEY")
ANTHROPIC_BASE_URL = _cloud_url("ANTHROPIC_BASE_URL") or "https://api.anthropic.com"
CLOUD_MODEL = _model_name("CLOUD_MODEL", "claude-haiku-4-5")
CLOUD_SLOTS = _whole("CLOUD_SLOTS", 8, least=1, most=64)
CLOUD_BATCH_HOUR = _whole("CLOUD_BATCH_HOUR", 22, least=0, most=23)
CLOUD_POLL_SECONDS = _whole("CLOUD_POLL_SECONDS", 60, least=1, most=3600)
MONTHLY_BUDGET_USD = _decimal("MONTHLY_BUDGET_USD", "20", least=Decimal(0), most=Decimal(99_999))
JOB_BUDGET_USD = _decimal("JOB_BUDGET_USD", "5", least=Decimal(0), most=Decimal(99_999))
ESCALATION_SHARE = _share("ESCALATION_SHARE", "0.20")
AUDIT_SHARE = _share("AUDIT_SHARE", "0.03")
LEASE_SECONDS = _whole("LEASE_SECONDS", 90, least=3, most=3600)
MAX_UPLOAD_MB = _whole("MAX_UPLOAD_MB", 20, least=1, most=1024)
OCR_LANGUAGES = _language_packs("OCR_LANGUAGES", "auto")
MAX_FILES = _whole("MAX_FILES", 500, least=1, most=10000)
MAX_ARCHIVE_MB = _whole("MAX_ARCHIVE_MB", 200, least=1, most=4096)
MAX_ARCHIVE_UNPACKED_MB = _whole("MAX_ARCHIVE_UNPACKED_MB", 1000, least=1, most=65536)
MAX_UNPACKED_MB = _whole("MAX_UNPACKED_MB", 200, least=1, most=4096)
MAX_ENTRIES = _whole("MAX_ENTRIES", 5000, least=1, most=50000)
MAX_RATIO = _whole("MAX_RATIO", 100, least=2, most=1100)
MAX_PAGES = _whole("MAX_PAGES", 60, least=1, most=1000)
CLAMD_SOCKET = _socket("CLAMD_SOCKET")
READ_MEMORY_MB = _whole("READ_MEMORY_MB", 1024, least=512, most=65536)
READ_SECONDS = _whole("READ_SECONDS", 30, least=5, most=600)
OCR_SECONDS = _whole("OCR_SECONDS", 240, least=10, most=3600)

DATABASES = {"default": _database(DATA_DIR)}
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
CELERY_TASK_ROUTES = {
    "matching.read": {"queue": "read"},
    "matching.unpack": {"queue": "read"},
    "matching.screen": {"queue": "screen"},
    "matching.assess": {"queue": "cloud"},
    "matching.batch": {"queue": "cloud"},
}

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
    "matching.views.accounts.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "matching.views.pages.only_sent_to",
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

# On the server: what is told on the next page names people and files, and a cookie is no place for that.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
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
        "anthropic": {"level": "WARNING"},
        "anthropic._base_client": {"level": "WARNING"},
        "httpx2": {"level": "WARNING"},
        "httpcore2": {"level": "WARNING"},
        "pypdf": {"level": "ERROR"},
    },
}
