import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Certificate, type CertificateData } from '#documents/certificate';
import { dayText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { Front } from '../../parts/front.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Facts } from '../../ui/page.js';
import { Note, Reading } from '../../ui/states.js';

/** Anyone checks whether a certificate is real, without signing in. The code is in the address, so that a printed link or a picture code leads here. */
export function CertificatePage(): ReactNode {
  const { certificate } = useCommendationTexts();
  const [params, setParams] = useSearchParams();
  const asked = params.get('ma') ?? '';
  const [typed, setTyped] = useState(asked);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setParams({ ma: typed.trim() });
  };
  return (
    <Front title={certificate.title}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={certificate.code}
          description={certificate.about}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button type="submit" fullWidth>
          {certificate.ask}
        </Button>
      </form>
      {asked !== '' && <Answer code={asked} />}
      <p className="front-help">
        <a href="/">{certificate.signIn}</a>
      </p>
    </Front>
  );
}

function Answer({ code }: { code: string }): ReactNode {
  const read = useRead(Certificate, { code });
  return <Reading of={read}>{({ certificate }) => <Statement of={certificate} />}</Reading>;
}

function Statement({ of }: { of: CertificateData['certificate'] }): ReactNode {
  const { certificate } = useCommendationTexts();
  const terms = useTerms();
  if (of.state === 'UNKNOWN')
    return (
      <Note kind="warn">
        <p role="status">{certificate.unknown}</p>
      </Note>
    );
  return (
    <Note kind={of.state === 'VALID' ? 'good' : 'bad'} title={of.state === 'VALID' ? certificate.valid : certificate.revoked}>
      <Facts
        of={[
          [certificate.name, of.name],
          [certificate.form, of.form && terms.CommendationForm[of.form]],
          [certificate.decision, of.decision],
          [certificate.issuedOn, dayText(of.issuedOn)],
        ]}
      />
    </Note>
  );
}
