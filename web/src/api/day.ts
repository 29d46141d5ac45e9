import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { dayFrom } from './format.js';

/** The day that the pages are seen as of, in the address: `?ngay=2022-10-13`. */
const DAY = 'ngay';

/** `asOf` of every query; undefined: today. */
export function useDay(): string | undefined {
  const [params] = useSearchParams();
  const given = params.get(DAY);
  return given === null ? undefined : dayFrom(given);
}

export function useSetDay(): (day: string | undefined) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    day => {
      setParams(params => {
        const next = new URLSearchParams(params);
        if (day) next.set(DAY, day);
        else next.delete(DAY);
        // A page of a list of another day is another page.
        next.delete('sau');
        next.delete('trang');
        return next;
      });
    },
    [setParams],
  );
}

/** The address with the day of this page, so that every link stays on the day. */
export function withDay(to: string, day: string | undefined): string {
  if (!day) return to;
  const [path, search] = to.split('?');
  const params = new URLSearchParams(search);
  if (!params.has(DAY)) params.set(DAY, day);
  return `${path}?${params.toString()}`;
}
