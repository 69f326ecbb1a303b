"""Wiring: settings, the Celery application, the addresses, and the supervisor that starts it all."""

from jobtracker.celery import app as celery_app

__all__ = ["celery_app"]
