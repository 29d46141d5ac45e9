import { GraphQLError } from 'graphql';
import type { LocalDate } from '../../src/shared/dates.js';
import { refused, type Answer, type Arguments, type ListOracle, type OrderOracle, type Shown, type World } from './oracle.chapter.js';

interface Listed {
  readonly type: string;
  readonly list: ListOracle;
  /** Which things of the list belong to the parent. */
  readonly within?: (thing: any) => boolean;
}

/** A page of a list, by filtering everything, sorting everything, counting everything. */
function pageOf({ type, list, within }: Listed, args: Arguments, world: World, day: LocalDate): object {
  const given = (args.filter ?? {}) as Arguments;
  const isGiven = (field: string): boolean => given[field] !== null && given[field] !== undefined;
  const conditions = [
    ...Object.keys(given)
      .filter(isGiven)
      .map(field => list.filter[field]!(given[field], world, day)),
    ...Object.entries(list.otherwise ?? {}).flatMap(([field, keeps]) => (isGiven(field) ? [] : [keeps])),
    ...(within ? [within] : []),
  ];
  const order = list.order[args.orderBy as string]!;
  const name = `${type}.${args.orderBy}`;
  const found = list
    .things(world, day)
    .filter(thing => conditions.every(keeps => keeps(thing)))
    .map(thing => ({ thing, key: order.key(thing), id: thing.row.id as string }))
    .toSorted((a, b) => compared(order, a, b));

  const after = placeAfter(args.after as string | null | undefined, name, world);
  const following = after ? found.filter(row => compared(order, row, after) > 0) : found;
  const page = following.slice(0, args.first as number);
  const cursors = page.map(({ key, id }) => world.cursors.write({ order: name, key, id }));
  return {
    nodes: page.map(row => row.thing),
    edges: page.map((row, i) => ({ node: row.thing, cursor: cursors[i] })),
    totalCount: found.length,
    pageInfo: {
      hasNextPage: following.length > page.length,
      hasPreviousPage: after !== undefined,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
}

/** The codes with which `pageOf` refuses ids of the filter and the cursor, each by itself. */
export function refusedPageArguments({ type, list }: Pick<Listed, 'type' | 'list'>, args: Arguments, world: World): string[] {
  const checks = Object.entries((args.filter ?? {}) as Arguments)
    .filter(([, given]) => given !== null && given !== undefined)
    .map(
      ([field, given]) =>
        (): unknown =>
          list.filter[field]!(given, world, world.today),
    );
  return [...checks, () => placeAfter(args.after as string | null | undefined, `${type}.${args.orderBy}`, world)].flatMap(check => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof GraphQLError && error.extensions.code !== undefined) return [error.extensions.code as string];
      throw error;
    }
  });
}

/** The list of a root field. */
export const rootPage =
  (type: string, list: ListOracle): Answer =>
  (_, args, world) =>
    pageOf({ type, list }, args, world, (args.asOf as LocalDate | null | undefined) ?? world.today);

/** The part of a list that belongs to the parent. */
export const nestedPage =
  (type: string, list: ListOracle, belongs: (thing: any, parent: any, world: World) => boolean): Answer =>
  (parent: Shown, args, world) =>
    pageOf({ type, list, within: thing => belongs(thing, parent, world) }, args, world, parent.day);

type Place = { readonly key: any; readonly id: string };

/** A value that is not known comes last in either direction. */
function compared({ compare, descending }: OrderOracle, a: Place, b: Place): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  const byKey = a.key === null ? 0 : compare(a.key, b.key);
  return (byKey || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) * (descending ? -1 : 1);
}

function placeAfter(after: string | null | undefined, order: string, { cursors }: World): Place | undefined {
  if (after === null || after === undefined) return undefined;
  const place = cursors.placeOf(after);
  if (place?.order !== order) throw refused('CURSOR_INVALID');
  return place;
}
