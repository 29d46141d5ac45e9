import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { describe } from '../../shared/terms.js';
import { unitTerms } from './unit.terms.js';
import { VillageKind } from './village.js';

registerEnum(VillageKind, 'VillageKind', unitTerms.VillageKind);

@ObjectType({ description: describe(unitTerms.Village) })
export class Village {
  @Field(() => VillageKind, { description: 'Its kind (loại: thôn, bản, tổ dân phố…).' })
  kind: VillageKind;

  @Field(() => String, { description: 'Its name without the kind, for example `3` or `Nà Lốc` (tên).' })
  name: string;
}

@InputType({ description: 'A village within the unit (thôn, bản, tổ dân phố).' })
export class VillageInput {
  @Field(() => VillageKind, { description: 'Its kind (loại).' })
  kind: VillageKind;

  @Field(() => String, { description: 'Its name; a kind typed before it is left out (tên).' })
  @IsWords(100)
  name: string;
}

@InputType({
  description: 'A village by its name, with or without Vietnamese marks (thôn, bản, tổ dân phố). Together with `unitId`: names recur.',
})
export class VillageFilter {
  @Field(() => VillageKind, { nullable: true, description: 'Its kind (loại). Omitted or null: of any kind.' })
  @IsOptional()
  kind?: VillageKind | null;

  @Field(() => String, { description: 'Its whole name without the kind (tên).' })
  @IsWords(100)
  name: string;
}
