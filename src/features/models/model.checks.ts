import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import type { Lifecycle } from '../../shared/lifecycle.js';
import { ModelState, RunningState } from './model-states.js';
import { MODEL_STATE_NAMES, RUNNING_STATE_NAMES } from './model.names.js';
import { modelLifecycle, runningLifecycle } from './model.lifecycle.js';
import { asGiven, date, listOf, wordFor } from '../../shared/writing.js';

const BY_HAND: Bilingual = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy xem lịch sử (history) của mô hình, so với bản sao lưu và sửa lại theo hồ sơ giấy.',
  en: 'No command makes this. Look at the history of the model, compare with a backup and mend it by the papers.',
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
  remedy: BY_HAND,
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

const COPIES: Readonly<Record<string, Bilingual>> = {
  none: { vi: 'không có lần đăng ký nào', en: 'it has no registration' },
  latest: {
    vi: 'lần đăng ký mới nhất không phải là lần bắt đầu sau cùng',
    en: 'its latest registration is not the one that was opened last',
  },
  copy: {
    vi: 'trạng thái, nơi giữ, đợt hoặc nguồn khác với lần đăng ký mới nhất',
    en: 'its state, holder, round or source differs from that of its latest registration',
  },
  recognised: {
    vi: 'ngày công nhận dùng để xếp danh sách không phải của lần công nhận mới nhất',
    en: 'the day of recognition by which it is listed is not that of its latest recognition',
  },
};

const LATEST_RECOGNITION = `(select max(n.recognised_on) from recognition n where n.model_id = m.id and n.revoked_on is null)`;

const copiesTheLatest = invariant('models.copyTheirLatestRegistration', {
  broken: `
    select m.code, m.title, case
        when r.id is null then 'none'
        when r.id <> (select l.id from registration l where l.model_id = m.id order by l.opened_on desc, l.id desc limit 1) then 'latest'
        when m.recognised_on is distinct from ${LATEST_RECOGNITION} then 'recognised'
        else 'copy' end as trouble
      from emulation_model m left join registration r on r.model_id = m.id and r.latest
     where r.id is null
        or r.id <> (select l.id from registration l where l.model_id = m.id order by l.opened_on desc, l.id desc limit 1)
        or (m.file_state, m.state_since, m.holder_id, m.round_id, m.on_paper)
           is distinct from (r.file_state, r.state_since, r.holder_id, r.round_id, r.source is not null)
        or m.recognised_on is distinct from ${LATEST_RECOGNITION}`,
  describe: {
    params: { code: asGiven, title: asGiven, trouble: wordFor(COPIES) },
    vi: 'Mô hình {code} “{title}”: {trouble}',
    en: 'The model {code} “{title}”: {trouble}',
  },
  remedy: BY_HAND,
});

const keptAsItWas = invariant('models.keptContentIsAsItWas', {
  broken: `
    select m.code, m.title, c.digest from content_snapshot c join emulation_model m on m.id = c.model_id
     where c.digest <> encode(sha256(convert_to(c.content::text, 'UTF8')), 'hex')`,
  describe: {
    params: { code: asGiven, title: asGiven, digest: asGiven },
    vi: 'Mô hình {code} “{title}”: nội dung đã nộp hoặc đã công nhận bị sửa sau khi lưu (mã {digest})',
    en: 'The model {code} “{title}”: a submitted or approved content was changed after it was kept (digest {digest})',
  },
  remedy: BY_HAND,
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
  remedy: BY_HAND,
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
  remedy: BY_HAND,
});

const codes = invariant('models.codesAreNeverGivenTwice', {
  broken: `
    select m.code, m.title, coalesce(c.last::text, '–') as last
      from (select m.*, regexp_match(m.code, '^(.*)-(\\d{4})-(\\d+)$') as parts, count(*) over (partition by m.code) as same from emulation_model m) m
      left join model_code_counter c on c.prefix = m.parts[1] and c.year = m.parts[2]::int
     where m.same > 1 or m.parts is null or c.last is null or c.last < m.parts[3]::int`,
  describe: {
    params: { code: asGiven, title: asGiven, last: asGiven },
    vi: 'Mô hình {code} “{title}”: mã bị trùng, không đúng dạng, hoặc bộ đếm ({last}) sẽ cấp lại mã này',
    en: 'The model {code} “{title}”: its code is doubled or malformed, or the counter ({last}) will give it again',
  },
  remedy: {
    vi: 'Hãy đưa bộ đếm (model_code_counter) lên số lớn nhất đã cấp; mã trùng thì đổi mã mô hình ghi sau.',
    en: 'Raise the counter (model_code_counter) to the highest number given; of doubled codes change the later one.',
  },
});

const MISPLACED: Readonly<Record<string, Bilingual>> = {
  threeLevels: { vi: 'ba cấp', en: 'three levels' },
  parentGone: { vi: 'mô hình cấp trên không còn', en: 'the parent is no longer there' },
  mergedIntoGone: { vi: 'gộp vào mô hình không còn', en: 'merged into a model that is no longer there' },
  recognisedInTrash: { vi: 'đã được công nhận mà ở thùng rác', en: 'recognised and in the trash' },
  heldByAuthority: { vi: 'cơ quan giữ hồ sơ khi hồ sơ còn ở đơn vị', en: 'held by an authority while the file is with its unit' },
};

const family = invariant('models.twoLevels', {
  broken: `
    select m.code, m.title, case when p.parent_id is not null then 'threeLevels' when p.merged_into_id is not null or p.trashed_at is not null then 'parentGone' end as trouble
      from emulation_model m join emulation_model p on p.id = m.parent_id
     where m.trashed_at is null and m.merged_into_id is null
       and (p.parent_id is not null or p.merged_into_id is not null or p.trashed_at is not null)
    union all
    select m.code, m.title, 'mergedIntoGone' from emulation_model m join emulation_model p on p.id = m.merged_into_id
     where p.merged_into_id is not null
    union all
    select m.code, m.title, 'recognisedInTrash' from emulation_model m where m.trashed_at is not null and m.file_state = 'RECOGNISED'
    union all
    select m.code, m.title, 'heldByAuthority' from emulation_model m
     where m.holder_id is not null and m.file_state in ('DRAFT', 'RETURNED', 'WITHDRAWN')`,
  describe: {
    params: { code: asGiven, title: asGiven, trouble: wordFor(MISPLACED) },
    vi: 'Mô hình {code} “{title}” đứng sai chỗ ({trouble})',
    en: 'The model {code} “{title}” is in a place where it cannot be ({trouble})',
  },
  remedy: BY_HAND,
});

/** The doctor's checks of models, their lifecycles and their codes. */
export const modelChecks: readonly InvariantCheck[] = [
  lifecycleFollowed,
  stateIsLast,
  sinceTheLast,
  copiesTheLatest,
  keptAsItWas,
  inOrder,
  recognised,
  codes,
  family,
];
