import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RestoreVersionInput } from '../../platform/audit/object-history.graphql.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { Decision, DecisionArgs, DecisionConnection, DecisionPayload, DecisionsArgs } from './decision.graphql.js';
import { CorrectDecisionInput, RecordDecisionInput } from './decision.inputs.js';
import { decisionLikeness } from './decision-likeness-sql.js';
import { decisionView } from './decision.view.js';
import { DecisionsService } from './decisions.service.js';

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => DecisionConnection, { description: 'Decisions, the latest first (danh sách quyết định, văn bản).' })
  @Allow('registry.read')
  @ShowsPage(decisionView)
  decisions(@Args() _args: DecisionsArgs): Page<Decision> {
    return declared();
  }

  @Query(() => Decision, { nullable: true, description: 'One decision (quyết định, văn bản). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(decisionView)
  decision(@Args() _args: DecisionArgs): Decision | null {
    return declared();
  }

  @Mutation(() => DecisionPayload, { description: 'Enters a decision from its paper (nhập quyết định, văn bản).' })
  @Allow('decision.record')
  recordDecision(
    @Args('input', { type: () => RecordDecisionInput }) input: RecordDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(
      context,
      RecordDecisionInput,
      input,
      async () => {
        const { idempotencyKey, kind, issuerId, number = null, issuedOn = null, signer = null, abstract = null, source = null } = input;
        const { signerPost = null } = input;
        const given = { kind, number, issuedOn, signer, signerPost, abstract, source, issuerId: idOf('Unit', issuerId, 'issuerId') };
        return { decision: await this.service.recordDecision(context.signedIn, given, idempotencyKey) };
      },
      async ({ decision }) => this.duplicates.warningsAbout(context.signedIn, decisionLikeness, decision!),
    );
  }

  @Mutation(() => DecisionPayload, { description: 'Corrects a decision that was entered wrongly (đính chính văn bản).' })
  @Allow('decision.correct')
  correctDecision(
    @Args('input', { type: () => CorrectDecisionInput }) input: CorrectDecisionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(
      context,
      CorrectDecisionInput,
      input,
      async () => {
        const { expectedVersion, reason, number, kind, issuedOn, issuerId, signer, signerPost, abstract, source } = input;
        const changes = {
          number,
          kind,
          issuedOn,
          issuerId: issuerId && idOf('Unit', issuerId, 'issuerId'),
          signer,
          signerPost,
          abstract,
          source,
        };
        const id = idOf('Decision', input.id, 'id');
        return { decision: await this.service.correctDecision(context.signedIn, { id, expectedVersion, reason, changes }) };
      },
      async ({ decision }) => this.duplicates.warningsAbout(context.signedIn, decisionLikeness, decision!),
    );
  }

  @Mutation(() => DecisionPayload, {
    description: 'Restores what a decision said after an earlier change, as a new change (khôi phục phiên bản của văn bản).',
  })
  @Allow('decision.correct')
  restoreDecisionVersion(
    @Args('input', { type: () => RestoreVersionInput }) input: RestoreVersionInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, RestoreVersionInput, input, async () => {
      const changeId = idOf('AuditEntry', input.changeId, 'changeId');
      const seen = { ...input, id: idOf('Decision', input.id, 'id'), changeId };
      return { decision: await this.service.restoreVersion(context.signedIn, seen) };
    });
  }
}
