import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.context.js';

/** Says that what is typed is kept on this machine and not yet saved. */
export function KeptNote({ form }: { form: { readonly isKept: boolean; reset(): void } }): ReactNode {
  const { modelForm } = useTexts();
  if (!form.isKept) return null;
  return (
    <p className="form-kept" role="status">
      {modelForm.kept}{' '}
      <button type="button" className="link" onClick={() => form.reset()}>
        {modelForm.discard}
      </button>
    </p>
  );
}
