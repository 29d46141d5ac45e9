import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload } from '../../platform/records/record.inputs.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import type { Id } from '../../shared/ids.js';
import { CommendationErrors } from '../commendations/commendation.errors.js';
import { decisionOf, idOrNull, rewardOf } from '../commendations/grants/read-inputs.js';
import { DecideProposalInput, ReturnProposalInput, SendProposalInput } from './deciding/deciding.inputs.js';
import { DecidingService } from './deciding/deciding.service.js';
import { PassingService } from './deciding/passing.service.js';
import { DraftProposalInput, EditProposalInput, type ProposedInput } from './drafts/draft.inputs.js';
import { DraftsService } from './drafts/drafts.service.js';
import type { GivenItem } from './drafts/given-proposal.js';
import { ItemWarnings } from './drafts/item-warnings.service.js';
import type { SeenProposal } from './proposal-guard.js';
import { Proposal, ProposalArgs, ProposalConnection, ProposalPayload, ProposalsArgs } from './proposal.graphql.js';
import { proposalView } from './proposal.view.js';

/** Proposals, from the draft to the decision. */
@Resolver(() => Proposal)
export class ProposalsResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly passing: PassingService,
    private readonly deciding: DecidingService,
    private readonly warnings: ItemWarnings,
  ) {}

  @Query(() => ProposalConnection, {
    description: 'Proposals that you may see, the latest first (danh sách tờ trình đề nghị khen thưởng).',
  })
  @Allow('registry.read')
  @ShowsPage(proposalView)
  proposals(@Args() _args: ProposalsArgs): Page<Proposal> {
    return declared();
  }

  @Query(() => Proposal, { nullable: true, description: 'One proposal (tờ trình). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(proposalView)
  proposal(@Args() _args: ProposalArgs): Proposal | null {
    return declared();
  }

  @Mutation(() => ProposalPayload, {
    description: 'Drafts a proposal from the results of a closed round, or by hand (lập tờ trình đề nghị khen thưởng).',
  })
  @Allow('proposal.draft')
  draftProposal(
    @Args('input', { type: () => DraftProposalInput }) input: DraftProposalInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    const work = async (): Promise<{ proposal: Id }> => {
      const { title, form = null, evaluationIds, items, idempotencyKey } = input;
      const given = {
        title,
        form,
        proposerId: idOf('Unit', input.proposerId, 'proposerId'),
        roundId: idOrNull('AppraisalRound', input.roundId, 'roundId'),
        evaluationIds: evaluationIds?.map((id, index) => idOf('Evaluation', id, 'evaluationIds', index)) ?? null,
        items: (items ?? []).map(itemOf),
      };
      return { proposal: await this.drafts.draft(context.signedIn, given, idempotencyKey) };
    };
    return mutate(context, DraftProposalInput, input, work, ({ proposal }) => this.warnings.of(proposal, input.items?.length ?? 0));
  }

  @Mutation(() => ProposalPayload, {
    description: 'Edits a proposal that is not decided; what was approved before is approved anew (sửa tờ trình).',
  })
  @Allow('proposal.draft')
  editProposal(
    @Args('input', { type: () => EditProposalInput }) input: EditProposalInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    const work = async (): Promise<{ proposal: Id }> => {
      const { title, items } = input;
      const changes = { ...(title !== undefined && { title }), ...(items && { items: items.map(itemOf) }) };
      return { proposal: await this.drafts.edit(context.signedIn, seenProposal(input), changes) };
    };
    return mutate(context, EditProposalInput, input, work, ({ proposal }) => this.warnings.of(proposal, input.items?.length ?? 0));
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a draft of a proposal that was never sent, with its lines and files (gỡ dự thảo tờ trình).',
  })
  @Allow('proposal.draft')
  removeProposal(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      const { expectedVersion, reason } = input;
      await this.drafts.remove(context.signedIn, { id: idOf('Proposal', input.id, 'id'), expectedVersion }, reason);
      return { removedId: input.id };
    });
  }

  @Mutation(() => ProposalPayload, { description: 'Sends a proposal to the body that may grant what it proposes (trình khen thưởng).' })
  @Allow('proposal.draft')
  sendProposal(
    @Args('input', { type: () => SendProposalInput }) input: SendProposalInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, SendProposalInput, input, async () => {
      const sending = {
        issuerId: idOf('Unit', input.issuerId, 'issuerId'),
        sentOn: input.sentOn ?? null,
        receivedOn: input.receivedOn ?? null,
      };
      return { proposal: await this.passing.send(context.signedIn, seenProposal(input), sending) };
    });
  }

  @Mutation(() => ProposalPayload, { description: 'Returns a proposal to be corrected and sent again (trả lại tờ trình).' })
  @Allow('proposal.return')
  returnProposal(
    @Args('input', { type: () => ReturnProposalInput }) input: ReturnProposalInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, ReturnProposalInput, input, async () => ({
      proposal: await this.passing.return(context.signedIn, seenProposal(input), input.reason),
    }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Grants what a proposal proposes, by a decision of the body to which it was sent (quyết định khen thưởng theo tờ trình). The content that is approved is named by its hash: after a change every changed field is listed, and it is approved anew.',
  })
  @Allow('commendation.grant')
  decideProposal(
    @Args('input', { type: () => DecideProposalInput }) input: DecideProposalInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    const work = async (): Promise<{ proposal: Id }> => {
      const {
        contentHash,
        decision = null,
        leaveOut,
        despiteReason = null,
        newerLawReason = null,
        presentedOn = null,
        idempotencyKey,
      } = input;
      const decisionId = idOrNull('Decision', input.decisionId, 'decisionId');
      if (decision !== null && decisionId !== null) throw CommendationErrors.COMMENDATION_DECISION_TWICE().at('decisionId');
      const given = {
        contentHash,
        despiteReason,
        newerLawReason,
        presentedOn,
        leaveOut: leaveOut ?? [],
        decisionId,
        decision: decision && decisionOf(decision),
      };
      return { proposal: await this.deciding.decide(context.signedIn, seenProposal(input), given, idempotencyKey) };
    };
    return mutate(context, DecideProposalInput, input, work, ({ proposal }) => this.warnings.ofDecided(proposal));
  }
}

const seenProposal = ({ id, expectedVersion }: { readonly id: string; readonly expectedVersion: number }): SeenProposal => ({
  id: idOf('Proposal', id, 'id'),
  expectedVersion,
});

const itemOf = (line: ProposedInput, index: number): GivenItem => ({
  ...rewardOf(line, 'items', index),
  met: Object.fromEntries((line.met ?? []).map(({ code, basis }) => [code, basis])),
});
