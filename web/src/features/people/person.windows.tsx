import type { ReactNode } from 'react';
import { CorrectPerson, RecordPerson, type PersonData } from '#documents/people';
import { useCommand } from '../../api/command.js';
import { UNITS } from '../../parts/picks/find.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

export type ShownPerson = NonNullable<PersonData['person']>;

/** Enters a person, with a post if there is one; or corrects what was entered. */
export function PersonWindow({
  person,
  onClose,
  onDone,
}: {
  person?: ShownPerson;
  onClose: () => void;
  onDone?: (id: string) => void;
}): ReactNode {
  const { people, common } = useTexts();
  const say = useSay();
  const form = useForm({
    name: person?.name ?? '',
    unitId: (person?.unit ? { id: person.unit.id, label: person.unit.fullName } : undefined) as Picked | undefined,
    achievement: person?.achievement ?? '',
    'post.title': '',
    'post.unitId': undefined as Picked | undefined,
    'post.validFrom': undefined as string | undefined,
    reason: '',
  });
  const [record, correct] = [useCommand(RecordPerson, { keyed: true }), useCommand(CorrectPerson)];
  const send = async (): Promise<void> => {
    if (form.lacks(['name', ...(person ? (['reason'] as const) : [])], common.needed)) return;
    const { values } = form;
    const content = { name: values.name, unitId: values.unitId?.id ?? null, achievement: values.achievement || null };
    const post = values['post.title']
      ? {
          title: values['post.title'],
          unitId: (values['post.unitId'] ?? values.unitId)?.id ?? '',
          validFrom: values['post.validFrom'] ?? null,
        }
      : null;
    const outcome = person
      ? await correct.run({ ...content, id: person.id, expectedVersion: person.version, reason: values.reason })
      : await record.run({ ...content, post });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    onClose();
    return onDone?.(outcome.payload.person?.id ?? '');
  };
  const title = person ? people.correct : people.record;
  return (
    <Window title={title} onClose={onClose}>
      <FormFrame form={form} running={record.running || correct.running} submit={title} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="name" label={people.name} required />
        <ThingField form={form} name="unitId" label={people.unit} find={UNITS} />
        {!person && (
          <div className="form-two">
            <TextField form={form} name="post.title" label={people.post} />
            <ThingField form={form} name="post.unitId" label={people.postUnit} find={UNITS} />
            <DateField form={form} name="post.validFrom" label={common.from} hint={common.fromHint} />
          </div>
        )}
        <TextField form={form} name="achievement" label={people.achievement} lines={2} />
        {person && <TextField form={form} name="reason" label={common.reason} required lines={2} />}
      </FormFrame>
    </Window>
  );
}
