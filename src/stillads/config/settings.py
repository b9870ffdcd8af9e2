"""All settings. What differs between installations comes from the environment.

STILLADS_DATA      directory of the database file, uploads and keys (default .stillads/data)
STILLADS_DATABASE  postgresql://user:password@host:port/name; empty means the SQLite file
STILLADS_DEBUG     1 for developers
STILLADS_HOSTS     comma-separated host names that may be asked for
STILLADS_BASE_URL  the address people type, for links in letters and e-mails
STILLADS_OIDC_…    the municipality's own log-in (see `oidc`)
STILLADS_MINUTES_A_WEEK  registration per employee and week over all trials of a unit, above which it is warned (30)
STILLADS_LIBRARY   directory of the library of playbooks (default: the one that comes along)
STILLADS_PROXIES   how many proxies of ours stand before the web process (0); then X-Forwarded-For is believed
"""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from .database import database_from
from .oidc import providers
from .secrets_file import load_secrets
from .security import CONTENT_SECURITY_POLICY as CSP
from .shared_counts import shared_counts

ROOT = Path(__file__).resolve().parents[1]
CHECKOUT = ROOT.parents[1]
DATA = Path(os.environ.get("STILLADS_DATA") or CHECKOUT / ".stillads" / "data").resolve()
_secrets = load_secrets(DATA)

DEBUG = os.environ.get("STILLADS_DEBUG") == "1"
SECRET_KEY = _secrets["secret_key"]
STILLADS_SEALING_KEY = _secrets["sealing_key"]
STILLADS_BASE_URL = os.environ.get("STILLADS_BASE_URL", "http://127.0.0.1:8000")
STILLADS_MUNICIPALITY = os.environ.get("STILLADS_MUNICIPALITY", "Viborg Kommune")
STILLADS_COLOUR = os.environ.get("STILLADS_COLOUR", "#0b5a4c")
STILLADS_MINUTES_A_WEEK = int(os.environ.get("STILLADS_MINUTES_A_WEEK", "30"))
STILLADS_FEWEST_CITIZENS = int(os.environ.get("STILLADS_FEWEST_CITIZENS", "3"))
STILLADS_FEWEST_EMPLOYEES = int(os.environ.get("STILLADS_FEWEST_EMPLOYEES", "5"))
# By one open link, from one address on the net: a care centre's thirty people share one, and have room to spare.
STILLADS_ANSWERS_AN_HOUR = int(os.environ.get("STILLADS_ANSWERS_AN_HOUR", "120"))
# E-mail addresses of those who are asked are forgotten so many days after their wave has closed.
STILLADS_ADDRESS_DAYS = int(os.environ.get("STILLADS_ADDRESS_DAYS", "30"))
STILLADS_DEMO = os.environ.get("STILLADS_DEMO") == "1"
STILLADS_FRONT_END = Path(os.environ.get("STILLADS_FRONT_END") or CHECKOUT / "node_modules").resolve()
_SHIPPED = next(
    (path for path in (ROOT / "library", CHECKOUT / "library") if path.is_dir()), CHECKOUT / "library"
)
STILLADS_LIBRARY = Path(os.environ.get("STILLADS_LIBRARY") or _SHIPPED).resolve()
STILLADS_FONTS = STILLADS_FRONT_END / "dkfds" / "dist" / "fonts" / "IBMPlexSans" / "complete" / "ttf"
ALLOWED_HOSTS = [h for h in os.environ.get("STILLADS_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if h]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "csp",
    "stillads.kernel",
    "stillads.audit",
    "stillads.vocabularies",
    "stillads.media",
    "stillads.search",
    "stillads.notices",
    "stillads.organisation",
    "stillads.playbooks",
    "stillads.ideas",
    "stillads.trials",
    "stillads.capture",
    "stillads.analysis",
    "stillads.evaluation",
    "stillads.booklet",
    "stillads.rollout",
    "stillads.decisions",
    "stillads.overview",
    "stillads.ui",
    "stillads.web",
    "stillads.jobs",
    "stillads.cli",
    "stillads.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "stillads.web.shell.middleware.ViewerMiddleware",
]

ROOT_URLCONF = "stillads.config.urls"
WSGI_APPLICATION = "stillads.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(ROOT.glob("web/*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "stillads.web.shell.context.shell",
            ],
            "builtins": [
                "stillads.ui.templatetags.stillads",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
FORM_RENDERER = "stillads.ui.forms.DesignSystemRenderer"

DATABASES = {"default": database_from(os.environ.get("STILLADS_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organisation.User"
AUTHENTICATION_BACKENDS = ["stillads.organisation.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/konto/log-ind/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "stillads.web.account.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/konto/log-ind/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {"login": "stillads.web.account.forms.LoginForm"}
# A municipality's desks share one address towards the world, so limits per address are wide; per person narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "60/m/ip,5/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("STILLADS_PROXIES", "0"))
SOCIALACCOUNT_PROVIDERS = providers(os.environ)
if SOCIALACCOUNT_PROVIDERS:  # it brings an HTTP client: 6 MB and a tenth of a second at each start
    INSTALLED_APPS.append("allauth.socialaccount.providers.openid_connect")
SOCIALACCOUNT_ADAPTER = "stillads.web.account.municipal.MunicipalAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form could not lead to another house: the policy's form-action
SESSION_ENGINE = "stillads.organisation.sessions"
SESSION_COOKIE_AGE = 12 * 3600
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses come from the municipality, nobody types their own
MFA_ADAPTER = "stillads.web.account.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "stillads.web.account.forms.AuthenticateForm",
    "reauthenticate": "stillads.web.account.forms.ReauthenticateForm",
    "activate_totp": "stillads.web.account.forms.ActivateTOTPForm",
    "add_webauthn": "stillads.web.account.forms.AddPasskeyForm",
}
MFA_TOTP_ISSUER = "Stillads"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = STILLADS_BASE_URL.startswith("http://")
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
# Apps are found by Django; the journeys of `web` and these settings are not apps, and keep catalogues too.
# The pure rooms are no Django apps, and the journeys are parts of one.
LOCALE_PATHS = [
    ROOT / "config" / "locale",
    ROOT / "charts" / "locale",
    ROOT / "documents" / "locale",
    *sorted(ROOT.glob("web/*/locale")),
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STILLADS_STATIC") or CHECKOUT / ".stillads" / "static").resolve()
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "stillads.ui.finders.FrontEndFinder",
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "media"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or os.environ.get("STILLADS_PLAIN_STATIC") == "1"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or os.environ.get("STILLADS_PLAIN_STATIC") == "1"

CONTENT_SECURITY_POLICY = CSP
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_COOKIES = STILLADS_BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "stillads.web.shell.errors.csrf_failure"
if SECURE_COOKIES:
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000

CACHES = {
    "default": shared_counts(),
    # Pages with what was read for them, compared at every look (`kernel/rereading.py`): kept until there is no room.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 12},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

EMAIL_BACKEND = os.environ.get("STILLADS_EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_FILE_PATH = DATA / "mail"  # for the backend that writes files
EMAIL_HOST = os.environ.get("STILLADS_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("STILLADS_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("STILLADS_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("STILLADS_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("STILLADS_SMTP_TLS") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("STILLADS_MAIL_FROM", "stillads@example.dk")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("STILLADS_LOG_LEVEL", "WARNING")},
}
