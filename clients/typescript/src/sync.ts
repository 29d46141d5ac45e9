import type { RegistryClient } from './client.js';

/** An object of the registry as it is kept: the fields that were asked for. */
export type Kept = Readonly<Record<string, unknown>> & { readonly id: string };

/** One transaction of the store. All of it is kept, or nothing. */
export interface CopyTransaction {
  /** Keeps an object instead of what was there under its id. @param round marks what was read in this round. */
  put(type: string, object: Kept, round: number): void | Promise<void>;
  remove(type: string, id: string): void | Promise<void>;
  /** Drops the objects of a type that were not put in this round or a later one. */
  removeOlder(type: string, round: number): void | Promise<void>;
  /** Keeps how far the copy is, in the same transaction as what was applied: that is what makes a crash harmless. */
  saveState(state: string): void | Promise<void>;
}

/** Where a copy is kept. */
export interface CopyStore {
  state(): Promise<string | undefined>;
  transaction(work: (transaction: CopyTransaction) => Promise<void>): Promise<void>;
}

/** What is copied: for each type of the schema the fields, without `id`. `{ EmulationModel: 'title state unit { id }' }` */
export type CopiedTypes = Readonly<Record<string, string>>;

interface SyncState {
  /** Goes up with each reading from the beginning. */
  readonly round: number;
  /** A reading from the beginning that is under way. */
  readonly reading: { readonly types: readonly string[]; readonly cursor: string | null } | null;
  /** Where to follow from when nothing is read anew. */
  readonly cursor: string | null;
}

interface Change {
  readonly kind: 'CHANGED' | 'REMOVED' | 'RESYNC';
  readonly type: string | null;
  readonly id: string | null;
  readonly types: readonly string[];
}

interface Feed {
  readonly changes: readonly Change[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

const CHANGES = `query Changes($after: String, $types: [String!]) {
  changes(after: $after, types: $types, first: 100) { changes { kind type id types } cursor hasMore }
}`;

const PER_QUESTION = 100;

/** Keeps a copy of what the token may read. One process per store. */
export class Copy {
  constructor(
    private readonly client: RegistryClient,
    private readonly store: CopyStore,
    private readonly types: CopiedTypes,
  ) {}

  /** Brings the copy up to date. @returns how many changes were applied. */
  async catchUp(): Promise<number> {
    for (let applied = 0; ;) {
      const { changes, more } = await this.step();
      applied += changes;
      if (!more) return applied;
    }
  }

  /** One answer of the feed, applied in one transaction. */
  private async step(): Promise<{ readonly changes: number; readonly more: boolean }> {
    const known = await this.store.state();
    const all = Object.keys(this.types).toSorted();
    const state: SyncState = known ? (JSON.parse(known) as SyncState) : { round: 1, reading: { types: all, cursor: null }, cursor: null };
    const { reading, round } = state;
    const variables = reading ? { after: reading.cursor, types: reading.types } : { after: state.cursor, types: all };
    const { changes: feed } = await this.client.ask<{ changes: Feed }>(CHANGES, variables);
    const objects = await this.objectsOf(feed.changes);
    const resync = [...new Set(feed.changes.flatMap(({ types }) => types))].filter(type => type in this.types).toSorted();
    const done = reading !== null && !feed.hasMore;
    await this.store.transaction(async transaction => {
      for (const { kind, type, id } of feed.changes) {
        if (kind === 'RESYNC' || !type || !id) continue;
        const object = kind === 'CHANGED' ? objects.get(id) : undefined;
        if (object) await transaction.put(type, object, round);
        else await transaction.remove(type, id);
      }
      if (done && resync.length === 0) for (const type of reading.types) await transaction.removeOlder(type, round);
      await transaction.saveState(JSON.stringify(nextState(state, feed, resync, all)));
    });
    return { changes: feed.changes.length, more: feed.hasMore || resync.length > 0 };
  }

  private async objectsOf(changes: readonly Change[]): Promise<ReadonlyMap<string, Kept>> {
    const objects = new Map<string, Kept>();
    for (const [type, fields] of Object.entries(this.types)) {
      const ids = changes.flatMap(({ kind, type: of, id }) => (kind === 'CHANGED' && of === type && id ? [id] : []));
      // One command can change more objects than one question takes.
      for (let i = 0; i < ids.length; i += PER_QUESTION) {
        const part = ids.slice(i, i + PER_QUESTION);
        const document = `query Objects($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id ${fields} } } }`;
        const { nodes } = await this.client.ask<{ nodes: (Kept | null)[] }>(document, { ids: part });
        nodes.forEach((node, place) => {
          // The id of a merged record shows the one that was kept, which has a change of its own.
          if (node && node.id === part[place]) objects.set(node.id, node);
        });
      }
    }
    return objects;
  }
}

function nextState(state: SyncState, { cursor, hasMore }: Feed, resync: readonly string[], all: readonly string[]): SyncState {
  const { reading, round } = state;
  const whole = reading !== null && reading.types.join() === all.join();
  if (resync.length > 0) {
    // What one type needs while another is read anew is read with it, from the beginning.
    const types = [...new Set([...resync, ...(reading?.types ?? [])])].toSorted();
    return { round: round + 1, reading: { types, cursor: null }, cursor: reading ? state.cursor : cursor };
  }
  if (reading && hasMore) return { ...state, reading: { ...reading, cursor } };
  return { round, reading: null, cursor: reading && !whole ? state.cursor : cursor };
}
