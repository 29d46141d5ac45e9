import type { ReactNode } from 'react';
import { PlaceHold, type Schema } from '#documents/holds';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { COUNCILS, PEOPLE, UNITS } from '../../parts/picks/find.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';

/** Says that somebody cannot be granted now. Nothing of it is kept on this machine: it is confidential. */
export function PlaceWindow({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }): ReactNode {
  const terms = useTerms();
  const { holds } = useProposalTexts();
  const { run, running } = useCommand(PlaceHold, { keyed: true });
  const form = useForm({
    personId: undefined as Picked | undefined,
    unitId: undefined as Picked | undefined,
    name: '',
    bodyId: undefined as Picked | undefined,
    councilId: undefined as Picked | undefined,
    ground: '',
    reason: '',
    source: '',
    reviewOn: undefined as string | undefined,
  });
  const { values } = form;
  const input = (): Schema.PlaceHoldInput => ({
    personId: values.personId?.id ?? null,
    unitId: values.unitId?.id ?? null,
    name: values.name || null,
    bodyId: values.bodyId?.id ?? '',
    councilId: values.councilId?.id ?? null,
    ground: values.ground as Schema.HoldGround,
    reason: values.reason,
    source: values.source,
    reviewOn: values.reviewOn ?? '',
  });
  return (
    <CommandWindow
      title={holds.place}
      form={form}
      needed={['bodyId', 'ground', 'reason', 'source', 'reviewOn']}
      running={running}
      done={holds.placed}
      run={() => run(input())}
      onClose={onClose}
      onDone={({ hold }) => onDone(hold?.id ?? '')}
    >
      <ThingField form={form} name="personId" label={holds.person} find={PEOPLE} />
      <div className="form-two">
        <ThingField form={form} name="unitId" label={holds.unit} hint={holds.unitHint} find={UNITS} />
        <TextField form={form} name="name" label={holds.name} />
        <ThingField form={form} name="bodyId" label={holds.body} find={UNITS} required />
        <ThingField form={form} name="councilId" label={holds.council} find={COUNCILS} />
        <ChoiceField form={form} name="ground" label={holds.ground} choices={pairs(terms.HoldGround)} none="" required />
        <DateField form={form} name="reviewOn" label={holds.reviewOn} required />
      </div>
      <TextField form={form} name="reason" label={holds.reason} lines={3} required />
      <TextField form={form} name="source" label={holds.source} required />
    </CommandWindow>
  );
}
