import type { ReactNode } from 'react';
import { UNITS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { FormState } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField, ThingsField } from '../../ui/form.fields.js';
import { isCorrection, type EventValues, type What } from './event.values.js';

/** What each change asks for. */
const ASKS: Readonly<Record<What, readonly (keyof EventValues)[]>> = {
  merge: ['unitIds', 'intoId'],
  split: ['unitId', 'intoIds', 'goesOn'],
  succeed: ['unitId', 'successors'],
  rename: ['unitId', 'name'],
  establish: ['line', 'kind', 'name', 'code', 'parentId'],
  dissolve: ['unitId'],
  move: ['unitId', 'parentId'],
  changeKind: ['unitId', 'kind'],
  recode: ['unitId', 'code'],
  correct: ['unitId', 'on', 'name', 'code'],
  correctSuccession: ['unitId', 'on', 'successors'],
};

export function EventFields({ form }: { form: FormState<EventValues> }): ReactNode {
  const { texts, terms } = useWords();
  const { unitEvents, common } = texts;
  const { what, successors } = form.values;
  const asks = new Set(ASKS[what as What]);
  const isNew = what === 'establish';
  return (
    <>
      <div className="form-two">
        <ChoiceField form={form} name="what" label={unitEvents.what} choices={pairs(unitEvents.whats)} />
        {asks.has('unitId') && <ThingField form={form} name="unitId" label={unitEvents.unit} required find={UNITS} />}
        {asks.has('unitIds') && <ThingsField form={form} name="unitIds" label={unitEvents.units} required find={UNITS} />}
        {asks.has('intoId') && <ThingField form={form} name="intoId" label={unitEvents.into} required find={UNITS} />}
        {asks.has('intoIds') && <ThingsField form={form} name="intoIds" label={unitEvents.takers} required find={UNITS} />}
        {asks.has('goesOn') && (
          <ChoiceField
            form={form}
            name="goesOn"
            label={unitEvents.goesOn}
            choices={[
              ['yes', unitEvents.goesOnYes],
              ['no', unitEvents.goesOnNo],
            ]}
          />
        )}
        {asks.has('successors') && (
          <ThingsField
            form={form}
            name="successors"
            label={unitEvents.successors}
            hint={what === 'succeed' ? unitEvents.successorsHint : unitEvents.rightSuccessorsHint}
            required={what === 'succeed'}
            find={UNITS}
          />
        )}
        {asks.has('successors') && successors.length === 1 && (
          <ChoiceField
            form={form}
            name="whole"
            label={unitEvents.extent}
            choices={[
              ['yes', texts.units.whole],
              ['no', texts.units.part],
            ]}
          />
        )}
        {asks.has('on') && (
          <DateField
            form={form}
            name="on"
            label={what === 'correct' ? unitEvents.wrongOn : unitEvents.succeededOn}
            hint={what === 'correct' ? unitEvents.wrongOnHint : unitEvents.succeededOnHint}
            required
            partial={what === 'correctSuccession'}
          />
        )}
        {asks.has('line') && <ChoiceField form={form} name="line" label={unitEvents.line} choices={pairs(terms.UnitLine)} />}
        {asks.has('kind') && (
          <ChoiceField form={form} name="kind" label={isNew ? unitEvents.kind : unitEvents.newKind} choices={pairs(terms.UnitKind)} />
        )}
        {asks.has('name') && (
          <TextField
            form={form}
            name="name"
            label={isNew ? unitEvents.name : what === 'correct' ? unitEvents.rightName : unitEvents.newName}
            hint={what === 'correct' ? unitEvents.unchangedHint : unitEvents.newNameHint}
            required={what !== 'correct'}
          />
        )}
        {asks.has('code') && (
          <TextField
            form={form}
            name="code"
            label={isNew ? unitEvents.code : what === 'correct' ? unitEvents.rightCode : unitEvents.newCode}
            hint={what === 'correct' ? unitEvents.unchangedHint : undefined}
          />
        )}
        {asks.has('parentId') && (
          <ThingField form={form} name="parentId" label={isNew ? unitEvents.parent : unitEvents.newParent} find={UNITS} />
        )}
      </div>
      <div className="form-two">
        {!isCorrection(what) && <DateField form={form} name="effective" label={unitEvents.effective} required partial />}
        <TextField form={form} name="act.number" label={unitEvents.actNumber} />
        <DateField form={form} name="act.date" label={unitEvents.actDate} />
        <TextField form={form} name="act.issuer" label={unitEvents.actIssuer} />
      </div>
      <TextField
        form={form}
        name="note"
        label={unitEvents.note}
        required={isCorrection(what)}
        hint={isCorrection(what) ? common.reasonHint : undefined}
      />
    </>
  );
}
