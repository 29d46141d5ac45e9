import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { RevocationGround } from '../decisions/decision-states.js';
import { Decision } from '../decisions/decision.graphql.js';
import { Evaluation } from '../evaluations/evaluation.graphql.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Person } from '../people/person.graphql.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { Unit } from '../units/unit.graphql.js';
import { commendationTerms } from './commendation.terms.js';
import { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from './forms/forms.js';
import { LawReason } from './forms/governing-law.js';

registerEnum(CommendationForm, 'CommendationForm', commendationTerms.CommendationForm);
registerEnum(CommendationIssuer, 'CommendationIssuer', commendationTerms.CommendationIssuer);
registerEnum(CommendationTrack, 'CommendationTrack', commendationTerms.CommendationTrack);
registerEnum(RuleMark, 'RuleMark', commendationTerms.RuleMark);
registerEnum(LawReason, 'LawReason', commendationTerms.LawReason);

export const CommendationState = { IN_FORCE: 'IN_FORCE', REVOKED: 'REVOKED' } as const;
export type CommendationState = keyof typeof CommendationState;
registerEnum(CommendationState, 'CommendationState', commendationTerms.CommendationState);

export const CommendationOrder = { DAY_DESC: 'DAY_DESC', DAY: 'DAY' } as const;
export type CommendationOrder = keyof typeof CommendationOrder;
registerEnum(CommendationOrder, 'CommendationOrder', commendationTerms.CommendationOrder);

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

@ObjectType({ implements: () => Node, description: describe(commendationTerms.Commendation) })
export class Commendation extends Node {
  @Field(() => CommendationForm, { nullable: true, description: 'Form or title (hình thức, danh hiệu). Null: not known.' })
  form: CommendationForm | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'Level of the issuer (cấp khen thưởng). Null: not known.' })
  level: RecognitionLevel | null;

  @Field(() => CommendationRecipient, { description: 'Who is commended, as they were (đối tượng được khen).' })
  recipient: CommendationRecipient;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many recipients it stands for: 1 where the recipient is named; of a list, those without a name yet (số lượng). Null: not known. The counts of a list and of its names add up to `statedCount`.',
  })
  count: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a list: the number that its paper states (số lượng trên văn bản). Null: it names its recipient, or is not known.',
  })
  statedCount: number | null;

  @Field(() => Commendation, { nullable: true, description: 'The list of which this is one name (danh sách). Null: none.' })
  partOf: Commendation | null;

  @Field(() => [Commendation], { description: 'The names of a list that were added (đã bổ sung tên).' })
  names: Commendation[];

  @Field(() => Decision, { nullable: true, description: 'The decision (quyết định). Null: not known.' })
  decision: Decision | null;

  @Field(() => Unit, { nullable: true, description: 'The issuer, as of the decision (cơ quan khen thưởng). Null: not known.' })
  issuer: Unit | null;

  @Field(() => CommendationIssuer, {
    nullable: true,
    description: 'As whom the issuer granted it (thẩm quyền). Null: not known, or none is needed.',
  })
  authority: CommendationIssuer | null;

  @Field(() => Boolean, {
    description: 'Whether it was entered from a paper of the past, so that power and money are not examined (nhập từ văn bản đã có).',
  })
  fromPaper: boolean;

  @Field(() => String, { nullable: true, description: 'The paper that says so (nguồn). Null: it was granted in the registry.' })
  source: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was handed over (ngày trao). Null: not known.' })
  presentedOn: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'A day that the paper names without saying of what (ngày). Null: none.' })
  on: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Achievement, as the decision words it (thành tích). Null: not known.' })
  reason: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the achievement (từ ngày). Null: not known.' })
  periodFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the achievement (đến ngày). Null: not known.' })
  periodTo: LocalDate | null;

  @Field(() => EmulationModel, {
    nullable: true,
    description: 'The model for which it was given (mô hình). Null: none, or you do not see it.',
  })
  model: EmulationModel | null;

  @Field(() => Evaluation, {
    nullable: true,
    description: 'The result on which it rests (kết quả thẩm định). Null: none, or you do not see it.',
  })
  evaluation: Evaluation | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person of the directory (người trong danh bạ). Null: none, or you do not see them.',
  })
  person: Person | null;

  @Field(() => Unit, { nullable: true, description: 'The unit that is commended, or that of the recipient (đơn vị). Null: not known.' })
  unit: Unit | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When the dossier was received (ngày nhận hồ sơ). Null: not known.' })
  receivedOn: LocalDate | null;

  @Field(() => CommendationLaw, { nullable: true, description: 'The law that governs it (luật áp dụng). Null: not known.' })
  law: CommendationLaw | null;

  @Field(() => CommendationMoney, { description: 'Its money (tiền thưởng).' })
  money: CommendationMoney;

  @Field(() => CommendationState, { description: 'Whether it stands on the day (trạng thái).' })
  state: CommendationState;

  @Field(() => CommendationRevocation, { nullable: true, description: 'Its revocation (thu hồi). Null: it stands.' })
  revocation: CommendationRevocation | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code for anyone to check the certificate, by `certificate` (mã tra cứu). Null: from a paper of the past, or nobody is named.',
  })
  certificateCode: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ description: describe(commendationTerms.CommendationTotal) })
export class CommendationTotal {
  @Field(() => Int, { description: 'Recipients of commendations that stand (số đối tượng).' })
  recipients: number;

  @Field(() => String, { description: 'The sum of the money that is known, whole đồng (tổng tiền đã biết).' })
  amount: string;

  @Field(() => Int, { description: 'Recipients whose money is not known (số đối tượng chưa biết tiền thưởng).' })
  unknown: number;
}

@InputType({
  description: 'Conditions on commendations, all of which hold (điều kiện lọc khen thưởng). One that is omitted or null is not applied.',
})
export class CommendationFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name of the recipient, with or without marks (tên đối tượng).' })
  @IsOptional()
  @IsWords(200)
  recipient?: string | null;

  @Field(() => ID, { nullable: true, description: 'Recipients of the unit, of units below it and of those that passed to it (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those granted by exactly this unit (cơ quan khen thưởng).' })
  issuerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this person, at whatever unit (người).' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those for this model (mô hình).' })
  modelId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those by this decision (quyết định).' })
  decisionId?: string | null;

  @Field(() => [CommendationForm], { nullable: true, description: 'Of one of these forms (hình thức).' })
  @IsOptional()
  @ArrayMaxSize(20)
  form?: CommendationForm[] | null;

  @Field(() => [RecognitionLevel], { nullable: true, description: 'Of one of these levels (cấp).' })
  @IsOptional()
  @ArrayMaxSize(5)
  level?: RecognitionLevel[] | null;

  @Field(() => Int, { nullable: true, description: 'Of this year, by the decision, or else by the presentation (năm).' })
  @IsOptional()
  @Min(1000)
  @Max(9999)
  year?: number | null;

  @Field(() => CommendationState, { nullable: true, description: 'In this state (trạng thái).' })
  state?: CommendationState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Revoked ones of which something is still to be recovered, or with `false` all others (còn phải thu hồi).',
  })
  toRecover?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Lists with recipients that are not named yet, or with `false` all others (còn thiếu tên).',
  })
  toComplete?: boolean | null;
}

@ArgsType()
export class CommendationPageArgs extends PageArgs {
  @Field(() => CommendationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommendationFilter)
  filter?: CommendationFilter | null;

  @Field(() => CommendationOrder, { defaultValue: CommendationOrder.DAY_DESC })
  orderBy: CommendationOrder;
}

@ArgsType()
export class CommendationsArgs extends CommendationPageArgs {
  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class CommendationArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

export const CommendationConnection = ConnectionOf(Commendation, 'Commendation');

@ObjectType({ implements: () => MutationPayload })
export class CommendationPayload extends MutationPayload {
  @Field(() => Commendation, { nullable: true })
  commendation?: Id | null;
}
