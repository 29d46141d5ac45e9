import type { ReactNode } from 'react';
import { EndAccountPersonLink, RemoveAccountPersonLink, type AccountsData } from '#documents/accounts';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useTexts } from '../../texts/texts.context.js';
import { Window } from '../../ui/window.js';

type ShownAccount = AccountsData['accounts']['nodes'][number];

/** Whose account it is and was; a link is ended, and one that was made by mistake removed. */
export function LinksWindow({ account, onClose }: { account: ShownAccount; onClose: () => void }): ReactNode {
  const { accounts, common } = useTexts();
  const remove = useCommand(RemoveAccountPersonLink);
  return (
    <Window title={`${accounts.people}: ${account.displayName}`} onClose={onClose}>
      {account.people.length === 0 && <p className="quiet">{accounts.noPeople}</p>}
      <ul className="plain-list">
        {account.people.map(({ id, person, validFrom, validTo }) => (
          <li key={id}>
            {person?.name ?? common.unknown}{' '}
            <span className="quiet">
              {dayText(validFrom)} – {dayText(validTo)}
            </span>{' '}
            <RowDoings
              name={person?.name ?? common.unknown}
              of={[
                {
                  title: accounts.endLink,
                  onAnyDay: true,
                  fits: validTo === null,
                  window: close => (
                    <FieldsWindow
                      title={accounts.endLink}
                      command={EndAccountPersonLink}
                      given={{ id }}
                      fields={{ validTo: { label: accounts.endLinkOn, as: 'day', required: true } }}
                      asksReason
                      onClose={close}
                    />
                  ),
                },
                {
                  title: accounts.removeLink,
                  onAnyDay: true,
                  window: close => (
                    <ReasonWindow
                      title={accounts.removeLink}
                      running={remove.running}
                      run={reason => remove.run({ id, reason })}
                      onClose={close}
                    />
                  ),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </Window>
  );
}
