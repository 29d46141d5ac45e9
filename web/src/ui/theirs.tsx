import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import type { FormState } from './form.js';
import { Note } from './states.js';

type Unsettled<Values extends object> = Pick<FormState<Values>, 'theirs' | 'unsettled' | 'settle'>;

/** At a field that others have changed to something else meanwhile: what they have, and a choice. @returns nothing where there is nothing to choose */
export function useTheirs(): <Values extends object>(
  form: FormState<Values>,
  name: keyof Values & string,
  shown: (value: never) => string | undefined,
) => ReactNode {
  const { states } = useFirstTexts();
  return (form, name, shown) => {
    const said = form.at(name);
    if (said !== undefined || !form.unsettled.includes(name)) return said;
    return (
      <>
        {states.theirs(shown(form.theirs[name] as never) || '–')}{' '}
        <button type="button" className="link" onClick={() => form.settle([name], 'mine')}>
          {states.keepMine}
        </button>{' '}
        <button type="button" className="link" onClick={() => form.settle([name], 'theirs')}>
          {states.takeTheirs}
        </button>
      </>
    );
  };
}

/** Above the buttons of a form: nothing is saved before it is chosen what stays. */
export function UnsettledNote<Values extends object>({ form: { unsettled, settle } }: { form: Unsettled<Values> }): ReactNode {
  const { states } = useFirstTexts();
  if (unsettled.length === 0) return null;
  return (
    <Note kind="warn" title={states.stale}>
      <p>{states.staleText(unsettled.length)}</p>
      <div className="buttons">
        <Button size="xs" variant="default" onClick={() => settle(unsettled, 'mine')}>
          {states.keepAllMine}
        </Button>
        <Button size="xs" variant="default" onClick={() => settle(unsettled, 'theirs')}>
          {states.takeAllTheirs}
        </Button>
      </div>
    </Note>
  );
}
