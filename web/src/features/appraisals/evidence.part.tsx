import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AttachEvidence, DetachEvidence } from '#documents/sheet';
import { useCommand } from '../../api/command.js';
import { FileDrop } from '../../parts/files/file.drop.js';
import { FileLine } from '../../parts/files/file.line.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { Part } from '../../ui/page.js';
import type { ShownEntry } from './entry.shown.js';
import { scoredOf } from './sheet.values.js';

/** Files by which the unit shows what it gives itself, each for one criterion. */
export function EvidencePart({ entry }: { entry: ShownEntry }): ReactNode {
  const { files } = useTexts();
  const { sheet } = useAppraisalTexts();
  const scored = scoredOf(entry.round.version);
  const [code, setCode] = useState(scored[0]?.code ?? '');
  const [gone, setGone] = useState<string>();
  const [attach, detach] = [useCommand(AttachEvidence), useCommand(DetachEvidence)];
  return (
    <Part title={sheet.evidenceFiles}>
      {entry.evidence.length === 0 && <p className="quiet">{sheet.noEvidence}</p>}
      <ul className="plain-list">
        {entry.evidence.map(({ code: of, file }) => (
          <FileLine key={`${of} ${file.id}`} file={file} kind={of} onDetach={() => setGone(file.id)} />
        ))}
      </ul>
      <FileDrop
        purpose="APPRAISAL_EVIDENCE"
        recordId={entry.id}
        version={entry.version}
        attach={(fileId, _name, expectedVersion) => attach.run({ id: entry.id, expectedVersion, fileId, code })}
      >
        <NativeSelect
          label={sheet.evidenceFor}
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
          data={scored.map(({ code: value, text }) => ({ value, label: `${value} ${text}` }))}
        />
      </FileDrop>
      {gone && (
        <ReasonWindow
          title={files.detach}
          running={detach.running}
          onClose={() => setGone(undefined)}
          run={reason => detach.run({ id: entry.id, expectedVersion: entry.version, fileId: gone, reason })}
        />
      )}
    </Part>
  );
}
