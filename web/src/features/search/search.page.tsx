import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Search, type Schema, type SearchData } from '#documents/search';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { numberText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { toneOfState } from '../../parts/model.tones.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { oneOf } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { Pager } from '../../ui/list.js';
import { PAGE_SIZE, useListState, type ListState } from '../../ui/list-state.js';
import { Page, Part } from '../../ui/page.js';
import { Empty, Reading } from '../../ui/states.js';

type Found = SearchData['search'];

/** The facets, and the parameter of the address for each. */
const FACETS = { type: 'loai', unit: 'donvi', sector: 'linhvuc', state: 'hoso', subjectKind: 'doituong' } as const;

export function SearchPage(): ReactNode {
  const { texts, terms } = useWords();
  const state = useListState();
  const text = state.filter('chu') ?? '';
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    setTyped(text);
  }
  const [type, file, subject] = [
    oneOf(state.filter(FACETS.type), ['MODEL', 'UNIT'] as const),
    oneOf(state.filter(FACETS.state), Object.keys(terms.ModelState) as Schema.ModelState[]),
    oneOf(state.filter(FACETS.subjectKind), Object.keys(terms.SubjectKind) as Schema.SubjectKind[]),
  ];
  const filter = {
    text,
    unitId: state.filter(FACETS.unit),
    sectorId: state.filter(FACETS.sector),
    ...(type && { types: [type] }),
    ...(file && { state: [file] }),
    ...(subject && { subjectKind: [subject] }),
  };
  const read = useRead(Search, { filter, asOf: useDay(), after: state.after, first: PAGE_SIZE }, { pause: text === '' });
  return (
    <Page title={texts.search.title}>
      <form
        className="search-form"
        onSubmit={event => {
          event.preventDefault();
          state.setFilter('chu', typed.trim());
        }}
      >
        <TextInput type="search" label={texts.search.text} value={typed} onChange={event => setTyped(event.currentTarget.value)} />
        <Button type="submit">{texts.search.go}</Button>
      </form>
      {text === '' ? (
        <p className="quiet">{texts.search.typed}</p>
      ) : (
        <Reading of={read}>{({ search }) => <Results found={search} state={state} />}</Reading>
      )}
    </Page>
  );
}

function Results({ found, state }: { found: Found; state: ListState }): ReactNode {
  const { language, texts } = useWords();
  const { search } = texts;
  const number = (count: number): string => numberText(count, language);
  if (found.edges.length === 0) {
    return (
      <Empty title={search.none}>
        <p>{search.noneText}</p>
      </Empty>
    );
  }
  return (
    <div className="columns">
      <div>
        <p className="quiet" role="status">
          {found.totalCount === null ? search.foundAtLeast(number(found.totalCountAtLeast)) : search.found(number(found.totalCount))}
        </p>
        <ul className="tasks">
          {found.edges.map(({ cursor, node, step }) => (
            <Hit key={cursor} node={node} isSimilar={step === 'SIMILAR'} />
          ))}
        </ul>
        <Pager connection={{ nodes: found.edges, totalCount: found.totalCount, pageInfo: found.pageInfo }} state={state} />
      </div>
      <Part title={search.narrow}>
        {Object.entries(FACETS).map(([facet, name]) => (
          <Facet
            key={facet}
            title={search.facets[facet as keyof typeof FACETS]}
            of={found.facets[facet as keyof typeof FACETS].values}
            state={state}
            name={name}
          />
        ))}
      </Part>
    </div>
  );
}

function Hit({ node, isSimilar }: { node: Found['edges'][number]['node']; isSimilar: boolean }): ReactNode {
  const { texts, terms } = useWords();
  const isModel = node.__typename === 'EmulationModel';
  return (
    <li className="task hit">
      <div>
        <To to={isModel ? `/${addresses.models}/${node.id}` : `/${addresses.units}/${node.id}`} className="task-title">
          {isModel ? node.title : node.fullName}
        </To>
        <p className="quiet">{isModel ? `${node.code} · ${node.unit.fullName}` : node.path}</p>
      </div>
      <div className="task-when">
        {isModel && node.state && <Badge tone={toneOfState(node.state)}>{terms.ModelState[node.state]}</Badge>}
        {isSimilar && <span>{texts.search.similar}</span>}
      </div>
    </li>
  );
}

function Facet({
  title,
  of,
  state,
  name,
}: {
  title: string;
  of: readonly { value: string; label: string; count: number }[];
  state: ListState;
  name: string;
}): ReactNode {
  const { language, texts } = useWords();
  const chosen = state.filter(name);
  if (of.length === 0) return null;
  return (
    <div className="facet">
      <h3>{title}</h3>
      <ul className="plain-list">
        {of.map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              className="link"
              aria-pressed={chosen === value}
              onClick={() => state.setFilter(name, chosen === value ? undefined : value)}
            >
              {label}
            </button>{' '}
            <span className="quiet">
              {numberText(count, language)}
              {chosen === value && ` · ${texts.search.chosen}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
