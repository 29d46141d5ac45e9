import { parsePartialDate, type PartialDate } from '../../shared/dates.js';
import { idOf } from '../../platform/graphql/node.js';
import { DomainError, Problems } from '../../platform/errors/domain-error.js';
import { cleanText } from '../../shared/text.js';
import type { UnitChange, UnitEventDraft, UnitRef } from './unit-changes.js';
import type { UnitEventInput } from './unit-event.graphql.js';
import type { UnitEventChangeInput } from './unit-event.inputs.js';

/**
 * The event that a client's input means.
 * @throws Refusal naming every id that is none, each with its path.
 */
export function draftOf(input: UnitEventInput): UnitEventDraft {
  const problems = new Problems();
  const changes = input.changes.flatMap((change, i) => {
    try {
      return [changeOf(change)];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.add(error.at('changes', i));
      return [];
    }
  });
  problems.refuseIfAny();
  return {
    kind: 'CHANGE',
    effective: partial(input.effective),
    act: {
      number: text(input.act?.number),
      date: input.act?.date ?? null,
      issuer: text(input.act?.issuer),
    },
    note: text(input.note),
    changes,
  };
}

function changeOf(change: UnitEventChangeInput): UnitChange {
  const { establish, rename, changeKind, recode, move, merge, split, succeed, dissolve } = change;
  if (establish) {
    const at = (id: string | null | undefined, field: string): UnitRef | null =>
      id === null || id === undefined ? null : ref(id, 'establish', field);
    return {
      kind: 'establish',
      ref: establish.mark ?? undefined,
      line: establish.line,
      unitKind: establish.kind,
      name: cleanText(establish.name),
      code: text(establish.code),
      parent: at(establish.parentId, 'parentId'),
      territory: at(establish.territoryId, 'territoryId'),
      starts: establish.validFrom === undefined ? undefined : partial(establish.validFrom),
      ends: partial(establish.validTo),
      source: text(establish.source),
    };
  }
  if (rename) return { kind: 'rename', ...changed(rename, 'rename'), name: cleanText(rename.name) };
  if (changeKind) return { kind: 'changeKind', ...changed(changeKind, 'changeKind'), unitKind: changeKind.kind };
  if (recode) return { kind: 'recode', ...changed(recode, 'recode'), code: text(recode.code) };
  if (move) {
    const at = (id: string | null | undefined, field: string): UnitRef | null | undefined => (id ? ref(id, 'move', field) : id);
    return {
      kind: 'move',
      ...changed(move, 'move'),
      parent: at(move.parentId, 'parentId'),
      territory: at(move.territoryId, 'territoryId'),
    };
  }
  if (merge) {
    return {
      kind: 'merge',
      units: merge.unitIds.map((id, i) => ref(id, 'merge', 'unitIds', i)),
      into: ref(merge.intoId, 'merge', 'intoId'),
    };
  }
  if (split) {
    return {
      kind: 'split',
      ...changed(split, 'split'),
      into: split.intoIds.map((id, i) => ref(id, 'split', 'intoIds', i)),
      goesOn: split.goesOn,
    };
  }
  if (succeed) {
    return {
      kind: 'succeed',
      ...changed(succeed, 'succeed'),
      successors: succeed.successors.map(({ unitId, whole }, i) => ({ unit: ref(unitId, 'succeed', 'successors', i, 'unitId'), whole })),
    };
  }
  return { kind: 'dissolve', ...changed(dissolve!, 'dissolve') };
}

function changed(
  change: { unitId: string; expectedVersion?: number | null },
  name: string,
): { unit: UnitRef; expectedVersion: number | undefined } {
  return { unit: ref(change.unitId, name, 'unitId'), expectedVersion: change.expectedVersion ?? undefined };
}

const ref = (id: string, ...path: (string | number)[]): UnitRef => (id.startsWith('#') ? id : idOf('Unit', id, ...path));
const text = (given: string | null | undefined): string | null => (given === null || given === undefined ? null : cleanText(given));
const partial = (given: string | null | undefined): PartialDate | null =>
  given === null || given === undefined ? null : parsePartialDate(given)!;
