import { useEffect, useState } from 'react';
import type { Problem } from '../api/problem.js';

export interface FormState<Values extends object> {
  readonly values: Values;
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void;
  /** The server's sentence about a field, until it is changed. */
  at(path: string): string | undefined;
  refuse(problems: readonly Problem[]): void;
  /** Whether one of these fields is empty; then each says `text`. For what the API cannot be asked without. */
  lacks(names: readonly (keyof Values & string)[], text: string): boolean;
  /** Problems that belong to no field of this form. */
  readonly rest: readonly Problem[];
  /** Typed and neither saved nor thrown away: kept on this machine. */
  readonly isKept: boolean;
  /** What is typed has been saved: it stays in the form, and is kept on this machine no longer. */
  saved(): void;
  /** Back to what it began with; what was kept is forgotten. */
  reset(): void;
}

const PREFIX = 'dvk.form.';

function keptValues<Values>(key: string | undefined): Values | undefined {
  if (key === undefined) return undefined;
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

const pathOf = ({ field }: Problem): string => field.join('.');

/**
 * The values of a form by their paths in the input (`title`, `form.aims`), and what the server says of them.
 * @param keep what is typed is kept under this name on this machine, also when the browser is closed, until it is saved.
 */
export function useForm<Values extends object>(initial: Values, keep?: string): FormState<Values> {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...keptValues<Values>(keep) }));
  const [isKept, setKept] = useState(() => keptValues(keep) !== undefined);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  useEffect(() => {
    if (keep !== undefined && isKept) localStorage.setItem(PREFIX + keep, JSON.stringify(values));
  }, [keep, values, isKept]);

  const refuse = (given: readonly Problem[]): void => {
    setProblems(given);
    // The first field that is wrong is the place to go on.
    setTimeout(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(), 0);
  };
  return {
    values,
    set: (name, value) => {
      setValues(all => ({ ...all, [name]: value }));
      setProblems(all => all.filter(problem => pathOf(problem) !== name));
      setKept(true);
    },
    at: path => problems.find(problem => pathOf(problem) === path || pathOf(problem).startsWith(`${path}.`))?.message,
    refuse,
    lacks: (names, text) => {
      const empty = names.filter(name => values[name] === undefined || values[name] === '');
      if (empty.length > 0) refuse(empty.map(name => ({ code: 'NEEDED', message: text, field: name.split('.') })));
      return empty.length > 0;
    },
    rest: problems.filter(problem => !Object.keys(values).some(name => pathOf(problem) === name || pathOf(problem).startsWith(`${name}.`))),
    isKept: keep !== undefined && isKept,
    saved: () => {
      if (keep !== undefined) localStorage.removeItem(PREFIX + keep);
      setKept(false);
      setProblems([]);
    },
    reset: () => {
      if (keep !== undefined) localStorage.removeItem(PREFIX + keep);
      setKept(false);
      setValues(initial);
      setProblems([]);
    },
  };
}
