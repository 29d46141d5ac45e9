import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Model, ModelHistory } from '#documents/model';
import { DraftRegistration, EditModel, type Schema } from '#documents/register';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useMe } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { ROUNDS } from '../../parts/picks/find.js';
import { Story } from '../../parts/story.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, ThingField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import type { Picked } from '../../ui/finder.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { ModelFields } from './model.form.js';
import type { ShownModel } from './model.shown.js';
import { contentOf, valuesOf, type ModelValues } from './model.values.js';

export function EditPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Model, { id });
  return <Reading of={read}>{({ model }) => (model ? <Edit model={model} /> : <NotFound />)}</Reading>;
}

function Edit({ model }: { model: ShownModel }): ReactNode {
  const { modelForm, common, models } = useTexts();
  const { account } = useMe();
  const [go, say] = [useGo(), useSay()];
  const [openedAt] = useState(() => new Date().toISOString());
  const [isStale, setStale] = useState(false);
  const form = useForm<ModelValues>(valuesOf(model), `model.${model.id}.${account?.id ?? ''}`);
  const command = useCommand(EditModel);
  const save = async (): Promise<void> => {
    if (form.lacks(['title', 'unitId'], common.needed)) return;
    const { values } = form;
    const outcome = await command.run({
      ...contentOf(values),
      unitId: values.unitId?.id ?? '',
      id: model.id,
      expectedVersion: model.version,
      reason: values.reason || null,
    } satisfies Schema.EditModelInput);
    if (!outcome.done) {
      const stale = outcome.problems.some(({ code }) => code === 'STALE_VERSION');
      setStale(stale);
      return form.refuse(stale ? [] : outcome.problems);
    }
    form.reset();
    say(modelForm.savedEdit);
    return go(`/${addresses.models}/${model.id}`);
  };
  return (
    <Page title={modelForm.titleEdit} above={model.title}>
      {model.state === 'RETURNED' && model.latestStep?.reason && (
        <Note kind="warn" title={models.returned}>
          <p className="prose">{model.latestStep.reason}</p>
        </Note>
      )}
      <KeptNote form={form} />
      {(isStale || form.unsettled.length > 0) && <Stale id={model.id} since={openedAt} />}
      <FormFrame
        form={form}
        running={command.running}
        submit={modelForm.saveEdit}
        onSubmit={() => void save()}
        onCancel={() => go(`/${addresses.models}/${model.id}`)}
      >
        <ModelFields form={form} way="edit" modelId={model.id} />
      </FormFrame>
    </Page>
  );
}

/** Who has changed what since the form was opened. */
function Stale({ id, since }: { id: string; since: string }): ReactNode {
  const { states } = useTexts();
  const read = useRead(ModelHistory, { id });
  return (
    <Note kind="warn" title={states.stale}>
      <p>{states.staleStory}</p>
      <Reading of={read}>
        {({ model }) => <Story of={(model?.history ?? []).filter(({ at }, index) => at > since || index === 0)} />}
      </Reading>
    </Note>
  );
}

/** The same model in another round. */
export function RegisterAgainPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Model, { id });
  return <Reading of={read}>{({ model }) => (model ? <Again model={model} /> : <NotFound />)}</Reading>;
}

function Again({ model }: { model: ShownModel }): ReactNode {
  const { modelForm } = useTexts();
  const go = useGo();
  const form = useForm({ roundId: undefined as Picked | undefined });
  const command = useCommand(DraftRegistration, { keyed: true });
  const save = async (): Promise<void> => {
    const outcome = await command.run({ id: model.id, expectedVersion: model.version, roundId: form.values.roundId?.id ?? null });
    if (outcome.done) go(`/${addresses.models}/${model.id}`);
    else form.refuse(outcome.problems);
  };
  return (
    <Page title={modelForm.titleAgain} above={model.title}>
      <Part title={modelForm.round}>
        <FormFrame
          form={form}
          running={command.running}
          submit={modelForm.save}
          onSubmit={() => void save()}
          onCancel={() => go(`/${addresses.models}/${model.id}`)}
        >
          <ThingField form={form} name="roundId" label={modelForm.round} hint={modelForm.roundHint} find={ROUNDS} />
        </FormFrame>
      </Part>
    </Page>
  );
}
