import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { declared } from '../../../platform/views/shows.js';
import { Unit } from '../unit.graphql.js';
import { ServedTerritoriesService, type SeenServedTerritory } from './served-territories.service.js';
import {
  EndServedTerritoryInput,
  RecordServedTerritoryInput,
  RemoveServedTerritoryInput,
  ServedTerritory,
  UnitPayload,
} from './served-territory.graphql.js';

@Resolver(() => Unit)
export class ServedTerritoriesResolver {
  constructor(private readonly service: ServedTerritoriesService) {}

  @ResolveField(() => [ServedTerritory], {
    description: 'The territories that an organisation works for, on any day: rights at it reach them on these days (địa bàn phụ trách).',
  })
  servedTerritories(): ServedTerritory[] {
    return declared();
  }

  @ResolveField(() => [ServedTerritory], {
    description: 'The organisations that work for an administrative unit, on any day (tổ chức phụ trách địa bàn).',
  })
  servedBy(): ServedTerritory[] {
    return declared();
  }

  @Mutation(() => UnitPayload, {
    description:
      'Says that an organisation works for a territory (giao địa bàn phụ trách). On these days rights at the organisation reach the territory as rights there would, within their line; its whole successor has it from the organisation.',
  })
  @Allow('unit.change')
  recordServedTerritory(
    @Args('input', { type: () => RecordServedTerritoryInput }) input: RecordServedTerritoryInput,
    @Context() context: RequestContext,
  ): Promise<UnitPayload> {
    return mutate(context, RecordServedTerritoryInput, input, async () => {
      const { validFrom, validTo = null, basis } = input;
      const ids = { bodyId: idOf('Unit', input.bodyId, 'bodyId'), territoryId: idOf('Unit', input.territoryId, 'territoryId') };
      return { unit: await this.service.record(context.signedIn, { ...ids, validFrom, validTo, basis }, input.idempotencyKey) };
    });
  }

  @Mutation(() => UnitPayload, {
    description: 'Sets the last day on which an organisation works for a territory (kết thúc phụ trách địa bàn).',
  })
  @Allow('unit.change')
  endServedTerritory(
    @Args('input', { type: () => EndServedTerritoryInput }) input: EndServedTerritoryInput,
    @Context() context: RequestContext,
  ): Promise<UnitPayload> {
    return mutate(context, EndServedTerritoryInput, input, async () => {
      return { unit: await this.service.end(context.signedIn, seenOf(input), input.validTo) };
    });
  }

  @Mutation(() => UnitPayload, {
    description: 'Removes an assignment of a territory that was entered by mistake (gỡ lần giao địa bàn nhầm).',
  })
  @Allow('unit.change')
  removeServedTerritory(
    @Args('input', { type: () => RemoveServedTerritoryInput }) input: RemoveServedTerritoryInput,
    @Context() context: RequestContext,
  ): Promise<UnitPayload> {
    return mutate(context, RemoveServedTerritoryInput, input, async () => {
      return { unit: await this.service.remove(context.signedIn, seenOf(input)) };
    });
  }
}

const seenOf = ({ id, expectedVersion, reason }: RemoveServedTerritoryInput): SeenServedTerritory => ({
  id: idOf('ServedTerritory', id, 'id'),
  expectedVersion,
  reason,
});
