import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { FieldChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { AreWords, IsWords } from '../../platform/graphql/input-rules.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { ActorKind } from '../accounts/viewer.graphql.js';
import { Unit } from '../units/unit.graphql.js';

/** No `Node`: who may read the registry may not read the trail, and `node` asks for no more than the first. */
@ObjectType({ description: 'One line of the trail (dòng nhật ký): who did what to which object, when and why.' })
export class AuditEntry {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => ActorKind)
  actorKind: keyof typeof ActorKind;

  @Field(() => ID, { nullable: true, description: 'The account or token that acted; null: the registry itself.' })
  actorId: string | null;

  @Field(() => String, { description: 'As it was called then (người thực hiện).' })
  actor: string;

  @Field(() => ID, { nullable: true, description: 'The account whose right it was, handed on to whoever acted; null: by their own right.' })
  onBehalfOfId: string | null;

  @Field(() => String, { nullable: true, description: 'As that one was called then (thay mặt, theo uỷ quyền).' })
  onBehalfOf: string | null;

  @Field(() => String, { description: 'What was done (thao tác): `model.edited`.' })
  action: string;

  @Field(() => String, { description: 'Loại đối tượng: `EmulationModel`.' })
  objectType: string;

  @Field(() => ID, { nullable: true, description: 'Đối tượng.' })
  objectId: string | null;

  @Field(() => Unit, { nullable: true, description: 'The unit it concerns (đơn vị), as it stood that day; null: none, or a whole list.' })
  unit: Unit | null;

  @Field(() => String, { nullable: true, description: 'Lý do.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'The request that did it, as the log of the server has it (mã yêu cầu).' })
  requestId: string | null;

  @Field(() => [FieldChange], { description: 'What changed, field by field.' })
  changes: FieldChange[];

  @Field(() => Int, { nullable: true, description: 'Its place in the chain (số thứ tự niêm phong); null: not sealed yet.' })
  position: number | null;

  @Field(() => String, { nullable: true, description: 'Its seal, hexadecimal (mã niêm phong).' })
  hash: string | null;
}

export const AuditEntryConnection = ConnectionOf(AuditEntry, 'AuditEntry');

export const AuditEntryOrder = { AT_DESC: 'AT_DESC', AT: 'AT' } as const;
export type AuditEntryOrder = keyof typeof AuditEntryOrder;
registerEnumType(AuditEntryOrder, { name: 'AuditEntryOrder', description: 'The latest first, or the first first.' });

@InputType({ description: 'Which lines of the trail; conditions add up.' })
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'About this object, whatever its type (đối tượng).' })
  objectId?: string | null;

  @Field(() => String, { nullable: true, description: 'About objects of this type (loại đối tượng).' })
  @IsOptional()
  @IsWords(100)
  objectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this account or token (người thực hiện).' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this account, by a right that it handed on (thay mặt).' })
  onBehalfOfId?: string | null;

  @Field(() => [ActorKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(3)
  actorKind?: (keyof typeof ActorKind)[] | null;

  @Field(() => [String], { nullable: true, description: 'One of these actions (thao tác).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreWords(100)
  action?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this moment or later (từ lúc).' })
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment (đến trước lúc).' })
  until?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Concerning this unit, all that stands under it today, and units that had wholly passed into one of these (đơn vị).',
  })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Done by this very request (mã yêu cầu).' })
  @IsOptional()
  @IsWords(200)
  requestId?: string | null;
}

@ArgsType()
export class AuditEntriesArgs extends PageArgs {
  @Field(() => AuditEntryFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditEntryFilter)
  filter?: AuditEntryFilter | null;

  @Field(() => AuditEntryOrder, { defaultValue: AuditEntryOrder.AT_DESC })
  orderBy: AuditEntryOrder;
}
