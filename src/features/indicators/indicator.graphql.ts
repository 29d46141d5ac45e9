import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { AreWords, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { IdentityKind, RollUp } from './indicator-kinds.js';
import { indicatorTerms } from './indicator.terms.js';

registerEnum(RollUp, 'RollUp', indicatorTerms.RollUp);
registerEnum(IdentityKind, 'IdentityKind', indicatorTerms.IdentityKind);

export const IndicatorOrder = { CODE: 'CODE', NAME: 'NAME' } as const;
export type IndicatorOrder = keyof typeof IndicatorOrder;
registerEnum(IndicatorOrder, 'IndicatorOrder', indicatorTerms.IndicatorOrder);

export const IdentityOrder = { NAME: 'NAME' } as const;
export type IdentityOrder = keyof typeof IdentityOrder;
registerEnum(IdentityOrder, 'IdentityOrder', indicatorTerms.IdentityOrder);

@ObjectType({ implements: () => Node, description: describe(indicatorTerms.Indicator) })
export class Indicator extends Node {
  @Field(() => String, { description: 'Its code, used once (mã chỉ tiêu).' })
  code: string;

  @Field(() => String, { description: 'What is counted or measured, on the day (tên chỉ tiêu).' })
  name: string;

  @Field(() => String, { description: 'The unit of measure, on the day (đơn vị tính).' })
  measure: string;

  @Field(() => RollUp, { description: 'How its figures are put together, on the day (cách tổng hợp).' })
  rollUp: RollUp;

  @Field(() => [IndicatorDefinition], { description: 'What it has meant, the earliest first (các định nghĩa theo thời gian).' })
  definitions: IndicatorDefinition[];

  @Field(() => [Identity], { description: 'The identities in which it is the total (các đẳng thức).' })
  identities: Identity[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@ObjectType({ description: describe(indicatorTerms.IndicatorDefinition) })
export class IndicatorDefinition {
  @Field(() => String, { description: 'What is counted or measured (tên chỉ tiêu).' })
  name: string;

  @Field(() => String, { description: 'The unit of measure, such as “hồ sơ”, “người”; of a percentage, “phần trăm (%)” (đơn vị tính).' })
  measure: string;

  @Field(() => String, { nullable: true, description: 'What is included and what is not (nội dung). Null: not stated.' })
  definition: string | null;

  @Field(() => Int, { description: 'The most decimals that its figures have; 0: whole things are counted (số chữ số thập phân).' })
  decimals: number;

  @Field(() => RollUp, { description: 'How its figures are put together (cách tổng hợp).' })
  rollUp: RollUp;

  @Field(() => Indicator, { nullable: true, description: 'What a ratio divides (tử số). Null: it is no ratio of sums.' })
  numerator: Indicator | null;

  @Field(() => Indicator, { nullable: true, description: 'What a ratio divides by (mẫu số). Null: it is no ratio of sums.' })
  denominator: Indicator | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (từ ngày). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (đến ngày). Null: it has no end.' })
  validTo: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The act or rule behind it (căn cứ). Null: not stated.' })
  basis: string | null;
}

@ObjectType({ implements: () => Node, description: describe(indicatorTerms.Identity) })
export class Identity extends Node {
  @Field(() => String, { description: 'What it states, in words (tên đẳng thức).' })
  name: string;

  @Field(() => IdentityKind, { description: 'What it states (loại đẳng thức).' })
  kind: IdentityKind;

  @Field(() => Indicator, { description: 'The total, or what the parts are compared with (tổng số).' })
  total: Indicator;

  @Field(() => [Indicator], { description: 'The parts; for a share, its base; none for units below (các phần).' })
  parts: Indicator[];

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Null: none.' })
  note: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on indicators, all of which hold (điều kiện lọc chỉ tiêu). One that is omitted or null is not applied.',
})
export class IndicatorFilter {
  @Field(() => [String], { nullable: true, description: 'Indicators with one of these codes (mã chỉ tiêu).' })
  @IsOptional()
  @ArrayMaxSize(100)
  @AreWords(60)
  code?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;
}

@ArgsType()
export class IndicatorsArgs extends PageArgs {
  @Field(() => IndicatorFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => IndicatorFilter)
  filter?: IndicatorFilter | null;

  @Field(() => IndicatorOrder, { defaultValue: IndicatorOrder.CODE })
  orderBy: IndicatorOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose definitions are shown (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@InputType({
  description: 'Conditions on identities, all of which hold (điều kiện lọc đẳng thức). One that is omitted or null is not applied.',
})
export class IdentityFilter {
  @Field(() => [IdentityKind], { nullable: true, description: 'Identities of one of these kinds (loại đẳng thức).' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: IdentityKind[] | null;
}

@ArgsType()
export class IdentitiesArgs extends PageArgs {
  @Field(() => IdentityFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => IdentityFilter)
  filter?: IdentityFilter | null;

  @Field(() => IdentityOrder, { defaultValue: IdentityOrder.NAME })
  orderBy: IdentityOrder;
}

export const IndicatorConnection = ConnectionOf(Indicator, 'Indicator');
export const IdentityConnection = ConnectionOf(Identity, 'Identity');

@ObjectType({ implements: () => MutationPayload })
export class IndicatorPayload extends MutationPayload {
  @Field(() => Indicator, { nullable: true })
  indicator?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class IdentityPayload extends MutationPayload {
  @Field(() => Identity, { nullable: true })
  identity?: Id | null;
}
