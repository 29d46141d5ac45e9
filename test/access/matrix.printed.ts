import { readFileSync } from 'node:fs';
import type { Role } from '../../src/platform/access/actor.js';

/** A row of docs/access-matrix.md, so that the tests compare behaviour with the document and not with the code. */
export interface PrintedField {
  /** `Mutation.draftModel` */
  readonly field: string;
  readonly action: string | undefined;
  readonly isForTheWhole: boolean;
  readonly isForPeople: boolean;
  readonly roles: ReadonlySet<Role>;
}

export function printedMatrix(): readonly PrintedField[] {
  const lines = readFileSync('docs/access-matrix.md', 'utf8').split('\n');
  const cells = (line: string): string[] => line.slice(2, -2).split(' | ');
  const [, , ...roles] = cells(lines.find(line => line.startsWith('| field |'))!);
  return lines
    .filter(line => /^\| (Query|Mutation)\./.test(line))
    .map(line => {
      const [field, right, ...marks] = cells(line);
      const [named, ...limits] = right!.split(', ');
      const action = right!.startsWith('public') ? undefined : named;
      const isForTheWhole = action !== undefined && limits.includes('over the whole registry');
      const isForPeople = action !== undefined && limits.includes('people only');
      return { field: field!, action, isForTheWhole, isForPeople, roles: new Set(roles.filter((_, i) => marks[i] === '✓') as Role[]) };
    });
}
