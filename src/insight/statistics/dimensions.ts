import type { CommendationConditions } from '../../features/commendations/commendation.filter.js';
import { CommendationForm } from '../../features/commendations/forms/forms.js';
import { gradesNamed } from '../../features/evaluations/evaluation-sql.js';
import { ModelKind } from '../../features/models/content/model-kinds.js';
import { SubjectKind } from '../../features/sectors/subject-kind.js';
import { beginningOf, isPossible, isWithin } from '../../features/models/events/model-events-sql.js';
import type { ModelConditions } from '../../features/models/model.filter.js';
import { ModelState, RunningState } from '../../features/models/model-states.js';
import { fileState, running } from '../../features/models/model-on-day-sql.js';
import { RecognitionLevel } from '../../features/sectors/recognition-level.js';
import { and, literal, sql, type Sql } from '../../platform/database/sql.js';
import { monthEnd } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { EventConditions } from './measures.js';
import type { StatisticsDimension } from './statistics-kinds.js';
import type { Axis } from './axis.js';

/** The value of a dimension in totals: all of its values together. */
export const ALL = Symbol('all');
/** A value as the statement returns it; `null`: none, or not known. */
export type Key = string | null;

/** Whose a thing is; lists of models and of commendations have these conditions alike. */
type OwnerConditions = Pick<CommendationConditions, 'unitId' | 'ownOf' | 'restOf' | 'outside' | 'withoutUnit'>;

/** The conditions that find what belongs to a value, of the model, of the event, and of whose it is. */
export interface Opening {
  readonly model?: ModelConditions;
  readonly event?: EventConditions;
  readonly owner?: OwnerConditions;
}

/** What rows and columns are made by, as data: a new dimension is one entry here and one word in `statistics.terms.ts`. */
export interface Dimension {
  /** Which measures have it: all, those of models, or those that name it in `measures.ts`. */
  readonly of: 'ALL' | 'MODELS' | 'NAMED';
  /** What is joined to the thing `m` and its event `e`, and the value as text. `where`: only these are in the table. @param owners of `m`. */
  readonly key: (axis: Axis, day: Sql, owners: Sql) => { readonly from?: Sql; readonly key: Sql; readonly where?: Sql };
  /** How the numbers of a value open. */
  readonly opens: (axis: Axis, key: Key | typeof ALL) => Opening;
  /** The values in their order, where it is not that of their labels. */
  readonly order?: readonly string[];
  /** Of values that are codes of others: what those of these codes are called, as rows of code, name and place. */
  readonly named?: (codes: Sql) => Sql;
  /** The type of the things whose ids its values are. */
  readonly things?: 'Unit' | 'Sector' | 'Theme' | 'Movement' | 'RegistrationRound';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A column of the model: its values are those of an enum. */
const ofColumn = (column: Sql, field: 'subjectKind' | 'kind', values: object): Dimension => ({
  of: 'MODELS',
  key: () => ({ key: sql`m.${column}` }),
  opens: (_axis, key) => (typeof key === 'string' ? { model: { [field]: [key] } } : {}),
  order: Object.keys(values),
});

/** A state on the day; `null`: not known. */
const ofState = (state: typeof fileState, field: 'state' | 'running', aspect: 'STATE' | 'RUNNING', values: object): Dimension => ({
  of: 'MODELS',
  key: (_axis, day) => ({ key: state(sql`m`, day) }),
  opens: (_axis, key) => (key === ALL ? {} : { model: key === null ? { lacking: [aspect] } : { [field]: [key] } }),
  order: Object.keys(values),
});

/** A column of the event. @param values in what order they are, or what they are called. */
const ofEvent = (
  column: Sql,
  field: 'level' | 'form' | 'recipientKind' | 'grade',
  without: 'withoutLevel' | 'withoutForm' | 'withoutRecipientKind' | 'withoutGrade',
  values: Pick<Dimension, 'order' | 'named'>,
): Dimension => ({
  of: 'NAMED',
  key: () => ({ key: sql`e.${column}` }),
  opens: (_axis, key) => (key === ALL ? {} : { event: key === null ? { [without]: true } : { [field]: [key] } }),
  ...values,
});

const idOf = (type: NonNullable<Dimension['things']>, key: Key): string => toGlobalId(type, key as Id);

/** The first and last day of `2024` or `2024-Q1`, within the days of the axis. */
export function periodOf({ from, to }: Pick<Axis, 'from' | 'to'>, key: string): { readonly from: string; readonly to: string } {
  const [year, quarter] = key.split('-Q');
  const last = quarter === undefined ? 12 : Number(quarter) * 3;
  const monthOf = (month: number): string => `${year}-${String(month).padStart(2, '0')}`;
  const [first, end] = [`${monthOf(quarter === undefined ? 1 : last - 2)}-01`, monthEnd(monthOf(last))];
  return { from: from && from > first ? from : first, to: to && to < end ? to : end };
}

export const UNCLEAR = 'UNCLEAR';

const ofPeriod = (part: 'YEAR' | 'QUARTER'): Dimension => ({
  of: 'ALL',
  key: ({ from, to }) => {
    const [start, end] = [literalDay(from, '-infinity'), literalDay(to, 'infinity')];
    const format = part === 'YEAR' ? literal('YYYY') : literal('YYYY"-Q"Q');
    const sameBeginning = sql`${beginningOf(literal(part), sql`e.first_day`)} = ${beginningOf(literal(part), sql`e.last_day`)}`;
    // Without an end every day is possible, and nothing is asked: PostgreSQL would think that few events pass.
    const isBounded = Boolean(from ?? to);
    const isKnown = isBounded ? and([isWithin(sql`e`, start, end), sameBeginning]) : sameBeginning;
    return {
      key: sql`(case when ${isKnown} then to_char(e.last_day, ${format}) else ${literal(UNCLEAR)} end)`,
      ...(isBounded && { where: isPossible(sql`e`, start, end) }),
    };
  },
  opens: ({ from, to }, key) => {
    const days = { ...(from && { from }), ...(to && { to }) };
    if (key === ALL) return from || to ? { event: { period: { ...days, certainty: 'POSSIBLE' } } } : {};
    return { event: { period: key === UNCLEAR ? { ...days, certainty: `${part}_UNKNOWN` } : periodOf({ from, to }, key!) } };
  },
});

const literalDay = (day: string | undefined, otherwise: string): Sql => sql`date ${literal(day && DAY.test(day) ? day : otherwise)}`;

export const OWN = 'OWN';
export const REST = 'REST';
export const OUTSIDE = 'OUTSIDE';

const unit: Dimension = {
  of: 'ALL',
  things: 'Unit',
  // The owner; in which row it belongs is looked up for all owners together (`placedInRows`).
  key: (_axis, _day, owners) => ({ from: sql`left join lateral ${owners} o on true`, key: sql`o.unit_id` }),
  opens: ({ unitId, level, basis }, key) => {
    const whole = unitId && toGlobalId('Unit', unitId);
    const conditions =
      key === ALL
        ? whole && { unitId: whole }
        : key === OWN
          ? { ownOf: whole! }
          : key === REST
            ? { restOf: whole! }
            : key === OUTSIDE
              ? { outside: level! }
              : key === null
                ? { withoutUnit: true }
                : { unitId: idOf('Unit', key) };
    if (!conditions) return {};
    return basis === 'RESTATED' || key === null ? { owner: conditions } : { event: conditions };
  },
};

/** How the row of a unit opens that was not always of the axis' level, or below its unit: only with what it reached while it was. */
export const whileThere = ({ unitId, level }: Axis, key: Key): Opening => ({
  event: { unitWhile: { unitId: idOf('Unit', key), ...(level && { level }), ...(unitId && { belowId: toGlobalId('Unit', unitId) }) } },
});

/** Looks up the row of the unit dimension for events `f` with an owner (`key`) and the day whose units count. */
export const placedInRows = ({ unitId }: Axis, key: Sql, day: Sql): { readonly from: Sql; readonly key: Sql; readonly where?: Sql } => {
  const from = sql`left join unit_row on unit_row.id = ${key} and unit_row.validity @> ${day}`;
  if (!unitId) return { from, key: sql`(case when ${key} is not null then coalesce(unit_row.key, ${literal(OUTSIDE)}) end)` };
  return {
    from: sql`${from} left join unit_whole on unit_whole.id = ${key} and unit_whole.validity @> ${day}`,
    key: sql`coalesce(unit_row.key, ${literal(REST)})`,
    where: sql`(unit_row.id is not null or unit_whole.id is not null)`,
  };
};

export const DIMENSIONS: Readonly<Record<StatisticsDimension, Dimension>> = {
  UNIT: unit,
  YEAR: ofPeriod('YEAR'),
  QUARTER: ofPeriod('QUARTER'),
  MOVEMENT: {
    of: 'NAMED',
    things: 'Movement',
    key: () => ({ from: sql`left join registration_round of_round on of_round.id = e.round_id`, key: sql`of_round.movement_id::text` }),
    opens: (_axis, key) => (key === ALL ? {} : { event: key === null ? { withoutRound: true } : { movementId: idOf('Movement', key) } }),
  },
  ROUND: {
    of: 'NAMED',
    things: 'RegistrationRound',
    key: () => ({ key: sql`e.round_id::text` }),
    opens: (_axis, key) =>
      key === ALL ? {} : { event: key === null ? { withoutRound: true } : { roundId: idOf('RegistrationRound', key) } },
  },
  SECTOR: {
    of: 'MODELS',
    things: 'Sector',
    key: () => ({ key: sql`m.sector_id::text` }),
    opens: (_axis, key) => (key === ALL ? {} : { model: key === null ? { lacking: ['SECTOR'] } : { sectorId: idOf('Sector', key) } }),
  },
  THEME: {
    of: 'MODELS',
    things: 'Theme',
    key: () => ({ from: sql`left join emulation_model_theme of_theme on of_theme.model_id = m.id`, key: sql`of_theme.theme_id::text` }),
    opens: (_axis, key) => (key === ALL ? {} : { model: key === null ? { lacking: ['THEME'] } : { themeId: idOf('Theme', key) } }),
  },
  SUBJECT_KIND: ofColumn(sql`subject_kind`, 'subjectKind', SubjectKind),
  MODEL_KIND: ofColumn(sql`kind`, 'kind', ModelKind),
  STATE: ofState(fileState, 'state', 'STATE', ModelState),
  RUNNING: ofState(running, 'running', 'RUNNING', RunningState),
  LEVEL: ofEvent(sql`level`, 'level', 'withoutLevel', { order: Object.keys(RecognitionLevel) }),
  COMMENDATION_FORM: ofEvent(sql`form`, 'form', 'withoutForm', { order: Object.keys(CommendationForm) }),
  RECIPIENT_KIND: ofEvent(sql`recipient_kind`, 'recipientKind', 'withoutRecipientKind', { order: Object.keys(SubjectKind) }),
  GRADE: ofEvent(sql`grade`, 'grade', 'withoutGrade', { named: gradesNamed }),
};

/** Periods are dimensions of every event. */
export const isPeriod = (by: StatisticsDimension): by is 'YEAR' | 'QUARTER' => by === 'YEAR' || by === 'QUARTER';
