import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { Decision } from '../decisions/decision.graphql.js';
import { Evaluation } from '../evaluations/evaluation.graphql.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Person } from '../people/person.graphql.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { Unit } from '../units/unit.graphql.js';
import { CommendationLaw, CommendationMoney, CommendationRecipient, CommendationRevocation } from './commendation-parts.graphql.js';
import { CommendationState } from './commendation.filter.js';
import { commendationTerms } from './commendation.terms.js';
import { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from './forms/forms.js';

registerEnum(CommendationForm, 'CommendationForm', commendationTerms.CommendationForm);
registerEnum(CommendationIssuer, 'CommendationIssuer', commendationTerms.CommendationIssuer);
registerEnum(CommendationTrack, 'CommendationTrack', commendationTerms.CommendationTrack);
registerEnum(RuleMark, 'RuleMark', commendationTerms.RuleMark);

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
      'How many recipients it is for: 1 where the recipient is named; of a list, those without a name yet (số lượng). Null: not known. The counts of a list and of its names add up to `statedCount`.',
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

  @Field(() => CommendationState, { description: 'Whether it is in force on the day (trạng thái).' })
  state: CommendationState;

  @Field(() => CommendationRevocation, { nullable: true, description: 'Its revocation (thu hồi). Null: it is in force.' })
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

export const CommendationConnection = ConnectionOf(Commendation, 'Commendation');

@ObjectType({ implements: () => MutationPayload })
export class CommendationPayload extends MutationPayload {
  @Field(() => Commendation, { nullable: true })
  commendation?: Id | null;
}
