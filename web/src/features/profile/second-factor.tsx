import { PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { encode } from 'uqr';
import { ConfirmSecondFactor, EnrolSecondFactor, SwitchOffSecondFactor } from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import { Secret } from '../../ui/secret.js';
import { Note } from '../../ui/states.js';

interface Enrolled {
  readonly secret: string;
  readonly uri: string;
}

/** Switched on in two steps (the password, then a code of the app) and off by the password. */
export function SecondFactor({ isOn }: { isOn: boolean }): ReactNode {
  const { profile, signIn } = useTexts();
  const [enrolled, setEnrolled] = useState<Enrolled>();
  const [codes, setCodes] = useState<readonly string[]>();
  const form = useForm({ currentPassword: '' });
  const [enrol, off] = [useCommand(EnrolSecondFactor), useCommand(SwitchOffSecondFactor)];
  const send = async (): Promise<void> => {
    if (isOn) {
      const outcome = await off.run(form.values);
      if (!outcome.done) return form.refuse(outcome.problems);
      return form.reset();
    }
    const outcome = await enrol.run(form.values);
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    return setEnrolled({ secret: outcome.payload.secret ?? '', uri: outcome.payload.uri ?? '' });
  };
  return (
    <Part title={profile.factor}>
      <Note kind={isOn ? 'good' : 'info'}>{isOn ? profile.factorOn : profile.factorOff}</Note>
      {codes && <Secret label={profile.recovery} hint={profile.recoveryHint} text={codes.join('\n')} />}
      {enrolled && !isOn ? (
        <Confirm
          enrolled={enrolled}
          onDone={recovery => {
            setCodes(recovery);
            setEnrolled(undefined);
          }}
        />
      ) : (
        <FormFrame
          form={form}
          running={enrol.running || off.running}
          submit={isOn ? profile.factorStop : profile.factorStart}
          onSubmit={() => void send()}
        >
          <div className="form-two">
            <PasswordInput
              label={profile.current}
              autoComplete="current-password"
              value={form.values.currentPassword}
              error={form.at('currentPassword')}
              onChange={event => form.set('currentPassword', event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
            />
          </div>
        </FormFrame>
      )}
    </Part>
  );
}

function Confirm({ enrolled: { secret, uri }, onDone }: { enrolled: Enrolled; onDone: (codes: readonly string[]) => void }): ReactNode {
  const { profile, common } = useTexts();
  const form = useForm({ code: '' });
  const command = useCommand(ConfirmSecondFactor);
  const send = async (): Promise<void> => {
    if (form.lacks(['code'], common.needed)) return;
    const outcome = await command.run({ code: form.values.code.trim() });
    if (outcome.done) onDone(outcome.payload.recoveryCodes ?? []);
    else form.refuse(outcome.problems);
  };
  return (
    <>
      <p>{profile.factorScan}</p>
      <QrCode text={uri} />
      <p className="quiet">
        {profile.factorSecret} <code>{secret}</code>
      </p>
      <FormFrame form={form} running={command.running} submit={profile.factorConfirm} onSubmit={() => void send()}>
        <div className="form-two">
          <TextField form={form} name="code" label={profile.factorCode} required />
        </div>
      </FormFrame>
    </>
  );
}

const BORDER = 4;

function QrCode({ text }: { text: string }): ReactNode {
  const { data, size } = encode(text, { border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img" aria-label="QR" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
