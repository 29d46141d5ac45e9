import { useEffect, type ReactNode } from 'react';
import { MyExports, type MyExportsData } from '#documents/exports';
import { momentText, numberText, sizeText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Reading } from '../../ui/states.js';

const AGAIN_MS = 3_000;
const TONES = { WAITING: 'open', READY: 'good', FAILED: 'bad', EXPIRED: 'plain' } as const;

type Row = MyExportsData['myExports'][number];

/** The files that were asked for; one that is being written is looked for again until it is there. */
export function ExportsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const { models } = texts;
  const read = useRead(MyExports, {});
  const { data, again } = read;
  const isWaiting = data?.myExports.some(({ state }) => state === 'WAITING') ?? false;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, again]);
  const file = ({ state, url, rowCount, size, failure }: Row): ReactNode => {
    if (state === 'WAITING') return models.exportWaiting;
    if (!url) return failure;
    return (
      <>
        <a href={url}>{models.download}</a>{' '}
        <span className="quiet">{models.exportRows(numberText(rowCount ?? 0, language), sizeText(Number(size ?? 0), language))}</span>
      </>
    );
  };
  return (
    <Page title={models.exports}>
      <Reading of={read}>
        {({ myExports }) =>
          myExports.length === 0 ? (
            <Empty title={models.noExports} />
          ) : (
            <DataTable
              label={models.exports}
              rows={myExports}
              idOf={({ id }) => id}
              columns={[
                { key: 'at', head: models.exportedAt, fixed: true, cell: ({ requestedAt }) => momentText(requestedAt) },
                { key: 'format', head: models.exportFormat, cell: ({ format }) => terms.ExportFormat[format] },
                {
                  key: 'state',
                  head: models.columns.state,
                  cell: ({ state }) => <Badge tone={TONES[state]}>{terms.ExportState[state]}</Badge>,
                },
                { key: 'file', head: models.download, cell: file },
                {
                  key: 'until',
                  head: '',
                  cell: ({ state, expiresAt }) => state === 'READY' && expiresAt && models.exportUntil(momentText(expiresAt)),
                },
              ]}
            />
          )
        }
      </Reading>
    </Page>
  );
}
