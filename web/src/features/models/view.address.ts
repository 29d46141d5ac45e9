import type { Schema } from '#documents/models';

/** The filters of the page, by their names in the address. A list of states has one there. */
const NAMES: Readonly<Partial<Record<keyof Schema.ModelFilter, string>>> = {
  text: 'chu',
  unitId: 'donvi',
  sectorId: 'linhvuc',
  roundId: 'dot',
  state: 'hoso',
  running: 'vanhanh',
  subjectKind: 'doituong',
};

/** The address of the page with what was saved; `undefined` where more was saved than the page can show. */
export function addressOf(saved: Readonly<Record<string, unknown>>): string | undefined {
  const { filter, orderBy, ...more } = saved as { filter?: Schema.ModelFilter | null; orderBy?: string };
  const params = new URLSearchParams(orderBy === undefined ? {} : { xep: orderBy });
  for (const [name, value] of Object.entries(filter ?? {}).filter(([, given]) => given !== null && given !== undefined)) {
    const [shown, one] = [NAMES[name as keyof Schema.ModelFilter], Array.isArray(value) && value.length === 1 ? value[0] : value];
    if (shown === undefined || typeof one !== 'string') return undefined;
    params.set(shown, one);
  }
  return Object.keys(more).length > 0 ? undefined : `?${params}`;
}
