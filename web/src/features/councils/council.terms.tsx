import type { ReactNode } from 'react';
import { EndCouncilMembership, RemoveCouncilMember } from '#documents/council-commands';
import addresses from '../../api/addresses.json';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { RowDoings } from '../../parts/doings.js';
import { EndWindow, RemoveWindow } from '../../parts/record.windows.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import type { ShownCouncil } from './council.parts.js';
import { MemberWindow } from './member.window.js';

/** Who was in which role from when to when; a term is ended where somebody leaves, and the next is appointed. */
export function Terms({ council }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const mayManage = useMay()('council.manage');
  const heads = councils.memberColumns;
  return (
    <Part title={councils.terms}>
      <DataTable
        label={councils.terms}
        rows={council.allMembers}
        idOf={({ id }) => id}
        columns={[
          {
            key: 'person',
            head: heads.person,
            fixed: true,
            cell: ({ person }) => <To to={`/${addresses.people}/${person.id}`}>{person.name}</To>,
          },
          { key: 'role', head: heads.role, cell: ({ role }) => terms.CouncilRole[role] },
          { key: 'from', head: heads.from, cell: ({ validFrom }) => dayText(validFrom) },
          { key: 'to', head: heads.to, cell: ({ validTo }) => dayText(validTo) },
          { key: 'basis', head: heads.basis, cell: ({ basis, endReason }) => [basis, endReason].filter(Boolean).join('; ') },
          {
            key: 'do',
            head: '',
            cell: member => (
              <RowDoings
                name={member.person.name}
                of={[
                  {
                    title: councils.endTerm,
                    fits: mayManage && !member.validTo,
                    window: close => (
                      <EndWindow
                        title={councils.endTerm}
                        hint={councils.endTermHint}
                        command={EndCouncilMembership}
                        of={member}
                        onClose={close}
                      />
                    ),
                  },
                  {
                    title: councils.correctTerm,
                    fits: mayManage,
                    window: close => <MemberWindow council={council} member={member} onClose={close} />,
                  },
                  {
                    title: councils.removeTerm,
                    fits: mayManage,
                    window: close => <RemoveWindow title={councils.removeTerm} command={RemoveCouncilMember} of={member} onClose={close} />,
                  },
                ]}
              />
            ),
          },
        ]}
      />
    </Part>
  );
}
