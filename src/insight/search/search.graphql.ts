import { ArgsType, Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { SubjectKind } from '../../features/models/content/model-kinds.js';
import { ModelState } from '../../features/models/model-states.js';
import { EmulationModel } from '../../features/models/model.graphql.js';
import { Unit } from '../../features/units/unit.graphql.js';
import { PageArgs, PageInfo } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { IsSearchText } from './search-text.rule.js';

export const SearchType = { UNIT: 'UNIT', MODEL: 'MODEL' } as const;
export type SearchType = keyof typeof SearchType;
registerEnumType(SearchType, { name: 'SearchType', description: 'What search finds: units (đơn vị), models (mô hình).' });

export const SearchStep = { EXACT: 'EXACT', WORDS: 'WORDS', SIMILAR: 'SIMILAR' } as const;
export type SearchStep = keyof typeof SearchStep;
registerEnumType(SearchStep, {
  name: 'SearchStep',
  description:
    'How a thing was found (cách tìm thấy): EXACT by its whole name, WORDS by all the words, SIMILAR only when nothing has them: then one word is taken for a slip of the finger.',
});

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'A thing that search finds (kết quả tìm kiếm).',
  types: () => [Unit, EmulationModel] as const,
});
export type SearchResult = Unit | EmulationModel;

@ObjectType({ description: 'One thing found (một kết quả), with why it was found.' })
export class SearchEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => SearchResult)
  node: SearchResult;

  @Field(() => SearchStep, { description: 'Cách tìm thấy.' })
  step: SearchStep;

  @Field(() => String, {
    description: 'The name that matched (tên khớp): of a unit perhaps a former one, then with its years, “Quế Trung (2008–2023)”.',
  })
  matched: string;
}

@ObjectType({ description: 'How many of the things found have this value (số kết quả theo giá trị).' })
export class SearchFacetValue {
  @Field(() => String, { description: 'For the filter: a name of an enum, or an id.' })
  value: string;

  @Field(() => String, { description: 'For people, in Vietnamese.' })
  label: string;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'The things found, counted by one property (đếm theo một thuộc tính); the most frequent values first.' })
export class SearchFacet {
  @Field(() => [SearchFacetValue])
  values: SearchFacetValue[];

  @Field(() => Boolean, { description: 'Whether everything found was counted; else each count means “at least” (ít nhất).' })
  complete: boolean;
}

@ObjectType({ description: 'Counts of what was found (đếm kết quả), each only when selected.' })
export class SearchFacets {
  @Field(() => SearchFacet, { description: 'By what it is (loại).' })
  type: SearchFacet;

  @Field(() => SearchFacet, {
    description: 'By the units one step below `filter.unitId`, or the highest (theo địa bàn). What has several owners counts under each.',
  })
  unit: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by whose they are (đối tượng).' })
  subjectKind: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by sector (lĩnh vực).' })
  sector: SearchFacet;

  @Field(() => SearchFacet, { description: 'Models by the state of their file on the day (trạng thái hồ sơ).' })
  state: SearchFacet;
}

@ObjectType({ description: 'A page of things found (trang kết quả).' })
export class SearchConnection {
  @Field(() => [SearchEdge])
  edges: SearchEdge[];

  @Field(() => [SearchResult])
  nodes: SearchResult[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int, { nullable: true, description: 'How many there are in all pages (tổng số); null when more than 10,000.' })
  totalCount: number | null;

  @Field(() => Int, { description: 'How many there are at least: `totalCount`, or 10,000 when there are more (ít nhất).' })
  totalCountAtLeast: number;

  @Field(() => SearchFacets)
  facets: SearchFacets;
}

@InputType({ description: 'What is searched for, and among what; conditions add up.' })
export class SearchFilter {
  @Field(() => String, {
    description:
      'Words in any order, marks or none, abbreviations, a former name of a unit (tìm không cần dấu, chữ viết tắt, tên cũ). At least two letters.',
  })
  @IsSearchText()
  text: string;

  @Field(() => [SearchType], { nullable: true, description: 'Left out: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  types?: SearchType[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'In this unit and all that stands under it on the day, and of units that had wholly passed into one of these by then.',
  })
  unitId?: string | null;

  @Field(() => [SubjectKind], { nullable: true, description: 'Models only.' })
  @IsOptional()
  @ArrayMaxSize(3)
  subjectKind?: SubjectKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Models only.' })
  sectorId?: string | null;

  @Field(() => [ModelState], { nullable: true, description: 'Models only.' })
  @IsOptional()
  @ArrayMaxSize(9)
  state?: ModelState[] | null;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => SearchFilter)
  @ValidateNested()
  @Type(() => SearchFilter)
  filter: SearchFilter;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day to look at (ngày xem): names that units have had by then, models attested by then, and both shown as they stood. Default: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}
