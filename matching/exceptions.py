"""The errors that have a name. Each carries one sentence for a person; none carries CV text, names or keys."""


class JobtrackerError(Exception):
    """Base of all named errors. `code` is stable and stored on rows; `str(error)` is the sentence for a person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code

    def __reduce__(self) -> tuple:
        """Copies and pickles keep what was said of the error, never a model's reply: that may be about a person."""
        kept = {name: value for name, value in vars(self).items() if name != "reply"}
        return _again, (type(self), self.args, kept)


def _again(kind: type[JobtrackerError], args: tuple, kept: dict) -> JobtrackerError:
    error = kind.__new__(kind, *args)
    vars(error).update(kept)
    return error


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


class CloudError(ModelError):
    """A call of the second reader that gave no usable answer.

    `billed` says whether the call was paid for: True, False, or None when nobody can know (the connection broke after
    the request was sent), which is booked in full until known. `month` closes the cloud until the next calendar month.
    `request_id` names the call at the vendor, "" when there was no answer.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        *,
        permanent: bool = False,
        server_wide: bool = False,
        retry_after: float | None = None,
        billed: bool | None = False,
        month: bool = False,
        request_id: str = "",
    ) -> None:
        super().__init__(code, sentence, permanent=permanent, server_wide=server_wide, retry_after=retry_after)
        self.billed = billed
        self.month = month
        self.request_id = request_id


class CloudForbiddenError(JobtrackerError):
    """Something that may not leave this machine. `code` is local, never_send, held or no_permit; nothing was sent."""
