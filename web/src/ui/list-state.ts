import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

const AFTER = 'sau';
const PAGE = 'trang';
const ORDER = 'xep';
const COLUMNS = 'cot';
/** Of the filters only: a page, an order and columns are no filter. */
const NOT_FILTERS: ReadonlySet<string> = new Set([AFTER, PAGE, ORDER, COLUMNS, 'ngay', 'xem']);

export const PAGE_SIZE = 25;

/** The state of a list, all of it in the address: a link shows what its sender saw. */
export interface ListState {
  readonly after: string | undefined;
  readonly page: number;
  readonly order: string | undefined;
  readonly columns: readonly string[] | undefined;
  readonly isFiltered: boolean;
  filter(name: string): string | undefined;
  setFilter(name: string, value: string | undefined): void;
  setOrder(order: string): void;
  setColumns(columns: readonly string[] | undefined): void;
  clearFilters(): void;
  next(cursor: string): void;
  previous(): void;
  first(): void;
}

export function useListState(): ListState {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const page = Math.max(1, Number(params.get(PAGE)) || 1);

  const change = useCallback(
    (values: Readonly<Record<string, string | undefined>>, { stays = false, replace = false } = {}) => {
      setParams(
        old => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          // Another filter or order is another list: from its first page.
          if (!stays) for (const name of [AFTER, PAGE]) if (!(name in values)) next.delete(name);
          return next;
        },
        { replace },
      );
    },
    [setParams],
  );

  return {
    after: params.get(AFTER) ?? undefined,
    page,
    order: params.get(ORDER) ?? undefined,
    columns: params.get(COLUMNS)?.split(','),
    isFiltered: [...params.keys()].some(name => !NOT_FILTERS.has(name)),
    filter: name => params.get(name) || undefined,
    setFilter: (name, value) => change({ [name]: value }, { replace: true }),
    setOrder: order => change({ [ORDER]: order }),
    setColumns: columns => change({ [COLUMNS]: columns?.join(',') }, { stays: true, replace: true }),
    clearFilters: () =>
      change(Object.fromEntries([...params.keys()].filter(name => !NOT_FILTERS.has(name)).map(name => [name, undefined]))),
    next: cursor => change({ [AFTER]: cursor, [PAGE]: String(page + 1) }),
    // Pages go forward by keys; back is the way one came.
    previous: () => (page === 2 ? change({}) : void navigate(-1)),
    first: () => change({}),
  };
}
