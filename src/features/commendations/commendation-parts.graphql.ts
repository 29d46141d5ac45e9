import { Field, Int, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../platform/graphql/enum.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { Decision } from '../decisions/decision.graphql.js';
import { RevocationGround } from '../decisions/decision-states.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { commendationTerms } from './commendation.terms.js';
import { LawReason } from './forms/governing-law.js';

registerEnum(LawReason, 'LawReason', commendationTerms.LawReason);

@ObjectType({ description: describe(commendationTerms.CommendationRecipient) })
export class CommendationRecipient {
  @Field(() => SubjectKind, {
    nullable: true,
    description: 'Collective, person or household (tập thể, cá nhân, hộ gia đình). Null: not known.',
  })
  kind: SubjectKind | null;

  @Field(() => String, { nullable: true, description: 'Name as it was (tên khi được khen). Null: nobody is named yet.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Post as it was (chức vụ khi được khen). Null: none, or not known.' })
  post: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit as it was called (đơn vị khi được khen). Null: not known, or the recipient is a unit itself.',
  })
  unit: string | null;
}

@ObjectType({ description: describe(commendationTerms.CommendationMoney) })
export class CommendationMoney {
  @Field(() => Int, { nullable: true, description: 'What each recipient is paid, in đồng (tiền thưởng mỗi đối tượng). Null: not known.' })
  amount: number | null;

  @Field(() => String, { description: 'How it came about, with the act of each number, or why it is not known (diễn giải).' })
  formula: string;
}

@ObjectType({ description: describe(commendationTerms.CommendationLaw) })
export class CommendationLaw {
  @Field(() => String, { description: 'Number of the law (số luật).' })
  act: string;

  @Field(() => LawReason, { description: 'Why it applies (lý do áp dụng).' })
  reason: LawReason;

  @Field(() => Boolean, {
    description: 'False: the text of this law is not loaded, and the rules of the law before it go on (đã xác minh).',
  })
  verified: boolean;

  @Field(() => String, { description: 'The same in words (diễn giải).' })
  explanation: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who decided that it is more favourable (người quyết định). Null: it applies by its dates.',
  })
  chosenBy: string | null;

  @Field(() => String, { nullable: true, description: 'Why (lý do chọn). Null: it applies by its dates.' })
  chosenReason: string | null;
}

@ObjectType({ description: describe(commendationTerms.CommendationRevocation) })
export class CommendationRevocation {
  @Field(() => LocalDateScalar, { description: 'The day of the revocation (ngày thu hồi).' })
  on: LocalDate;

  @Field(() => RevocationGround, { description: 'Ground in the law (căn cứ).' })
  ground: RevocationGround;

  @Field(() => String, { description: 'What happened (lý do).' })
  reason: string;

  @Field(() => Decision, { nullable: true, description: 'The decision that revokes it (quyết định thu hồi). Null: none in the registry.' })
  decision: Decision | null;

  @Field(() => Boolean, { description: 'Whether a certificate has to be recovered (phải thu hồi hiện vật).' })
  certificateDue: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the certificate was recovered (ngày thu hồi hiện vật). Null: not yet, or none was due.',
  })
  certificateRecoveredOn: LocalDate | null;

  @Field(() => Boolean, { description: 'Whether money has to be recovered (phải thu hồi tiền thưởng).' })
  moneyDue: boolean;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the money was recovered (ngày thu hồi tiền). Null: not yet, or none was due.',
  })
  moneyRecoveredOn: LocalDate | null;

  @Field(() => Boolean, { description: 'Whether everything that was due is recovered (đã thu hồi xong).' })
  done: boolean;
}

@ObjectType({ description: describe(commendationTerms.CommendationTotal) })
export class CommendationTotal {
  @Field(() => Int, { description: 'Recipients of commendations that are in force (số đối tượng).' })
  recipients: number;

  @Field(() => String, { description: 'The sum of the money that is known, whole đồng (tổng tiền đã biết).' })
  amount: string;

  @Field(() => Int, { description: 'Recipients whose money is not known (số đối tượng chưa biết tiền thưởng).' })
  unknown: number;
}
