import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { Scopes } from '../../platform/views/scopes.js';
import { UnitErrors } from '../../features/units/unit.errors.js';
import { UnitsReader } from '../../features/units/units.reader.js';
import { changed, type Change } from '../../shared/change.js';
import { newId, type Id } from '../../shared/ids.js';
import type { Bilingual } from '../../shared/language.js';
import { cleanText, hasForbiddenCharacters } from '../../shared/text.js';
import { SavedQuestions, type SavedArguments } from './saved-question.js';
import { SavedViewEntity } from './saved-view.entity.js';
import { SavedViewErrors } from './saved-view.errors.js';
import type { SavedViewList } from './saved-view.graphql.js';
import { countSavedViews, hasViewNamed, lockSavedView, saveContent, saveUnit, type SavedViewRow } from './saved-view.store.js';
import { savedViewView } from './saved-view.view.js';

interface Content {
  readonly name: string;
  /** JSON in text. */
  readonly arguments: string;
}

const MOST_VIEWS = 200;

/** Saves questions by a name, for their owner and for those with whom they are shared. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
    private readonly questions: SavedQuestions,
  ) {}

  saveView(actor: Actor, lists: SavedViewList, given: Content, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'saveView', input: { lists, ...given } }, async tx => {
      const ownerId = ownerOf(actor);
      const content = { name: cleanText(given.name), arguments: argumentsIn(given.arguments) };
      this.questions.check(lists, content.arguments, actor);
      if ((await countSavedViews(tx, ownerId)) >= MOST_VIEWS) throw SavedViewErrors.SAVED_VIEWS_TOO_MANY({ limit: MOST_VIEWS });
      await refuseTaken(tx, ownerId, content.name, null);
      const id = newId();
      await tx.insert(SavedViewEntity, { id, ownerId, lists, ...content, changedAt: tx.now });
      await tx.audit({ ...entryOf('saved', id, null), after: { lists, ...content } });
      return id;
    });
  }

  editView(actor: Actor, { id, expectedVersion }: Seen, changes: Change<Content>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { name, lists, arguments: kept, unitId, ownerId, version } = await this.ownOf(tx, id);
      requireVersion(expectedVersion, version);
      const before = { name, arguments: kept };
      const after = changed(before, {
        name: changes.name === undefined ? undefined : cleanText(changes.name),
        arguments: changes.arguments === undefined ? undefined : argumentsIn(changes.arguments),
      });
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      this.questions.check(lists, after.arguments, actor);
      if (after.name !== name) await refuseTaken(tx, ownerId, after.name, id);
      // Who shares goes on answering for it at the unit.
      if (unitId !== null) await this.rights.require(tx, 'savedView.share', unitId);
      await saveContent(tx, id, after);
      await tx.audit({ ...entryOf('edited', id, unitId), before, after });
      return id;
    });
  }

  shareView(actor: Actor, { id, expectedVersion }: Seen, withId: Id): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'savedView.share', withId);
      const [unit] = await this.units.onDay(tx, [withId], tx.today);
      if (!unit) throw UnitErrors.UNIT_NOT_FOUND({ id: withId }).at('unitId');
      return this.setUnit(tx, await this.ownOf(tx, id), { id, expectedVersion }, withId);
    });
  }

  /** The view of an account that is blocked is no longer shared once somebody who may share at its unit says so. */
  unshareView(actor: Actor, seen: Seen): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const found = await this.seenOf(tx, seen.id);
      const reaches = await this.rights.reaches(tx.actor, 'savedView.share');
      // Others are refused as for any view: whether the account is blocked is not said to them.
      if (found.ownerIsBlocked && found.unitId !== null && reaches(found.unitId))
        await this.rights.require(tx, 'savedView.share', found.unitId);
      else refuseOthers(tx, found);
      return this.setUnit(tx, found, seen, null);
    });
  }

  removeView(actor: Actor, { id, expectedVersion }: Seen): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { name, lists, arguments: kept, unitId, version } = await this.ownOf(tx, id);
      requireVersion(expectedVersion, version);
      await tx.manager.delete(SavedViewEntity, { id });
      await tx.audit({ ...entryOf('removed', id, unitId), before: { name, lists, arguments: kept, unitId } });
      return id;
    });
  }

  /** @throws SAVED_VIEW_NOT_FOUND for one that the actor does not see, as for an unknown id; SAVED_VIEW_OF_OTHERS. */
  private async ownOf(tx: Tx, id: Id): Promise<SavedViewRow> {
    const found = await this.seenOf(tx, id);
    refuseOthers(tx, found);
    return found;
  }

  private async seenOf(tx: Tx, id: Id): Promise<SavedViewRow> {
    const found = (await this.scopes.sees(tx, savedViewView, id)) ? await lockSavedView(tx, id) : undefined;
    if (!found) throw SavedViewErrors.SAVED_VIEW_NOT_FOUND({ id });
    return found;
  }

  private async setUnit(tx: Tx, { unitId, version }: SavedViewRow, { id, expectedVersion }: Seen, withId: Id | null): Promise<Id> {
    requireVersion(expectedVersion, version);
    if (unitId === withId) return tx.unchanged(id);
    await saveUnit(tx, id, withId);
    const done = withId === null ? 'unshared' : 'shared';
    await tx.audit({ ...entryOf(done, id, withId ?? unitId), before: { unitId }, after: { unitId: withId } });
    return id;
  }
}

function refuseOthers(tx: Tx, { ownerId, owner }: SavedViewRow): void {
  if (ownerId !== tx.actor.id) throw SavedViewErrors.SAVED_VIEW_OF_OTHERS({ owner });
}

interface Seen {
  readonly id: Id;
  readonly expectedVersion: number;
}

const entryOf = (done: string, id: Id, unitId: Id | null) => ({ action: `savedView.${done}`, object: { type: 'SavedView', id }, unitId });

function ownerOf({ kind, id }: Actor): Id {
  if (kind !== 'ACCOUNT' || id === null) throw PlatformErrors.ACCOUNT_NEEDED();
  return id;
}

async function refuseTaken(tx: Tx, ownerId: Id, name: string, self: Id | null): Promise<void> {
  if (await hasViewNamed(tx, ownerId, name, self)) throw SavedViewErrors.SAVED_VIEW_NAME_TAKEN().at('name');
}

const UNWRITABLE: Bilingual = {
  vi: 'có ký tự điều khiển hoặc ký tự hỏng, hãy gõ lại',
  en: 'it has a control character or a broken one, type it again',
};

function argumentsIn(text: string): SavedArguments {
  let [given, unwritable]: [unknown, string | undefined] = [undefined, undefined];
  try {
    given = JSON.parse(text, (name, value: unknown) => {
      if (typeof value === 'string' && hasForbiddenCharacters(value)) unwritable ??= name;
      return value;
    });
  } catch {
    // Refused below.
  }
  if (unwritable !== undefined)
    throw SavedViewErrors.SAVED_VIEW_ARGUMENTS_INVALID({ path: unwritable, why: { value: UNWRITABLE.en, ...UNWRITABLE } }).at('arguments');
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as SavedArguments;
  throw SavedViewErrors.SAVED_VIEW_ARGUMENTS_NOT_JSON({ example: '{"filter": {"state": ["RECOGNISED"]}}' }).at('arguments');
}
