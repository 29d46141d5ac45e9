import { useState, type ReactNode } from 'react';
import { MergeModel, RecordModelFact, RenameModel, RestoreModel, TakeBackModelStep, TrashModel, UnmergeModel } from '#documents/life';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useMay } from '../../api/me.context.js';
import { MergeWindow } from '../../parts/merge.window.js';
import { MODELS } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords } from '../../texts/texts.context.js';
import { Disclosure } from '../../ui/disclosure.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { useKnown } from './model.known.js';
import type { ShownModel } from './model.shown.js';
import { PastRegistrationWindow } from './past-registration.window.js';

type Doing = 'trash' | 'restore' | 'takeBack' | 'rename' | 'fact' | 'merge' | 'past';

/** What is done with a model now and then. */
export function ModelLife({ model }: { model: ShownModel }): ReactNode {
  const { models, steps, common } = useWords().texts;
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<Doing>();
  const known = useKnown(model).filter(({ fits }) => fits);
  const [knownTitle, setKnownTitle] = useState<string>();
  const [trash, restore, takeBack] = [useCommand(TrashModel), useCommand(RestoreModel), useCommand(TakeBackModelStep)];
  const [merge, unmerge] = [useCommand(MergeModel), useCommand(UnmergeModel)];
  const close = (): void => setDoing(undefined);
  const seen = { id: model.id, expectedVersion: model.version };
  const undo = async ({ run }: typeof restore | typeof unmerge): Promise<void> => {
    const outcome = await run(seen);
    say(outcome.done ? common.done : outcome.problems.map(({ message }) => message).join(' '));
  };
  const entries = (
    [
      ['rename', 'model.edit', models.rename, !model.trashed],
      ['fact', 'model.recordFact', models.recordFact, !model.trashed],
      ['past', 'model.record', models.recordPastRegistration, !model.trashed],
      ['takeBack', 'model.takeBackStep', steps.takeBack, model.steps.length > 1],
      ['merge', 'model.merge', models.merge, !model.trashed && !model.mergedInto],
      ['trash', 'model.trash', models.throwAway, !model.trashed],
    ] as const
  ).filter(([, action, , fits]) => fits && may(action));
  return (
    <>
      {may('model.edit') && !model.trashed && (
        <To to={`/${addresses.models}/${model.id}/sua`} className="button">
          {models.edit}
        </To>
      )}
      {model.trashed && may('model.trash') && (
        <button type="button" className="button" onClick={() => void undo(restore)}>
          {models.restore}
        </button>
      )}
      {model.mergedInto && may('model.merge') && (
        <button type="button" className="button" onClick={() => void undo(unmerge)}>
          {models.unmerge}
        </button>
      )}
      {entries.length + known.length > 0 && (
        <Disclosure label={models.moreActions}>
          {shut => (
            <>
              {may('model.draft') && (
                <To to={`/${addresses.models}/${model.id}/dang-ky-lai`} className="menu-item">
                  {models.again}
                </To>
              )}
              {entries.map(([name, , label]) => (
                <button
                  key={name}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    shut();
                    setDoing(name);
                  }}
                >
                  {label}
                </button>
              ))}
              {known.map(({ title }) => (
                <button
                  key={title}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    shut();
                    setKnownTitle(title);
                  }}
                >
                  {title}
                </button>
              ))}
            </>
          )}
        </Disclosure>
      )}
      {known.find(({ title }) => title === knownTitle)?.window(() => setKnownTitle(undefined))}
      {doing === 'trash' && (
        <ReasonWindow title={models.throwAway} running={trash.running} onClose={close} run={reason => trash.run({ ...seen, reason })} />
      )}
      {doing === 'takeBack' && (
        <ReasonWindow
          title={steps.takeBack}
          running={takeBack.running}
          onClose={close}
          run={reason => takeBack.run({ ...seen, reason, action: model.latestStep?.action ?? '', lifecycle: 'FILE' })}
        >
          <p className="quiet">{steps.takeBackHint}</p>
        </ReasonWindow>
      )}
      {doing === 'rename' && <Rename model={model} onClose={close} />}
      {doing === 'fact' && <Fact model={model} onClose={close} />}
      {doing === 'past' && <PastRegistrationWindow model={model} onClose={close} />}
      {doing === 'merge' && (
        <MergeWindow
          title={models.merge}
          hint={models.mergeHint}
          label={models.mergeInto}
          find={MODELS}
          running={merge.running}
          run={(intoId, reason) => merge.run({ ...seen, intoId, reason })}
          onClose={close}
        />
      )}
    </>
  );
}

function Rename({ model, onClose }: { model: ShownModel; onClose: () => void }): ReactNode {
  const { models, common } = useWords().texts;
  const form = useForm({ title: model.title, from: undefined as string | undefined, reason: '' });
  const command = useCommand(RenameModel);
  const send = async (): Promise<void> => {
    const { title, from, reason } = form.values;
    if (form.lacks(['from'], common.needed)) return;
    const outcome = await command.run({ id: model.id, expectedVersion: model.version, title, from: from ?? '', reason });
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={models.rename} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={models.rename} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="title" label={models.newTitle} required />
        <DateField form={form} name="from" label={models.renameFrom} required />
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}

function Fact({ model, onClose }: { model: ShownModel; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const form = useForm({ kind: 'OUTSTANDING', on: undefined as string | undefined, level: '', source: '' });
  const command = useCommand(RecordModelFact);
  const send = async (): Promise<void> => {
    const { kind, on, level, source } = form.values;
    if (form.lacks(['on'], texts.common.needed)) return;
    const outcome = await command.run({
      id: model.id,
      expectedVersion: model.version,
      kind,
      on: on ?? '',
      source,
      ...(level && { level }),
    } as never);
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={texts.models.recordFact} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={texts.models.recordFact} onSubmit={() => void send()} onCancel={onClose}>
        <ChoiceField form={form} name="kind" label={texts.models.factKind} choices={pairs(terms.ModelFactKind)} />
        <DateField form={form} name="on" label={texts.common.on} required />
        <ChoiceField form={form} name="level" label={texts.steps.level} none={texts.common.none} choices={pairs(terms.RecognitionLevel)} />
        <TextField form={form} name="source" label={texts.common.source} hint={texts.common.sourceHint} required />
      </FormFrame>
    </Window>
  );
}
