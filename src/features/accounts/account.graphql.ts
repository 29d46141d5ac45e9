import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { HasPlainSigns, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { Id } from '../../shared/ids.js';
import { Person } from '../people/person.graphql.js';
import { AccountPerson } from './persons/account-person.graphql.js';
import { accountTerms } from './account.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

/** Not a `Node`: everybody who may read the registry could otherwise read it by its id. */
@ObjectType({ description: describe(accountTerms.Account) })
export class Account {
  @Field(() => ID)
  id: string;

  @Field(() => String, {
    description: 'The name that is typed to sign in and that the audit trail shows (tên đăng nhập). It never changes.',
  })
  name: string;

  @Field(() => String, { description: 'Full name or display name (họ tên hoặc tên hiển thị).' })
  displayName: string;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address for messages (thư điện tử). Null: none. Several accounts may share one; it is not used to sign in.',
  })
  email: string | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person of the directory whose account it is on the day (người trong danh bạ). Null: not linked.',
  })
  person: Person | null;

  @Field(() => [AccountPerson], { description: 'Whose account it was, is and will be, in order of time (các lần gắn với người).' })
  people: AccountPerson[];

  @Field(() => Boolean, { description: 'Whether a password has been chosen (đã đặt mật khẩu).' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether sign-in asks for a second factor (xác thực hai lớp).' })
  secondFactor: boolean;

  @Field(() => DateTimeScalar, { description: 'When the account was created (ngày tạo).' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the account is blocked (bị khóa từ). Null: active.' })
  blockedAt: Date | null;
}

export const AccountConnection = ConnectionOf(Account, 'Account');

export const AccountOrder = { DISPLAY_NAME: 'DISPLAY_NAME', NAME: 'NAME' } as const;
export type AccountOrder = keyof typeof AccountOrder;
registerEnum(AccountOrder, 'AccountOrder', accountTerms.AccountOrder);

@InputType({
  description: 'Conditions on accounts, all of which hold (điều kiện lọc tài khoản). One that is omitted or null is not applied.',
})
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the sign-in name, the display name or the e-mail, with or without Vietnamese marks (từ tìm kiếm).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only blocked accounts; false: only active ones (bị khóa). Omitted or null: both.',
  })
  blocked?: boolean | null;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccountFilter)
  filter?: AccountFilter | null;

  @Field(() => AccountOrder, { defaultValue: AccountOrder.DISPLAY_NAME })
  orderBy: AccountOrder;
}

@InputType()
export class CreateAccountInput {
  @Field(() => String, { description: 'Sign-in name: lower-case letters without marks, digits, `.` `_` `-` `@` (tên đăng nhập).' })
  @MaxLength(200)
  @HasPlainSigns()
  name: string;

  @Field(() => String, { description: 'Full name or display name (họ tên hoặc tên hiển thị).' })
  @IsWords(100)
  displayName: string;

  @Field(() => String, { nullable: true, description: 'E-mail address for messages (thư điện tử). Omitted or null: none.' })
  @IsOptional()
  @MaxLength(254)
  @HasPlainSigns()
  email?: string | null;
}

@ChangeInput()
export class ChangeAccountInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Full name or display name (họ tên hoặc tên hiển thị).' })
  @RefusesNull()
  @IsWords(100)
  displayName?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address for messages (thư điện tử).' })
  @IsOptional()
  @MaxLength(254)
  @HasPlainSigns()
  email?: string | null;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class ChangeMyNameInput {
  @Field(() => String, { description: 'Full name or display name (họ tên hoặc tên hiển thị).' })
  @IsWords(100)
  displayName: string;
}

@InputType()
export class BlockAccountInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  id: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class UnblockAccountInput extends BlockAccountInput {}

@ObjectType({ implements: () => MutationPayload })
export class AccountPayload extends MutationPayload {
  @Field(() => Account, { nullable: true })
  account?: Id | null;
}
