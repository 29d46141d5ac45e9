import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import type { AnyView } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { EFFECTS, INSTALLED } from './change-effects.js';
import { ChangedThings } from './changed-things.reader.js';
import type { Change } from './changes.graphql.js';
import { FeedSights } from './feed-sights.js';
import { FollowedTypes } from './followed-types.js';
import { TrailReader, type Position, type SealedEntry } from './trail.reader.js';

type Types = ReadonlyMap<string, AnyView>;

/** An object that an entry of the trail may have changed. */
interface Touched {
  readonly type: string;
  readonly id: Id;
  readonly entry: SealedEntry;
  /** Whether it is only a guess: it is reported if it exists. */
  readonly guessed?: true;
}

export interface Wanted {
  readonly types: Types;
  readonly first: number;
}

export interface ChangesPage {
  readonly changes: readonly Change[];
  readonly end: Position;
  readonly hasMore: boolean;
}

/** The number of entries that are looked at for one page: a caller with rights at some units sees few of them. */
const MOST_ENTRIES = 1_000;

/** Turns entries of the trail into what they mean to a caller. */
@Injectable()
export class EntryChanges {
  constructor(
    private readonly trail: TrailReader,
    private readonly things: ChangedThings,
    private readonly followed: FollowedTypes,
    private readonly sights: FeedSights,
  ) {}

  /**
   * The changes after a position: those of whole entries, about `first`.
   * @param quietUntil up to where a change of sight needs no RESYNC: what the caller has read is later.
   */
  async after(actor: Actor, position: Position, quietUntil: number, { types, first }: Wanted): Promise<ChangesPage> {
    const whole = this.sights.isWhole(actor, types.values());
    const { entries, end, hasMore } = await this.trail.after(position, this.followed.sourcesOf(types), whole ? first : MOST_ENTRIES);
    const shown = await this.shown(actor, await this.touchedBy(entries, types), types);
    const known: ReadonlySet<Id> = whole ? new Set() : await this.knownSources(actor, entries);
    const changes = new Map<string, Change>();
    for (const entry of entries) {
      const found = [...(shown.get(entry) ?? []), ...this.resyncOf(entry, types, quietUntil, known)];
      for (const change of found) {
        const key = `${change.kind === 'RESYNC' ? change.types.join() : change.id}`;
        changes.delete(key); // It is listed where it changed last.
        changes.set(key, change);
      }
      if (changes.size >= first && entry !== entries.at(-1)) return { changes: [...changes.values()], end: placeOf(entry), hasMore: true };
    }
    return { changes: [...changes.values()], end: placeOf(end), hasMore };
  }

  /** What a registry begins with, before the first entry. */
  async installed(actor: Actor, types: Types, at: Date): Promise<Change[]> {
    const changes: Change[] = [];
    for (const [type, select] of Object.entries(INSTALLED)) {
      const view = types.get(type);
      if (!view) continue;
      for (const [id, version] of await this.things.seen(actor, view, await this.things.installed(select)))
        changes.push({ kind: 'CHANGED', type, id: toGlobalId(type, id), version, types: [], unitId: null, at });
    }
    return changes;
  }

  /** What the entries touched: their own objects, what the effects say, what a removal took along and what a merge moved. */
  private async touchedBy(entries: readonly SealedEntry[], types: Types): Promise<Touched[]> {
    const touched: Touched[] = [];
    for (const entry of entries) {
      if (entry.id !== null && types.has(entry.type)) touched.push({ type: entry.type, id: entry.id, entry });
      for (const [table, rows] of Object.entries(entry.removed ?? {})) {
        const type = typeOf(table);
        if (!types.has(type) || !Array.isArray(rows)) continue;
        for (const row of rows as { readonly id?: Id }[]) if (row?.id) touched.push({ type, id: row.id, entry });
      }
      const moved = Object.values(entry.moved ?? {}).flatMap(keys => keys.flatMap(key => key.split(' ')));
      for (const id of moved.filter(key => UUID.test(key)))
        for (const type of types.keys()) touched.push({ type, id, entry, guessed: true });
    }
    for (const [source, { changes = {} }] of Object.entries(EFFECTS)) {
      const own = new Map(entries.filter(({ type }) => type === source).map(entry => [entry.entry, entry]));
      for (const [type, select] of Object.entries(changes)) {
        if (own.size === 0 || !types.has(type)) continue;
        for (const { entry, id } of await this.things.affected(select, [...own.keys()])) touched.push({ type, id, entry: own.get(entry)! });
      }
    }
    return touched;
  }

  /** What the caller is shown of them, by entry. */
  private async shown(actor: Actor, touched: readonly Touched[], types: Types): Promise<ReadonlyMap<SealedEntry, Change[]>> {
    const shown = new Map<SealedEntry, Change[]>();
    for (const [type, view] of types) {
      const own = touched.filter(each => each.type === type);
      const seen = await this.things.seen(actor, view, [...new Set(own.map(({ id }) => id))]);
      const gone = own.filter(({ id, guessed }) => !seen.has(id) && !guessed);
      const sources = gone.map(({ entry }) => ({ type: entry.type, id: entry.id! }));
      const known = await this.things.mayHaveSeen(actor, view, sources);
      for (const { id, entry } of own) {
        const version = seen.get(id);
        if (version === undefined && !gone.some(each => each.id === id && known.has(each.entry.id!))) continue;
        const change = { type, id: toGlobalId(type, id), types: [], unitId: null, at: entry.at };
        const kind = version === undefined ? 'REMOVED' : 'CHANGED';
        shown.set(entry, [...(shown.get(entry) ?? []), { ...change, kind, version: version ?? null }]);
      }
    }
    return shown;
  }

  /** The objects of entries that change what somebody sees, as far as the caller sees, or may have seen. */
  private async knownSources(actor: Actor, entries: readonly SealedEntry[]): Promise<ReadonlySet<Id>> {
    const known = new Set<Id>();
    for (const [type, view] of this.followed.of(null)) {
      if (!EFFECTS[type]?.sight) continue;
      const ids = [...new Set(entries.flatMap(entry => (entry.type === type && entry.id !== null ? [entry.id] : [])))];
      for (const id of (await this.things.seen(actor, view, ids)).keys()) known.add(id);
      const rest = ids.filter(id => !known.has(id)).map(id => ({ type, id }));
      for (const id of await this.things.mayHaveSeen(actor, view, rest)) known.add(id);
    }
    return known;
  }

  private resyncOf({ number, type, id, at }: SealedEntry, types: Types, quietUntil: number, known: ReadonlySet<Id>): Change[] {
    const affected = (EFFECTS[type]?.sight ?? []).filter(name => types.has(name));
    if (number <= quietUntil || affected.length === 0 || id === null || !known.has(id)) return [];
    return [{ kind: 'RESYNC', type: null, id: null, version: null, types: affected, unitId: null, at }];
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `registration_round` holds objects of the type `RegistrationRound`. */
const typeOf = (table: string): string => table.replaceAll(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const placeOf = ({ number, seal }: Position): Position => ({ number, seal });
