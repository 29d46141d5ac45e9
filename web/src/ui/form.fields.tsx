import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useContext, useEffect, type FormEvent, type ReactNode } from 'react';
import { dayText, partialText } from '../api/format.js';
import type { Problem } from '../api/problem.js';
import { useFirstTexts } from '../texts/texts.context.js';
import { DayField, hasWrongDay } from './day.field.js';
import type { FormState } from './form.js';
import type { Finder, Picked } from './finder.js';
import { PickField } from './pick.field.js';
import { PicksField } from './picks.field.js';
import { Note, useProblemText } from './states.js';
import { UnsettledNote, useTheirs } from './theirs.js';
import { UnsavedContext } from './unsaved.context.js';

type Named<Values, Type> = { [K in keyof Values]: Values[K] extends Type ? K : never }[keyof Values] & string;

interface Props<Values extends object, Type> {
  readonly form: FormState<Values>;
  readonly name: Named<Values, Type>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

export function TextField<Values extends object>({
  form,
  name,
  label,
  hint,
  required = false,
  lines,
  type,
}: Props<Values, string> & { lines?: number; type?: 'email' | 'number' }): ReactNode {
  const problem = useTheirs();
  const shared = {
    label,
    description: hint,
    required,
    withAsterisk: required,
    error: problem(form, name, (text: string) => text),
    value: form.values[name] as string,
    onChange: (event: { currentTarget: { value: string } }) => form.set(name, event.currentTarget.value as Values[typeof name]),
  };
  return lines ? (
    <Textarea {...shared} autosize={false} rows={lines} resize="vertical" />
  ) : (
    <TextInput {...shared} type={type ?? 'text'} autoComplete="off" />
  );
}

export function ChoiceField<Values extends object>({
  form,
  name,
  label,
  hint,
  required = false,
  choices,
  none,
}: Props<Values, string> & { choices: readonly (readonly [string, string])[]; none?: string }): ReactNode {
  const problem = useTheirs();
  return (
    <NativeSelect
      label={label}
      description={hint}
      required={required}
      withAsterisk={required}
      error={problem(form, name, (chosen: string) => choices.find(([value]) => value === chosen)?.[1])}
      value={form.values[name] as string}
      onChange={event => form.set(name, event.currentTarget.value as Values[typeof name])}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

export function DateField<Values extends object>({
  form,
  name,
  label,
  hint,
  required = false,
  partial = false,
}: Props<Values, string | undefined> & { partial?: boolean }): ReactNode {
  const problem = useTheirs();
  return (
    <DayField
      label={label}
      hint={hint ?? ''}
      required={required}
      partial={partial}
      error={problem(form, name, partial ? partialText : dayText)}
      value={form.values[name] as string | undefined}
      onChange={day => form.set(name, day as Values[typeof name])}
    />
  );
}

export function ThingField<Values extends object>({
  form,
  name,
  label,
  hint,
  required = false,
  find,
}: Props<Values, Picked | undefined> & { readonly find: Finder }): ReactNode {
  const problem = useTheirs();
  return (
    <PickField
      label={label}
      hint={hint}
      required={required}
      error={problem(form, name, (picked: Picked | undefined) => picked?.label)}
      value={form.values[name] as Picked | undefined}
      onChange={picked => form.set(name, picked as Values[typeof name])}
      find={find}
    />
  );
}

export function ThingsField<Values extends object>({
  form,
  name,
  label,
  hint,
  required = false,
  find,
}: Props<Values, readonly Picked[]> & { readonly find: Finder }): ReactNode {
  const problem = useTheirs();
  return (
    <PicksField
      label={label}
      hint={hint}
      required={required}
      error={problem(form, name, (picked: readonly Picked[]) => picked.map(one => one.label).join(', '))}
      value={form.values[name] as readonly Picked[]}
      onChange={picked => form.set(name, picked as Values[typeof name])}
      find={find}
    />
  );
}

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  readonly running: boolean;
  readonly submit: string;
  onSubmit(): void;
  onCancel?(): void;
  readonly children: ReactNode;
}

/** A form: what it says of the whole above, its buttons below. A browser's own complaints do not come in between: the server's are better. */
export function FormFrame<Values extends object>({ form, running, submit, onSubmit, onCancel, children }: FormProps<Values>): ReactNode {
  const { common } = useFirstTexts();
  const note = useContext(UnsavedContext);
  useEffect(() => {
    note?.(form.isChanged);
    return () => note?.(false);
  }, [note, form.isChanged]);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (form.unsettled.length === 0 && !hasWrongDay(event.currentTarget)) onSubmit();
      }}
    >
      {children}
      <Problems of={form.rest} />
      <UnsettledNote form={form} />
      <div className="buttons">
        <Button type="submit" loading={running}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {common.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

export function Problems({ of }: { of: readonly Problem[] }): ReactNode {
  const text = useProblemText();
  if (of.length === 0) return null;
  return (
    <Note kind="bad">
      {of.length === 1 ? (
        text(of[0]!)
      ) : (
        <ul>
          {of.map(problem => (
            <li key={`${problem.code} ${problem.field.join('.')}`}>{text(problem)}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
