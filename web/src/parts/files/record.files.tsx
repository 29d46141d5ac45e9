import { useState, type ReactNode } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Schema, ShownFile } from '#documents/upload';
import { useCommand } from '../../api/command.js';
import { useTexts } from '../../texts/texts.context.js';
import { ReasonWindow } from '../reason.window.js';
import { FileDrop } from './file.drop.js';
import { FileLine } from './file.line.js';

interface OfFile {
  readonly id: string;
  readonly expectedVersion: number;
  readonly fileId: string;
}

interface Props {
  readonly of: { readonly id: string; readonly version: number };
  readonly files: readonly ShownFile[];
  /** What these files are. */
  readonly kind: string;
  readonly purpose: Schema.UploadPurpose;
  /** Answers the version that it makes: several files are attached one after another. */
  readonly attach: TypedDocumentNode<object, { input: OfFile }>;
  readonly detach: TypedDocumentNode<object, { input: OfFile & { readonly reason: string } }>;
  readonly canChange: boolean;
}

/** The files of a record that are all of one kind. */
export function RecordFiles({ of, files, kind, purpose, attach, detach, canChange }: Props): ReactNode {
  const words = useTexts().files;
  const [gone, setGone] = useState<string>();
  const [adding, removing] = [useCommand(attach), useCommand(detach)];
  return (
    <>
      <ul className="plain-list">
        {files.map(file => (
          <FileLine key={file.id} file={file} kind={kind} onDetach={canChange ? () => setGone(file.id) : undefined} />
        ))}
      </ul>
      {canChange && (
        <FileDrop
          purpose={purpose}
          recordId={of.id}
          version={of.version}
          attach={(fileId, _name, expectedVersion) => adding.run({ id: of.id, expectedVersion, fileId })}
        />
      )}
      {gone && (
        <ReasonWindow
          title={words.detach}
          onClose={() => setGone(undefined)}
          running={removing.running}
          run={reason => removing.run({ id: of.id, expectedVersion: of.version, fileId: gone, reason })}
        />
      )}
    </>
  );
}
