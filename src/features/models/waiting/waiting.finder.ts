import { or, parameter, sql, type Sql } from '../../../platform/database/sql.js';
import type { Finder, FinderResult, FinderRequest, RestrictedSight } from '../../../platform/views/finder.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { idOf } from '../../../platform/graphql/node.js';
import { canPassOn, roundsOfUnit } from '../../movements/movement-sql.js';
import { wholeSuccessorOn } from '../../units/unit-sql.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import { carriedBy, modelView } from '../model.view.js';
import { reminderOf, reminders, waitingThings } from './reminders.js';
import { REGISTERING, WAITED_STEPS, labelOf, waitsIn, type WaitedStep } from './waited-steps.js';
import type { WaitingArgs } from './waiting.graphql.js';
import { lastDaysOfRounds, waitingModels, waitingRounds } from './waiting.statements.js';
import type { Part, Reach } from './waiting.part.js';

interface Waiting {
  /** `EmulationModel`, `RegistrationRound`, or a thing of another chapter. */
  readonly type: string;
  readonly id: Id;
  readonly since: LocalDate;
  readonly steps: readonly string[];
}

const NOWHERE = '{}';
const ID_AND_COMMA = 37;
const allSteps = (): readonly string[] => [REGISTERING, ...WAITED_STEPS, ...reminders().map(({ step }) => step)];

/** Whether it waits for a step of its file: a model may at the same time wait for something else, since another day. */
const isFile = ({ type, steps }: Waiting): boolean => type === 'EmulationModel' && steps.some(step => !reminderOf(step));

/** Finds what waits for the caller, by the rights they have today. @param many from how many units on a page is searched across all units first. */
export const waitingFinderWith = (many: number): Finder => ({
  // Read once all chapters are loaded.
  get types() {
    return ['EmulationModel', 'RegistrationRound', ...waitingThings().map(({ name }) => name)];
  },
  find: quest => new Looking(quest, many).answer(),
});

/** More units than a province has. */
export const waitingFinder = waitingFinderWith(1_000);

class Looking {
  private readonly args: WaitingArgs;
  private readonly values: unknown[] = [];
  private readonly order: string;
  /** Where the caller may agree, and where they may register; `undefined`: nowhere, or not asked for. */
  private agreeing: Reach | undefined;
  private registering: Reach | undefined;

  constructor(
    private readonly quest: FinderRequest,
    private readonly many: number,
  ) {
    this.args = quest.args as unknown as WaitingArgs;
    this.order = `waiting.${this.args.orderBy}`;
  }

  async answer(): Promise<FinderResult> {
    const { selectedFields: wanted } = this.quest;
    const { first } = this.args;
    // An invalid cursor is refused even if no page is selected.
    const cursor = this.quest.after(this.order);
    const parts = await this.parts();
    const found = wanted.has('hits') ? await this.read(parts, cursor && [cursor[1]!, cursor[2]], first + 1) : [];
    const shown = await this.withAgree(found.slice(0, first));
    const dueOn = wanted.has('edges.dueOn') ? await this.lastDays(shown) : new Map<Id, LocalDate>();
    return {
      hits: shown.map(({ type, id, since, steps }) => ({
        type,
        id,
        cursor: [this.order, since, id],
        own: {
          since,
          dueOn: (steps.every(reminderOf) ? undefined : dueOn.get(id)) ?? null,
          steps: steps.map(name => ({ name, label: labelOf(name)[this.quest.language] })),
        },
      })),
      more: found.length > first,
      own: wanted.has('totalCount') ? { totalCount: await this.count(parts) } : {},
    };
  }

  /** The parts to search. Steps that the caller may take at the same units share a part. */
  private async parts(): Promise<Part[]> {
    const { step, state } = this.args.filter ?? {};
    const isWanted = (one: string): boolean => !step || step.includes(one);
    const groups = new Map<string, WaitedStep[]>();
    for (const one of WAITED_STEPS.filter(isWanted)) {
      const reach = await this.quest.reach(`model.${one}`);
      if (reach !== NOWHERE) groups.set(reach, [...(groups.get(reach) ?? []), one]);
    }
    // Bound when they are first used: PostgreSQL refuses a parameter that no part of the statement names.
    let conditions: readonly Sql[] | undefined;
    const sight = await this.quest.sightOf(modelView);
    const narrowed = (): readonly Sql[] => (conditions ??= [...this.conditionsOnModels(), ...this.notWithheld(sight)]);
    const parts = [...groups].flatMap(([reach, steps]) => {
      const states = [...new Set(steps.flatMap(waitsIn).filter(one => !state || state.includes(one)))];
      if (states.length === 0) return [];
      const bound = this.bound(reach);
      if (steps.includes('agree')) this.agreeing = bound;
      return states.flatMap(one => {
        const possible = steps.filter(waited => waitsIn(waited).includes(one));
        const always = possible.filter(waited => waited !== 'agree');
        if (always.length > 0) return waitingModels(one, always, bound, narrowed());
        // Nothing else is waited for, so only files that can be passed on are listed.
        return waitingModels(one, possible, bound, [...narrowed(), this.canAgree()]);
      });
    });
    if (state || this.args.filter?.holderId) return parts;
    const asked = await this.remindersAmong(isWanted, sight);
    if (!isWanted(REGISTERING)) return [...parts, ...asked];
    const reach = await this.quest.reach(`model.${REGISTERING}`);
    if (reach === NOWHERE) return [...parts, ...asked];
    this.registering = this.bound(reach);
    return [...parts, ...asked, waitingRounds(this.registering, this.bind(this.quest.day), this.conditionsOnRounds())];
  }

  /** What other chapters make models wait for. None of it is about a file, its holder or its round. Some is done by a unit that does not see every model. */
  private async remindersAmong(isWanted: (step: string) => boolean, sight: RestrictedSight | undefined): Promise<Part[]> {
    if (this.args.filter?.roundId) return [];
    const parts: Part[] = [];
    for (const { step, action, part, thing } of reminders()) {
      if (thing && this.args.filter?.unitId) continue;
      const reach = isWanted(step) ? await this.quest.reach(action) : NOWHERE;
      if (reach !== NOWHERE)
        parts.push(part(this.bound(reach), this.day(), thing ? [] : [...this.conditionsOnModels(), ...this.seen(sight)]));
    }
    return parts;
  }

  private conditionsOnModels(): Sql[] {
    const { unitId, holderId, roundId } = this.args.filter ?? {};
    const conditions: Sql[] = [];
    if (unitId) {
      const units = sql`in ${reachOf(this.idOf('Unit', unitId, 'unitId'), this.day())}`;
      conditions.push(or(carriedBy(sql`m`, units)));
    }
    if (holderId) conditions.push(sql`m.holder_id = ${this.idOf('Unit', holderId, 'holderId')}`);
    if (roundId) conditions.push(sql`m.round_id = ${this.idOf('RegistrationRound', roundId, 'roundId')}`);
    return conditions;
  }

  private seen(sight: RestrictedSight | undefined): Sql[] {
    return sight ? [or(sight.paths(sql`m`, sql`= any(${this.bind(sight.units)}::uuid[])`)), ...this.notWithheld(sight)] : [];
  }

  private notWithheld(sight: RestrictedSight | undefined): Sql[] {
    return sight?.withheld ? [sql`not ${sight.withheld(sql`m`, sql`= any(${this.bind(sight.units)}::uuid[])`)}`] : [];
  }

  private conditionsOnRounds(): Sql[] {
    const { unitId, roundId } = this.args.filter ?? {};
    const conditions: Sql[] = [];
    if (unitId) {
      const day = this.day();
      conditions.push(
        sql`r.id in (select f.id from ${roundsOfUnit(this.idOf('Unit', unitId, 'unitId'), day)} f where ${day} between f.opens_on and f.closes_on)`,
      );
    }
    if (roundId) conditions.push(sql`r.id = ${this.idOf('RegistrationRound', roundId, 'roundId')}`);
    return conditions;
  }

  private canAgree(): Sql {
    return sql`m.holder_id is not null and ${canPassOn(sql`m.holder_id`, this.day())}`;
  }

  /** Those of the found files that wait for `agree`, too: whether it is possible differs from file to file, so it is asked for the page alone. */
  private async withAgree(found: readonly Waiting[]): Promise<Waiting[]> {
    const reach = this.agreeing;
    const ids = found.filter(isFile).map(({ id }) => id);
    if (reach === undefined || ids.length === 0) return [...found];
    const at = reach === 'everywhere' ? sql`` : sql` and m.waits_at in (select unnest((select $3::uuid[])))`;
    const values: unknown[] = [ids, this.quest.day, ...(reach === 'everywhere' ? [] : [this.values[reach.index]])];
    const rows = await this.quest.runQuery(
      `select m.id from emulation_model m where m.id = any($1::uuid[]) and m.file_state = 'RECEIVED' and m.holder_id is not null
          and ${canPassOn(sql`m.holder_id`, sql`$2::date`)}${at}`,
      values,
    );
    const agreeing = new Set(rows.map(([id]) => id as Id));
    return found.map(one =>
      isFile(one) && agreeing.has(one.id)
        ? { ...one, steps: allSteps().filter(step => step === 'agree' || one.steps.includes(step)) }
        : one,
    );
  }

  private async read(parts: readonly Part[], place: readonly unknown[] | undefined, limit: number): Promise<Waiting[]> {
    if (parts.length === 0) return [];
    const direction = this.args.orderBy === 'SINCE' ? 'asc' : 'desc';
    const next = this.values.length + 1;
    const behind = place && sql`(${parameter(next)}::date, ${parameter(next + 1)}::uuid)`;
    const pages = parts.map(part => sql`(${part.page({ behind, direction, limit })})`);
    const rows = await this.quest.runQuery(
      `select w.type, w.id, w.since::text, string_agg(w.steps, ',') from (${pages.join(' union all ')}) w
        group by w.type, w.id, w.since order by w.since ${direction}, w.id ${direction} limit ${limit}`,
      [...this.values, ...(place ?? [])],
    );
    return rows.map(([type, id, since, steps]) => {
      const named = new Set((steps as string).split(','));
      return { type, id, since, steps: allSteps().filter(one => named.has(one)) } as Waiting;
    });
  }

  /** Counts each thing once for each day since when it waits, even if several parts contain it: as the pages list it. */
  private async count(parts: readonly Part[]): Promise<number> {
    if (parts.length === 0) return 0;
    const all = parts.map(part => `(${part.ids})`).join(' union all ');
    const [row] = await this.quest.runQuery(`select count(distinct (w.id, w.since))::int from (${all}) w`, this.values);
    return row![0] as number;
  }

  /** The last day to register, for rounds and for models that are still with their unit. */
  private async lastDays(found: readonly Waiting[]): Promise<Map<Id, LocalDate>> {
    const models = found.filter(isFile).map(({ id }) => id);
    const rounds = found.filter(({ type }) => type === 'RegistrationRound').map(({ id }) => id);
    const ofModels =
      models.length === 0
        ? []
        : await this.quest.runQuery(
            `select m.id, f.closes_on::text from emulation_model m cross join lateral (select ${wholeSuccessorOn(sql`m.unit_id`, sql`$2::date`)} as id) asked
              cross join lateral ${roundsOfUnit(sql`asked.id`, sql`$2::date`)} f
              where m.id = any($1::uuid[]) and m.file_state in ('DRAFT', 'RETURNED') and f.id = m.round_id`,
            [models, this.quest.day],
          );
    const reach = this.registering;
    const ofRounds =
      rounds.length === 0 || reach === undefined
        ? []
        : await this.quest.runQuery(
            `select l.round_id, min(l.closes_on)::text from ${lastDaysOfRounds(reach === 'everywhere' ? reach : { ...reach, units: sql`$3` }, sql`$2`)} l
              where l.round_id = any($1::uuid[]) and l.closes_on >= $2::date group by l.round_id`,
            [rounds, this.quest.day, ...(reach === 'everywhere' ? [] : [this.values[reach.index]])],
          );
    return new Map([...ofModels, ...ofRounds] as [Id, LocalDate][]);
  }

  private bound(reach: string): Reach {
    if (reach === 'everywhere') return reach;
    return { units: this.bind(reach), index: this.values.length - 1, many: reach.length > this.many * ID_AND_COMMA };
  }

  private day(): Sql {
    return sql`${this.bind(this.quest.day)}::date`;
  }

  private idOf(type: 'Unit' | 'RegistrationRound', id: string, field: string): Sql {
    return sql`${this.bind(idOf(type, id, 'filter', field))}::uuid`;
  }

  private bind(value: unknown): Sql {
    return parameter(this.values.push(value));
  }
}
