import { dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import {
  byBytes,
  byNumber,
  bothWays,
  columns,
  moment,
  refused,
  rowId,
  shownAll,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { definitionOn } from './oracle.definitions.js';
import { rootPage } from './oracle.page.js';
import { fullName, reachOf, shownUnit, spanOn } from './oracle.units.js';
import { asClientsKnowIt } from '../../src/platform/audit/trail-ids.js';
import type { AnyRow, Rows } from './oracle.rows.js';

/**
 * The trail of one object.
 * @param entries the entries that the asker sees; all of them where they follow the object.
 */
export const historyOf =
  (type: string, entries: (world: World) => readonly AnyRow[] = ({ all }) => all.trail): Answer =>
  ({ row, day }: Shown, _, world) =>
    entries(world)
      .filter(entry => entry.object_type === type && entry.object_id === row.id)
      .toSorted((a, b) => byNumber(b.at.getTime(), a.at.getTime()) || byBytes(b.id, a.id))
      .map(entry => ({ type: 'ObjectChange', row: entry, day }));

/** As PostgreSQL writes a value of JSON as text: words bare, everything else with a blank behind comma and colon. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : spaced(value);
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`)
    .join(', ')}}`;
}

function changesOf({ row: { before, after, object_type } }: Shown): object[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .toSorted(byBytes)
    .map(name => ({ name, before: asText(before?.[name]), after: asText(after?.[name]) }))
    .filter(change => change.before !== change.after)
    .map(({ name, ...change }) => ({
      name,
      before: asClientsKnowIt(object_type, name, change.before),
      after: asClientsKnowIt(object_type, name, change.after),
    }));
}

/** What of a review’s history names things that not everybody sees: a line for each, for those who see it. */
const OF_REVIEWS: Readonly<Record<string, (rows: Rows) => readonly AnyRow[]>> = {
  modelIds: rows => rows.models,
  commendationIds: rows => rows.commendations,
  previousId: rows => rows.reviews,
};

function changesOfObject({ row, ...shown }: Shown, _args: object, { rows }: World): object[] {
  if (row.object_type !== 'Review') return changesOf({ row, ...shown });
  const idsIn = (state: any, name: string): string[] => [state?.[name] ?? []].flat();
  const named = Object.entries(OF_REVIEWS).flatMap(([name, of]) => {
    const [before, after] = [idsIn(row.before, name), idsIn(row.after, name)];
    return [...before.filter(id => !after.includes(id)), ...after.filter(id => !before.includes(id))]
      .filter(id => of(rows).some(one => one.id === id))
      .toSorted(byBytes)
      .map(id => {
        const known = asClientsKnowIt('Review', name, id);
        return before.includes(id) ? { name, before: known, after: null } : { name, before: null, after: known };
      });
  });
  const others = changesOf({ row, ...shown }).filter(({ name }: any) => !(name in OF_REVIEWS));
  return [...others, ...named].toSorted((a: any, b: any) => byBytes(a.name, b.name));
}

const NAMED: Readonly<Record<string, readonly [table: keyof Rows, ...columns: string[]]>> = {
  Account: ['accounts', 'display_name'],
  ApiToken: ['tokens', 'name'],
  AppraisalRound: ['appraisalRounds', 'name'],
  Council: ['councils', 'name'],
  CriteriaSet: ['criteriaSets', 'name'],
  Decision: ['decisions', 'number'],
  EmulationModel: ['models', 'title'],
  Identity: ['identities', 'name'],
  Movement: ['movements', 'name'],
  Person: ['people', 'name'],
  Proposal: ['proposals', 'title'],
  RegistrationRound: ['rounds', 'name'],
  Review: ['reviews', 'name'],
  SavedView: ['savedViews', 'name'],
  Sector: ['sectors', 'name'],
  Theme: ['themes', 'name'],
  UnitEvent: ['events', 'act_number', 'note'],
};

/** What somebody who sees the object calls it today. */
const nameOfObject: Answer = ({ row: { object_type, object_id } }: Shown, _, world) => {
  const { rows, today } = world;
  if (object_type === 'Unit') return fullName(spanOn(world, object_id, today));
  if (object_type === 'Indicator') return definitionOn(world, object_id, today).name;
  const [table, ...columnsOfName] = NAMED[object_type] ?? [];
  const found = table && (rows[table] as readonly AnyRow[]).find(one => one.id === object_id);
  return columnsOfName.map(name => found?.[name]).find(name => name !== null && name !== undefined) ?? null;
};

const ACTORS: Readonly<Record<string, string>> = { ACCOUNT: 'Account', TOKEN: 'ApiToken' };

const anyRowId = (id: string): { type: string; id: string } => {
  const found = fromGlobalId(id);
  if (!found) throw refused('ID_INVALID');
  return found;
};

const column =
  (name: string) =>
  (wanted: string) =>
  ({ row }: Shown): boolean =>
    row[name] === wanted;
const oneOf =
  (name: string) =>
  (wanted: readonly string[]) =>
  ({ row }: Shown): boolean =>
    wanted.includes(row[name]);

const auditList: ListOracle<Shown> = {
  // Entries of holds are shown with their hold alone.
  things: ({ rows }, day) =>
    shownAll(
      'AuditEntry',
      rows.trail.filter(({ object_type }) => object_type !== 'Hold'),
      day,
    ),
  filter: {
    objectId: (given: string) => {
      const { type, id } = anyRowId(given);
      return ({ row }) => row.object_type === type && row.object_id === id;
    },
    objectType: column('object_type'),
    actorId: (given: string) => {
      const { id } = anyRowId(given);
      return ({ row }) => row.actor_id === id;
    },
    onBehalfOfId: (given: string) => {
      const id = rowId('Account', given);
      return ({ row }) => row.on_behalf_of_id === id;
    },
    actorKind: oneOf('actor_kind'),
    action: oneOf('action'),
    since:
      (from: Date) =>
      ({ row }) =>
        row.at.getTime() >= new Date(from).getTime(),
    until:
      (to: Date) =>
      ({ row }) =>
        row.at.getTime() < new Date(to).getTime(),
    unitId: (given: string, world, day) => {
      const units = reachOf(world, rowId('Unit', given), day);
      return ({ row }) => units.has(row.unit_id);
    },
    requestId: column('request_id'),
  },
  order: bothWays('AT', shown => shown.row.at.getTime(), byNumber),
};

const ofEntry: Answer = ({ row }: Shown) => toGlobalId('AuditEntry', row.id);

export const auditChapter: Chapter = {
  lists: { AuditEntry: auditList },
  fields: {
    Query: { auditEntries: rootPage('AuditEntry', auditList) },
    AuditEntry: {
      id: ofEntry,
      ...columns({
        actorKind: 'actor_kind',
        actor: 'actor_name',
        actorName: 'sealed_name',
        onBehalfOf: 'on_behalf_of_name',
        action: 'action',
        objectType: 'object_type',
        reason: 'reason',
        requestId: 'request_id',
      }),
      at: moment('at'),
      actorId: ({ row }: Shown) => (row.actor_id === null ? null : toGlobalId(ACTORS[row.actor_kind]!, row.actor_id)),
      onBehalfOfId: ({ row }: Shown) => (row.on_behalf_of_id === null ? null : toGlobalId('Account', row.on_behalf_of_id)),
      objectId: ({ row }: Shown) => (row.object_id === null ? null : toGlobalId(row.object_type, row.object_id)),
      objectName: nameOfObject,
      unit: ({ row }: Shown, _, world) => shownUnit(world, row.unit_id, dayInVietnam(row.at)),
      changes: changesOf,
      position: ({ row }: Shown, _, { rows }) => Number(rows.seals.find(seal => seal.entry_id === row.id)!.position),
      hash: ({ row }: Shown, _, { rows }) => rows.seals.find(seal => seal.entry_id === row.id)!.hash.toString('hex'),
    },
    ObjectChange: {
      id: ofEntry,
      ...columns({ actor: 'actor_name', onBehalfOf: 'on_behalf_of_name', action: 'action', reason: 'reason' }),
      at: moment('at'),
      changes: changesOfObject,
    },
    FieldChange: {
      field: ({ name }: { name: string }) => name,
      before: ({ before }: { before: string | null }) => before,
      after: ({ after }: { after: string | null }) => after,
    },
  },
};
