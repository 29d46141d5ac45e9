import { givenAccount } from '../accounts/browser.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { ChangedObject, commandsOf } from './changed-objects.js';

const PROTECTED = { birthDate: 'BIRTH_DATE', idNumber: 'ID_NUMBER', phone: 'PHONE', address: 'ADDRESS', partyMember: 'PARTY_MEMBER' };

interface Given {
  readonly one: string;
  readonly two: string;
  /** Enters a person of this name at a unit. @returns its id */
  readonly person: (name: string) => Promise<string>;
}

/** People with their posts, what is protected of them, and accounts. */
export function changedPeople(
  commands: ReturnType<typeof commandsOf>,
  registry: () => TestRegistry,
  { one, two, person }: Given,
): Readonly<Record<string, ChangedObject>> {
  /** The post of each person. */
  const posts = new Map<string, string>();
  let made = 0;

  return {
    correctPost: {
      fields: {
        title: ['Chủ tịch', 'Phó Chủ tịch'],
        unitId: [one, two],
        validFrom: ['2020-01-02', '2021-03-04'],
        validTo: ['2022-05-06', '2023-07-08'],
      },
      async create(post) {
        const { person: answer } = await commands.run(
          'recordPerson',
          { name: `Người ${++made}`, unitId: one, post },
          'person { id allPosts { id } }',
        );
        posts.set(answer.id, answer.allPosts[0].id);
        return answer.id;
      },
      names: id => ({ postId: posts.get(id) }),
      async read(id) {
        const { person: shown } = await registry().as.everyRole.get(
          'query ($id: ID!) { person(id: $id) { allPosts { title unit { id } validFrom validTo } } }',
          { id },
        );
        const [{ title, unit, validFrom, validTo }] = shown.allPosts;
        return { title, unitId: unit.id, validFrom, validTo };
      },
    },
    correctPerson: {
      fields: {
        name: ['Người ba', 'Người bốn'],
        achievement: ['Thành tích một', 'Thành tích hai'],
        unitId: [one, two],
        village: [
          { kind: 'THON', name: 'Một' },
          { kind: 'BAN', name: 'Hai' },
        ],
      },
      create: first => commands.made('recordPerson', first, 'person'),
    },
    keepPersonalData: {
      fields: {
        birthDate: ['1980', '1981-02-03'],
        idNumber: ['001', '002'],
        phone: ['0901', '0902'],
        address: ['Số 1', 'Số 2'],
        partyMember: ['Đảng viên', 'Dự bị'],
      },
      async create(first) {
        const id = await person('Người có dữ liệu');
        await commands.made('keepPersonalData', { id, expectedVersion: 1, reason: 'Hồ sơ', ...first }, 'person');
        return id;
      },
      async read(id) {
        const input = { id, fields: Object.values(PROTECTED), purpose: 'Kiểm thử' };
        const { values } = await commands.run('revealPersonalData', input, 'values { field value }');
        const valueOf = (field: string): unknown => values.find((each: { field: string }) => each.field === field).value;
        return Object.fromEntries(Object.entries(PROTECTED).map(([name, field]) => [name, valueOf(field)]));
      },
    },
    changeAccount: {
      fields: { displayName: ['Cán bộ một', 'Cán bộ hai'], email: ['mot@xa.example', 'hai@xa.example'] },
      async create(first) {
        const { id } = await givenAccount(registry());
        await commands.made('changeAccount', { id, reason: 'Nhập', ...first }, 'account');
        return id;
      },
      async read(id) {
        const { accounts } = await registry().as.administrator.get('{ accounts(first: 100) { nodes { id displayName email } } }');
        const { displayName, email } = accounts.nodes.find((each: { id: string }) => each.id === id);
        return { displayName, email };
      },
    },
  };
}
