import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { dayFrom, dayText, partialFrom, partialText } from '../api/format.js';
import { useFirstTexts } from '../texts/texts.context.js';

interface Props {
  readonly label: string;
  /** As the API writes it. */
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
  readonly hint?: string;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** A month or a year will do. */
  readonly partial?: boolean;
}

/** A day typed in any usual way; it is written out properly when the field is left. What is no day stays as typed, and says so. */
export function DayField({ label, value, onChange, hint, error, required = false, partial = false }: Props): ReactNode {
  const { common } = useFirstTexts();
  const [read, write] = partial ? [partialFrom, partialText] : [dayFrom, dayText];
  const [typed, setTyped] = useState(write(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // Changed from outside, or by what was just typed.
    if (read(typed) !== value) setTyped(write(value));
  }
  const isWrong = typed.trim() !== '' && read(typed) === undefined;
  const [left, setLeft] = useState(true);
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder={partial ? common.partialHint : common.dateHint}
      value={typed}
      required={required}
      withAsterisk={required}
      inputMode="text"
      autoComplete="off"
      error={(left && isWrong && (partial ? common.partialWrong : common.dateWrong)) || error}
      onFocus={() => setLeft(false)}
      onChange={event => {
        const text = event.currentTarget.value;
        setTyped(text);
        const day = read(text);
        setSeen(day);
        onChange(day);
      }}
      onBlur={() => {
        setLeft(true);
        const day = read(typed);
        if (day) setTyped(write(day));
      }}
    />
  );
}
