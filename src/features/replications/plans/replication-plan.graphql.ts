import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { EmulationModel } from '../../models/model.graphql.js';
import { Unit } from '../../units/unit.graphql.js';
import { replicationTerms } from '../replication.terms.js';

export const ReplicationPlanState = { OPEN: 'OPEN', OVERDUE: 'OVERDUE', DONE: 'DONE' } as const;
export type ReplicationPlanState = keyof typeof ReplicationPlanState;
registerEnum(ReplicationPlanState, 'ReplicationPlanState', replicationTerms.ReplicationPlanState);

@ObjectType({ implements: () => Node, description: describe(replicationTerms.ReplicationPlan) })
export class ReplicationPlan extends Node {
  @Field(() => EmulationModel, { nullable: true, description: 'The model to copy (mô hình cần nhân rộng). Null: you do not see it.' })
  origin: EmulationModel | null;

  @Field(() => Unit, { description: 'The unit that is assigned (đơn vị được giao).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { description: 'The last day to do it (thời hạn).' })
  dueOn: LocalDate;

  @Field(() => String, { description: 'The paper that assigns it: title, number, date (căn cứ).' })
  basis: string;

  @Field(() => ReplicationPlanState, { description: 'Its state on the day (tình trạng).' })
  state: ReplicationPlanState;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const ReplicationPlanConnection = ConnectionOf(ReplicationPlan, 'ReplicationPlan');

export const ReplicationPlanOrder = { DUE_ON: 'DUE_ON', DUE_ON_DESC: 'DUE_ON_DESC' } as const;
export type ReplicationPlanOrder = keyof typeof ReplicationPlanOrder;
registerEnum(ReplicationPlanOrder, 'ReplicationPlanOrder', replicationTerms.ReplicationPlanOrder);

@InputType({
  description: 'Conditions on plans, all of which hold (điều kiện lọc kế hoạch). One that is omitted or null is not applied.',
})
export class ReplicationPlanFilter {
  @Field(() => ID, { nullable: true, description: 'Plans to copy this model (mô hình cần nhân rộng).' })
  originId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Plans for this unit and the units it reaches on the day (đơn vị được giao).' })
  unitId?: string | null;

  @Field(() => [ReplicationPlanState], { nullable: true, description: 'Plans in one of these states on the day (tình trạng).' })
  @IsOptional()
  @ArrayMaxSize(3)
  state?: ReplicationPlanState[] | null;
}

@ArgsType()
export class ReplicationPlansArgs extends PageArgs {
  @Field(() => ReplicationPlanFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplicationPlanFilter)
  filter?: ReplicationPlanFilter | null;

  @Field(() => ReplicationPlanOrder, { defaultValue: ReplicationPlanOrder.DUE_ON })
  orderBy: ReplicationPlanOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose state is shown (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@InputType({ description: 'Input of `planReplication` (giao kế hoạch nhân rộng).' })
export class PlanReplicationInput {
  @Field(() => ID, { description: 'The model to copy (mô hình cần nhân rộng).' })
  originId: string;

  @Field(() => ID, { description: 'The unit that is assigned, in force on the last day as far as it is known (đơn vị được giao).' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'The last day to do it (thời hạn).' })
  dueOn: LocalDate;

  @Field(() => String, { description: 'The paper that assigns it: title, number, date (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectReplicationPlanInput {
  @Field(() => ID, { description: 'The plan (kế hoạch).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The unit that is assigned (đơn vị được giao).' })
  @RefusesNull()
  unitId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day to do it (thời hạn).' })
  @RefusesNull()
  dueOn?: LocalDate;

  @Field(() => String, { nullable: true, description: 'The paper that assigns it (căn cứ).' })
  @RefusesNull()
  @IsWords(1_000)
  basis?: string;
}

@ObjectType({ implements: () => MutationPayload })
export class ReplicationPlanPayload extends MutationPayload {
  @Field(() => ReplicationPlan, { nullable: true })
  replicationPlan?: Id | null;
}
