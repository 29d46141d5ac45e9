import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { Database } from '../../../platform/database/database.js';
import { amountOf, moneyOf } from '../money/award-money.js';
import { formulaOf } from '../money/money-words.js';
import { CommendationForm, formFacts } from './forms.js';
import { CommendationFormRules, CommendationFormsArgs } from './forms.graphql.js';
import { RulesReader, heldOn } from './rules.reader.js';

const FORMS = Object.values(CommendationForm);

/** The forms of commendation with their rules on a day. */
@Resolver()
export class FormsResolver {
  constructor(
    private readonly db: Database,
    private readonly rules: RulesReader,
  ) {}

  @Query(() => [CommendationFormRules], {
    description: 'The forms of commendation and the titles, with who may grant them and their money on a day (hình thức khen thưởng).',
  })
  @Allow('registry.read')
  async commendationForms(@Args() { on }: CommendationFormsArgs): Promise<CommendationFormRules[]> {
    const day = on ?? this.db.today();
    const powers = await this.rules.authorities(this.db.rows, FORMS);
    const money = await this.rules.moneyRules(this.db.rows, day);
    return FORMS.map(form => ({
      form,
      name: formFacts(form).label,
      title: formFacts(form).title ?? false,
      kinds: [...formFacts(form).for],
      authorities: powers
        .filter(power => power.form === form && heldOn(power, day))
        .map(({ issuerClass, ...power }) => ({ ...power, issuer: issuerClass })),
      rates: money.rates
        .filter(rate => rate.form === form)
        .map(({ track, issuerClass, recipientKind, permille, act, mark }) => {
          const basis =
            recipientKind === null
              ? ({ is: 'UNKNOWN', missing: 'RATE' } as const)
              : moneyOf({ track, issuerClass, form, kind: recipientKind }, money);
          return {
            track,
            issuer: issuerClass,
            kind: recipientKind,
            permille,
            amount: amountOf(basis),
            formula: formulaOf(basis),
            act,
            mark,
          };
        }),
    }));
  }
}
