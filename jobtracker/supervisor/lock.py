"""One supervisor per data directory."""

import fcntl
from pathlib import Path
from types import TracebackType

from django.core.exceptions import ImproperlyConfigured


class DataLock:
    """Holds the data directory for this process; the kernel lets go of it however the process ends."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._path = data_dir / "run" / "lock"

    def __enter__(self) -> "DataLock":
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = self._path.open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.seek(0)
            where = self._file.read().strip() or "a port not known yet"
            self._file.close()
            raise ImproperlyConfigured(
                f"It is already running on {where} with the data in {self._data_dir}; stop that one first, "
                "or set DATA_DIR and PORT to start another."
            ) from error
        self.note("")
        return self

    def note(self, url: str) -> None:
        """Leave the address for whoever tries to start a second time."""
        self._file.truncate(0)
        self._file.write(url)
        self._file.flush()

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
