import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { RegistrationRound } from '../../movements/registration-round.graphql.js';
import { Unit } from '../../units/unit.graphql.js';
import { EmulationModel } from '../model.graphql.js';
import { KeptContent, ModelForm, ModelStep, Recognition } from '../model-parts.graphql.js';
import { RegisteredFilter } from '../events/model-event.filter.js';
import { ModelFilter } from '../model.filter.js';
import { ModelState } from '../model-states.js';
import { modelTerms } from '../model.terms.js';

@ObjectType({ implements: () => Node, description: describe(modelTerms.Registration) })
export class Registration extends Node {
  @Field(() => EmulationModel, { description: 'The model (mô hình).' })
  model: EmulationModel;

  @Field(() => RegistrationRound, { nullable: true, description: 'The round (đợt đăng ký). Null: none.' })
  round: RegistrationRound | null;

  @Field(() => PartialDateScalar, { description: 'The day of its first step, or what its paper says of that day (ngày bắt đầu).' })
  openedOn: string;

  @Field(() => ModelState, {
    nullable: true,
    description: 'State of its file on the day (trạng thái hồ sơ). Null: not opened by then, or its paper does not say.',
  })
  state: ModelState | null;

  @Field(() => Unit, { nullable: true, description: 'The authority that held the file on the day (nơi giữ hồ sơ). Null: none.' })
  holder: Unit | null;

  @Field(() => Boolean, { description: 'Whether it is the latest registration of the model today (lần đăng ký mới nhất).' })
  latest: boolean;

  @Field(() => String, { nullable: true, description: 'The paper that it is known from (nguồn). Null: it was made in the registry.' })
  source: string | null;

  @Field(() => ModelForm, { nullable: true, description: 'The items of its form (nội dung phiếu đăng ký). Null: none are known.' })
  form: ModelForm | null;

  @Field(() => KeptContent, {
    nullable: true,
    description: 'The content as it was last submitted by the day (nội dung đã nộp). Null: not submitted in the registry by then.',
  })
  submitted: KeptContent | null;

  @Field(() => [ModelStep], { description: 'The steps of its file, in order (quá trình xử lý).' })
  steps: ModelStep[];

  @Field(() => Recognition, { nullable: true, description: 'The recognition (công nhận). Null: none by the day.' })
  recognition: Recognition | null;
}

export const RegistrationConnection = ConnectionOf(Registration, 'Registration');

export const RegistrationOrder = { OPENED_ON_DESC: 'OPENED_ON_DESC', OPENED_ON: 'OPENED_ON' } as const;
export type RegistrationOrder = keyof typeof RegistrationOrder;
registerEnum(RegistrationOrder, 'RegistrationOrder', modelTerms.RegistrationOrder);

@InputType({
  description: 'Conditions on registrations, all of which hold (điều kiện lọc lần đăng ký). One that is omitted or null is not applied.',
})
export class RegistrationFilter {
  @Field(() => ID, { nullable: true, description: 'Registrations in this round (đợt đăng ký).' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Registrations of the models of this unit, as in `ModelFilter` (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Registrations whose file is with this authority now (nơi đang giữ hồ sơ).' })
  holderId?: string | null;

  @Field(() => [ModelState], {
    nullable: true,
    description: 'Registrations whose file was in one of these states on the day (trạng thái hồ sơ).',
  })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;

  @Field(() => RegisteredFilter, { nullable: true, description: 'Registrations that were submitted by the day, in this way (đã nộp).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisteredFilter)
  submitted?: RegisteredFilter | null;

  @Field(() => ModelFilter, { nullable: true, description: 'Registrations of such models (mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  model?: ModelFilter | null;
}

@ArgsType()
export class RegistrationPageArgs extends PageArgs {
  @Field(() => RegistrationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegistrationFilter)
  filter?: RegistrationFilter | null;

  @Field(() => RegistrationOrder, { defaultValue: RegistrationOrder.OPENED_ON_DESC })
  orderBy: RegistrationOrder;
}

const AS_OF = 'The day whose state is shown (ngày xem). Omitted or null: today in Việt Nam.';

@ArgsType()
export class RegistrationsArgs extends RegistrationPageArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: AS_OF })
  asOf?: LocalDate | null;
}

@ArgsType()
export class RegistrationArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: AS_OF })
  asOf?: LocalDate | null;
}
