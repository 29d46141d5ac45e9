import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { File } from '../../platform/files/file.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Unit } from '../units/unit.graphql.js';
import { DecisionState } from './decision-states.js';
import { DecisionKind } from './decision-kinds.js';
import { decisionTerms } from './decision.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

registerEnum(DecisionState, 'DecisionState', decisionTerms.DecisionState);
registerEnum(DecisionKind, 'DecisionKind', decisionTerms.DecisionKind);

export const DecisionOrder = {
  ISSUED_ON_DESC: 'ISSUED_ON_DESC',
  ISSUED_ON: 'ISSUED_ON',
  NUMBER: 'NUMBER',
  NUMBER_DESC: 'NUMBER_DESC',
} as const;
export type DecisionOrder = keyof typeof DecisionOrder;
registerEnum(DecisionOrder, 'DecisionOrder', decisionTerms.DecisionOrder);

@ObjectType({ implements: () => Node, description: describe(decisionTerms.Decision) })
export class Decision extends Node {
  @Field(() => String, {
    nullable: true,
    description:
      'Number and symbol exactly as on the paper, for example `2579/QĐ-UBND` or `0125/KH-UBND` (số, ký hiệu). Null: not known; `source` then says where the decision is known from.',
  })
  number: string | null;

  @Field(() => DecisionKind, { description: 'Class of the document (loại văn bản).' })
  kind: DecisionKind;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of issue (ngày ban hành). Null: not known, or known only as `issued` gives it.',
  })
  issuedOn: LocalDate | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Date of issue as precise as known, for example `2019` (ngày, tháng hoặc năm ban hành). Null: not known.',
  })
  issued: string | null;

  @Field(() => Boolean, { description: 'Whether its number and its exact day of issue are known (đủ số và ngày ban hành).' })
  complete: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is known from, for example a list or a report (nguồn thông tin). Null: from the paper itself. Never null while it is not complete.',
  })
  source: string | null;

  @Field(() => Unit, {
    description: 'The issuing unit, as of the day of issue, or of the last possible one (cơ quan ban hành).',
  })
  issuer: Unit;

  @Field(() => String, { nullable: true, description: 'Name and post of the signer (người ký, chức vụ). Null: not known.' })
  signer: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The post that the signer held then (chức vụ khi ký). Null: not known, or given with the name.',
  })
  signerPost: string | null;

  @Field(() => DecisionState, { description: 'What became of it (trạng thái).' })
  state: DecisionState;

  @Field(() => Decision, { nullable: true, description: 'The last decision that amends it (quyết định sửa đổi). Null: none.' })
  amendedBy: Decision | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was revoked (ngày thu hồi). Null: it was not.' })
  revokedOn: LocalDate | null;

  @Field(() => Decision, { nullable: true, description: 'The decision that revokes it (quyết định thu hồi). Null: none in the registry.' })
  revokedBy: Decision | null;

  @Field(() => String, { nullable: true, description: 'Summary, as the document itself gives it (trích yếu). Null: not known.' })
  abstract: string | null;

  @Field(() => [File], { description: 'Scans of the paper (bản quét).' })
  scans: File[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on decisions, all of which hold (điều kiện lọc văn bản). One that is omitted or null is not applied.',
})
export class DecisionFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the number or the abstract, with or without Vietnamese marks (từ tìm kiếm).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Decisions issued by exactly this unit (cơ quan ban hành).' })
  issuerId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Decisions known to be issued in this year (năm ban hành).' })
  @IsOptional()
  @Min(1000)
  @Max(9999)
  year?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Decisions whose number and exact day are both known, or with `false` those to be completed (đủ số và ngày ban hành).',
  })
  complete?: boolean | null;

  @Field(() => [DecisionState], { nullable: true, description: 'Decisions in one of these states (trạng thái).' })
  @IsOptional()
  @ArrayMaxSize(4)
  state?: DecisionState[] | null;

  @Field(() => [DecisionKind], { nullable: true, description: 'Decisions of one of these classes (loại văn bản).' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: DecisionKind[] | null;
}

@ArgsType()
export class DecisionsArgs extends PageArgs {
  @Field(() => DecisionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => DecisionFilter)
  filter?: DecisionFilter | null;

  @Field(() => DecisionOrder, { defaultValue: DecisionOrder.ISSUED_ON_DESC })
  orderBy: DecisionOrder;
}

@ArgsType()
export class DecisionArgs {
  @Field(() => ID)
  id: string;
}

export const DecisionConnection = ConnectionOf(Decision, 'Decision');

@ObjectType({ implements: () => MutationPayload })
export class DecisionPayload extends MutationPayload {
  @Field(() => Decision, { nullable: true })
  decision?: Id | null;
}
