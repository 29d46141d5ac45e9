import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { SectorEntity } from './sector.entity.js';
import { SectorErrors } from './sector.errors.js';
import { ThemeEntity } from './theme.entity.js';

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
/** After all sectors there are. */
const NEXT_ORDINAL = (): string => '(select coalesce(max(ordinal), 0) + 1 from sector)';

/** What changes what it says. */
const CONTENT_ACTIONS = ['theme.renamed', 'theme.versionRestored'];

/** The two dictionaries of the movement: dated sectors, and free themes. */
@Injectable()
export class SectorsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
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
      const [taken] = await tx.query(`select from sector where code = $1 and validity && $2::daterange`, [code, validity]);
      if (taken) throw SectorErrors.SECTOR_CODE_TAKEN({ code }).at('code');
      const id = newId();
      await tx.manager.insert(SectorEntity, { id, code, name, validity, basis, ordinal: NEXT_ORDINAL });
      for (const [i, other] of given.comparesWith.entries()) {
        const [known] = await tx.query(`select from sector where id = $1`, [other]);
        if (!known) throw SectorErrors.SECTOR_NOT_FOUND({ id: other }).at('comparesWithIds', i);
        await tx.query(`insert into sector_mapping (sector_id, compares_with_id) values ($1, $2) on conflict do nothing`, [id, other]);
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
      const [sector] = await tx.query<{ from: LocalDate | null; to: LocalDate | null; version: number }>(
        `select lower(validity) as "from", upper(validity) as "to", version from sector where id = $1 for update`,
        [id],
      );
      if (!sector) throw SectorErrors.SECTOR_NOT_FOUND({ id });
      requireVersion(expectedVersion, sector.version);
      const to = addDays(validTo, 1);
      if (sector.from !== null && sector.from >= to) throw SectorErrors.SECTOR_ENDS_BEFORE_IT_STARTS().at('validTo');
      await tx.query(`update sector set validity = daterange(lower(validity), $2::date), version = version + 1 where id = $1`, [id, to]);
      const before = { validTo: sector.to === null ? null : addDays(sector.to, -1) };
      await tx.audit({ action: 'sector.ended', object: { type: 'Sector', id }, before, after: { validTo } });
      return id;
    });
  }

  addTheme(actor: Actor, given: string): Promise<Id> {
    const name = cleanText(given);
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'theme.edit');
      await refuseTaken(tx, name);
      const id = newId();
      await tx.manager.insert(ThemeEntity, { id, name });
      await auditAdded(tx, id, name);
      return id;
    });
  }

  /** The theme of this name within the caller's transaction: the one there is, whatever its marks and case, or a new one. */
  async themeIn(tx: Tx, given: string): Promise<Id> {
    const name = cleanText(given);
    const known = async (): Promise<Id | undefined> =>
      (await tx.query<{ id: Id }>(`select id from theme where folded = fold($1)`, [name]))[0]?.id;
    const there = await known();
    if (there) return there;
    const id = newId();
    // Somebody may be adding it at this moment: theirs is waited for, and taken.
    const [added] = await tx.query(`insert into theme (id, name) values ($1, $2) on conflict do nothing returning id`, [id, name]);
    if (!added) return (await known())!;
    await auditAdded(tx, id, name);
    return id;
  }

  renameTheme(actor: Actor, given: { id: Id; name: string; expectedVersion: number }): Promise<Id> {
    const renamed = { ...given, done: 'renamed', reason: null } as const;
    return this.rename(actor, renamed, async () => cleanText(given.name));
  }

  /** Gives a theme the name again that it had right after one of its changes. */
  restoreTheme(actor: Actor, given: { id: Id; changeId: Id; expectedVersion: number; reason: string }): Promise<Id> {
    const { id, changeId, reason } = given;
    const restored = { ...given, done: 'versionRestored', reason: cleanText(reason) } as const;
    return this.rename(
      actor,
      restored,
      async (tx, name) => (await versionAfter(tx, { type: 'Theme', id, changeId, actions: CONTENT_ACTIONS }, { name })).name,
    );
  }

  private rename(
    actor: Actor,
    { id, expectedVersion, done, reason }: { id: Id; expectedVersion: number; done: string; reason: string | null },
    nameOf: (tx: Tx, name: string) => Promise<string>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.requireSomewhere(tx, 'theme.edit');
      const [theme] = await tx.query<{ name: string; version: number }>(`select name, version from theme where id = $1 for update`, [id]);
      if (!theme) throw SectorErrors.THEME_NOT_FOUND({ id });
      requireVersion(expectedVersion, theme.version);
      const name = await nameOf(tx, theme.name);
      await refuseTaken(tx, name, id);
      await tx.query(`update theme set name = $2, version = version + 1 where id = $1`, [id, name]);
      const told = { before: { name: theme.name }, after: { name }, reason };
      await tx.audit({ action: `theme.${done}`, object: { type: 'Theme', id }, ...told });
      return id;
    });
  }
}

const auditAdded = (tx: Tx, id: Id, name: string): Promise<void> =>
  tx.audit({ action: 'theme.added', object: { type: 'Theme', id }, after: { name } });

async function refuseTaken(tx: Tx, name: string, except: Id | null = null): Promise<void> {
  const [taken] = await tx.query<{ name: string }>(`select name from theme where folded = fold($1) and id is distinct from $2`, [
    name,
    except,
  ]);
  if (taken) throw SectorErrors.THEME_TAKEN({ name: taken.name }).at('name');
}
