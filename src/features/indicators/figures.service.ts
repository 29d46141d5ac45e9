import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Problems, Refusal, type DomainError } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { Exact } from '../../shared/exact.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { FigureGuard } from './figure-guard.js';
import type { FigurePlace } from './figure-place.js';
import { readFigure, type Qualifier } from './figure-reading.js';
import { FigureEntity } from './figure.entity.js';
import { figureLifecycle, type FigureState } from './figure.lifecycle.js';
import { IndicatorErrors } from './indicator.errors.js';
import { figureLike, lockSource, openResidual, rememberMarks, saveExplanation, type FigureRow } from './figure.store.js';
import { indicatorOn, isIdentity } from './indicator.store.js';

/** What is copied from the paper. `reading` is given only where the text leaves it open. */
export interface FigureContent {
  readonly raw: string;
  readonly reading: string | null;
  readonly source: string;
  readonly page: string | null;
  readonly note: string | null;
}

export type GivenFigure = FigureContent & FigurePlace;

interface Seen {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Figures of units: reported as printed, approved or returned by somebody else, explained where they do not add up. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly guard: FigureGuard,
    private readonly units: UnitsReader,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  reportFigure(actor: Actor, given: GivenFigure, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'reportFigure', input: given }, tx => this.reportIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async reportIn(tx: Tx, given: GivenFigure): Promise<Id> {
    const { indicatorId, unitId, covers } = given;
    await this.rights.require(tx, 'figure.report', unitId);
    const [starts, ends] = [given.starts?.text ?? null, given.ends.text];
    const problems = new Problems();
    await this.checkPeriod(tx, given, problems);
    if (await figureLike(tx, { indicatorId, unitId, covers, starts, ends })) problems.add(IndicatorErrors.FIGURE_TAKEN().at('indicatorId'));
    problems.refuseIfAny();
    const content = cleaned(given);
    const { sourceId, reading, qualifier } = await this.read(tx, { ...content, indicatorId, unitId, lastDay: given.ends.latest });
    const id = newId();
    const period = `[${given.starts?.earliest ?? ''},${given.ends.latest}]`;
    const { raw, page, note } = content;
    const row = { indicatorId, unitId, covers, starts, ends, raw, reading, qualifier, page, note, state: 'REPORTED' } as const;
    await tx.manager.insert(FigureEntity, {
      id,
      ...row,
      sourceId,
      period,
      returnReason: null,
      reportedBy: tx.actor.id,
      recordedOn: tx.today,
    });
    await tx.audit({ action: 'figure.reported', object: { type: 'Figure', id }, unitId, after: { ...row, source: content.source } });
    return id;
  }

  /** A corrected figure is reported anew, and has to be approved again. */
  correctFigure(actor: Actor, { id, expectedVersion, reason }: Seen, changes: Change<FigureContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const figure = await this.guard.require(tx, id, 'figure.report');
      requireVersion(expectedVersion, figure.version);
      const before = { ...contentOf(figure), reading: figure.reading };
      const content = cleaned(changed({ ...before, reading: changes.raw === undefined ? figure.reading : null }, changes));
      const read = await this.read(tx, { ...content, indicatorId: figure.indicatorId, unitId: figure.unitId, lastDay: figure.lastDay });
      const { sourceId, reading, qualifier } = read;
      const after = { ...content, reading };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      refuseBlocked('correct', figure, false);
      const { raw, page, note } = content;
      const row = {
        raw,
        reading,
        qualifier,
        page,
        note,
        sourceId,
        state: 'REPORTED',
        returnReason: null,
        reportedBy: tx.actor.id,
      } as const;
      await tx.manager.update(FigureEntity, { id }, { ...row, version: figure.version + 1 });
      const entry = { before: { ...before, state: figure.state }, after: { ...after, state: 'REPORTED' }, reason: cleanText(reason) };
      await tx.audit({ action: 'figure.corrected', object: { type: 'Figure', id }, unitId: figure.unitId, ...entry });
      return id;
    });
  }

  /** Approves all of them or, with every problem named, none. */
  approveFigures(actor: Actor, ids: readonly Id[]): Promise<readonly Id[]> {
    return this.db.tx(actor, tx => this.approveIn(tx, ids));
  }

  /** The same within the caller’s transaction. */
  async approveIn(tx: Tx, ids: readonly Id[]): Promise<readonly Id[]> {
    const problems = new Problems();
    for (const id of [...ids].toSorted()) {
      const figure = await this.guard.require(tx, id, 'figure.approve');
      const blocked = blockedBy('approve', figure, isOwn(tx, figure));
      for (const error of blocked) problems.add(error.at('ids', String(ids.indexOf(id))));
      if (blocked.length === 0) await this.setState(tx, figure, 'APPROVED', null);
    }
    problems.refuseIfAny();
    return ids;
  }

  returnFigure(actor: Actor, { id, expectedVersion, reason }: Seen): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const figure = await this.guard.require(tx, id, 'figure.approve');
      requireVersion(expectedVersion, figure.version);
      refuseBlocked('return', figure, isOwn(tx, figure));
      await this.setState(tx, figure, 'RETURNED', cleanText(reason));
      return id;
    });
  }

  /** Says why an identity does not hold at its total. It is said of this residual: a later one is not explained by it. */
  explainResidual(actor: Actor, { identityId, figureId, text: given }: { identityId: Id; figureId: Id; text: string }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const figure = await this.guard.require(tx, figureId, 'figure.explain');
      if (!(await isIdentity(tx, identityId))) throw IndicatorErrors.IDENTITY_NOT_FOUND({ id: identityId });
      const residual = await openResidual(tx, identityId, figureId);
      if (residual === undefined) throw IndicatorErrors.RESIDUAL_NOTHING_TO_EXPLAIN().at('identityId');
      const text = cleanText(given);
      await saveExplanation(tx, { identityId, figureId, residual, text });
      const after = { identityId, residual, text };
      await tx.audit({ action: 'figure.explained', object: { type: 'Figure', id: figureId }, unitId: figure.unitId, after });
      return figureId;
    });
  }

  private async setState(
    tx: Tx,
    { id, unitId, state: before, version }: FigureRow,
    state: FigureState,
    reason: string | null,
  ): Promise<void> {
    await tx.manager.update(FigureEntity, { id }, { state, returnReason: reason, version: version + 1 });
    const action = state === 'APPROVED' ? 'figure.approved' : 'figure.returned';
    await tx.audit({ action, object: { type: 'Figure', id }, unitId, before: { state: before }, after: { state }, reason });
  }

  private async checkPeriod(tx: Tx, { unitId, starts, ends }: GivenFigure, problems: Problems): Promise<void> {
    const first = starts?.earliest ?? null;
    if (first !== null && first > ends.latest)
      problems.add(IndicatorErrors.FIGURE_PERIOD_BACKWARDS({ starts: starts!.text, ends: ends.text }).at('ends'));
    if ((ends.earliest ?? ends.latest) > tx.today) problems.add(IndicatorErrors.FIGURE_PERIOD_IN_FUTURE({ ends: ends.text }).at('ends'));
    const unit = await this.units.within(tx, unitId, { first: first !== null && first > ends.latest ? null : first, last: ends.latest });
    if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId'));
    else if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: ends.text }).at('unitId'));
  }

  /** Reads the text by the definition of the last day, and remembers the marks of its source. */
  private async read(
    tx: Tx,
    given: FigureContent & { readonly indicatorId: Id; readonly unitId: Id; readonly lastDay: LocalDate },
  ): Promise<{ sourceId: Id; reading: string; qualifier: Qualifier }> {
    const { raw, source: title, indicatorId } = given;
    const indicator = await indicatorOn(tx.query, indicatorId, given.lastDay);
    if (!indicator) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id: indicatorId });
    const source = await lockSource(tx, newId(), given.unitId, title);
    const percent = indicator.measure.includes('%');
    const found = readFigure(raw, { decimals: indicator.decimals, percent }, source.marks, given.reading);
    if (found.kind === 'unreadable') throw IndicatorErrors.FIGURE_UNREADABLE({ raw }).at('raw');
    if (found.kind === 'unsure')
      throw IndicatorErrors.FIGURE_READING_UNSURE({ raw, readings: found.readings, source: title }).at('reading');
    if (found.kind === 'other')
      throw IndicatorErrors.FIGURE_READING_OTHER({ raw, reading: given.reading!, readings: found.readings }).at('reading');
    if (percent && Exact.read(found.reading).compare(Exact.of(100)) > 0) throw IndicatorErrors.FIGURE_PERCENT_TOO_LARGE({ raw }).at('raw');
    await rememberMarks(tx, source.id, found.marks);
    return { sourceId: source.id, reading: found.reading, qualifier: found.qualifier };
  }
}

/** Somebody’s own figure: the account that acts reported it, or the person on whose behalf it acts did. */
const isOwn = (tx: Tx, { reportedBy }: FigureRow): boolean =>
  reportedBy !== null && (tx.actor.id === reportedBy || (tx.mayActFor?.some(({ id }) => id === reportedBy) ?? false));

const blockedBy = (action: keyof typeof figureLifecycle.transitions, { state }: FigureRow, own: boolean): DomainError[] =>
  figureLifecycle.check(action, state, { own }).map(({ code, params }) => errorOf(code, params));

function refuseBlocked(action: keyof typeof figureLifecycle.transitions, figure: FigureRow, own: boolean): void {
  const blocked = blockedBy(action, figure, own);
  if (blocked.length > 0) throw new Refusal(blocked);
}

const contentOf = ({ raw, reading, source, page, note }: FigureContent): FigureContent => ({ raw, reading, source, page, note });

const cleaned = ({ raw, reading, source, page, note }: FigureContent): FigureContent => ({
  raw: cleanText(raw),
  reading,
  source: cleanText(source),
  page: page && cleanText(page),
  note: note && cleanText(note),
});
