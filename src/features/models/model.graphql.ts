import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { AreWords, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Theme } from '../sectors/sector.graphql.js';
import { Unit } from '../units/unit.graphql.js';

export const SubjectKind = { COLLECTIVE: 'COLLECTIVE', INDIVIDUAL: 'INDIVIDUAL', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type SubjectKind = keyof typeof SubjectKind;
registerEnumType(SubjectKind, { name: 'SubjectKind', description: 'Whose model it is: tập thể, cá nhân, hộ gia đình.' });

export const ModelOrder = {
  TITLE: 'TITLE',
  TITLE_DESC: 'TITLE_DESC',
  ATTESTED_ON: 'ATTESTED_ON',
  ATTESTED_ON_DESC: 'ATTESTED_ON_DESC',
} as const;
export type ModelOrder = keyof typeof ModelOrder;
registerEnumType(ModelOrder, { name: 'ModelOrder', description: 'Orders of a list of models; titles in Vietnamese order.' });

@ObjectType({ implements: () => Node, description: 'A registered way of working with results (mô hình), as it stands in the registry.' })
export class EmulationModel extends Node {
  @Field(() => String, { description: 'Tên mô hình.' })
  title: string;

  @Field(() => SubjectKind, { description: 'Đối tượng.' })
  subjectKind: SubjectKind;

  @Field(() => String, { nullable: true, description: 'Where it works (địa điểm), when that is not the whole unit.' })
  place: string | null;

  @Field(() => LocalDateScalar, {
    description: 'A day on which its source shows it to exist (ngày ghi nhận); not its start, which may not be known.',
  })
  attestedOn: LocalDate;

  @Field(() => String, { description: 'The paper it is known from (nguồn).' })
  source: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => Unit, { description: 'The unit it was registered by (đơn vị), as it stood on the day asked for, or nearest to it.' })
  unit: Unit;

  @Field(() => [Unit], { description: 'Units that carry it together with the first (đơn vị cùng thực hiện).' })
  jointOwners: Unit[];

  @Field(() => EmulationModel, { nullable: true, description: 'The theme model it stands under (mô hình cấp trên).' })
  parent: EmulationModel | null;

  @Field(() => [Theme], { description: 'Chuyên đề.' })
  themes: Theme[];
}

@InputType({ description: 'Which models; conditions add up.' })
export class ModelFilter {
  @Field(() => String, { nullable: true, description: 'In the title, with or without marks (tìm trong tên, không cần dấu).' })
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

  @Field(() => [SubjectKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(3)
  subjectKind?: SubjectKind[] | null;
}

@ArgsType()
export class ModelPageArgs extends PageArgs {
  @Field(() => ModelOrder, { defaultValue: ModelOrder.TITLE })
  orderBy: ModelOrder;
}

@ArgsType()
export class ModelsArgs extends ModelPageArgs {
  @Field(() => ModelFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  filter?: ModelFilter | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day to look at (ngày xem): the models attested by then, and the units as they stood. Default: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class ModelArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

export const EmulationModelConnection = ConnectionOf(EmulationModel, 'EmulationModel');

@InputType({ description: 'A past entry made from a paper. What the paper does not say is left out, never invented.' })
export class RecordPastInput {
  @Field(() => String)
  @IsWords(1_000)
  title: string;

  @Field(() => ID, { description: 'The unit of that time.' })
  unitId: string;

  @Field(() => [ID], { nullable: true, description: 'Units that carry it together with the first (đơn vị cùng thực hiện).' })
  @IsOptional()
  @ArrayMaxSize(50)
  jointOwnerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The theme model it stands under.' })
  parentId?: string | null;

  @Field(() => SubjectKind)
  subjectKind: SubjectKind;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(300)
  place?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of themes; unknown ones are added.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @AreWords(300)
  themes?: string[] | null;

  @Field(() => LocalDateScalar, { description: 'A day on which the paper shows it to exist.' })
  attestedOn: LocalDate;

  @Field(() => String, { description: 'The paper: title, number, date.' })
  @IsWords(1_000)
  source: string;

  @Field(() => String, { nullable: true, description: 'The same key never records twice (khóa chống ghi trùng).' })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ModelPayload extends MutationPayload {
  @Field(() => EmulationModel, { nullable: true })
  model?: Id | null;
}
