import { STALE, taken, type Inputs } from './matrix.input.js';

/** Inputs about events of units and the territories that organisations work for. */
export const unitInputs: Readonly<Record<string, Inputs>> = {
  // Changes nothing: a caller with the right gets UNIT_EVENT_EMPTY.
  applyUnitEvent: ({ unitId }) => ({ effective: '2021-01-01', changes: [{ recode: { unitId, code: null } }] }),
  // Refused to those with the right, too: what is recorded would be so for the next role.
  recordServedTerritory: ({ unitId }) => ({ bodyId: unitId, territoryId: unitId, validFrom: '2021-01-01', basis: 'Thử' }),
  endServedTerritory: ({ servedId }) => ({ id: servedId, expectedVersion: STALE, validTo: '2025-01-01', reason: 'Thử' }),
  removeServedTerritory: taken(({ servedId }) => servedId),
  undoUnitEvent: ({ eventId }) => ({ id: eventId, expectedVersion: 1, reason: 'Thử' }),
};
