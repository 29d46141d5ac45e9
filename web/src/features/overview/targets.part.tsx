import type { ReactNode } from 'react';
import { Targets, type TargetsData } from '#documents/overview';
import addresses from '../../api/addresses.json';
import { addressOf } from '../../api/counted.js';
import { numberText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import { Reading } from '../../ui/states.js';

type Target = TargetsData['overview']['targets'][number];

/** What was assigned, and how far it is. */
export function TargetsPart({ unitId, year }: { unitId: string; year: number }): ReactNode {
  const { language, texts } = useWords();
  const { overview } = texts;
  const read = useRead(Targets, { unitId, year });
  const number = (value: number): string => numberText(value, language);
  return (
    <Reading of={read}>
      {({ overview: { targets } }) =>
        targets.length > 0 && (
          <Part title={overview.targets}>
            <DataTable<Target>
              label={overview.targets}
              rows={targets}
              idOf={({ round, unitId: of }) => `${round} ${of}`}
              columns={[
                {
                  key: 'unit',
                  head: overview.unit,
                  fixed: true,
                  cell: ({ unit, unitId: of }) => <To to={`/${addresses.units}/${of}`}>{unit}</To>,
                },
                { key: 'round', head: overview.round, cell: ({ round }) => round },
                { key: 'target', head: overview.target, numeric: true, cell: ({ target }) => number(target) },
                {
                  key: 'registered',
                  head: overview.registered,
                  numeric: true,
                  cell: ({ registered, unit, round, filter }) => (
                    <To to={addressOf('REGISTRATIONS', { name: `${overview.registered}, ${unit}, ${round}`, filter })}>
                      {number(registered)}
                    </To>
                  ),
                },
                {
                  key: 'reached',
                  head: overview.reached,
                  cell: ({ reached }) => (
                    <Badge tone={reached ? 'good' : 'warn'}>{reached ? overview.isReached : overview.isNotReached}</Badge>
                  ),
                },
              ]}
            />
          </Part>
        )
      }
    </Reading>
  );
}
