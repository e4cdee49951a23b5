"""How many connections this process may hold: the limit on open files, raised where that is allowed."""

from assay.errors import UsageError

_SPARE = 64


def allow_connections(wanted: int) -> None:
    """Make room for so many connections at once.

    Raises:
        UsageError: the system allows fewer; the message says how many and what to set.
    """
    try:
        import resource  # noqa: PLC0415 (not on Windows, which has no such limit for sockets)
    except ModuleNotFoundError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _SPARE
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise UsageError(
            f"{wanted} calls at once need {needed} open files and this system allows {hard}: lower the "
            f"models' concurrency to {hard - _SPARE} in all, or raise the limit (ulimit -Hn)"
        )
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
    except (OSError, ValueError) as error:
        # macOS calls its limit endless and refuses numbers above another one that is not told.
        raise UsageError(
            f"{wanted} calls at once need {needed} open files, {soft} are allowed and the system refuses to "
            f"raise that ({error}): lower the models' concurrency to {soft - _SPARE} in all"
        ) from error
