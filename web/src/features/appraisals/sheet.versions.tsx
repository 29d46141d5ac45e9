import type { ReactNode } from 'react';
import { RestoreAppraisalVersion, SheetVersions } from '#documents/sheet';
import { useCommand } from '../../api/command.js';
import { momentText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { StateOfSheet } from './appraisal.parts.js';

interface Props {
  readonly entryId: string;
  readonly sheetId: string;
  onRestored(): void;
  onClose(): void;
}

/** What was saved of a sheet, the latest first; an earlier version becomes the draft again. */
export function VersionsWindow({ entryId, sheetId, onRestored, onClose }: Props): ReactNode {
  const { common, story } = useTexts();
  const { sheet: words } = useAppraisalTexts();
  const { run, running } = useCommand(RestoreAppraisalVersion);
  const say = useSay();
  const read = useRead(SheetVersions, { id: entryId });
  const restore = async (expectedVersion: number, number: number): Promise<void> => {
    const outcome = await run({ id: sheetId, expectedVersion, number });
    if (!outcome.done) return say(outcome.problems.map(({ message }) => message).join(' '));
    say(common.done);
    onRestored();
    return onClose();
  };
  return (
    <Window title={words.versions} onClose={onClose} size="md">
      <p className="quiet">{words.versionsHint}</p>
      <Reading of={read}>
        {({ evaluation }) => {
          const sheet = evaluation?.sheets.find(({ id }) => id === sheetId);
          return (
            <ol className="story">
              {sheet?.revisions.map(({ number, at, by, state }, index) => (
                <li key={number}>
                  <strong>{by}</strong> <time className="quiet">{momentText(at)}</time> <StateOfSheet state={state} />{' '}
                  {index > 0 && (
                    <button
                      type="button"
                      className="link row-doing"
                      aria-label={`${story.restore}: ${momentText(at)}`}
                      disabled={running}
                      onClick={() => void restore(sheet.version, number)}
                    >
                      {story.restore}
                    </button>
                  )}
                </li>
              ))}
            </ol>
          );
        }}
      </Reading>
    </Window>
  );
}
