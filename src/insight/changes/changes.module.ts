import { Module } from '@nestjs/common';
import { ChangedThings } from './changed-things.reader.js';
import { ChangesReader } from './changes.reader.js';
import { ChangesResolver } from './changes.resolver.js';
import { EntryChanges } from './entry.changes.js';
import { FeedSights } from './feed-sights.js';
import { FollowedTypes } from './followed-types.js';
import { TrailReader } from './trail.reader.js';

@Module({ providers: [ChangesReader, EntryChanges, FollowedTypes, FeedSights, ChangedThings, TrailReader, ChangesResolver] })
export class ChangesModule {}
