import type { ReactNode } from 'react';
import { RecordPastCommendation, type Schema } from '#documents/commendations';
import { useCommand } from '../../api/command.js';
import { wholeFrom } from '../../api/format.js';
import { DECISIONS, MODELS, PEOPLE, UNITS } from '../../parts/picks/find.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

const EMPTY = {
  form: '',
  kind: '',
  level: '',
  count: '',
  name: '',
  post: '',
  unitName: '',
  personId: undefined as Picked | undefined,
  unitId: undefined as Picked | undefined,
  modelId: undefined as Picked | undefined,
  decisionId: undefined as Picked | undefined,
  issuerId: undefined as Picked | undefined,
  presentedOn: undefined as string | undefined,
  on: undefined as string | undefined,
  reason: '',
  amount: '',
  source: '',
};

/** Enters what a paper says, and nothing more: what it leaves out stays unknown. */
export function PastWindow({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }): ReactNode {
  const { texts, terms } = useWords();
  const { commendations } = useCommendationTexts();
  const command = useCommand(RecordPastCommendation, { keyed: true });
  const say = useSay();
  const form = useForm(EMPTY, 'past-commendation');
  const send = async (): Promise<void> => {
    if (form.lacks(['source'], texts.common.needed)) return;
    const { values } = form;
    const [count, amount] = [wholeFrom(values.count), wholeFrom(values.amount)];
    const wrong = (
      [
        ['count', count],
        ['amount', amount],
      ] as const
    ).filter(([, number]) => Number.isNaN(number));
    if (wrong.length > 0) return form.refuse(wrong.map(([name]) => ({ code: 'NUMBER', message: commendations.notNumber, field: [name] })));
    const outcome = await command.run({
      form: (values.form || null) as Schema.CommendationForm | null,
      kind: (values.kind || null) as Schema.SubjectKind | null,
      level: (values.level || null) as Schema.RecognitionLevel | null,
      count,
      name: values.name || null,
      post: values.post || null,
      unitName: values.unitName || null,
      personId: values.personId?.id ?? null,
      unitId: values.unitId?.id ?? null,
      modelId: values.modelId?.id ?? null,
      decisionId: values.decisionId?.id ?? null,
      issuerId: values.issuerId?.id ?? null,
      presentedOn: values.presentedOn ?? null,
      on: values.on ?? null,
      reason: values.reason || null,
      amount,
      source: values.source,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say([texts.common.saved, ...outcome.warnings.map(({ message }) => message)].join(' '));
    onClose();
    return onDone(outcome.payload.commendation?.id ?? '');
  };
  const none = texts.common.unknown;
  return (
    <Window title={commendations.recordPast} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={commendations.recordPast} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="source" label={texts.common.source} hint={texts.common.sourceHint} required />
        <div className="form-two">
          <ChoiceField form={form} name="form" label={commendations.columns.form} choices={pairs(terms.CommendationForm)} none={none} />
          <ChoiceField form={form} name="kind" label={commendations.kind} choices={pairs(terms.SubjectKind)} none={none} />
          <ChoiceField form={form} name="level" label={commendations.columns.level} choices={pairs(terms.RecognitionLevel)} none={none} />
          <TextField form={form} name="count" label={commendations.count} />
        </div>
        <TextField form={form} name="name" label={commendations.name} hint={commendations.nameHint} />
        <div className="form-two">
          <TextField form={form} name="post" label={commendations.post} />
          <TextField form={form} name="unitName" label={commendations.unitName} />
          <ThingField form={form} name="personId" label={commendations.person} find={PEOPLE} />
          <ThingField form={form} name="unitId" label={commendations.unit} find={UNITS} />
          <ThingField form={form} name="modelId" label={commendations.model} find={MODELS} />
          <ThingField form={form} name="decisionId" label={commendations.columns.decision} find={DECISIONS} />
          <ThingField form={form} name="issuerId" label={commendations.columns.issuer} find={UNITS} />
          <TextField form={form} name="amount" label={commendations.amount} />
          <DateField form={form} name="presentedOn" label={commendations.presentedOn} />
          <DateField form={form} name="on" label={commendations.on} />
        </div>
        <TextField form={form} name="reason" label={commendations.reason} lines={2} />
      </FormFrame>
    </Window>
  );
}
