import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Hold, LiftHold, ReviewHold, type HoldData } from '#documents/holds';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { CommandWindow } from '../../parts/command.window.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { Story } from '../../parts/story.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { HoldBadge } from './holds.page.js';

type ShownHold = Extract<NonNullable<HoldData['node']>, { readonly __typename: 'Hold' }>;

export function HoldPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Hold, { id });
  return <Reading of={read}>{({ node }) => (node?.__typename === 'Hold' ? <Whole of={node} /> : <NotFound />)}</Reading>;
}

function Whole({ of }: { of: ShownHold }): ReactNode {
  const { terms } = useWords();
  const { holds } = useProposalTexts();
  const may = useMay();
  const [doing, setDoing] = useState<'lift' | 'review'>();
  const lift = useCommand(LiftHold);
  const { name, person, unit, body, council, reason } = of;
  const close = (): void => setDoing(undefined);
  const isUnit = name === null && person === null;
  return (
    <Page
      title={name ?? person?.name ?? unit?.fullName ?? holds.title}
      above={<To to={`/${addresses.holds}`}>{holds.title}</To>}
      badge={<HoldBadge of={of} />}
      below={isUnit ? holds.wholeUnit : unit?.fullName}
      actions={
        of.liftedOn === null &&
        reason &&
        may('hold.place') && (
          <>
            <Button variant="default" onClick={() => setDoing('review')}>
              {holds.review}
            </Button>
            <Button onClick={() => setDoing('lift')}>{holds.lift}</Button>
          </>
        )
      }
    >
      <Part title={holds.facts}>
        <Facts
          of={[
            [holds.person, person && <To to={`/${addresses.people}/${person.id}`}>{person.name}</To>],
            [holds.unit, unit && <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>],
            [holds.body, <To to={`/${addresses.units}/${body.id}`}>{body.fullName}</To>],
            [holds.council, council && <To to={`/${addresses.councils}/${council.id}`}>{council.name}</To>],
            [holds.ground, reason && terms.HoldGround[reason.ground]],
            [holds.reason, reason?.text],
            [holds.source, reason?.source],
            [holds.columns.placedOn, dayText(of.placedOn)],
            [holds.reviewOn, dayText(of.reviewOn)],
            [holds.liftReason, reason?.liftReason],
          ]}
        />
        {!reason && <Note>{holds.hiddenReason}</Note>}
      </Part>
      {reason && (
        <Part title={holds.story}>
          <Story of={reason.history} />
        </Part>
      )}
      {doing === 'lift' && (
        <ReasonWindow
          title={holds.lift}
          running={lift.running}
          onClose={close}
          run={words => lift.run({ id: of.id, expectedVersion: of.version, reason: words })}
        />
      )}
      {doing === 'review' && <ReviewWindow of={of} onClose={close} />}
    </Page>
  );
}

function ReviewWindow({ of, onClose }: { of: ShownHold; onClose: () => void }): ReactNode {
  const { texts } = useWords();
  const { holds } = useProposalTexts();
  const { run, running } = useCommand(ReviewHold);
  const form = useForm({ reviewOn: undefined as string | undefined, reason: '' });
  const { reviewOn, reason } = form.values;
  return (
    <CommandWindow
      title={holds.review}
      form={form}
      needed={['reviewOn', 'reason']}
      running={running}
      onClose={onClose}
      run={() => run({ id: of.id, expectedVersion: of.version, reviewOn: reviewOn ?? '', reason })}
    >
      <DateField form={form} name="reviewOn" label={holds.nextReview} required />
      <TextField form={form} name="reason" label={texts.common.reason} lines={3} required />
    </CommandWindow>
  );
}
