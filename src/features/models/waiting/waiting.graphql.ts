import { ArgsType, Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs, PageInfo } from '../../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RegistrationRound } from '../../movements/registration-round.graphql.js';
import { ModelState } from '../model-states.js';
import { EmulationModel } from '../model.graphql.js';
import { stepDescriptions, stepName, waitingThings, WaitingStepName } from './reminders.js';
import { REGISTERING, WAITED_STEPS } from './waited-steps.js';
import { waitingTerms } from './waiting.terms.js';
import { describe, type Term } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';

for (const step of [REGISTERING, ...WAITED_STEPS]) WaitingStepName[stepName(step)] = step;
for (const [name, term] of Object.entries<Term>(waitingTerms.WaitingStepName.values))
  stepDescriptions[name] = { description: describe(term) };
registerEnumType(WaitingStepName, {
  name: 'WaitingStepName',
  description: describe(waitingTerms.WaitingStepName),
  valuesMap: stepDescriptions,
});

export const WaitingOrder = { SINCE: 'SINCE', SINCE_DESC: 'SINCE_DESC' } as const;
export type WaitingOrder = keyof typeof WaitingOrder;
registerEnum(WaitingOrder, 'WaitingOrder', waitingTerms.WaitingOrder);

export const WaitingThing = createUnionType({
  name: 'WaitingThing',
  description: describe(waitingTerms.WaitingThing),
  types: () => [EmulationModel, RegistrationRound, ...(waitingThings().map(({ type }) => type) as [])] as const,
});
export type WaitingThing = EmulationModel | RegistrationRound;

@ObjectType({
  description: describe(waitingTerms.WaitingStep),
})
export class WaitingStep {
  @Field(() => WaitingStepName, { description: 'Name of the step (tên bước).' })
  name: string;

  @Field(() => String, { description: 'Vietnamese label of the step, for a button (nhãn).' })
  label: string;
}

@ObjectType({ description: describe(waitingTerms.WaitingEdge) })
export class WaitingEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => WaitingThing)
  node: WaitingThing;

  @Field(() => LocalDateScalar, {
    description:
      'The day since when it waits: a model since it is in its state, or since it was asked; a round since it opened (chờ từ ngày).',
  })
  since: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Last day to register: for the unit of the model, or for a round the next last day that concerns your units, extensions included (hạn cuối). Null: no deadline, or the file is already submitted.',
  })
  dueOn: LocalDate | null;

  @Field(() => [WaitingStep], { description: 'The steps that you may take, one of which is waited for (các bước có thể làm).' })
  steps: WaitingStep[];
}

@ObjectType({ description: describe(waitingTerms.WaitingConnection) })
export class WaitingConnection {
  @Field(() => [WaitingEdge])
  edges: WaitingEdge[];

  @Field(() => [WaitingThing])
  nodes: WaitingThing[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}

@InputType({
  description: 'Conditions on waiting objects, all of which hold (điều kiện lọc việc chờ). One that is omitted or null is not applied.',
})
export class WaitingFilter {
  @Field(() => [ModelState], { nullable: true, description: 'Only models whose file is in one of these states (trạng thái hồ sơ).' })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;

  @Field(() => [WaitingStepName], { nullable: true, description: 'Only objects that wait for one of these steps (việc chờ xử lý).' })
  @IsOptional()
  @ArrayMaxSize(20)
  step?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only models of this unit, as in `ModelFilter`, and rounds that are open to it (đơn vị).',
  })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only files that this authority holds now (nơi đang giữ hồ sơ).' })
  holderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this round, and files registered in it (đợt đăng ký).' })
  roundId?: string | null;
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
