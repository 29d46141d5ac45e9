import type { Rows } from './oracle.rows.js';

/** Columns with the sign-in name of somebody who acted. People know them by the display name of today; `sealed_name` is what the trail keeps. */
const ACTORS = [
  'actor_name',
  'on_behalf_of_name',
  'uploaded_by',
  'entered_by',
  'given_by',
  'ended_by',
  'chosen_by',
  'overridden_by',
  'decided_by',
  'tie_decided_by',
];

export function withShownActors(rows: Rows): Rows {
  const shown = new Map(rows.accounts.map(({ name, display_name }) => [name, display_name]));
  for (const row of Object.values(rows).flat() as Record<string, unknown>[]) {
    const byProgram = row.actor_kind !== undefined && row.actor_kind !== 'ACCOUNT';
    row.sealed_name = row.actor_name;
    for (const column of ACTORS) {
      if (!(byProgram && column === 'actor_name')) row[column] = shown.get(row[column] as string) ?? row[column];
    }
  }
  return rows;
}
