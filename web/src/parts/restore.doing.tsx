import type { ReactNode } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Schema } from '#documents/movement-records';
import { useCommand } from '../api/command.js';
import { useTexts } from '../texts/texts.context.js';
import { RowDoings } from './doings.js';
import { ReasonWindow } from './reason.window.js';

export interface Restoring {
  readonly command: TypedDocumentNode<object, { input: Schema.RestoreVersionInput }>;
  readonly of: { readonly id: string; readonly version: number };
}

interface Props {
  readonly of: Restoring;
  readonly changeId: string;
  /** When it was changed: which version it is. */
  readonly at: string;
}

/** Puts back what a thing said after an earlier change, as a new change. */
export function RestoreDoing({ of, changeId, at }: Props): ReactNode {
  const { story } = useTexts();
  const { run, running } = useCommand(of.command);
  return (
    <RowDoings
      name={at}
      of={[
        {
          title: story.restore,
          window: close => (
            <ReasonWindow
              title={story.restore}
              running={running}
              run={reason => run({ id: of.of.id, expectedVersion: of.of.version, changeId, reason })}
              onClose={close}
            >
              <p className="quiet">{story.restoreHint(at)}</p>
            </ReasonWindow>
          ),
        },
      ]}
    />
  );
}
