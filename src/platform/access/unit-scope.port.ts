import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id } from '../../shared/ids.js';
import type { GrantScope } from './actor.js';

/** The units that some grant scopes reach today. */
export interface ReachedUnits {
  /** A PostgreSQL array literal: built once, sent with every statement. */
  readonly literal: string;
  readonly size: number;
  has(unitId: Id): boolean;
}

/** How grant scopes reach units. Implemented by the chapter `units`. */
export interface UnitScopeSource {
  /** A version that changes whenever a change of units, or a new day, may change what is reached. */
  version(): Promise<string>;
  /** The ids of all units that the scope reaches in this version. */
  reached(scope: GrantScope, version: string): Promise<readonly Id[]>;
  /** The units at which a right given at the unit holds today: what it goes on as, and the territories that it works for. */
  holdsAt(unitId: Id): Promise<readonly Id[]>;
  /** The same on any later day, too, as far as it is recorded. */
  willHoldAt(unitId: Id): Promise<readonly Id[]>;
  /** The name of the unit today, for the sentence of a refusal; `undefined`: there is no such unit. */
  nameOf(unitId: Id): Promise<string | undefined>;
}

/** Cached answers; each holds at most some thousand ids. */
const MAX_CACHED = 500;
/** A change of units by another process takes effect within this time; one by this process, at once. */
const VERSION_TTL_MS = 2_000;

/**
 * The port that finds which units a right reaches. Every request of a caller without a right for the whole registry needs the answer, so answers are
 * cached by the version of the units.
 */
@Injectable()
export class UnitScope {
  private source: UnitScopeSource | undefined;
  private readonly cache = new LRUCache<string, Promise<ReachedUnits>>({ max: MAX_CACHED });
  private readonly places = new LRUCache<string, Promise<readonly Id[]>>({ max: MAX_CACHED });
  private readonly versions = new LRUCache<'now', Promise<string>>({ max: 1, ttl: VERSION_TTL_MS });

  register(source: UnitScopeSource): void {
    this.source = source;
  }

  /** The units that any of the scopes reaches today. @throws where no chapter has registered a source. */
  async reached(scopes: readonly GrantScope[]): Promise<ReachedUnits> {
    if (scopes.length === 0) return NOTHING;
    const { source } = this;
    if (!source) throw new Error('No chapter says which units a right reaches.');
    const keys = scopes.map(({ unitId, line }) => `${unitId ?? '*'}/${line ?? '*'}`);
    const version = await this.versionOf(source);
    const key = `${version} ${[...new Set(keys)].toSorted().join(' ')}`;
    return once(this.cache, key, async () => {
      const lists = await Promise.all(scopes.map(scope => source.reached(scope, version)));
      return unitsOf(lists.flat());
    });
  }

  /** See `UnitScopeSource.holdsAt`. */
  async holdsAt(unitId: Id): Promise<readonly Id[]> {
    const { source } = this;
    if (!source) return [];
    return once(this.places, `${await this.versionOf(source)} ${unitId}`, () => source.holdsAt(unitId));
  }

  /** See `UnitScopeSource.willHoldAt`. */
  async willHoldAt(unitId: Id): Promise<readonly Id[]> {
    return this.source?.willHoldAt(unitId) ?? [];
  }

  /** See `UnitScopeSource.nameOf`. */
  async nameOf(unitId: Id): Promise<string | undefined> {
    return this.source?.nameOf(unitId);
  }

  /** To be called after a change of units. */
  changed(): void {
    this.versions.clear();
  }

  private versionOf(source: UnitScopeSource): Promise<string> {
    let version = this.versions.get('now');
    if (!version) {
      version = source.version();
      this.versions.set('now', version);
      version.catch(() => this.versions.clear());
    }
    return version;
  }
}

/** A failure reaches those who await it and is not cached. */
function once<T>(cache: LRUCache<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  let found = cache.get(key);
  if (!found) {
    found = find();
    cache.set(key, found);
    found.catch(() => cache.delete(key));
  }
  return found;
}

function unitsOf(ids: readonly Id[]): ReachedUnits {
  const all = new Set(ids);
  return { literal: `{${[...all].join(',')}}`, size: all.size, has: id => all.has(id) };
}

const NOTHING = unitsOf([]);
