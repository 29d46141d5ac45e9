import { sql } from '../../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import { fullName, type UnitKind } from '../../units/unit-kinds.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import { wholeSuccessorOn, unitOn } from '../../units/unit-sql.js';
import { AppraisalFacts } from '../ports/appraisal-facts.port.js';
import type { ModelFacts } from '../model.lifecycle.js';
import type { ModelState, RunningState } from '../model-states.js';

/** A model with the facts that its transitions check. */
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
  /** The unit that holds the file today: the holder, its whole successor, or none. */
  readonly heldBy: Id | null;
}

/** Loads the facts that the lifecycles of models check. The number of statements is the same for one model and for a page. */
@Injectable()
export class ModelFactsReader {
  constructor(
    private readonly movements: MovementsReader,
    private readonly appraisals: AppraisalFacts,
  ) {}

  /** @returns one entry for each id, in the same order; `undefined` for an unknown id. */
  async load(query: QueryRows, ids: readonly Id[], day: LocalDate): Promise<(ModelInLife | undefined)[]> {
    const rows = await query<Row>(
      `select m.id, m.title, m.file_state as state, m.running_state as running, m.unit_id as "unitId", m.holder_id as "holderId",
              m.round_id as "roundId", m.version, m.trashed_at is not null as trashed, m.merged_into_id is not null as merged,
              u.life @> $2::date as "inForce", u.name, u.kind,
              ${wholeSuccessorOn(sql`m.holder_id`, sql`$2::date`)} as "heldBy"
         from emulation_model m cross join lateral ${unitOn(sql`u`, sql`m.unit_id`, sql`$2::date`)} where m.id = any($1::uuid[])`,
      [ids, day],
    );
    const receivers = await this.movements.authoritiesFor(
      query,
      rows.map(row => row.unitId),
      day,
    );
    const next = await this.movements.authoritiesFor(
      query,
      rows.map(row => row.holderId ?? row.unitId),
      day,
    );
    const windows = await this.movements.openDaysFor(
      query,
      rows.map(({ roundId, unitId }) => ({ roundId, unitId })),
      day,
    );
    const appraised = await this.appraisals.of(query, ids);
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
