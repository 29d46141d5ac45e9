import type { ReactNode } from 'react';
import { ChangeMyName, MyGrants, MySessions as Sessions } from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { useMay, useMe } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField } from '../../ui/form.fields.js';
import { Page, Part } from '../../ui/page.js';
import { Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { ChangePassword } from './password.form.js';
import { MyDelegations, MyRights } from './rights.parts.js';
import { SecondFactor } from './second-factor.js';
import { MySessions } from './sessions.part.js';

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
          {account && may('grant.delegate') && <MyDelegations accountId={account.id} />}
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
