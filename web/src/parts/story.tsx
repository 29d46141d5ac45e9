import { Suspense, type ReactNode } from 'react';
import type { Change } from '#documents/story';
import { dayText, momentText } from '../api/format.js';
import { useWords, wordIn } from '../texts/texts.context.js';
import { useTrailTexts } from '../texts/trail.texts.js';
import { Empty, Loading } from '../ui/states.js';

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const LONGEST = 160;

/** A value of the trail for people: words of the schema, days as written here; what only a program reads is left out. */
export function useValueText(): (value: string | null) => string {
  const { texts, terms } = useWords();
  const words = Object.assign({}, ...Object.values(terms)) as Readonly<Record<string, string>>;
  return value => {
    if (value === null || value === '') return texts.story.empty;
    if (ID.test(value) || value.startsWith('{')) return texts.story.changed;
    if (value === 'true' || value === 'false') return value === 'true' ? texts.common.yes : texts.common.no;
    const shown = words[value] ?? (dayText(value) || value);
    return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
  };
}

/** Who did what, when and why, the latest first. */
export function Story({ of }: { of: readonly Change[] }): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <Lines of={of} />
    </Suspense>
  );
}

function Lines({ of }: { of: readonly Change[] }): ReactNode {
  const { texts } = useWords();
  const trail = useTrailTexts();
  const value = useValueText();
  if (of.length === 0) return <Empty title={texts.story.none} />;
  return (
    <ol className="story">
      {of.map(({ id, at, actor, onBehalfOf, action, reason, changes }) => (
        <li key={id}>
          <p>
            <strong>{onBehalfOf ? texts.story.byFor(actor, onBehalfOf) : actor}</strong> {wordIn(trail.actions, action)}{' '}
            <time className="quiet">{momentText(at)}</time>
          </p>
          {reason && (
            <p>
              {texts.story.because} {reason}
            </p>
          )}
          {changes.length > 0 && (
            <ul className="story-changes">
              {changes.map(({ field, before, after }) => (
                <li key={field}>
                  <span className="quiet">{wordIn(trail.fields, field)}:</span> {before !== null && <del>{value(before)}</del>}{' '}
                  {after !== null && <ins>{value(after)}</ins>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
