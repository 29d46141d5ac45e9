import type { Schema } from '#documents/draft';
import type { Problem } from '../../api/problem.js';
import { commendedOf, emptyLine, wrongCounts, type Line } from '../../parts/lines/line.fields.js';
import type { ProposedLine } from './proposal.shown.js';

/** A line of a proposal as it is typed: also what shows each condition of its standard. */
export interface Proposed extends Line {
  readonly met: Readonly<Record<string, string>>;
}

export const emptyProposed = (like?: Proposed): Proposed => ({ ...emptyLine(like), met: {} });

export const proposedOf = ({ met, ...line }: Proposed): Schema.ProposedInput => ({
  ...commendedOf(line),
  met: Object.entries(met)
    .filter(([, basis]) => basis.trim() !== '')
    .map(([code, basis]) => ({ code, basis })),
});

/** A line that is in the proposal, to be edited. */
export const typedOf = (line: ProposedLine): Proposed => ({
  ...emptyLine(),
  form: line.form,
  kind: line.kind,
  name: line.name ?? '',
  post: line.post ?? '',
  unitName: line.unitName ?? '',
  reason: line.reason,
  count: line.count === null ? '' : String(line.count),
  periodFrom: line.periodFrom ?? undefined,
  periodTo: line.periodTo ?? undefined,
  evaluationId: line.evaluation?.id ?? null,
  personId: line.person ? { id: line.person.id, label: line.person.name } : undefined,
  unitId: line.unit ? { id: line.unit.id, label: line.unit.fullName } : undefined,
  modelId: line.model ? { id: line.model.id, label: line.model.title } : undefined,
  met: Object.fromEntries(line.met.map(({ code, basis }) => [code, basis])),
});

/** What keeps lines from being sent at all: a number that is none, a line without its achievement. */
export const oddLines = (lines: readonly Proposed[], { needed, notNumber }: { needed: string; notNumber: string }): Problem[] => [
  ...wrongCounts(lines, 'items', notNumber),
  ...lines.flatMap(({ reason }, at) =>
    reason.trim() === '' ? [{ code: 'NEEDED', message: needed, field: ['items', String(at), 'reason'] }] : [],
  ),
];
