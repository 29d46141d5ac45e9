import { CorrectAttestation, RecordModelRunning, RecordModelState, RetractModelFact, UndoModelRename } from '#documents/known';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/command.js';
import { useMay } from '../../api/me.context.js';
import { RowDoings, type Doing } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { StepWindow } from '../../parts/steps/step.window.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { ShownModel } from './model.shown.js';

/** What papers say of a model later: its state, how it ran, when it was attested; and a name that was a mistake. */
export function useKnown(model: ShownModel): readonly Doing[] {
  const { texts, terms } = useWords();
  const may = useMay();
  const { models, common, steps } = texts;
  const given = { id: model.id, expectedVersion: model.version };
  const source = { label: common.source, hint: common.sourceHint, required: true };
  const isThere = !model.trashed;
  return [
    {
      title: models.recordState,
      fits: isThere && model.state === null && may('model.record'),
      window: close => (
        <FieldsWindow
          title={models.recordState}
          command={RecordModelState}
          given={given}
          fields={{
            state: { label: models.knownState, choices: pairs(terms.ModelState), required: true },
            on: { label: models.knownOn, as: 'partial', required: true },
            source,
          }}
          onClose={close}
        />
      ),
    },
    {
      title: models.recordRunning,
      fits: isThere && model.running === null && may('model.record'),
      window: close => (
        <FieldsWindow
          title={models.recordRunning}
          command={RecordModelRunning}
          given={given}
          fields={{
            running: { label: models.knownRunning, choices: pairs(terms.RunningState), required: true },
            on: { label: models.knownOn, as: 'day', required: true },
            source,
          }}
          onClose={close}
        />
      ),
    },
    {
      title: steps.names.recordSubmission,
      fits: isThere && (model.state === 'DRAFT' || model.state === 'RETURNED') && may('model.recordSubmission'),
      window: close => <StepWindow step="recordSubmission" models={[model]} onClose={close} />,
    },
    {
      title: models.correctAttested,
      fits: isThere && may('model.record'),
      window: close => (
        <FieldsWindow
          title={models.correctAttested}
          command={CorrectAttestation}
          given={given}
          fields={{
            attestedOn: { label: models.knownOn, as: 'partial', value: model.attestedOn, required: true },
            source: { ...source, value: model.source },
          }}
          asksReason
          onClose={close}
        />
      ),
    },
    {
      title: models.undoRename,
      fits: isThere && may('model.edit'),
      window: close => <RemoveWindow title={models.undoRename} command={UndoModelRename} of={model} onClose={close} />,
    },
  ];
}

/** Takes away what was recorded of a model by mistake. */
export function FactDoings({ model, fact }: { model: ShownModel; fact: ShownModel['facts'][number] }): ReactNode {
  const { texts, terms } = useWords();
  const may = useMay();
  const { run, running } = useCommand(RetractModelFact);
  const { retractFact } = texts.models;
  return (
    <RowDoings
      name={terms.ModelFactKind[fact.kind]}
      of={[
        {
          title: retractFact,
          fits: may('model.recordFact'),
          window: close => (
            <ReasonWindow
              title={retractFact}
              running={running}
              onClose={close}
              run={reason =>
                run({
                  id: model.id,
                  expectedVersion: model.version,
                  kind: fact.kind,
                  on: fact.on,
                  level: fact.level,
                  decisionId: fact.decision?.id ?? null,
                  reason,
                })
              }
            />
          ),
        },
      ]}
    />
  );
}
