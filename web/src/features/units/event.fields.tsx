import type { ReactNode } from 'react';
import { UNITS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { FormState } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';
import type { EventValues, What } from './event.values.js';

/** What each change asks for. */
const ASKS: Readonly<Record<What, readonly (keyof EventValues)[]>> = {
  merge: ['unitId', 'intoId'],
  rename: ['unitId', 'name'],
  establish: ['line', 'kind', 'name', 'code', 'parentId'],
  dissolve: ['unitId'],
  move: ['unitId', 'parentId'],
  changeKind: ['unitId', 'kind'],
  recode: ['unitId', 'code'],
};

export function EventFields({ form }: { form: FormState<EventValues> }): ReactNode {
  const { texts, terms } = useWords();
  const { unitEvents } = texts;
  const asks = new Set(ASKS[form.values.what as What]);
  const isNew = form.values.what === 'establish';
  return (
    <>
      <div className="form-two">
        <ChoiceField form={form} name="what" label={unitEvents.what} choices={pairs(unitEvents.whats)} />
        {asks.has('unitId') && <ThingField form={form} name="unitId" label={unitEvents.unit} required find={UNITS} />}
        {asks.has('intoId') && <ThingField form={form} name="intoId" label={unitEvents.into} required find={UNITS} />}
        {asks.has('line') && <ChoiceField form={form} name="line" label={unitEvents.line} choices={pairs(terms.UnitLine)} />}
        {asks.has('kind') && (
          <ChoiceField form={form} name="kind" label={isNew ? unitEvents.kind : unitEvents.newKind} choices={pairs(terms.UnitKind)} />
        )}
        {asks.has('name') && (
          <TextField form={form} name="name" label={isNew ? unitEvents.name : unitEvents.newName} hint={unitEvents.newNameHint} required />
        )}
        {asks.has('code') && <TextField form={form} name="code" label={isNew ? unitEvents.code : unitEvents.newCode} />}
        {asks.has('parentId') && (
          <ThingField form={form} name="parentId" label={isNew ? unitEvents.parent : unitEvents.newParent} find={UNITS} />
        )}
      </div>
      <div className="form-two">
        <DateField form={form} name="effective" label={unitEvents.effective} required partial />
        <TextField form={form} name="act.number" label={unitEvents.actNumber} />
        <DateField form={form} name="act.date" label={unitEvents.actDate} />
        <TextField form={form} name="act.issuer" label={unitEvents.actIssuer} />
      </div>
      <TextField form={form} name="note" label={unitEvents.note} />
    </>
  );
}
