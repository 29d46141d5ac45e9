import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Counted } from '../api/counted.js';
import { useTexts } from '../texts/texts.context.js';
import { To } from '../ui/link.js';
import { Note } from '../ui/states.js';

/** Says that a list shows the rows of a number, and leads to the whole list. */
export function CountedNote({ of }: { of: Counted | undefined }): ReactNode {
  const { counted } = useTexts();
  const { pathname } = useLocation();
  if (!of) return null;
  return (
    <Note title={counted.title}>
      <p>
        {of.name} · <To to={pathname}>{counted.leave}</To>
      </p>
    </Note>
  );
}
