import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ResetPassword } from '#documents/reset';
import { useCommand } from '../../api/command.js';
import type { Problem } from '../../api/problem.js';
import { useFirstTexts } from '../../texts/texts.context.js';
import { Note, useProblemText } from '../../ui/states.js';
import { Front } from '../../parts/front.js';

/** A secret from an administrator is exchanged for a password of one's own. */
export function ResetPage(): ReactNode {
  const { signIn } = useFirstTexts();
  const text = useProblemText();
  const [values, setValues] = useState({ secret: '', password: '', repeat: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState(false);
  const command = useCommand(ResetPassword);
  const differs = values.repeat !== '' && values.repeat !== values.password;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (values.repeat !== values.password) return;
    const outcome = await command.run({ secret: values.secret.trim(), newPassword: values.password });
    setProblems(outcome.done ? [] : outcome.problems);
    setDone(outcome.done);
  };
  const field = (name: keyof typeof values): { value: string; onChange(event: { currentTarget: { value: string } }): void } => ({
    value: values[name],
    onChange: ({ currentTarget: { value } }) => setValues(all => ({ ...all, [name]: value })),
  });

  return (
    <Front title={signIn.resetTitle}>
      {done ? (
        <Note kind="good">
          {signIn.resetDone} <a href="/">{signIn.back}</a>
        </Note>
      ) : (
        <form className="form" onSubmit={event => void submit(event)}>
          {problems.map(problem => (
            <Note key={problem.code} kind="bad">
              {text(problem)}
            </Note>
          ))}
          <TextInput label={signIn.resetSecret} {...field('secret')} required withAsterisk={false} autoComplete="off" />
          <PasswordInput
            label={signIn.resetNew}
            {...field('password')}
            required
            withAsterisk={false}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
          />
          <PasswordInput
            label={signIn.resetRepeat}
            {...field('repeat')}
            required
            withAsterisk={false}
            autoComplete="new-password"
            error={differs && signIn.resetDiffers}
            visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
          />
          <Button type="submit" loading={command.running} fullWidth>
            {signIn.resetSubmit}
          </Button>
          <a href="/">{signIn.back}</a>
        </form>
      )}
    </Front>
  );
}
