import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '#documents/movements';
import type { Outcome } from '../../api/command.js';
import { todayInVietnam } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField } from '../../ui/form.fields.js';

const itemName = (item: Schema.FormItem): Lowercase<Schema.FormItem> => item.toLowerCase() as Lowercase<Schema.FormItem>;

/** The items of the form, by their names on it. */
export function useItemNames(): (items: readonly Schema.FormItem[]) => string {
  const { modelForm, movements } = useWords().texts;
  return items => (items.length === 0 ? movements.noItems : items.map(item => modelForm.form[itemName(item)]).join('; '));
}

interface Props {
  readonly of: { readonly id: string; readonly version: number; readonly requiredItems: { readonly items: readonly Schema.FormItem[] } };
  readonly running: boolean;
  run(input: Schema.SetRequiredFormItemsInput): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Which items a form has to contain when it is submitted, from a day on. */
export function ItemsWindow({ of, running, run, onClose }: Props): ReactNode {
  const { texts, terms } = useWords();
  const { movements, modelForm } = texts;
  const form = useForm({ items: of.requiredItems.items, from: todayInVietnam() as string | undefined, basis: '' });
  const { items, from, basis } = form.values;
  const toggle = (item: Schema.FormItem): void =>
    form.set('items', items.includes(item) ? items.filter(one => one !== item) : [...items, item]);
  return (
    <CommandWindow
      title={movements.setItems}
      form={form}
      needed={['from', 'basis']}
      running={running}
      run={() => run({ id: of.id, expectedVersion: of.version, items: [...items], from: from ?? '', basis })}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend>{movements.items}</legend>
        <p className="quiet">{movements.itemsHint}</p>
        {(Object.keys(terms.FormItem) as Schema.FormItem[]).map(item => (
          <Checkbox
            key={item}
            size="sm"
            label={modelForm.form[itemName(item)]}
            checked={items.includes(item)}
            onChange={() => toggle(item)}
          />
        ))}
      </fieldset>
      <DateField form={form} name="from" label={movements.itemsFrom} required />
      <TextField form={form} name="basis" label={texts.rounds.basis} hint={texts.common.sourceHint} required lines={2} />
    </CommandWindow>
  );
}
