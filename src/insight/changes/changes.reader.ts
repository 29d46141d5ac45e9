import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Cursors } from '../../platform/graphql/cursor.js';
import type { AnyView } from '../../platform/views/view.js';
import { toGlobalId } from '../../shared/ids.js';
import { ChangesErrors } from './changes.errors.js';
import type { Change, ChangeFeed, ChangesArgs } from './changes.graphql.js';
import { EntryChanges } from './entry.changes.js';
import { FeedSights, type SightMarks } from './feed-sights.js';
import { FollowedTypes } from './followed-types.js';
import { TrailReader, type Position } from './trail.reader.js';

/** What a cursor holds. */
interface FeedState {
  readonly at: Position;
  /** The end of the trail when the client began to read: what it has read is later. */
  readonly from: number;
  readonly sight: SightMarks;
  /** A digest of the types: where all are followed, a new version of the registry may have more. */
  readonly types: string;
}

type Types = ReadonlyMap<string, AnyView>;

const digest = (names: readonly string[]): string => createHash('sha256').update(names.join(' ')).digest('base64url').slice(0, 12);

/** Answers `changes`: see README.md. */
@Injectable()
export class ChangesReader {
  constructor(
    private readonly db: Database,
    private readonly cursors: Cursors,
    private readonly followed: FollowedTypes,
    private readonly sights: FeedSights,
    private readonly trail: TrailReader,
    private readonly entries: EntryChanges,
  ) {}

  /** @throws CHANGES_TYPE_UNKNOWN, CHANGES_CURSOR_INVALID. */
  async read(actor: Actor, { after, types: named, first }: ChangesArgs): Promise<ChangeFeed> {
    const types = this.followed.of(named);
    const feed = named ? `changes.${digest([...types.keys()])}` : 'changes';
    const before = after === undefined || after === null ? undefined : this.stateOf(after, feed);
    // The sight is looked at first: one that changes meanwhile shows in the next call.
    const now = { sight: await this.sights.marksOf(actor, types.values()), types: digest([...types.keys()]) };
    const head = await this.trail.head();
    const cursorAt = (at: Position, from: number): string => this.cursors.write([feed, JSON.stringify({ at, from, ...now }), '']);
    const answer = (changes: Change[], at: Position, from: number, hasMore: boolean): ChangeFeed => ({
      changes,
      cursor: cursorAt(at, from),
      hasMore,
      head: cursorAt(head, head.number),
    });
    if (before && (before.types !== now.types || !(await this.trail.contains(before.at))))
      return answer([this.resync(types, null)], head, head.number, false);
    const { at, from } = before ?? { at: START, from: head.number };
    const installed = before ? [] : await this.entries.installed(actor, types, this.db.now());
    const units = before ? this.sights.changedAt(before.sight, now.sight) : [];
    const resyncs = units.map(unit => this.resync(this.sights.scoped(types), unit)).filter(({ types: scoped }) => scoped.length > 0);
    const page = await this.entries.after(actor, at, from, { types, first });
    return answer([...installed, ...resyncs, ...page.changes], page.end, from, page.hasMore);
  }

  private stateOf(cursor: string, feed: string): FeedState {
    let value: string | null;
    try {
      [, value] = this.cursors.read(cursor, feed);
    } catch (error) {
      throw ChangesErrors.CHANGES_CURSOR_INVALID().at('after').because(error);
    }
    return JSON.parse(value!) as FeedState;
  }

  private resync(types: Types, unitId: string | null): Change {
    return { ...RESYNC, types: [...types.keys()], unitId: unitId && toGlobalId('Unit', unitId), at: this.db.now() };
  }
}

const START: Position = { number: 0, seal: '' };

const RESYNC = { kind: 'RESYNC', type: null, id: null, version: null } as const;
