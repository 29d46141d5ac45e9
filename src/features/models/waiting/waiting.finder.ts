import { parameter, sql, type Sql } from '../../../platform/database/sql.js';
import type { Finder, FinderResult, FinderRequest } from '../../../platform/views/finder.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { roundsOfUnit } from '../../movements/movement-sql.js';
import { REGISTERING, WAITED_STEPS, labelOf, waitsIn, type WaitedStep } from './waited-steps.js';
import type { WaitingArgs } from './waiting.graphql.js';
import { waitingModels, waitingRounds, type Part, type Reach } from './waiting.statements.js';

interface Waiting {
  readonly type: 'EmulationModel' | 'RegistrationRound';
  readonly id: Id;
  readonly since: LocalDate;
  readonly steps: readonly string[];
}

const NOWHERE = '{}';
const ID_AND_COMMA = 37;
const ALL_STEPS: readonly string[] = [REGISTERING, ...WAITED_STEPS];

/** Finds what waits for the caller, by the rights they have today. @param many from how many units on a page is searched across all units first. */
export const waitingFinderWith = (many: number): Finder => ({
  types: ['EmulationModel', 'RegistrationRound'],
  find: quest => new Looking(quest, many).answer(),
});

/** More units than a province has. */
export const waitingFinder = waitingFinderWith(1_000);

class Looking {
  private readonly args: WaitingArgs;
  private readonly values: unknown[] = [];
  private readonly order: string;

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
    const shown = found.slice(0, first);
    const dueOn = wanted.has('edges.dueOn') ? await this.lastDays(shown) : new Map<Id, LocalDate>();
    return {
      hits: shown.map(({ type, id, since, steps }) => ({
        type,
        id,
        cursor: [this.order, since, id],
        own: { since, dueOn: dueOn.get(id) ?? null, steps: steps.map(name => ({ name, label: labelOf(name)[this.quest.language] })) },
      })),
      more: found.length > first,
      own: wanted.has('totalCount') ? { totalCount: await this.count(parts) } : {},
    };
  }

  /** The parts to search. Steps that the caller may take at the same units share a part. */
  private async parts(): Promise<Part[]> {
    const { step, state } = this.args.filter ?? {};
    const isWanted = (one: string): boolean => !step || (step as string[]).includes(one);
    const groups = new Map<string, WaitedStep[]>();
    for (const one of WAITED_STEPS.filter(isWanted)) {
      const reach = await this.quest.reach(`model.${one}`);
      if (reach !== NOWHERE) groups.set(reach, [...(groups.get(reach) ?? []), one]);
    }
    const parts = [...groups].flatMap(([reach, steps]) => {
      const states = new Set(steps.flatMap(waitsIn).filter(one => !state || state.includes(one)));
      if (states.size === 0) return [];
      const bound = this.bound(reach);
      return [...states].map(one =>
        waitingModels(
          one,
          steps.filter(waited => waitsIn(waited).includes(one)),
          bound,
        ),
      );
    });
    if (state || !isWanted(REGISTERING)) return parts;
    const reach = await this.quest.reach(`model.${REGISTERING}`);
    return reach === NOWHERE ? parts : [...parts, waitingRounds(this.bound(reach), this.bind(this.quest.day))];
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
      return { type, id, since, steps: ALL_STEPS.filter(one => named.has(one)) } as Waiting;
    });
  }

  /** Counts each thing once, even if several parts contain it. */
  private async count(parts: readonly Part[]): Promise<number> {
    if (parts.length === 0) return 0;
    const all = parts.map(part => `(${part.ids})`).join(' union all ');
    const [row] = await this.quest.runQuery(`select count(distinct w.id)::int from (${all}) w`, this.values);
    return row![0] as number;
  }

  /** The last day to register, for rounds and for models that are still with their unit. */
  private async lastDays(found: readonly Waiting[]): Promise<Map<Id, LocalDate>> {
    if (found.length === 0) return new Map();
    const rows = await this.quest.runQuery(
      `select m.id, f.closes_on::text from emulation_model m cross join lateral ${roundsOfUnit(sql`m.unit_id`, sql`$2::date`)} f
        where m.id = any($1::uuid[]) and m.file_state in ('DRAFT', 'RETURNED') and f.id = m.round_id
        union all select r.id, r.closes_on::text from registration_round r where r.id = any($1::uuid[])`,
      [found.map(({ id }) => id), this.quest.day],
    );
    return new Map(rows as [Id, LocalDate][]);
  }

  private bound(reach: string): Reach {
    return reach === 'everywhere' ? reach : { units: this.bind(reach), many: reach.length > this.many * ID_AND_COMMA };
  }

  private bind(value: unknown): Sql {
    return parameter(this.values.push(value));
  }
}
