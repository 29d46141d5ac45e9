import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { SectorUses } from './sector-uses.port.js';
import { themeView } from './sector.view.js';
import { SectorErrors } from './sector.errors.js';
import { endValidity, insertMapping, insertSector, isCodeTaken, lockSector } from './sector.store.js';
import { SectorsReader } from './sectors.reader.js';
import { ThemeNames } from './theme-names.js';
import { insertThemeUnlessTaken, lockTheme, setThemeName, themeToGive } from './theme.store.js';

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;

/** The actions of the audit trail that change the name of a theme; `theme.renamed` is what a correction was called first. */
const CONTENT_ACTIONS = ['theme.corrected', 'theme.renamed', 'theme.versionRestored'];

/** Commands on the two dictionaries of the movement: dated sectors and free themes. */
@Injectable()
export class SectorsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly reader: SectorsReader,
    private readonly uses: SectorUses,
    private readonly scopes: Scopes,
    private readonly names: ThemeNames,
  ) {}

  addSector(
    actor: Actor,
    given: { code: string; name: string; validFrom: LocalDate | null; basis: string; comparesWith: readonly Id[] },
  ): Promise<Id> {
    const { code, validFrom } = given;
    if (!CODE.test(code)) throw SectorErrors.SECTOR_CODE_INVALID().at('code');
    const name = cleanText(given.name);
    const basis = cleanText(given.basis);
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'sector.edit', null);
      const validity = `[${validFrom ?? ''},)`;
      if (await isCodeTaken(tx, code, validity)) throw SectorErrors.SECTOR_CODE_TAKEN({ code }).at('code');
      const id = newId();
      await insertSector(tx, { id, code, name, validity, basis });
      for (const [i, other] of given.comparesWith.entries()) {
        if (!(await this.reader.existsIn(tx, other))) throw SectorErrors.SECTOR_NOT_FOUND({ id: other }).at('comparesWithIds', i);
        await insertMapping(tx, id, other);
      }
      const after = { code, name, validFrom, basis, comparesWith: given.comparesWith };
      await tx.audit({ action: 'sector.added', object: { type: 'Sector', id }, after });
      return id;
    });
  }

  endSector(actor: Actor, given: { id: Id; validTo: LocalDate; expectedVersion: number }): Promise<Id> {
    const { id, validTo, expectedVersion } = given;
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'sector.edit', null);
      const sector = await lockSector(tx, id);
      if (!sector) throw SectorErrors.SECTOR_NOT_FOUND({ id });
      requireVersion(expectedVersion, sector.version);
      const to = addDays(validTo, 1);
      if (to === sector.to) return tx.unchanged(id);
      if (sector.from !== null && sector.from >= to) throw SectorErrors.SECTOR_ENDS_BEFORE_IT_STARTS().at('validTo');
      const later = await this.uses.usedAfter(tx.query, id, validTo);
      if (later > 0) throw SectorErrors.SECTOR_USED_LATER({ count: later, date: validTo }).at('validTo');
      await endValidity(tx, id, to);
      const before = { validTo: sector.to === null ? null : addDays(sector.to, -1) };
      await tx.audit({ action: 'sector.ended', object: { type: 'Sector', id }, before, after: { validTo } });
      return id;
    });
  }

  addTheme(actor: Actor, given: string): Promise<Id> {
    const name = cleanText(given);
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'theme.edit');
      const id = await this.names.enter(tx, name);
      await auditAdded(tx, id, name);
      return id;
    });
  }

  /** Within the caller’s transaction: the existing theme of this name, compared without marks and case, or a new one, which is not listed yet. */
  async themeIn(tx: Tx, given: string): Promise<Id> {
    const name = cleanText(given);
    const existing = await themeToGive(tx, name);
    if (existing) return existing;
    const id = newId();
    // If another transaction is adding the same theme, this insert waits for it and then uses that theme.
    if (!(await insertThemeUnlessTaken(tx, id, name))) return (await themeToGive(tx, name))!;
    await auditAdded(tx, id, name);
    return id;
  }

  correctTheme(actor: Actor, given: { id: Id; name: string; expectedVersion: number; reason: string }): Promise<Id> {
    const corrected = { ...given, action: 'corrected', reason: cleanText(given.reason) } as const;
    return this.rename(actor, corrected, async () => cleanText(given.name));
  }

  /** Restores the name that the theme had right after one of its changes. */
  restoreTheme(actor: Actor, given: { id: Id; changeId: Id; expectedVersion: number; reason: string }): Promise<Id> {
    const { id, changeId, reason } = given;
    const restored = { ...given, action: 'versionRestored', reason: cleanText(reason) } as const;
    return this.rename(
      actor,
      restored,
      async (tx, name) => (await versionAfter(tx, { type: 'Theme', id, changeId, actions: CONTENT_ACTIONS }, { name })).name,
    );
  }

  private rename(
    actor: Actor,
    { id, expectedVersion, action, reason }: { id: Id; expectedVersion: number; action: string; reason: string },
    nameOf: (tx: Tx, name: string) => Promise<string>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'theme.edit');
      const theme = (await this.scopes.sees(tx, themeView, id)) && (await lockTheme(tx, id));
      if (!theme) throw SectorErrors.THEME_NOT_FOUND({ id });
      requireVersion(expectedVersion, theme.version);
      const name = await nameOf(tx, theme.name);
      if (name === theme.name) return tx.unchanged(id);
      await this.names.take(tx, { id, name, reason }, () => setThemeName(tx, id, name));
      const change = { before: { name: theme.name }, after: { name }, reason };
      await tx.audit({ action: `theme.${action}`, object: { type: 'Theme', id }, ...change });
      return id;
    });
  }
}

const auditAdded = (tx: Tx, id: Id, name: string): Promise<void> =>
  tx.audit({ action: 'theme.added', object: { type: 'Theme', id }, after: { name } });
