import type { ReactNode } from 'react';
import {
  CorrectCommendation,
  DecideTitleMoney,
  RemoveCommendation,
  TakeBackCompletion,
  TakeBackRevocation,
} from '#documents/commendation-records';
import addresses from '../../api/addresses.json';
import { useMay } from '../../api/me.context.js';
import { Doings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useGo } from '../../ui/link.js';
import type { ShownCommendation } from './commendation.shown.js';
import { CompleteWindow } from './complete.window.js';
import { RevokeWindow } from './revoke.window.js';

/** What can be done with a commendation. */
export function CommendationDoings({ of }: { of: ShownCommendation }): ReactNode {
  const { common } = useTexts();
  const { commendations: words } = useCommendationTexts();
  const [may, go] = [useMay(), useGo()];
  const given = { id: of.id, expectedVersion: of.version };
  const isInForce = of.state === 'IN_FORCE';
  const isOpenList = of.count !== null && of.count > 0 && of.recipient.name === null;
  return (
    <Doings
      hasFirst={false}
      of={[
        {
          title: words.complete,
          fits: isOpenList && may('commendation.complete'),
          window: close => <CompleteWindow of={of} onClose={close} />,
        },
        {
          title: words.correct,
          fits: may('commendation.record'),
          window: close => (
            <FieldsWindow
              title={words.correct}
              command={CorrectCommendation}
              given={given}
              fields={{
                ...(of.statedCount === null && { name: { label: words.name, value: of.recipient.name } }),
                post: { label: words.post, value: of.recipient.post },
                unitName: { label: words.unitName, value: of.recipient.unit },
                ...(of.decision === null && {
                  presentedOn: { label: words.presentedOn, value: of.presentedOn, as: 'day' as const },
                  source: { label: common.source, value: of.source },
                }),
              }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.revoke,
          fits: isInForce && of.partOf === null && may('commendation.revoke'),
          window: close => <RevokeWindow of={of} onClose={close} />,
        },
      ]}
      rare={[
        {
          title: words.takeBackRevocation,
          fits: of.revocation !== null && may('commendation.revoke'),
          window: close => <RemoveWindow title={words.takeBackRevocation} command={TakeBackRevocation} of={of} onClose={close} />,
        },
        {
          title: words.takeBackName,
          fits: of.partOf !== null && may('commendation.complete'),
          window: close => (
            <RemoveWindow
              title={words.takeBackName}
              command={TakeBackCompletion}
              of={of}
              onClose={close}
              onDone={() => go(`/${addresses.commendations}/${of.partOf?.id}`)}
            />
          ),
        },
        {
          title: words.decideMoney,
          fits: isInForce && may('commendation.grant'),
          window: close => (
            <FieldsWindow
              title={words.decideMoney}
              hint={words.moneyHint}
              command={DecideTitleMoney}
              given={given}
              fields={{ amount: { label: words.moneyAmount, as: 'whole', required: true } }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.remove,
          fits: of.partOf === null && may('commendation.remove'),
          window: close => (
            <RemoveWindow
              title={words.remove}
              command={RemoveCommendation}
              of={of}
              onClose={close}
              onDone={() => go(`/${addresses.commendations}`)}
            />
          ),
        },
      ]}
    />
  );
}
