import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { Id } from '../../shared/ids.js';

/** No `Node`: an id alone must not show it to whoever may read the registry. */
@ObjectType({ description: 'A person who may act under a name (tài khoản).' })
export class Account {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'What is typed to sign in, and what the trail shows (tên đăng nhập).' })
  name: string;

  @Field(() => String, { description: 'Họ tên hoặc tên hiển thị.' })
  displayName: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where to write to (thư điện tử). Several people may have one; nobody signs in with it.',
  })
  email: string | null;

  @Field(() => Boolean, { description: 'Whether a password has been chosen (đã đặt mật khẩu).' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether signing in asks for a second factor (xác thực hai lớp).' })
  secondFactor: boolean;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is blocked (bị khóa từ); null: active.' })
  blockedAt: Date | null;
}

export const AccountConnection = ConnectionOf(Account, 'Account');

export const AccountOrder = { DISPLAY_NAME: 'DISPLAY_NAME', NAME: 'NAME' } as const;
export type AccountOrder = keyof typeof AccountOrder;
registerEnumType(AccountOrder, { name: 'AccountOrder', description: 'Orders of accounts, in Vietnamese order.' });

@InputType({ description: 'Which accounts.' })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: 'In the sign-in name, the display name or the e-mail, with or without marks.' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only blocked ones, or only active ones.' })
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
  @Field(() => String, { description: 'Small letters without marks, digits, . _ - @ (tên đăng nhập).' })
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: 'Họ tên hoặc tên hiển thị.' })
  @IsWords(100)
  displayName: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(254)
  email?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChangeAccountInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Họ tên hoặc tên hiển thị.' })
  @IsOptional()
  @IsWords(100)
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to write to (thư điện tử); null: nowhere any more.' })
  @IsOptional()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { description: 'For the trail (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class ChangeMyNameInput {
  @Field(() => String, { description: 'Họ tên hoặc tên hiển thị.' })
  @IsWords(100)
  displayName: string;
}

@InputType()
export class BlockAccountInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'For the trail (lý do).' })
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
