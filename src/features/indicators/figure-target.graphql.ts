import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { Unit } from '../units/unit.graphql.js';
import { FigureCoverage, TargetDirection } from './indicator-kinds.js';
import { Indicator } from './indicator.graphql.js';
import { indicatorTerms } from './indicator.terms.js';

registerEnum(FigureCoverage, 'FigureCoverage', indicatorTerms.FigureCoverage);
registerEnum(TargetDirection, 'TargetDirection', indicatorTerms.TargetDirection);

export const FigureTargetOrder = { ENDS_DESC: 'ENDS_DESC', ENDS: 'ENDS' } as const;
export type FigureTargetOrder = keyof typeof FigureTargetOrder;
registerEnum(FigureTargetOrder, 'FigureTargetOrder', indicatorTerms.FigureTargetOrder);

@ObjectType({ implements: () => Node, description: describe(indicatorTerms.FigureTarget) })
export class FigureTarget extends Node {
  @Field(() => Indicator, { description: 'What it is about, by the definition of its last day (chỉ tiêu).' })
  indicator: Indicator;

  @Field(() => Unit, { description: 'The unit that should reach it, as of the last day of the period (đơn vị được giao).' })
  unit: Unit;

  @Field(() => FigureCoverage, { description: 'Whether it includes the units below (phạm vi số liệu).' })
  covers: FigureCoverage;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start of the period (từ). Null: not known.' })
  starts: string | null;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => DecimalScalar, { description: 'The number to reach (mức giao).' })
  value: string;

  @Field(() => TargetDirection, { description: 'On which side of it the figure should be (chiều so sánh).' })
  direction: TargetDirection;

  @Field(() => String, { description: 'The document it is based on (căn cứ).' })
  basis: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The approved figure of exactly this indicator, unit, coverage and period (số thực hiện). Null: there is none.',
  })
  reading: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the approved figure reaches it (đạt). Null: there is no such figure, or “khoảng” and “trên” leave it open.',
  })
  reached: boolean | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on targets, all of which hold (điều kiện lọc mức giao). One that is omitted or null is not applied.',
})
export class FigureTargetFilter {
  @Field(() => ID, { nullable: true, description: 'Targets of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Targets of this indicator (chỉ tiêu).' })
  indicatorId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Reached, or missed (đạt hay không đạt). What is left open is neither.' })
  reached?: boolean | null;
}

@ArgsType()
export class FigureTargetsArgs extends PageArgs {
  @Field(() => FigureTargetFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => FigureTargetFilter)
  filter?: FigureTargetFilter | null;

  @Field(() => FigureTargetOrder, { defaultValue: FigureTargetOrder.ENDS_DESC })
  orderBy: FigureTargetOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose units are shown; targets of later periods are among them (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

export const FigureTargetConnection = ConnectionOf(FigureTarget, 'FigureTarget');

@ObjectType({ implements: () => MutationPayload })
export class FigureTargetPayload extends MutationPayload {
  @Field(() => FigureTarget, { nullable: true })
  figureTarget?: Id | null;
}
