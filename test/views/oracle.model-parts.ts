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

export const stepsOf = ({ rows }: World, model: Shown, lifecycle: 'FILE' | 'RUNNING'): Shown[] =>
  dated(rows.steps, model, 'on_day').filter(({ row }) => row.lifecycle === lifecycle);

const decision: Answer = ({ row, day }: Shown, _, { rows }) => shownIn('Decision', rows.decisions, row.decision_id, day);

/** What hangs on a model. */
export const modelParts: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  EmulationModel: {
    form: ({ row }: Shown, _, { rows }) => {
      const form = rows.forms.find(known => known.model_id === row.id);
      return form ? { row: form } : null;
    },
    latestStep: (shown: Shown, _, world) => stepsOf(world, shown, 'FILE').at(-1) ?? null,
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
  ModelForm: columns({
    situation: 'situation',
    aims: 'aims',
    approach: 'approach',
    audience: 'audience',
    forces: 'forces',
    resources: 'resources',
    schedule: 'schedule',
    outputs: 'outputs',
    sustainability: 'sustainability',
  }),
  ModelStep: {
    ...columns({
      lifecycle: 'lifecycle',
      action: 'action',
      from: 'from_state',
      to: 'to_state',
      on: 'on_day',
      actor: 'actor_name',
      reason: 'reason',
    }),
    at: moment('at'),
    holder: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
    decision,
  },
  Recognition: { ...columns({ level: 'level', on: 'recognised_on', revokedOn: 'revoked_on' }), decision },
  ModelFact: { ...columns({ kind: 'kind', on: 'on_day', level: 'level', source: 'source' }), decision },
};
