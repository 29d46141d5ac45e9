import type { ReactNode } from 'react';
import { CorrectDecision, RecordDecision, type DecisionData, type Schema } from '#documents/decisions';
import { useCommand } from '../../api/command.js';
import { UNITS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

export type ShownDecision = NonNullable<DecisionData['decision']>;

/** Enters a decision from its paper, or corrects what was entered. */
export function DecisionWindow({
  decision,
  onClose,
  onDone,
}: {
  decision?: ShownDecision;
  onClose: () => void;
  onDone?: (id: string) => void;
}): ReactNode {
  const { texts, terms } = useWords();
  const { decisions, common } = texts;
  const say = useSay();
  const form = useForm({
    number: decision?.number ?? '',
    kind: decision?.kind ?? 'DECISION',
    issuedOn: (decision?.issued ?? undefined) as string | undefined,
    issuerId: (decision ? { id: decision.issuer.id, label: decision.issuer.fullName } : undefined) as Picked | undefined,
    signer: decision?.signer ?? '',
    abstract: decision?.abstract ?? '',
    source: decision?.source ?? '',
    reason: '',
  });
  const [record, correct] = [useCommand(RecordDecision, { keyed: true }), useCommand(CorrectDecision)];
  const send = async (): Promise<void> => {
    if (form.lacks(['issuerId', ...(decision ? (['reason'] as const) : [])], common.needed)) return;
    const { number, kind, issuedOn, issuerId, signer, abstract, source, reason } = form.values;
    const content = {
      number: number || null,
      kind: kind as Schema.DecisionKind,
      issuedOn: issuedOn ?? null,
      issuerId: issuerId?.id ?? '',
      signer: signer || null,
      abstract: abstract || null,
      source: source || null,
    };
    const outcome = decision
      ? await correct.run({ ...content, id: decision.id, expectedVersion: decision.version, reason })
      : await record.run(content);
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    onClose();
    return onDone?.(outcome.payload.decision?.id ?? '');
  };
  const title = decision ? decisions.correct : decisions.record;
  return (
    <Window title={title} onClose={onClose}>
      <FormFrame form={form} running={record.running || correct.running} submit={title} onSubmit={() => void send()} onCancel={onClose}>
        <div className="form-two">
          <TextField form={form} name="number" label={decisions.number} />
          <DateField form={form} name="issuedOn" label={decisions.issuedOn} partial />
          <ChoiceField form={form} name="kind" label={decisions.kind} choices={pairs(terms.DecisionKind)} />
          <ThingField form={form} name="issuerId" label={decisions.issuer} required find={UNITS} />
          <TextField form={form} name="signer" label={decisions.signer} />
        </div>
        <TextField form={form} name="abstract" label={decisions.abstract} lines={3} />
        <TextField form={form} name="source" label={common.source} hint={common.sourceHint} />
        {decision && <TextField form={form} name="reason" label={common.reason} required lines={2} />}
      </FormFrame>
    </Window>
  );
}
