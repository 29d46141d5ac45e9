import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Unit } from '../units/unit.graphql.js';
import { personTerms } from './person.terms.js';
import { Village, VillageFilter, VillageInput } from '../units/village.graphql.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

@ObjectType({ description: describe(personTerms.PersonPost) })
export class PersonPost {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Title of the post (chức vụ).' })
  title: string;

  @Field(() => Unit, { description: 'The unit of the post (đơn vị công tác).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (ngày bắt đầu). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối). Null: the post continues, or the day is not known.' })
  validTo: LocalDate | null;
}

@ObjectType({
  implements: () => Node,
  description: describe(personTerms.Person),
})
export class Person extends Node {
  @Field(() => String, { description: 'Full name (họ và tên).' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What the person is known for (thành tích). Null: not entered.' })
  achievement: string | null;

  @Field(() => Unit, { nullable: true, description: 'The unit to which the person belongs (đơn vị). Null: not known.' })
  unit: Unit | null;

  @Field(() => Village, {
    nullable: true,
    description: 'The village of the unit where the person lives (thôn, bản, tổ dân phố). Null: not known.',
  })
  village: Village | null;

  @Field(() => [PersonPost], { description: 'The posts held on the day `asOf` (chức vụ đang giữ).' })
  posts: PersonPost[];

  @Field(() => [PersonPost], { description: 'Every post, in order of time (quá trình công tác).' })
  allPosts: PersonPost[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const PersonConnection = ConnectionOf(Person, 'Person');

export const PersonOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC', VILLAGE: 'VILLAGE' } as const;
export type PersonOrder = keyof typeof PersonOrder;
registerEnum(PersonOrder, 'PersonOrder', personTerms.PersonOrder);

@InputType({ description: 'Conditions on people, all of which hold (điều kiện lọc người). One that is omitted or null is not applied.' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'People who belong to this unit or a unit below it, or had a post there (đơn vị).' })
  unitId?: string | null;

  @Field(() => VillageFilter, { nullable: true, description: 'People of this village (thôn, bản, tổ dân phố).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VillageFilter)
  village?: VillageFilter | null;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonFilter)
  filter?: PersonFilter | null;

  @Field(() => PersonOrder, { defaultValue: PersonOrder.NAME })
  orderBy: PersonOrder;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class PersonArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@InputType({ description: 'A post in a unit (chức vụ).' })
export class PostInput {
  @Field(() => ID, { description: 'The unit of the post, in force at that time (đơn vị công tác).' })
  unitId: string;

  @Field(() => String, { description: 'Title of the post (chức vụ).' })
  @IsWords(200)
  title: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (ngày bắt đầu). Omitted or null: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối). Omitted or null: the post continues.' })
  validTo?: LocalDate | null;
}

@InputType({ description: 'Input of `recordPerson` (thêm người vào danh bạ). Protected data are entered with `keepPersonalData`.' })
export class RecordPersonInput {
  @Field(() => String, { description: 'Full name (họ và tên).' })
  @IsWords(200)
  name: string;

  @Field(() => String, { nullable: true, description: 'What the person is known for (thành tích). Omitted or null: not known.' })
  @IsOptional()
  @IsWords(2_000)
  achievement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit to which the person belongs (đơn vị). Omitted or null: not known; this needs a right to the whole registry.',
  })
  unitId?: string | null;

  @Field(() => VillageInput, {
    nullable: true,
    description: 'The village of the unit where the person lives (thôn, bản, tổ dân phố). Omitted or null: not known.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => VillageInput)
  village?: VillageInput | null;

  @Field(() => PostInput, {
    nullable: true,
    description: 'A first post (chức vụ). Omitted or null: the person holds none, or it is not known.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostInput)
  post?: PostInput | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A person and the version that the client has read (người và phiên bản đã xem).' })
export class SeenPersonInput {
  @Field(() => ID, { description: 'The person (người).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@ChangeInput()
export class CorrectPersonInput extends SeenPersonInput {
  @Field(() => String, { nullable: true, description: 'Full name (họ và tên).' })
  @RefusesNull()
  @IsWords(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What the person is known for (thành tích).' })
  @IsOptional()
  @IsWords(2_000)
  achievement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The unit to which the person has moved (chuyển đơn vị). Your right must reach the old and the new unit. Null: not known any more.',
  })
  unitId?: string | null;

  @Field(() => VillageInput, {
    nullable: true,
    description: 'The village of the unit where the person lives (thôn, bản, tổ dân phố).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => VillageInput)
  village?: VillageInput | null;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `appointPerson` (bổ nhiệm).' })
export class AppointPersonInput extends SeenPersonInput {
  @Field(() => PostInput, { description: 'The further post (chức vụ).' })
  @ValidateNested()
  @Type(() => PostInput)
  post: PostInput;
}

@InputType({ description: 'Input of `endPost` (thôi giữ chức vụ).' })
export class EndPostInput extends SeenPersonInput {
  @Field(() => ID, { description: 'The post (chức vụ).' })
  postId: string;

  @Field(() => LocalDateScalar, { description: 'Last day (ngày cuối).' })
  validTo: LocalDate;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PersonPayload extends MutationPayload {
  @Field(() => Person, { nullable: true })
  person?: Id | null;
}
