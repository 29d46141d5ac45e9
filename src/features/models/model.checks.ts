import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Lifecycle } from '../../shared/lifecycle.js';
import { ModelState, RunningState } from './model-states.js';
import { modelLifecycle, runningLifecycle } from './model.lifecycle.js';
import type { Bilingual } from '../../shared/language.js';

interface OfModel {
  readonly code: string;
  readonly title: string;
}

const named = ({ code, title }: OfModel): string => `${code} “${title}”`;

const BY_HAND: Bilingual = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy xem lịch sử (history) của mô hình, so với bản sao lưu và sửa lại theo hồ sơ giấy.',
  en: 'No command makes this. Look at the history of the model, compare with a backup and mend it by the papers.',
};

const CORRECT: Bilingual = {
  vi: 'Hãy mở mô hình, xem các bước (steps) và lịch sử (history), rồi ghi bước còn thiếu bằng lệnh của hệ thống.',
  en: 'Open the model, look at its steps and its history, and enter the step that is missing by the registry’s commands.',
};

/** The first steps of a lifecycle, which have no state before. */
const BEGINNINGS: readonly (readonly [lifecycle: string, action: string, states: readonly string[]])[] = [
  ['FILE', 'draft', ['DRAFT']],
  ['FILE', 'recordPast', Object.keys(ModelState)],
  ['RUNNING', 'draft', Object.keys(RunningState)],
  ['RUNNING', 'recordPast', Object.keys(RunningState)],
  ['RUNNING', 'recordRunning', Object.keys(RunningState)],
];

type Transitions = Lifecycle<string, never, string>['transitions'];
const rowsOf = (lifecycle: string, transitions: Transitions): string[] =>
  Object.entries(transitions).flatMap(([action, { from, to }]) => from.map(state => `('${lifecycle}', '${action}', '${state}', '${to}')`));

/** The transitions of the same lifecycles that the commands execute. */
const ALLOWED = `(values ${[
  ...rowsOf('FILE', modelLifecycle.transitions as unknown as Transitions),
  ...rowsOf('RUNNING', runningLifecycle.transitions as unknown as Transitions),
  ...BEGINNINGS.flatMap(([lifecycle, action, states]) => states.map(state => `('${lifecycle}', '${action}', '', '${state}')`)),
].join(', ')}) allowed (lifecycle, action, from_state, to_state)`;

const lifecycleFollowed = invariant<OfModel & { action: string; from: string; to: string; before: string }>(
  'models.stepsFollowTheLifecycle',
  {
    broken: `
    select m.code, m.title, s.action, coalesce(s.from_state, '–') as "from", s.to_state as "to", coalesce(s.before, '–') as before
      from (select s.*, lag(s.to_state) over (partition by s.model_id, s.lifecycle order by s.on_day, s.id) as before from model_step s) s
      join emulation_model m on m.id = s.model_id
     where s.before is distinct from s.from_state
        or (s.lifecycle, s.action, coalesce(s.from_state, ''), s.to_state) not in (select * from ${ALLOWED})`,
    describe: ({ action, from, to, before, ...model }) => ({
      vi: `Mô hình ${named(model)}: bước ${action} từ ${from} đến ${to} không đúng quy trình (trước đó là ${before})`,
      en: `The model ${named(model)}: the step ${action} from ${from} to ${to} is off its lifecycle (before it: ${before})`,
    }),
    remedy: BY_HAND,
  },
);

const stateIsLast = invariant<OfModel & { stored: string; last: string }>('models.stateIsTheLastStep', {
  broken: `
    with last as materialized (
      select distinct on (model_id, lifecycle) model_id, lifecycle, to_state from model_step order by model_id, lifecycle, on_day desc, id desc)
    select m.code, m.title, concat_ws(' / ', m.file_state, m.running_state) as stored, concat_ws(' / ', f.to_state, r.to_state) as last
      from emulation_model m
      left join last f on f.model_id = m.id and f.lifecycle = 'FILE'
      left join last r on r.model_id = m.id and r.lifecycle = 'RUNNING'
     where m.file_state is distinct from f.to_state or m.running_state is distinct from r.to_state`,
  describe: ({ stored, last, ...model }) => ({
    vi: `Mô hình ${named(model)}: trạng thái lưu là ${stored}, theo các bước là ${last || '–'}`,
    en: `The model ${named(model)}: its stored state is ${stored}, by its steps ${last || '–'}`,
  }),
  remedy: CORRECT,
});

const sinceTheLast = invariant<OfModel & { since: string; last: string }>('models.stateSinceTheLastStep', {
  broken: `
    select m.code, m.title, m.state_since::text as since, s.on_day::text as last from emulation_model m
      join (select distinct on (model_id) model_id, on_day from model_step where lifecycle = 'FILE' order by model_id, on_day desc, id desc) s
        on s.model_id = m.id
     where m.state_since <> s.on_day`,
  describe: ({ since, last, ...model }) => ({
    vi: `Mô hình ${named(model)}: ghi là ở trạng thái này từ ${since}, theo các bước là từ ${last}`,
    en: `The model ${named(model)} is said to stand where it does since ${since}, by its steps since ${last}`,
  }),
  remedy: CORRECT,
});

const inOrder = invariant<OfModel & { action: string; day: string; before: string }>('models.stepsInTheOrderOfTime', {
  broken: `
    select m.code, m.title, s.action, s.on_day as day, s.before::text as before
      from (select s.*, lag(s.on_day) over (partition by s.model_id, s.lifecycle order by s.at, s.id) as before from model_step s) s
      join emulation_model m on m.id = s.model_id
     where s.on_day < s.before or s.on_day < m.attested_on`,
  describe: ({ action, day, before, ...model }) => ({
    vi: `Mô hình ${named(model)}: bước ${action} ngày ${day} đứng trước bước trước nó (${before ?? 'ngày ghi nhận'})`,
    en: `The model ${named(model)}: the step ${action} of ${day} comes before the one before it (${before ?? 'the day it is attested'})`,
  }),
  remedy: BY_HAND,
});

const recognised = invariant<OfModel & { trouble: string }>('models.recognitionsRestOnDecisions', {
  broken: `
    select m.code, m.title, b.trouble from (
      select s.model_id, 'recognise ' || s.on_day as trouble from model_step s where s.action = 'recognise' and not exists (
        select from recognition r where r.model_id = s.model_id and r.decision_id = s.decision_id and r.recognised_on = s.on_day)
      union all
      select r.model_id, 'recognition ' || r.recognised_on from recognition r where not exists (
        select from model_step s where s.model_id = r.model_id and s.action = 'recognise' and s.decision_id = r.decision_id)
      union all
      select r.model_id, 'decision after ' || r.recognised_on from recognition r join decision d on d.id = r.decision_id where d.issued_on > r.recognised_on
      union all
      select m.id, m.file_state from emulation_model m where m.file_state in ('RECOGNISED', 'REVOKED')
         and (m.file_state = 'RECOGNISED') <> exists (select from recognition r where r.model_id = m.id and r.revoked_on is null)) b
      join emulation_model m on m.id = b.model_id`,
  describe: ({ trouble, ...model }) => ({
    vi: `Mô hình ${named(model)}: công nhận và quyết định không khớp (${trouble})`,
    en: `The model ${named(model)}: recognition and decision do not fit (${trouble})`,
  }),
  remedy: BY_HAND,
});

const codes = invariant<OfModel & { last: number | null }>('models.codesAreNeverGivenTwice', {
  broken: `
    select m.code, m.title, c.last
      from (select m.*, regexp_match(m.code, '^(.*)-(\\d{4})-(\\d+)$') as parts, count(*) over (partition by m.code) as same from emulation_model m) m
      left join model_code_counter c on c.prefix = m.parts[1] and c.year = m.parts[2]::int
     where m.same > 1 or m.parts is null or c.last is null or c.last < m.parts[3]::int`,
  describe: ({ last, ...model }) => ({
    vi: `Mô hình ${named(model)}: mã bị trùng, không đúng dạng, hoặc bộ đếm (${last ?? 'không có'}) sẽ cấp lại mã này`,
    en: `The model ${named(model)}: its code is doubled or malformed, or the counter (${last ?? 'none'}) will give it again`,
  }),
  remedy: {
    vi: 'Hãy đưa bộ đếm (model_code_counter) lên số lớn nhất đã cấp; mã trùng thì đổi mã mô hình ghi sau.',
    en: 'Raise the counter (model_code_counter) to the highest number given; of doubled codes change the later one.',
  },
});

const family = invariant<OfModel & { trouble: string }>('models.twoLevels', {
  broken: `
    select m.code, m.title, case when p.parent_id is not null then 'three levels' when p.merged_into_id is not null or p.trashed_at is not null then 'parent gone' end as trouble
      from emulation_model m join emulation_model p on p.id = m.parent_id
     where m.trashed_at is null and m.merged_into_id is null
       and (p.parent_id is not null or p.merged_into_id is not null or p.trashed_at is not null)
    union all
    select m.code, m.title, 'merged into a model that is gone' from emulation_model m join emulation_model p on p.id = m.merged_into_id
     where p.merged_into_id is not null
    union all
    select m.code, m.title, 'recognised and in the trash' from emulation_model m where m.trashed_at is not null and m.file_state = 'RECOGNISED'
    union all
    select m.code, m.title, 'held by an authority' from emulation_model m
     where m.holder_id is not null and m.file_state in ('DRAFT', 'RETURNED', 'WITHDRAWN')`,
  describe: ({ trouble, ...model }) => ({
    vi: `Mô hình ${named(model)} đứng sai chỗ (${trouble})`,
    en: `The model ${named(model)} stands where it cannot (${trouble})`,
  }),
  remedy: BY_HAND,
});

/** The doctor's checks of models, their lifecycles and their codes. */
export const modelChecks: readonly InvariantCheck[] = [lifecycleFollowed, stateIsLast, sinceTheLast, inOrder, recognised, codes, family];
