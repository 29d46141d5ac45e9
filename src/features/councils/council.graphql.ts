import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
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
import { Person } from '../people/person.graphql.js';
import { Act } from '../units/unit-event.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { CouncilKind, CouncilRole, MajorityBase, SessionKind } from './council-kinds.js';
import { councilTerms } from './council.terms.js';

registerEnum(CouncilKind, 'CouncilKind', councilTerms.CouncilKind);
registerEnum(CouncilRole, 'CouncilRole', councilTerms.CouncilRole);
registerEnum(SessionKind, 'SessionKind', councilTerms.SessionKind);
registerEnum(MajorityBase, 'MajorityBase', councilTerms.MajorityBase);

export const CouncilOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC', VALID_FROM: 'VALID_FROM', VALID_FROM_DESC: 'VALID_FROM_DESC' } as const;
export type CouncilOrder = keyof typeof CouncilOrder;
registerEnum(CouncilOrder, 'CouncilOrder', councilTerms.CouncilOrder);

@ObjectType({ description: describe(councilTerms.CouncilFraction) })
export class CouncilFraction {
  @Field(() => Int, { description: 'Numerator (tử số).' })
  numerator: number;

  @Field(() => Int, { description: 'Denominator (mẫu số).' })
  denominator: number;

  @Field(() => Boolean, { description: 'True: more than the fraction; false: at least the fraction (“hơn” hay “ít nhất”).' })
  moreThan: boolean;
}

@ObjectType({ implements: () => Node, description: describe(councilTerms.Council) })
export class Council extends Node {
  @Field(() => String, { description: 'Name (tên hội đồng).' })
  name: string;

  @Field(() => CouncilKind, { description: 'What it is for (loại hội đồng).' })
  kind: CouncilKind;

  @Field(() => Unit, { description: 'The unit whose council it is (đơn vị).' })
  unit: Unit;

  @Field(() => Act, { description: 'The document that established it (quyết định thành lập).' })
  act: Act;

  @Field(() => LocalDateScalar, { description: 'First day (ngày thành lập).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối hoạt động). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [CouncilMember], { description: 'The members in term on the day, the chair first (thành viên đương nhiệm).' })
  members: CouncilMember[];

  @Field(() => [CouncilMember], { description: 'Every term of every member, in order of time (các nhiệm kỳ).' })
  allMembers: CouncilMember[];

  @Field(() => [CouncilRule], { description: 'The rules in force on the day, one for each kind of session (quy chế đang hiệu lực).' })
  rules: CouncilRule[];

  @Field(() => [CouncilRule], { description: 'Every rule, in order of time (các quy chế).' })
  allRules: CouncilRule[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: describe(councilTerms.CouncilRule) })
export class CouncilRule extends Node {
  @Field(() => Council, { description: 'The council (hội đồng).' })
  council: Council;

  @Field(() => SessionKind, { description: 'The kind of session for which it holds (loại phiên họp).' })
  sessionKind: SessionKind;

  @Field(() => CouncilFraction, { description: 'The share of the members in term who must take part (tỷ lệ dự họp).' })
  presence: CouncilFraction;

  @Field(() => Boolean, { description: 'Whether an opinion in writing counts as taking part (ý kiến bằng văn bản tính là dự họp).' })
  presenceCountsWritten: boolean;

  @Field(() => CouncilFraction, { description: 'The share of votes in favour that adopts a question (tỷ lệ tán thành).' })
  majority: CouncilFraction;

  @Field(() => MajorityBase, { description: 'Of what number the majority is a share (cơ sở tính).' })
  majorityOf: MajorityBase;

  @Field(() => Boolean, { description: 'Whether votes in writing count (phiếu bằng văn bản được tính).' })
  majorityCountsWritten: boolean;

  @Field(() => LocalDateScalar, { description: 'First day in force (ngày bắt đầu hiệu lực).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The regulations it is taken from, or a remark that none are known (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: describe(councilTerms.CouncilMember) })
export class CouncilMember extends Node {
  @Field(() => Council, { description: 'The council (hội đồng).' })
  council: Council;

  @Field(() => Person, { description: 'The person (người).' })
  person: Person;

  @Field(() => CouncilRole, { description: 'What the person is in the council (vai trò).' })
  role: CouncilRole;

  @Field(() => LocalDateScalar, { description: 'First day of the term (ngày bắt đầu nhiệm kỳ).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the term (ngày cuối nhiệm kỳ). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The document of the appointment (căn cứ). Null: the act of the council itself.' })
  basis: string | null;

  @Field(() => String, { nullable: true, description: 'Why the term was ended (lý do thôi tham gia). Null: it was not ended early.' })
  endReason: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on councils, all of which hold (điều kiện lọc hội đồng). One that is omitted or null is not applied.',
})
export class CouncilFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Councils of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => [CouncilKind], { nullable: true, description: 'Councils of one of these kinds (loại hội đồng).' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: CouncilKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Councils of which this person is a member in term on the day (thành viên).' })
  personId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Councils that exist on this day (đang hoạt động vào ngày).' })
  on?: LocalDate | null;
}

@ArgsType()
export class CouncilsArgs extends PageArgs {
  @Field(() => CouncilFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CouncilFilter)
  filter?: CouncilFilter | null;

  @Field(() => CouncilOrder, { defaultValue: CouncilOrder.NAME })
  orderBy: CouncilOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day whose state is shown: councils established or entered by then, with the members and rules of that day (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class CouncilArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

export const CouncilConnection = ConnectionOf(Council, 'Council');

@ObjectType({ implements: () => MutationPayload })
export class CouncilPayload extends MutationPayload {
  @Field(() => Council, { nullable: true })
  council?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class CouncilMemberPayload extends MutationPayload {
  @Field(() => CouncilMember, { nullable: true })
  councilMember?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class CouncilRulePayload extends MutationPayload {
  @Field(() => CouncilRule, { nullable: true })
  councilRule?: Id | null;
}
