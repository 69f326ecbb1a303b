"""What the reader of a document may say before its answer: that it needs more time, and how far it is."""


class Wire:
    """To nobody: for readers that run without a parent. The child's own goes to the pool."""

    def more_time(self, seconds: float) -> None:
        """Move the deadline to that many seconds from now."""

    def progress(self, done: int, total: int) -> None:
        """`done` of `total` pages are recognised."""
