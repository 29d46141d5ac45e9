import { canonicalJson } from '../../../shared/canonical-json.js';
import type { VersionContent } from '../rules/version-content.js';
import type { VersionHead } from './set-document.js';

export const DifferenceKind = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
export type DifferenceKind = keyof typeof DifferenceKind;

/** A difference between two versions: of a node, a grade, or any other part, by its code; `before` and `after` as canonical JSON or text. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** `criteria.I.2.maximum` */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Says = VersionHead & VersionContent;

/** What differs between two versions, node by node and field by field. Nodes, grades, knock-outs and caps are matched by their codes. */
export function differences(before: Says, after: Says): Difference[] {
  const names = Object.keys(before) as (keyof Says)[];
  return names.flatMap(name => {
    const [from, to] = [before[name], after[name]] as readonly [unknown, unknown];
    if (isCoded(from) && isCoded(to)) return codedDifferences(name, from, to);
    return changeAt(name, from, to);
  });
}

interface Coded {
  readonly code: string;
}

const isCoded = (value: unknown): value is readonly Coded[] =>
  Array.isArray(value) && value.every(item => typeof (item as Partial<Coded> | null)?.code === 'string');

function codedDifferences(name: string, before: readonly Coded[], after: readonly Coded[]): Difference[] {
  const [from, to] = [new Map(before.map(item => [item.code, item])), new Map(after.map(item => [item.code, item]))];
  const removed = before.filter(({ code }) => !to.has(code)).map((item): Difference => ({ kind: 'REMOVED', path: `${name}.${item.code}`, before: textOf(item), after: null })); // prettier-ignore
  const others = after.flatMap(item => {
    const old = from.get(item.code);
    if (!old) return [{ kind: 'ADDED', path: `${name}.${item.code}`, before: null, after: textOf(item) } satisfies Difference];
    return Object.keys(item).flatMap(field =>
      changeAt(`${name}.${item.code}.${field}`, old[field as keyof Coded], item[field as keyof Coded]),
    );
  });
  const order = (items: readonly Coded[], known: ReadonlyMap<string, Coded>): string => items.filter(({ code }) => known.has(code)).map(({ code }) => code).join(', '); // prettier-ignore
  return [...removed, ...others, ...changeAt(`${name}.order`, order(before, to), order(after, from))];
}

const changeAt = (path: string, before: unknown, after: unknown): Difference[] =>
  canonicalJson(before) === canonicalJson(after) ? [] : [{ kind: 'CHANGED', path, before: textOf(before), after: textOf(after) }];

const textOf = (value: unknown): string | null => (value === null || typeof value === 'string' ? value : canonicalJson(value));
