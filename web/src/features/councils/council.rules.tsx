import type { ReactNode } from 'react';
import { EndCouncilRule, RemoveCouncilRule } from '#documents/council-commands';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { RowDoings } from '../../parts/doings.js';
import { EndWindow, RemoveWindow } from '../../parts/record.windows.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Facts, Part } from '../../ui/page.js';
import type { ShownCouncil } from './council.parts.js';
import { RuleWindow } from './rule.window.js';

/** When a session of a kind can decide, and by how many votes. */
export function Rules({ council }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const mayManage = useMay()('council.manage');
  const share = ({ numerator, denominator, moreThan }: ShownCouncil['allRules'][number]['presence']): string =>
    councils.share(`${numerator}/${denominator}`, moreThan);
  return (
    <Part title={councils.rules}>
      {council.allRules.length === 0 && <p className="quiet">{councils.noRules}</p>}
      {council.allRules.map(rule => (
        <div key={rule.id} className="part-item">
          <Facts
            of={[
              [councils.sessionKind, terms.SessionKind[rule.sessionKind]],
              [councils.presence, `${share(rule.presence)}; ${rule.presenceCountsWritten ? councils.written : councils.notWritten}`],
              [
                councils.majority,
                `${share(rule.majority)} (${terms.MajorityBase[rule.majorityOf]}); ${rule.majorityCountsWritten ? councils.written : councils.notWritten}`,
              ],
              [councils.memberColumns.basis, rule.basis],
              [councils.validFrom, dayText(rule.validFrom)],
              [councils.validTo, dayText(rule.validTo)],
            ]}
          />
          <RowDoings
            name={terms.SessionKind[rule.sessionKind]}
            of={[
              {
                title: councils.correctRule,
                fits: mayManage,
                window: close => <RuleWindow council={council} rule={rule} onClose={close} />,
              },
              {
                title: councils.endRule,
                fits: mayManage && !rule.validTo,
                window: close => <EndWindow title={councils.endRule} command={EndCouncilRule} of={rule} onClose={close} />,
              },
              {
                title: councils.removeRule,
                fits: mayManage,
                window: close => <RemoveWindow title={councils.removeRule} command={RemoveCouncilRule} of={rule} onClose={close} />,
              },
            ]}
          />
        </div>
      ))}
    </Part>
  );
}
