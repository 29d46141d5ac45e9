import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';

/** For commands that must not happen twice. */
@InputType({ isAbstract: true })
export abstract class OnceInput {
  @Field(() => String, { nullable: true, description: 'The same key never does it twice (khóa chống ghi trùng).' })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  idempotencyKey?: string | null;
}
