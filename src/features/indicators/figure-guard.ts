import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { figureRemarkView, figureTargetView, figureView } from './figure.view.js';
import { IndicatorErrors } from './indicator.errors.js';
import { lockFigure, lockRemark, lockTarget, type FigureRow, type RemarkRow, type TargetRow } from './figure.store.js';

/** Who may do what with a figure, its target and what was said about it. */
@Injectable()
export class FigureGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** The figure, locked. @throws FIGURE_NOT_FOUND for one that the actor does not see, as for an unknown id; OUT_OF_REACH for one that they only see. */
  async require(tx: Tx, id: Id, action: string): Promise<FigureRow> {
    const figure = (await this.scopes.sees(tx, figureView, id)) ? await lockFigure(tx, id) : undefined;
    if (!figure) throw IndicatorErrors.FIGURE_NOT_FOUND({ id });
    await this.rights.require(tx, action, figure.unitId);
    return figure;
  }

  /** The target, locked. */
  async requireTarget(tx: Tx, id: Id): Promise<TargetRow> {
    const target = (await this.scopes.sees(tx, figureTargetView, id)) ? await lockTarget(tx, id) : undefined;
    if (!target) throw IndicatorErrors.FIGURE_TARGET_NOT_FOUND({ id });
    await this.rights.require(tx, 'figure.target', target.unitId);
    return target;
  }

  /** The remark, locked, for its author, and for who approves or explains figures of the unit. @throws FIGURE_REMARK_OF_OTHERS. */
  async requireToSettle(tx: Tx, id: Id): Promise<RemarkRow> {
    const remark = (await this.scopes.sees(tx, figureRemarkView, id)) ? await lockRemark(tx, id) : undefined;
    if (!remark) throw IndicatorErrors.FIGURE_REMARK_NOT_FOUND({ id });
    await this.rights.require(tx, 'figure.remark', remark.unitId);
    if (remark.authorId === tx.actor.id) return remark;
    for (const action of ['figure.approve', 'figure.explain']) {
      const reaches = await this.rights.reaches(tx.actor, action);
      if (!reaches(remark.unitId)) continue;
      await this.rights.require(tx, action, remark.unitId);
      return remark;
    }
    throw IndicatorErrors.FIGURE_REMARK_OF_OTHERS({ author: remark.author });
  }
}
