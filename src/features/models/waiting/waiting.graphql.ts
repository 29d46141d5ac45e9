import { ArgsType, Field, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs, PageInfo } from '../../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RegistrationRound } from '../../movements/registration-round.graphql.js';
import { ModelState } from '../model-states.js';
import { EmulationModel } from '../model.graphql.js';
import { REGISTERING, WAITED_STEPS, type WaitedStep } from './waited-steps.js';

/** `openAppraisal` is OPEN_APPRAISAL to clients. */
const enumName = (step: string): string => step.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();

const WaitingStepName = Object.fromEntries([REGISTERING, ...WAITED_STEPS].map(step => [enumName(step), step]));
registerEnumType(WaitingStepName, {
  name: 'WaitingStepName',
  description: 'What something waits for (việc chờ xử lý), as `actions` call it.',
});

export const WaitingOrder = { SINCE: 'SINCE', SINCE_DESC: 'SINCE_DESC' } as const;
export type WaitingOrder = keyof typeof WaitingOrder;
registerEnumType(WaitingOrder, { name: 'WaitingOrder', description: 'The longest waiting first, or the latest.' });

export const WaitingThing = createUnionType({
  name: 'WaitingThing',
  description: 'Something that waits for somebody (hồ sơ, đợt đăng ký đang chờ).',
  types: () => [EmulationModel, RegistrationRound] as const,
});
export type WaitingThing = EmulationModel | RegistrationRound;

@ObjectType({
  description: 'A step that the asker may do and that is waited for; `actions` of the model say whether anything stands against it.',
})
export class WaitingStep {
  @Field(() => WaitingStepName)
  name: WaitedStep | typeof REGISTERING;

  @Field(() => String, { description: 'In Vietnamese, for a button.' })
  label: string;
}

@ObjectType({ description: 'One thing that waits for the asker (một việc chờ xử lý).' })
export class WaitingEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => WaitingThing)
  node: WaitingThing;

  @Field(() => LocalDateScalar, {
    description: 'Of a model: the day it came where it stands; of a round: the day it opened (chờ từ ngày).',
  })
  since: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day to register, for the model’s own unit; null: none, or the file has gone on (hạn cuối).',
  })
  dueOn: LocalDate | null;

  @Field(() => [WaitingStep], { description: 'What the asker should do, one of these.' })
  steps: WaitingStep[];
}

@ObjectType({ description: 'A page of what waits for the asker (việc chờ tôi xử lý).' })
export class WaitingConnection {
  @Field(() => [WaitingEdge])
  edges: WaitingEdge[];

  @Field(() => [WaitingThing])
  nodes: WaitingThing[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many there are in all pages (tổng số).' })
  totalCount: number;
}

@InputType({ description: 'What of it; conditions add up.' })
export class WaitingFilter {
  @Field(() => [ModelState], { nullable: true, description: 'Only models whose file stands there.' })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;

  @Field(() => [WaitingStepName], { nullable: true, description: 'Only what waits for one of these.' })
  @IsOptional()
  @ArrayMaxSize(8)
  step?: (WaitedStep | typeof REGISTERING)[] | null;
}

@ArgsType()
export class WaitingArgs extends PageArgs {
  @Field(() => WaitingFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WaitingFilter)
  filter?: WaitingFilter | null;

  @Field(() => WaitingOrder, { defaultValue: WaitingOrder.SINCE })
  orderBy: WaitingOrder;
}
