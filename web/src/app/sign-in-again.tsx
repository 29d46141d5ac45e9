import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { SignInForm } from '../features/sign-in/sign-in.form.js';
import { useFirstTexts } from '../texts/texts.context.js';

/** Over the page that is open, so that nothing typed is lost. */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }): ReactNode {
  const { signIn } = useFirstTexts();
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={signIn.title} centered>
      <p className="quiet">{signIn.ended}</p>
      <SignInForm onSignedIn={onSignedIn} />
    </Modal>
  );
}
