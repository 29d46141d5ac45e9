import type { ReactNode } from 'react';
import { AssignTarget, ExtendRegistration, MoveDeadline, OpenRound, type RoundData } from '#documents/rounds';
import { useCommand } from '../../api/command.js';
import { UNITS } from '../../parts/picks/find.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { Window } from '../../ui/window.js';

export type ShownRound = Extract<NonNullable<RoundData['node']>, { readonly __typename: 'RegistrationRound' }>;

interface Props {
  readonly round: ShownRound;
  onClose(): void;
}

export function OpenRoundWindow({
  movement,
  onClose,
  onDone,
}: {
  movement: { readonly id: string; readonly launcher: { readonly id: string; readonly fullName: string } };
  onClose: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const { rounds, movements, common } = useTexts();
  const form = useForm({
    name: '',
    unitId: { id: movement.launcher.id, label: movement.launcher.fullName } as Picked | undefined,
    opensOn: undefined as string | undefined,
    closesOn: undefined as string | undefined,
  });
  const command = useCommand(OpenRound, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['name', 'unitId', 'opensOn', 'closesOn'], common.needed)) return;
    const { name, unitId, opensOn, closesOn } = form.values;
    const outcome = await command.run({
      movementId: movement.id,
      name,
      unitId: unitId?.id ?? '',
      opensOn: opensOn ?? '',
      closesOn: closesOn ?? '',
    });
    if (outcome.done) onDone(outcome.payload.registrationRound?.id ?? '');
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={movements.openRound} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={movements.openRound} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="name" label={rounds.name} required />
        <ThingField form={form} name="unitId" label={rounds.unit} required find={UNITS} />
        <div className="form-two">
          <DateField form={form} name="opensOn" label={rounds.opensOn} required />
          <DateField form={form} name="closesOn" label={rounds.closesOn} required />
        </div>
      </FormFrame>
    </Window>
  );
}

export function DeadlineWindow({ round, onClose }: Props): ReactNode {
  const { rounds, common } = useTexts();
  const form = useForm({ closesOn: undefined as string | undefined, reason: '' });
  const command = useCommand(MoveDeadline);
  const send = async (): Promise<void> => {
    if (form.lacks(['closesOn', 'reason'], common.needed)) return;
    const outcome = await command.run({
      id: round.id,
      expectedVersion: round.version,
      closesOn: form.values.closesOn ?? '',
      reason: form.values.reason,
    });
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={rounds.moveDeadline} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={rounds.moveDeadline} onSubmit={() => void send()} onCancel={onClose}>
        <DateField form={form} name="closesOn" label={rounds.newDeadline} required />
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}

export function ExtendWindow({ round, onClose }: Props): ReactNode {
  const { rounds, common } = useTexts();
  const form = useForm({ unitId: undefined as Picked | undefined, closesOn: undefined as string | undefined, reason: '' });
  const command = useCommand(ExtendRegistration, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['unitId', 'closesOn', 'reason'], common.needed)) return;
    const { unitId, closesOn, reason } = form.values;
    const outcome = await command.run({ roundId: round.id, unitId: unitId?.id ?? '', closesOn: closesOn ?? '', reason });
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={rounds.extend} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={rounds.extend} onSubmit={() => void send()} onCancel={onClose}>
        <ThingField form={form} name="unitId" label={rounds.columns.unit} required find={UNITS} />
        <DateField form={form} name="closesOn" label={rounds.newDeadline} required />
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}

export function TargetWindow({ round, onClose }: Props): ReactNode {
  const { rounds, common } = useTexts();
  const form = useForm({ unitId: undefined as Picked | undefined, count: '', basis: '' });
  const command = useCommand(AssignTarget, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['unitId', 'count', 'basis'], common.needed)) return;
    const { unitId, count, basis } = form.values;
    const outcome = await command.run({ roundId: round.id, unitId: unitId?.id ?? '', count: Math.trunc(Number(count)), basis });
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={rounds.assignTarget} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={rounds.assignTarget} onSubmit={() => void send()} onCancel={onClose}>
        <ThingField form={form} name="unitId" label={rounds.columns.unit} required find={UNITS} />
        <TextField form={form} name="count" label={rounds.targetCount} type="number" required />
        <TextField form={form} name="basis" label={rounds.basis} required />
      </FormFrame>
    </Window>
  );
}
