import { rowId, type Shown, type World } from './oracle.chapter.js';
import { EVER, belongs, eventFilters, type ModelEvent } from './oracle.model-events.js';
import type { AnyRow } from './oracle.rows.js';

export const isRevoked = (row: AnyRow, day: string): boolean => row.revoked_on !== null && row.revoked_on <= day;

/** The grant, unless it is revoked by the day: an event of the unit of its recipient. */
export const grantOf = ({ all }: World, { row, day }: Shown): ModelEvent[] => {
  if (isRevoked(row, day)) return [];
  const decision = all.decisions.find(({ id }) => id === row.decision_id);
  const decided = decision?.issued_by ? { first: decision.issued_from ?? EVER, last: decision.issued_by } : undefined;
  const named: string | null = row.presented_on ?? row.on_day;
  const days = decided ?? (named ? { first: named, last: named } : { first: EVER, last: row.recorded_on });
  return [{ ...days, registrationId: null, roundId: null, decisionId: row.decision_id, level: row.level }];
};

const ofColumn =
  (column: string) =>
  (values: string[]) =>
  (_: ModelEvent, { row }: Shown) =>
    values.includes(row[column]);
const without =
  (column: string) =>
  (wanted: boolean) =>
  (_: ModelEvent, { row }: Shown) =>
    (row[column] === null) === wanted;
const unitOf = (_: World, { unit_id }: AnyRow): string[] => (unit_id === null ? [] : [unit_id]);
export const grantFilters: ReturnType<typeof eventFilters> = {
  ...eventFilters(unitOf),
  form: ofColumn('form'),
  withoutForm: without('form'),
  recipientKind: ofColumn('recipient_kind'),
  withoutRecipientKind: without('recipient_kind'),
};

export const ofUnit =
  (name: string) =>
  (given: string, world: World, day: string): ((shown: Shown) => boolean) => {
    const wanted = name === 'outside' ? given : rowId('Unit', given);
    return ({ row }) => unitOf(world, row).some(owner => belongs[name]!(world.all, wanted, owner, day));
  };
