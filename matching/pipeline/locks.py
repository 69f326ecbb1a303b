"""Passwords that people give for locked files: encrypted with a key that comes from SECRET_KEY."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

# Why a file or a ZIP waits for its password.
LOCKED = ("password", "wrong_password")


def lock(password: str) -> str:
    """The password as it may stand in the database."""
    return _fernet().encrypt(password.encode()).decode()


def unlocked(locked: str) -> str:
    """The password back; "" when there is none, or when it was locked with another SECRET_KEY."""
    try:
        return _fernet().decrypt(locked.encode()).decode() if locked else ""
    except InvalidToken:
        return ""


def _fernet() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"passwords of locked files")
    return Fernet(base64.urlsafe_b64encode(key.derive(settings.SECRET_KEY.encode())))
