import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { DecisionsReader } from '../decisions/decisions.reader.js';
import type { RecognitionLevel } from '../movements/recognition-level.js';
import type { SeenModel } from './changed-model.inputs.js';
import { ModelErrors } from './model.errors.js';
import { ModelRights } from './model-rights.js';
import type { ModelFactKind } from './model.graphql.js';
import type { RunningState } from './model-states.js';

/** Outstanding, replicated or commended: what tells one such fact of a model from another. */
export interface FactKey {
  readonly kind: keyof typeof ModelFactKind;
  readonly on: LocalDate;
  readonly level: RecognitionLevel | null;
  readonly decisionId: Id | null;
}

interface Row {
  readonly version: number;
  readonly gone: boolean;
  readonly running: RunningState | null;
  readonly attestedOn: LocalDate;
  readonly unitId: Id;
}

/** What becomes known of a model on a day and changes neither its content nor its file. */
@Injectable()
export class ModelFactsService {
  constructor(
    private readonly db: Database,
    private readonly decisions: DecisionsReader,
    private readonly rights: ModelRights,
  ) {}

  /** @param source the paper that says so. */
  record(actor: Actor, seen: SeenModel, fact: FactKey, source: string): Promise<Id> {
    return this.change(actor, seen, 'recordFact', async (tx, { unitId }, problems) => {
      await this.checkDay(tx, fact.on, 'on', problems);
      await this.checkDecision(tx, fact, problems);
      problems.refuseIfAny();
      const written = await tx.query(
        `insert into model_fact (id, model_id, kind, on_day, level, decision_id, source) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing returning id`,
        [newId(), seen.id, fact.kind, fact.on, fact.level, fact.decisionId, cleanText(source)],
      );
      if (written.length === 0) throw ModelErrors.MODEL_FACT_KNOWN();
      await tx.audit({ action: 'model.factRecorded', object: { type: 'EmulationModel', id: seen.id }, unitId, after: { ...fact, source } });
    });
  }

  /** Takes back a fact that was entered by mistake; the trail keeps it. */
  retract(actor: Actor, seen: SeenModel, fact: FactKey, reason: string): Promise<Id> {
    return this.change(actor, seen, 'recordFact', async (tx, { unitId }) => {
      const [gone] = await tx.query<{ source: string }>(
        `with gone as (
           delete from model_fact where model_id = $1 and kind = $2 and on_day = $3 and level is not distinct from $4 and decision_id is not distinct from $5
           returning source) select source from gone`,
        [seen.id, fact.kind, fact.on, fact.level, fact.decisionId],
      );
      if (!gone) throw ModelErrors.MODEL_FACT_UNKNOWN();
      const before = { ...fact, source: gone.source };
      await tx.audit({ action: 'model.factRetracted', object: { type: 'EmulationModel', id: seen.id }, unitId, before, reason });
    });
  }

  /** How a model runs, where the paper that it was entered from did not say: the first step of its running. */
  recordRunning(actor: Actor, seen: SeenModel, running: RunningState, on: LocalDate, source: string): Promise<Id> {
    return this.change(actor, seen, 'record', async (tx, row, problems) => {
      if (row.running !== null) problems.add(ModelErrors.MODEL_RUNNING_KNOWN());
      await this.checkDay(tx, on, 'on', problems);
      if (on < row.attestedOn) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: row.attestedOn }).at('on'));
      problems.refuseIfAny();
      await tx.query(`update emulation_model set running_state = $2 where id = $1`, [seen.id, running]);
      await tx.query(
        `insert into model_step (id, model_id, lifecycle, action, to_state, on_day, at, actor_name, reason) values ($1, $2, 'RUNNING', 'recordRunning', $3, $4, $5, $6, $7)`,
        [newId(), seen.id, running, on, tx.now, tx.actor.name, cleanText(source)],
      );
      const { unitId } = row;
      await tx.audit({
        action: 'model.runningRecorded',
        object: { type: 'EmulationModel', id: seen.id },
        unitId,
        after: { running, on, source },
      });
    });
  }

  private async checkDay(tx: Tx, day: LocalDate, field: string, problems: Problems): Promise<void> {
    if (day > tx.today) problems.add(ModelErrors.MODEL_FACT_IN_FUTURE({ date: day }).at(field));
  }

  private async checkDecision(tx: Tx, { decisionId, on }: FactKey, problems: Problems): Promise<void> {
    if (decisionId === null) return;
    const decision = await this.decisions.decisionIn(tx, decisionId);
    if (!decision) problems.add(ModelErrors.MODEL_DECISION_UNKNOWN({ id: decisionId }).at('decisionId'));
    else if (decision.issuedOn > on) problems.add(ModelErrors.MODEL_DECISION_LATER({ date: decision.issuedOn }).at('decisionId'));
  }

  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    deed: 'record' | 'recordFact',
    work: (tx: Tx, row: Row, problems: Problems) => Promise<void>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const [row] = await tx.query<Row>(
        `select version, running_state as running, attested_on as "attestedOn", unit_id as "unitId", trashed_at is not null or merged_into_id is not null as gone
           from emulation_model where id = $1 for update`,
        [id],
      );
      if (!row) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.require(tx, deed, id);
      requireVersion(expectedVersion, row.version);
      const problems = new Problems();
      if (row.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      await work(tx, row, problems);
      problems.refuseIfAny();
      await tx.query(`update emulation_model set version = version + 1 where id = $1`, [id]);
      return id;
    });
  }
}
