import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { DraftModel, RecordPast, RoundOfForm, type Schema } from '#documents/register';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useMe } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { useGo } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Loading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { ModelFields } from './model.form.js';
import { contentOf, valuesOf, type ModelValues } from './model.values.js';

/** A new model, kept on this machine while it is typed, and saved as a draft of the unit. */
export function RegisterPage(): ReactNode {
  const [params] = useSearchParams();
  const roundId = params.get('dot');
  const { data, waiting } = useRead(RoundOfForm, { id: roundId ?? '' }, { pause: roundId === null });
  if (waiting) return <Loading />;
  const round = data?.node?.__typename === 'RegistrationRound' ? data.node : undefined;
  return <Register given={round ? { roundId: { id: round.id, label: round.name } } : {}} />;
}

function Register({ given }: { given: Partial<ModelValues> }): ReactNode {
  const { modelForm, common } = useTexts();
  const { account } = useMe();
  const [go, say] = [useGo(), useSay()];
  const form = useForm<ModelValues>(
    { ...valuesOf(), ...given },
    `model.new.${account?.id ?? ''}${given.roundId ? `.${given.roundId.id}` : ''}`,
  );
  const command = useCommand(DraftModel, { keyed: true });
  const save = async (): Promise<void> => {
    if (form.lacks(['title', 'unitId'], common.needed)) return;
    const { values } = form;
    const outcome = await command.run({
      ...contentOf(values),
      unitId: values.unitId?.id ?? '',
      roundId: values.roundId?.id ?? null,
      running: values.running as Schema.RunningState,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say(modelForm.saved);
    return go(`/${addresses.models}/${outcome.payload.model?.id ?? ''}`);
  };
  return (
    <Page title={modelForm.title}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={modelForm.save} onSubmit={() => void save()}>
        <ModelFields form={form} way="new" />
      </FormFrame>
    </Page>
  );
}

/** A model of the past, from a paper. */
export function RecordPastPage(): ReactNode {
  const { modelForm, common } = useTexts();
  const { account } = useMe();
  const [go, say] = [useGo(), useSay()];
  const [initial] = useState(() => ({ ...valuesOf(), running: '' }));
  const form = useForm<ModelValues>(initial, `model.past.${account?.id ?? ''}`);
  const command = useCommand(RecordPast, { keyed: true });
  const save = async (): Promise<void> => {
    if (form.lacks(['title', 'unitId', 'attestedOn', 'source'], common.needed)) return;
    const { values } = form;
    const outcome = await command.run({
      ...contentOf(values),
      unitId: values.unitId?.id ?? '',
      attestedOn: values.attestedOn ?? '',
      source: values.source,
      state: (values.state || null) as Schema.ModelState | null,
      running: (values.running || null) as Schema.RunningState | null,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say(common.saved);
    return go(`/${addresses.models}/${outcome.payload.model?.id ?? ''}`);
  };
  return (
    <Page title={modelForm.titlePast}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={modelForm.savePast} onSubmit={() => void save()}>
        <ModelFields form={form} way="past" />
      </FormFrame>
    </Page>
  );
}
