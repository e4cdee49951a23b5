"""Where an increasing function crosses zero."""

from collections.abc import Callable


def increasing_root(
    function: Callable[[float], float], low: float, high: float, *, start: float, tolerance: float = 1e-11
) -> float:
    """The root of an increasing function, by secant steps kept inside a shrinking bracket.

    Args:
        function: increasing on the bracket; infinite values are allowed at its ends.
        low: a point at or below the root.
        high: a point at or above the root.
        start: first guess; moved to the middle when it lies outside the bracket.
        tolerance: largest error of the result, in the unit of the argument.

    Returns:
        A point within the tolerance of the root.
    """
    point = start if low < start < high else 0.5 * (low + high)
    before: tuple[float, float] | None = None
    for step in range(200):
        value = function(point)
        if value == 0.0 or high - low <= tolerance:
            return point
        low, high = (point, high) if value < 0.0 else (low, point)
        following = _secant(before, (point, value))
        # After a few steps every third one halves, so that a secant creeping up on one side still ends.
        if following is None or not low < following < high or (step > 6 and step % 3 == 0):
            following = 0.5 * (low + high)
        elif abs(following - point) <= 0.5 * tolerance:
            return following
        before, point = (point, value), following
    return point


def _secant(before: tuple[float, float] | None, now: tuple[float, float]) -> float | None:
    """Where the line through two points crosses zero, or None where it does not."""
    if before is None or now[1] == before[1]:
        return None
    return now[0] - now[1] * (now[0] - before[0]) / (now[1] - before[1])
