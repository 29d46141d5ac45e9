import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useDay } from '../api/day.js';
import { useRead } from '../api/read.js';
import { useFirstTexts } from '../texts/texts.context.js';
import type { Finder, Picked } from './finder.js';

interface Props {
  readonly label: string;
  readonly value: Picked | undefined;
  onChange(picked: Picked | undefined): void;
  readonly find: Finder;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly className?: string;
}

const TYPING_MS = 250;

/** A thing of the registry, found by typing. */
export function PickField({ label, value, onChange, find, hint, error, required = false, className }: Props): ReactNode {
  const { common } = useFirstTexts();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed?.trim() ?? ''), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const variables = find.variables(asked === '' ? null : asked, useDay());
  const { data, waiting, renewing } = useRead(find.query, variables, { pause: !combobox.dropdownOpened });
  // What was found for other words is not offered: keys would choose it unseen.
  const finding = waiting || renewing || (typed?.trim() ?? '') !== asked;
  const items = data === undefined || finding ? [] : find.items(data, asked);
  const pick = (id: string): void => {
    onChange(items.find(item => item.id === id));
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const clear = value && (
    <CloseButton
      size="sm"
      aria-label={`${common.clear}: ${label}`}
      onClick={() => {
        onChange(undefined);
        setTyped(undefined);
      }}
    />
  );
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <TextInput
          className={className}
          label={label}
          description={hint}
          error={error}
          required={required}
          withAsterisk={required}
          autoComplete="off"
          placeholder={common.typeToFind}
          value={typed ?? value?.label ?? ''}
          rightSection={finding && combobox.dropdownOpened ? <Loader size="xs" /> : clear}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(undefined);
          }}
          onChange={event => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
            // What was deleted is no longer chosen.
            if (event.currentTarget.value === '') onChange(undefined);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {items.map(({ id, label: name, hint: under }) => (
            <Combobox.Option key={id} value={id} active={id === value?.id}>
              <span className="pick-name">{name}</span>
              {under && <span className="pick-hint">{under}</span>}
            </Combobox.Option>
          ))}
          {items.length === 0 && <Combobox.Empty>{finding ? common.finding : common.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
