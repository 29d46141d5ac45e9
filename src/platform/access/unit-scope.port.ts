import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id } from '../../shared/ids.js';
import type { GrantScope } from './actor.js';

/** The units that some places reach today. */
export interface ReachedUnits {
  /** As PostgreSQL reads a list of ids: written once, sent with every statement. */
  readonly literal: string;
  readonly size: number;
  has(unitId: Id): boolean;
}

/** How places reach units: told by a chapter that knows units. */
export interface UnitScopeSource {
  /** Changes whenever units, or the day, may have changed what is reached. */
  version(): Promise<string>;
  /** The ids of all units that the place reaches, by the version that was told last. */
  reached(scope: GrantScope, version: string): Promise<readonly Id[]>;
}

/** Some thousand ids each, at most. */
const MAX_CACHED = 500;
/** What another process has done to units is felt so long after; what this one does, at once. */
const VERSION_TTL_MS = 2_000;

/**
 * The port through which the platform asks which units a right reaches. It is asked with every request of whoever has not the whole registry,
 * so answers are kept as long as units stay as they are: each stands for one version of them and one day.
 */
@Injectable()
export class UnitScope {
  private source: UnitScopeSource | undefined;
  private readonly cache = new LRUCache<string, Promise<ReachedUnits>>({ max: MAX_CACHED });
  private readonly versions = new LRUCache<'now', Promise<string>>({ max: 1, ttl: VERSION_TTL_MS });

  register(source: UnitScopeSource): void {
    this.source = source;
  }

  get filled(): boolean {
    return this.source !== undefined;
  }

  async reached(scopes: readonly GrantScope[]): Promise<ReachedUnits> {
    if (scopes.length === 0) return NOTHING;
    const { source } = this;
    if (!source) throw new Error('No chapter says which units a right reaches.');
    const keys = scopes.map(({ unitId, line }) => `${unitId ?? '*'}/${line ?? '*'}`);
    const version = await this.versionOf(source);
    const key = `${version} ${[...new Set(keys)].toSorted().join(' ')}`;
    let reached = this.cache.get(key);
    if (!reached) {
      reached = Promise.all(scopes.map(scope => source.reached(scope, version))).then(lists => unitsOf(lists.flat()));
      this.cache.set(key, reached);
      // A failure is told to whoever waits for it and not kept.
      reached.catch(() => this.cache.delete(key));
    }
    return reached;
  }

  /** Units have changed. */
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

function unitsOf(ids: readonly Id[]): ReachedUnits {
  const all = new Set(ids);
  return { literal: `{${[...all].join(',')}}`, size: all.size, has: id => all.has(id) };
}

const NOTHING = unitsOf([]);
