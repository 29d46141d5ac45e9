import type { ReactNode } from 'react';
import { AppointPerson, EndPost } from '#documents/people';
import { CorrectPost, RemovePost } from '#documents/person-records';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import type { ShownPerson } from './person.windows.js';

interface Props {
  readonly person: ShownPerson;
  onClose(): void;
}
interface PostProps extends Props {
  readonly post: ShownPerson['allPosts'][number];
}

export function AppointWindow({ person, onClose }: Props): ReactNode {
  const { people, common } = useTexts();
  const form = useForm({
    'post.title': '',
    'post.unitId': (person.unit ? { id: person.unit.id, label: person.unit.fullName } : undefined) as Picked | undefined,
    'post.validFrom': undefined as string | undefined,
    'post.validTo': undefined as string | undefined,
  });
  const { run, running } = useCommand(AppointPerson);
  const { values } = form;
  const post = {
    title: values['post.title'],
    unitId: values['post.unitId']?.id ?? '',
    validFrom: values['post.validFrom'] ?? null,
    validTo: values['post.validTo'] ?? null,
  };
  return (
    <CommandWindow
      title={people.appoint}
      form={form}
      needed={['post.title', 'post.unitId']}
      running={running}
      run={() => run({ id: person.id, expectedVersion: person.version, post })}
      onClose={onClose}
    >
      <TextField form={form} name="post.title" label={people.post} required />
      <ThingField form={form} name="post.unitId" label={people.postUnit} required find={UNITS} />
      <div className="form-two">
        <DateField form={form} name="post.validFrom" label={common.from} hint={common.fromHint} />
        <DateField form={form} name="post.validTo" label={common.to} hint={common.toHint} />
      </div>
    </CommandWindow>
  );
}

/** Corrects what was entered of a post; its end is another thing. */
export function CorrectPostWindow({ person, post, onClose }: PostProps): ReactNode {
  const { people, common } = useTexts();
  const form = useForm({
    title: post.title,
    unitId: { id: post.unit.id, label: post.unit.fullName } as Picked | undefined,
    validFrom: (post.validFrom ?? undefined) as string | undefined,
    validTo: (post.validTo ?? undefined) as string | undefined,
    reason: '',
  });
  const { run, running } = useCommand(CorrectPost);
  const { title, unitId, validFrom, validTo, reason } = form.values;
  const content = { title, unitId: unitId?.id ?? '', validFrom: validFrom ?? null, validTo: validTo ?? null, reason };
  return (
    <CommandWindow
      title={people.correctPostTitle}
      form={form}
      needed={['title', 'unitId', 'reason']}
      running={running}
      run={() => run({ ...content, id: person.id, postId: post.id, expectedVersion: person.version })}
      onClose={onClose}
    >
      <TextField form={form} name="title" label={people.post} required />
      <ThingField form={form} name="unitId" label={people.postUnit} required find={UNITS} />
      <div className="form-two">
        <DateField form={form} name="validFrom" label={common.from} hint={common.fromHint} />
        <DateField form={form} name="validTo" label={common.to} hint={common.toHint} />
      </div>
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}

export function EndPostWindow({ person, post, onClose }: PostProps): ReactNode {
  const { people, common } = useTexts();
  const form = useForm({ validTo: undefined as string | undefined, reason: '' });
  const { run, running } = useCommand(EndPost);
  const { validTo, reason } = form.values;
  return (
    <CommandWindow
      title={people.endPost}
      form={form}
      needed={['validTo', 'reason']}
      running={running}
      run={() => run({ id: person.id, postId: post.id, expectedVersion: person.version, validTo: validTo ?? '', reason })}
      onClose={onClose}
    >
      <DateField form={form} name="validTo" label={people.endPostOn} required />
      <TextField form={form} name="reason" label={common.reason} required lines={2} />
    </CommandWindow>
  );
}

export function RemovePostWindow({ person, post, onClose }: PostProps): ReactNode {
  const { people } = useTexts();
  const { run, running } = useCommand(RemovePost);
  return (
    <ReasonWindow
      title={people.removePostTitle}
      running={running}
      run={reason => run({ id: person.id, postId: post.id, expectedVersion: person.version, reason })}
      onClose={onClose}
    />
  );
}
