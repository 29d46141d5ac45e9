import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Refusal } from '../../platform/errors/domain-error.js';
import { ActionView, toActionViews } from '../../platform/graphql/action.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { checked, mutate, toUserError } from '../../platform/graphql/mutation.js';
import { Nodes, idOf } from '../../platform/graphql/node.js';
import type { Id } from '../../shared/ids.js';
import { draftOf } from './unit-event.draft.js';
import {
  ApplyUnitEventInput,
  UndoUnitEventInput,
  UnitEvent,
  UnitEventConnection,
  UnitEventInput,
  UnitEventPayload,
  UnitEventPreview,
  UnitEventsArgs,
} from './unit-event.graphql.js';
import { unitEventLifecycle } from './unit-event.lifecycle.js';
import { UnitEventsReader } from './unit-events.reader.js';
import { UnitEventsService } from './unit-events.service.js';

@Resolver(() => UnitEvent)
export class UnitEventsResolver implements OnModuleInit {
  constructor(
    private readonly events: UnitEventsService,
    private readonly reader: UnitEventsReader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('UnitEvent', this.reader.byId);
  }

  @Query(() => UnitEventConnection, { description: 'Events in the life of units, the latest first (biến động đơn vị).' })
  @Allow('unitEvent.read')
  unitEvents(@Args() { unitId, ...page }: UnitEventsArgs): Promise<Page<UnitEvent>> {
    return this.reader.page(unitId ? idOf('Unit', unitId, 'unitId') : undefined, page);
  }

  @Query(() => UnitEvent, { nullable: true, description: 'One event (biến động), or null when there is none with this id.' })
  @Allow('unitEvent.read')
  async unitEvent(@Args('id', { type: () => ID }) id: string): Promise<UnitEvent | null> {
    return this.find(idOf('UnitEvent', id, 'id'));
  }

  @Query(() => UnitEventPreview, {
    description: 'What an event would do and what stands against it (xem trước biến động). Writes nothing.',
  })
  @Allow('unitEvent.preview')
  async previewUnitEvent(
    @Args('input', { type: () => UnitEventInput }) input: UnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPreview> {
    try {
      const { effects, problems, dependents } = await this.events.preview(draftOf(checked(UnitEventInput, input)));
      const { language } = context;
      return {
        effects: [...effects],
        problems: problems.map(problem => toUserError(problem, context)),
        dependents: dependents.map(({ label, count, effect }) => ({ label: label[language], count, effect: effect[language] })),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { effects: [], dependents: [], problems: error.errors.map(problem => toUserError(problem, context)) };
    }
  }

  @Mutation(() => UnitEventPayload, { description: 'Applies an event, all of it or nothing (áp dụng biến động).' })
  @Allow('unit.change')
  applyUnitEvent(
    @Args('input', { type: () => ApplyUnitEventInput }) input: ApplyUnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPayload> {
    return mutate(context, ApplyUnitEventInput, input, async () => {
      const id = await this.events.apply(context.signedIn, draftOf(input), input.idempotencyKey);
      return { unitEvent: await this.find(id) };
    });
  }

  @Mutation(() => UnitEventPayload, { description: 'Puts everything back as it was before the event (hoàn tác biến động).' })
  @Allow('unitEvent.undo')
  undoUnitEvent(
    @Args('input', { type: () => UndoUnitEventInput }) input: UndoUnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPayload> {
    return mutate(context, UndoUnitEventInput, input, async () => {
      const id = await this.events.undo(context.signedIn, idOf('UnitEvent', input.id, 'id'), input);
      return { unitEvent: await this.find(id) };
    });
  }

  @ResolveField(() => [ActionView], { description: 'What can be done with it now (thao tác).' })
  async actions(@Parent() event: UnitEvent, @Context() context: RequestContext): Promise<ActionView[]> {
    return toActionViews(unitEventLifecycle.actionsOf(event.state, await this.events.facts(event.rowId)), context);
  }

  private async find(id: Id): Promise<UnitEvent | null> {
    return (await this.reader.byId([id]))[0] ?? null;
  }
}
