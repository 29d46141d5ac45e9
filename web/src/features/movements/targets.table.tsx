import type { ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import { numberText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';

interface Target {
  readonly id: string;
  readonly count: number;
  readonly basis: string;
  readonly unit: { readonly id: string; readonly fullName: string };
}

interface Props<T extends Target> {
  readonly of: { readonly totalCount: number; readonly nodes: readonly T[] };
  /** What a row has more: its round, what can be done with it. */
  readonly more: Column<T>;
}

/** How many models each unit is to register. */
export function TargetsTable<T extends Target>({ of, more }: Props<T>): ReactNode {
  const { language, texts } = useWords();
  const { rounds, lists } = texts;
  const number = (count: number): string => numberText(count, language);
  return (
    <Part title={rounds.targets}>
      {of.nodes.length === 0 ? (
        <p className="quiet">{rounds.noTargets}</p>
      ) : (
        <DataTable<T>
          label={rounds.targets}
          rows={of.nodes}
          idOf={({ id }) => id}
          columns={[
            {
              key: 'unit',
              head: rounds.columns.unit,
              fixed: true,
              cell: ({ unit }) => <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>,
            },
            { key: 'count', head: rounds.targetCount, numeric: true, cell: ({ count }) => number(count) },
            { key: 'basis', head: rounds.basis, cell: ({ basis }) => basis },
            more,
          ]}
        />
      )}
      {of.totalCount > of.nodes.length && <p className="quiet">{lists.range('1', number(of.nodes.length), number(of.totalCount))}</p>}
    </Part>
  );
}
