import { Injectable } from '@nestjs/common';
import { CriteriaSetsService } from '../../features/criteria/criteria-sets.service.js';
import { daLat2017, dakNong2023, provincialCommittee2021 } from '../../features/criteria/known-sets/checklist-sets.js';
import { canTho2025, illustrativeSet, regulation366 } from '../../features/criteria/known-sets/point-sets.js';
import type { UnitChange } from '../../features/units/unit-changes.js';
import { UnitEventsService } from '../../features/units/unit-events.service.js';
import { holdsUnits, lockTree } from '../../features/units/unit-ledger.store.js';
import { systemActor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate, type PartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { IllustratedUnitLoader } from './illustrated-unit.loader.js';
import { ReviewReportLoader } from './review-report.loader.js';
import { ReviewLoader } from './review.loader.js';
import { quesonEvents, type ExampleChange, type ExampleUnit } from './queson-units.js';

/** Loads the example, the real review of Quế Sơn, through the ordinary services, in one transaction: an interrupted start leaves none of it. */
@Injectable()
export class ExampleLoader {
  constructor(
    private readonly db: Database,
    private readonly unitEvents: UnitEventsService,
    private readonly report: ReviewReportLoader,
    private readonly criteria: CriteriaSetsService,
    private readonly review: ReviewLoader,
    private readonly illustrated: IllustratedUnitLoader,
  ) {}

  /**
   * Loads the example into a registry without units. @param given.illustrated whether the invented unit is loaded as well. @returns whether it did; a registry that has units is left as it is.
   */
  async loadIfEmpty({ illustrated = true }: { readonly illustrated?: boolean } = {}): Promise<boolean> {
    if (await holdsUnits(this.db.rows)) return false;
    try {
      await this.load(illustrated);
      return true;
    } catch (error) {
      // Another process that started at the same time was faster.
      if (error instanceof AlreadyThere) return false;
      throw error;
    }
  }

  private load(illustrated: boolean): Promise<void> {
    return this.db.tx(systemActor('example'), async tx => {
      await lockTree(tx);
      if (await holdsUnits(tx.query)) throw new AlreadyThere();
      const ids = new Map<string, Id>();
      for (const { effective, act, note, changes } of quesonEvents) {
        for (const change of changes) if ('establish' in change) ids.set(change.establish.key, newId());
        await this.unitEvents.applyIn(tx, {
          kind: 'CHANGE',
          effective: partial(effective),
          act: { number: act?.number ?? null, date: act?.date ?? null, issuer: act?.issuer ?? null },
          note,
          changes: changes.flatMap(change => changesOf(change, ids)),
        });
      }
      const loaded = await this.review.loadIn(tx, ids);
      await this.report.loadIn(tx, { units: ids, ...loaded });
      const versionId = await this.loadCriteria(tx);
      if (!illustrated) return;
      await this.illustrated.loadIn(tx, versionId);
    });
  }

  /** The criteria sets that were found. None is complete, so they stay drafts; only the illustrative one is published. @returns the illustrative version */
  private async loadCriteria(tx: Tx): Promise<Id> {
    const NEW = { issuerId: null, versionId: null };
    const [collectives, individuals] = daLat2017;
    const versionId = await this.criteria.importIn(tx, collectives, NEW);
    await this.criteria.importIn(tx, individuals, { issuerId: null, versionId });
    for (const set of [canTho2025, provincialCommittee2021, dakNong2023, regulation366]) await this.criteria.importIn(tx, set, NEW);
    const published = await this.criteria.importIn(tx, illustrativeSet, NEW);
    await this.criteria.publishIn(tx, published, null);
    return published;
  }
}

class AlreadyThere extends Error {}

const partial = (text: string | null): PartialDate | null => (text === null ? null : parsePartialDate(text)!);

function changesOf(change: ExampleChange, ids: Map<string, Id>): UnitChange[] {
  const id = (key: string): Id => ids.get(key)!;
  if ('establish' in change) return [establish(change.establish, ids)];
  if ('changeKind' in change) return [{ kind: 'changeKind', unit: id(change.changeKind), unitKind: change.kind }];
  if ('rename' in change) return [{ kind: 'rename', unit: id(change.rename), name: change.name }];
  if ('merge' in change) return [{ kind: 'merge', units: change.merge.map(id), into: id(change.into) }];
  if ('split' in change) return [{ kind: 'split', unit: id(change.split), into: change.into.map(id), goesOn: false }];
  return change.succeed.map(key => ({ kind: 'succeed', unit: id(key), successors: [{ unit: id(change.by), whole: true }] }));
}

function establish(unit: ExampleUnit, ids: Map<string, Id>): UnitChange {
  return {
    kind: 'establish',
    id: ids.get(unit.key)!,
    line: unit.line ?? 'TERRITORY',
    unitKind: unit.kind,
    name: unit.name,
    code: unit.code ?? null,
    parent: unit.parent === undefined ? null : ids.get(unit.parent)!,
    territory: unit.territory === undefined ? null : ids.get(unit.territory)!,
    starts: unit.starts === undefined ? undefined : partial(unit.starts),
    ends: partial(unit.ends ?? null),
    source: unit.source,
  };
}
