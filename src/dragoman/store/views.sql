-- The views: our promise to users, documented in docs/store.md. Lists inside a field are parted by "; ".
-- earliest and latest are ISO days (null when open, unknown or BC); earliest_day and latest_day are day numbers.

-- One row: one account.
create view account_view as
select
  account.name as account,
  account.id,
  account.path,
  account.title,
  account.authors,
  account.publisher,
  account.published,
  account.via,
  account.language,
  account.reader,
  account.words,
  account.assertions,
  (select count(*) from instrument where instrument.account = account.id) as instruments,
  (select count(*) from problem where problem.path = account.path) as problems
from account
order by account.position;

-- One row: one assertion, flat: a column for each role.
create view assertion_view as
select
  assertion.id,
  account.name as account,
  assertion.predicate,
  assertion.subtype,
  assertion.polarity,
  assertion.modality,
  assertion.attribution,
  part.agent,
  part.counterparty,
  part.party,
  part.signatory,
  part.delegate,
  part.appointee,
  part.target,
  part.beneficiary,
  part.recipient,
  part.supporter,
  part.instrument,
  part.territory,
  part.place,
  part.body,
  part.event,
  part.subject,
  part.object,
  assertion.edtf as date,
  date(assertion.earliest + 1721424.5) as earliest,
  date(assertion.latest + 1721424.5) as latest,
  assertion.earliest as earliest_day,
  assertion.latest as latest_day,
  assertion.date_words,
  assertion.date_basis,
  assertion.quote,
  assertion.start,
  assertion."end",
  assertion.confidence,
  assertion.found_by,
  judgement.ruling,
  judgement.who as ruled_by,
  assertion.notation
from assertion
join account on account.id = assertion.account
left join judgement on judgement.assertion = assertion.id and judgement.in_force = 1
left join (
  select
    assertion,
    group_concat(case role when 'agent' then name end, '; ') as agent,
    group_concat(case role when 'counterparty' then name end, '; ') as counterparty,
    group_concat(case role when 'party' then name end, '; ') as party,
    group_concat(case role when 'signatory' then name end, '; ') as signatory,
    group_concat(case role when 'delegate' then name end, '; ') as delegate,
    group_concat(case role when 'appointee' then name end, '; ') as appointee,
    group_concat(case role when 'target' then name end, '; ') as target,
    group_concat(case role when 'beneficiary' then name end, '; ') as beneficiary,
    group_concat(case role when 'recipient' then name end, '; ') as recipient,
    group_concat(case role when 'supporter' then name end, '; ') as supporter,
    group_concat(case role when 'instrument' then name end, '; ') as instrument,
    group_concat(case role when 'territory' then name end, '; ') as territory,
    group_concat(case role when 'place' then name end, '; ') as place,
    group_concat(case role when 'body' then name end, '; ') as body,
    group_concat(case role when 'event' then name end, '; ') as event,
    group_concat(case role when 'subject' then name end, '; ') as subject,
    group_concat(case role when 'object' then name end, '; ') as object
  from (select * from participant order by assertion, position)
  group by assertion
) as part on part.assertion = assertion.number
order by account.position, assertion.position;

-- One row: who or what has which part in one assertion, and the heading it goes under across accounts.
create view participant_view as
select
  assertion.id as assertion,
  account.name as account,
  assertion.predicate,
  participant.role,
  participant.name,
  participant.kind,
  heading.id as heading,
  heading.label,
  participant.start,
  participant."end"
from participant
join assertion on assertion.number = participant.assertion
join account on account.id = assertion.account
left join heading on heading.position = participant.heading
order by account.position, assertion.position, participant.position;

-- One row: one account says that one instrument rests on, amends, annuls ... another. Rejected ones are left out.
create view lineage_view as
select
  account.name as account,
  assertion.id as assertion,
  subject.name as subject,
  (select heading.id from heading where heading.position = subject.heading) as subject_heading,
  assertion.predicate as relation,
  object.name as object,
  (select heading.id from heading where heading.position = object.heading) as object_heading,
  assertion.polarity,
  assertion.modality,
  assertion.attribution,
  assertion.quote,
  assertion.start,
  assertion."end"
from assertion
join account on account.id = assertion.account
join participant as subject on subject.assertion = assertion.number and subject.role = 'subject'
join participant as object on object.assertion = assertion.number and object.role = 'object'
left join judgement on judgement.assertion = assertion.id and judgement.in_force = 1
where judgement.ruling is not 'reject'
order by account.position, assertion.position;

-- One row: one instrument as one account knows it, and the heading it goes under across accounts.
create view instrument_view as
select
  account.name as account,
  instrument.name,
  instrument.kind,
  instrument.aliases,
  instrument.parties,
  instrument.edtf as date,
  date(instrument.earliest + 1721424.5) as earliest,
  date(instrument.latest + 1721424.5) as latest,
  instrument.mentions,
  instrument.heading,
  heading.label
from instrument
join account on account.id = instrument.account
left join heading on heading.id = instrument.heading
order by account.position, instrument.position;

-- One row: one thing across accounts, with the names it has in them (for an event: the number of tellings).
create view heading_view as
select
  heading.id,
  heading.kind,
  heading.label,
  heading.edtf as date,
  date(heading.earliest + 1721424.5) as earliest,
  date(heading.latest + 1721424.5) as latest,
  (select count(distinct account) from heading_member where heading_member.heading = heading.position) as accounts,
  (select count(*) from heading_member where heading_member.heading = heading.position) as members,
  case heading.kind
    when 'event' then ''
    else (select group_concat(distinct heading_member.name) from heading_member where heading_member.heading = heading.position)
  end as names,
  heading.reasons
from heading
order by heading.position;

-- One row: what one assertion contributes to one finding.
create view finding_view as
select
  finding.id,
  finding.rule,
  finding.verdict,
  finding.topic,
  heading.label,
  finding.field,
  finding.sentence,
  finding.reasons,
  finding.sources,
  finding.confidence,
  finding_assertion.position,
  account.name as account,
  finding_assertion.assertion,
  finding_assertion.words,
  assertion.quote,
  assertion.start,
  assertion."end"
from finding
left join heading on heading.id = finding.topic
left join finding_assertion on finding_assertion.finding = finding.position
left join assertion on assertion.id = finding_assertion.assertion
left join account on account.id = assertion.account
order by finding.position, finding_assertion.position;

-- One row: one side of what the accounts contradict each other about, or of what cannot be true in that order.
create view contradiction_view as
select *
from finding_view
where verdict in ('contradicted', 'impossible');

-- One row: one side of what the accounts agree about.
create view agreement_view as
select *
from finding_view
where verdict in ('corroborated', 'refined', 'complemented');

-- One row: one place named at one spot, and where we put it.
create view placement_view as
select
  account.name as account,
  placement.name,
  placement.kind,
  placement.shape,
  placement.lat,
  placement.lon,
  placement.modern,
  placement.within,
  placement.identifier,
  placement.source,
  placement.because,
  placement.confidence,
  placement.start,
  placement."end"
from placement
join account on account.id = placement.account
order by account.position, placement.position;

-- One row: one decision of a person, as it stood in judgements.jsonl at the build.
create view judgement_view as
select
  judgement.id,
  judgement.at,
  judgement.who,
  judgement.ruling,
  judgement.target,
  judgement.other,
  judgement.note,
  judgement.assertion,
  judgement.in_force,
  assertion.notation
from judgement
left join assertion on assertion.id = judgement.assertion
order by judgement.position;

-- One row: trouble with the material.
create view problem_view as
select
  problem.level,
  problem.code,
  problem.path,
  problem.line,
  problem."column",
  problem.message,
  account.name as account,
  problem.start,
  problem."end"
from problem
left join account on account.id = problem.account
order by problem.position;
