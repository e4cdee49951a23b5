"""The calls table: cache, bill and audit trail of every request."""

import asyncio
import time
from dataclasses import dataclass

from assay.records import Reply, Usage
from assay.store.database import Database

_FIND = (
    "SELECT state, run, text, finish, served_model, input_tokens, output_tokens, cache_read_tokens, "
    "cache_write_tokens, reasoning_tokens, nominal_usd, error_kind, error FROM calls WHERE key = ?"
)
_SENT = (
    "INSERT INTO calls (key, state, run, role, model, request, reserved_usd, reserved_tokens, created) "
    "VALUES (?, 'sent', ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET state = 'sent', "
    "run = excluded.run, role = excluded.role, reserved_usd = excluded.reserved_usd, "
    "reserved_tokens = excluded.reserved_tokens, error_kind = NULL, error = NULL WHERE state != 'done'"
)
_DONE = (
    "UPDATE calls SET state = 'done', run = ?, text = ?, finish = ?, served_model = ?, input_tokens = ?, "
    "output_tokens = ?, cache_read_tokens = ?, cache_write_tokens = ?, reasoning_tokens = ?, "
    "nominal_usd = ?, settled = ? WHERE key = ? AND state != 'done'"
)
_FAILED = (
    "UPDATE calls SET state = 'failed', error_kind = ?, error = ?, settled = ? "
    "WHERE key = ? AND state != 'done'"
)
_UNSENT = "UPDATE calls SET state = 'reserved' WHERE key = ? AND state = 'sent'"
_UNCERTAIN = (
    "UPDATE calls SET state = 'uncertain', error_kind = 'Uncertain', error = ?, settled = ?, "
    "uncertain_usd = uncertain_usd + ifnull(reserved_usd, 0), "
    "uncertain_tokens = uncertain_tokens + reserved_tokens, uncertain_calls = uncertain_calls + 1 "
)
# What a run may have paid without an answer stays on its bill, in a row of its own, when the call goes on
# under another run.
_ASIDE = (
    "INSERT INTO calls (key, state, run, role, model, request, error_kind, error, uncertain_usd, "
    "uncertain_tokens, uncertain_calls, created, settled) "
    "SELECT key || '@' || :run, 'uncertain', :run, role, model, request, 'Uncertain', :error, :usd, :tokens, "
    ":calls, created, :now FROM calls WHERE key = :key AND :calls > 0 "
    "ON CONFLICT (key) DO UPDATE SET uncertain_usd = uncertain_usd + excluded.uncertain_usd, "
    "uncertain_tokens = uncertain_tokens + excluded.uncertain_tokens, "
    "uncertain_calls = uncertain_calls + excluded.uncertain_calls"
)
_CLEARED = (
    "UPDATE calls SET state = 'reserved', run = :run, uncertain_usd = 0, uncertain_tokens = 0, "
    "uncertain_calls = 0 WHERE key = :key AND state != 'done'"
)
# A call in flight is lost when nobody works on its run any more; a living process settles it itself.
_BILL = (
    "SELECT run, uncertain_usd + lost * ifnull(reserved_usd, 0), uncertain_tokens + lost * reserved_tokens, "
    "uncertain_calls + lost FROM (SELECT *, state = 'sent' AND NOT EXISTS (SELECT 1 FROM runs r "
    "WHERE r.id = c.run AND r.lease_until > ?) AS lost FROM calls c WHERE key = ? AND state != 'done')"
)
_USE = "INSERT OR IGNORE INTO uses (run, key, role) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call as the store knows it.

    Attributes:
        state: reserved, sent, submitted, done, failed or uncertain.
        run: id of the run that pays.
        reply: what came back, when done.
        nominal_usd: its price, or None where unknown.
        error_kind: class name of the error, when failed.
        error: its message.
    """

    state: str
    run: str
    reply: Reply | None
    nominal_usd: float | None
    error_kind: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent: dollars where the price is known, tokens, calls that were or may have been paid."""

    usd: float = 0.0
    tokens: int = 0
    calls: int = 0


class CallTable:
    """Reads and writes of the calls table."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._put = database.writer.put
        self._post = database.writer.post

    def find(self, key: str) -> StoredCall | None:
        """The call of that key, or None."""
        row = self._database.one(_FIND, (key,))
        if row is None:
            return None
        reply = None
        if row[0] == "done":
            reply = Reply(row[2], row[3], Usage(row[5], row[6], row[7], row[8], row[9]), row[4])
        return StoredCall(row[0], row[1], reply, row[10], row[11], row[12])

    def sent(
        self,
        key: str,
        *,
        run: str,
        role: str,
        model: str,
        request: str,
        usd: float | None,
        tokens: int,
    ) -> "asyncio.Future[int]":
        """Note that a call is about to be sent, with its upper bounds; wait for it before sending.

        The future's result is 0 where another process has the answer already, so that nothing need be sent.
        """
        row = (key, run, role, model, request, usd, tokens, time.time())
        return self._put(_SENT, row)

    def done(
        self, key: str, run: str, reply: Reply, usage: Usage, nominal_usd: float | None
    ) -> "asyncio.Future[int]":
        """Note a reply with the tokens it is charged for; wait for it before anybody sees the reply.

        The future's result is 0 where another process has noted its own reply first: that one stands.
        """
        row = (
            *(run, reply.text, reply.finish, reply.served_model, usage.input, usage.output),
            *(usage.cache_read, usage.cache_write, usage.reasoning, nominal_usd, time.time(), key),
        )
        return self._put(_DONE, row)

    def failed(self, key: str, kind: str, message: str) -> "asyncio.Future[int]":
        """Note that a call failed and cost nothing."""
        return self._put(_FAILED, (kind, message, time.time(), key))

    def uncertain(self, key: str, message: str) -> None:
        """Charge an attempt that may have been paid at its upper bound."""
        self._post(_UNCERTAIN + "WHERE key = ? AND state = 'sent'", (message, time.time(), key))

    def unsent(self, key: str) -> None:
        """Take back that a call is about to be sent."""
        self._post(_UNSENT, (key,))

    def twice(self, key: str, run: str, usd: float | None, tokens: int) -> None:
        """Bill a run for a call that another process answered first."""
        self._aside(key, run, usd or 0.0, tokens, 1, "another process had the same question answered first")

    def take_over(self, key: str, run: str) -> None:
        """Let a run go on with a call that another run left without an answer, and may have paid."""
        for payer, usd, tokens, calls in self._database.query(_BILL, (time.time(), key)):
            self._aside(key, payer, usd, tokens, calls, "another run went on with this call")
            self._post(_CLEARED, {"key": key, "run": run})

    def _aside(self, key: str, run: str, usd: float, tokens: int, calls: int, error: str) -> None:
        row = {"key": key, "run": run, "usd": usd, "tokens": tokens, "calls": calls, "error": error}
        self._post(_ASIDE, {**row, "now": time.time()})

    def used(self, run: str, key: str, role: str) -> None:
        """Note that a run used a call that was already there."""
        self._post(_USE, (run, key, role))

    def settle_lost(self, run: str) -> None:
        """Charge what a killed process of this run left in flight at its upper bound."""
        statement = _UNCERTAIN + "WHERE run = ? AND state = 'sent'"
        self._database.writer.write(
            statement, ("the process ended while this was in flight", time.time(), run)
        )

    def spent(self, run: str) -> Spent:
        """What this run has paid so far, uncertain attempts at their upper bounds."""
        rows = self._database.query(
            "SELECT ifnull(sum((state = 'done') * ifnull(nominal_usd, 0) + uncertain_usd), 0), "
            "ifnull(sum((state = 'done') * (input_tokens + output_tokens) + uncertain_tokens), 0), "
            "ifnull(sum((state = 'done') + uncertain_calls), 0) FROM calls WHERE run = ?",
            (run,),
        )
        return Spent(*rows[0])

    def ledger(self, run: str) -> list["LedgerLine"]:
        """What each role of a run used and paid, by role and model, largest nominal cost first."""
        rows = self._database.query(
            "WITH used AS (SELECT key, role FROM calls WHERE run = :run "
            "UNION SELECT u.key, u.role FROM uses u JOIN calls c ON c.key = u.key "
            "WHERE u.run = :run AND c.run != :run) "
            "SELECT u.role, c.model, count(*), sum(c.run = :run), "
            "sum(c.input_tokens), sum(c.output_tokens), sum(c.reasoning_tokens), "
            "CASE WHEN count(c.nominal_usd) < sum(c.state = 'done') THEN NULL "
            "ELSE total(c.nominal_usd) END, "
            "total((c.run = :run) * (ifnull(c.nominal_usd, 0) + c.uncertain_usd)), "
            "sum(c.state = 'failed'), sum(c.uncertain_calls) "
            "FROM used u JOIN calls c ON c.key = u.key GROUP BY u.role, c.model ORDER BY 8 DESC, 1, 2",
            {"run": run},
        )
        return [LedgerLine(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What one role used of one model.

    Attributes:
        role: answerer, judge, advisor, ...
        model: identity of the model.
        calls: distinct calls used.
        made: those of them this run sent; the others were there already.
        input_tokens, output_tokens, reasoning_tokens: of all calls used.
        nominal_usd: as if nothing had been cached; None where a price is unknown.
        paid_usd: what this run paid, uncertain attempts at their upper bounds.
        failed: calls that failed.
        uncertain: attempts that may have been paid without an answer.
    """

    role: str
    model: str
    calls: int
    made: int
    input_tokens: int
    output_tokens: int
    reasoning_tokens: int
    nominal_usd: float | None
    paid_usd: float
    failed: int
    uncertain: int
