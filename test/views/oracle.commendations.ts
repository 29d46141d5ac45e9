import { lawInWords } from '../../src/features/commendations/forms/law-words.js';
import { formulaOf } from '../../src/features/commendations/money/money-words.js';
import { date } from '../../src/shared/writing.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  thing,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { grantFilters, grantOf, isRevoked, ofUnit } from './oracle.commendation-grants.js';
import { meets } from './oracle.models.js';
import { NaiveReach } from './oracle.reach.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { lastDay, reachOf, shownUnit } from './oracle.units.js';

const dayOf = ({ all }: World, row: AnyRow): string =>
  all.decisions.find(({ id }) => id === row.decision_id)?.issued_by ?? row.presented_on ?? row.on_day ?? row.recorded_on;
const stateOf = ({ row, day }: Shown): string => (isRevoked(row, day) ? 'REVOKED' : 'IN_FORCE');
const isDue = (row: AnyRow): boolean =>
  (row.certificate_due && row.certificate_recovered_on === null) || (row.money_due && row.money_recovered_on === null);

/** The decision that gave another title, where that title is seen. */
function decisionOfTitle({ rows, all }: World, titleId: string | undefined): string | null {
  const title = rows.commendations.find(({ id }) => id === titleId);
  const decision = title && all.decisions.find(({ id }) => id === title.decision_id);
  if (!decision || decision.number === null) return null;
  return decision.issued_from === null ? decision.number : `${decision.number}, ${date(decision.issued_from, 'vi')}`;
}

const withDay = (world: World, row: AnyRow): AnyRow => ({ ...row, listed_on: dayOf(world, row) });

/** All of the conditions of a filter of commendations. */
export const meetsOf = (given: object, world: World, day: string): ((shown: Shown) => boolean) => {
  const conditions = Object.entries(given).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [commendationList.filter[field]!(value, world, day)],
  );
  return shown => conditions.every(meetsIt => meetsIt(shown));
};

export const commendationList: ListOracle<Shown> = {
  things: (world, day) =>
    shownAll(
      'Commendation',
      world.rows.commendations.map(row => withDay(world, row)).filter(row => row.listed_on <= day),
      day,
    ),
  filter: {
    recipient:
      (words: string) =>
      ({ row }) =>
        row.name !== null && holds(row.name, words),
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    issuerId: (id: string) => {
      const wanted = rowId('Unit', id);
      return ({ row }) => row.issuer_id === wanted;
    },
    personId: (id: string, { rows }) => {
      const wanted = rowId('Person', id);
      const isSeen = rows.people.some(person => person.id === wanted);
      return ({ row }) => isSeen && row.person_id === wanted;
    },
    modelId: (id: string, { rows }) => {
      const wanted = rowId('EmulationModel', id);
      const isSeen = rows.models.some(model => model.id === wanted);
      return ({ row }) => isSeen && row.model_id === wanted;
    },
    decisionId: (id: string) => {
      const wanted = rowId('Decision', id);
      return ({ row }) => row.decision_id === wanted;
    },
    form:
      (forms: string[]) =>
      ({ row }) =>
        forms.includes(row.form),
    level:
      (levels: string[]) =>
      ({ row }) =>
        levels.includes(row.level),
    year:
      (year: number) =>
      ({ row }) =>
        Number(row.listed_on.slice(0, 4)) === year,
    state: (state: string) => shown => stateOf(shown) === state,
    toRecover:
      (wanted: boolean) =>
      ({ row }) =>
        isDue(row) === wanted,
    toComplete:
      (wanted: boolean) =>
      ({ row }) =>
        (row.stated_count !== null && row.count > 0) === wanted,
    residualOf: (id: string, world, day) => {
      const unit = rowId('Unit', id);
      const [own, residual] = [reachOf(world, unit, day), NaiveReach.over(world.rows).residual(unit, day)];
      return ({ row }) => residual.has(row.unit_id) && !own.has(row.unit_id);
    },
    ownOf: ofUnit('ownOf'),
    restOf: ofUnit('restOf'),
    outside: ofUnit('outside'),
    withoutUnit:
      (wanted: boolean) =>
      ({ row }) =>
        (row.unit_id === null) === wanted,
    granted: (given: Record<string, unknown>, world) => {
      const conditions = Object.entries(given).flatMap(([field, value]) =>
        value === null || value === undefined ? [] : [grantFilters[field]!(value, world)],
      );
      return shown => grantOf(world, shown).some(one => conditions.every(meetsIt => meetsIt(one, shown)));
    },
    model: (given: Record<string, unknown>, world, day) => {
      const keeps = meets(given, world, day);
      return ({ row }) => {
        const model = world.rows.models.find(({ id }) => id === row.model_id);
        const isThere = model !== undefined && model.merged_into_id === null && model.trashed_at === null;
        return isThere && keeps({ type: 'EmulationModel', row: model, day });
      };
    },
    and: (given: object[], world, day) => {
      const conditions = given.map(one => meetsOf(one, world, day));
      return shown => conditions.every(meetsIt => meetsIt(shown));
    },
  },
  order: bothWays('DAY', ({ row }) => row.listed_on, byBytes),
};

const totalOf: Answer = ({ row, day }: Shown, _, { all, reaches }: World) => {
  if (!reaches(row.issuer_id)) return null;
  const granted = all.commendations.filter(one => one.decision_id === row.id && !isRevoked(one, day));
  const sum = (rows: readonly AnyRow[], of: (one: AnyRow) => number): number => rows.reduce((total, one) => total + of(one), 0);
  const total = {
    recipients: sum(granted, one => one.count ?? 0),
    amount: `${sum(granted, one => (one.count ?? 0) * (one.amount ?? 0))}`,
    unknown: sum(granted, one => (one.amount === null ? (one.count ?? 0) : 0)),
  };
  return { type: 'CommendationTotal', row: total, day };
};

const belongs =
  (column: string) =>
  ({ row }: Shown, parent: Shown) =>
    row[column] === parent.row.id;
const commendationsBy = (column: string): Answer => nestedPage('Commendation', commendationList, belongs(column));

/** Commendations with what belongs to them. */
export const commendationsChapter: Chapter = {
  lists: { Commendation: commendationList },
  nodes: { Commendation: rows => rows.commendations },
  fields: {
    Query: {
      commendations: rootPage('Commendation', commendationList),
      commendation: (_, args, { rows, today }) =>
        shownIn('Commendation', rows.commendations, rowId('Commendation', args.id), args.asOf ?? today),
    },
    EmulationModel: { commendations: commendationsBy('model_id') },
    Person: { commendations: commendationsBy('person_id') },
    Decision: { commendations: commendationsBy('decision_id'), awardMoney: totalOf },
    Unit: {
      commendations: nestedPage('Commendation', commendationList, ({ row }: Shown, unit: Shown, world) =>
        reachOf(world, unit.row.id, unit.day).has(row.unit_id),
      ),
    },
    Commendation: {
      id: idOf,
      ...columns({
        form: 'form',
        level: 'level',
        count: 'count',
        statedCount: 'stated_count',
        authority: 'issuer_class',
        fromPaper: 'from_paper',
        source: 'source',
        presentedOn: 'presented_on',
        on: 'on_day',
        reason: 'reason',
        periodFrom: 'from',
        receivedOn: 'received_on',
        certificateCode: 'certificate_code',
        version: 'version',
      }),
      periodTo: ({ row }: Shown) => lastDay(row as never),
      recipient: (shown: Shown) => shown,
      money: (shown: Shown) => shown,
      law: (shown: Shown) => (shown.row.law_act === null ? null : shown),
      revocation: (shown: Shown) => (isRevoked(shown.row, shown.day) ? shown : null),
      state: stateOf,
      partOf: thing('Commendation', rows => rows.commendations, 'part_of_id'),
      names: ({ row, day }: Shown, _, { rows }) =>
        shownAll(
          'Commendation',
          rows.commendations.filter(one => one.part_of_id === row.id).toSorted((a, b) => byBytes(a.id, b.id)),
          day,
        ),
      decision: thing('Decision', rows => rows.decisions, 'decision_id'),
      issuer: ({ row }: Shown, _, world) => (row.issuer_id === null ? null : shownUnit(world, row.issuer_id, dayOf(world, row))),
      model: thing('EmulationModel', rows => rows.models, 'model_id'),
      evaluation: thing('Evaluation', rows => rows.evaluations, 'evaluation_id'),
      person: thing('Person', rows => rows.people, 'person_id'),
      unit: ({ row, day }: Shown, _, world) => (row.unit_id === null ? null : shownUnit(world, row.unit_id, day)),
      history: historyOf('Commendation'),
    },
    CommendationRecipient: columns({ kind: 'recipient_kind', name: 'name', post: 'post', unit: 'unit_name' }),
    CommendationMoney: {
      ...columns({ amount: 'amount' }),
      formula: ({ row: { money, amount } }: Shown, _, world) => {
        if (money === null) return amount === null ? 'chưa biết tiền thưởng: văn bản không ghi' : 'theo văn bản';
        return formulaOf(money, { by: money.by ?? null, decision: decisionOfTitle(world, money.title) });
      },
    },
    CommendationLaw: {
      ...columns({ act: 'law_act', reason: 'law_reason', verified: 'law_verified', chosenBy: 'chosen_by', chosenReason: 'chosen_reason' }),
      explanation: ({ row }: Shown) =>
        lawInWords({ act: row.law_act, reason: row.law_reason, verified: row.law_verified, receivedOn: row.received_on }),
    },
    CommendationRevocation: {
      ...columns({
        on: 'revoked_on',
        ground: 'revoked_ground',
        reason: 'revoked_reason',
        certificateDue: 'certificate_due',
        certificateRecoveredOn: 'certificate_recovered_on',
        moneyDue: 'money_due',
        moneyRecoveredOn: 'money_recovered_on',
      }),
      decision: thing('Decision', rows => rows.decisions, 'revoked_by_id'),
      done: ({ row }: Shown) => !isDue(row),
    },
    CommendationTotal: columns({ recipients: 'recipients', amount: 'amount', unknown: 'unknown' }),
  },
};
