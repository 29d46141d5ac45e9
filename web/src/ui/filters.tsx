import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import type { ListState } from './list-state.js';

const TYPING_MS = 350;

interface Props {
  readonly state: ListState;
  readonly name: string;
  readonly label: string;
}

/** Text to filter by: asked for once the typing pauses. */
export function TextFilter({ state, name, label }: Props): ReactNode {
  const given = state.filter(name) ?? '';
  const [typed, setTyped] = useState(given);
  const [seen, setSeen] = useState(given);
  if (seen !== given) {
    setSeen(given);
    setTyped(given);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => state.setFilter(name, text || undefined), TYPING_MS);
  };
  return <TextInput className="filter" type="search" label={label} value={typed} onChange={event => type(event.currentTarget.value)} />;
}

export function ChoiceFilter({
  state,
  name,
  label,
  choices,
}: Props & { choices: readonly (readonly [value: string, label: string])[] }): ReactNode {
  const { common } = useFirstTexts();
  return (
    <NativeSelect
      className="filter"
      label={label}
      value={state.filter(name) ?? ''}
      onChange={event => state.setFilter(name, event.currentTarget.value || undefined)}
    >
      <option value="">{common.all}</option>
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

/** The order of a list that has no head to click. */
export function OrderChoice({
  state,
  choices,
}: {
  state: ListState;
  choices: readonly (readonly [value: string, label: string])[];
}): ReactNode {
  const { lists } = useFirstTexts();
  return (
    <NativeSelect
      className="filter"
      label={lists.order}
      value={state.order ?? choices[0]![0]}
      onChange={event => state.setOrder(event.currentTarget.value)}
    >
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

/** The value of a filter in the address that is one of the choices: an address may have been typed. */
export const oneOf = <Value extends string>(given: string | undefined, choices: readonly Value[]): Value | undefined =>
  choices.find(choice => choice === given);

export const pairs = <Value extends string>(terms: Readonly<Record<Value, string>>): readonly (readonly [Value, string])[] =>
  Object.entries(terms) as [Value, string][];
