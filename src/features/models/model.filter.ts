import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { AdministrativeLevel } from '../units/unit-kinds.js';
import { VillageFilter } from '../units/village.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { ModelKind } from './content/model-kinds.js';
import {
  AttestedFilter,
  RecognisedFilter,
  RecordedFilter,
  RegisteredFilter,
  StoppedFilter,
  SustainedFilter,
} from './events/model-event.filter.js';
import { ModelState, RunningState } from './model-states.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { modelTerms } from './model.terms.js';

export const ModelOrder = {
  TITLE: 'TITLE',
  TITLE_DESC: 'TITLE_DESC',
  CODE: 'CODE',
  CODE_DESC: 'CODE_DESC',
  ATTESTED_ON: 'ATTESTED_ON',
  ATTESTED_ON_DESC: 'ATTESTED_ON_DESC',
  VILLAGE: 'VILLAGE',
  RECOGNISED_ON: 'RECOGNISED_ON',
  RECOGNISED_ON_DESC: 'RECOGNISED_ON_DESC',
  CHANGED_AT: 'CHANGED_AT',
  CHANGED_AT_DESC: 'CHANGED_AT_DESC',
} as const;
export type ModelOrder = keyof typeof ModelOrder;
registerEnum(ModelOrder, 'ModelOrder', modelTerms.ModelOrder);

/** What a model can have or lack. */
export const ModelAspect = {
  SECTOR: 'SECTOR',
  THEME: 'THEME',
  ROUND: 'ROUND',
  STATE: 'STATE',
  RUNNING: 'RUNNING',
  PARENT: 'PARENT',
  CHILDREN: 'CHILDREN',
} as const;
export type ModelAspect = keyof typeof ModelAspect;
registerEnum(ModelAspect, 'ModelAspect', modelTerms.ModelAspect);

@InputType({
  description:
    'Conditions on models, all of which hold (điều kiện về mô hình). One that is omitted or null is not applied. The same as `ModelFilter`, but for `and`.',
})
export class ModelConditions {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the title, the village or the place, in any order, with or without Vietnamese marks (tìm theo tên, không cần dấu).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Models of this unit on the day: its own, those of the units below it, of units that had wholly passed into one of these by then, and of units that had ended without a whole successor under one of these (đơn vị). Of a unit that had ended by then: those of its last day. Of one that began later: those of the units that wholly passed into it. What this leaves out is `residualOf`.',
  })
  unitId?: string | null;

  @Field(() => VillageFilter, { nullable: true, description: 'Models in this village (thôn, bản, tổ dân phố).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VillageFilter)
  village?: VillageFilter | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Models of the units in the `residual` of this unit on the day, without those of `unitId`: it cannot answer for them, and they are never divided (số dư của đơn vị).',
  })
  residualOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether `unitId` of some unit in force on the day finds them (quy về được đơn vị). False: the residual of the whole registry, models of units that ended without a successor and with nothing above them that lives on.',
  })
  placed?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Models directly below this one (mô hình cấp trên).' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Models of this theme (chuyên đề).' })
  themeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Models of this sector (lĩnh vực).' })
  sectorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Models registered in this round (đợt đăng ký).' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Models whose file is with this authority now (nơi đang giữ hồ sơ).' })
  holderId?: string | null;

  @Field(() => [ModelState], { nullable: true, description: 'Models whose file was in one of these states on the day (trạng thái hồ sơ).' })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;

  @Field(() => [RunningState], { nullable: true, description: 'Models that ran in one of these ways on the day (tình trạng vận hành).' })
  @IsOptional()
  @ArrayMaxSize(4)
  running?: RunningState[] | null;

  @Field(() => [ModelKind], { nullable: true, description: 'Models or exemplars (loại mô hình).' })
  @IsOptional()
  @ArrayMaxSize(2)
  kind?: ModelKind[] | null;

  @Field(() => [SubjectKind], { nullable: true, description: 'Models of these subjects (đối tượng).' })
  @IsOptional()
  @ArrayMaxSize(3)
  subjectKind?: SubjectKind[] | null;

  @Field(() => String, { nullable: true, description: 'The model with exactly this code (mã mô hình).' })
  @IsOptional()
  @IsWords(60)
  code?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Models of this unit itself on the day and of units that had wholly passed into it by then, not of the units below it (chính đơn vị đó).',
  })
  ownOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Models of `unitId` of units that are neither this unit itself nor reached by any unit directly below it (số dư trong đơn vị): such units ended without a whole successor.',
  })
  restOf?: string | null;

  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: 'Models of a unit that no unit of this level reaches on the day (ngoài cấp hành chính).',
  })
  outside?: AdministrativeLevel | null;

  @Field(() => [ModelAspect], { nullable: true, description: 'Models that have all of these (có).' })
  @IsOptional()
  @ArrayMaxSize(10)
  having?: ModelAspect[] | null;

  @Field(() => [ModelAspect], { nullable: true, description: 'Models that have none of these (không có, không rõ).' })
  @IsOptional()
  @ArrayMaxSize(10)
  lacking?: ModelAspect[] | null;

  @Field(() => AttestedFilter, { nullable: true, description: 'Models attested by the day, in this way (ngày ghi nhận).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttestedFilter)
  attested?: AttestedFilter | null;

  @Field(() => RegisteredFilter, { nullable: true, description: 'Models registered by the day, in this way (đã đăng ký).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisteredFilter)
  registered?: RegisteredFilter | null;

  @Field(() => RecognisedFilter, {
    nullable: true,
    description: 'Models with a recognition, of this kind, that is not revoked by the day (được công nhận).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => RecognisedFilter)
  recognised?: RecognisedFilter | null;

  @Field(() => RecordedFilter, { nullable: true, description: 'Models named outstanding by the day (tiêu biểu).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RecordedFilter)
  outstanding?: RecordedFilter | null;

  @Field(() => RecordedFilter, { nullable: true, description: 'Models replicated or chosen for replication by the day (được nhân rộng).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RecordedFilter)
  replicated?: RecordedFilter | null;

  @Field(() => SustainedFilter, { nullable: true, description: 'Models that were recognised before a period and ran within it (duy trì).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SustainedFilter)
  sustained?: SustainedFilter | null;

  @Field(() => StoppedFilter, { nullable: true, description: 'Models that are stopped on the day (đã dừng).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StoppedFilter)
  stopped?: StoppedFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only models in the trash (thùng rác). Omitted, null or false: only others.' })
  trashed?: boolean | null;
}

@InputType({ description: 'Conditions on models, all of which hold (điều kiện lọc mô hình). One that is omitted or null is not applied.' })
export class ModelFilter extends ModelConditions {
  @Field(() => [ModelConditions], {
    nullable: true,
    description: 'Further conditions, all of which hold as well (và các điều kiện): a second unit, sector or recognition.',
  })
  @IsOptional()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => ModelConditions)
  and?: ModelConditions[] | null;
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
  'The day whose state is shown: models attested by then, their state and units as of that day (ngày xem). Omitted or null: today in Việt Nam.';

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
