import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

@ObjectType({ implements: () => Node, description: 'A sector of the movement (lĩnh vực), in force over a span of days.' })
export class Sector extends Node {
  @Field(() => String, { description: 'For programs: `ECONOMY`.' })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day in force; null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in force; null: it goes on.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The act it rests on, or the mark that none is known to us (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;

  @Field(() => [Sector], { description: 'The sectors it is compared with, when it merges or refines them (đối chiếu).' })
  comparesWith: Sector[];

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: 'A free theme that groups models (chuyên đề).' })
export class Theme extends Node {
  @Field(() => String)
  name: string;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

export const SectorConnection = ConnectionOf(Sector, 'Sector');
export const ThemeConnection = ConnectionOf(Theme, 'Theme');

export const SectorOrder = { ORDINAL: 'ORDINAL' } as const;
export type SectorOrder = keyof typeof SectorOrder;
registerEnumType(SectorOrder, { name: 'SectorOrder', description: 'The usual order of sectors.' });

export const ThemeOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type ThemeOrder = keyof typeof ThemeOrder;
registerEnumType(ThemeOrder, { name: 'ThemeOrder', description: 'Orders of themes, in Vietnamese order.' });

@InputType({ description: 'Which sectors.' })
export class SectorFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(40)
  code?: string | null;
}

@InputType({ description: 'Which themes.' })
export class ThemeFilter {
  @Field(() => String, { nullable: true, description: 'In the name, with or without marks.' })
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

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
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
  @Field(() => String)
  code: string;

  @Field(() => String)
  @IsWords(300)
  name: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Left out: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => String, { description: 'The act, or how it is known (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @Field(() => [ID], { nullable: true, description: 'The sectors it is compared with, when it merges or refines them.' })
  @IsOptional()
  @ArrayMaxSize(20)
  comparesWithIds?: string[] | null;
}

@InputType()
export class EndSectorInput {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { description: 'The last day in force.' })
  validTo: LocalDate;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@InputType()
export class AddThemeInput {
  @Field(() => String)
  @IsWords(300)
  name: string;
}

@InputType()
export class RenameThemeInput {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  @IsWords(300)
  name: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
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
