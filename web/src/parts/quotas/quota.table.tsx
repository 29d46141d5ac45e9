import type { ReactNode } from 'react';
import type { ShownQuota } from '#documents/quotas';
import { numberText } from '../../api/format.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { Part } from '../../ui/page.js';

/** How many may be granted from the results of a round, and how many were. */
export function QuotaTable({ of, actions }: { of: readonly ShownQuota[]; actions?: ReactNode }): ReactNode {
  const { language, terms } = useWords();
  const { quotas } = useProposalTexts();
  return (
    <Part title={quotas.title} actions={actions}>
      {of.length === 0 ? (
        <p className="quiet">{quotas.none}</p>
      ) : (
        <DataTable
          label={quotas.title}
          rows={of}
          idOf={({ block, form, kind }) => `${block} ${form} ${kind}`}
          columns={[
            {
              key: 'form',
              head: quotas.form,
              fixed: true,
              cell: ({ block, form, kind }) => (
                <>
                  {terms.CommendationForm[form]}, {terms.SubjectKind[kind]}
                  {block && <span className="quiet"> · {block}</span>}
                </>
              ),
            },
            {
              key: 'granted',
              head: quotas.granted,
              numeric: true,
              cell: ({ granted, most }) => `${numberText(granted, language)}/${numberText(most, language)}`,
            },
          ]}
        />
      )}
    </Part>
  );
}
