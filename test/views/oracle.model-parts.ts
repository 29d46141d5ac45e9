import { historyOf } from './oracle.audit.js';
import { byBytes, columns, moment, shownIn, type Answer, type Shown, type World } from './oracle.chapter.js';
import type { AnyRow } from './oracle.rows.js';
import { shownUnit } from './oracle.units.js';

/** Rows that hang on the model and count from a day: those by the day asked for, in order. */
const dated = (rows: readonly AnyRow[], { row, day }: Shown, column: string): Shown[] =>
  rows
    .filter(part => part.model_id === row.id && part[column] <= day)
    .toSorted((a, b) => byBytes(a[column], b[column]) || byBytes(a.id, b.id))
    .map(part => ({ type: 'part', row: part, day }));

/** The steps of the running, or of the file of one registration. */
export const stepsOf = ({ rows }: World, model: Shown, registration: AnyRow | null): Shown[] =>
  dated(rows.steps, model, 'on_day').filter(({ row }) => row.registration_id === (registration?.id ?? null));

const inOrder = (a: AnyRow, b: AnyRow): number => byBytes(a.opened_on, b.opened_on) || byBytes(a.id, b.id);

/** The registrations that a model had by the day, the earliest first. */
export const registrationsOf = ({ all }: World, { row, day }: Shown): AnyRow[] =>
  all.registrations.filter(one => one.model_id === row.id && one.opened_on <= day).toSorted(inOrder);

/** The last step by the day of the file of the latest registration by then. */
export function lastOfFile(world: World, model: Shown): AnyRow | undefined {
  const registration = registrationsOf(world, model).at(-1);
  return registration && stepsOf(world, model, registration).at(-1)?.row;
}

const formOf = ({ rows }: World, registration: AnyRow | undefined): { row: AnyRow } | null => {
  const form = rows.forms.find(known => known.registration_id === registration?.id);
  return form ? { row: form } : null;
};

const keptContent =
  (column: string): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    shownIn('KeptContent', rows.keptContents, row[column], day);

const fromContent = (...names: readonly string[]): Record<string, Answer> =>
  Object.fromEntries(names.map(name => [name, ({ row }: Shown): unknown => row.content[name] ?? null]));

const FORM_ITEMS = ['situation', 'aims', 'approach', 'audience', 'forces', 'resources', 'schedule', 'outputs', 'sustainability'];

/** A day, or what its paper gives of it. */
export const given =
  (text: string, day: string): Answer =>
  ({ row }: Shown) =>
    row[text] ?? row[day];

const decision: Answer = ({ row, day }: Shown, _, { rows }) => shownIn('Decision', rows.decisions, row.decision_id, day);

/** What hangs on a model. */
export const modelParts: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  EmulationModel: {
    form: (shown: Shown, _, world) => formOf(world, registrationsOf(world, shown).at(-1)),
    latestStep: (shown: Shown, _, world) => {
      const row = lastOfFile(world, shown);
      return row ? { type: 'part', row, day: shown.day } : null;
    },
    registrations: (shown: Shown, _, world) => registrationsOf(world, shown).map(row => ({ type: 'Registration', row, day: shown.day })),
    steps: (shown: Shown, _, { rows }) => dated(rows.steps, shown, 'on_day'),
    recognitions: (shown: Shown, _, { rows }) => dated(rows.recognitions, shown, 'recognised_on'),
    facts: (shown: Shown, _, { rows }) => dated(rows.facts, shown, 'on_day'),
    attachments: ({ row, day }: Shown, _, { rows }) =>
      rows.attachments
        .filter(part => part.model_id === row.id)
        .toSorted((a, b) => a.attached_at - b.attached_at || byBytes(a.file_id, b.file_id))
        .map(part => ({ type: 'part', row: part, day })),
    history: historyOf('EmulationModel'),
  },
  ModelAttachment: {
    ...columns({ kind: 'kind', note: 'note' }),
    attachedAt: moment('attached_at'),
    file: ({ row, day }: Shown, _, { rows }) => shownIn('File', rows.files, row.file_id, day),
  },
  // A row of the form, or the JSON of a kept content.
  ModelForm: Object.fromEntries(FORM_ITEMS.map(item => [item, ({ row }: Shown): unknown => (row.content ?? row)[item] ?? null])),
  KeptContent: {
    ...fromContent('title', 'kind', 'subjectKind', 'place', 'starts', 'endsOn', 'themes'),
    digest: ({ row }: Shown) => row.digest,
    keptAt: moment('taken_at'),
    unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.content.unitId, day),
    sector: ({ row, day }: Shown, _, { rows }) => shownIn('Sector', rows.sectors, row.content.sectorId ?? null, day),
    form: (shown: Shown) => shown,
  },
  ModelStep: {
    ...columns({
      lifecycle: 'lifecycle',
      action: 'action',
      from: 'from_state',
      to: 'to_state',
      actor: 'actor_name',
      reason: 'reason',
    }),
    on: given('on_given', 'on_day'),
    at: moment('at'),
    holder: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
    decision,
  },
  Recognition: {
    ...columns({ level: 'level', source: 'source', deviationReason: 'deviation_reason' }),
    revokedOn: ({ row, day }: Shown) => (row.revoked_on !== null && row.revoked_on <= day ? row.revoked_on : null),
    on: given('recognised_given', 'recognised_on'),
    approved: keptContent('approved_id'),
    decision,
  },
  ModelFact: { ...columns({ kind: 'kind', on: 'on_day', level: 'level', source: 'source' }), decision },
};
