import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AttachModelFile, DetachModelFile } from '#documents/attachments';
import type { Schema } from '#documents/model';
import { useCommand } from '../../api/command.js';
import { FileDrop } from '../../parts/files/file.drop.js';
import { FileLine } from '../../parts/files/file.line.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { Part } from '../../ui/page.js';
import type { ShownModel } from './model.shown.js';

/** The files of a model. */
export function ModelFiles({ model, canChange }: { model: ShownModel; canChange: boolean }): ReactNode {
  const { texts, terms } = useWords();
  const { models, files } = texts;
  const [kind, setKind] = useState<Schema.ModelAttachmentKind>('EVIDENCE');
  const [gone, setGone] = useState<string>();
  const [attach, detach] = [useCommand(AttachModelFile), useCommand(DetachModelFile)];
  return (
    <Part title={models.files}>
      {model.attachments.length === 0 && <p className="quiet">{models.noFiles}</p>}
      <ul className="plain-list">
        {model.attachments.map(({ kind: of, note, file }) => (
          <FileLine
            key={file.id}
            file={file}
            kind={terms.ModelAttachmentKind[of]}
            note={note}
            onDetach={canChange ? () => setGone(file.id) : undefined}
          />
        ))}
      </ul>
      {canChange && (
        <FileDrop
          purpose="MODEL_ATTACHMENT"
          recordId={model.id}
          version={model.version}
          attach={(fileId, _name, expectedVersion) => attach.run({ id: model.id, expectedVersion, fileId, kind })}
        >
          <NativeSelect
            label={files.kind}
            value={kind}
            onChange={event => setKind(event.currentTarget.value as Schema.ModelAttachmentKind)}
            data={pairs(terms.ModelAttachmentKind).map(([value, label]) => ({ value, label }))}
          />
        </FileDrop>
      )}
      {gone && (
        <ReasonWindow
          title={files.detach}
          onClose={() => setGone(undefined)}
          running={detach.running}
          run={reason => detach.run({ id: model.id, expectedVersion: model.version, fileId: gone, reason })}
        />
      )}
    </Part>
  );
}
