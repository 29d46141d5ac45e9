import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { Presence, SessionKind, VoteChoice } from './council-kinds.js';

/** A council of more members than this does not exist. */
const MOST_MEMBERS = 200;

@InputType({ description: 'How a member took part (tham dự).' })
export class CouncilAttendanceInput {
  @Field(() => ID, { description: 'The member, in term on the day of the session (thành viên).' })
  memberId: string;

  @Field(() => Presence, { description: 'How they took part (cách tham dự).' })
  presence: Presence;
}

@InputType({ description: 'Input of `recordCouncilSession` (ghi phiên họp đã họp).' })
export class RecordCouncilSessionInput {
  @Field(() => ID, { description: 'The council (hội đồng).' })
  councilId: string;

  @Field(() => SessionKind, { description: 'What it considered (loại phiên họp).' })
  kind: SessionKind;

  @Field(() => LocalDateScalar, { description: 'Day, not in the future (ngày họp).' })
  heldOn: LocalDate;

  @Field(() => String, { description: 'What it was about (nội dung).' })
  @IsWords(1_000)
  subject: string;

  @Field(() => [CouncilAttendanceInput], {
    description: 'Who took part and how (danh sách tham dự). A member in term who is not named counts as absent.',
  })
  @ArrayMaxSize(MOST_MEMBERS)
  @ValidateNested({ each: true })
  @Type(() => CouncilAttendanceInput)
  attendance: CouncilAttendanceInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The member who chaired it, who was present (người chủ trì). Omitted or null: not stated.',
  })
  chairId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The member who kept the minutes, who was present (thư ký phiên họp). Omitted or null: not stated.',
  })
  secretaryId?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the minutes (số biên bản). Omitted or null: none, or not known.' })
  @IsOptional()
  @IsCode(100)
  minutesNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the minutes (ngày biên bản). Omitted or null: not known.' })
  minutesDate?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'What the minutes say (nội dung biên bản). Omitted or null: not entered.' })
  @IsOptional()
  @IsWords(10_000)
  minutesText?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectCouncilSessionInput {
  @Field(() => ID, { description: 'The session (phiên họp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'What it was about (nội dung).' })
  @RefusesNull()
  @IsWords(1_000)
  subject?: string;

  @Field(() => String, { nullable: true, description: 'Number of the minutes (số biên bản).' })
  @IsOptional()
  @IsCode(100)
  minutesNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the minutes (ngày biên bản).' })
  minutesDate?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'What the minutes say (nội dung biên bản).' })
  @IsOptional()
  @IsWords(10_000)
  minutesText?: string | null;
}

@InputType({ description: 'The vote of a named member (ý kiến nêu tên).' })
export class CouncilOpinionInput {
  @Field(() => ID, { description: 'The member, who took part (thành viên).' })
  memberId: string;

  @Field(() => VoteChoice, { description: 'How they voted (biểu quyết).' })
  choice: VoteChoice;

  @Field(() => String, { nullable: true, description: 'What they said, as the minutes have it (ý kiến). Omitted or null: nothing.' })
  @IsOptional()
  @IsWords(2_000)
  words?: string | null;
}

@InputType({ description: 'Input of `recordCouncilVotes` (ghi kết quả biểu quyết một vấn đề).' })
export class RecordCouncilVotesInput {
  @Field(() => ID, { description: 'The session (phiên họp).' })
  sessionId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'The question (vấn đề).' })
  @IsWords(1_000)
  text: string;

  @Field(() => Int, { description: 'Votes in favour of members present (tán thành).' })
  @Min(0)
  @Max(MOST_MEMBERS)
  inFavour: number;

  @Field(() => Int, { description: 'Votes against of members present (không tán thành).' })
  @Min(0)
  @Max(MOST_MEMBERS)
  against: number;

  @Field(() => Int, { description: 'Abstentions of members present (không có ý kiến).' })
  @Min(0)
  @Max(MOST_MEMBERS)
  abstained: number;

  @Field(() => Int, { defaultValue: 0, description: 'Votes in favour in writing (tán thành bằng văn bản). Omitted: none.' })
  @Min(0)
  @Max(MOST_MEMBERS)
  writtenInFavour: number;

  @Field(() => Int, { defaultValue: 0, description: 'Votes against in writing (không tán thành bằng văn bản). Omitted: none.' })
  @Min(0)
  @Max(MOST_MEMBERS)
  writtenAgainst: number;

  @Field(() => Int, { defaultValue: 0, description: 'Abstentions in writing (không có ý kiến, bằng văn bản). Omitted: none.' })
  @Min(0)
  @Max(MOST_MEMBERS)
  writtenAbstained: number;

  @Field(() => [CouncilOpinionInput], {
    defaultValue: [],
    description: 'Votes of members whom the minutes name, dissent among them (ý kiến nêu tên). Omitted: none.',
  })
  @ArrayMaxSize(MOST_MEMBERS)
  @ValidateNested({ each: true })
  @Type(() => CouncilOpinionInput)
  opinions: CouncilOpinionInput[];
}

@InputType()
export class RemoveCouncilVotesInput {
  @Field(() => ID, { description: 'The session (phiên họp).' })
  sessionId: string;

  @Field(() => ID, { description: 'The question whose votes were entered by mistake (vấn đề).' })
  questionId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
