import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { FieldChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { AreWords, IsWords } from '../../platform/graphql/input-rules.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { ActorKind } from '../accounts/viewer.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { auditTerms } from './audit-entry.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

/** No `Node`: who may read the registry may not read the trail, and `node` asks for no more than the first. */
@ObjectType({ description: describe(auditTerms.AuditEntry) })
export class AuditEntry {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it was done (thời điểm).' })
  at: Date;

  @Field(() => ActorKind, { description: 'Whether a person, a program or the registry did it (loại người thực hiện).' })
  actorKind: keyof typeof ActorKind;

  @Field(() => ID, { nullable: true, description: 'The account or token that did it (mã người thực hiện). Null: the registry itself.' })
  actorId: string | null;

  @Field(() => String, { description: 'Display name of the person, or name of the program, that did it (người thực hiện).' })
  actor: string;

  @Field(() => String, { description: 'Sign-in name of the account, or name of the token, as it is sealed (tên đăng nhập).' })
  actorName: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The account whose delegated right was used (mã người uỷ quyền). Null: the right was the actor’s own.',
  })
  onBehalfOfId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Display name of that person (thay mặt, theo uỷ quyền). Null: the right was the actor’s own.',
  })
  onBehalfOf: string | null;

  @Field(() => String, { description: 'What was done, for example `model.edited` (thao tác).' })
  action: string;

  @Field(() => String, { description: 'Type of the object, for example `EmulationModel` (loại đối tượng).' })
  objectType: string;

  @Field(() => ID, { nullable: true, description: 'The object (đối tượng). Null: the entry concerns no single object.' })
  objectId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the object is called today (tên đối tượng). Null: it has no name, is there no longer, or you do not see it.',
  })
  objectName: string | null;

  @Field(() => Unit, {
    nullable: true,
    description: 'The unit it concerns, as of that day (đơn vị). Null: none, or a whole list of units.',
  })
  unit: Unit | null;

  @Field(() => String, { nullable: true, description: 'Why it was done (lý do). Null: no reason was given.' })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identifier of the request, as the server log writes it (mã yêu cầu). Null: not done by a request.',
  })
  requestId: string | null;

  @Field(() => [FieldChange], { description: 'What changed, field by field (nội dung thay đổi).' })
  changes: FieldChange[];

  @Field(() => Int, { nullable: true, description: 'Position in the hash chain (số thứ tự niêm phong). Null: not sealed yet.' })
  position: number | null;

  @Field(() => String, { nullable: true, description: 'Seal of the entry, hexadecimal (mã niêm phong). Null: not sealed yet.' })
  hash: string | null;
}

export const AuditEntryConnection = ConnectionOf(AuditEntry, 'AuditEntry');

export const AuditEntryOrder = { AT_DESC: 'AT_DESC', AT: 'AT' } as const;
export type AuditEntryOrder = keyof typeof AuditEntryOrder;
registerEnum(AuditEntryOrder, 'AuditEntryOrder', auditTerms.AuditEntryOrder);

@InputType({
  description:
    'Conditions on entries of the audit trail, all of which hold (điều kiện lọc nhật ký). One that is omitted or null is not applied.',
})
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'Entries about this object, of any type (đối tượng).' })
  objectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Entries about objects of this type (loại đối tượng).' })
  @IsOptional()
  @IsWords(100)
  objectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this account or token (người thực hiện).' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries in which a right delegated by this account was used (thay mặt).' })
  onBehalfOfId?: string | null;

  @Field(() => [ActorKind], { nullable: true, description: 'Entries of these kinds of actors (loại người thực hiện).' })
  @IsOptional()
  @ArrayMaxSize(3)
  actorKind?: (keyof typeof ActorKind)[] | null;

  @Field(() => [String], { nullable: true, description: 'Entries of one of these actions (thao tác).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreWords(100)
  action?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Entries at this moment or later (từ lúc).' })
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Entries before this moment (đến trước lúc).' })
  until?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Entries about this unit, the units below it today, and units that have wholly passed into one of these (đơn vị).',
  })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Entries of exactly this request (mã yêu cầu).' })
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
