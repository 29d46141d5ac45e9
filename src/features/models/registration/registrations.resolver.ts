import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../../platform/access/allow.js';
import { ActionView, toActionViews } from '../../../platform/graphql/action.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { columnsOf } from '../../../platform/views/object-plan.js';
import { ShowsOne, ShowsPage, declared } from '../../../platform/views/shows.js';
import { RegistrationRound } from '../../movements/registration-round.graphql.js';
import { EmulationModel } from '../model.graphql.js';
import type { ModelCarried } from '../model.view.js';
import { ModelActions } from '../steps/model-actions.js';
import { Registration, RegistrationArgs, RegistrationConnection, RegistrationPageArgs, RegistrationsArgs } from './registration.graphql.js';
import { registrationView } from './registration.view.js';

/** The contract of the queries on registrations; `registration.view.ts` declares their SQL. */
@Resolver(() => Registration)
export class RegistrationsResolver {
  constructor(private readonly actionsOf: ModelActions) {}

  @Query(() => RegistrationConnection, {
    description: 'Registrations of models, the latest first (các lần đăng ký). `models` counts each model once.',
  })
  @Allow('registry.read')
  @ShowsPage(registrationView)
  registrations(@Args() _args: RegistrationsArgs): Page<Registration> {
    return declared();
  }

  @Query(() => Registration, { nullable: true, description: 'One registration (lần đăng ký). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(registrationView)
  registration(@Args() _args: RegistrationArgs): Registration | null {
    return declared();
  }

  @ResolveField(() => [ActionView], {
    description: 'The steps that concern its file today, each with the reasons that prevent it for you (thao tác).',
  })
  async actions(@Parent() registration: Registration, @Context() context: RequestContext): Promise<ActionView[]> {
    const load = this.actionsOf.loadForRegistrations(context.signedIn);
    return toActionViews(await context.batch(load, columnsOf<ModelCarried>(registration).id), context);
  }
}

/** Adds the field `registrations` to models. */
@Resolver(() => EmulationModel)
export class ModelRegistrationsResolver {
  @ResolveField(() => [Registration], { description: 'Its registrations by the day, the earliest first (các lần đăng ký).' })
  registrations(): Registration[] {
    return declared();
  }
}

/** Adds the field `registrations` to rounds. */
@Resolver(() => RegistrationRound)
export class RoundRegistrationsResolver {
  @ResolveField(() => RegistrationConnection, { description: 'The registrations in this round (các lần đăng ký trong đợt).' })
  @CheckedArgs()
  registrations(@Args() _args: RegistrationPageArgs): Page<Registration> {
    return declared();
  }
}
