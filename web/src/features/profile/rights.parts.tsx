import { useState, type ReactNode } from 'react';
import {
  DelegateGrant,
  MyDelegations as Delegations,
  TakeBackDelegation,
  type MyDelegationsData,
  type MyGrantsData,
} from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { dayText, todayInVietnam } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { COLLEAGUES } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useTexts, useWords } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

type Grant = MyGrantsData['grants']['nodes'][number];
type Delegation = MyDelegationsData['grants']['nodes'][number];

export function MyRights({ grants }: { grants: readonly Grant[] }): ReactNode {
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

/** What others do for me, until when: taken back at any time. */
export function MyDelegations({ accountId }: { accountId: string }): ReactNode {
  const { texts, terms } = useWords();
  const { profile, grants } = texts;
  const [taken, setTaken] = useState<Delegation>();
  const read = useRead(Delegations, { accountId });
  const takeBack = useCommand(TakeBackDelegation);
  const lasting = read.data?.grants.nodes.filter(({ endedAt, validTo }) => !endedAt && (validTo ?? '') >= todayInVietnam()) ?? [];
  if (lasting.length === 0) return null;
  return (
    <Part title={profile.delegated}>
      <ul className="plain-list">
        {lasting.map(delegation => (
          <li key={delegation.id}>
            <strong>{delegation.holderName}</strong>, {terms.Role[delegation.role]}{' '}
            <span className="quiet">{profile.fromTo(dayText(delegation.validFrom), dayText(delegation.validTo))}</span>{' '}
            <button
              type="button"
              className="link"
              aria-label={`${grants.takeBack}: ${delegation.holderName}`}
              onClick={() => setTaken(delegation)}
            >
              {grants.takeBack}
            </button>
          </li>
        ))}
      </ul>
      {taken && (
        <ReasonWindow
          title={grants.takeBack}
          running={takeBack.running}
          onClose={() => setTaken(undefined)}
          run={reason => takeBack.run({ id: taken.id, expectedVersion: taken.version, reason })}
        />
      )}
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
