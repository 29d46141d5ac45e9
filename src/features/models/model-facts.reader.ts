import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { MovementsReader } from '../movements/movements.reader.js';
import { fullName, type UnitKind } from '../units/unit-kinds.js';
import type { Ask } from '../units/unit-ledger.store.js';
import { restatedTo, unitOn } from '../units/unit-sql.js';
import { AppraisalFacts } from './appraisal-facts.port.js';
import type { ModelFacts } from './model.lifecycle.js';
import type { ModelState, RunningState } from './model-states.js';

/** A model as its transitions see it. */
export interface ModelInLife {
  readonly id: Id;
  readonly title: string;
  readonly state: ModelState;
  readonly running: RunningState | null;
  readonly unitId: Id;
  readonly holderId: Id | null;
  readonly roundId: Id | null;
  readonly version: number;
  readonly facts: Omit<ModelFacts, 'given'>;
}

interface Row {
  readonly id: Id;
  readonly title: string;
  readonly state: ModelState;
  readonly running: RunningState | null;
  readonly unitId: Id;
  readonly holderId: Id | null;
  readonly roundId: Id | null;
  readonly version: number;
  readonly trashed: boolean;
  readonly merged: boolean;
  readonly inForce: boolean;
  readonly name: string;
  readonly kind: UnitKind;
  /** Who holds the file by what became of the holder: itself, its whole successor, or nobody. */
  readonly heldBy: Id | null;
}

/** Loads what the lifecycles of models need, for one model or for a page of them, with the same few statements. */
@Injectable()
export class ModelFactsReader {
  constructor(
    private readonly movements: MovementsReader,
    private readonly appraisals: AppraisalFacts,
  ) {}

  /** One answer an id, in order; `undefined` for an unknown one. */
  async load(ask: Ask, ids: readonly Id[], day: LocalDate): Promise<(ModelInLife | undefined)[]> {
    const rows = await ask<Row>(
      `select m.id, m.title, m.file_state as state, m.running_state as running, m.unit_id as "unitId", m.holder_id as "holderId",
              m.round_id as "roundId", m.version, m.trashed_at is not null as trashed, m.merged_into_id is not null as merged,
              u.life @> $2::date as "inForce", u.name, u.kind,
              ${restatedTo(sql`m.holder_id`, sql`$2::date`)} as "heldBy"
         from emulation_model m cross join lateral ${unitOn(sql`u`, sql`m.unit_id`, sql`$2::date`)} where m.id = any($1::uuid[])`,
      [ids, day],
    );
    const receivers = await this.movements.authoritiesFor(
      ask,
      rows.map(row => row.unitId),
      day,
    );
    const next = await this.movements.authoritiesFor(
      ask,
      rows.map(row => row.holderId ?? row.unitId),
      day,
    );
    const windows = await this.movements.openDaysFor(
      ask,
      rows.map(({ roundId, unitId }) => ({ roundId, unitId })),
      day,
    );
    const appraised = await this.appraisals.of(ask, ids);
    const found = new Map(
      rows.map((row, i): [Id, ModelInLife] => {
        const { trashed, merged, inForce, name, kind, heldBy, ...model } = row;
        const window = windows[i];
        const facts = {
          trashed,
          merged,
          unitInForce: inForce,
          unit: fullName(kind, name),
          hasReceiver: receivers[i] !== undefined,
          hasNextReceiver: row.holderId !== null && next[i] !== undefined && next[i].receiverId !== heldBy,
          ofRound: row.roundId === null || window !== undefined,
          opensOn: window?.opensOn ?? null,
          closesOn: window?.closesOn ?? null,
          day,
          appraised: appraised && appraised.has(row.id),
        };
        return [row.id, { ...model, facts }];
      }),
    );
    return ids.map(id => found.get(id));
  }
}
