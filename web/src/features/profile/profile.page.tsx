import { useState, type ReactNode } from 'react';
import {
  ChangeMyName,
  DelegateGrant,
  EndSession,
  MyGrants,
  MySessions as Sessions,
  type MyGrantsData,
  type MySessionsData,
} from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { dayText, momentText } from '../../api/format.js';
import { useMay, useMe } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { COLLEAGUES } from '../../parts/picks/find.js';
import { useTexts, useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { Page, Part } from '../../ui/page.js';
import type { Picked } from '../../ui/finder.js';
import { Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { ChangePassword } from './password.form.js';
import { SecondFactor } from './second-factor.js';

type Grant = MyGrantsData['grants']['nodes'][number];

/** What is mine: my name, my rights and until when, my password, my second factor, my sessions. */
export function ProfilePage(): ReactNode {
  const { profile } = useTexts();
  const { account } = useMe();
  const may = useMay();
  // Who has no right yet may not even read rights.
  const hasRights = may('registry.read');
  const read = useRead(MyGrants, { holderId: account?.id ?? '' }, { pause: account === null || !hasRights });
  const sessions = useRead(Sessions, {});
  return (
    <Page title={profile.title} below={account?.name}>
      <div className="columns">
        <div>
          {hasRights ? <Reading of={read}>{data => <MyRights grants={data.grants.nodes} />}</Reading> : <MyRights grants={[]} />}
          {account?.hasPassword && <ChangePassword />}
          {account && <SecondFactor isOn={account.secondFactor} />}
        </div>
        <div>
          {account && <MyName displayName={account.displayName} />}
          <Reading of={sessions}>{data => <MySessions sessions={data.mySessions} />}</Reading>
        </div>
      </div>
    </Page>
  );
}

function MyRights({ grants }: { grants: readonly Grant[] }): ReactNode {
  const { texts, terms } = useWords();
  const may = useMay();
  const { profile } = texts;
  const [delegating, setDelegating] = useState<Grant>();
  return (
    <Part title={profile.rights}>
      {grants.length === 0 && <p>{profile.noRights}</p>}
      <ul className="plain-list">
        {grants.map(grant => (
          <li key={grant.id}>
            <strong>{terms.Role[grant.role]}</strong>, {grant.unit?.fullName ?? texts.grants.everywhere}
            {grant.line && ` (${terms.UnitLine[grant.line]})`}{' '}
            <span className="quiet">
              {grant.validTo ? profile.until(dayText(grant.validTo)) : profile.open}
              {grant.onBehalfOf && ` · ${texts.grants.delegated(grant.onBehalfOf)}`}
            </span>{' '}
            {may('grant.delegate') && !grant.onBehalfOf && (
              <button type="button" className="link" onClick={() => setDelegating(grant)}>
                {texts.grants.delegate}
              </button>
            )}
          </li>
        ))}
      </ul>
      {delegating && <Delegate grant={delegating} onClose={() => setDelegating(undefined)} />}
    </Part>
  );
}

function Delegate({ grant, onClose }: { grant: Grant; onClose: () => void }): ReactNode {
  const { grants, common } = useTexts();
  const say = useSay();
  const form = useForm({
    toAccountId: undefined as Picked | undefined,
    validFrom: undefined as string | undefined,
    validTo: undefined as string | undefined,
    reason: '',
    paperNumber: '',
  });
  const command = useCommand(DelegateGrant, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['toAccountId', 'validTo', 'reason'], common.needed)) return;
    const { toAccountId, validFrom, validTo, reason, paperNumber } = form.values;
    const outcome = await command.run({
      grantId: grant.id,
      toAccountId: toAccountId?.id ?? '',
      validFrom: validFrom ?? null,
      validTo: validTo ?? '',
      reason,
      paperNumber: paperNumber || null,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    return onClose();
  };
  return (
    <Window title={grants.delegate} onClose={onClose}>
      <p className="quiet">{grants.delegateHint}</p>
      <FormFrame form={form} running={command.running} submit={grants.delegate} onSubmit={() => void send()} onCancel={onClose}>
        <ThingField form={form} name="toAccountId" label={grants.delegateTo} required find={COLLEAGUES} />
        <div className="form-two">
          <DateField form={form} name="validFrom" label={common.from} hint={common.onHint} />
          <DateField form={form} name="validTo" label={common.to} required />
        </div>
        <TextField form={form} name="paperNumber" label={grants.paperNumber} />
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}

function MyName({ displayName }: { displayName: string }): ReactNode {
  const { profile, common } = useTexts();
  const say = useSay();
  const form = useForm({ displayName });
  const command = useCommand(ChangeMyName);
  const send = async (): Promise<void> => {
    const outcome = await command.run({ displayName: form.values.displayName });
    if (outcome.done) say(common.saved);
    else form.refuse(outcome.problems);
  };
  return (
    <Part title={profile.name}>
      <FormFrame form={form} running={command.running} submit={common.save} onSubmit={() => void send()}>
        <TextField form={form} name="displayName" label={profile.name} required />
      </FormFrame>
    </Part>
  );
}

function MySessions({ sessions }: { sessions: MySessionsData['mySessions'] }): ReactNode {
  const { profile } = useTexts();
  const end = useCommand(EndSession);
  return (
    <Part title={profile.sessions}>
      <ul className="plain-list">
        {sessions.map(({ id, address, userAgent, seenAt, current }) => (
          <li key={id}>
            {browserOf(userAgent)} · {address} {current && <strong>({profile.thisSession})</strong>}
            <p className="quiet">{profile.seenAt(momentText(seenAt))}</p>
            {!current && (
              <button type="button" className="link" onClick={() => void end.run({ id })}>
                {profile.endSession}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The browser's name of all that it says of itself. */
const browserOf = (agent: string | null): string => /(Edg|OPR|Firefox|Chrome|Safari)\/[\d.]+/.exec(agent ?? '')?.[0] ?? agent ?? '';
