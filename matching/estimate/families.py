"""Professions: titles that mean the same work, and skills that go with it. Our own table."""

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=4096)
def _families(stems: tuple[str, ...]) -> frozenset[str]:
    return frozenset()


def families_of(stems: Sequence[str]) -> frozenset[str]:
    """The professions that a run of stems names."""
    return _families(tuple(stems))
