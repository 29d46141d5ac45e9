import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id } from '../../shared/ids.js';
import type { Place } from './actor.js';

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
  reached(place: Place, version: string): Promise<readonly Id[]>;
}

/** Some thousand ids each, at most. */
const MOST_KNOWN = 500;
/** What another process has done to units is felt so long after; what this one does, at once. */
const GOOD_FOR_MS = 2_000;

/**
 * The port through which the platform asks which units a right reaches. It is asked with every request of whoever has not the whole registry,
 * so answers are kept as long as units stay as they are: each stands for one version of them and one day.
 */
@Injectable()
export class UnitScope {
  private source: UnitScopeSource | undefined;
  private readonly known = new LRUCache<string, Promise<ReachedUnits>>({ max: MOST_KNOWN });
  private readonly versions = new LRUCache<'now', Promise<string>>({ max: 1, ttl: GOOD_FOR_MS });

  register(source: UnitScopeSource): void {
    this.source = source;
  }

  async reached(places: readonly Place[]): Promise<ReachedUnits> {
    if (places.length === 0) return NOTHING;
    const { source } = this;
    if (!source) throw new Error('No chapter says which units a right reaches.');
    const names = places.map(({ unitId, line }) => `${unitId ?? '*'}/${line ?? '*'}`);
    const version = await this.versionOf(source);
    const key = `${version} ${[...new Set(names)].toSorted().join(' ')}`;
    let reached = this.known.get(key);
    if (!reached) {
      reached = Promise.all(places.map(place => source.reached(place, version))).then(lists => unitsOf(lists.flat()));
      this.known.set(key, reached);
      // A failure is told to whoever waits for it and not kept.
      reached.catch(() => this.known.delete(key));
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
