import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { Decision } from '../decisions/decision.graphql.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Person } from '../people/person.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { CommendationTotal } from './commendation-parts.graphql.js';
import { CommendationArgs, CommendationPageArgs, CommendationsArgs } from './commendation.filter.js';
import { Commendation, CommendationConnection } from './commendation.graphql.js';
import { commendationView } from './commendation.view.js';

@Resolver(() => Commendation)
export class CommendationsResolver {
  @Query(() => CommendationConnection, {
    description: 'Commendations that you may see, the latest first (danh sách khen thưởng).',
  })
  @Allow('registry.read')
  @ShowsPage(commendationView)
  commendations(@Args() _args: CommendationsArgs): Page<Commendation> {
    return declared();
  }

  @Query(() => Commendation, { nullable: true, description: 'One commendation (khen thưởng). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(commendationView)
  commendation(@Args() _args: CommendationArgs): Commendation | null {
    return declared();
  }
}

/** Adds the field `commendations` to models. */
@Resolver(() => EmulationModel)
export class ModelCommendationsResolver {
  @ResolveField(() => CommendationConnection, { description: 'What was granted for it (khen thưởng của mô hình).' })
  @CheckedArgs()
  commendations(@Args() _args: CommendationPageArgs): Page<Commendation> {
    return declared();
  }
}

/** Adds the field `commendations` to units. */
@Resolver(() => Unit)
export class UnitCommendationsResolver {
  @ResolveField(() => CommendationConnection, {
    description: 'What the unit, the units below it and those that passed to it were granted, with their people (khen thưởng của đơn vị).',
  })
  @CheckedArgs()
  commendations(@Args() _args: CommendationPageArgs): Page<Commendation> {
    return declared();
  }
}

/** Adds the field `commendations` to people. */
@Resolver(() => Person)
export class PersonCommendationsResolver {
  @ResolveField(() => CommendationConnection, { description: 'What the person was granted, at whatever unit (khen thưởng của người).' })
  @CheckedArgs()
  commendations(@Args() _args: CommendationPageArgs): Page<Commendation> {
    return declared();
  }
}

/** Adds what a decision grants. */
@Resolver(() => Decision)
export class DecisionCommendationsResolver {
  @ResolveField(() => CommendationConnection, { description: 'What it grants (khen thưởng theo quyết định).' })
  @CheckedArgs()
  commendations(@Args() _args: CommendationPageArgs): Page<Commendation> {
    return declared();
  }

  @ResolveField(() => CommendationTotal, {
    nullable: true,
    description:
      'The money of what it grants, and for how many recipients it is not known (tổng tiền thưởng). Null: you do not see its issuer.',
  })
  awardMoney(): CommendationTotal | null {
    return declared();
  }
}
