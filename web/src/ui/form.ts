import { useContext, useEffect, useState } from 'react';
import { MeContext } from '../api/me.context.js';
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
  /** Something is typed that is not saved. */
  readonly isChanged: boolean;
  /** Typed and neither saved nor thrown away: kept on this machine. */
  readonly isKept: boolean;
  /** What is typed has been saved: it stays in the form, and is kept on this machine no longer. */
  saved(): void;
  /** Back to what it began with; what was kept is forgotten. */
  reset(): void;
  /** What is saved now, which others may have changed since the form began. */
  readonly theirs: Values;
  /** The fields that were changed here and, to something else, by others: one of both has to be chosen before anything is saved. */
  readonly unsettled: readonly (keyof Values & string)[];
  settle(names: readonly (keyof Values & string)[], whose: Whose): void;
}

type Whose = 'mine' | 'theirs';

/** What is typed, and what was saved when it was begun. */
interface Typed<Values> {
  readonly values: Values;
  readonly began: Values;
}

const PREFIX = 'dvk.typed.';

/** JSON leaves out what is not given, and a field that was emptied would be back. */
const orNull = <Values extends object>(values: Values): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]));
const orUndefined = <Values extends object>(values: Values | undefined): object =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, value ?? undefined]));

function keptTyped<Values extends object>(key: string | undefined): Partial<Typed<Values>> | undefined {
  if (key === undefined) return undefined;
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

const pathOf = ({ field }: Problem): string => field.join('.');

/** Not of the data: how a thing is shown, and what a line of a list is known by on the page. */
const ON_PAGE: ReadonlySet<string> = new Set(['label', 'hint', 'key']);

/** A thing is the same by its id, however it is shown. What is not given is the same as what JSON leaves out. */
const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (name, part: unknown) => (ON_PAGE.has(name) ? undefined : part));
const same = (a: unknown, b: unknown): boolean => a === b || textOf(a) === textOf(b);

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What others have saved meanwhile is taken over where nothing was typed. */
function withNews<Values extends object>(typed: Typed<Values>, now: Values): Typed<Values> {
  const names = Object.keys(now) as (keyof Values)[];
  const news = names.filter(
    name => !same(typed.began[name], now[name]) && (same(typed.values[name], typed.began[name]) || same(typed.values[name], now[name])),
  );
  if (news.length === 0) return typed;
  const taken = Object.fromEntries(news.map(name => [name, now[name]]));
  return { values: { ...typed.values, ...taken }, began: { ...typed.began, ...taken } };
}

/**
 * The values of a form by their paths in the input (`title`, `form.aims`), and what the server says of them.
 * @param initial what is saved now: also while the form is open, when others save something.
 * @param called what is typed is kept under this name on this machine for the person who types it, also when the browser is closed, until it is saved.
 */
export function useForm<Values extends object>(initial: Values, called?: string): FormState<Values> {
  const me = useContext(MeContext);
  // Office machines are shared.
  const keep = called === undefined ? undefined : `${me?.name ?? ''}.${called}`;
  const [given, setTyped] = useState<Typed<Values>>(() => {
    const kept = keptTyped<Values>(keep);
    return { values: { ...initial, ...orUndefined(kept?.values) }, began: { ...initial, ...orUndefined(kept?.began) } };
  });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const typed = withNews(given, initial);
  if (typed !== given) setTyped(typed);
  const { values, began } = typed;
  const fields = Object.keys(initial) as (keyof Values & string)[];
  const changed = fields.filter(name => !same(values[name], began[name]));
  const isKept = keep !== undefined && changed.length > 0;

  useEffect(() => {
    if (keep === undefined) return;
    if (isKept) localStorage.setItem(PREFIX + keep, JSON.stringify({ values: orNull(values), began: orNull(began) }));
    else localStorage.removeItem(PREFIX + keep);
  }, [keep, values, began, isKept]);

  const refuse = (refused: readonly Problem[]): void => {
    setProblems(refused);
    // The first field that is wrong is the place to go on.
    setTimeout(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(), 0);
  };
  return {
    values,
    set: (name, value) => {
      setTyped(all => ({ ...all, values: { ...all.values, [name]: value } }));
      setProblems(all => all.filter(problem => pathOf(problem) !== name));
    },
    at: path => problems.find(problem => pathOf(problem) === path || pathOf(problem).startsWith(`${path}.`))?.message,
    refuse,
    lacks: (names, text) => {
      const empty = names.filter(name => isEmpty(values[name]));
      if (empty.length > 0) refuse(empty.map(name => ({ code: 'NEEDED', message: text, field: name.split('.') })));
      return empty.length > 0;
    },
    rest: problems.filter(problem => !Object.keys(values).some(name => pathOf(problem) === name || pathOf(problem).startsWith(`${name}.`))),
    isChanged: changed.length > 0,
    isKept,
    saved: () => {
      // What was typed while it was being saved stays as typed.
      setTyped(all => ({ ...all, began: values }));
      setProblems([]);
    },
    reset: () => {
      if (keep !== undefined) localStorage.removeItem(PREFIX + keep);
      setTyped({ values: initial, began: initial });
      setProblems([]);
    },
    theirs: initial,
    unsettled: changed.filter(name => !same(began[name], initial[name])),
    settle: (settled, whose) => {
      const theirs = Object.fromEntries(settled.map(name => [name, initial[name]]));
      setTyped(all => ({ values: whose === 'theirs' ? { ...all.values, ...theirs } : all.values, began: { ...all.began, ...theirs } }));
    },
  };
}
