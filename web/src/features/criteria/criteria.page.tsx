import type { ReactNode } from 'react';
import { CriteriaSets, type CriteriaSetsData, type Schema } from '#documents/criteria';
import addresses from '../../api/addresses.json';
import { useRead } from '../../api/read.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { actText, VersionState } from './version.parts.js';

type Row = CriteriaSetsData['criteriaSets']['nodes'][number];

/** The version to read first: the latest that is published, or else the latest. */
const shownVersion = ({ versions }: Row): Row['versions'][number] | undefined =>
  versions.find(({ state }) => state === 'PUBLISHED') ?? versions[0];

export function CriteriaPage(): ReactNode {
  const { texts, terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const state = useListState();
  const heads = criteria.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME', 'NAME_DESC'],
      cell: row => {
        const version = shownVersion(row);
        return (
          <>
            {version ? <To to={`/${addresses.criteriaSets}/${version.id}`}>{row.name}</To> : row.name}{' '}
            {row.illustrative && <Badge tone="plain">{criteria.illustrative}</Badge>}
          </>
        );
      },
    },
    { key: 'graded', head: heads.graded, cell: ({ graded }) => terms.GradedThing[graded] },
    { key: 'issuer', head: heads.issuer, cell: ({ issuer, act }) => issuer?.fullName ?? act.issuer },
    { key: 'act', head: heads.act, cell: ({ act }) => actText(act) },
    {
      key: 'version',
      head: heads.version,
      cell: row => {
        const version = shownVersion(row);
        return version && <VersionState version={version} />;
      },
    },
  ];
  const illustrative = state.filter('minhhoa');
  const read = useRead(CriteriaSets, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['NAME', 'NAME_DESC'] as const) ?? 'NAME',
    filter: {
      text: state.filter('chu'),
      graded: oneOf(state.filter('cho'), Object.keys(terms.GradedThing) as Schema.GradedThing[]),
      illustrative: illustrative === undefined ? undefined : illustrative === '1',
    },
  });
  return (
    <Page title={criteria.title} total={read.data?.criteriaSets.totalCount}>
      <List
        label={criteria.title}
        read={read}
        of={({ criteriaSets }) => criteriaSets}
        columns={columns}
        state={state}
        defaultOrder="NAME"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <ChoiceFilter state={state} name="cho" label={heads.graded} choices={pairs(terms.GradedThing)} />
            <ChoiceFilter
              state={state}
              name="minhhoa"
              label={criteria.onlyIllustrative}
              choices={[
                ['1', texts.common.yes],
                ['0', texts.common.no],
              ]}
            />
          </>
        }
        empty={<Empty title={criteria.empty} />}
      />
    </Page>
  );
}
