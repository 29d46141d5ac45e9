import { grantOf } from '../views/oracle.commendation-grants.js';
import { commendationList, meetsOf } from '../views/oracle.commendations.js';
import { resultsOf } from '../views/oracle.results.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { shownAll, type Shown, type World } from '../views/oracle.chapter.js';
import {
  belongs,
  eventsOf,
  isOf,
  submittedOf,
  unitsBelow,
  unitsOfLevel,
  wasSustained,
  type ModelEvent,
} from '../views/oracle.model-events.js';
import { meets, modelList, ownersOf } from '../views/oracle.models.js';
import type { Question } from './given-statistics.js';

/** One dimension, as it is asked for. */
interface Axis {
  readonly by: string;
  readonly level?: string;
  readonly childrenOf?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The kind and the key of a value, as a header shows them. */
export type ValueName = string;
export const valueName = (kind: string, key: string | null): ValueName => (kind === 'VALUE' ? key! : kind);

const EVENTS: Readonly<Record<string, string>> = {
  MODELS: 'attested',
  MODELS_REGISTERED: 'registered',
  MODELS_WITH_CHILDREN: 'registered',
  RECOGNISED: 'recognised',
  OUTSTANDING: 'outstanding',
  REPLICATED: 'replicated',
  SUSTAINED: 'sustained',
  STOPPED: 'stopped',
};

const OF_COMMENDATIONS = new Set(['COMMENDATIONS', 'RECIPIENTS', 'MONEY']);
const OF_RESULTS = new Set(['RESULTS', 'AVERAGE_SCORE']);
const WITH_AMOUNT = new Set(['RECIPIENTS', 'MONEY', 'AVERAGE_SCORE']);

/** One thing that is counted, by one event. */
interface Counted {
  readonly thing: string;
  /** The model, or the commendation. */
  readonly of: Shown;
  readonly event: ModelEvent;
  readonly owners: readonly string[];
  readonly amount: string | null;
}

/** A naive table: whole tables, plain loops, a set of ids for each cell. */
export class NaiveTable {
  private readonly things = new Map<string, Map<string, string | null>>();
  private readonly axes: readonly Axis[];
  private readonly day: string;

  constructor(
    private readonly world: World,
    private readonly question: Question,
  ) {
    this.axes = [...(question.rows ?? []), ...(question.columns ?? [])] as Axis[];
    this.day = question.asOf ?? world.today;
    for (const measure of question.measures) this.count(measure);
  }

  /** @param names of the values of all dimensions, `null` for all of them. */
  value(measure: string, names: readonly (ValueName | null)[]): number {
    return this.things.get(JSON.stringify([measure, ...names]))?.size ?? 0;
  }

  /** What the things of a cell add up to, or their average to four decimals, in whole numbers; and of how many it is not known. */
  amount(measure: string, names: readonly (ValueName | null)[]): { amount: string | null; unknown: number | null } {
    if (!WITH_AMOUNT.has(measure)) return { amount: null, unknown: null };
    const all = [...(this.things.get(JSON.stringify([measure, ...names]))?.values() ?? [])];
    const known = all.filter(one => one !== null);
    const unknown = all.length - known.length;
    if (known.length === 0) return { amount: measure !== 'AVERAGE_SCORE' && all.length === 0 ? '0' : null, unknown };
    if (measure !== 'AVERAGE_SCORE') return { amount: String(known.reduce((sum, one) => sum + BigInt(one), 0n)), unknown };
    const sum = known.reduce((total, one) => total + tenThousandths(one), 0n);
    const average = (2n * sum + BigInt(known.length)) / (2n * BigInt(known.length));
    return { amount: `${average / 10_000n}.${String(average % 10_000n).padStart(4, '0')}`, unknown };
  }

  /** The names of values that occur in the dimension. */
  valuesOf(at: number): Set<ValueName> {
    return new Set(
      [...this.things.keys()].flatMap(name => {
        const value = (JSON.parse(name) as (string | null)[])[at + 1];
        return value == null ? [] : [value];
      }),
    );
  }

  private count(measure: string): void {
    for (const one of this.counted(measure)) {
      const ways = this.axes.reduce<string[][]>(
        (found, axis) => found.flatMap(name => this.names(axis, one).map(value => [...name, value])),
        [[]],
      );
      for (const names of ways) this.add(measure, names, one);
    }
  }

  private counted(measure: string): Counted[] {
    return OF_COMMENDATIONS.has(measure) ? this.commendations(measure) : this.ofModels(measure);
  }

  private commendations(measure: string): Counted[] {
    const { world, day } = this;
    const { filter = {}, commendations = {} } = this.question;
    const model = Object.keys(filter).length > 0 ? { model: filter } : {};
    const keeps = [commendations, model].map(given => meetsOf(given, world, day));
    const shown = commendationList.things(world, day).filter(one => keeps.every(holds => holds(one)));
    return shown.flatMap(one => {
      const { id, unit_id, count, amount } = one.row;
      const amounts: Readonly<Record<string, string | null>> = {
        RECIPIENTS: count === null ? null : String(count),
        MONEY: count === null || amount === null ? null : String(BigInt(count) * BigInt(amount)),
      };
      const owners = unit_id === null ? [] : [unit_id];
      return grantOf(world, one).map(event => ({ thing: id, of: one, event, owners, amount: amounts[measure] ?? null }));
    });
  }

  private ofModels(measure: string): Counted[] {
    const { world, day } = this;
    const keeps = meets((this.question.filter as Record<string, unknown>) ?? {}, world, day);
    const isOfModel = measure === 'REGISTRATIONS' || OF_RESULTS.has(measure);
    const listed = isOfModel ? this.everyModel() : modelList.things(world, day);
    return listed.flatMap(model => {
      if (model.row.trashed_at !== null || !keeps(model)) return [];
      if (measure === 'MODELS_WITH_CHILDREN' && !meets({ having: ['CHILDREN'] }, world, day)(model)) return [];
      const owners = ownersOf(world, model.row);
      if (OF_RESULTS.has(measure))
        return resultsOf(world, model).map(({ row, event }) => ({ thing: row.id, of: model, event, owners, amount: row.total }));
      return this.events(measure, model).map(event => {
        const thing = measure === 'REGISTRATIONS' ? event.registrationId! : model.row.id;
        return { thing, of: model, event, owners, amount: null };
      });
    });
  }

  /** The list of registrations shows also those that are older than what attests the model. */
  private everyModel(): Shown[] {
    return shownAll(
      'EmulationModel',
      this.world.rows.models.filter(row => row.merged_into_id === null),
      this.day,
    );
  }

  private events(measure: string, model: Shown): ModelEvent[] {
    if (measure === 'REGISTRATIONS') return submittedOf(this.world, model);
    const events = eventsOf[EVENTS[measure]!]!(this.world, model);
    if (measure !== 'SUSTAINED') return events;
    const { by, from, to } = this.axes.find(axis => axis.by === 'YEAR' || axis.by === 'QUARTER')!;
    return events.filter(event => wasSustained(this.world, model, event, { within: by, from, to }));
  }

  /** In each cell and each of its totals. */
  private add(measure: string, names: readonly string[], { thing, amount }: Counted): void {
    const inRows = this.question.rows?.length ?? 0;
    for (const rowTotal of [false, true])
      for (const columnTotal of [false, true]) {
        const name = JSON.stringify([measure, ...names.map((value, i) => ((i < inRows ? rowTotal : columnTotal) ? null : value))]);
        this.things.set(name, (this.things.get(name) ?? new Map()).set(thing, amount));
      }
  }

  private names(axis: Axis, { of: model, event, owners }: Counted): ValueName[] {
    const { all } = this.world;
    const { row } = model;
    const has = (aspect: string): boolean => meets({ having: [aspect] }, this.world, this.day)(model);
    const state = (field: string, aspect: string, values: readonly string[]): ValueName[] =>
      has(aspect) ? values.filter(value => meets({ [field]: [value] }, this.world, this.day)(model)) : ['NONE'];
    const thing = (type: string, id: string | null | undefined): ValueName[] => [id ? toGlobalId(type, id) : 'NONE'];
    switch (axis.by) {
      case 'UNIT':
        if (owners.length === 0) return axis.level ? ['NONE'] : [];
        return [...new Set(owners.flatMap(owner => this.units(axis, owner, event)))];
      case 'YEAR':
      case 'QUARTER':
        return this.periods(axis, event);
      case 'SECTOR':
        return thing('Sector', row.sector_id);
      case 'THEME': {
        const themes = all.modelThemes.filter(({ model_id }) => model_id === row.id);
        return themes.length > 0 ? themes.flatMap(({ theme_id }) => thing('Theme', theme_id)) : ['NONE'];
      }
      case 'ROUND':
        return thing('RegistrationRound', event.roundId);
      case 'MOVEMENT':
        return thing('Movement', all.rounds.find(({ id }) => id === event.roundId)?.movement_id);
      case 'SUBJECT_KIND':
        return [row.subject_kind];
      case 'MODEL_KIND':
        return [row.kind];
      case 'STATE':
        return state('state', 'STATE', STATES);
      case 'RUNNING':
        return state('running', 'RUNNING', ['PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING', 'STOPPED']);
      case 'LEVEL':
        return [event.level ?? 'NONE'];
      case 'GRADE':
        return [event.grade ?? 'NONE'];
      case 'COMMENDATION_FORM':
        return [row.form ?? 'NONE'];
      case 'RECIPIENT_KIND':
        return [row.recipient_kind ?? 'NONE'];
      default:
        throw new Error(`The oracle of statistics does not know ${axis.by}.`);
    }
  }

  private units({ level, childrenOf }: Axis, owner: string, { last }: ModelEvent): ValueName[] {
    const { all } = this.world;
    const day = this.question.basis === 'AS_REPORTED' ? last : this.day;
    const reaches = (unit: string): boolean => belongs.unitId!(all, unit, owner, day);
    const named = (units: readonly string[]): ValueName[] => units.filter(reaches).map(id => toGlobalId('Unit', id));
    if (level) {
      const found = named(unitsOfLevel(all, level, day));
      return found.length > 0 ? found : ['OUTSIDE'];
    }
    const whole = fromGlobalId(childrenOf!)!.id;
    if (!reaches(whole)) return [];
    const found = [...named(unitsBelow(all, whole, day)), ...(belongs.ownOf!(all, whole, owner, day) ? ['OWN'] : [])];
    return found.length > 0 ? found : ['REST'];
  }

  private periods({ by, from, to }: Axis, event: ModelEvent): ValueName[] {
    if (!isOf(event, { from, to, certainty: 'POSSIBLE' })) return [];
    const part = (day: string): string =>
      by === 'YEAR' ? day.slice(0, 4) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    return isOf(event, { from, to }) && part(event.first) === part(event.last) ? [part(event.last)] : ['UNCLEAR'];
  }
}

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED', 'NOT_RECOGNISED', 'WITHDRAWN', 'REVOKED'];

/** The score `85.5` is 855000. */
function tenThousandths(score: string): bigint {
  const [whole, part = ''] = score.split('.');
  return BigInt(`${whole}${part.padEnd(4, '0')}`);
}
