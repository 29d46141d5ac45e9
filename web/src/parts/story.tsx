import { Suspense, type ReactNode } from 'react';
import type { Change } from '#documents/story';
import { dayText, momentText } from '../api/format.js';
import { useWords, wordIn } from '../texts/texts.context.js';
import { useTrailTexts } from '../texts/trail.texts.js';
import { Empty, Loading } from '../ui/states.js';
import { RestoreDoing, type Restoring } from './restore.doing.js';

/** What a program reads: the id of a row or of the API, a hash. No word that a person writes is as long. */
const OF_A_PROGRAM = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{48,})$/;
const LONGEST = 160;

/** An object or a list with nothing in it says as much as no value. */
const isEmpty = (value: string | null): boolean => value === null || value === '' || value === '{}' || value === '[]';

/** A value of the trail for people: words of the schema, days as written here; what only a program reads is left out. */
export function useValueText(): (value: string | null, field: string) => string {
  const { texts, terms } = useWords();
  const { fields } = useTrailTexts();
  // A state and a step can have the same name: what the trail keeps are states.
  const named = Object.entries(terms).toSorted(([a], [b]) => Number(a.endsWith('State')) - Number(b.endsWith('State')));
  const words = Object.assign({}, ...named.map(([, values]) => values)) as Readonly<Record<string, string>>;
  // Other enums have a value of the same name, and say something else by it.
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = { qualifier: terms.FigureQualifier };
  const text = (value: string | null, field: string): string => {
    if (value === null || isEmpty(value)) return texts.story.empty;
    if (/^[[{]/.test(value))
      return (
        partsOf(value)
          ?.map(([name, part]) => (name ? `${wordIn(fields, name)}: ${text(part, name)}` : text(part, field)))
          .join('; ') ?? texts.story.changed
      );
    if (OF_A_PROGRAM.test(value)) return texts.story.changed;
    if (value === 'true' || value === 'false') return value === 'true' ? texts.common.yes : texts.common.no;
    const shown = own[field]?.[value] ?? words[value] ?? (dayText(value) || value);
    return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
  };
  return text;
}

/** The values of a plain list or object, each with its name; `undefined` where there is more below them, or no JSON. */
function partsOf(json: string): readonly (readonly [name: string, value: string])[] | undefined {
  try {
    const value = JSON.parse(json) as object;
    const parts = Object.entries(value).filter(([, part]) => part !== null);
    if (parts.some(([, part]) => typeof part === 'object')) return undefined;
    return parts.map(([name, part]) => [Array.isArray(value) ? '' : name, String(part)] as const);
  } catch {
    return undefined;
  }
}

interface Props {
  readonly of: readonly Change[];
  /** By which what it said after an earlier change is put back; absent: it cannot. */
  readonly restore?: Restoring | undefined;
}

/** Who did what, when and why, the latest first. */
export function Story({ of, restore }: Props): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <Lines of={of} restore={restore} />
    </Suspense>
  );
}

function Lines({ of, restore }: Props): ReactNode {
  const { texts } = useWords();
  const trail = useTrailTexts();
  const value = useValueText();
  if (of.length === 0) return <Empty title={texts.story.none} />;
  return (
    <ol className="story">
      {of.map(({ id, at, actor, onBehalfOf, action, reason, changes }, index) => (
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
              {changes
                .filter(({ before, after }) => !isEmpty(before) || !isEmpty(after))
                .map(({ field, before, after }) => (
                  <li key={field}>
                    <span className="quiet">{wordIn(trail.fields, field)}:</span> {before !== null && <del>{value(before, field)}</del>}{' '}
                    {after !== null && (
                      <ins>{before === null && OF_A_PROGRAM.test(after) ? texts.story.recorded : value(after, field)}</ins>
                    )}
                  </li>
                ))}
            </ul>
          )}
          {restore && index > 0 && changes.length > 0 && <RestoreDoing of={restore} changeId={id} at={momentText(at)} />}
        </li>
      ))}
    </ol>
  );
}
