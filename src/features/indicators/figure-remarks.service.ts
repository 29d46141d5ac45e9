import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { FigureGuard } from './figure-guard.js';
import { FigureRemarkEntity } from './figure-remark.entity.js';
import { IndicatorErrors } from './indicator.errors.js';

export interface GivenRemark {
  readonly figureId: Id;
  readonly text: string;
  readonly followUp: boolean;
}

/** What people say about figures, and marks to follow up. */
@Injectable()
export class FigureRemarksService {
  constructor(
    private readonly db: Database,
    private readonly guard: FigureGuard,
  ) {}

  remarkOnFigure(actor: Actor, given: GivenRemark, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'remarkOnFigure', input: given }, async tx => {
      const { figureId, followUp } = given;
      const { unitId } = await this.guard.require(tx, figureId, 'figure.remark');
      const id = newId();
      const row = { figureId, text: cleanText(given.text), followUp };
      await tx.manager.insert(FigureRemarkEntity, { id, ...row, unitId, author: tx.actor.name, authorId: tx.actor.id, saidOn: tx.today });
      await tx.audit({ action: 'figureRemark.added', object: { type: 'FigureRemark', id }, unitId, after: row });
      return id;
    });
  }

  /** Says what came of a mark to follow up: its author does, or who approves or explains figures of the unit. */
  settleFigureRemark(actor: Actor, given: { readonly id: Id; readonly expectedVersion: number; readonly outcome: string }): Promise<Id> {
    const { id, expectedVersion } = given;
    return this.db.tx(actor, async tx => {
      const { unitId, followUp, settledOn, version } = await this.guard.requireToSettle(tx, id);
      requireVersion(expectedVersion, version);
      if (!followUp || settledOn !== null) throw IndicatorErrors.FIGURE_REMARK_NOT_OPEN().at('id');
      const after = { settledOn: tx.today, outcome: cleanText(given.outcome) };
      await tx.manager.update(FigureRemarkEntity, { id }, { ...after, version: version + 1 });
      await tx.audit({ action: 'figureRemark.settled', object: { type: 'FigureRemark', id }, unitId, after });
      return id;
    });
  }
}
