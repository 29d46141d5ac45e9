import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { ActInput } from '../units/unit-event.graphql.js';
import { IdempotentInput } from './idempotent.input.js';

@InputType({ description: 'A movement as its plan gives it. What is not known is left out, never invented.' })
export class LaunchMovementInput extends IdempotentInput {
  @Field(() => String)
  @IsWords(300)
  name: string;

  @Field(() => ID, { description: 'Who launches it (đơn vị phát động), in force on that day.' })
  launcherId: string;

  @Field(() => ActInput, { nullable: true, description: 'The plan or act (kế hoạch, văn bản phát động).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first day. Left out: not known.' })
  starts?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The last day. Left out: not known, or it goes on.' })
  ends?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType({ description: 'What was entered wrongly. What is left out stays; a date, note or act that is null becomes “not known”.' })
export class CorrectMovementInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Lý do đính chính.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(300)
  name?: string | null;

  @Field(() => ID, { nullable: true })
  launcherId?: string | null;

  @Field(() => ActInput, { nullable: true, description: 'The whole act: what is left out of it becomes “not known”.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => PartialDateScalar, { nullable: true })
  starts?: string | null;

  @Field(() => PartialDateScalar, { nullable: true })
  ends?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType()
export class EndMovementInput {
  @Field(() => ID)
  id: string;

  @Field(() => PartialDateScalar, { description: 'The last day.' })
  ends: string;

  @Field(() => String, { description: 'Lý do, căn cứ.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}
