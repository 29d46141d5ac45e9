import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Records } from '../../platform/records/records.service.js';
import { Scopes } from '../../platform/views/scopes.js';
import { newId, type Id } from '../../shared/ids.js';
import { SectorErrors } from './sector.errors.js';
import { themeView } from './sector.view.js';
import { ThemeEntity } from './theme.entity.js';
import { enterTheme, setAside, themeNamed } from './theme.store.js';

/** Why a theme ends that only drafts out of sight had. */
const SAME_NAME = 'Trùng tên với chuyên đề trong danh mục';

/**
 * Names in the dictionary of themes. One that only drafts have which the actor does not see is free for them: the theme of the dictionary takes the name,
 * and the drafts have that theme from then on. So no answer, version or history says that such a draft exists.
 */
@Injectable()
export class ThemeNames {
  constructor(
    private readonly scopes: Scopes,
    private readonly records: Records,
  ) {}

  /** A theme of this name in the dictionary: a new one, or the one of a draft that the actor sees. @throws THEME_TAKEN */
  async enter(tx: Tx, name: string): Promise<Id> {
    const drafted = await themeNamed(tx, name);
    if (drafted && !drafted.listed && (await this.scopes.sees(tx, themeView, drafted.id))) {
      await enterTheme(tx, drafted.id, name);
      return drafted.id;
    }
    const id = newId();
    await this.take(tx, { id, name, reason: SAME_NAME }, () => tx.manager.insert(ThemeEntity, { id, name, listed: true }));
    return id;
  }

  /** @param write gives the theme `id` the name. @throws THEME_TAKEN */
  async take(tx: Tx, { id, name, reason }: { id: Id; name: string; reason: string }, write: () => Promise<unknown>): Promise<void> {
    const taken = await themeNamed(tx, name, id);
    if (taken && (taken.listed || (await this.scopes.sees(tx, themeView, taken.id))))
      throw SectorErrors.THEME_TAKEN({ name: taken.name }).at('name');
    if (taken) await setAside(tx, taken.id);
    await write();
    if (taken) await this.records.absorb(tx, { type: 'Theme', id: taken.id, reason }, id);
  }
}
