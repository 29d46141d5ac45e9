import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { EmulationModel } from '../../models/model.graphql.js';
import { ReplicationPlan } from '../plans/replication-plan.graphql.js';
import { replicationTerms } from '../replication.terms.js';

@ObjectType({ implements: () => Node, description: describe(replicationTerms.Replication) })
export class Replication extends Node {
  @Field(() => EmulationModel, {
    nullable: true,
    description:
      'The model that is copied (mô hình gốc); where it was merged as a duplicate, the one that remains. Null: you do not see it.',
  })
  origin: EmulationModel | null;

  @Field(() => EmulationModel, { description: 'The model that copies it (mô hình nhân rộng).' })
  copy: EmulationModel;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the copying began, as precise as known (ngày bắt đầu nhân rộng). Null: not known.',
  })
  startedOn: string | null;

  @Field(() => ReplicationPlan, {
    nullable: true,
    description: 'The plan under which it was done (theo kế hoạch). Null: none, or not known.',
  })
  plan: ReplicationPlan | null;

  @Field(() => String, { nullable: true, description: 'What was kept (nội dung giữ nguyên). Null: not known.' })
  kept: string | null;

  @Field(() => String, { nullable: true, description: 'What was changed (nội dung điều chỉnh). Null: not known.' })
  changed: string | null;

  @Field(() => String, { nullable: true, description: 'What was dropped (nội dung bỏ). Null: not known.' })
  dropped: string | null;

  @Field(() => String, { nullable: true, description: 'Results at the origin, to compare with (kết quả nơi gốc). Null: not known.' })
  originResults: string | null;

  @Field(() => String, { nullable: true, description: 'Results at the copy (kết quả nơi nhân rộng). Null: not known.' })
  copyResults: string | null;

  @Field(() => String, { nullable: true, description: 'Conditions under which it could be copied (điều kiện nhân rộng). Null: not known.' })
  conditions: string | null;

  @Field(() => String, { nullable: true, description: 'What was learned (bài học kinh nghiệm). Null: not known.' })
  lessons: string | null;

  @Field(() => String, { nullable: true, description: 'The paper that says so (nguồn). Null: none.' })
  source: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it is only what the registration of the copy declares (theo phiếu đăng ký): it follows the registration until somebody records or corrects it.',
  })
  declared: boolean;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const ReplicationConnection = ConnectionOf(Replication, 'Replication');

export const ReplicationOrder = { STARTED_ON_DESC: 'STARTED_ON_DESC', STARTED_ON: 'STARTED_ON' } as const;
export type ReplicationOrder = keyof typeof ReplicationOrder;
registerEnum(ReplicationOrder, 'ReplicationOrder', replicationTerms.ReplicationOrder);

@InputType({
  description: 'Conditions on replications, all of which hold (điều kiện lọc lần nhân rộng). One that is omitted or null is not applied.',
})
export class ReplicationFilter {
  @Field(() => ID, { nullable: true, description: 'Direct copies of this model (nhân rộng từ mô hình).' })
  originId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The replication by which this model copies another (của mô hình nhân rộng).' })
  copyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Copies of this unit and of the units it reaches on the day (đơn vị nhân rộng).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Copies under this plan (theo kế hoạch).' })
  planId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a plan behind it (có kế hoạch hay không).' })
  planned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only the registration declares it (chỉ theo phiếu đăng ký).' })
  declared?: boolean | null;
}

@ArgsType()
export class ReplicationPageArgs extends PageArgs {
  @Field(() => ReplicationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplicationFilter)
  filter?: ReplicationFilter | null;

  @Field(() => ReplicationOrder, { defaultValue: ReplicationOrder.STARTED_ON_DESC })
  orderBy: ReplicationOrder;
}

@ArgsType()
export class ReplicationsArgs extends ReplicationPageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day whose state is shown: copies attested, and replications begun, by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ReplicationPayload extends MutationPayload {
  @Field(() => Replication, { nullable: true })
  replication?: Id | null;
}
