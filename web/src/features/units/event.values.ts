import type { Schema } from '#documents/unit-events';
import { inInput, type Problem } from '../../api/problem.js';
import type { Picked } from '../../ui/finder.js';

export type What =
  'merge' | 'split' | 'succeed' | 'rename' | 'establish' | 'dissolve' | 'move' | 'changeKind' | 'recode' | 'correct' | 'correctSuccession';

export interface EventValues {
  what: string;
  effective: string | undefined;
  'act.number': string;
  'act.date': string | undefined;
  'act.issuer': string;
  note: string;
  unitId: Picked | undefined;
  unitIds: readonly Picked[];
  intoId: Picked | undefined;
  intoIds: readonly Picked[];
  /** `yes`: the unit goes on with what remains. */
  goesOn: string;
  successors: readonly Picked[];
  /** `yes`: the successor takes over the whole unit. */
  whole: string;
  parentId: Picked | undefined;
  name: string;
  code: string;
  kind: string;
  line: string;
  on: string | undefined;
}

export const NO_EVENT: EventValues = {
  what: 'merge',
  effective: undefined,
  'act.number': '',
  'act.date': undefined,
  'act.issuer': '',
  note: '',
  unitId: undefined,
  unitIds: [],
  intoId: undefined,
  intoIds: [],
  goesOn: 'yes',
  successors: [],
  whole: 'yes',
  parentId: undefined,
  name: '',
  code: '',
  kind: 'XA',
  line: 'TERRITORY',
  on: undefined,
};

/** What was wrong in the registry is put right as of before: the unit has to be as it was seen. */
export const isCorrection = (what: string): boolean => what === 'correct' || what === 'correctSuccession';

const idsOf = (picked: readonly Picked[]): string[] => picked.map(({ id }) => id);

function changeOf(values: EventValues, version: number): Schema.UnitEventChangeInput {
  const { unitId, unitIds, intoId, intoIds, goesOn, successors, whole, parentId, name, code, kind, line, on } = values;
  const unit = { unitId: unitId?.id ?? '' };
  // Several units take over parts; one takes over a part or the whole.
  const takers = successors.map(({ id }) => ({ unitId: id, whole: successors.length === 1 && whole === 'yes' }));
  switch (values.what as What) {
    case 'merge':
      return { merge: { unitIds: idsOf(unitIds), intoId: intoId?.id ?? '' } };
    case 'split':
      return { split: { ...unit, intoIds: idsOf(intoIds), goesOn: goesOn === 'yes' } };
    case 'succeed':
      return { succeed: { ...unit, successors: takers } };
    case 'rename':
      return { rename: { ...unit, name } };
    case 'establish':
      return {
        establish: {
          name,
          kind: kind as Schema.UnitKind,
          line: line as Schema.UnitLine,
          code: code || null,
          parentId: parentId?.id ?? null,
        },
      };
    case 'dissolve':
      return { dissolve: unit };
    case 'move':
      return { move: { ...unit, parentId: parentId?.id ?? null } };
    case 'changeKind':
      return { changeKind: { ...unit, kind: kind as Schema.UnitKind } };
    case 'recode':
      return { recode: { ...unit, code: code || null } };
    case 'correct':
      return { correct: { ...unit, on: on ?? '', expectedVersion: version, ...(name && { name }), ...(code && { code }) } };
    case 'correctSuccession':
      return { correctSuccession: { ...unit, on: on ?? '', successors: takers, expectedVersion: version } };
  }
}

/** @param version of the unit, for a correction */
export function eventInput(values: EventValues, version: number): Schema.UnitEventInput {
  return {
    effective: isCorrection(values.what) ? null : (values.effective ?? null),
    act: { number: values['act.number'] || null, date: values['act.date'] ?? null, issuer: values['act.issuer'] || null },
    note: values.note || null,
    changes: [changeOf(values, version)],
  };
}

/** `changes.0.merge.intoId` is the field `intoId` of this form, which has one change; `succeed.successors.1.whole` is of its `successors`. */
export function placeOf(given: Problem): Problem {
  const problem = inInput(given);
  const [first, , , name = ''] = problem.field;
  return first === 'changes' ? { ...problem, field: [name] } : problem;
}
