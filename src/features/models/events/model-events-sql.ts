import { literal, sql, type Sql } from '../../../platform/database/sql.js';

/*
 * What happened to a model on a day: it was registered, recognised, named outstanding, confirmed running, stopped. Lists filter by these events and
 * statistics count them, so each is written once.
 *
 * An event is a row with the columns model_id, registration_id, first_day, last_day, level, decision_id, in a table expression named `alias`. A paper
 * may give less than a day: `2022` is some day from `first_day` to `last_day`. Where it gives none, `first_day` is `-infinity`.
 */

/** The events of the model (a column) by the day. */
export type EventsOfModel = (alias: Sql, model: Sql, day: Sql) => Sql;

/** The first possible day of what its paper gives: `2022`, `2022-10`, `2025-01-01..2025-06-30` or `..2025-06-30`. */
const firstDay = (given: Sql, day: Sql): Sql => sql`(case when ${given} is null then ${day}
    when length(${given}) = 4 then (${given} || '-01-01')::date when length(${given}) = 7 then (${given} || '-01')::date
    when left(${given}, 2) = '..' then '-infinity'::date when length(${given}) > 10 then left(${given}, 10)::date else ${day} end)`;

/** That the model is attested: one event of each model, on the day that attests it. */
export const attestation: EventsOfModel = (alias, model, day) => sql`(
    select attested.id as model_id, null::uuid as registration_id, null::uuid as round_id, null::text as level, null::uuid as decision_id,
           ${firstDay(sql`attested.attested_given`, sql`attested.attested_on`)} as first_day, attested.attested_on as last_day
      from emulation_model attested where attested.id = ${model} and attested.attested_on <= ${day}) ${alias}`;

/**
 * Each registration that was submitted, from the day of its first submission. Of a file of a paper this is the day on which the paper says that it
 * was submitted; if the paper says no such day, any day to the first that it knows of. A draft was not submitted.
 */
export const registrationsSubmitted: EventsOfModel = (alias, model, day) => sql`(
    select opened.id as registration_id, opened.model_id, opened.round_id, opened.opened_on, null::text as level, null::uuid as decision_id,
           coalesce(${firstDay(sql`sent.on_given`, sql`sent.on_day`)}, '-infinity'::date) as first_day, coalesce(sent.on_day, opened.opened_on) as last_day
      from registration opened
      left join lateral (select sent_step.on_day, sent_step.on_given from model_step sent_step
         where sent_step.registration_id = opened.id and sent_step.to_state = 'SUBMITTED' and sent_step.on_day <= ${day}
         order by sent_step.on_day, sent_step.id limit 1) sent on true
     where opened.model_id = ${model} and opened.opened_on <= ${day}
       and (sent.on_day is not null or opened.source is not null and (case when opened.state_since <= ${day} then opened.file_state else (
         select last_step.to_state from model_step last_step where last_step.registration_id = opened.id and last_step.on_day <= ${day}
          order by last_step.on_day desc, last_step.id desc limit 1) end) is distinct from 'DRAFT')) ${alias}`;

/** The registration by which a model was registered: the earliest of those that were submitted. */
export const firstRegistration: EventsOfModel = (alias, model, day) => sql`(
    select * from ${registrationsSubmitted(sql`submitted`, model, day)} order by submitted.opened_on, submitted.registration_id limit 1) ${alias}`;

/** The recognitions that stand on the day: those given by then and not revoked by then. */
export const recognitionsStanding: EventsOfModel = (alias, model, day) => sql`(
    select given.model_id, given.registration_id, of_file.round_id, given.level, given.decision_id,
           ${firstDay(sql`given.recognised_given`, sql`given.recognised_on`)} as first_day, given.recognised_on as last_day
      from recognition given join registration of_file on of_file.id = given.registration_id
     where given.model_id = ${model} and given.recognised_on <= ${day} and (given.revoked_on is null or given.revoked_on > ${day})) ${alias}`;

/** What is recorded of a model: that it was named outstanding, or chosen for replication. */
export const factsOfKind =
  (kind: 'OUTSTANDING' | 'REPLICATED'): EventsOfModel =>
  (alias, model, day) =>
    sql`(select recorded.model_id, null::uuid as registration_id, null::uuid as round_id, recorded.level, recorded.decision_id,
                recorded.on_day as first_day, recorded.on_day as last_day
           from model_fact recorded where recorded.model_id = ${model} and recorded.kind = ${literal(kind)} and recorded.on_day <= ${day}) ${alias}`;

/** The days on which the model was said to be running. */
export const confirmedRunning: EventsOfModel = (alias, model, day) => sql`(
    select said.model_id, null::uuid as registration_id, null::uuid as round_id, null::text as level, null::uuid as decision_id,
           ${firstDay(sql`said.on_given`, sql`said.on_day`)} as first_day, said.on_day as last_day
      from model_step said
     where said.model_id = ${model} and said.lifecycle = 'RUNNING' and said.to_state = 'ACTIVE' and said.on_day <= ${day}) ${alias}`;

/** The day since which the model is stopped, if it is stopped on the day. */
export const stoppedSince: EventsOfModel = (alias, model, day) => sql`(
    select last_said.model_id, null::uuid as registration_id, null::uuid as round_id, null::text as level, null::uuid as decision_id,
           ${firstDay(sql`last_said.on_given`, sql`last_said.on_day`)} as first_day, last_said.on_day as last_day
      from (select * from model_step said where said.model_id = ${model} and said.lifecycle = 'RUNNING' and said.on_day <= ${day}
             order by said.on_day desc, said.id desc limit 1) last_said
     where last_said.to_state = 'STOPPED') ${alias}`;

/** The first day of the year or the quarter of the day. @param part a text: YEAR or QUARTER. */
export const beginningOf = (part: Sql, day: Sql): Sql => sql`date_trunc(lower(${part}), ${day}::timestamp)::date`;

/**
 * Whether the model was sustained at this confirmation: it was recognised before the year or quarter of the confirmation began, or before `from` where
 * that is later. A confirmation which is not known as of one year or quarter proves nothing.
 */
export const wasRecognisedBefore = (confirmed: Sql, part: Sql, from: Sql, day: Sql): Sql =>
  sql`(${beginningOf(part, sql`${confirmed}.first_day`)} = ${beginningOf(part, sql`${confirmed}.last_day`)}
    and exists (select from ${recognitionsStanding(sql`before_it`, sql`${confirmed}.model_id`, day)}
      where before_it.last_day < greatest(${beginningOf(part, sql`${confirmed}.last_day`)}, ${from})))`;

/** Whether the event is known to be of the days from `from` to `to`. */
export const isWithin = (event: Sql, from: Sql, to: Sql): Sql => sql`(${event}.first_day >= ${from} and ${event}.last_day <= ${to})`;

/** Whether the event may be of these days. */
export const isPossible = (event: Sql, from: Sql, to: Sql): Sql => sql`(${event}.last_day >= ${from} and ${event}.first_day <= ${to})`;

/** Whether the event may be of these days, but in which year or quarter of them is not known. */
export const isUnclear = (event: Sql, part: Sql, from: Sql, to: Sql): Sql =>
  sql`(${isPossible(event, from, to)} and not (${isWithin(event, from, to)}
    and ${beginningOf(part, sql`${event}.first_day`)} = ${beginningOf(part, sql`${event}.last_day`)}))`;

/** The units of a model, one row each: the unit that registered it and those that own it jointly. */
export const ownersOf = (
  model: Sql,
): Sql => sql`(select registered_by.unit_id from emulation_model registered_by where registered_by.id = ${model}
    union all select joint_owner.unit_id from emulation_model_joint_owner joint_owner where joint_owner.model_id = ${model})`;
