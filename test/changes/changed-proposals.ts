import type { TestRegistry } from '../support/test-registry.js';
import type { ChangedObject, commandsOf } from './changed-objects.js';

const line = (name: string): object => ({ form: 'GIAY_KHEN', kind: 'INDIVIDUAL', name, reason: `Thành tích của ${name}` });

/** How proposals are made. */
export function changedProposals(
  commands: ReturnType<typeof commandsOf>,
  registry: () => TestRegistry,
  unitId: string,
): Readonly<Record<string, ChangedObject>> {
  return {
    editProposal: {
      fields: {
        title: ['Tờ trình một', 'Tờ trình hai'],
        items: [[line('Cá nhân A'), line('Cá nhân B')], [line('Cá nhân C')]],
      },
      create: first => commands.made('draftProposal', { proposerId: unitId, ...first }, 'proposal'),
      async read(id) {
        const document = 'query ($id: ID!) { proposal(id: $id) { title items { form kind name reason } } }';
        return (await registry().as.everyRole.get(document, { id })).proposal;
      },
    },
    correctHold: {
      fields: {
        ground: ['DISCIPLINE', 'VERIFICATION'],
        text: ['Lý do một', 'Lý do hai'],
        source: ['Công văn một', 'Công văn hai'],
        reviewOn: ['2098-01-01', '2099-01-01'],
      },
      create: ({ text, ...first }) => commands.made('placeHold', { bodyId: unitId, unitId, reason: text, ...first }, 'hold'),
      async read(id) {
        const document = 'query ($id: ID!) { node(id: $id) { ... on Hold { reviewOn reason { ground text source } } } }';
        const { reason, reviewOn } = (await registry().as.everyRole.get(document, { id })).node;
        return { ...reason, reviewOn };
      },
    },
  };
}
