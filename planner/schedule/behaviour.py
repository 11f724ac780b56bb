"""Behaviours: how a block answers to delay, as plain seconds.

Each behaviour says the same thing twice: forward (when does the block start and end, once those
before it are done) and backward (how late may it start, and how late may those before it be done).
Neither pass knows more about a block than that: whatever decides about one in another way than by
a rule, such as what has happened to it already, is one more behaviour.
"""

NEVER = -(1 << 60)
"""Before everything: the readiness of a block that waits for nobody."""

ALWAYS = 1 << 60
"""After everything: the latest start of a block that nothing binds."""


class NotBefore:
    """People are booked: starts as soon as all are ready, but never before ``floor``.

    ``floor`` is the earliest start: the planned one, or later if something is known to hold it up.
    """

    __slots__ = ()

    is_fixed = False
    minimum: int | None = None
    """The length down to which the block gives way; None where it does not."""

    def begin(self, ready: int, floor: int) -> int:
        """Return the start, when all are ``ready``."""
        if ready > floor:
            return ready
        return floor

    def finish(self, start: int, length: int) -> int:
        """Return the end of a block that was to take ``length``."""
        return start + length

    def latest_start(self, end: int, length: int) -> int:
        """Return the latest start that does not move an ``end`` that it can keep."""
        return end - length

    def promised_start(self, end: int, length: int) -> int:
        """Return the latest start that keeps the block's own promise, and lets it end by ``end``."""
        return self.latest_start(end, length)

    def latest_ready(self, start: int, floor: int) -> int:
        """Return how late all may be ready when the block is to start by ``start``.

        Never before ``floor``: where the plan itself starts the block too late, those before it
        could not help by being early, and are not asked to.
        """
        return max(start, floor)


class Flow(NotBefore):
    """Follows what came before: when that is early, so is this, with the planned gap kept.

    Late, it behaves like `NotBefore`: the gap absorbs. ``lead`` is how long before the planned
    ``start`` all were planned to be ready.
    """

    __slots__ = ("lead", "start")

    def __init__(self, start: int, lead: int) -> None:
        self.start = start
        self.lead = lead

    def begin(self, ready: int, floor: int) -> int:
        """Return the start: ahead of plan by as much as all are ready ahead of plan.

        Where nobody is waited for, because what it was to follow was dropped, it starts as planned.
        """
        early = ready + self.lead
        if floor > self.start or early >= floor or ready == NEVER:
            return super().begin(ready, floor)
        return early

    def latest_ready(self, start: int, floor: int) -> int:
        """Return how late all may be ready; for an early start earlier by the planned gap."""
        if floor > self.start or start >= floor:
            return super().latest_ready(start, floor)
        return start - self.lead


class Fixed(NotBefore):
    """Somebody outside decides: starts when it starts, and whoever is not ready comes late."""

    __slots__ = ("start",)

    is_fixed = True

    def __init__(self, start: int) -> None:
        self.start = start

    def begin(self, ready: int, floor: int) -> int:  # noqa: ARG002 -- that is the rule
        """Return ``floor``: it waits for nobody."""
        return floor

    def promised_start(self, end: int, length: int) -> int:
        """Return the latest start that keeps ``end``, and is not after the one it promised."""
        return min(self.start, self.latest_start(end, length))

    def latest_ready(self, start: int, floor: int) -> int:  # noqa: ARG002 -- that is the rule
        """Return ``floor``: all must be there when it starts."""
        return floor


class Rest(NotBefore):
    """Gives way: its end is pinned, it shrinks to its minimum, and only then pushes what follows.

    ``opening`` is the rule by which it starts. A rest whose start is fixed waits for those who
    rest all the same (without them there is none), but a late start breaks the promise.
    """

    __slots__ = ("is_fixed", "length", "minimum", "opening", "start")

    def __init__(self, start: int, length: int, minimum: int, opening: NotBefore) -> None:
        self.start = start
        self.length = length
        self.minimum: int = minimum
        self.is_fixed = opening.is_fixed
        self.opening = NOT_BEFORE if opening.is_fixed else opening

    def begin(self, ready: int, floor: int) -> int:
        """Return the start by the rule of the opening."""
        return self.opening.begin(ready, floor)

    def finish(self, start: int, length: int) -> int:
        """Return the pinned end, or what the minimum needs when that is later."""
        return max(self.start + length, start + self.minimum)

    def latest_start(self, end: int, length: int) -> int:  # noqa: ARG002 -- same for all behaviours
        """Return the start from which the minimum reaches ``end``."""
        return end - self.minimum

    def promised_start(self, end: int, length: int) -> int:
        """Return the latest start that leaves the minimum before the promised end, and ``end``.

        A later ``end`` asks for nothing more, and one before ``length`` is over cannot be had by
        starting early. In between lies the time of a rest that was cut short: that breaks nothing
        while the minimum was had by the promised end.
        """
        promised = self.start + max(length, self.length)
        latest = min(promised, max(end, self.start + length)) - self.minimum
        return min(latest, self.start) if self.is_fixed else latest

    def latest_ready(self, start: int, floor: int) -> int:
        """Return how late all may be ready, by the rule of the opening."""
        if self.is_fixed:
            return floor
        return self.opening.latest_ready(start, floor)


NOT_BEFORE = NotBefore()
