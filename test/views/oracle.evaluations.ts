import { historyOf } from './oracle.audit.js';
import {
  byBytes,
  byNumber,
  columns,
  idOf,
  moment,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
} from './oracle.chapter.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import {
  by,
  entryFields,
  evidenceOf,
  explanationOf,
  feedbackOf,
  gradeCode,
  isClosed,
  isUndecided,
  judgesOf,
  plain,
  progressOf,
  roundList,
  roundOf,
  versionOf,
} from './oracle.evaluation-parts.js';
import { resultFilters } from './oracle.results.js';
import { sheetTypes } from './oracle.sheets.js';
import { reachOf, shownUnit } from './oracle.units.js';

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
    judgeId: (id: string, { rows }) => {
      const wanted = rowId('Person', id);
      return ({ row }) => rows.appraisalAssignments.some(one => one.evaluation_id === row.id && one.person_id === wanted);
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
    ...resultFilters,
  },
  order: {
    NUMBER: { key: ({ row }) => row.number, compare: byNumber },
    RANK: { key: ({ row }) => row.rank, compare: byNumber },
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
        blind: 'blind',
        graded: 'graded',
        year: 'year',
        level: 'level',
        aggregation: 'aggregation',
      }),
      ...columns({
        missing: 'missing',
        abstained: 'abstained',
        feedback: 'feedback',
        openedOn: 'opened_on',
        closesOn: 'closes_on',
        complaintDays: 'complaint_days',
      }),
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
      entries: 'entries',
      left: 'left',
      selfAssessed: 'selfAssessed',
      assigned: 'assigned',
      submitted: 'submitted',
      abstained: 'abstained',
      undecided: 'undecided',
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
      fields: entryFields,
      evidence: evidenceOf,
      complaints: ({ row, day }: Shown, _, { rows }) =>
        rows.appraisalComplaints
          .filter(one => one.evaluation_id === row.id && one.received_on <= day)
          .toSorted((a, b) => byBytes(a.received_on, b.received_on) || byBytes(a.id, b.id))
          .map(one => ({ type: 'AppraisalComplaint', row: one, day })),
      judges: judgesOf,
      feedback: feedbackOf,
      answers: ({ row, day }: Shown) =>
        Object.entries(row.answers as Record<string, boolean>)
          .toSorted(([a], [b]) => byBytes(a, b))
          .map(([code, holds]) => ({ type: 'part', row: { code, holds }, day })),
      history: historyOf('Evaluation'),
    },
    EvaluationExplanation: columns({ text: 'text', steps: 'steps', data: 'data' }),
    AppraisalEvidence: {
      ...columns({ code: 'code' }),
      attachedAt: moment('attached_at'),
      file: ({ row, day }: Shown, _, { rows }) => shownIn('File', rows.files, row.file_id, day),
    },
    AppraisalComplaint: {
      id: idOf,
      ...columns({ receivedOn: 'received_on', words: 'words', enteredBy: 'entered_by' }),
      state: ({ row, day }: Shown) => (by(row.answered_on, day) ? row.state : 'RECEIVED'),
      answeredOn: onceBy('answered_on', 'answered_on'),
      answer: onceBy('answered_on', 'answer'),
    },
    EntryField: columns({ name: 'name', text: 'text' }),
    StatedAnswer: columns({ code: 'code', holds: 'holds' }),
    FeedbackLine: columns({ code: 'code', text: 'text', points: 'points', words: 'words' }),
    ...sheetTypes,
  },
};
