import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { ModelKind, SubjectKind } from './content/model-kinds.js';
import { ModelState, RunningState } from './model-states.js';

export const ModelOrder = {
  TITLE: 'TITLE',
  TITLE_DESC: 'TITLE_DESC',
  CODE: 'CODE',
  CODE_DESC: 'CODE_DESC',
  ATTESTED_ON: 'ATTESTED_ON',
  ATTESTED_ON_DESC: 'ATTESTED_ON_DESC',
} as const;
export type ModelOrder = keyof typeof ModelOrder;
registerEnumType(ModelOrder, { name: 'ModelOrder', description: 'Orders of a list of models; titles in Vietnamese order.' });

@InputType({ description: 'Which models; conditions add up.' })
export class ModelFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the title or the place, in any order, with or without marks (tìm theo tên, không cần dấu).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this unit, of all that stands under it on the day, and of units that had wholly passed into one of these by then.',
  })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Directly under this model.' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true })
  themeId?: string | null;

  @Field(() => ID, { nullable: true })
  sectorId?: string | null;

  @Field(() => ID, { nullable: true })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose file lies with this authority now.' })
  holderId?: string | null;

  @Field(() => [ModelState], { nullable: true, description: 'Where the file stood on the day.' })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;

  @Field(() => [RunningState], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(4)
  running?: RunningState[] | null;

  @Field(() => [ModelKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(2)
  kind?: ModelKind[] | null;

  @Field(() => [SubjectKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(3)
  subjectKind?: SubjectKind[] | null;

  @Field(() => String, { nullable: true, description: 'Mã.' })
  @IsOptional()
  @IsWords(60)
  code?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only what is in the trash; left out: nothing of it.' })
  trashed?: boolean | null;
}

@ArgsType()
export class ModelPageArgs extends PageArgs {
  @Field(() => ModelFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  filter?: ModelFilter | null;

  @Field(() => ModelOrder, { defaultValue: ModelOrder.TITLE })
  orderBy: ModelOrder;
}

const AS_OF =
  'The day to look at (ngày xem): the models attested by then, their state and the units as they stood. Default: today in Việt Nam.';

@ArgsType()
export class ModelsArgs extends ModelPageArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: AS_OF })
  asOf?: LocalDate | null;
}

@ArgsType()
export class ModelArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: AS_OF })
  asOf?: LocalDate | null;
}
