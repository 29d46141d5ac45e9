import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Rights } from '../../platform/access/rights.js';
import { Refusal } from '../../platform/errors/domain-error.js';
import { ActionView, toActionViews } from '../../platform/graphql/action.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { checked, mutate, toUserError, toWarning } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { columnsOf } from '../../platform/views/object-plan.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
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
import { UnitEventDuplicates } from './unit-event-duplicates.reader.js';
import { unitEventLikeness } from './unit-event-likeness-sql.js';
import { unitEventView, type UnitEventCarried } from './unit-event.view.js';
import { UnitLife } from './unit-life.js';
import { UnitEventsService } from './unit-events.service.js';
import type { Action } from '../../shared/lifecycle.js';

@Resolver(() => UnitEvent)
export class UnitEventsResolver {
  constructor(
    private readonly events: UnitEventsService,
    private readonly rights: Rights,
    private readonly duplicates: LikelyDuplicates,
    private readonly duplicatesBefore: UnitEventDuplicates,
    private readonly life: UnitLife,
  ) {}

  @Query(() => UnitEventConnection, { description: 'Events in the history of units, the latest first (danh sách biến động đơn vị).' })
  @Allow('unitEvent.read')
  @ShowsPage(unitEventView)
  unitEvents(@Args() _args: UnitEventsArgs): Page<UnitEvent> {
    return declared();
  }

  @Query(() => UnitEvent, { nullable: true, description: 'One event (biến động đơn vị). Null: there is none with this identifier.' })
  @Allow('unitEvent.read')
  @ShowsOne(unitEventView)
  unitEvent(@Args('id', { type: () => ID }) _id: string): UnitEvent | null {
    return declared();
  }

  @Query(() => UnitEventPreview, {
    description: 'What an event would change and what prevents it; writes nothing (xem trước biến động).',
  })
  @Allow('unitEvent.preview')
  async previewUnitEvent(
    @Args('input', { type: () => UnitEventInput }) input: UnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPreview> {
    try {
      const draft = draftOf(checked(UnitEventInput, input));
      const { effects, problems, dependents, warnings: ofBodies } = await this.events.preview(context.signedIn, draft);
      const ending = effects.filter(({ kind }) => kind === 'ENDED').map(({ unitId }) => unitId);
      const warnings = [
        ...ofBodies,
        ...(await this.duplicatesBefore.warningsAbout(draft, effects)),
        ...(await this.life.warningsAbout(ending, draft.effective?.latest ?? null)),
      ];
      const { language } = context;
      return {
        effects: [...effects],
        problems: problems.map(problem => toUserError(problem, context)),
        warnings: warnings.map(warning => toWarning(warning, context)),
        dependents: dependents.map(({ label, count, effect }) => ({ label: label[language], count, effect: effect[language] })),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { effects: [], dependents: [], warnings: [], problems: error.errors.map(problem => toUserError(problem, context)) };
    }
  }

  @Mutation(() => UnitEventPayload, { description: 'Applies an event as a whole, or not at all (áp dụng biến động).' })
  @Allow('unit.change')
  applyUnitEvent(
    @Args('input', { type: () => ApplyUnitEventInput }) input: ApplyUnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPayload> {
    return mutate(
      context,
      ApplyUnitEventInput,
      input,
      async () => {
        return { unitEvent: await this.events.apply(context.signedIn, draftOf(input), input.idempotencyKey) };
      },
      async ({ unitEvent }) => [
        ...(await this.duplicates.warningsAbout(context.signedIn, unitEventLikeness, unitEvent!)),
        ...(await this.life.warningsAbout((await this.events.unitsTouched([unitEvent!])).flat(), null)),
      ],
    );
  }

  @Mutation(() => UnitEventPayload, {
    description: 'Undoes an event: every row is again as it was before (hoàn tác biến động). Refused while something later is based on it.',
  })
  @Allow('unitEvent.undo')
  undoUnitEvent(
    @Args('input', { type: () => UndoUnitEventInput }) input: UndoUnitEventInput,
    @Context() context: RequestContext,
  ): Promise<UnitEventPayload> {
    return mutate(context, UndoUnitEventInput, input, async () => {
      return { unitEvent: await this.events.undo(context.signedIn, idOf('UnitEvent', input.id, 'id'), input) };
    });
  }

  @ResolveField(() => [ActionView], {
    description: 'The actions that concern the event now, each with the reasons that prevent it (thao tác).',
  })
  async actions(@Parent() event: UnitEvent, @Context() context: RequestContext): Promise<ActionView[]> {
    const { id, state } = columnsOf<UnitEventCarried>(event);
    const actor = context.signedIn;
    const touched = this.rights.may(actor, 'unitEvent.undo') ? await context.batch(this.events.unitsForUndo, id) : [];
    const reaches = await this.rights.reaches(actor, 'unitEvent.undo');
    // The facts name records that refer to units; a caller without the right to undo does not see them.
    if (touched.length === 0 || !touched.every(reaches)) return toActionViews([this.undoOfOthers()], context);
    return toActionViews(unitEventLifecycle.actionsOf(state, await this.events.facts(id)), context);
  }

  private undoOfOthers(): Action {
    const place = { value: 'everyUnit', vi: 'mọi đơn vị mà biến động này thay đổi', en: 'every unit that the event changed' };
    const blockedBy = [this.rights.denialReason('unitEvent.undo', place)];
    return { name: 'undo', label: unitEventLifecycle.transitions.undo.label, allowed: false, blockedBy };
  }
}
