import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { describe } from '../../../shared/terms.js';
import { Person } from '../../people/person.graphql.js';
import { accountTerms } from '../account.terms.js';

/** Not a `Node`, as accounts are not. */
@ObjectType({ description: describe(accountTerms.Colleague) })
export class Colleague {
  @Field(() => ID, { description: 'The account, for `giveGrant` and `delegateGrant` (mã tài khoản).' })
  id: string;

  @Field(() => String, { description: 'Full name or display name (họ tên hoặc tên hiển thị).' })
  displayName: string;

  @Field(() => Person, {
    nullable: true,
    description: 'The person of the directory, with unit and posts (người trong danh bạ). Null: not linked, or you do not see them.',
  })
  person: Person | null;
}

export const ColleagueConnection = ConnectionOf(Colleague, 'Colleague');

export const ColleagueOrder = { DISPLAY_NAME: 'DISPLAY_NAME' } as const;
export type ColleagueOrder = keyof typeof ColleagueOrder;
registerEnum(ColleagueOrder, 'ColleagueOrder', accountTerms.ColleagueOrder);

@InputType({
  description: 'Conditions on colleagues, all of which hold (điều kiện lọc đồng nghiệp). One that is omitted or null is not applied.',
})
export class ColleagueFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the display name, with or without Vietnamese marks (từ tìm kiếm).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;
}

@ArgsType()
export class ColleaguesArgs extends PageArgs {
  @Field(() => ColleagueFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ColleagueFilter)
  filter?: ColleagueFilter | null;

  @Field(() => ColleagueOrder, { defaultValue: ColleagueOrder.DISPLAY_NAME })
  orderBy: ColleagueOrder;
}
