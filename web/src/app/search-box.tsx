import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import addresses from '../api/addresses.json';
import { useFirstTexts } from '../texts/texts.context.js';
import { icons } from '../ui/icons.js';
import { useGo } from '../ui/link.js';

export function SearchBox(): ReactNode {
  const { shell } = useFirstTexts();
  const go = useGo();
  const [text, setText] = useState('');
  return (
    <form
      className="top-search"
      role="search"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim()) go(`/${addresses.search}?chu=${encodeURIComponent(text.trim())}`);
      }}
    >
      <TextInput
        type="search"
        aria-label={shell.searchLabel}
        placeholder={shell.search}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        leftSection={icons.search}
      />
    </form>
  );
}
