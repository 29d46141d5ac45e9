import type { ReactNode } from 'react';
import { decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts, Part } from '../../ui/page.js';
import type { ShownVersion } from './version.parts.js';

interface Props {
  readonly version: ShownVersion;
}

/** The grades from the best, with the points and the conditions that they take. */
export function Grades({ version: { grades, gradeGap } }: Props): ReactNode {
  const { language, terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const heads = criteria.gradeColumns;
  return (
    <Part title={criteria.grades}>
      {grades.length === 0 ? (
        <p className="quiet">{criteria.noGrades}</p>
      ) : (
        <DataTable
          label={criteria.grades}
          rows={grades}
          idOf={({ code }) => code}
          columns={[
            { key: 'name', head: heads.name, fixed: true, cell: ({ name }) => name },
            {
              key: 'points',
              head: heads.points,
              cell: ({ lower, upper }) =>
                [
                  lower && criteria.from(decimalText(lower.at, language), lower.inclusive),
                  upper && criteria.to(decimalText(upper.at, language), upper.inclusive),
                ]
                  .filter(Boolean)
                  .join(' '),
            },
            {
              key: 'conditions',
              head: heads.conditions,
              cell: ({ conditions }) =>
                conditions.length > 0 && (
                  <ul className="plain-list">
                    {conditions.map(({ code, kind, text }) => (
                      <li key={code ?? kind}>{text ?? terms.GradeConditionKind[kind]}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
      {gradeGap && (
        <p className="quiet">
          {criteria.gradeGap}: {gradeGap}
        </p>
      )}
    </Part>
  );
}

/** What leads to a grade whatever the points are, lowers it, limits it, or parts equals. */
export function Openings({ version }: Props): ReactNode {
  const { language, terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const gradeName = (code: string): string => version.grades.find(grade => grade.code === code)?.name ?? code;
  const percent = (text: string): string => decimalText(text, language);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      criteria.knockOuts,
      version.knockOuts.map(
        ({ kind, text, gradeCode }) => `${text || terms.KnockOutKind[kind]}: ${criteria.leadsTo(gradeName(gradeCode))}`,
      ),
    ],
    [criteria.caps, version.caps.map(({ text, gradeCode }) => `${text}: ${criteria.atBest(gradeName(gradeCode))}`)],
    [
      criteria.quotas,
      version.quotas.map(({ gradeCode, baseGradeCode, percent: share, raisedPercent, floor }) =>
        [
          criteria.quota(gradeName(gradeCode), percent(share), gradeName(baseGradeCode)),
          raisedPercent && criteria.quotaRaised(percent(raisedPercent)),
          floor > 0 && criteria.quotaFloor(floor),
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ],
    [
      criteria.tieBreaks,
      version.tieBreaks.map(({ kind, code, text }) => text ?? [terms.TieBreakKind[kind], code].filter(Boolean).join(' ')),
    ],
  ];
  return lists.map(
    ([title, lines]) =>
      lines.length > 0 && (
        <Part key={title} title={title}>
          <ol className="rules">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Part>
      ),
  );
}

export function Adjustments({ version }: Props): ReactNode {
  const { language, terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const { bonus, penalty, checklist } = version;
  const of = (part: ShownVersion['bonus']): ReactNode => part && `${criteria.atMost(decimalText(part.maximum, language))}: ${part.basis}`;
  const isByPoints = version.scoring === 'POINTS';
  if (!isByPoints && !checklist) return null;
  return (
    <Part title={isByPoints ? criteria.adjustments : criteria.checklist}>
      <Facts
        of={[
          [criteria.bonus, of(bonus)],
          [criteria.penalty, of(penalty)],
          [criteria.mayPassMaximum, isByPoints && terms.Stated[version.mayPassMaximum]],
          [criteria.beforeThresholds, isByPoints && terms.Stated[version.beforeThresholds]],
          [criteria.zeroOf, isByPoints && terms.ZeroOf[version.zeroOf]],
          [
            criteria.checklist,
            checklist &&
              `${criteria.checklistShare(checklist.share, checklist.moreThan)} (${terms.MajorityOf[checklist.of]}); ${
                checklist.atLeast === null ? criteria.checklistAll : criteria.checklistSome(checklist.atLeast)
              }`,
          ],
        ]}
      />
    </Part>
  );
}
