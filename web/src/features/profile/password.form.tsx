import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChangePassword as Change } from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';

export function ChangePassword(): ReactNode {
  const { profile, signIn } = useTexts();
  const say = useSay();
  const form = useForm({ currentPassword: '', newPassword: '', repeat: '' });
  const command = useCommand(Change);
  const send = async (): Promise<void> => {
    const { currentPassword, newPassword, repeat } = form.values;
    if (repeat !== newPassword) return form.refuse([{ code: 'DIFFERS', message: signIn.resetDiffers, field: ['repeat'] }]);
    const outcome = await command.run({ currentPassword, newPassword });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    return say(profile.passwordChanged);
  };
  const field = (name: 'currentPassword' | 'newPassword' | 'repeat', label: string, autoComplete: string): ReactNode => (
    <PasswordInput
      label={label}
      autoComplete={autoComplete}
      value={form.values[name]}
      error={form.at(name)}
      onChange={event => form.set(name, event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
    />
  );
  return (
    <Part title={profile.password}>
      <FormFrame form={form} running={command.running} submit={profile.changePassword} onSubmit={() => void send()}>
        <div className="form-two">
          {field('currentPassword', profile.current, 'current-password')}
          {field('newPassword', profile.next, 'new-password')}
          {field('repeat', profile.repeat, 'new-password')}
        </div>
      </FormFrame>
    </Part>
  );
}
