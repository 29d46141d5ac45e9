import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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

/** Whether a day of the form is none; then it is said, and gone to. Sent, it would be no day at all. */
export function hasWrongDay(form: HTMLFormElement): boolean {
  const wrong = [...form.querySelectorAll('input')].find(({ validity }) => validity.customError);
  wrong?.checkValidity();
  wrong?.focus();
  return wrong !== undefined;
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
  const input = useRef<HTMLInputElement>(null);
  const wrongText = partial ? common.partialWrong : common.dateWrong;
  useEffect(() => input.current?.setCustomValidity(isWrong ? wrongText : ''), [isWrong, wrongText]);
  return (
    <TextInput
      ref={input}
      label={label}
      description={hint}
      placeholder={partial ? common.partialHint : common.dateHint}
      value={typed}
      required={required}
      withAsterisk={required}
      inputMode="text"
      autoComplete="off"
      error={(left && isWrong && wrongText) || error}
      onInvalid={event => {
        event.preventDefault();
        setLeft(true);
      }}
      onChange={event => {
        const text = event.currentTarget.value;
        setTyped(text);
        setLeft(false);
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
