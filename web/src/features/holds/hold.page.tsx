import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CorrectHold, Hold, LiftHold, ReviewHold, type HoldData } from '#documents/holds';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { CommandWindow } from '../../parts/command.window.js';
import { Doings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
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
  const { name, person, unit, body, council, reason } = of;
  const isUnit = name === null && person === null;
  return (
    <Page
      title={name ?? person?.name ?? unit?.fullName ?? holds.title}
      above={<To to={`/${addresses.holds}`}>{holds.title}</To>}
      badge={<HoldBadge of={of} />}
      below={isUnit ? holds.wholeUnit : unit?.fullName}
      actions={of.liftedOn === null && reason && may('hold.place') && <HoldDoings of={of} reason={reason} />}
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
    </Page>
  );
}

function HoldDoings({ of, reason }: { of: ShownHold; reason: NonNullable<ShownHold['reason']> }): ReactNode {
  const { terms } = useWords();
  const { holds } = useProposalTexts();
  return (
    <Doings
      of={[
        { title: holds.lift, window: close => <RemoveWindow title={holds.lift} command={LiftHold} of={of} onClose={close} /> },
        { title: holds.review, window: close => <ReviewWindow of={of} onClose={close} /> },
        {
          title: holds.correct,
          window: close => (
            <FieldsWindow
              title={holds.correct}
              command={CorrectHold}
              given={{ id: of.id, expectedVersion: of.version }}
              fields={{
                ground: { label: holds.ground, choices: pairs(terms.HoldGround), value: reason.ground, required: true },
                text: { label: holds.reason, value: reason.text, as: 'lines', required: true },
                source: { label: holds.source, value: reason.source, required: true },
                reviewOn: { label: holds.reviewOn, value: of.reviewOn, as: 'day', required: true },
              }}
              asksReason
              onClose={close}
            />
          ),
        },
      ]}
    />
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
