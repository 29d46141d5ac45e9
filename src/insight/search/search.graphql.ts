import { ArgsType, Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { SubjectKind } from '../../features/sectors/subject-kind.js';
import { ModelState } from '../../features/models/model-states.js';
import { EmulationModel } from '../../features/models/model.graphql.js';
import { Unit } from '../../features/units/unit.graphql.js';
import { PageArgs, PageInfo } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { IsSearchText } from './search-text.rule.js';
import { searchTerms } from './search-result.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const SearchType = { UNIT: 'UNIT', MODEL: 'MODEL' } as const;
export type SearchType = keyof typeof SearchType;
registerEnum(SearchType, 'SearchType', searchTerms.SearchType);

export const SearchStep = { EXACT: 'EXACT', WORDS: 'WORDS', SIMILAR: 'SIMILAR' } as const;
export type SearchStep = keyof typeof SearchStep;
registerEnum(SearchStep, 'SearchStep', searchTerms.SearchStep);

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: describe(searchTerms.SearchResult),
  types: () => [Unit, EmulationModel] as const,
});
export type SearchResult = Unit | EmulationModel;

@ObjectType({ description: describe(searchTerms.SearchEdge) })
export class SearchEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => SearchResult)
  node: SearchResult;

  @Field(() => SearchStep, { description: 'How it matches the text (cách tìm thấy).' })
  step: SearchStep;

  @Field(() => String, {
    description: 'The name that matches (tên khớp). Of a unit possibly a former name, then with its years: “Quế Trung (2008–2023)”.',
  })
  matched: string;
}

@ObjectType({ description: describe(searchTerms.SearchFacetValue) })
export class SearchFacetValue {
  @Field(() => String, { description: 'The value to pass to the filter: an enum value or an identifier (giá trị).' })
  value: string;

  @Field(() => String, { description: 'Vietnamese label of the value (nhãn).' })
  label: string;

  @Field(() => Int, { description: 'Number of results that have it (số kết quả).' })
  count: number;
}

@ObjectType({ description: describe(searchTerms.SearchFacet) })
export class SearchFacet {
  @Field(() => [SearchFacetValue], { description: 'The values, the most frequent first (các giá trị).' })
  values: SearchFacetValue[];

  @Field(() => Boolean, { description: 'True: every result was counted; false: each count means “at least” (đếm đủ).' })
  complete: boolean;
}

@ObjectType({ description: describe(searchTerms.SearchFacets) })
export class SearchFacets {
  @Field(() => SearchFacet, { description: 'By type of object (theo loại).' })
  type: SearchFacet;

  @Field(() => SearchFacet, {
    description:
      'By unit, one level below `filter.unitId`, or by the highest units (theo địa bàn). A model of several units counts for each.',
  })
  unit: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by subject (theo đối tượng).' })
  subjectKind: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by sector (theo lĩnh vực).' })
  sector: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by state of their file on the day (theo trạng thái hồ sơ).' })
  state: SearchFacet;
}

@ObjectType({ description: describe(searchTerms.SearchConnection) })
export class SearchConnection {
  @Field(() => [SearchEdge])
  edges: SearchEdge[];

  @Field(() => [SearchResult])
  nodes: SearchResult[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int, { nullable: true, description: 'Number of results on all pages together (tổng số). Null: more than 10,000.' })
  totalCount: number | null;

  @Field(() => Int, { description: 'Lower limit of the number of results: `totalCount`, or 10,000 when there are more (tổng số ít nhất).' })
  totalCountAtLeast: number;

  @Field(() => SearchFacets, { description: 'The results counted by properties (đếm kết quả).' })
  facets: SearchFacets;
}

@InputType({ description: 'The text to search for and conditions on the results, all of which hold (điều kiện tìm kiếm).' })
export class SearchFilter {
  @Field(() => String, {
    description:
      'Words in any order, with or without Vietnamese marks, abbreviations, or a former name of a unit; at least two letters (tìm không cần dấu, chữ viết tắt, tên cũ).',
  })
  @IsSearchText()
  text: string;

  @Field(() => [SearchType], { nullable: true, description: 'Only objects of these types (loại kết quả). Omitted or null: of every type.' })
  @IsOptional()
  @ArrayMaxSize(10)
  types?: SearchType[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Objects of this unit, of the units below it on the day, and of units that had wholly passed into one of these by then (đơn vị).',
  })
  unitId?: string | null;

  @Field(() => [SubjectKind], { nullable: true, description: 'Only models of these subjects (đối tượng).' })
  @IsOptional()
  @ArrayMaxSize(3)
  subjectKind?: SubjectKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only models of this sector (lĩnh vực).' })
  sectorId?: string | null;

  @Field(() => [ModelState], {
    nullable: true,
    description: 'Only models whose file was in one of these states on the day (trạng thái hồ sơ).',
  })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => SearchFilter, { description: 'What to search for (điều kiện tìm kiếm).' })
  @ValidateNested()
  @Type(() => SearchFilter)
  filter: SearchFilter;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day whose state is shown: names that units have had by then, models attested by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}
