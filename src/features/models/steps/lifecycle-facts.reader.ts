import { sql, type Sql } from '../../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { FormItem } from '../../movements/form-items.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import { fullName, type UnitKind } from '../../units/unit-kinds.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import { wholeSuccessorOn, unitOn } from '../../units/unit-sql.js';
import { AppraisalFacts } from '../ports/appraisal-facts.port.js';
import type { ModelFacts } from '../model.lifecycle.js';
import type { ModelState, RunningState } from '../model-states.js';

/** A model with one of its registrations, and the facts that its transitions check. */
export interface ModelInLife {
  readonly id: Id;
  readonly registrationId: Id;
  readonly title: string;
  /** Of the registration; `null`: not known. */
  readonly state: ModelState | null;
  readonly running: RunningState | null;
  readonly unitId: Id;
  readonly holderId: Id | null;
  readonly roundId: Id | null;
  readonly version: number;
  /** The authority that receives the models of its unit; `null`: no rule names one. */
  readonly receiverId: Id | null;
  /** The authority above the holder. */
  readonly nextReceiverId: Id | null;
  readonly facts: Omit<ModelFacts, 'given'>;
}

interface Row extends Omit<ModelInLife, 'facts' | 'receiverId' | 'nextReceiverId'> {
  readonly trashed: boolean;
  readonly merged: boolean;
  /** The unit today: itself, its whole successor, or none. */
  readonly goesOnAs: Id | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly onPaper: boolean;
  /** The unit that holds the file today: the holder, its whole successor, or none. */
  readonly heldBy: Id | null;
  /** The items of the form that contain something. */
  readonly filled: readonly FormItem[];
}

/** Which registrations to read, and what an entry is found by. */
interface Wanted {
  readonly ids: readonly Id[];
  readonly statement: string;
  readonly key: (model: Pick<ModelInLife, 'id' | 'registrationId'>) => Id;
}

const statementOf = (where: Sql): string =>
  sql`select m.id, r.id as "registrationId", m.title, r.file_state as state, m.running_state as running, m.unit_id as "unitId",
             r.holder_id as "holderId", r.round_id as "roundId", r.source is not null as "onPaper", m.version,
             m.trashed_at is not null as trashed, m.merged_into_id is not null as merged,
             ${wholeSuccessorOn(sql`m.unit_id`, sql`$2::date`)} as "goesOnAs", u.name, u.kind,
             ${wholeSuccessorOn(sql`r.holder_id`, sql`$2::date`)} as "heldBy",
             array(select form.key from model_form f cross join lateral jsonb_each_text(to_jsonb(f)) form
                    where f.registration_id = r.id and form.value is not null) as filled
        from registration r join emulation_model m on m.id = r.model_id
       cross join lateral ${unitOn(sql`u`, sql`m.unit_id`, sql`$2::date`)} where ${where}`;

// Put together once: each command asks one of them.
const OF_LATEST = statementOf(sql`r.model_id = any($1::uuid[]) and r.latest`);
const OF_GIVEN = statementOf(sql`r.id = any($1::uuid[])`);

/** Loads the facts that the lifecycles of models check. The number of statements is the same for one model and for a page. */
@Injectable()
export class ModelFactsReader {
  constructor(
    private readonly movements: MovementsReader,
    private readonly appraisals: AppraisalFacts,
  ) {}

  /** With the latest registration of each. @returns one entry for each id, in the same order; `undefined` for an unknown id. */
  load(query: QueryRows, ids: readonly Id[], day: LocalDate): Promise<(ModelInLife | undefined)[]> {
    return this.read(query, { ids, statement: OF_LATEST, key: model => model.id }, day);
  }

  /** With the given registrations. @returns one entry for each of them, in the same order; `undefined` for an unknown id. */
  loadRegistrations(query: QueryRows, ids: readonly Id[], day: LocalDate): Promise<(ModelInLife | undefined)[]> {
    return this.read(query, { ids, statement: OF_GIVEN, key: model => model.registrationId }, day);
  }

  private async read(query: QueryRows, { ids, statement, key }: Wanted, day: LocalDate): Promise<(ModelInLife | undefined)[]> {
    const rows = await query<Row>(statement, [ids, day]);
    const [authorities, windows, required] = await Promise.all([
      this.movements.authoritiesFor(query, [...rows.map(row => row.unitId), ...rows.map(row => row.holderId ?? row.unitId)], day),
      this.movements.openDaysFor(query, rows, day),
      this.movements.requiredItemsFor(
        query,
        rows.map(row => row.roundId),
        day,
      ),
    ]);
    const appraised = await this.appraisals.of(query, await this.appraisalRequired(query, rows, day), day);
    const found = new Map(
      rows.map((row, i): [Id, ModelInLife] => {
        const { trashed, merged, goesOnAs, name, kind, heldBy, onPaper, filled, ...model } = row;
        const [window, receiver, next] = [windows[i], authorities[i], authorities[rows.length + i]];
        const facts = {
          trashed,
          merged,
          unitGoesOn: goesOnAs !== null,
          unit: fullName(kind, name),
          hasReceiver: receiver !== undefined,
          hasNextReceiver: row.holderId !== null && next !== undefined && next.receiverId !== heldBy,
          ofRound: row.roundId === null || window !== undefined,
          opensOn: window?.opensOn ?? null,
          closesOn: window?.closesOn ?? null,
          day,
          missingItems: required[i]!.filter(item => !filled.includes(item)),
          appraised: appraised(row.registrationId),
          onPaper,
        };
        const receivers = { receiverId: receiver?.receiverId ?? null, nextReceiverId: next?.receiverId ?? null };
        return [key(model), { ...model, ...receivers, facts }];
      }),
    );
    return ids.map(id => found.get(id));
  }

  /** The registrations whose recognition, which is the next step, takes an appraisal. */
  private async appraisalRequired(query: QueryRows, rows: readonly Row[], day: LocalDate): Promise<Id[]> {
    const files = rows.flatMap(({ registrationId, unitId, heldBy, roundId, state }) =>
      state === 'UNDER_APPRAISAL' && heldBy !== null ? [{ registrationId, unitId, heldBy, roundId }] : [],
    );
    const required = await this.movements.requireAppraisal(query, files, day);
    return files.filter((_, i) => required[i]).map(({ registrationId }) => registrationId);
  }
}
