import type { ReactNode } from 'react';
import { CorrectMovement, LaunchMovement, type MovementData } from '#documents/movements';
import { useCommand } from '../../api/command.js';
import { UNITS } from '../../parts/picks/find.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

type Movement = NonNullable<MovementData['movement']>;

/** Launches a movement, or corrects what was entered of one. */
export function MovementWindow({
  movement,
  onClose,
  onDone,
}: {
  movement?: Movement;
  onClose: () => void;
  onDone?: (id: string) => void;
}): ReactNode {
  const { movements, common } = useTexts();
  const say = useSay();
  const form = useForm({
    name: movement?.name ?? '',
    launcherId: (movement ? { id: movement.launcher.id, label: movement.launcher.fullName } : undefined) as Picked | undefined,
    starts: (movement?.starts ?? undefined) as string | undefined,
    ends: (movement?.ends ?? undefined) as string | undefined,
    'act.number': movement?.act.number ?? '',
    'act.date': (movement?.act.date ?? undefined) as string | undefined,
    'act.issuer': movement?.act.issuer ?? '',
    note: movement?.note ?? '',
    reason: '',
  });
  const [launch, correct] = [useCommand(LaunchMovement, { keyed: true }), useCommand(CorrectMovement)];
  const send = async (): Promise<void> => {
    if (form.lacks(['name', 'launcherId', ...(movement ? (['reason'] as const) : [])], common.needed)) return;
    const { values } = form;
    const content = {
      name: values.name,
      launcherId: values.launcherId?.id ?? '',
      starts: values.starts ?? null,
      ends: values.ends ?? null,
      note: values.note || null,
      act: { number: values['act.number'] || null, date: values['act.date'] ?? null, issuer: values['act.issuer'] || null },
    };
    const outcome = movement
      ? await correct.run({ ...content, id: movement.id, expectedVersion: movement.version, reason: values.reason })
      : await launch.run(content);
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    onClose();
    return onDone?.(outcome.payload.movement?.id ?? '');
  };
  const title = movement ? movements.correct : movements.launch;
  return (
    <Window title={title} onClose={onClose}>
      <FormFrame form={form} running={launch.running || correct.running} submit={title} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="name" label={movements.name} required />
        <ThingField form={form} name="launcherId" label={movements.launcher} required find={UNITS} />
        <div className="form-two">
          <DateField form={form} name="starts" label={movements.starts} partial />
          <DateField form={form} name="ends" label={movements.ends} partial />
          <TextField form={form} name="act.number" label={movements.actNumber} />
          <DateField form={form} name="act.date" label={movements.actDate} />
          <TextField form={form} name="act.issuer" label={movements.actIssuer} />
        </div>
        <TextField form={form} name="note" label={movements.note} lines={2} />
        {movement && <TextField form={form} name="reason" label={common.reason} required lines={2} />}
      </FormFrame>
    </Window>
  );
}
