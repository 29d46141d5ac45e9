import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { Person } from '../../people/person.graphql.js';
import { accountTerms } from '../account.terms.js';

@ObjectType({ description: describe(accountTerms.AccountPerson) })
export class AccountPerson {
  @Field(() => ID)
  id: string;

  @Field(() => Person, { nullable: true, description: 'The person (người). Null: you do not see them.' })
  person: Person | null;

  @Field(() => LocalDateScalar, { description: 'First day on which it is the account of this person (từ ngày).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Null: it continues.' })
  validTo: LocalDate | null;
}

@InputType({ description: 'Input of `linkAccountToPerson` (gắn tài khoản với người trong danh bạ).' })
export class LinkAccountToPersonInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  accountId: string;

  @Field(() => ID, { description: 'The person whose account it is (người trong danh bạ).' })
  personId: string;

  @Field(() => LocalDateScalar, { description: 'First day (từ ngày).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Omitted or null: until it is ended.' })
  validTo?: LocalDate | null;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class EndAccountPersonLinkInput {
  @Field(() => ID, { description: 'The link (lần gắn).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'Last day on which it is the account of this person (ngày cuối).' })
  validTo: LocalDate;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class RemoveAccountPersonLinkInput {
  @Field(() => ID, { description: 'The link that was entered by mistake (lần gắn nhầm).' })
  id: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
