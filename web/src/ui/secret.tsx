import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import { Note } from './states.js';

/** Something that is shown once. */
export function Secret({ label, hint, text }: { label: string; hint: string; text: string }): ReactNode {
  const { common } = useFirstTexts();
  const [copied, setCopied] = useState(false);
  return (
    <div className="form">
      <Note kind="warn">{hint}</Note>
      <code className="secret" aria-label={label}>
        {text}
      </code>
      <div className="buttons">
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? common.copied : common.copy}
        </Button>
      </div>
    </div>
  );
}
