import type { ReactNode } from 'react';
import type { Schema } from '#documents/commendations';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import type { Picked } from '../../ui/finder.js';
import type { FormState } from '../../ui/form.js';
import { DateField, TextField, ThingField } from '../../ui/form.fields.js';
import { DECISIONS, UNITS } from '../picks/find.js';

export const EMPTY_DECISION = {
  decisionId: undefined as Picked | undefined,
  'decision.number': '',
  'decision.issuedOn': undefined as string | undefined,
  'decision.issuerId': undefined as Picked | undefined,
  'decision.signer': '',
  'decision.abstract': '',
};
type DecisionValues = typeof EMPTY_DECISION;

/** A decision of the registry, or a new one. */
export const decisionOf = (
  values: DecisionValues,
): { readonly decisionId: string | null; readonly decision: Schema.GrantingDecisionInput | null } => ({
  decisionId: values.decisionId?.id ?? null,
  decision: values.decisionId
    ? null
    : {
        number: values['decision.number'],
        issuedOn: values['decision.issuedOn'] ?? '',
        issuerId: values['decision.issuerId']?.id ?? '',
        signer: values['decision.signer'] || null,
        abstract: values['decision.abstract'] || null,
      },
});

export function DecisionFields<Values extends DecisionValues>({ form: given }: { form: FormState<Values> }): ReactNode {
  const { commendations } = useCommendationTexts();
  const form = given as unknown as FormState<DecisionValues>;
  return (
    <>
      <ThingField form={form} name="decisionId" label={commendations.knownDecision} find={DECISIONS} />
      {!form.values.decisionId && (
        <fieldset className="choices">
          <legend>{commendations.newDecision}</legend>
          <div className="form-two">
            <TextField form={form} name="decision.number" label={commendations.number} required />
            <DateField form={form} name="decision.issuedOn" label={commendations.issuedOn} required />
            <ThingField form={form} name="decision.issuerId" label={commendations.issuer} find={UNITS} required />
            <TextField form={form} name="decision.signer" label={commendations.signer} />
          </div>
          <TextField form={form} name="decision.abstract" label={commendations.abstract} lines={2} />
        </fieldset>
      )}
    </>
  );
}
