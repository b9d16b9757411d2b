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

-- One row: one telling. `first` is the number of its first assertion, the others follow it; `year` the year in the middle
-- of what it tells; `head` the packed Account without its text; `judged` its packed Testimony without assertions.
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
  furniture real not null,
  first integer not null,
  assertions integer not null,
  year integer,
  head blob not null,
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

-- One row: one thing one account says, as drafted or as a person corrected it; `number` counts them by account and text,
-- `day` is the middle of when it was done; `value` is the packed assertion.
create table assertion (
  number integer primary key,
  id text not null unique,
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
  day integer,
  quote text not null,
  start integer not null,
  "end" integer not null,
  confidence real not null,
  found_by text not null,
  notation text not null,
  value blob not null
);

-- One row: who or what has which part in an assertion (by its number), and the heading it goes under (by its position);
-- no span where grammar alone supplies it.
create table participant (
  assertion integer not null references assertion,
  position integer not null,
  role text not null,
  name text not null,
  kind text,
  start integer,
  "end" integer,
  heading integer,
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
  position integer primary key,
  id text not null unique,
  kind text not null,
  label text not null,
  edtf text not null,
  earliest integer,
  latest integer,
  reasons text not null,
  value blob not null
);

-- One row: a name by which one account knows a heading; for an event, the id of an assertion. `place` is the position of
-- the account, -1 where there is none.
create table heading_member (
  heading integer not null references heading,
  place integer not null,
  name text not null,
  account text not null,
  primary key (heading, place, name, account)
) without rowid;

-- One row: a heading that was laid side by side; `value` is the packed topic with ids for assertions and headings, `mark`
-- the digest of all in it and of the rules, so that what has not changed need not be found again.
create table topic (
  heading text primary key references heading,
  position integer not null,
  mark text not null,
  value blob not null
);

-- One row: what we conclude. `reasons` is a JSON list, one step each.
create table finding (
  position integer primary key,
  id text not null unique,
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

-- One row: an assertion a finding rests on, and its words that agree or differ.
create table finding_assertion (
  finding integer not null references finding,
  position integer not null,
  assertion text not null,
  words text not null,
  primary key (finding, position)
) without rowid;

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

-- One row: what an account says of whose a territory was, as a rule has put it into its ledger; rejected ones are left out.
create table claim (
  heading text not null,
  position integer not null,
  what text not null,
  holder text not null,
  assertion text not null,
  day integer,
  dated_by text not null,
  primary key (heading, position)
) without rowid;

-- One row: an instrument (its heading, or account:name where it has none) that an account relates to another.
create table relation (
  one text not null,
  other text not null,
  assertion integer not null references assertion,
  primary key (one, other, assertion)
) without rowid;

-- One row: another name taken for the first name of a heading, in the order in which a person may look at them.
create table name_pair (
  heading integer not null references heading,
  number integer not null,
  account text not null,
  name text not null,
  other_account text not null,
  other_name text not null,
  why text not null,
  place integer,
  primary key (heading, number)
) without rowid;

-- ---- what the pages look up, filled from the tables above when all is concluded (summaries.sql) ----

-- One row: so many of a sort, such as ('finding', 'contradicted', 12).
create table amount (
  what text not null,
  sort text not null,
  number integer not null,
  primary key (what, sort)
) without rowid;

-- One row: a heading without its names, and how many assertions and accounts speak of it.
create table thing (
  number integer primary key references heading (position),
  id text not null unique,
  kind text not null,
  label text not null,
  edtf text not null,
  earliest integer,
  latest integer,
  times integer not null,
  accounts integer not null
);

-- One row: a name that some account has for a heading, each once.
create table called (
  name text not null collate nocase,
  heading integer not null references heading,
  primary key (name, heading)
) without rowid;

-- One row: an assertion that speaks of a thing. `slot` is '' once, then the act, and each part the thing has in it.
create table said_of (
  thing integer not null references thing,
  slot text not null,
  assertion integer not null references assertion,
  primary key (thing, slot, assertion)
) without rowid;

-- One row: how many assertions speak of a thing in one slot.
create table tally (
  thing integer not null references thing,
  slot text not null,
  times integer not null,
  primary key (thing, slot)
) without rowid;

-- One row: an assertion told with a time, by the middle of it. `lane` is the thing, or minus one minus the account.
create table dated (
  lane integer not null,
  day integer not null,
  assertion integer not null references assertion,
  primary key (lane, day, assertion)
) without rowid;

-- One row: how often an act is told of a year, in one lane.
create table told_in_year (
  lane integer not null,
  year integer not null,
  predicate text not null,
  times integer not null,
  primary key (lane, year, predicate)
) without rowid;

-- One row: a finding by its weight. `place` counts those of its verdict; `matter` is 1 for the first of its verdict on a
-- topic that rests on more than one account.
create table ranked (
  rank integer primary key,
  finding integer not null references finding,
  verdict text not null,
  place integer not null,
  topic text not null,
  matter integer not null
);

-- One row: an account that a finding rests on, by their positions.
create table finding_account (
  account integer not null,
  finding integer not null references finding,
  primary key (account, finding)
) without rowid;

-- One row: an assertion that a contradiction rests on, or what cannot be.
create table contrary (
  assertion text primary key,
  impossible integer not null
) without rowid;

-- One row: a contradiction that rests on an assertion which speaks of a thing, by its rank.
create table contrary_of (
  thing integer not null references thing,
  rank integer not null references ranked,
  primary key (thing, rank)
) without rowid;

-- One row: a question to a person, in the order of a queue, and the finding that asks; none where doubt is the reason.
create table question (
  queue text not null,
  place integer not null,
  assertion integer not null references assertion,
  finding integer references finding,
  primary key (queue, place)
) without rowid;

-- One row: an instrument at an end of relations, and how often.
create table tied (
  key text primary key,
  times integer not null
) without rowid;

-- One row: where a place or polity lies: the spot most mentions have, of several the one we are surest of.
create table placed (
  thing integer primary key references thing,
  lat real not null,
  lon real not null,
  kind text not null,
  shape text not null,
  modern text not null,
  because text not null,
  source text not null,
  identifier text not null,
  weight integer not null
);

-- One row: an article that has a heading of its own, and its instrument.
create table article (
  instrument integer not null references thing,
  thing integer not null references thing,
  primary key (instrument, thing)
) without rowid;

-- Words to search: one row for each assertion's quote (by its number, the words themselves stand there), and one for each
-- sentence or heading of an account.
create virtual table quote_words using fts5 (
  quote,
  content = 'assertion',
  content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
create virtual table passage_words using fts5 (
  words,
  account unindexed,
  start unindexed,
  "end" unindexed,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
