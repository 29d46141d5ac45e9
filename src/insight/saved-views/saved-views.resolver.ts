import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemovedRecordPayload } from '../../platform/records/record.inputs.js';
import { columnsOf } from '../../platform/views/object-plan.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { SavedQuestions } from './saved-question.js';
import {
  EditViewInput,
  OwnViewInput,
  SaveViewInput,
  SavedView,
  SavedViewConnection,
  SavedViewPayload,
  SavedViewProblem,
  SavedViewsArgs,
  ShareViewInput,
} from './saved-view.graphql.js';
import { savedViewView, type SavedViewCarried } from './saved-view.view.js';
import { SavedViewsService } from './saved-views.service.js';

/** The contract of saved views. */
@Resolver(() => SavedView)
export class SavedViewsResolver {
  constructor(
    private readonly service: SavedViewsService,
    private readonly questions: SavedQuestions,
  ) {}

  @Query(() => SavedViewConnection, {
    description: 'Views that you have saved, and those that are shared with units that you read (danh sách bộ lọc đã lưu).',
  })
  @Allow('savedView.read')
  @ShowsPage(savedViewView)
  savedViews(@Args() _args: SavedViewsArgs): Page<SavedView> {
    return declared();
  }

  @ResolveField(() => Boolean, { description: 'Whether it is your own (của bạn).' })
  isOwn(@Parent() saved: object, @Context() context: RequestContext): boolean {
    return columnsOf<SavedViewCarried>(saved).ownerId === context.actor?.id;
  }

  @ResolveField(() => [SavedViewProblem], {
    description:
      'What the contract no longer accepts of the arguments, such as a filter that was withdrawn since (chỗ không còn phù hợp), at most twenty. Empty: it can be asked as it is.',
  })
  problems(@Parent() saved: object, @Context() { language }: RequestContext): SavedViewProblem[] {
    const { lists, arguments: given } = columnsOf<SavedViewCarried>(saved);
    return this.questions.problemsOf(lists, given).map(({ path, why }) => ({ path: [...path], message: why[language] }));
  }

  @Mutation(() => SavedViewPayload, { description: 'Saves a question by a name, for yourself (lưu bộ lọc). `shareView` shares it.' })
  @Allow('account.own')
  saveView(
    @Args('input', { type: () => SaveViewInput }) input: SaveViewInput,
    @Context() context: RequestContext,
  ): Promise<SavedViewPayload> {
    return mutate(context, SaveViewInput, input, async () => {
      const { name, lists, arguments: given, idempotencyKey } = input;
      return { savedView: await this.service.saveView(context.signedIn, lists, { name, arguments: given }, idempotencyKey) };
    });
  }

  @Mutation(() => SavedViewPayload, { description: 'Changes one of your saved views (sửa bộ lọc đã lưu).' })
  @Allow('account.own')
  editView(
    @Args('input', { type: () => EditViewInput }) input: EditViewInput,
    @Context() context: RequestContext,
  ): Promise<SavedViewPayload> {
    return mutate(context, EditViewInput, input, async () => {
      const { name, arguments: given, expectedVersion } = input;
      const seen = { id: idOf('SavedView', input.id, 'id'), expectedVersion };
      return { savedView: await this.service.editView(context.signedIn, seen, { name, arguments: given }) };
    });
  }

  @Mutation(() => SavedViewPayload, {
    description: 'Shares one of your saved views with a unit, for all whose right to read reaches it (dùng chung bộ lọc cho đơn vị).',
  })
  @Allow('savedView.share')
  shareView(
    @Args('input', { type: () => ShareViewInput }) input: ShareViewInput,
    @Context() context: RequestContext,
  ): Promise<SavedViewPayload> {
    return mutate(context, ShareViewInput, input, async () => {
      const seen = { id: idOf('SavedView', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { savedView: await this.service.shareView(context.signedIn, seen, idOf('Unit', input.unitId, 'unitId')) };
    });
  }

  @Mutation(() => SavedViewPayload, {
    description:
      'Has one of your saved views shown to nobody else (thôi dùng chung bộ lọc); also one of a blocked account, by somebody who may share at its unit.',
  })
  @Allow('account.own')
  unshareView(
    @Args('input', { type: () => OwnViewInput }) input: OwnViewInput,
    @Context() context: RequestContext,
  ): Promise<SavedViewPayload> {
    return mutate(context, OwnViewInput, input, async () => {
      const seen = { id: idOf('SavedView', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { savedView: await this.service.unshareView(context.signedIn, seen) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes one of your saved views (xóa bộ lọc đã lưu).' })
  @Allow('account.own')
  removeView(
    @Args('input', { type: () => OwnViewInput }) input: OwnViewInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, OwnViewInput, input, async () => {
      await this.service.removeView(context.signedIn, { id: idOf('SavedView', input.id, 'id'), expectedVersion: input.expectedVersion });
      return { removedId: input.id };
    });
  }
}
