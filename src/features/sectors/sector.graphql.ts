import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { HasPlainSigns, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { RecognitionLevel } from './recognition-level.js';
import { sectorTerms } from './sector.terms.js';
import { SubjectKind } from './subject-kind.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

registerEnum(RecognitionLevel, 'RecognitionLevel', sectorTerms.RecognitionLevel);
registerEnum(SubjectKind, 'SubjectKind', sectorTerms.SubjectKind);

@ObjectType({ implements: () => Node, description: describe(sectorTerms.Sector) })
export class Sector extends Node {
  @Field(() => String, { description: 'Code for programs, for example `ECONOMY` (mã).' })
  code: string;

  @Field(() => String, { description: 'Name (tên lĩnh vực).' })
  name: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The document it is based on, or a remark that none is known (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;

  @Field(() => [Sector], { description: 'The sectors with which it is compared, when it merges or refines them (đối chiếu).' })
  comparesWith: Sector[];

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: describe(sectorTerms.Theme) })
export class Theme extends Node {
  @Field(() => String, { description: 'Name (tên chuyên đề).' })
  name: string;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const SectorConnection = ConnectionOf(Sector, 'Sector');
export const ThemeConnection = ConnectionOf(Theme, 'Theme');

export const SectorOrder = { ORDINAL: 'ORDINAL' } as const;
export type SectorOrder = keyof typeof SectorOrder;
registerEnum(SectorOrder, 'SectorOrder', sectorTerms.SectorOrder);

export const ThemeOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type ThemeOrder = keyof typeof ThemeOrder;
registerEnum(ThemeOrder, 'ThemeOrder', sectorTerms.ThemeOrder);

@InputType({ description: 'Conditions on sectors (điều kiện lọc lĩnh vực). One that is omitted or null is not applied.' })
export class SectorFilter {
  @Field(() => String, { nullable: true, description: 'The sector with exactly this code (mã).' })
  @IsOptional()
  @IsWords(40)
  code?: string | null;
}

@InputType({ description: 'Conditions on themes (điều kiện lọc chuyên đề). One that is omitted or null is not applied.' })
export class ThemeFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;
}

@ArgsType()
export class SectorsArgs extends PageArgs {
  @Field(() => SectorFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SectorFilter)
  filter?: SectorFilter | null;

  @Field(() => SectorOrder, { defaultValue: SectorOrder.ORDINAL })
  orderBy: SectorOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the sectors are in force (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class ThemesArgs extends PageArgs {
  @Field(() => ThemeFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ThemeFilter)
  filter?: ThemeFilter | null;

  @Field(() => ThemeOrder, { defaultValue: ThemeOrder.NAME })
  orderBy: ThemeOrder;
}

@InputType()
export class AddSectorInput {
  @Field(() => String, { description: 'Code for programs: 2 to 40 capital letters, digits or `_`, beginning with a letter (mã).' })
  @HasPlainSigns()
  code: string;

  @Field(() => String, { description: 'Name (tên lĩnh vực).' })
  @IsWords(300)
  name: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Omitted or null: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => String, { description: 'The document it is based on, or how it is known (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The sectors with which it is compared, when it merges or refines them (đối chiếu). Omitted or null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  comparesWithIds?: string[] | null;
}

@InputType()
export class EndSectorInput {
  @Field(() => ID, { description: 'The sector (lĩnh vực).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'Last day in force (ngày cuối hiệu lực).' })
  validTo: LocalDate;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class AddThemeInput {
  @Field(() => String, { description: 'Name (tên chuyên đề).' })
  @IsWords(300)
  name: string;
}

@InputType()
export class CorrectThemeInput {
  @Field(() => ID, { description: 'The theme (chuyên đề).' })
  id: string;

  @Field(() => String, { description: 'The right name (tên đúng).' })
  @IsWords(300)
  name: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class SectorPayload extends MutationPayload {
  @Field(() => Sector, { nullable: true })
  sector?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ThemePayload extends MutationPayload {
  @Field(() => Theme, { nullable: true })
  theme?: Id | null;
}
