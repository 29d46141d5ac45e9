import { parsePartialDate, type PartialDate } from '../../shared/dates.js';
import { idOf } from '../../platform/graphql/node.js';
import { DomainError, Problems } from '../../platform/errors/domain-error.js';
import { cleanText } from '../../shared/text.js';
import type { SuccessorRef, UnitChange, UnitEventDraft, UnitRef } from './unit-changes.js';
import type { UnitEventInput } from './unit-event.graphql.js';
import type { UnitEventChangeInput } from './unit-event.inputs.js';
import { foldBlanks } from './unit-rules.js';
import type { SuccessorInput } from './unit-successor.input.js';

/** @throws Refusal with every invalid id of the input, each with its path. */
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
  const confirmed = (input.confirmed ?? []).flatMap((id, i) => {
    try {
      return [unitRef(id, 'confirmed', i)];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.add(error);
      return [];
    }
  });
  problems.refuseIfAny();
  return {
    kind: 'CHANGE',
    effective: partialDate(input.effective),
    act: {
      number: cleanOrNull(input.act?.number),
      date: input.act?.date ?? null,
      issuer: cleanOrNull(input.act?.issuer),
    },
    note: cleanOrNull(input.note),
    confirmed,
    changes,
  };
}

function changeOf(change: UnitEventChangeInput): UnitChange {
  const { establish, rename, changeKind, recode, correct, correctSuccession, move, merge, split, succeed, dissolve } = change;
  if (establish) {
    const place = (id: string | null | undefined, field: string): UnitRef | null =>
      id === null || id === undefined ? null : unitRef(id, 'establish', field);
    return {
      kind: 'establish',
      ref: establish.mark ?? undefined,
      line: establish.line,
      unitKind: establish.kind,
      name: foldBlanks(establish.name),
      code: cleanOrNull(establish.code),
      parent: place(establish.parentId, 'parentId'),
      territory: place(establish.territoryId, 'territoryId'),
      starts: establish.validFrom === undefined ? undefined : partialDate(establish.validFrom),
      ends: partialDate(establish.validTo),
      source: cleanOrNull(establish.source),
    };
  }
  if (rename) return { kind: 'rename', ...unitAndVersion(rename, 'rename'), name: foldBlanks(rename.name) };
  if (changeKind) return { kind: 'changeKind', ...unitAndVersion(changeKind, 'changeKind'), unitKind: changeKind.kind };
  if (recode) return { kind: 'recode', ...unitAndVersion(recode, 'recode'), code: cleanOrNull(recode.code) };
  if (correct) {
    const { on, name, kind, code, expectedVersion } = correct;
    const right = { name: name && foldBlanks(name), unitKind: kind, code: code && cleanText(code) };
    return { kind: 'correct', unit: unitRef(correct.unitId, 'correct', 'unitId'), on, expectedVersion, ...right };
  }
  if (correctSuccession) {
    const { on, expectedVersion } = correctSuccession;
    const staying = (correctSuccession.staying ?? []).map((id, i) => unitRef(id, 'correctSuccession', 'staying', i));
    const successors = successorRefs(correctSuccession.successors, 'correctSuccession');
    const unit = unitRef(correctSuccession.unitId, 'correctSuccession', 'unitId');
    return { kind: 'correctSuccession', unit, on: parsePartialDate(on)!, successors, staying, expectedVersion };
  }
  if (move) {
    const place = (id: string | null | undefined, field: string): UnitRef | null | undefined => (id ? unitRef(id, 'move', field) : id);
    return {
      kind: 'move',
      ...unitAndVersion(move, 'move'),
      parent: place(move.parentId, 'parentId'),
      territory: place(move.territoryId, 'territoryId'),
    };
  }
  if (merge) {
    return {
      kind: 'merge',
      units: merge.unitIds.map((id, i) => unitRef(id, 'merge', 'unitIds', i)),
      into: unitRef(merge.intoId, 'merge', 'intoId'),
    };
  }
  if (split) {
    return {
      kind: 'split',
      ...unitAndVersion(split, 'split'),
      into: split.intoIds.map((id, i) => unitRef(id, 'split', 'intoIds', i)),
      goesOn: split.goesOn,
    };
  }
  if (succeed) {
    return { kind: 'succeed', ...unitAndVersion(succeed, 'succeed'), successors: successorRefs(succeed.successors, 'succeed') };
  }
  return { kind: 'dissolve', ...unitAndVersion(dissolve!, 'dissolve') };
}

const successorRefs = (given: readonly SuccessorInput[], name: string): SuccessorRef[] =>
  given.map(({ unitId, whole }, i) => ({ unit: unitRef(unitId, name, 'successors', i, 'unitId'), whole }));

function unitAndVersion(
  change: { unitId: string; expectedVersion?: number | null },
  name: string,
): { unit: UnitRef; expectedVersion: number | undefined } {
  return { unit: unitRef(change.unitId, name, 'unitId'), expectedVersion: change.expectedVersion ?? undefined };
}

const unitRef = (id: string, ...path: (string | number)[]): UnitRef => (id.startsWith('#') ? id : idOf('Unit', id, ...path));
const cleanOrNull = (given: string | null | undefined): string | null => (given === null || given === undefined ? null : cleanText(given));
const partialDate = (given: string | null | undefined): PartialDate | null =>
  given === null || given === undefined ? null : parsePartialDate(given)!;
