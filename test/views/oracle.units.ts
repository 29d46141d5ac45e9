import { addDays, contains, type LocalDate } from '../../src/shared/dates.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holdsWords,
  idOf,
  rowId,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { nestedPage, rootPage } from './oracle.page.js';
import { NaiveReach, type ResidualReason } from './oracle.reach.js';
import type { Dated, Rows } from './oracle.rows.js';
import type { SpanRow, SuccessionRow, UnitRow } from './oracle.unit-rows.js';

/** A unit as it is shown on a day. */
export type ShownUnit = Shown<UnitRow>;

const LABELS: Readonly<Record<string, string>> = {
  THANH_PHO_TW: 'Thành phố',
  TINH: 'Tỉnh',
  QUAN: 'Quận',
  HUYEN: 'Huyện',
  THI_XA: 'Thị xã',
  THANH_PHO: 'Thành phố',
  PHUONG: 'Phường',
  XA: 'Xã',
  THI_TRAN: 'Thị trấn',
  DAC_KHU: 'Đặc khu',
};

export const fullName = ({ kind, name }: SpanRow): string => (LABELS[kind] ? `${LABELS[kind]} ${name}` : name);
export const lastDay = ({ to }: Dated): LocalDate | null => (to === null ? null : addDays(to, -1));
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

const spansFound = new WeakMap<Rows, Map<string, SpanRow[]>>();

/** In order of time; looked for once, for everything asks for them. */
function spansOf({ rows }: Pick<World, 'rows'>, unitId: string): SpanRow[] {
  const known = spansFound.get(rows) ?? new Map<string, SpanRow[]>();
  spansFound.set(rows, known);
  const spans =
    known.get(unitId) ?? rows.spans.filter(row => row.unit_id === unitId).toSorted((a, b) => byBytes(a.from ?? '', b.from ?? ''));
  known.set(unitId, spans);
  return spans;
}

/** How it stood on the day; after its end as it stood last, before its start as it stood first. */
export function spanOn(world: Pick<World, 'rows'>, unitId: string, day: LocalDate): SpanRow {
  const spans = spansOf(world, unitId);
  return spans.findLast(span => span.from === null || span.from <= day) ?? spans[0]!;
}

const span = (world: World, { row, day }: ShownUnit): SpanRow => spanOn(world, row.id, day);

export const shownUnit = ({ rows }: World, id: string | null, day: LocalDate): ShownUnit | null => shownIn('Unit', rows.units, id, day);

/** The unit that a column refers to: as of the day of another column, or as of the day shown. */
export const unitAt =
  (column: string, dayColumn?: string): Answer =>
  ({ row, day }: Shown, _, world) =>
    shownUnit(world, row[column], (dayColumn ? row[dayColumn] : null) ?? day);

const inForce = ({ rows }: World, day: LocalDate): ShownUnit[] =>
  rows.units.filter(unit => contains(unit, day)).map(row => ({ type: 'Unit', row, day }));

const standsUnder = (world: World, shown: ShownUnit, placeId: string): boolean =>
  span(world, shown).parent_id === placeId || span(world, shown).territory_id === placeId;

/** From the top down; each step is taken on a day on which the span below it held. */
function pathOf(world: World, unitId: string, day: LocalDate): string {
  const here = spanOn(world, unitId, day);
  const above = here.parent_id ?? here.territory_id;
  const then = later(earlier(day, lastDay(here) ?? day), here.from ?? day);
  return above === null ? fullName(here) : `${pathOf(world, above, then)} / ${fullName(here)}`;
}

const restated = (world: World, { row, day }: ShownUnit): ShownUnit | null =>
  shownUnit(world, NaiveReach.over(world.rows).restated(row.id, day), day);

/** The unit and all that stands under it on the day. */
function subtree(world: World, unitId: string, day: LocalDate): Set<string> {
  const found = new Set([unitId]);
  for (const id of found) for (const shown of inForce(world, day)) if (standsUnder(world, shown, id)) found.add(shown.row.id);
  return found;
}

/** All units whose records belong to the unit on the day. */
export const reachOf = ({ rows }: World, unitId: string, day: LocalDate): Set<string> => NaiveReach.over(rows).reach(unitId, day);

/** All units whose records hold for the unit, or held for what counts at it now. */
export const reachingTo = ({ rows }: World, unitId: string, day: LocalDate): Set<string> => NaiveReach.over(rows).reaching(unitId, day);

/** The unit in force that this one goes on as: itself, or the last of its whole successors. */
export function goesOnAs(world: World, id: string, day: LocalDate): string | undefined {
  const unit = shownUnit(world, id, day);
  if (unit && contains(unit.row, day)) return id;
  const next = world.rows.successions.find(one => one.whole && one.predecessor_id === id && one.effective_on <= day);
  return next && goesOnAs(world, next.successor_id, day);
}

interface ShownSuccession {
  readonly succession: SuccessionRow;
  readonly other: string;
  readonly day: LocalDate;
}

const successions = (world: World, { row, day }: ShownUnit, from: 'predecessor_id' | 'successor_id'): ShownSuccession[] =>
  world.rows.successions
    .filter(s => s[from] === row.id)
    .toSorted((a, b) => byBytes(a.effective_on, b.effective_on) || Number(b.whole) - Number(a.whole) || byBytes(a.id, b.id))
    .map(succession => ({ succession, day, other: from === 'predecessor_id' ? succession.successor_id : succession.predecessor_id }));

interface ShownResidual {
  readonly id: string;
  readonly reason: ResidualReason;
  readonly day: LocalDate;
}

const residual = (world: World, { row, day }: ShownUnit): ShownResidual[] =>
  [...NaiveReach.over(world.rows).residual(row.id, day)]
    .map(([id, reason]) => ({ id, reason, day }))
    .toSorted((a, b) => byBytes(a.reason, b.reason) || byBytes(a.id, b.id));

const served = ({ rows }: World, { row, day }: ShownUnit, column: 'body_id' | 'territory_id'): Shown[] =>
  rows.servedTerritories
    .filter(one => one[column] === row.id)
    .toSorted((a, b) => byBytes(a.from!, b.from!) || byBytes(a.id, b.id))
    .map(one => ({ type: 'ServedTerritory', row: one, day }));

interface ShownSpan {
  readonly row: SpanRow;
  readonly day: LocalDate;
}

/** What stood above it is shown as of the span's last day, or of the day asked for while the span goes on. */
const placeOf = (world: World, { row: { to }, day }: ShownSpan, id: string | null): ShownUnit | null =>
  shownUnit(world, id, to === null ? day : earlier(addDays(to, -1), day));

const unitList: ListOracle<ShownUnit & { readonly span: SpanRow }> = {
  things: (world, day) => inForce(world, day).map(shown => ({ ...shown, span: span(world, shown) })),
  filter: {
    text: (words: string) => shown => holdsWords([shown.span.name, fullName(shown.span), shown.span.code], words),
    unitId: (id: string, world, day) => {
      const units = subtree(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.id);
    },
    parentId: (id: string, world) => {
      const place = rowId('Unit', id);
      return shown => standsUnder(world, shown, place);
    },
    kind: (kinds: string[]) => shown => kinds.includes(shown.span.kind),
    line: (lines: string[]) => shown => lines.includes(shown.row.line),
    code: (code: string) => shown => shown.span.code === code,
  },
  order: {
    ...bothWays('NAME', shown => shown.span.name, byVietnamese),
    ...bothWays('CODE', shown => shown.span.code ?? '', byBytes),
  },
};

export const unitsChapter: Chapter = {
  lists: { Unit: unitList },
  nodes: { Unit: rows => rows.units },
  fields: {
    Query: {
      units: rootPage('Unit', unitList),
      unit: (_, args, world) => shownUnit(world, rowId('Unit', args.id), args.asOf ?? world.today),
    },
    Unit: {
      id: idOf,
      asOf: ({ day }: ShownUnit) => day,
      name: (shown: ShownUnit, _, world) => span(world, shown).name,
      fullName: (shown: ShownUnit, _, world) => fullName(span(world, shown)),
      kind: (shown: ShownUnit, _, world) => span(world, shown).kind,
      code: (shown: ShownUnit, _, world) => span(world, shown).code,
      inForce: ({ row, day }: ShownUnit) => contains(row, day),
      ...columns({ line: 'line', validFrom: 'starts', validTo: 'ends', source: 'source', version: 'version' }),
      path: ({ row, day }: ShownUnit, _, world) => pathOf(world, row.id, day),
      parent: (shown: ShownUnit, _, world) => shownUnit(world, span(world, shown).parent_id, shown.day),
      territory: (shown: ShownUnit, _, world) => shownUnit(world, span(world, shown).territory_id, shown.day),
      restated: (shown: ShownUnit, _, world) => restated(world, shown),
      successors: (shown: ShownUnit, _, world) => successions(world, shown, 'predecessor_id'),
      predecessors: (shown: ShownUnit, _, world) => successions(world, shown, 'successor_id'),
      residual: (shown: ShownUnit, _, world) => residual(world, shown),
      servedTerritories: (shown: ShownUnit, _, world) => served(world, shown, 'body_id'),
      servedBy: (shown: ShownUnit, _, world) => served(world, shown, 'territory_id'),
      history: ({ row, day }: ShownUnit, _, world): ShownSpan[] => spansOf(world, row.id).map(found => ({ row: found, day })),
      children: nestedPage('Unit', unitList, (child: ShownUnit, { row }: ShownUnit, world) => standsUnder(world, child, row.id)),
    },
    UnitSuccession: {
      unit: ({ other, day }: ShownSuccession, _, world) => shownUnit(world, other, day),
      whole: ({ succession }: ShownSuccession) => succession.whole,
      date: ({ succession }: ShownSuccession) => succession.effective,
      act: ({ succession }: ShownSuccession, _, { rows }) => rows.events.find(event => event.id === succession.event_id)!.act_number,
    },
    ResidualUnit: {
      unit: ({ id, day }: ShownResidual, _, world) => shownUnit(world, id, day),
      reason: ({ reason }: ShownResidual) => reason,
    },
    ServedTerritory: {
      id: idOf,
      ...columns({ validFrom: 'from', basis: 'basis', version: 'version' }),
      body: ({ row, day }: Shown, _, world) => shownUnit(world, row.body_id, day),
      territory: ({ row, day }: Shown, _, world) => shownUnit(world, row.territory_id, day),
      validTo: ({ row }: Shown) => lastDay(row as unknown as Dated),
    },
    UnitSpan: {
      ...columns({ from: 'from', name: 'name', kind: 'kind', code: 'code' }),
      to: ({ row }: ShownSpan) => lastDay(row),
      parent: (shown: ShownSpan, _, world) => placeOf(world, shown, shown.row.parent_id),
      territory: (shown: ShownSpan, _, world) => placeOf(world, shown, shown.row.territory_id),
    },
  },
};
