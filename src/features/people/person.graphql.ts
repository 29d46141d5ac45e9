import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Unit } from '../units/unit.graphql.js';

@ObjectType({ description: 'A post that a person holds or held (chức vụ).' })
export class PersonPost {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Chức vụ.' })
  title: string;

  @Field(() => Unit, { description: 'Đơn vị công tác.' })
  unit: Unit;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day; null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null: it goes on, or is not known.' })
  validTo: LocalDate | null;
}

@ObjectType({
  implements: () => Node,
  description: 'A person (người): the name, the unit, the posts and what they are known for. Nothing else of a person is ever shown here.',
})
export class Person extends Node {
  @Field(() => String, { description: 'Họ và tên.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Thành tích.' })
  achievement: string | null;

  @Field(() => Unit, { nullable: true, description: 'The unit they stand with (đơn vị mà người đó thuộc về); null: not known.' })
  unit: Unit | null;

  @Field(() => [PersonPost], { description: 'The posts held on the day (chức vụ đang giữ).' })
  posts: PersonPost[];

  @Field(() => [PersonPost], { description: 'Every post, in order (quá trình công tác).' })
  allPosts: PersonPost[];

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

export const PersonConnection = ConnectionOf(Person, 'Person');

export const PersonOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type PersonOrder = keyof typeof PersonOrder;
registerEnumType(PersonOrder, { name: 'PersonOrder', description: 'Orders of a list of people, in Vietnamese order.' });

@InputType({ description: 'Which people; conditions add up.' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'In the name, with or without marks.' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit or one that stands under it: who stands with it, or had a post there.' })
  unitId?: string | null;
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

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

@ArgsType()
export class PersonArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

@InputType({ description: 'A post (chức vụ) with the unit of that time.' })
export class PostInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => String)
  @IsWords(200)
  title: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Left out: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day. Left out: it goes on.' })
  validTo?: LocalDate | null;
}

@InputType({ description: 'A person, with a first post where there is one. Nothing protected goes in here.' })
export class RecordPersonInput {
  @Field(() => String)
  @IsWords(200)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  achievement?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit they stand with (đơn vị). Left out: not known, and then only whoever minds the whole registry enters them.',
  })
  unitId?: string | null;

  @Field(() => PostInput, { nullable: true, description: 'Left out: they hold no post, or it is not known.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostInput)
  post?: PostInput | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A person and the version you have seen.' })
export class SeenPersonInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@InputType({ description: 'What was entered wrongly. What is left out stays.' })
export class CorrectPersonInput extends SeenPersonInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(200)
  name?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  achievement?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit they have gone over to (chuyển đơn vị); your rights reach both.' })
  unitId?: string | null;

  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'A further post (bổ nhiệm).' })
export class AppointPersonInput extends SeenPersonInput {
  @Field(() => PostInput)
  @ValidateNested()
  @Type(() => PostInput)
  post: PostInput;
}

@InputType({ description: 'The end of a post (thôi giữ chức vụ).' })
export class EndPostInput extends SeenPersonInput {
  @Field(() => ID)
  postId: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  validTo: LocalDate;

  @Field(() => String, { description: 'Lý do, căn cứ.' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PersonPayload extends MutationPayload {
  @Field(() => Person, { nullable: true })
  person?: Id | null;
}
