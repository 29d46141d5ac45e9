import type { ReactNode } from 'react';
import { Front } from '../../parts/front.js';
import { useTexts } from '../../texts/texts.context.js';
import { Note } from '../../ui/states.js';
import { ChangePassword } from './password.form.js';

/** Signed in with the password that the registry printed: it is changed before anything else. Who I am is asked anew after the change. */
export function FirstPasswordPage(): ReactNode {
  const { signIn } = useTexts();
  return (
    <Front title={signIn.firstTitle}>
      <Note kind="warn">{signIn.firstHint}</Note>
      <ChangePassword />
    </Front>
  );
}
