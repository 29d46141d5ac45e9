import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../../platform/access/allow.js';
import { Database } from '../../../platform/database/database.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import {
  ConfirmMoneyRuleInput,
  MoneyRule,
  MoneyRulesPayload,
  RecordMoneyRuleInput,
  RemoveMoneyRuleInput,
  ReplaceMoneyRuleInput,
} from './money-rules.graphql.js';
import { MoneyRulesService } from './money-rules.service.js';
import { moneyRules, type MoneyRuleKey } from './money-rules.store.js';

/** Base salary, coefficients and rounding: dated rules with their acts. */
@Resolver()
export class MoneyRulesResolver {
  constructor(
    private readonly db: Database,
    private readonly service: MoneyRulesService,
  ) {}

  @Query(() => [MoneyRule], {
    description:
      'All rules of the money of commendations: base salary, coefficients, rounding, each with its days and act (quy định tiền thưởng).',
  })
  @Allow('registry.read')
  moneyRules(): Promise<MoneyRule[]> {
    return moneyRules(this.db.rows);
  }

  @Mutation(() => MoneyRulesPayload, {
    description:
      'Enters a rule of money from its act, from a day on; the rule before it ends the day before. Not verified until it is confirmed, and nothing that was decided changes (nhập mức lương cơ sở, hệ số, quy tắc làm tròn).',
  })
  @AllowEverywhere('commendation.rules')
  recordMoneyRule(
    @Args('input', { type: () => RecordMoneyRuleInput }) input: RecordMoneyRuleInput,
    @Context() context: RequestContext,
  ): Promise<MoneyRulesPayload> {
    return mutate(context, RecordMoneyRuleInput, input, async () => {
      const { value, act, idempotencyKey } = input;
      await this.service.record(context.signedIn, { ...keyOf(input), value, act }, idempotencyKey);
      return { moneyRules: await this.moneyRules() };
    });
  }

  @Mutation(() => MoneyRulesPayload, {
    description:
      'Replaces the value and the act of a rule that was mistyped, as long as no decision has its money from it (đính chính quy định tiền thưởng).',
  })
  @AllowEverywhere('commendation.rules')
  replaceMoneyRule(
    @Args('input', { type: () => ReplaceMoneyRuleInput }) input: ReplaceMoneyRuleInput,
    @Context() context: RequestContext,
  ): Promise<MoneyRulesPayload> {
    return mutate(context, ReplaceMoneyRuleInput, input, async () => {
      const { value, act, reason } = input;
      await this.service.replace(context.signedIn, { ...keyOf(input), value, act }, reason);
      return { moneyRules: await this.moneyRules() };
    });
  }

  @Mutation(() => MoneyRulesPayload, {
    description:
      'Removes a rule that was entered by mistake, while it is not verified and no decision has its money from it; the rule before it goes on (gỡ quy định tiền thưởng nhập nhầm).',
  })
  @AllowEverywhere('commendation.rules')
  removeMoneyRule(
    @Args('input', { type: () => RemoveMoneyRuleInput }) input: RemoveMoneyRuleInput,
    @Context() context: RequestContext,
  ): Promise<MoneyRulesPayload> {
    return mutate(context, RemoveMoneyRuleInput, input, async () => {
      await this.service.remove(context.signedIn, keyOf(input), input.reason);
      return { moneyRules: await this.moneyRules() };
    });
  }

  @Mutation(() => MoneyRulesPayload, {
    description: 'States that a rule of money was compared with its act (xác nhận đã đối chiếu với văn bản).',
  })
  @AllowEverywhere('commendation.rules')
  confirmMoneyRule(
    @Args('input', { type: () => ConfirmMoneyRuleInput }) input: ConfirmMoneyRuleInput,
    @Context() context: RequestContext,
  ): Promise<MoneyRulesPayload> {
    return mutate(context, ConfirmMoneyRuleInput, input, async () => {
      await this.service.confirm(context.signedIn, keyOf(input), input.reason);
      return { moneyRules: await this.moneyRules() };
    });
  }
}

const keyOf = ({
  kind,
  track = null,
  form = null,
  issuer = null,
  recipient = null,
  validFrom,
}: ConfirmMoneyRuleInput | RecordMoneyRuleInput | RemoveMoneyRuleInput | ReplaceMoneyRuleInput): MoneyRuleKey => ({
  kind,
  track,
  form,
  issuer,
  recipient,
  validFrom,
});
