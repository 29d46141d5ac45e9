import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  CorrectReceivingAuthority,
  EndReceivingAuthority,
  SetReceivingAuthority,
  type Schema,
  type ShownAuthority,
} from '#documents/authorities';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';

const picked = (unit: { readonly id: string; readonly fullName: string } | null | undefined): Picked | undefined =>
  unit ? { id: unit.id, label: unit.fullName } : undefined;

/** Says who receives the files of a unit and those below it, and who recognises; or corrects what was entered. */
export function AuthorityWindow({ of, onClose }: { of?: ShownAuthority; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const { authorities, common } = texts;
  const form = useForm({
    unitId: picked(of?.unit),
    line: of?.line ?? ('TERRITORY' as string),
    level: of?.level ?? ('COMMUNE' as string),
    receiverId: picked(of?.receiver),
    recogniserId: picked(of?.recogniser),
    requiresAppraisal: of?.requiresAppraisal ?? false,
    validFrom: of?.validFrom ?? (undefined as string | undefined),
    validTo: of?.validTo ?? (undefined as string | undefined),
    basis: of?.basis ?? '',
    reason: '',
  });
  const [set, correct] = [useCommand(SetReceivingAuthority, { keyed: true }), useCommand(CorrectReceivingAuthority)];
  const { values } = form;
  const run = (): ReturnType<typeof set.run | typeof correct.run> => {
    const content = {
      level: values.level as Schema.RecognitionLevel,
      receiverId: values.receiverId?.id ?? '',
      recogniserId: values.recogniserId?.id ?? null,
      requiresAppraisal: values.requiresAppraisal,
      validFrom: values.validFrom ?? null,
      validTo: values.validTo ?? null,
      basis: values.basis,
    };
    return of
      ? correct.run({ ...content, id: of.id, expectedVersion: of.version, reason: values.reason })
      : set.run({ ...content, unitId: values.unitId?.id ?? '', line: values.line as Schema.UnitLine });
  };
  return (
    <CommandWindow
      title={of ? authorities.correct : authorities.set}
      form={form}
      needed={['unitId', 'receiverId', 'basis', ...(of ? (['reason'] as const) : [])]}
      running={set.running || correct.running}
      run={run}
      onClose={onClose}
    >
      {of ? (
        <p className="quiet">{`${of.unit.fullName} · ${terms.UnitLine[of.line]}`}</p>
      ) : (
        <div className="form-two">
          <ThingField form={form} name="unitId" label={authorities.unit} hint={authorities.unitHint} required find={UNITS} />
          <ChoiceField form={form} name="line" label={authorities.line} hint={authorities.lineHint} choices={pairs(terms.UnitLine)} />
        </div>
      )}
      <div className="form-two">
        <ThingField form={form} name="receiverId" label={authorities.receiver} required find={UNITS} />
        <ThingField form={form} name="recogniserId" label={authorities.recogniser} hint={authorities.recogniserHint} find={UNITS} />
        <ChoiceField form={form} name="level" label={authorities.level} choices={pairs(terms.RecognitionLevel)} />
        <Checkbox
          label={authorities.requiresAppraisal}
          checked={values.requiresAppraisal}
          onChange={event => form.set('requiresAppraisal', event.currentTarget.checked)}
        />
        <DateField form={form} name="validFrom" label={common.from} hint={common.fromHint} />
        <DateField form={form} name="validTo" label={common.to} hint={common.toHint} />
      </div>
      <TextField form={form} name="basis" label={authorities.basis} hint={common.sourceHint} required lines={2} />
      {of && <TextField form={form} name="reason" label={common.reason} required lines={2} />}
    </CommandWindow>
  );
}

export function EndAuthorityWindow({ of, onClose }: { of: ShownAuthority; onClose: () => void }): ReactNode {
  const { authorities, common } = useWords().texts;
  const form = useForm({ validTo: undefined as string | undefined, reason: '' });
  const { run, running } = useCommand(EndReceivingAuthority);
  const { validTo, reason } = form.values;
  return (
    <CommandWindow
      title={authorities.end}
      form={form}
      needed={['validTo', 'reason']}
      running={running}
      run={() => run({ id: of.id, expectedVersion: of.version, validTo: validTo ?? '', reason })}
      onClose={onClose}
    >
      <p className="quiet">{`${of.unit.fullName} · ${of.receiver.fullName}`}</p>
      <DateField form={form} name="validTo" label={authorities.lastDay} required />
      <TextField form={form} name="reason" label={common.reason} required lines={2} />
    </CommandWindow>
  );
}
