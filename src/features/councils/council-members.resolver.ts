import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { CouncilMemberPayload, CouncilRulePayload } from './council.graphql.js';
import { AppointCouncilMemberInput, CorrectCouncilMemberInput, EndCouncilMembershipInput } from './council.inputs.js';
import { CorrectCouncilRuleInput, EndCouncilRuleInput, SetCouncilRuleInput } from './council-rule.inputs.js';
import { CouncilMembersService } from './council-members.service.js';
import { CouncilRulesService } from './council-rules.service.js';

/** Members and rules of councils. */
@Resolver()
export class CouncilMembersResolver {
  constructor(
    private readonly members: CouncilMembersService,
    private readonly rules: CouncilRulesService,
  ) {}

  @Mutation(() => CouncilMemberPayload, { description: 'Appoints a person to a council for a term (cử thành viên hội đồng).' })
  @Allow('council.manage')
  appointCouncilMember(
    @Args('input', { type: () => AppointCouncilMemberInput }) input: AppointCouncilMemberInput,
    @Context() context: RequestContext,
  ): Promise<CouncilMemberPayload> {
    return mutate(context, AppointCouncilMemberInput, input, async () => {
      const { role, validFrom, validTo = null, basis = null, idempotencyKey } = input;
      const [councilId, personId] = [idOf('Council', input.councilId, 'councilId'), idOf('Person', input.personId, 'personId')];
      const given = { councilId, personId, role, validFrom, validTo, basis };
      return { councilMember: await this.members.appoint(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => CouncilMemberPayload, {
    description: 'Corrects the role or the days of a term that were entered wrongly (đính chính thành viên hội đồng).',
  })
  @Allow('council.manage')
  correctCouncilMember(
    @Args('input', { type: () => CorrectCouncilMemberInput }) input: CorrectCouncilMemberInput,
    @Context() context: RequestContext,
  ): Promise<CouncilMemberPayload> {
    return mutate(context, CorrectCouncilMemberInput, input, async () => {
      const { role, validFrom, validTo, basis, expectedVersion, reason } = input;
      const seen = { id: idOf('CouncilMember', input.id, 'id'), expectedVersion, reason };
      return { councilMember: await this.members.correct(context.signedIn, seen, { role, validFrom, validTo, basis }) };
    });
  }

  @Mutation(() => CouncilMemberPayload, { description: 'Ends a term early (thôi tham gia hội đồng).' })
  @Allow('council.manage')
  endCouncilMembership(
    @Args('input', { type: () => EndCouncilMembershipInput }) input: EndCouncilMembershipInput,
    @Context() context: RequestContext,
  ): Promise<CouncilMemberPayload> {
    return mutate(context, EndCouncilMembershipInput, input, async () => {
      const { expectedVersion, reason, validTo } = input;
      const seen = { id: idOf('CouncilMember', input.id, 'id'), expectedVersion, reason };
      return { councilMember: await this.members.end(context.signedIn, seen, validTo) };
    });
  }

  @Mutation(() => CouncilRulePayload, {
    description: 'Enters the rule of a council for a kind of session, from a day on (nhập quy chế họp của hội đồng).',
  })
  @Allow('council.manage')
  setCouncilRule(
    @Args('input', { type: () => SetCouncilRuleInput }) input: SetCouncilRuleInput,
    @Context() context: RequestContext,
  ): Promise<CouncilRulePayload> {
    return mutate(context, SetCouncilRuleInput, input, async () => {
      const { sessionKind, validFrom, validTo = null, basis, idempotencyKey } = input;
      const { presence, presenceCountsWritten, majority, majorityOf, majorityCountsWritten } = input;
      const rule = { presence: { ...presence }, presenceCountsWritten, majority: { ...majority }, majorityOf, majorityCountsWritten };
      const given = { councilId: idOf('Council', input.councilId, 'councilId'), sessionKind, rule, validFrom, validTo, basis };
      return { councilRule: await this.rules.set(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => CouncilRulePayload, { description: 'Corrects a rule that was entered wrongly (đính chính quy chế họp).' })
  @Allow('council.manage')
  correctCouncilRule(
    @Args('input', { type: () => CorrectCouncilRuleInput }) input: CorrectCouncilRuleInput,
    @Context() context: RequestContext,
  ): Promise<CouncilRulePayload> {
    return mutate(context, CorrectCouncilRuleInput, input, async () => {
      const { expectedVersion, reason, validFrom, validTo, basis } = input;
      const { presence, presenceCountsWritten, majority, majorityOf, majorityCountsWritten } = input;
      const seen = { id: idOf('CouncilRule', input.id, 'id'), expectedVersion, reason };
      const shares = { presence: presence && { ...presence }, majority: majority && { ...majority } };
      const changes = { ...shares, presenceCountsWritten, majorityOf, majorityCountsWritten, validFrom, validTo, basis };
      return { councilRule: await this.rules.correct(context.signedIn, seen, changes) };
    });
  }

  @Mutation(() => CouncilRulePayload, { description: 'Sets the last day on which a rule is in force (kết thúc hiệu lực quy chế họp).' })
  @Allow('council.manage')
  endCouncilRule(
    @Args('input', { type: () => EndCouncilRuleInput }) input: EndCouncilRuleInput,
    @Context() context: RequestContext,
  ): Promise<CouncilRulePayload> {
    return mutate(context, EndCouncilRuleInput, input, async () => {
      const { expectedVersion, reason, validTo } = input;
      const seen = { id: idOf('CouncilRule', input.id, 'id'), expectedVersion, reason };
      return { councilRule: await this.rules.end(context.signedIn, seen, validTo) };
    });
  }
}
