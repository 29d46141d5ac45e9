import type { givenUnits } from '../support/given-units.js';
import type { ChangedObject, commandsOf } from './changed-objects.js';

const SHARES = [
  { numerator: 2, denominator: 3, moreThan: false },
  { numerator: 1, denominator: 2, moreThan: true },
] as const;

/** How councils, their members, rules and sessions are made. */
export function changedCouncils(
  commands: ReturnType<typeof commandsOf>,
  units: ReturnType<typeof givenUnits>,
  { unitId: one, person }: { readonly unitId: string; readonly person: (name: string) => Promise<string> },
): Readonly<Record<string, ChangedObject>> {
  let made = 0;
  const council = (): Promise<string> =>
    commands.made('createCouncil', { unitId: one, name: `Hội đồng ${++made}`, kind: 'OTHER', validFrom: '2020-01-01' }, 'council');
  return {
    correctCouncil: {
      fields: {
        name: ['Hội đồng một', 'Hội đồng hai'],
        kind: ['EMULATION', 'STEERING'],
        act: { number: ['1/QĐ-UBND', '2/QĐ-UBND'], date: ['2024-01-02', '2024-03-04'], issuer: ['Ủy ban một', 'Ủy ban hai'] },
        validFrom: ['2024-01-02', '2024-03-04'],
        validTo: ['2027-12-31', '2028-12-31'],
        note: ['Ghi chú một', 'Ghi chú hai'],
      },
      async create(first) {
        const unitId = await units.establish({ name: `Có hội đồng ${++made}` });
        return commands.made('createCouncil', { unitId, ...first }, 'council');
      },
    },
    correctCouncilMember: {
      fields: {
        role: ['CHAIR', 'MEMBER'],
        validFrom: ['2024-01-02', '2024-03-04'],
        validTo: ['2026-12-31', '2027-12-31'],
        basis: ['Quyết định một', 'Quyết định hai'],
      },
      create: async first =>
        commands.made(
          'appointCouncilMember',
          { councilId: await council(), personId: await person(`Người ${++made}`), ...first },
          'councilMember',
        ),
    },
    correctCouncilRule: {
      fields: {
        presence: [SHARES[0], SHARES[1]],
        presenceCountsWritten: [true, false],
        majority: [SHARES[1], SHARES[0]],
        majorityOf: ['MEMBERS_IN_TERM', 'TAKING_PART'],
        majorityCountsWritten: [false, true],
        validFrom: ['2024-01-02', '2024-03-04'],
        validTo: ['2026-12-31', '2027-12-31'],
        basis: ['Quy chế một', 'Quy chế hai'],
      },
      create: async first =>
        commands.made('setCouncilRule', { councilId: await council(), sessionKind: 'AWARDS', ...first }, 'councilRule'),
    },
    correctCouncilSession: {
      fields: {
        subject: ['Xét một', 'Xét hai'],
        minutesNumber: ['1/BB', '2/BB'],
        minutesDate: ['2025-01-02', '2025-03-04'],
        minutesText: ['Biên bản một', 'Biên bản hai'],
      },
      create: async first =>
        commands.made(
          'recordCouncilSession',
          { councilId: await council(), kind: 'GENERAL', heldOn: '2025-01-01', attendance: [], ...first },
          'councilSession',
        ),
    },
  };
}
