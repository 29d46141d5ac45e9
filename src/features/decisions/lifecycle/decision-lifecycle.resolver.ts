import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { DecisionPayload } from '../decision.graphql.js';
import { DecisionsService } from '../decisions.service.js';
import {
  AmendDecisionInput,
  ApproveDecisionInput,
  DecisionPreviewArgs,
  DecisionPreviewed,
  DraftDecisionInput,
  IssueDecisionInput,
  RevokeDecisionInput,
  TakeBackDecisionRevocationInput,
} from './decision-lifecycle.inputs.js';
import { DecisionLifecycle, type SeenDecision } from './decision-lifecycle.service.js';

const seen = ({ id, expectedVersion }: ApproveDecisionInput): SeenDecision => ({ id: idOf('Decision', id, 'id'), expectedVersion });

/** Takes decisions through their life. */
@Resolver()
export class DecisionLifecycleResolver {
  constructor(
    private readonly lifecycle: DecisionLifecycle,
    private readonly decisions: DecisionsService,
  ) {}

  @Query(() => DecisionPreviewed, {
    description: 'What a decision carries and what falls with it; of a draft, what changed since it was approved (xem trước quyết định).',
  })
  @Allow('decision.preview')
  async decisionPreview(@Args() { id }: DecisionPreviewArgs, @Context() context: RequestContext): Promise<DecisionPreviewed> {
    const { carries, changes, ...preview } = await this.lifecycle.preview(context.signedIn, idOf('Decision', id, 'id'));
    const { language } = context;
    return {
      ...preview,
      changes: [...changes],
      carries: carries.map(({ label, count, names, effect }) => ({
        what: label[language],
        count,
        names: [...names],
        effect: effect[language],
      })),
    };
  }

  @Mutation(() => DecisionPayload, { description: 'Drafts a decision; number and day come with its issue (dự thảo quyết định).' })
  @Allow('decision.record')
  draftDecision(
    @Args('input', { type: () => DraftDecisionInput }) input: DraftDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, DraftDecisionInput, input, async () => {
      const { kind, signer = null, signerPost = null, abstract = null, idempotencyKey } = input;
      const given = {
        kind,
        signer,
        signerPost,
        abstract,
        number: null,
        issuedOn: null,
        source: null,
        issuerId: idOf('Unit', input.issuerId, 'issuerId'),
      };
      return { decision: await this.decisions.draftDecision(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => DecisionPayload, {
    description: 'Approves a draft as it is now, with what it would carry (phê duyệt dự thảo quyết định).',
  })
  @Allow('decision.approve')
  approveDecision(
    @Args('input', { type: () => ApproveDecisionInput }) input: ApproveDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, ApproveDecisionInput, input, async () => ({
      decision: await this.lifecycle.approve(context.signedIn, seen(input)),
    }));
  }

  @Mutation(() => DecisionPayload, { description: 'Issues an approved draft, and carries out what it holds (ban hành quyết định).' })
  @Allow('decision.approve')
  issueDecision(
    @Args('input', { type: () => IssueDecisionInput }) input: IssueDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, IssueDecisionInput, input, async () => ({
      decision: await this.lifecycle.issue(context.signedIn, seen(input), input.number, input.issuedOn),
    }));
  }

  @Mutation(() => DecisionPayload, { description: 'Notes that another decision amends this one (sửa đổi, bổ sung quyết định).' })
  @Allow('decision.approve')
  amendDecision(
    @Args('input', { type: () => AmendDecisionInput }) input: AmendDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, AmendDecisionInput, input, async () => ({
      decision: await this.lifecycle.amend(context.signedIn, seen(input), idOf('Decision', input.byId, 'byId'), input.reason),
    }));
  }

  @Mutation(() => DecisionPayload, {
    description: 'Revokes a decision, and with it every commendation and recognition that it carries (thu hồi, hủy bỏ quyết định).',
  })
  @Allow('decision.revoke')
  revokeDecision(
    @Args('input', { type: () => RevokeDecisionInput }) input: RevokeDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, RevokeDecisionInput, input, async () => {
      const { on, ground, reason, byId } = input;
      const fallen = { on, ground, reason, byId: byId ? idOf('Decision', byId, 'byId') : null };
      return { decision: await this.lifecycle.revoke(context.signedIn, seen(input), fallen) };
    });
  }

  @Mutation(() => DecisionPayload, {
    description:
      'Takes back a revocation that was entered by mistake: the decision, and what fell with it, are in force as before (bỏ việc thu hồi quyết định ghi nhầm).',
  })
  @Allow('decision.revoke')
  takeBackDecisionRevocation(
    @Args('input', { type: () => TakeBackDecisionRevocationInput }) input: TakeBackDecisionRevocationInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, TakeBackDecisionRevocationInput, input, async () => ({
      decision: await this.lifecycle.takeBackRevocation(context.signedIn, seen(input), input.reason),
    }));
  }
}
