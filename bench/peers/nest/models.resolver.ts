import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EmulationModel, ModelStep, Sector, UnitSpan } from './entities.js';
import type { Loaders } from './loaders.js';
import { ModelsService } from './models.service.js';

@Resolver(() => EmulationModel)
export class ModelsResolver {
  constructor(private readonly service: ModelsService) {}

  @Query(() => [EmulationModel])
  models(@Args('first', { type: () => Int }) first: number): Promise<EmulationModel[]> {
    return this.service.newest(first);
  }

  @Query(() => EmulationModel, { nullable: true })
  model(@Args('id', { type: () => ID }, ParseUUIDPipe) id: string): Promise<EmulationModel | null> {
    return this.service.byId(id);
  }

  @ResolveField(() => UnitSpan, { nullable: true })
  unit(@Parent() { unitId }: EmulationModel, @Context('loaders') loaders: Loaders): Promise<UnitSpan | undefined> {
    return loaders.unit.load(unitId);
  }

  @ResolveField(() => Sector, { nullable: true })
  sector(@Parent() { sectorId }: EmulationModel, @Context('loaders') loaders: Loaders): Promise<Sector | undefined> | null {
    return sectorId === null ? null : loaders.sector.load(sectorId);
  }

  @ResolveField(() => [ModelStep])
  steps(@Parent() { id }: EmulationModel, @Context('loaders') loaders: Loaders): Promise<readonly ModelStep[]> {
    return loaders.steps.load(id);
  }

  @ResolveField(() => ModelStep, { nullable: true })
  latestStep(@Parent() { id }: EmulationModel, @Context('loaders') loaders: Loaders): Promise<ModelStep | undefined> {
    return loaders.latestStep.load(id);
  }

  @ResolveField(() => Int)
  childCount(@Parent() { id }: EmulationModel, @Context('loaders') loaders: Loaders): Promise<number> {
    return loaders.childCount.load(id);
  }

  @ResolveField(() => [EmulationModel])
  children(@Parent() { id }: EmulationModel, @Args('first', { type: () => Int }) first: number): Promise<EmulationModel[]> {
    return this.service.childrenOf(id, first);
  }
}
