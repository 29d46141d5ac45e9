import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { UnitEventDraft } from '../../src/features/units/unit-changes.js';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { parsePartialDate } from '../../src/shared/dates.js';
import type { Steps } from '../../src/shared/turns.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ timeouts: { statement: 5, lock: 1, idleTransaction: 1 } })));
afterAll(() => registry.close());

const draft: UnitEventDraft = {
  kind: 'REORGANISATION',
  effective: parsePartialDate('2025-07-01')!,
  act: { number: '1/NQ', issuer: null, date: null },
  note: null,
  changes: [
    {
      kind: 'establish',
      line: 'TERRITORY',
      unitKind: 'TINH',
      name: 'A',
      code: null,
      parent: null,
      territory: null,
      starts: undefined,
      ends: null,
      source: null,
    },
  ],
};

/** As that of a national list, with a database that may be idle for a second. */
function* longer(): Steps<UnitEventDraft> {
  for (const since = performance.now(); performance.now() - since < 2_000;) yield;
  return draft;
}

it('the draft of a list may take longer than a transaction may be idle', async () => {
  const app = registry.registry.app;
  await app.get(Database).tx(systemActor('test'), tx => app.get(UnitEventsService).applyIn(tx, longer));
  expect((await registry.as.reader.get('{ units { nodes { fullName } } }')).units.nodes).toEqual([{ fullName: 'Tỉnh A' }]);
});
