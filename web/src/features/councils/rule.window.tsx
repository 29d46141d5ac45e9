import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { CorrectCouncilRule, SetCouncilRule, type Schema } from '#documents/council-commands';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField } from '../../ui/form.fields.js';
import type { ShownCouncil } from './council.parts.js';

type Rule = ShownCouncil['allRules'][number];
interface Props {
  readonly council: ShownCouncil;
  /** The rule that was entered wrongly; absent: a new one. */
  readonly rule?: Rule;
  onClose(): void;
}

/** A share as it is typed. */
const typed = (name: 'presence' | 'majority', rule?: Rule) => ({
  numerator: String(rule?.[name].numerator ?? ''),
  denominator: String(rule?.[name].denominator ?? ''),
  moreThan: rule?.[name].moreThan ?? false,
});

/** How many have to take part in a session of a kind, and by how many votes it decides. */
export function RuleWindow({ council, rule, onClose }: Props): ReactNode {
  const { texts, terms } = useWords();
  const { councils } = useAppraisalTexts();
  const { common } = texts;
  const [presence, majority] = [typed('presence', rule), typed('majority', rule)];
  const form = useForm({
    sessionKind: (rule?.sessionKind ?? 'AWARDS') as string,
    'presence.numerator': presence.numerator,
    'presence.denominator': presence.denominator,
    'presence.moreThan': presence.moreThan,
    presenceCountsWritten: rule?.presenceCountsWritten ?? false,
    'majority.numerator': majority.numerator,
    'majority.denominator': majority.denominator,
    'majority.moreThan': majority.moreThan,
    majorityOf: (rule?.majorityOf ?? 'MEMBERS_IN_TERM') as string,
    majorityCountsWritten: rule?.majorityCountsWritten ?? false,
    basis: rule?.basis ?? '',
    validFrom: rule?.validFrom as string | undefined,
    validTo: (rule?.validTo ?? undefined) as string | undefined,
    reason: '',
  });
  const [set, correct] = [useCommand(SetCouncilRule, { keyed: true }), useCommand(CorrectCouncilRule)];
  const { values } = form;
  const share = (name: 'presence' | 'majority'): Schema.CouncilFractionInput => ({
    numerator: Number(values[`${name}.numerator`]),
    denominator: Number(values[`${name}.denominator`]),
    moreThan: values[`${name}.moreThan`],
  });
  const content = {
    presence: share('presence'),
    presenceCountsWritten: values.presenceCountsWritten,
    majority: share('majority'),
    majorityOf: values.majorityOf as Schema.MajorityBase,
    majorityCountsWritten: values.majorityCountsWritten,
    basis: values.basis,
    validFrom: values.validFrom ?? '',
    validTo: values.validTo ?? null,
  };
  const check = (name: 'presence.moreThan' | 'presenceCountsWritten' | 'majority.moreThan' | 'majorityCountsWritten', label: string) => (
    <Checkbox size="sm" label={label} checked={values[name]} onChange={() => form.set(name, !values[name])} />
  );
  return (
    <CommandWindow
      title={rule ? councils.correctRule : councils.setRule}
      form={form}
      needed={[
        'presence.numerator',
        'presence.denominator',
        'majority.numerator',
        'majority.denominator',
        'basis',
        'validFrom',
        ...(rule ? (['reason'] as const) : []),
      ]}
      running={set.running || correct.running}
      run={() =>
        rule
          ? correct.run({ ...content, id: rule.id, expectedVersion: rule.version, reason: values.reason })
          : set.run({ ...content, councilId: council.id, sessionKind: values.sessionKind as Schema.SessionKind })
      }
      onClose={onClose}
    >
      {!rule && <ChoiceField form={form} name="sessionKind" label={councils.sessionKind} choices={pairs(terms.SessionKind)} />}
      <fieldset className="choices">
        <legend>{councils.presence}</legend>
        <p className="quiet">{councils.shareHint}</p>
        <div className="form-two">
          <TextField form={form} name="presence.numerator" label={councils.presentParts} type="number" required />
          <TextField form={form} name="presence.denominator" label={councils.presentOf} type="number" required />
        </div>
        {check('presence.moreThan', councils.moreThan)}
        {check('presenceCountsWritten', councils.presenceWritten)}
      </fieldset>
      <fieldset className="choices">
        <legend>{councils.majority}</legend>
        <div className="form-two">
          <TextField form={form} name="majority.numerator" label={councils.votesParts} type="number" required />
          <TextField form={form} name="majority.denominator" label={councils.votesOf} type="number" required />
        </div>
        {check('majority.moreThan', councils.moreThan)}
        <ChoiceField form={form} name="majorityOf" label={councils.majorityOf} choices={pairs(terms.MajorityBase)} />
        {check('majorityCountsWritten', councils.majorityWritten)}
      </fieldset>
      <TextField form={form} name="basis" label={councils.memberColumns.basis} hint={councils.basisHint} required />
      <div className="form-two">
        <DateField form={form} name="validFrom" label={councils.validFrom} required />
        <DateField form={form} name="validTo" label={councils.validTo} hint={common.toHint} />
      </div>
      {rule && <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />}
    </CommandWindow>
  );
}
