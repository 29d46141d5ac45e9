import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { Unit } from '../unit.graphql.js';
import { unitTerms } from '../unit.terms.js';

/** Shown with its units; no `Node`. */
@ObjectType({ description: describe(unitTerms.ServedTerritory) })
export class ServedTerritory {
  @Field(() => ID)
  id: string;

  @Field(() => Unit, { description: 'The organisation (tổ chức phụ trách).' })
  body: Unit;

  @Field(() => Unit, { description: 'The administrative unit that it works for (địa bàn phụ trách).' })
  territory: Unit;

  @Field(() => LocalDateScalar, { description: 'First day (từ ngày).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The paper or the rule that says so (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;
}

@InputType()
export class RecordServedTerritoryInput {
  @Field(() => ID, { description: 'The organisation, in force on all these days (tổ chức phụ trách).' })
  bodyId: string;

  @Field(() => ID, { description: 'The administrative unit that it works for, in force on all these days (địa bàn phụ trách).' })
  territoryId: string;

  @Field(() => LocalDateScalar, { description: 'First day (từ ngày).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Omitted or null: until it is ended.' })
  validTo?: LocalDate | null;

  @Field(() => String, { description: 'The paper or the rule that says so: “Quyết định 12-QĐ/HU” (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
export class RemoveServedTerritoryInput {
  @Field(() => ID, { description: 'The assignment, from `servedTerritories` of the organisation (lần giao địa bàn).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class EndServedTerritoryInput extends RemoveServedTerritoryInput {
  @Field(() => LocalDateScalar, { description: 'Last day on which it works for the territory (ngày cuối phụ trách).' })
  validTo: LocalDate;
}

@ObjectType({ implements: () => MutationPayload })
export class UnitPayload extends MutationPayload {
  @Field(() => Unit, {
    nullable: true,
    description: 'The organisation with its territories (tổ chức phụ trách). Null: the command was refused.',
  })
  unit?: Id | null;
}
