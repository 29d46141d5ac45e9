import { ArgsType, Field, Int, ObjectType, InputType, ID } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { Presence, SessionKind, VoteChoice } from './council-kinds.js';
import { Council, CouncilMember, CouncilRule } from './council.graphql.js';
import { councilTerms } from './council.terms.js';

registerEnum(Presence, 'CouncilPresence', councilTerms.CouncilPresence);
registerEnum(VoteChoice, 'VoteChoice', councilTerms.VoteChoice);

export const CouncilSessionOrder = { HELD_ON_DESC: 'HELD_ON_DESC', HELD_ON: 'HELD_ON' } as const;
export type CouncilSessionOrder = keyof typeof CouncilSessionOrder;
registerEnum(CouncilSessionOrder, 'CouncilSessionOrder', councilTerms.CouncilSessionOrder);

@ObjectType({ description: describe(councilTerms.CouncilQuorum) })
export class CouncilQuorum {
  @Field(() => Boolean, { nullable: true, description: 'Whether the session could decide (đủ điều kiện họp). Null: no rule was in force.' })
  met: boolean | null;

  @Field(() => Int, { description: 'Members in term on the day (thành viên đương nhiệm).' })
  inTerm: number;

  @Field(() => Int, { description: 'Members present (có mặt).' })
  present: number;

  @Field(() => Int, { description: 'Absent members who sent an opinion in writing (ý kiến bằng văn bản).' })
  written: number;

  @Field(() => Int, { nullable: true, description: 'How many had to take part (số cần có). Null: no rule was in force.' })
  needed: number | null;

  @Field(() => String, { description: 'The same as a Vietnamese sentence (giải thích).' })
  explanation: string;
}

@ObjectType({ description: describe(councilTerms.CouncilAttendance) })
export class CouncilAttendance {
  @Field(() => CouncilMember, { description: 'The member (thành viên).' })
  member: CouncilMember;

  @Field(() => Presence, { description: 'How they took part (cách tham dự).' })
  presence: Presence;
}

@ObjectType({ description: describe(councilTerms.CouncilOpinion) })
export class CouncilOpinion {
  @Field(() => CouncilMember, { description: 'The member (thành viên).' })
  member: CouncilMember;

  @Field(() => VoteChoice, { description: 'How they voted (biểu quyết).' })
  choice: VoteChoice;

  @Field(() => String, { nullable: true, description: 'What they said, as the minutes have it (ý kiến). Null: nothing.' })
  words: string | null;
}

@ObjectType({ description: describe(councilTerms.CouncilQuestion) })
export class CouncilQuestion {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'The question (vấn đề).' })
  text: string;

  @Field(() => Int, { description: 'Votes in favour of members present (tán thành).' })
  inFavour: number;

  @Field(() => Int, { description: 'Votes against of members present (không tán thành).' })
  against: number;

  @Field(() => Int, { description: 'Abstentions of members present (không có ý kiến).' })
  abstained: number;

  @Field(() => Int, { description: 'Votes in favour in writing (tán thành bằng văn bản).' })
  writtenInFavour: number;

  @Field(() => Int, { description: 'Votes against in writing (không tán thành bằng văn bản).' })
  writtenAgainst: number;

  @Field(() => Int, { description: 'Abstentions in writing (không có ý kiến, bằng văn bản).' })
  writtenAbstained: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was adopted by the rule (được thông qua). Null: no rule was in force.' })
  adopted: boolean | null;

  @Field(() => String, { nullable: true, description: 'The same as a Vietnamese sentence (giải thích). Null: no rule was in force.' })
  explanation: string | null;

  @Field(() => [CouncilOpinion], { description: 'Votes of members whom the minutes name, dissent among them (ý kiến nêu tên).' })
  opinions: CouncilOpinion[];
}

@ObjectType({ implements: () => Node, description: describe(councilTerms.CouncilSession) })
export class CouncilSession extends Node {
  @Field(() => Council, { description: 'The council, as of the day of the session (hội đồng).' })
  council: Council;

  @Field(() => SessionKind, { description: 'What it considered (loại phiên họp).' })
  kind: SessionKind;

  @Field(() => LocalDateScalar, { description: 'Day (ngày họp).' })
  heldOn: LocalDate;

  @Field(() => String, { description: 'What it was about (nội dung).' })
  subject: string;

  @Field(() => CouncilRule, { nullable: true, description: 'The rule that was in force (quy chế áp dụng). Null: none was entered.' })
  rule: CouncilRule | null;

  @Field(() => CouncilMember, { nullable: true, description: 'Who chaired it (người chủ trì). Null: not stated.' })
  chair: CouncilMember | null;

  @Field(() => CouncilMember, { nullable: true, description: 'Who kept the minutes (thư ký phiên họp). Null: not stated.' })
  secretary: CouncilMember | null;

  @Field(() => String, { nullable: true, description: 'Number of the minutes (số biên bản). Null: none, or not known.' })
  minutesNumber: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the minutes (ngày biên bản). Null: not known.' })
  minutesDate: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'What the minutes say (nội dung biên bản). Null: not entered.' })
  minutesText: string | null;

  @Field(() => [CouncilAttendance], { description: 'Who took part and how, as the minutes have it (danh sách tham dự).' })
  attendance: CouncilAttendance[];

  @Field(() => CouncilQuorum, { description: 'Whether enough members took part (điều kiện họp).' })
  quorum: CouncilQuorum;

  @Field(() => [CouncilQuestion], { description: 'The questions it voted on (vấn đề biểu quyết).' })
  questions: CouncilQuestion[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on sessions, all of which hold (điều kiện lọc phiên họp). One that is omitted or null is not applied.',
})
export class CouncilSessionFilter {
  @Field(() => [SessionKind], { nullable: true, description: 'Sessions of one of these kinds (loại phiên họp).' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: SessionKind[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Sessions on this day or later (từ ngày).' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Sessions on this day or earlier (đến ngày).' })
  to?: LocalDate | null;
}

@ArgsType()
export class CouncilSessionPageArgs extends PageArgs {
  @Field(() => CouncilSessionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CouncilSessionFilter)
  filter?: CouncilSessionFilter | null;

  @Field(() => CouncilSessionOrder, { defaultValue: CouncilSessionOrder.HELD_ON_DESC })
  orderBy: CouncilSessionOrder;
}

export const CouncilSessionConnection = ConnectionOf(CouncilSession, 'CouncilSession');

@ObjectType({ implements: () => MutationPayload })
export class CouncilSessionPayload extends MutationPayload {
  @Field(() => CouncilSession, { nullable: true })
  councilSession?: Id | null;
}
