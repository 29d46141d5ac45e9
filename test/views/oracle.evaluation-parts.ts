import { sentencesOf } from '../../src/features/evaluations/results/result-sentences.js';
import type { LocalDate } from '../../src/shared/dates.js';
import {
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holds,
  rowId,
  shownAll,
  type Answer,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import type { AnyRow } from './oracle.rows.js';

export const isClosed = ({ closed_on }: AnyRow, day: LocalDate): boolean => closed_on !== null && closed_on <= day;
export const by = (day: string | null, on: LocalDate): boolean => day !== null && day <= on;
export const roundOf = ({ all }: World, { round_id }: AnyRow): AnyRow => all.appraisalRounds.find(({ id }) => id === round_id)!;
export const versionOf = (world: World, row: AnyRow): AnyRow =>
  world.all.criteriaVersions.find(({ id }) => id === roundOf(world, row).criteria_version_id)!;
export const plain = (value: string | null): string | null =>
  value === null ? null : value.includes('.') ? value.replace(/\.?0+$/, '') : value;

export const isUndecided = (row: AnyRow, day: LocalDate): boolean =>
  isClosed(row, day) &&
  row.left_on === null &&
  (row.tied || (!by(row.decided_on, day) && (row.derivation?.decide != null || row.standing?.quotaOpen === true)));

export const gradeCode = ({ row, day }: Shown): string | null =>
  isClosed(row, day) ? (by(row.decided_on, day) ? row.decided_grade : row.grade) : null;

export function progressOf({ all }: World, round: AnyRow, day: LocalDate): AnyRow {
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

export function explanationOf(world: World, row: AnyRow): AnyRow {
  const version = versionOf(world, row);
  const criteria = world.all.criteria.filter(({ version_id }) => version_id === version.id).toSorted((a, b) => byNumber(a.place, b.place));
  const decisions = {
    grade: row.decided_grade,
    gradeBy: row.decided_by,
    gradeReason: row.decided_reason,
    tieBy: row.tie_decided_by,
    tieReason: row.tie_decided_reason,
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
export const sheetFields = {
  ...columns({ state: 'state', remark: 'remark', enteredBy: 'entered_by', submittedOn: 'submitted_on', version: 'version' }),
  scores: scoresOf,
  total: ({ row }: Shown) => plain(row.total),
};

export const judgesOf: Answer = ({ row, day }: Shown, _, { rows }) => {
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

const FORM_ITEMS = ['situation', 'aims', 'approach', 'audience', 'forces', 'resources', 'schedule', 'outputs', 'sustainability'];

/** What was last submitted of the registration, item by item; else what its form says. */
export const entryFields: Answer = ({ row, day }: Shown, _, { all }) => {
  const submitted = all.steps
    .filter(step => step.registration_id === row.registration_id && row.registration_id !== null && step.action === 'submit')
    .toSorted((a, b) => byBytes(b.on_day, a.on_day) || byBytes(b.id, a.id))
    .find(({ content_id }) => content_id !== null);
  const said =
    all.keptContents.find(({ id }) => id === submitted?.content_id)?.content ??
    all.forms.find(form => row.registration_id !== null && form.registration_id === row.registration_id);
  return FORM_ITEMS.filter(name => said?.[name]).map(name => ({
    type: 'part',
    day,
    row: { id: name, name: name.toUpperCase(), text: said![name] },
  }));
};

export const evidenceOf: Answer = ({ row, day }: Shown, _, { rows }) =>
  rows.appraisalEvidence
    .filter(one => one.evaluation_id === row.id)
    .toSorted((a, b) => byVietnamese(a.code, b.code) || a.attached_at - b.attached_at || byBytes(a.file_id, b.file_id))
    .map(one => ({ type: 'part', row: { ...one, id: one.file_id }, day }));

export const feedbackOf: Answer = ({ row, day }: Shown, _, world) => {
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
        id,
        code,
        text,
        points: feedback.includes('CRITERIA') ? scored.get(code) : null,
        words: feedback.includes('WORDS') ? sheets.flatMap(({ words }) => words[code] ?? []).toSorted() : [],
      },
    }));
};

export const roundList: ListOracle<Shown> = {
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
