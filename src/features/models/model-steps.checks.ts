import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import type { Lifecycle } from '../../shared/lifecycle.js';
import { asGiven, date, listOf, wordFor } from '../../shared/writing.js';
import { ModelState, RunningState } from './model-states.js';
import { modelLifecycle, runningLifecycle } from './model.lifecycle.js';
import { MODEL_STATE_NAMES, RUNNING_STATE_NAMES } from './model.names.js';

export const MADE_BY_NO_COMMAND: Bilingual = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy xem lịch sử (history) của mô hình, so với bản sao lưu và sửa lại theo hồ sơ giấy.',
  en: 'No command makes this. Look at the history of the model, compare with a backup and correct it by the papers.',
};

const CORRECT: Bilingual = {
  vi: 'Hãy mở mô hình, xem các bước (steps) và lịch sử (history), rồi ghi bước còn thiếu bằng lệnh của hệ thống.',
  en: 'Open the model, look at its steps and its history, and enter the step that is missing by the registry’s commands.',
};

/** The names of states and steps of both lives. */
const STATE_NAMES: Readonly<Record<string, Bilingual>> = {
  ...MODEL_STATE_NAMES,
  ...RUNNING_STATE_NAMES,
  '–': { vi: 'chưa có gì', en: 'nothing' },
};
const STEP_NAMES: Readonly<Record<string, Bilingual>> = {
  draft: { vi: 'Tạo bản nháp', en: 'Draft' },
  recordPast: { vi: 'Nhập mô hình đã có', en: 'Enter a model of the past' },
  recordRunning: { vi: 'Ghi tình trạng vận hành', en: 'Record how it runs' },
  recordState: { vi: 'Ghi trạng thái hồ sơ', en: 'Record the state of the file' },
  ...Object.fromEntries(
    Object.entries<{ readonly label: Bilingual }>({ ...modelLifecycle.transitions, ...runningLifecycle.transitions }).map(
      ([action, { label }]) => [action, label],
    ),
  ),
};

/** The first steps of a lifecycle, which have no state before. */
const BEGINNINGS: readonly (readonly [lifecycle: string, action: string, states: readonly string[]])[] = [
  ['FILE', 'draft', ['DRAFT']],
  ['FILE', 'recordPast', Object.keys(ModelState)],
  ['FILE', 'recordState', Object.keys(ModelState)],
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

const lifecycleFollowed = invariant('models.stepsFollowTheLifecycle', {
  broken: `
    select m.code, m.title, s.action, coalesce(s.from_state, '–') as "from", s.to_state as "to", coalesce(s.before, '–') as before
      from (select s.*, lag(s.to_state) over (partition by s.model_id, s.registration_id order by s.on_day, s.id) as before from model_step s) s
      join emulation_model m on m.id = s.model_id
     where s.before is distinct from s.from_state
        or (s.lifecycle, s.action, coalesce(s.from_state, ''), s.to_state) not in (select * from ${ALLOWED})`,
  describe: {
    params: {
      code: asGiven,
      title: asGiven,
      action: wordFor(STEP_NAMES),
      from: wordFor(STATE_NAMES),
      to: wordFor(STATE_NAMES),
      before: wordFor(STATE_NAMES),
    },
    vi: 'Mô hình {code} “{title}”: bước “{action}” từ “{from}” đến “{to}” không đúng quy trình (trước đó là “{before}”)',
    en: 'The model {code} “{title}”: the step “{action}” from “{from}” to “{to}” is not in its lifecycle (the state before it: “{before}”)',
  },
  remedy: MADE_BY_NO_COMMAND,
});

const stateIsLast = invariant('models.stateIsTheLastStep', {
  broken: `
    with last as materialized (
      select distinct on (model_id, registration_id) model_id, registration_id, to_state from model_step
       order by model_id, registration_id, on_day desc, id desc)
    select m.code, m.title, array_remove(array[r.file_state::text], null) as stored, array_remove(array[l.to_state::text], null) as last
      from registration r join emulation_model m on m.id = r.model_id left join last l on l.registration_id = r.id
     where r.file_state is distinct from l.to_state
    union all
    select m.code, m.title, array_remove(array[m.running_state::text], null), array_remove(array[l.to_state::text], null)
      from emulation_model m left join last l on l.model_id = m.id and l.registration_id is null
     where m.running_state is distinct from l.to_state`,
  describe: {
    params: { code: asGiven, title: asGiven, stored: listOf(STATE_NAMES), last: listOf(STATE_NAMES) },
    vi: 'Mô hình {code} “{title}”: trạng thái lưu là {stored}, theo các bước là {last}',
    en: 'The model {code} “{title}”: its stored state is {stored}, by its steps {last}',
  },
  remedy: CORRECT,
});

const sinceTheLast = invariant('models.stateSinceTheLastStep', {
  broken: `
    select m.code, m.title, r.state_since::text as since, s.on_day::text as last
      from registration r join emulation_model m on m.id = r.model_id
      join (select distinct on (registration_id) registration_id, on_day from model_step where lifecycle = 'FILE'
             order by registration_id, on_day desc, id desc) s on s.registration_id = r.id
     where r.state_since <> s.on_day`,
  describe: {
    params: { code: asGiven, title: asGiven, since: date, last: date },
    vi: 'Mô hình {code} “{title}”: ghi là ở trạng thái này từ {since}, theo các bước là từ {last}',
    en: 'The model {code} “{title}” has its state since {since}, by its steps since {last}',
  },
  remedy: CORRECT,
});

const inOrder = invariant('models.stepsInTheOrderOfTime', {
  broken: `
    select m.code, m.title, s.action, s.on_day::text as day, coalesce(s.before, m.attested_on)::text as before
      from (select s.*, lag(s.on_day) over (partition by s.model_id, s.registration_id order by s.at, s.id) as before from model_step s) s
      join emulation_model m on m.id = s.model_id
     where s.on_day < s.before or s.on_day < m.attested_on`,
  describe: {
    params: { code: asGiven, title: asGiven, action: wordFor(STEP_NAMES), day: date, before: date },
    vi: 'Mô hình {code} “{title}”: bước “{action}” ngày {day} có ngày sớm hơn bước trước nó hoặc ngày ghi nhận ({before})',
    en: 'The model {code} “{title}”: the step “{action}” of {day} has an earlier day than the step before it or the attested day ({before})',
  },
  remedy: MADE_BY_NO_COMMAND,
});

const MISMATCHES: Readonly<Record<string, Bilingual>> = {
  step: { vi: 'bước công nhận không có công nhận tương ứng', en: 'a step without its recognition' },
  recognition: { vi: 'công nhận không có bước tương ứng', en: 'a recognition without its step' },
  decision: { vi: 'quyết định ký sau ngày công nhận', en: 'a decision later than the recognition' },
  state: { vi: 'trạng thái khác với công nhận đã ghi', en: 'a state that differs from the recognitions' },
};

const recognised = invariant('models.recognitionsRestOnDecisions', {
  broken: `
    select m.code, m.title, b.trouble, b.day from (
      select s.model_id, 'step' as trouble, s.on_day::text as day from model_step s where s.to_state = 'RECOGNISED' and not exists (
        select from recognition r where r.registration_id = s.registration_id and r.decision_id is not distinct from s.decision_id and r.recognised_on = s.on_day)
      union all
      select r.model_id, 'recognition', r.recognised_on::text from recognition r where not exists (
        select from model_step s where s.registration_id = r.registration_id and s.action in ('recognise', 'recordPast', 'recordState') and s.to_state = 'RECOGNISED'
           and s.decision_id is not distinct from r.decision_id)
      union all
      select r.model_id, 'decision', r.recognised_on::text from recognition r join decision d on d.id = r.decision_id where d.issued_from > r.recognised_on
      union all
      select g.model_id, 'state', g.state_since::text from registration g where g.file_state in ('RECOGNISED', 'REVOKED')
         and (g.file_state = 'RECOGNISED') <> exists (select from recognition r where r.registration_id = g.id and r.revoked_on is null)) b
      join emulation_model m on m.id = b.model_id`,
  describe: {
    params: { code: asGiven, title: asGiven, trouble: wordFor(MISMATCHES), day: date },
    vi: 'Mô hình {code} “{title}”: công nhận và quyết định không khớp ({trouble}, ngày {day})',
    en: 'The model {code} “{title}”: recognition and decision do not match ({trouble}, {day})',
  },
  remedy: MADE_BY_NO_COMMAND,
});

/** The doctor's checks of the steps of models, and of the states and recognitions that these lead to. */
export const modelStepChecks: readonly InvariantCheck[] = [lifecycleFollowed, stateIsLast, sinceTheLast, inOrder, recognised];
