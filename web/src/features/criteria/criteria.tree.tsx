import type { ReactNode } from 'react';
import { decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import type { ShownVersion } from './version.parts.js';

/** Groups, criteria and items in reading order, each indented by its depth. */
export function CriteriaTree({ criteria }: { criteria: ShownVersion['criteria'] }): ReactNode {
  const { language, terms } = useWords();
  const { criteria: words } = useAppraisalTexts();
  const heads = words.criterionColumns;
  if (criteria.length === 0) return <p className="quiet">{words.noCriteria}</p>;
  return (
    <DataTable
      label={words.content}
      rows={criteria}
      idOf={({ id }) => id}
      columns={[
        { key: 'code', head: heads.code, cell: ({ code }) => <span className="code">{code}</span> },
        {
          key: 'text',
          head: heads.text,
          fixed: true,
          cell: ({ text, note, depth, levels, kind }) => (
            <div className={`criterion criterion-${Math.min(depth, 4)}`}>
              {kind === 'GROUP' ? <strong>{text}</strong> : text}
              {note && <p className="quiet">{note}</p>}
              {levels.length > 0 && (
                <ul aria-label={words.levels}>
                  {levels.map(({ name, text: what, from, to }) => (
                    <li key={name}>
                      {name}
                      {(from !== null || to !== null) &&
                        ` (${[from, to]
                          .filter(end => end !== null)
                          .map(end => decimalText(end, language))
                          .join('–')})`}
                      {what && `: ${what}`}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ),
        },
        { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.CriterionKind[kind] },
        { key: 'maximum', head: heads.maximum, numeric: true, cell: ({ maximum }) => decimalText(maximum, language) },
      ]}
    />
  );
}
