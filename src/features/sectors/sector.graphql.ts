import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

@ObjectType({ implements: () => Node, description: 'A sector of the movement (lĩnh vực), in force over a span of days.' })
export class Sector extends Node {
  rowId: Id;

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
}

@ObjectType({ implements: () => Node, description: 'A free theme that groups models (chuyên đề).' })
export class Theme extends Node {
  rowId: Id;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  version: number;
}

export const SectorConnection = ConnectionOf(Sector, 'Sector');
export const ThemeConnection = ConnectionOf(Theme, 'Theme');

@ArgsType()
export class SectorsArgs extends PageArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

@ArgsType()
export class ThemesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'In the name, with or without marks.' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;
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
  sector?: Sector | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ThemePayload extends MutationPayload {
  @Field(() => Theme, { nullable: true })
  theme?: Theme | null;
}
