import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { SignIn } from '#documents/session';
import { useCommand } from '../../api/command.js';
import type { Problem } from '../../api/problem.js';
import { useFirstTexts } from '../../texts/texts.context.js';
import { Note, useProblemText } from '../../ui/states.js';

const CODE_WANTED: ReadonlySet<string> = new Set(['SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_WRONG']);

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }): ReactNode {
  const { signIn } = useFirstTexts();
  const text = useProblemText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [wantsCode, setWantsCode] = useState(false);
  const command = useCommand(SignIn);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await command.run({ name, password, ...(wantsCode && { code: code.trim() }) });
    if (outcome.done) return onSignedIn();
    const [first] = outcome.problems;
    const wanted = first !== undefined && CODE_WANTED.has(first.code);
    setWantsCode(wanted || (wantsCode && first?.code === 'SIGN_IN_SLOWED'));
    // That a code is needed is no mistake of anybody's.
    setProblem(first?.code === 'SECOND_FACTOR_NEEDED' ? undefined : first);
  };

  return (
    <form className="form" onSubmit={event => void submit(event)}>
      {problem && <Note kind="bad">{text(problem)}</Note>}
      <TextInput
        label={signIn.name}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        withAsterisk={false}
        autoFocus
      />
      <PasswordInput
        label={signIn.password}
        value={password}
        onChange={event => setPassword(event.currentTarget.value)}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
      />
      {wantsCode && (
        <TextInput
          label={signIn.code}
          description={signIn.codeHint}
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
          name="code"
          autoComplete="one-time-code"
          inputMode="text"
          required
          withAsterisk={false}
          autoFocus
        />
      )}
      <Button type="submit" loading={command.running} fullWidth>
        {signIn.submit}
      </Button>
    </form>
  );
}
