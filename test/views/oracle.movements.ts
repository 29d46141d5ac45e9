import { historyOf } from './oracle.audit.js';
import { contains, type LocalDate } from '../../src/shared/dates.js';
import {
  bothWays,
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holds,
  idOf,
  is,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { isOpenTo, nearestAuthorities } from './oracle.climb.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow, Dated, Rows } from './oracle.rows.js';
import { goesOnAs, lastDay, reachingTo, reachOf, spanOn, unitAt } from './oracle.units.js';

type ShownDated = Shown<AnyRow & Dated>;

const earliest = (...days: (LocalDate | null)[]): LocalDate => days.filter(day => day !== null).toSorted()[0]!;
const roundOf: Answer = ({ row, day }: Shown, _, { rows }) => shownIn('RegistrationRound', rows.rounds, row.round_id, day);

const formerNames = ({ rows }: World, movementId: string): readonly AnyRow[] =>
  rows.formerMovementNames.filter(row => row.movement_id === movementId).toSorted((a, b) => byBytes(a.last_day, b.last_day));
const nameOn = (world: World, { row, day }: Shown): string =>
  formerNames(world, row.id).find(former => former.last_day >= day)?.name ?? row.name;

const ALL_ITEMS = ['SITUATION', 'AIMS', 'APPROACH', 'AUDIENCE', 'FORCES', 'RESOURCES', 'SCHEDULE', 'OUTPUTS', 'SUSTAINABILITY'];
/** What was stated last by the day for the first of the movements and rounds of which something was stated. */
const requiredItems = ({ rows }: World, day: LocalDate, ...ids: string[]): { items: string[]; basis: string | null } => {
  for (const id of ids) {
    const stated = rows.requiredItems
      .filter(one => [one.movement_id, one.round_id].includes(id) && one.from_day <= day)
      .toSorted((a, b) => byBytes(a.from_day, b.from_day))
      .at(-1);
    if (stated) return { items: stated.items, basis: stated.basis };
  }
  return { items: ALL_ITEMS, basis: null };
};

const movementList: ListOracle<ShownDated & { readonly name: string }> = {
  things: (world, day) =>
    shownAll(
      'Movement',
      world.rows.movements.filter(row => earliest(row.act_date, row.from, lastDay(row), row.recorded_on) <= day),
      day,
    ).map(shown => ({ ...shown, name: nameOn(world, shown) })),
  filter: {
    text:
      (words: string, world) =>
      ({ row }) =>
        [row, ...formerNames(world, row.id)].some(({ name }) => holds(name, words)),
    launcherId: is('launcher_id', 'Unit'),
    unitId: (id: string, world, day) => {
      const units = reachingTo(world, rowId('Unit', id), day);
      return ({ row }) => world.rows.rounds.some(round => round.movement_id === row.id && units.has(round.unit_id));
    },
    runningOn:
      (on: LocalDate) =>
      ({ row }) =>
        contains(row, on),
  },
  order: {
    // A start that is not known counts as the earliest.
    ...bothWays('STARTS', shown => shown.row.from ?? '', byBytes),
    ...bothWays('NAME', shown => shown.name, byVietnamese),
  },
};

const roundList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'RegistrationRound',
      rows.rounds.filter(row => earliest(row.opens_on, row.recorded_on) <= day),
      day,
    ),
  filter: {
    movementId: is('movement_id', 'Movement'),
    unitId: (id: string, world, day) => {
      const units = reachingTo(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    openOn:
      (on: LocalDate, { rows }) =>
      ({ row }) =>
        row.opens_on <= on && (row.closes_on >= on || rows.extensions.some(x => x.round_id === row.id && x.closes_on >= on)),
    openTo: ({ unitId, on }: { unitId: string; on?: LocalDate | null }, world, day) => {
      const unit = rowId('Unit', unitId);
      return ({ row }) => isOpenTo(world, row, unit, on ?? day);
    },
  },
  order: {
    ...bothWays('OPENS_ON', shown => shown.row.opens_on, byBytes),
    ...bothWays('CLOSES_ON', shown => shown.row.closes_on, byBytes),
    NAME: { key: shown => shown.row.name, compare: byVietnamese },
  },
};

/** Rows of rounds: of a unit and all under it, by the name it has on the day. */
function rowsOfRounds(
  type: string,
  table: (rows: Rows) => readonly AnyRow[],
): Omit<ListOracle<Shown & { readonly unitName: string }>, 'order'> {
  return {
    things: (world, day) =>
      shownAll(type, table(world.rows), day).map(shown => ({ ...shown, unitName: spanOn(world, shown.row.unit_id, day).name })),
    filter: {
      unitId: (id: string, world, day) => {
        const units = reachOf(world, rowId('Unit', id), day);
        return ({ row }) => units.has(row.unit_id);
      },
    },
  };
}

const byUnit = { UNIT: { key: (shown: { unitName: string }) => shown.unitName, compare: byVietnamese } };
const extensionList: ListOracle<Shown & { readonly unitName: string }> = {
  ...rowsOfRounds('RegistrationExtension', rows => rows.extensions),
  order: { ...byUnit, ...bothWays('CLOSES_ON', (shown: Shown) => shown.row.closes_on, byBytes) },
};
const targetList: ListOracle<Shown & { readonly unitName: string }> = {
  ...rowsOfRounds('AssignedTarget', rows => rows.targets),
  order: { ...byUnit, ...bothWays('COUNT', (shown: Shown) => shown.row.count, byNumber) },
};

const authorityList: ListOracle<ShownDated> = {
  things: ({ rows }, day) =>
    shownAll(
      'ReceivingAuthority',
      rows.authorities.filter(row => contains(row, day)),
      day,
    ),
  filter: {
    unitId: (id: string, world, day) => {
      const unit = rowId('Unit', id);
      const now = goesOnAs(world, unit, day);
      const rules = now === undefined ? new Set() : nearestAuthorities(world, now, day);
      const units = reachingTo(world, unit, day);
      const hasEnded = (one: string): boolean => (world.rows.units.find(({ id: known }) => known === one)!.to ?? '9999') <= day;
      return ({ row }) => rules.has(row.id) || (units.has(row.unit_id) && hasEnded(row.unit_id));
    },
    line:
      (lines: string[]) =>
      ({ row }) =>
        lines.includes(row.line),
    receiverId: is('receiver_id', 'Unit'),
    level:
      (levels: string[]) =>
      ({ row }) =>
        levels.includes(row.level),
  },
  order: { ...bothWays('VALID_FROM', shown => shown.row.from ?? '', byBytes), LINE: { key: shown => shown.row.line, compare: byBytes } },
};

const ofRound = ({ row }: Shown, { row: round }: Shown): boolean => row.round_id === round.id;
const ofRoundOf = ({ row }: Shown, { row: movement }: Shown, { rows }: World): boolean =>
  rows.rounds.find(round => round.id === row.round_id)!.movement_id === movement.id;

export const movementsChapter: Chapter = {
  lists: {
    Movement: movementList,
    RegistrationRound: roundList,
    RegistrationExtension: extensionList,
    AssignedTarget: targetList,
    ReceivingAuthority: authorityList,
  },
  nodes: {
    Movement: rows => rows.movements,
    RegistrationRound: rows => rows.rounds,
    RegistrationExtension: rows => rows.extensions,
    AssignedTarget: rows => rows.targets,
    ReceivingAuthority: rows => rows.authorities,
  },
  fields: {
    Query: {
      movements: rootPage('Movement', movementList),
      movement: (_, args, { rows, today }) => shownIn('Movement', rows.movements, rowId('Movement', args.id), args.asOf ?? today),
      registrationRounds: rootPage('RegistrationRound', roundList),
      receivingAuthorities: rootPage('ReceivingAuthority', authorityList),
    },
    Movement: {
      id: idOf,
      history: historyOf('Movement'),
      name: (shown: Shown, _, world) => nameOn(world, shown),
      formerNames: ({ row, day }: Shown, _, world) =>
        formerNames(world, row.id).map(former => ({ type: 'FormerMovementName', row: former, day })),
      ...columns({ starts: 'starts', ends: 'ends', note: 'note', version: 'version' }),
      launcher: unitAt('launcher_id'),
      act: (shown: Shown) => shown,
      requiredItems: ({ row, day }: Shown, _, world) => ({ row: requiredItems(world, day, row.id), day }),
      rounds: nestedPage('RegistrationRound', roundList, ({ row }: Shown, { row: movement }: Shown) => row.movement_id === movement.id),
      targets: nestedPage('AssignedTarget', targetList, ofRoundOf),
    },
    RequiredFormItems: columns({ items: 'items', basis: 'basis' }),
    FormerMovementName: columns({ name: 'name', lastDay: 'last_day' }),
    RegistrationRound: {
      id: idOf,
      history: historyOf('RegistrationRound'),
      ...columns({ name: 'name', opensOn: 'opens_on', closesOn: 'closes_on', appraisedAt: 'appraised_at', version: 'version' }),
      requiredItems: ({ row, day }: Shown, _, world) => ({ row: requiredItems(world, day, row.id, row.movement_id), day }),
      movement: ({ row, day }: Shown, _, { rows }) => shownIn('Movement', rows.movements, row.movement_id, day),
      unit: unitAt('unit_id'),
      extensions: nestedPage('RegistrationExtension', extensionList, ofRound),
      targets: nestedPage('AssignedTarget', targetList, ofRound),
    },
    RegistrationExtension: {
      id: idOf,
      ...columns({ closesOn: 'closes_on', reason: 'reason', version: 'version' }),
      round: roundOf,
      unit: unitAt('unit_id'),
    },
    AssignedTarget: {
      id: idOf,
      ...columns({ count: 'count', basis: 'basis', version: 'version' }),
      round: roundOf,
      unit: unitAt('unit_id'),
    },
    ReceivingAuthority: {
      id: idOf,
      ...columns({
        line: 'line',
        level: 'level',
        requiresAppraisal: 'requires_appraisal',
        validFrom: 'from',
        basis: 'basis',
        version: 'version',
      }),
      validTo: ({ row }: ShownDated) => lastDay(row),
      unit: unitAt('unit_id'),
      receiver: unitAt('receiver_id'),
      recogniser: unitAt('recogniser_id'),
    },
  },
};
