import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { describe } from '../../shared/terms.js';
import { changesTerms } from './changes.terms.js';

export const ChangeKind = { CHANGED: 'CHANGED', REMOVED: 'REMOVED', RESYNC: 'RESYNC' } as const;
export type ChangeKind = keyof typeof ChangeKind;
registerEnum(ChangeKind, 'ChangeKind', changesTerms.ChangeKind);

const MAX_TYPES = 100;

@ObjectType({ description: describe(changesTerms.Change) })
export class Change {
  @Field(() => ChangeKind, { description: 'What happened (loại thay đổi).' })
  kind: ChangeKind;

  @Field(() => String, { nullable: true, description: 'Type of the object, such as `EmulationModel` (loại đối tượng). Null: RESYNC.' })
  type: string | null;

  @Field(() => ID, { nullable: true, description: 'The object, for `node` (mã định danh). Null: RESYNC.' })
  id: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its present version (phiên bản). Null: it has none, it was removed, or RESYNC.',
  })
  version: number | null;

  @Field(() => [String], { description: 'What is to be read again (các loại cần đọc lại). Empty unless RESYNC.' })
  types: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The unit at which it is to be read again, with all that it reaches (đơn vị). Null: everywhere, or not RESYNC.',
  })
  unitId: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was changed, or when the registry noticed it (thời điểm).' })
  at: Date;
}

@ObjectType({ description: describe(changesTerms.ChangeFeed) })
export class ChangeFeed {
  @Field(() => [Change], {
    description: 'The changes, in order; an object that changed several times is listed where it changed last (các thay đổi).',
  })
  changes: Change[];

  @Field(() => String, {
    description: 'Pass it as `after` of the next call; keep it with what was applied, in one transaction (con trỏ).',
  })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether more is waiting already (còn nữa).' })
  hasMore: boolean;

  @Field(() => String, {
    description:
      'The cursor of the present end, for a client that now reads the lists or an export instead of the whole feed (con trỏ cuối).',
  })
  head: string;
}

@ArgsType()
export class ChangesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last answer (con trỏ). Omitted or null: from the first change of all, so that it reports every object that you see.',
  })
  @IsOptional()
  @MaxLength(4_000)
  override after?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Types to follow, the same in every call (các loại đối tượng). Omitted or null: all that can be followed.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_TYPES)
  @MaxLength(100, { each: true })
  types?: string[] | null;

  @Field(() => Int, {
    defaultValue: 100,
    description: 'About how many changes, 1 to 100 (số thay đổi). What one command changed is never divided, so there can be more.',
  })
  override first: number;
}
