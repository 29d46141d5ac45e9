import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText, foldText } from '../../shared/text.js';
import type { IdentityKind } from './indicator-kinds.js';
import { IdentityEntity, IdentityPartEntity, IndicatorDefinitionEntity, IndicatorEntity } from './indicator.entity.js';
import { IndicatorErrors } from './indicator.errors.js';
import {
  deleteIndicator,
  endDefinition,
  indicatorOn,
  isCodeTaken,
  isIdentityNamed,
  lockIdentity,
  lockIndicator,
  raiseIndicatorVersion,
  usesOf,
  type DefinitionContent,
  type DefinitionRow,
} from './indicator.store.js';

export interface GivenIndicator extends DefinitionContent {
  readonly code: string;
  readonly validFrom: LocalDate | null;
}

export interface GivenIdentity {
  readonly name: string;
  readonly kind: IdentityKind;
  readonly totalId: Id;
  readonly partIds: readonly Id[];
  readonly note: string | null;
}

interface Seen {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

const CODE = /^[A-Z][A-Z0-9_]{1,59}$/;
/** How many parts each kind has. */
const PARTS: Readonly<Record<IdentityKind, readonly [least: number, most: number]>> = {
  PARTS_TOTAL: [1, 50],
  NOT_MORE: [1, 50],
  CLOSE_OPEN: [1, 1],
  WHOLE_SHARE: [1, 1],
  CHILDREN_PARENT: [0, 0],
};

/** What figures are about: indicators with their definitions over time, and identities between them. They belong to no unit. */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  defineIndicator(actor: Actor, given: GivenIndicator, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'defineIndicator', input: given }, tx => this.defineIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async defineIn(tx: Tx, { code: givenCode, validFrom, ...given }: GivenIndicator): Promise<Id> {
    await this.rights.requireSomewhere(tx, 'indicator.define');
    const code = cleanText(givenCode);
    const problems = new Problems();
    if (!CODE.test(code)) problems.add(IndicatorErrors.INDICATOR_CODE_INVALID({ code }).at('code'));
    else if (await isCodeTaken(tx, code)) problems.add(IndicatorErrors.INDICATOR_CODE_TAKEN({ code }).at('code'));
    const content = cleaned(given);
    await checkRatio(tx, content, problems);
    problems.refuseIfAny();
    const id = newId();
    await tx.manager.insert(IndicatorEntity, { id, code });
    await tx.manager.insert(IndicatorDefinitionEntity, { id: newId(), indicatorId: id, ...content, validity: `[${validFrom ?? ''},)` });
    await tx.audit({ action: 'indicator.defined', object: { type: 'Indicator', id }, after: { code, validFrom, ...content } });
    return id;
  }

  /** From a day on it means something else: figures of later periods are read by the new definition. */
  redefineIndicator(
    actor: Actor,
    { id, expectedVersion, validFrom }: { readonly id: Id; readonly expectedVersion: number; readonly validFrom: LocalDate },
    given: DefinitionContent,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'indicator.define');
      const { version, latest } = await locked(tx, id);
      requireVersion(expectedVersion, version);
      if (latest.validFrom !== null && validFrom <= latest.validFrom)
        throw IndicatorErrors.INDICATOR_REDEFINED_BACKWARDS({ date: validFrom, last: latest.validFrom }).at('validFrom');
      const content = cleaned(given);
      const problems = new Problems();
      await checkRatio(tx, content, problems);
      problems.refuseIfAny();
      await endDefinition(tx, latest.id, validFrom);
      await tx.manager.insert(IndicatorDefinitionEntity, { id: newId(), indicatorId: id, ...content, validity: `[${validFrom},)` });
      await raiseIndicatorVersion(tx, id);
      const before = contentOf(latest);
      await tx.audit({ action: 'indicator.redefined', object: { type: 'Indicator', id }, before, after: { ...content, validFrom } });
      return id;
    });
  }

  /** Corrects the words of the latest definition. How figures are put together is changed by a new definition. */
  correctIndicator(
    actor: Actor,
    { id, expectedVersion, reason }: Seen,
    changes: Change<Pick<DefinitionContent, 'name' | 'measure' | 'definition' | 'basis'>>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'indicator.define');
      const { version, latest } = await locked(tx, id);
      requireVersion(expectedVersion, version);
      const before = contentOf(latest);
      const after = cleaned(changed<DefinitionContent>(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await tx.manager.update(IndicatorDefinitionEntity, { id: latest.id }, after);
      await raiseIndicatorVersion(tx, id);
      await tx.audit({ action: 'indicator.corrected', object: { type: 'Indicator', id }, before, after, reason: cleanText(reason) });
      return id;
    });
  }

  /** Takes back what was entered by mistake, while nothing rests on it. */
  removeIndicator(actor: Actor, { id, expectedVersion, reason }: Seen): Promise<void> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'indicator.define');
      const { version, latest } = await locked(tx, id);
      requireVersion(expectedVersion, version);
      const { figures, others } = await usesOf(tx, id);
      if (figures + others > 0) throw IndicatorErrors.INDICATOR_USED({ figures, others });
      await deleteIndicator(tx, id);
      await tx.audit({
        action: 'indicator.removed',
        object: { type: 'Indicator', id },
        before: contentOf(latest),
        reason: cleanText(reason),
      });
    });
  }

  /** Corrects the words of an identity. One that states something else is removed and defined anew. */
  correctIdentity(actor: Actor, { id, expectedVersion, reason }: Seen, changes: Change<Pick<GivenIdentity, 'name' | 'note'>>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'indicator.define');
      const identity = await lockIdentity(tx, id);
      if (!identity) throw IndicatorErrors.IDENTITY_NOT_FOUND({ id });
      requireVersion(expectedVersion, identity.version);
      const before = { name: identity.name, note: identity.note };
      const given = changed(before, changes);
      const after = { name: cleanText(given.name), note: cleanOrNull(given.note) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      if (foldText(after.name) !== foldText(before.name) && (await isIdentityNamed(tx, after.name)))
        throw IndicatorErrors.IDENTITY_NAME_TAKEN({ name: after.name }).at('name');
      await tx.manager.update(IdentityEntity, { id }, { ...after, version: identity.version + 1 });
      await tx.audit({ action: 'identity.corrected', object: { type: 'Identity', id }, before, after, reason: cleanText(reason) });
      return id;
    });
  }

  defineIdentity(actor: Actor, given: GivenIdentity): Promise<Id> {
    return this.db.tx(actor, tx => this.defineIdentityIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async defineIdentityIn(tx: Tx, given: GivenIdentity): Promise<Id> {
    await this.rights.requireSomewhere(tx, 'indicator.define');
    const { kind, totalId, partIds } = given;
    const [name, note] = [cleanText(given.name), given.note && cleanText(given.note)];
    const problems = new Problems();
    if (await isIdentityNamed(tx, name)) problems.add(IndicatorErrors.IDENTITY_NAME_TAKEN({ name }).at('name'));
    const [least, most] = PARTS[kind];
    if (partIds.length < least || partIds.length > most || partIds.includes(totalId))
      problems.add(IndicatorErrors.IDENTITY_PARTS_WRONG().at('partIds'));
    for (const indicatorId of [totalId, ...partIds])
      if (!(await indicatorOn(tx.query, indicatorId, tx.today))) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id: indicatorId });
    problems.refuseIfAny();
    const id = newId();
    await tx.manager.insert(IdentityEntity, { id, name, kind, totalId, note });
    if (partIds.length > 0)
      await tx.manager.insert(
        IdentityPartEntity,
        partIds.map(indicatorId => ({ identityId: id, indicatorId })),
      );
    await tx.audit({ action: 'identity.defined', object: { type: 'Identity', id }, after: { name, kind, totalId, partIds, note } });
    return id;
  }
}

async function locked(tx: Tx, id: Id): Promise<{ readonly version: number; readonly latest: DefinitionRow }> {
  const found = await lockIndicator(tx, id);
  if (!found) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id });
  return found;
}

async function checkRatio(tx: Tx, { rollUp, numeratorId, denominatorId }: DefinitionContent, problems: Problems): Promise<void> {
  const isRatio = rollUp === 'RATIO_OF_SUMS';
  if (isRatio !== (numeratorId !== null) || isRatio !== (denominatorId !== null))
    problems.add(IndicatorErrors.INDICATOR_RATIO_INCOMPLETE().at('rollUp'));
  for (const [field, id] of Object.entries({ numeratorId, denominatorId })) {
    if (id === null) continue;
    const found = await indicatorOn(tx.query, id, tx.today);
    if (!found) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id });
    if (found.rollUp !== 'SUM' && found.rollUp !== 'LAST')
      problems.add(IndicatorErrors.INDICATOR_RATIO_OF_RATIO({ code: found.code }).at(field));
  }
}

const contentOf = ({
  name,
  measure,
  definition,
  decimals,
  rollUp,
  numeratorId,
  denominatorId,
  basis,
}: DefinitionContent): DefinitionContent => ({
  name,
  measure,
  definition,
  decimals,
  rollUp,
  numeratorId,
  denominatorId,
  basis,
});

const cleaned = (given: DefinitionContent): DefinitionContent => {
  const { name, measure, definition, basis, ...rest } = contentOf(given);
  return { ...rest, name: cleanText(name), measure: cleanText(measure), definition: cleanOrNull(definition), basis: cleanOrNull(basis) };
};

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));
