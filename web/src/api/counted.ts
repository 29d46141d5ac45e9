import { useSearchParams } from 'react-router';
import addresses from './addresses.json';

const FILTER = 'so';
const NAME = 'ten';

/** What a number of a table counts: the filter of the list that has exactly these rows. */
export interface Counted {
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The lists that a number opens to. */
const OPENED = {
  MODELS: addresses.models,
  REGISTRATIONS: addresses.registrations,
  COMMENDATIONS: addresses.commendations,
  EVALUATIONS: addresses.results,
} as const;
type OpenedList = keyof typeof OPENED;
export const isOpened = (list: string): list is OpenedList => list in OPENED;

/** The address of the list that a number opens to. The day of the table comes along only where it is not the day of the page. */
export function addressOf(list: OpenedList, { name, filter }: Counted): string {
  const params = new URLSearchParams({ [FILTER]: JSON.stringify(filter), [NAME]: name });
  return `/${OPENED[list]}?${params.toString()}`;
}

function parsed(text: string | null): Counted['filter'] | undefined {
  if (text === null) return undefined;
  try {
    const filter: unknown = JSON.parse(text);
    return typeof filter === 'object' && filter !== null && !Array.isArray(filter) ? (filter as Counted['filter']) : undefined;
  } catch {
    // An address that was cut or typed: the list is shown as it is without it.
    return undefined;
  }
}

/** The number that the list of this page was opened from, where it was. */
export function useCounted(): Counted | undefined {
  const [params] = useSearchParams();
  const filter = parsed(params.get(FILTER));
  return filter && { name: params.get(NAME) ?? '', filter };
}
