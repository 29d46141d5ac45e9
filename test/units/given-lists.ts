import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { UnitLife } from '../../src/features/units/unit-life.js';
import { UnitLists, type ListImportReport } from '../../src/features/units/lists/unit-lists.service.js';
import type { CsvFile } from '../../src/features/units/lists/csv.reader.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestRegistry } from '../support/test-registry.js';

const file = (name: string, header: string, lines: readonly string[]): CsvFile => ({
  name,
  content: Buffer.from([header, ...lines].join('\n')),
});
const CITY = '48,Thành phố Đà Nẵng,Thành phố Trung ương,';
/** Three communes of a district in March; three new ones from July on. */
const MARCH = [CITY, '509,Huyện Quế Sơn,Huyện,48', '00010,Xã A,Xã,509', '00011,Xã B,Xã,509', '00012,Xã C,Xã,509'];
export const JULY = [CITY, '00020,Xã X,Xã,48', '00021,Xã Y,Xã,48', '00022,Xã Z,Xã,48'];
const NAMES: Readonly<Record<string, string>> = {
  '48': 'Thành phố Đà Nẵng',
  '509': 'Huyện Quế Sơn',
  A: 'Xã A',
  B: 'Xã B',
  C: 'Xã C',
  X: 'Xã X',
  Y: 'Xã Y',
  Z: 'Xã Z',
};
const CODES: Readonly<Record<string, string>> = {
  A: '00010',
  B: '00011',
  C: '00012',
  X: '00020',
  Y: '00021',
  Z: '00022',
};

/** “A>X” passes as a whole, “A/X” in part. */
export const successionsFile = (...rows: readonly string[]): CsvFile =>
  file(
    'successions.csv',
    'old_code,old_name,new_code,new_name,extent',
    ['48>48', ...rows].map(row => {
      const [from, to] = row.split(/[>/]/) as [string, string];
      return [CODES[from] ?? from, NAMES[from], CODES[to] ?? to, NAMES[to], row.includes('>') ? 'full' : 'partial'].join(',');
    }),
  );
export const unitsFile = (...lines: readonly string[]): CsvFile => file('units.csv', 'code,name,type,parent_code', lines);

interface Given {
  readonly july?: readonly string[];
  readonly corrected?: readonly string[];
}

/** The lists of a small city, and its reorganisation of 1 July 2025. */
export function givenLists(registry: () => TestRegistry): {
  importMarch(): Promise<ListImportReport>;
  check(rows: readonly string[], given?: Given): Promise<ListImportReport>;
  reorganise(rows: readonly string[], given?: Given): Promise<ListImportReport>;
} {
  const actor = systemActor('test');
  const lists = (): UnitLists => {
    const { app } = registry().registry;
    return new UnitLists(app.get(Database), app.get(UnitEventsService), app.get(UnitLife));
  };
  const input = (rows: readonly string[], { july = JULY, corrected }: Given) => ({
    date: '2025-07-01',
    units: unitsFile(...july),
    successions: successionsFile(...rows),
    corrected,
    act: '1659/NQ',
  });
  return {
    importMarch: () => lists().import(actor, { date: '2025-03-01', units: unitsFile(...MARCH) }),
    check: (rows, given = {}) => lists().checkReorganisation(actor, input(rows, given)),
    reorganise: (rows, given = {}) => lists().reorganise(actor, input(rows, given)),
  };
}
