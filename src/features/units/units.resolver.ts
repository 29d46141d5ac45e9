import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { Unit, UnitArgs, UnitConnection, UnitPageArgs, UnitsArgs } from './unit.graphql.js';
import { unitView } from './unit.view.js';

/** Queries of units: signatures and access only; `unit.view.ts` defines what they return. */
@Resolver(() => Unit)
export class UnitsResolver {
  @Query(() => UnitConnection, { description: 'Units in force on a day (danh sách đơn vị).' })
  @Allow('registry.read')
  @ShowsPage(unitView)
  units(@Args() _args: UnitsArgs): Page<Unit> {
    return declared();
  }

  @Query(() => Unit, { nullable: true, description: 'One unit as of a day (đơn vị). Null: there is none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(unitView)
  unit(@Args() _args: UnitArgs): Unit | null {
    return declared();
  }

  @ResolveField(() => UnitConnection, {
    description: 'Units directly below it on the day, organisations of its territory included (đơn vị trực thuộc).',
  })
  @CheckedArgs()
  children(@Args() _args: UnitPageArgs): Page<Unit> {
    return declared();
  }
}
