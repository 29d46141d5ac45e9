import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AttachProposalFile, DetachProposalFile } from '#documents/dossier';
import type { Schema } from '#documents/proposals';
import { useCommand } from '../../api/command.js';
import { FileDrop } from '../../parts/files/file.drop.js';
import { FileLine } from '../../parts/files/file.line.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { Part } from '../../ui/page.js';
import { Note } from '../../ui/states.js';
import { seenOf, type ShownProposal } from './proposal.shown.js';

/** The papers of a proposal, and which usual ones it does not have. */
export function DossierPart({ of, canChange }: { of: ShownProposal; canChange: boolean }): ReactNode {
  const { texts, terms } = useWords();
  const { proposals } = useProposalTexts();
  const [part, setPart] = useState<Schema.DossierPart>(of.missingParts[0] ?? 'OTHER');
  const [gone, setGone] = useState<string>();
  const [attach, detach] = [useCommand(AttachProposalFile), useCommand(DetachProposalFile)];
  return (
    <Part title={proposals.dossier}>
      {of.missingParts.length > 0 && of.state !== 'DECIDED' && (
        <Note title={proposals.dossierMissing}>{of.missingParts.map(missing => terms.DossierPart[missing]).join(', ')}</Note>
      )}
      {of.dossier.length === 0 && <p className="quiet">{proposals.noFiles}</p>}
      <ul className="plain-list">
        {of.dossier.map(({ part: kind, file }) => (
          <FileLine key={file.id} file={file} kind={terms.DossierPart[kind]} onDetach={canChange ? () => setGone(file.id) : undefined} />
        ))}
      </ul>
      {canChange && (
        <FileDrop
          purpose="PROPOSAL_DOSSIER"
          recordId={of.id}
          version={of.version}
          attach={(fileId, _name, expectedVersion) => attach.run({ id: of.id, expectedVersion, fileId, part })}
        >
          <NativeSelect
            label={proposals.part}
            value={part}
            onChange={event => setPart(event.currentTarget.value as Schema.DossierPart)}
            data={pairs(terms.DossierPart).map(([value, label]) => ({ value, label }))}
          />
        </FileDrop>
      )}
      {gone && (
        <ReasonWindow
          title={texts.files.detach}
          onClose={() => setGone(undefined)}
          running={detach.running}
          run={reason => detach.run({ ...seenOf(of), fileId: gone, reason })}
        />
      )}
    </Part>
  );
}
