import type { ReactNode } from 'react';
import { CorrectCouncil, CreateCouncil, type Schema } from '#documents/council-commands';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import type { ShownCouncil } from './council.parts.js';

interface Props {
  readonly council?: ShownCouncil;
  onClose(): void;
  onDone?(id: string): void;
}

/** Enters a council of a unit, or corrects what was entered of one; its unit stays. */
export function CouncilWindow({ council, onClose, onDone }: Props): ReactNode {
  const { texts, terms } = useWords();
  const { common, movements } = texts;
  const { councils } = useAppraisalTexts();
  const form = useForm({
    unitId: (council ? { id: council.unit.id, label: council.unit.fullName } : undefined) as Picked | undefined,
    name: council?.name ?? '',
    kind: (council?.kind ?? 'EMULATION') as string,
    'act.number': council?.act.number ?? '',
    'act.date': (council?.act.date ?? undefined) as string | undefined,
    'act.issuer': council?.act.issuer ?? '',
    validFrom: council?.validFrom as string | undefined,
    validTo: (council?.validTo ?? undefined) as string | undefined,
    note: council?.note ?? '',
    reason: '',
  });
  const [create, correct] = [useCommand(CreateCouncil, { keyed: true }), useCommand(CorrectCouncil)];
  const { values } = form;
  const content = {
    name: values.name,
    kind: values.kind as Schema.CouncilKind,
    act: { number: values['act.number'] || null, date: values['act.date'] ?? null, issuer: values['act.issuer'] || null },
    validFrom: values.validFrom ?? '',
    validTo: values.validTo ?? null,
    note: values.note || null,
  };
  return (
    <CommandWindow
      title={council ? councils.correct : councils.create}
      form={form}
      needed={['name', 'validFrom', ...(council ? (['reason'] as const) : (['unitId'] as const))]}
      running={create.running || correct.running}
      run={() =>
        council
          ? correct.run({ ...content, id: council.id, expectedVersion: council.version, reason: values.reason })
          : create.run({ ...content, unitId: values.unitId?.id ?? '' })
      }
      onClose={onClose}
      onDone={payload => onDone?.(payload.council?.id ?? '')}
    >
      <TextField form={form} name="name" label={councils.name} required />
      {!council && <ThingField form={form} name="unitId" label={councils.unit} find={UNITS} required />}
      <ChoiceField form={form} name="kind" label={councils.kind} choices={pairs(terms.CouncilKind)} />
      <div className="form-two">
        <DateField form={form} name="validFrom" label={councils.validFrom} required />
        <DateField form={form} name="validTo" label={councils.validTo} hint={common.toHint} />
        <TextField form={form} name="act.number" label={movements.actNumber} />
        <DateField form={form} name="act.date" label={movements.actDate} />
        <TextField form={form} name="act.issuer" label={movements.actIssuer} />
      </div>
      <TextField form={form} name="note" label={councils.note} lines={2} />
      {council && <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />}
    </CommandWindow>
  );
}
