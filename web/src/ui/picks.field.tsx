import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import type { Finder, Picked } from './finder.js';
import { PickField } from './pick.field.js';

interface Props {
  readonly label: string;
  readonly value: readonly Picked[];
  onChange(picked: readonly Picked[]): void;
  readonly find: Finder;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
}

/** Things of the registry, found one after the other by typing; each can be taken out again. */
export function PicksField({ label, value, onChange, ...field }: Props): ReactNode {
  const { common } = useFirstTexts();
  return (
    <div className="picks">
      <PickField
        label={label}
        value={undefined}
        onChange={picked => {
          if (picked && !value.some(({ id }) => id === picked.id)) onChange([...value, picked]);
        }}
        {...field}
      />
      {value.length > 0 && (
        <ul className="picked" aria-label={label}>
          {value.map(({ id, label: name }) => (
            <li key={id}>
              <span>{name}</span>
              <CloseButton
                size="sm"
                aria-label={`${common.clear}: ${name}`}
                onClick={() => onChange(value.filter(picked => picked.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
