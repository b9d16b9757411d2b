-- The dossier: what the accounts say together, derived from accounts and judgements and rebuilt at will.
-- Tables are ours to change between versions; the views in views.sql are the promise to users.
-- Spans count code points into account.text, "end" not included. Day numbers are Gregorian, 1 = 0001-01-01.

-- One row: a fact about the file itself.
create table meta (
  key text primary key,
  value text not null
) without rowid;

-- One row: what one file was drafted into, kept whole so that an unchanged file need not be read again.
-- `fingerprint` covers the bytes, the reader and the extractors; `drafted` is a packed Testimony.
create table testimony (
  path text primary key,
  fingerprint text not null,
  drafted blob not null
) without rowid;

-- One row: one telling. `judged` is its packed Testimony with people's corrections in it.
create table account (
  id text primary key,
  position integer not null,
  name text not null,
  path text not null,
  language text not null,
  reader text not null,
  original text not null,
  title text,
  authors text not null,
  publisher text,
  published text,
  via text,
  words integer not null,
  text text not null,
  judged blob not null
);

-- One row: a stretch of an account and what it is there for.
create table passage (
  account text not null references account,
  position integer not null,
  role text not null,
  start integer not null,
  "end" integer not null,
  why text not null,
  primary key (account, position)
) without rowid;

-- One row: words that name something; where they only point, the antecedent is where the name stands.
create table mention (
  account text not null references account,
  position integer not null,
  kind text not null,
  name text not null,
  start integer not null,
  "end" integer not null,
  antecedent_start integer,
  antecedent_end integer,
  edtf text,
  earliest integer,
  latest integer,
  why text not null,
  primary key (account, position)
) without rowid;

-- One row: an instrument as one account knows it. `aliases` and `parties` are JSON lists.
create table instrument (
  account text not null references account,
  position integer not null,
  name text not null,
  kind text not null,
  aliases text not null,
  parties text not null,
  edtf text,
  earliest integer,
  latest integer,
  mentions integer not null,
  heading text,
  primary key (account, position)
) without rowid;

-- One row: a mention of a place and where we put it; no latitude means unplaced.
create table placement (
  account text not null references account,
  position integer not null,
  name text not null,
  kind text not null,
  shape text not null,
  lat real,
  lon real,
  modern text not null,
  within text not null,
  identifier text not null,
  source text not null,
  because text not null,
  confidence real not null,
  start integer not null,
  "end" integer not null,
  primary key (account, position)
) without rowid;

-- One row: one thing one account says, as drafted or as a person corrected it; `value` is the packed assertion, so that
-- one topic is read without the accounts that it comes from.
create table assertion (
  id text primary key,
  account text not null references account,
  position integer not null,
  predicate text not null,
  subtype text not null,
  polarity text not null,
  modality text not null,
  attribution text not null,
  date_words text,
  date_basis text,
  edtf text,
  earliest integer,
  latest integer,
  quote text not null,
  start integer not null,
  "end" integer not null,
  confidence real not null,
  found_by text not null,
  notation text not null,
  value blob not null
);
create index assertion_by_account on assertion (account, position);

-- One row: who or what has which part in an assertion; no span where grammar alone supplies it.
create table participant (
  assertion text not null references assertion,
  position integer not null,
  role text not null,
  name text not null,
  kind text,
  start integer,
  "end" integer,
  heading text,
  primary key (assertion, position)
) without rowid;
create index participant_by_heading on participant (heading);

-- One row: exact words an assertion rests on; position 0 is the clause itself.
create table evidence (
  assertion text not null references assertion,
  position integer not null,
  account text not null,
  start integer not null,
  "end" integer not null,
  quote text not null,
  primary key (assertion, position)
) without rowid;

-- One row: words that made an assertion denied, hedged, attributed, or what it is.
create table mark (
  assertion text not null references assertion,
  position integer not null,
  kind text not null,
  start integer not null,
  "end" integer not null,
  words text not null,
  primary key (assertion, position)
) without rowid;

-- One row: trouble with the material.
create table problem (
  position integer primary key,
  code text not null,
  level text not null,
  path text not null,
  message text not null,
  account text,
  start integer,
  "end" integer,
  line integer,
  "column" integer,
  value blob not null
);

-- One row: one thing across accounts. `reasons` is a JSON list.
create table heading (
  id text primary key,
  position integer not null,
  kind text not null,
  label text not null,
  edtf text not null,
  earliest integer,
  latest integer,
  reasons text not null,
  value blob not null
);
create index heading_by_label on heading (label collate nocase);

-- One row: a name by which one account knows a heading; for an event, the id of an assertion.
create table heading_member (
  heading text not null references heading,
  account text not null,
  name text not null,
  primary key (heading, account, name)
) without rowid;
create index heading_by_name on heading_member (name collate nocase);

-- One row: a heading that was laid side by side; `value` is the packed topic with ids for assertions and headings, `mark`
-- the digest of all in it and of the rules, so that what has not changed need not be found again.
create table topic (
  heading text primary key references heading,
  position integer not null,
  mark text not null,
  value blob not null
);

-- One row: an assertion that is about a heading.
create table topic_assertion (
  heading text not null references heading,
  position integer not null,
  assertion text not null,
  primary key (heading, position)
) without rowid;
create index topic_by_assertion on topic_assertion (assertion);

-- One row: what we conclude. `reasons` is a JSON list, one step each.
create table finding (
  id text primary key,
  position integer not null,
  rule text not null,
  verdict text not null,
  topic text not null,
  field text not null,
  sentence text not null,
  sources integer not null,
  confidence real not null,
  reasons text not null,
  value blob not null
);
create index finding_by_topic on finding (topic);

-- One row: an assertion a finding rests on, and its words that agree or differ.
create table finding_assertion (
  finding text not null references finding,
  position integer not null,
  assertion text not null,
  words text not null,
  primary key (finding, position)
) without rowid;
create index finding_by_assertion on finding_assertion (assertion);

-- One row: a line of judgements.jsonl as it was at the build. `assertion` is what it was found to be about;
-- `in_force` is 1 for the one ruling that stands for its assertion. The log itself is the truth, this is a copy.
create table judgement (
  position integer primary key,
  id text not null,
  at text not null,
  who text not null,
  ruling text not null,
  target text not null,
  other text not null,
  note text not null,
  assertion text,
  in_force integer not null,
  value blob not null
);
create index judgement_by_assertion on judgement (assertion);

-- Words to search: one row for each assertion's quote, and one for each sentence or heading of an account.
create virtual table quote_words using fts5 (
  quote,
  assertion unindexed,
  account unindexed,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
create virtual table passage_words using fts5 (
  words,
  account unindexed,
  start unindexed,
  "end" unindexed,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
