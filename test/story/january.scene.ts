import { describe, expect, it } from '@jest/globals';
import { PEOPLE, type SignInName } from './nine-people.js';
import type { Year } from './year.js';

/** Accounts, units and rights. */
export function inJanuary({ registry, story, accounts, units, people }: Year): void {
  describe('in January, the registry is prepared', () => {
    it('the administrator makes an account for each of the nine, and each chooses a password', async () => {
      story.day('2026-01-05');
      for (const name of Object.keys(PEOPLE) as SignInName[]) accounts[name] = await story.join(registry().as.administrator, name);
      const given = { holderId: accounts['quan.tri'], role: 'ADMINISTRATOR', reason: 'Quyết định phân công' };
      const { giveGrant } = await registry().as.administrator.get(
        'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { userErrors { code } } }',
        { input: given },
      );
      expect(giveGrant.userErrors).toEqual([]);
      expect((await story.reads('quan.tri', '{ me { account { displayName } roles } }')).me).toEqual({
        account: { displayName: 'Quản trị viên' },
        roles: ['ADMINISTRATOR'],
      });
    });

    it('she enters a province, two communes and the board of the province, by their act', async () => {
      const changes = [
        { establish: { line: 'TERRITORY', kind: 'TINH', name: 'A', mark: 'province' } },
        { establish: { line: 'TERRITORY', kind: 'XA', name: 'A', parentId: '#province', mark: 'a' } },
        { establish: { line: 'TERRITORY', kind: 'XA', name: 'B', parentId: '#province', mark: 'b' } },
        { establish: { line: 'PARTY', kind: 'PARTY_BOARD', name: 'Ban Dân vận tỉnh A', territoryId: '#province', mark: 'board' } },
      ];
      const act = { number: '1/NQ-TH', issuer: 'Cơ quan A' };
      const event = await story.does(
        'quan.tri',
        'applyUnitEvent',
        { effective: '2020-01-01', act, changes },
        'unitEvent { effects { kind unit } }',
      );
      expect(event.unitEvent.effects.map(({ unit }: any) => unit)).toEqual(['Tỉnh A', 'Xã A', 'Xã B', 'Ban Dân vận tỉnh A']);
      const { units: list } = await story.reads('quan.tri', '{ units(first: 10) { nodes { id fullName } } }');
      for (const { id, fullName } of list.nodes) units[fullName] = id;
    });

    it('each gets the rights of the office, and the head of a commune names the officer, found by name', async () => {
      const grants: [SignInName, string, string | undefined][] = [
        ['thu.truong', 'UNIT_HEAD', units['Xã A']],
        ['can.bo.b', 'UNIT_OFFICER', units['Xã B']],
        ['chuyen.vien', 'BOARD_STAFF', units['Tỉnh A']],
        ['truong.ban', 'LEADER', units['Tỉnh A']],
        ['lanh.dao', 'LEADER', units['Tỉnh A']],
        ['uy.vien', 'COUNCIL_MEMBER', units['Tỉnh A']],
        ['kiem.tra', 'AUDITOR', undefined],
      ];
      for (const [name, role, unitId] of grants)
        await story.does('quan.tri', 'giveGrant', { holderId: accounts[name], role, unitId, reason: 'Quyết định phân công' });
      for (const [name, unit] of [
        ['Cá nhân A', 'Xã A'],
        ['Cá nhân B', 'Tỉnh A'],
        ['Cá nhân C', 'Tỉnh A'],
        ['Cá nhân D', 'Tỉnh A'],
      ] as const)
        people[name] = (await story.does('chuyen.vien', 'recordPerson', { name, unitId: units[unit] }, 'person { id }')).person.id;
      for (const [account, name] of [
        ['can.bo', 'Cá nhân A'],
        ['uy.vien', 'Cá nhân B'],
      ] as const) {
        const link = { accountId: accounts[account], personId: people[name], validFrom: '2026-01-05', reason: 'Phân công' };
        await story.does('quan.tri', 'linkAccountToPerson', link);
      }
      const { colleagues } = await story.reads('thu.truong', '{ colleagues(filter: { text: "can bo" }) { nodes { id displayName } } }');
      expect(colleagues.nodes.map((one: any) => one.displayName)).toEqual(['Cán bộ xã A']);
      const given = { holderId: colleagues.nodes[0].id, role: 'UNIT_OFFICER', unitId: units['Xã A'], reason: 'Phân công' };
      await story.does('thu.truong', 'giveGrant', given);
    });
  });
}
