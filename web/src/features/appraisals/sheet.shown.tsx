import type { ReactNode } from 'react';
import { decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import type { FilledSheet, ShownEntry } from './entry.shown.js';

/** A sheet to read. */
export function SheetShown({ entry, sheet }: { entry: ShownEntry; sheet: FilledSheet | null | undefined }): ReactNode {
  const { language, terms } = useWords();
  const { sheet: words, rounds } = useAppraisalTexts();
  if (!sheet) return <Empty title={words.notBegun} />;
  const texts = new Map(entry.round.version.criteria.map(({ code, text }) => [code, text]));
  return (
    <>
      <DataTable
        label={words.titleMine}
        rows={sheet.scores}
        idOf={({ code }) => code}
        columns={[
          { key: 'criterion', head: rounds.numbers.criterion, fixed: true, cell: ({ code }) => `${code} ${texts.get(code) ?? ''}` },
          {
            key: 'points',
            head: words.columns.total,
            numeric: true,
            cell: ({ points, mark, level }) =>
              [mark ? terms.ItemMark[mark] : decimalText(points, language), level].filter(Boolean).join(', '),
          },
          { key: 'words', head: words.remark, cell: ({ words: said }) => said && <span className="prose">{said}</span> },
        ]}
      />
      <Facts
        of={[
          [words.total, decimalText(sheet.total, language)],
          [words.remark, sheet.remark],
        ]}
      />
    </>
  );
}
