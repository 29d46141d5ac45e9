import type { Schema } from '#documents/unit-events';
import { inInput, type Problem } from '../../api/problem.js';
import type { Picked } from '../../ui/finder.js';

export type What = 'merge' | 'rename' | 'establish' | 'dissolve' | 'move' | 'changeKind' | 'recode';

export interface EventValues {
  what: string;
  effective: string | undefined;
  'act.number': string;
  'act.date': string | undefined;
  'act.issuer': string;
  note: string;
  unitId: Picked | undefined;
  intoId: Picked | undefined;
  parentId: Picked | undefined;
  name: string;
  code: string;
  kind: string;
  line: string;
}

export const NO_EVENT: EventValues = {
  what: 'merge',
  effective: undefined,
  'act.number': '',
  'act.date': undefined,
  'act.issuer': '',
  note: '',
  unitId: undefined,
  intoId: undefined,
  parentId: undefined,
  name: '',
  code: '',
  kind: 'XA',
  line: 'TERRITORY',
};

function changeOf({ what, unitId, intoId, parentId, name, code, kind, line }: EventValues): Schema.UnitEventChangeInput {
  const unit = { unitId: unitId?.id ?? '' };
  switch (what as What) {
    case 'merge':
      return { merge: { unitIds: [unit.unitId], intoId: intoId?.id ?? '' } };
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
  }
}

export function eventInput(values: EventValues): Schema.UnitEventInput {
  return {
    effective: values.effective ?? null,
    act: { number: values['act.number'] || null, date: values['act.date'] ?? null, issuer: values['act.issuer'] || null },
    note: values.note || null,
    changes: [changeOf(values)],
  };
}

/** `changes.0.merge.intoId` is the field `intoId` of this form, which has one change. */
export function placeOf(given: Problem): Problem {
  const problem = inInput(given);
  if (problem.field[0] !== 'changes') return problem;
  const name = problem.field.toReversed().find(part => !/^\d+$/.test(part)) ?? '';
  return { ...problem, field: [name === 'unitIds' ? 'unitId' : name] };
}
