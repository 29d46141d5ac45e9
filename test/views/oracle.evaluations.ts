import { sentencesOf } from '../../src/features/evaluations/results/result-sentences.js';
import type { LocalDate } from '../../src/shared/dates.js';
import { historyOf } from './oracle.audit.js';
import {
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holds,
  idOf,
  moment,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { reachOf, shownUnit } from './oracle.units.js';

const isClosed = ({ closed_on }: AnyRow, day: LocalDate): boolean => closed_on !== null && closed_on <= day;
const by = (day: string | null, on: LocalDate): boolean => day !== null && day <= on;
const roundOf = ({ all }: World, { round_id }: AnyRow): AnyRow => all.appraisalRounds.find(({ id }) => id === round_id)!;
const versionOf = (world: World, row: AnyRow): AnyRow =>
  world.all.criteriaVersions.find(({ id }) => id === roundOf(world, row).criteria_version_id)!;
const plain = (value: string | null): string | null => (value === null ? null : value.includes('.') ? value.replace(/\.?0+$/, '') : value);

const isUndecided = (row: AnyRow, day: LocalDate): boolean =>
  isClosed(row, day) &&
  row.left_on === null &&
  (row.tied || (!by(row.decided_on, day) && (row.derivation?.decide != null || row.standing?.quotaOpen === true)));

const gradeCode = ({ row, day }: Shown): string | null =>
  isClosed(row, day) ? (by(row.decided_on, day) ? row.decided_grade : row.grade) : null;

const evaluationList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'Evaluation',
      rows.evaluations.filter(row => row.opened_on <= day),
      day,
    ),
  filter: {
    roundId: (id: string) => {
      const wanted = rowId('AppraisalRound', id);
      return ({ row }) => row.round_id === wanted;
    },
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    modelId: (id: string, { rows }) => {
      const wanted = rowId('EmulationModel', id);
      const isSeen = rows.models.some(model => model.id === wanted);
      return ({ row }) => isSeen && row.model_id === wanted;
    },
    year:
      (year: number, world) =>
      ({ row }) =>
        roundOf(world, row).year === year,
    state:
      (state: string) =>
      ({ row, day }) =>
        (isClosed(row, day) ? 'CLOSED' : 'OPEN') === state,
    needsDecision:
      (wanted: boolean) =>
      ({ row, day }) =>
        isUndecided(row, day) === wanted,
    left:
      (wanted: boolean) =>
      ({ row, day }) =>
        by(row.left_on, day) === wanted,
  },
  order: {
    NUMBER: { key: ({ row }) => row.number, compare: byNumber },
    RANK: { key: ({ row }) => row.rank, compare: byNumber },
  },
};

const roundList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'AppraisalRound',
      rows.appraisalRounds.filter(row => row.opened_on <= day),
      day,
    ),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.name, words),
    unitId: (id: string) => {
      const wanted = rowId('Unit', id);
      return ({ row }) => row.unit_id === wanted;
    },
    state:
      (state: string) =>
      ({ row, day }) =>
        (isClosed(row, day) ? 'CLOSED' : 'OPEN') === state,
    year:
      (year: number) =>
      ({ row }) =>
        row.year === year,
    illustrative:
      (wanted: boolean) =>
      ({ row }) =>
        row.illustrative === wanted,
  },
  order: {
    OPENED_ON: { key: ({ row }) => row.opened_on, compare: byBytes },
    OPENED_ON_DESC: { key: ({ row }) => row.opened_on, compare: byBytes, descending: true },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

const onceClosed =
  (read: (row: AnyRow) => unknown): Answer =>
  ({ row, day }: Shown) =>
    isClosed(row, day) ? read(row) : null;
const onceBy =
  (day: string, column: string): Answer =>
  ({ row, day: on }: Shown) =>
    by(row[day], on) ? row[column] : null;

function progressOf({ all }: World, round: AnyRow, day: LocalDate): AnyRow {
  const entries = all.evaluations.filter(({ round_id }) => round_id === round.id);
  const staying = entries.filter(({ left_on }) => left_on === null);
  const sheetOf = (evaluation: string, scorer: string | null): AnyRow | undefined =>
    all.scoreSheets.find(({ evaluation_id, scorer_id }) => evaluation_id === evaluation && scorer_id === scorer);
  const assigned = all.appraisalAssignments.filter(({ evaluation_id }) => staying.some(({ id }) => id === evaluation_id));
  const inState = (state: string): number =>
    assigned.filter(({ evaluation_id, person_id }) => sheetOf(evaluation_id, person_id)?.state === state).length;
  return {
    id: round.id,
    entries: staying.length,
    left: entries.length - staying.length,
    selfAssessed: staying.filter(({ id }) => sheetOf(id, null)?.state === 'SUBMITTED').length,
    assigned: assigned.length,
    submitted: inState('SUBMITTED'),
    abstained: inState('ABSTAINED'),
    undecided: entries.filter(row => isUndecided(row, day)).length,
  };
}

function explanationOf(world: World, row: AnyRow): AnyRow {
  const version = versionOf(world, row);
  const criteria = world.all.criteria.filter(({ version_id }) => version_id === version.id).toSorted((a, b) => byNumber(a.place, b.place));
  const decisions = {
    ...{ grade: row.decided_grade, gradeBy: row.decided_by, gradeReason: row.decided_reason },
    ...{ tieBy: row.tie_decided_by, tieReason: row.tie_decided_reason },
  };
  const given = { conflicted: row.inputs?.conflicted.length ?? 0, placing: row.standing, rank: row.rank, decisions };
  const { grades, knockOuts, caps } = version.rules;
  const steps = sentencesOf({ criteria: criteria as never, grades, knockOuts, caps }, row.derivation, given).map(({ vi }) => vi);
  return { id: row.id, steps, text: steps.join('\n'), data: JSON.stringify(row.derivation) };
}

const scoresOf: Answer = ({ row, day }: Shown, _, world) => {
  const evaluation = world.all.evaluations.find(({ id }) => id === row.evaluation_id)!;
  const version = versionOf(world, evaluation);
  return world.all.criteria
    .filter(
      ({ version_id, code }) => version_id === version.id && [row.points, row.marks, row.levels, row.words].some(part => code in part),
    )
    .toSorted((a, b) => byNumber(a.place, b.place))
    .map(({ id, code }) => ({
      type: 'part',
      day,
      row: {
        id,
        code,
        points: row.points[code] ?? null,
        mark: row.marks[code] ?? null,
        level: row.levels[code] ?? null,
        words: row.words[code] ?? null,
      },
    }));
};
const sheetFields = {
  ...columns({ state: 'state', remark: 'remark', enteredBy: 'entered_by', submittedOn: 'submitted_on', version: 'version' }),
  scores: scoresOf,
  total: ({ row }: Shown) => plain(row.total),
};

const judgesOf: Answer = ({ row, day }: Shown, _, { rows }) => {
  const ofEntry = ({ evaluation_id }: AnyRow): boolean => evaluation_id === row.id;
  const assigned = rows.appraisalAssignments.filter(ofEntry);
  const ids = new Set([...assigned, ...rows.appraisalConflicts.filter(ofEntry)].map(({ person_id }) => person_id as string));
  return [...ids].toSorted().map(person_id => {
    const own = assigned.find(one => one.person_id === person_id);
    return {
      type: 'part',
      day,
      row: { id: person_id, evaluation_id: row.id, person_id, how: own?.how ?? null, assigned_on: own?.assigned_on ?? null },
    };
  });
};

const feedbackOf: Answer = ({ row, day }: Shown, _, world) => {
  const { feedback } = roundOf(world, row);
  if (feedback.length === 0 || !isClosed(row, day) || row.derivation === null) return [];
  const scored = new Map<string, string | null>(
    [...row.derivation.criteria, ...row.derivation.items].map(({ code, aggregate }: any) => [code, aggregate ?? null]),
  );
  const sheets = world.all.scoreSheets.filter(one => one.evaluation_id === row.id && one.scorer_id !== null && one.state === 'SUBMITTED');
  return world.all.criteria
    .filter(({ version_id, code }) => version_id === versionOf(world, row).id && scored.has(code))
    .toSorted((a, b) => byNumber(a.place, b.place))
    .map(({ id, code, text }) => ({
      type: 'part',
      day,
      row: {
        ...{ id, code, text },
        points: feedback.includes('CRITERIA') ? scored.get(code) : null,
        words: feedback.includes('WORDS') ? sheets.flatMap(({ words }) => words[code] ?? []).toSorted() : [],
      },
    }));
};

/** Appraisal rounds, their entries, sheets and results. */
export const evaluationsChapter: Chapter = {
  lists: { Evaluation: evaluationList, AppraisalRound: roundList },
  nodes: {
    Evaluation: rows => rows.evaluations,
    AppraisalRound: rows => rows.appraisalRounds,
    ScoreSheet: rows => rows.scoreSheets.filter(({ scorer_id }) => scorer_id !== null),
  },
  fields: {
    Query: {
      evaluations: rootPage('Evaluation', evaluationList),
      evaluation: (_, args, { rows, today }) => shownIn('Evaluation', rows.evaluations, rowId('Evaluation', args.id), args.asOf ?? today),
      appraisalRounds: rootPage('AppraisalRound', roundList),
      appraisalRound: (_, args, { rows, today }) =>
        shownIn('AppraisalRound', rows.appraisalRounds, rowId('AppraisalRound', args.id), args.asOf ?? today),
    },
    Unit: { evaluations: nestedPage('Evaluation', evaluationList, ({ row }: Shown, unit: Shown) => row.unit_id === unit.row.id) },
    EmulationModel: {
      evaluations: ({ row, day }: Shown, _, { rows }) =>
        shownAll(
          'Evaluation',
          rows.evaluations
            .filter(one => one.model_id === row.id && one.opened_on <= day)
            .toSorted((a, b) => byBytes(a.opened_on, b.opened_on) || byBytes(a.id, b.id)),
          day,
        ),
      latestEvaluation: ({ row, day }: Shown, _, { all, rows }) => {
        const latest = all.evaluations
          .filter(one => one.model_id === row.id && one.left_on === null && isClosed(one, day))
          .toSorted((a, b) => byBytes(b.closed_on, a.closed_on) || byBytes(b.id, a.id))[0];
        return latest ? shownIn('Evaluation', rows.evaluations, latest.id, day) : null;
      },
    },
    AppraisalRound: {
      id: idOf,
      ...columns({
        name: 'name',
        illustrative: 'illustrative',
        graded: 'graded',
        year: 'year',
        level: 'level',
        aggregation: 'aggregation',
      }),
      ...columns({ missing: 'missing', abstained: 'abstained', feedback: 'feedback', openedOn: 'opened_on', closesOn: 'closes_on' }),
      ...columns({ reopenReason: 'reopen_reason', revision: 'version' }),
      state: ({ row, day }: Shown) => (isClosed(row, day) ? 'CLOSED' : 'OPEN'),
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
      version: ({ row, day }: Shown, _, { rows }) => shownIn('CriteriaSetVersion', rows.criteriaVersions, row.criteria_version_id, day),
      council: ({ row, day }: Shown, _, { rows }) => shownIn('Council', rows.councils, row.council_id, day),
      closedOn: onceClosed(row => row.closed_on),
      session: ({ row, day }: Shown, _, { rows }) =>
        isClosed(row, day) ? shownIn('CouncilSession', rows.councilSessions, row.session_id, day) : null,
      progress: ({ row, day }: Shown, _, world) => ({ type: 'part', day, row: progressOf(world, row, day) }),
      entries: nestedPage('Evaluation', evaluationList, ({ row }: Shown, round: Shown) => row.round_id === round.row.id),
      ranking: nestedPage(
        'Evaluation',
        evaluationList,
        ({ row, day }: Shown, round: Shown) => row.round_id === round.row.id && row.rank !== null && isClosed(row, day),
      ),
      history: historyOf('AppraisalRound'),
    },
    AppraisalProgress: columns({
      ...{ entries: 'entries', left: 'left', selfAssessed: 'selfAssessed', assigned: 'assigned' },
      ...{ submitted: 'submitted', abstained: 'abstained', undecided: 'undecided' },
    }),
    Evaluation: {
      id: idOf,
      ...columns({ number: 'number', block: 'block', illustrative: 'illustrative', factsBasis: 'facts_basis', version: 'version' }),
      round: ({ row, day }: Shown, _, { rows }) => shownIn('AppraisalRound', rows.appraisalRounds, row.round_id, day),
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
      model: ({ row, day }: Shown, _, { rows }) => shownIn('EmulationModel', rows.models, row.model_id, day),
      registration: ({ row, day }: Shown, _, { rows }) => shownIn('Registration', rows.registrations, row.registration_id, day),
      year: ({ row }: Shown, _, world) => roundOf(world, row).year,
      leftOn: onceBy('left_on', 'left_on'),
      leftReason: onceBy('left_on', 'left_reason'),
      bonus: ({ row }: Shown) => plain(row.bonus),
      penalty: ({ row }: Shown) => plain(row.penalty),
      recognisedModels: ({ row, day }: Shown, _, world) =>
        world.all.recognitions.filter(one => {
          const model = world.all.models.find(({ id }) => id === one.model_id)!;
          const isKept = model.unit_id === row.unit_id && model.trashed_at === null && model.merged_into_id === null;
          return isKept && Number(one.recognised_on.slice(0, 4)) === roundOf(world, row).year && !by(one.revoked_on, day);
        }).length,
      self: ({ row }: Shown) => plain(row.self_total),
      final: onceClosed(row => plain(row.total)),
      grade: (shown: Shown, _, world) =>
        versionOf(world, shown.row).rules.grades.find(({ code }: { code: string }) => code === gradeCode(shown))?.name ?? null,
      gradeCode,
      rank: onceClosed(row => row.rank),
      tied: ({ row, day }: Shown) => isClosed(row, day) && row.tied,
      needsDecision: ({ row, day }: Shown) => isUndecided(row, day),
      decidedBy: onceBy('decided_on', 'decided_by'),
      decidedReason: onceBy('decided_on', 'decided_reason'),
      explanation: ({ row, day }: Shown, _, world) =>
        isClosed(row, day) && row.derivation !== null ? { type: 'part', day, row: explanationOf(world, row) } : null,
      selfAssessment: ({ row, day }: Shown, _, { rows }) => {
        const own = rows.selfAssessments.find(({ evaluation_id }) => evaluation_id === row.id);
        return own ? { type: 'part', row: own, day } : null;
      },
      sheets: ({ row, day }: Shown, _, { rows }) =>
        shownAll(
          'ScoreSheet',
          rows.scoreSheets
            .filter(one => one.evaluation_id === row.id && one.scorer_id !== null)
            .toSorted((a, b) => byBytes(a.scorer_id, b.scorer_id)),
          day,
        ),
      judges: judgesOf,
      feedback: feedbackOf,
      history: historyOf('Evaluation'),
    },
    EvaluationExplanation: columns({ text: 'text', steps: 'steps', data: 'data' }),
    FeedbackLine: columns({ code: 'code', text: 'text', points: 'points', words: 'words' }),
    AppraisalJudge: {
      ...columns({ how: 'how', assignedOn: 'assigned_on' }),
      person: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, day),
      conflicts: ({ row, day }: Shown, _, { all }) =>
        all.appraisalConflicts
          .filter(one => one.evaluation_id === row.evaluation_id && one.person_id === row.person_id)
          .toSorted((a, b) => byBytes(a.reason, b.reason))
          .map(one => ({ type: 'part', row: one, day })),
    },
    AppraisalConflict: columns({
      ...{ reason: 'reason', declared: 'declared', words: 'words', foundOn: 'found_on' },
      ...{ overrideReason: 'override_reason', overriddenBy: 'overridden_by' },
    }),
    ScoreSheet: {
      id: idOf,
      ...sheetFields,
      ...columns({ paper: 'paper' }),
      scorer: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.scorer_id, day),
      revisions: ({ row, day }: Shown, _, { all }) =>
        all.sheetRevisions
          .filter(({ sheet_id }) => sheet_id === row.id)
          .toSorted((a, b) => byNumber(b.number, a.number))
          .map(one => ({ type: 'part', row: one, day })),
    },
    SelfAssessment: sheetFields,
    SheetScore: columns({ code: 'code', points: 'points', mark: 'mark', level: 'level', words: 'words' }),
    SheetRevision: { ...columns({ number: 'number', state: 'state', by: 'actor_name', content: 'content_text' }), at: moment('at') },
  },
};
