"""The errors that have a name. Each carries one sentence for a person; none carries CV text, names or keys."""


class JobtrackerError(Exception):
    """Base of all named errors. `code` is stable and stored on rows; `str(error)` is the sentence for a person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class RubricError(JobtrackerError):
    """A set of criteria that cannot be used: wrong ids, no criteria, a protected criterion."""


class UnreadableError(JobtrackerError):
    """A file that gave no usable text. `code` is one of `matching.schemas.UNREADABLE`'s keys."""


class ModelError(JobtrackerError):
    """A model call that gave no usable answer.

    `permanent` means that the same request would fail again; `server_wide` means that the fault is the server's and not
    this request's, so that every waiting match waits with it; `retry_after` is in seconds, when the server said so.
    `reply` is what the server answered, when it answered something unusable: its figures belong into the ledger.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        permanent: bool = False,
        server_wide: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(code, sentence)
        self.permanent = permanent
        self.server_wide = server_wide
        self.retry_after = retry_after
        self.reply: object | None = None
