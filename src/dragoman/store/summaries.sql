-- What the pages look up, made from what is concluded, once at the end of a build: indexes, counts, orders.
-- Each statement ends with a semicolon at the end of a line; they run one after the other.

create index account_by_position on account (position);
create index account_by_name on account (name);
create index account_by_path on account (path);
create index assertion_by_account on assertion (account, position);
create index passage_by_start on passage (account, start, "end") where role = 'sentence';
create index assertion_by_first_day on assertion (earliest) where earliest is not null;
create index assertion_by_last_day on assertion (latest) where latest is not null;
create index heading_by_label on heading (label collate nocase);
create index heading_by_member on heading_member (account, name);
create index finding_by_topic on finding (topic);
create index finding_by_assertion on finding_assertion (assertion);
create index claim_by_day on claim (day) where day is not null;
create index relation_by_assertion on relation (assertion);

-- What is needed again and again, narrow: of a wide row only its first columns are read here, once.
create temp table act (number integer primary key, predicate text, day integer, account integer);
insert into act
select assertion.number, assertion.predicate, assertion.day, account.position
from account
join assertion on assertion.number between account.first and account.first + account.assertions - 1
order by assertion.number;
create temp table ruled (number integer primary key, rejected integer);
insert or replace into ruled
select assertion.number, judgement.ruling = 'reject'
from judgement
join assertion on assertion.id = judgement.assertion
where judgement.in_force = 1;

-- ---- things and what is said of them ----

-- "Peace treaty" and "peace treaty" are one name to look up by.
insert into called
select min(name), heading
from heading_member
group by name collate nocase, heading
order by name collate nocase, heading;
create temp table event_said (heading integer, number integer, predicate text);
insert into event_said
select distinct heading_member.heading, assertion.number, assertion.predicate
from heading
join heading_member on heading_member.heading = heading.position
join assertion on assertion.id = heading_member.name and assertion.account = heading_member.account
where heading.kind = 'event';
insert into said_of
select heading, '', assertion from participant where heading is not null
union
select heading, role, assertion from participant where heading is not null
union
select participant.heading, act.predicate, participant.assertion
from participant
join act on act.number = participant.assertion
where participant.heading is not null
union
select heading, '', number from event_said
union
select heading, predicate, number from event_said
union
select heading, 'told', number from event_said
order by 1, 2, 3;
insert into tally
select thing, slot, count(*) from said_of group by thing, slot;
insert into thing
select
  heading.position,
  heading.id,
  heading.kind,
  heading.label,
  heading.edtf,
  heading.earliest,
  heading.latest,
  coalesce((select times from tally where tally.thing = heading.position and slot = ''), 0),
  (select count(distinct place) from heading_member where heading_member.heading = heading.position and place >= 0)
from heading
order by heading.position;
create index thing_by_kind on thing (kind, times desc, label, number);
insert into article
select distinct parent.heading, child.heading
from heading
cross join heading_member as child on child.heading = heading.position
cross join heading_member as parent
  on parent.account = child.account and parent.name = substr(child.name, 1, instr(child.name, ', art. ') - 1)
where heading.kind = 'instrument' and instr(child.name, ', art. ') > 0;
insert into placed
select heading, lat, lon, kind, shape, modern, because, source, identifier, weight
from (
  select
    spot.*,
    spots + coalesce((select times from thing where number = heading), 0) as weight,
    row_number() over (partition by heading order by often desc, confidence desc, at, position) as nth
  from (
    select
      heading.position as heading,
      placement.lat,
      placement.lon,
      placement.kind,
      placement.shape,
      placement.modern,
      placement.because,
      placement.source,
      case when placement.identifier glob '[0-9]*' and not placement.identifier glob '*[^0-9]*'
      then placement.identifier else (
        max(case when placement.identifier glob '[0-9]*' and not placement.identifier glob '*[^0-9]*'
        then placement.identifier else '' end) over (partition by heading.position)
      ) end as identifier,
      placement.confidence,
      placement.position,
      account.position as at,
      count(*) over (partition by heading.position, placement.lat, placement.lon) as often,
      count(*) over (partition by heading.position) as spots
    from placement
    join account on account.id = placement.account
    join heading_member on heading_member.account = placement.account and heading_member.name = placement.name
    join heading on heading.position = heading_member.heading and heading.kind in ('place', 'polity')
    where placement.lat is not null
  ) as spot
)
where nth = 1;
create index placed_by_weight on placed (weight);
delete from relation where assertion in (select number from ruled where rejected);
insert into tied
select key, sum(times) from (
  select one as key, count(*) as times from relation group by one
  union all
  select other, count(*) from relation group by other
)
group by key;
create index tied_by_times on tied (times);
update name_pair set place = sorted.place from (
  select name_pair.heading, name_pair.number, row_number() over (
    order by thing.times desc, thing.label, thing.number, name_pair.number
  ) - 1 as place
  from name_pair join thing on thing.number = name_pair.heading
) as sorted
where sorted.heading = name_pair.heading and sorted.number = name_pair.number;
create index name_pair_by_place on name_pair (place);

-- ---- time ----

insert into dated
select said_of.thing, act.day, said_of.assertion
from said_of
join thing on thing.number = said_of.thing and thing.kind <> 'event'
join act on act.number = said_of.assertion
where said_of.slot = '' and act.day is not null
  and not exists (select 1 from ruled where ruled.number = act.number and rejected)
union all
select -1 - account, day, number
from act
where day is not null and not exists (select 1 from ruled where ruled.number = act.number and rejected)
order by 1, 2, 3;
insert into told_in_year
select dated.lane, dated.day * 10000 / 3652425, act.predicate, count(*)
from dated
join act on act.number = dated.assertion
group by 1, 2, 3;

-- ---- findings by weight ----

insert into ranked
select
  row_number() over weighed,
  position,
  verdict,
  row_number() over (partition by verdict order by rule <> 'lineage', -sources, -confidence, position),
  topic,
  0
from finding
window weighed as (order by rule <> 'lineage', verdict <> 'impossible', -sources, -confidence, position)
order by 1;
create index ranked_by_verdict on ranked (verdict, place);
create index ranked_by_topic on ranked (topic, verdict, rank);
insert into finding_account
select distinct act.account, finding_assertion.finding
from finding_assertion
join assertion on assertion.id = finding_assertion.assertion
join act on act.number = assertion.number
order by 1, 2;
create temp table told_by (finding integer, account integer, primary key (finding, account)) without rowid;
insert into told_by select finding, account from finding_account order by 1, 2;
create temp table several (finding integer primary key);
insert into several select finding from told_by group by finding having count(*) > 1;
update ranked set matter = 1 where rank in (
  select min(rank) from ranked where finding in (select finding from several) group by verdict, topic
);
create index ranked_matters on ranked (verdict, rank) where matter = 1;
insert into contrary
select finding_assertion.assertion, max(ranked.verdict = 'impossible')
from ranked
join finding_assertion on finding_assertion.finding = ranked.finding
where ranked.verdict in ('contradicted', 'impossible')
group by 1
order by 1;
create temp table grave (number integer, rank integer, finding integer, impossible integer, nth integer, account text, id text);
insert into grave
select
  assertion.number,
  ranked.rank,
  ranked.finding,
  ranked.verdict = 'impossible',
  finding_assertion.position,
  assertion.account,
  assertion.id
from ranked
join finding_assertion on finding_assertion.finding = ranked.finding
join assertion on assertion.id = finding_assertion.assertion
where ranked.verdict in ('contradicted', 'impossible');
insert into contrary_of
select participant.heading, grave.rank
from grave
join participant on participant.assertion = grave.number
where participant.heading is not null
union
select heading_member.heading, grave.rank
from grave
join heading_member on heading_member.account = grave.account and heading_member.name = grave.id
order by 1, 2;
create temp table parted (finding integer primary key, impossible integer);
insert or ignore into parted
select finding, impossible
from grave
where finding in (select finding from several);
insert into meta
select 'at_odds', one.id || ' ' || other.id
from (
  select first.account as one, second.account as other, count(*) as times,
    min(parted.impossible * 1000000000 + parted.finding) as met
  from parted
  cross join told_by as first on first.finding = parted.finding
  cross join told_by as second on second.finding = parted.finding and second.account > first.account
  group by 1, 2
  order by times desc, met
  limit 1
) as pair
join account as one on one.position = pair.one
join account as other on other.position = pair.other;

-- ---- what a person should look at ----

create temp table asked (place integer primary key, number integer unique, finding integer);
insert into asked
select row_number() over (order by impossible, rank, nth) - 1, number, finding
from (
  select *, row_number() over (partition by number order by impossible, rank, nth) as turn
  from grave
  where number not in (select number from ruled)
)
where turn = 1;
create temp table doubt (number integer primary key, consequence real, sure integer);
insert into doubt
select
  assertion.number,
  (1.0 - assertion.confidence) * log2(2 + coalesce(
    (
      select max(thing.times)
      from participant
      join thing on thing.number = participant.heading
      where participant.assertion = assertion.number
    ), 0
  )),
  assertion.confidence >= 0.75
from assertion
where assertion.confidence < 2.0 and assertion.number not in (select number from ruled)
order by assertion.number;
insert into question
select 'all', row_number() over (order by doubt.consequence desc, assertion.account, assertion.start, assertion."end") - 1,
  doubt.number, null
from doubt
join assertion on assertion.number = doubt.number
order by 2;
insert into question
select 'gravest', place, number, finding from asked order by place;
insert into question
select 'gravest', (select count(*) from asked) + row_number() over (order by question.place) - 1, question.assertion, null
from question
join doubt on doubt.number = question.assertion
where question.queue = 'all' and not doubt.sure and question.assertion not in (select number from asked)
order by 2;
create index question_by_assertion on question (assertion, queue);

-- ---- so many of each ----

insert into amount select 'account', '', count(*) from account;
insert into amount select 'assertion', '', count(*) from act;
insert into amount select 'dated', '', count(*) from dated where lane < 0;
insert into amount select 'rejected', '', count(*) from ruled where rejected;
insert into amount select 'finding', '', count(*) from ranked;
insert into amount select 'finding', verdict, count(*) from ranked group by verdict;
insert into amount select 'matter', verdict, count(*) from ranked where matter = 1 group by verdict;
insert into amount select 'thing', kind, count(*) from thing group by kind;
insert into amount select 'question', queue, count(*) from question group by queue;
insert into amount select 'name_pair', '', count(*) from name_pair;
insert into amount select 'problem', '', count(*) from problem;
insert into amount select 'relation', '', count(*) from relation;
insert into amount select 'tied', '', count(*) from tied;
insert into amount
select 'untied', '', count(*)
from thing
where kind = 'instrument' and not exists (select 1 from tied where tied.key = cast(thing.number as text));
insert into amount select 'placed', '', count(*) from placed;
insert into quote_words(quote_words) values ('rebuild');
