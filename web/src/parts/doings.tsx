import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDay } from '../api/day.js';
import { useTexts } from '../texts/texts.context.js';
import { Disclosure } from '../ui/disclosure.js';

/** Something that can be done, and the window in which it is done. */
export interface Doing {
  readonly title: string;
  /** Absent: it can. */
  readonly fits?: boolean;
  /** It changes nothing of what is shown. What does is not offered on a page of another day: its window would show, and save, what was said on that day. */
  readonly onAnyDay?: boolean;
  window(close: () => void): ReactNode;
}

interface Props {
  readonly of: readonly Doing[];
  /** Done now and then: in a list that opens. */
  readonly rare?: readonly Doing[];
  /** Whether the first of them is what a person mostly came for. */
  readonly hasFirst?: boolean;
}

const NONE: readonly Doing[] = [];

function useFitting(all: readonly Doing[]): readonly Doing[] {
  const isToday = useDay() === undefined;
  return all.filter(({ fits = true, onAnyDay = false }) => fits && (isToday || onAnyDay));
}

/** What can be done with a thing: a button each, and the window of the one that was chosen. */
export function Doings({ of, rare = NONE, hasFirst = true }: Props): ReactNode {
  const { models } = useTexts();
  const [doing, setDoing] = useState<Doing['title']>();
  const [often, seldom] = [useFitting(of), useFitting(rare)];
  return (
    <>
      {often.map(({ title }, index) => (
        <Button key={title} variant={hasFirst && index === 0 ? 'filled' : 'default'} onClick={() => setDoing(title)}>
          {title}
        </Button>
      ))}
      {seldom.length > 0 && (
        <Disclosure label={models.moreActions}>
          {shut =>
            seldom.map(({ title }) => (
              <button
                key={title}
                type="button"
                className="menu-item"
                onClick={() => {
                  shut();
                  setDoing(title);
                }}
              >
                {title}
              </button>
            ))
          }
        </Disclosure>
      )}
      {[...often, ...seldom].find(({ title }) => title === doing)?.window(() => setDoing(undefined))}
    </>
  );
}

/** What can be done with a row, in the row. */
export function RowDoings({ of, name }: { of: readonly Doing[]; name: string }): ReactNode {
  const [doing, setDoing] = useState<Doing['title']>();
  const all = useFitting(of);
  return (
    <>
      {all.map(({ title }) => (
        <button
          key={title}
          type="button"
          className="link row-doing no-print"
          aria-label={`${title}: ${name}`}
          onClick={() => setDoing(title)}
        >
          {title}
        </button>
      ))}
      {all.find(({ title }) => title === doing)?.window(() => setDoing(undefined))}
    </>
  );
}
