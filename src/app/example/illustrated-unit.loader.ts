import { Injectable } from '@nestjs/common';
import type { UnitChange } from '../../features/units/unit-changes.js';
import { UnitEventsService } from '../../features/units/unit-events.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { illustratedFrom, illustratedOffices, illustratedUnit, ILLUSTRATION } from './illustration.js';
import { IllustrationLoader } from './illustration.loader.js';
import { RoundIllustrationLoader } from './round-illustration.loader.js';

/** Loads the invented unit with those under it, its council and its appraisal round. */
@Injectable()
export class IllustratedUnitLoader {
  constructor(
    private readonly unitEvents: UnitEventsService,
    private readonly illustration: IllustrationLoader,
    private readonly round: RoundIllustrationLoader,
  ) {}

  async loadIn(tx: Tx, criteriaVersionId: Id): Promise<void> {
    const [unitId, ...officeIds] = await this.establish(tx);
    await this.round.loadIn(tx, unitId!, officeIds, criteriaVersionId, await this.illustration.loadIn(tx, unitId!));
  }

  /** @returns the invented unit, and those under it */
  private async establish(tx: Tx): Promise<readonly Id[]> {
    const { name, kind, source } = illustratedUnit;
    const common = { kind: 'establish', code: null, starts: undefined, ends: null, source } as const;
    const id = newId();
    const offices = illustratedOffices.map((office): UnitChange & { id: Id } => ({
      ...common,
      id: newId(),
      line: 'STATE',
      unitKind: 'OTHER',
      name: office,
      parent: null,
      territory: id,
    }));
    const unit: UnitChange = { ...common, id, line: 'TERRITORY', unitKind: kind, name, parent: null, territory: null };
    const act = { number: null, date: null, issuer: null };
    const changes = [unit, ...offices];
    await this.unitEvents.applyIn(tx, { kind: 'CHANGE', effective: parsePartialDate(illustratedFrom)!, act, note: ILLUSTRATION, changes });
    return [id, ...offices.map(office => office.id)];
  }
}
