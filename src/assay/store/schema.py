"""The tables, as numbered changes: each is applied once, in order, and never edited after a release.

The first version already has room for what later work brings: segments, kinds of entrants, batches,
votes, leases and commands.
"""

V1 = """
-- One row per distinct request and sample: the cache, the bill and the audit trail in one.
CREATE TABLE calls (
    key TEXT PRIMARY KEY NOT NULL,      -- hash of the canonical request, ':', sample number
    state TEXT NOT NULL,                -- reserved, sent, submitted, done, failed, uncertain
    run TEXT NOT NULL,                  -- the run that pays
    role TEXT NOT NULL,                 -- answerer, judge, advisor, ...
    model TEXT NOT NULL,
    request TEXT NOT NULL,
    text TEXT,
    finish TEXT,
    served_model TEXT,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cache_read_tokens INTEGER NOT NULL DEFAULT 0,
    cache_write_tokens INTEGER NOT NULL DEFAULT 0,
    reasoning_tokens INTEGER NOT NULL DEFAULT 0,
    reserved_usd REAL,                  -- upper bound while sent; NULL where the price is unknown
    reserved_tokens INTEGER NOT NULL DEFAULT 0,
    nominal_usd REAL,                   -- what the reply costs; NULL where the price is unknown
    uncertain_usd REAL NOT NULL DEFAULT 0,      -- upper bounds of attempts that may have been paid
    uncertain_tokens INTEGER NOT NULL DEFAULT 0,
    uncertain_calls INTEGER NOT NULL DEFAULT 0,
    error_kind TEXT,
    error TEXT,
    batch TEXT,                         -- id of a provider's batch, where submitted in one
    created REAL NOT NULL,              -- seconds since 1970
    settled REAL
);
CREATE INDEX calls_by_run ON calls (run, state);

-- Which run used which call that was there already; the paying run stands with the call itself.
CREATE TABLE uses (
    run TEXT NOT NULL,
    key TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (run, key)
) WITHOUT ROWID;

CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    study TEXT NOT NULL,                -- hash of everything that defines the study; caps are not part of it
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- text, import, compare, ...
    state TEXT NOT NULL,                -- running, finished, stopped
    note TEXT NOT NULL DEFAULT '',      -- why it stopped
    config TEXT NOT NULL,
    outcome TEXT,
    version TEXT NOT NULL,              -- of Assay
    created REAL NOT NULL,
    updated REAL NOT NULL,
    lease_owner TEXT,                   -- random id of the owning process; NULL when free
    lease_where TEXT,                   -- host and process id, for people
    lease_until REAL
);
CREATE INDEX runs_by_study ON runs (study, created);

CREATE TABLE commands (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,               -- a run's id, or 'study:' and a study's hash
    command TEXT NOT NULL,              -- stop, propose; resume and raise-budget with the live page
    arguments TEXT NOT NULL DEFAULT '{}',
    created REAL NOT NULL,
    done REAL
);

CREATE TABLE items (
    id TEXT PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL
);
CREATE TABLE run_items (
    run TEXT NOT NULL,
    item TEXT NOT NULL,
    position INTEGER NOT NULL,          -- row in the input file
    grp TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    split TEXT NOT NULL,                -- search, proof
    PRIMARY KEY (run, item)
) WITHOUT ROWID;

CREATE TABLE entrants (
    run TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- prompt, procedure, setting
    answerer TEXT NOT NULL DEFAULT '',
    segment TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    parents TEXT NOT NULL DEFAULT '[]',
    advisor TEXT,
    round INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL,
    PRIMARY KEY (run, name)
) WITHOUT ROWID;

CREATE TABLE proposals (
    run TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    round INTEGER NOT NULL,
    advisor TEXT NOT NULL,
    parent TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL,               -- what the advisor was told
    replies TEXT NOT NULL,              -- JSON list: the reply, and the repaired one where there was a repair
    calls TEXT NOT NULL,                -- JSON list of call keys
    changes TEXT NOT NULL,              -- the advisor's summary
    content TEXT,                       -- the proposed prompt, where one could be read
    entrant TEXT,                       -- its name, where admitted
    refusal TEXT,                       -- why not, where refused
    created REAL NOT NULL,
    PRIMARY KEY (run, ordinal)
);

CREATE TABLE responses (
    run TEXT NOT NULL,
    entrant TEXT NOT NULL,
    item TEXT NOT NULL,
    sample INTEGER NOT NULL,
    answerer TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    shown TEXT NOT NULL,
    finish TEXT NOT NULL,
    failure TEXT,
    call TEXT,
    PRIMARY KEY (run, entrant, item, sample)
);

CREATE TABLE matches (
    run TEXT NOT NULL,
    ordinal INTEGER NOT NULL,           -- in the order issued, the order decisions are made in
    stage TEXT NOT NULL,                -- search, self-play, proof
    one TEXT NOT NULL,
    two TEXT NOT NULL,
    item TEXT NOT NULL,
    grp TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    sample_one INTEGER NOT NULL DEFAULT 0,
    sample_two INTEGER NOT NULL DEFAULT 0,
    orders TEXT NOT NULL,               -- JSON list, fixed before the first verdict
    judge TEXT NOT NULL,
    outcome REAL,                       -- for the first entrant; NULL when incomplete
    failure TEXT,
    PRIMARY KEY (run, ordinal)
);
CREATE INDEX matches_by_pair ON matches (run, stage, one, two);

CREATE TABLE verdicts (
    run TEXT NOT NULL,
    match INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    winner TEXT NOT NULL,               -- one, two, tie, unparsed: responses, not places
    shown_first TEXT,
    repeat INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    call TEXT,
    PRIMARY KEY (run, match, ordinal)
);

CREATE TABLE decisions (
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    created REAL NOT NULL,
    PRIMARY KEY (run, step)
);

-- Votes steer the search and the judge check; they never alter a signed result. Append-only.
CREATE TABLE votes (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    item TEXT NOT NULL,
    response_a TEXT NOT NULL,
    response_b TEXT NOT NULL,
    choice TEXT NOT NULL,
    voter TEXT NOT NULL,
    design TEXT NOT NULL DEFAULT '{}',  -- how the pair was drawn and shown
    created REAL NOT NULL
);

-- Which run opened which proof items for which judge and kind of study.
CREATE TABLE seals (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL UNIQUE,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    entrants TEXT NOT NULL,             -- JSON list of [name, content hash], fixed at opening
    times INTEGER NOT NULL,             -- how often some of these items have now been opened
    opened REAL NOT NULL
);
CREATE TABLE sealed_items (
    seal INTEGER NOT NULL,
    item TEXT NOT NULL,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (judge, kind, item, seal)
) WITHOUT ROWID;
"""

V2 = """
-- Pictures of items, in order: JSON list of [blob, media type, width, height].
ALTER TABLE items ADD COLUMN images TEXT NOT NULL DEFAULT '[]';
-- The true answer a run measured against, and where it stands in the user's own files (JSON).
ALTER TABLE run_items ADD COLUMN reference TEXT;
ALTER TABLE run_items ADD COLUMN place TEXT NOT NULL DEFAULT '{}';
ALTER TABLE responses ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0;

-- Pages as prepared for models: one decoding and encoding for each page and preparation, whatever runs come.
CREATE TABLE pages (
    source TEXT NOT NULL,               -- SHA-256 of the user's file
    page INTEGER NOT NULL,              -- from 1
    preparation TEXT NOT NULL,          -- canonical JSON of size limit and format
    blob TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,             -- as sent, in pixels
    height INTEGER NOT NULL,
    source_width INTEGER NOT NULL,      -- as in the file, turned upright
    source_height INTEGER NOT NULL,
    PRIMARY KEY (source, page, preparation)
) WITHOUT ROWID;

-- What an OCR engine read on a page.
CREATE TABLE readings (
    blob TEXT NOT NULL,
    engine TEXT NOT NULL,
    reading TEXT NOT NULL,              -- JSON
    PRIMARY KEY (blob, engine)
) WITHOUT ROWID;

-- Responses measured against a reference.
CREATE TABLE scores (
    run TEXT NOT NULL,
    entrant TEXT NOT NULL,
    item TEXT NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    stage TEXT NOT NULL,                -- search, guard, proof, stress
    part TEXT NOT NULL DEFAULT '',      -- the field, where one answer holds several
    judge TEXT NOT NULL,
    answer TEXT NOT NULL,               -- what was measured
    score REAL,                         -- deciding metric in [0, 1], higher is better; NULL: does not count
    measures TEXT NOT NULL,             -- JSON: cer, exact, ...
    PRIMARY KEY (run, entrant, item, sample, part)
) WITHOUT ROWID;
"""

V3 = """
-- What a procedure (the loop, or its control) did with a request.
CREATE TABLE loops (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,            -- name of the entrant
    item TEXT NOT NULL,
    cycles INTEGER NOT NULL,
    pictures INTEGER NOT NULL,
    stopped INTEGER,                    -- cycle after which it stopped or would have; NULL: nothing did
    chosen_cycle INTEGER,               -- NULL: every picture is blocked
    chosen_place INTEGER,
    how TEXT NOT NULL,                  -- how it was chosen, one sentence
    calls INTEGER NOT NULL,
    nominal_usd REAL,                   -- as if nothing were cached; NULL where a price is unknown
    seconds REAL NOT NULL DEFAULT 0,    -- sum of what its calls took
    PRIMARY KEY (run, procedure, item)
) WITHOUT ROWID;

CREATE TABLE cycles (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,
    item TEXT NOT NULL,
    cycle INTEGER NOT NULL,             -- from 0, the user's own prompt
    prompt TEXT NOT NULL,
    tokens INTEGER,                     -- of the prompt for the generator; NULL where nobody can tell
    token_limit INTEGER,
    reply TEXT NOT NULL DEFAULT '',     -- the rewriter's words
    fault TEXT NOT NULL DEFAULT '',     -- why they could not be used
    stops TEXT NOT NULL DEFAULT '',     -- why the loop stops after it, or would have
    PRIMARY KEY (run, procedure, item, cycle)
) WITHOUT ROWID;

CREATE TABLE pictures (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,
    item TEXT NOT NULL,
    cycle INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- from 0
    seed INTEGER NOT NULL,
    blob TEXT,                          -- NULL: the generator gave no picture
    media_type TEXT NOT NULL DEFAULT '',
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    blocked TEXT,                       -- why it does not count
    look TEXT,                          -- JSON: what the critic said; NULL: it was not looked at
    measures TEXT NOT NULL DEFAULT '{}', -- JSON: metrics by name
    call TEXT NOT NULL,
    PRIMARY KEY (run, procedure, item, cycle, place)
) WITHOUT ROWID;
"""

CHANGES: tuple[str, ...] = (V1, V2, V3)
"""SQL scripts; the schema version of a store is how many of them it has seen."""
