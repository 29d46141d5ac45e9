import { getNamedType, isObjectType } from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Database } from '../../src/platform/database/database.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { givenFiles } from '../files/given-files.js';
import { csvFile } from '../support/generated-country.js';
import { givenUnits } from '../support/given-units.js';
import { tokenWith, type TestRegistry } from '../support/test-registry.js';

/** What a command answered: the codes of its errors and warnings, and the thing. */
export interface Done {
  readonly codes: string[];
  readonly id: string;
  readonly version: number;
}

let serial = 0;

/** Does commands about things with dates, each time with things of its own. */
export class GivenDates {
  readonly units;
  private readonly files;

  constructor(private readonly registry: TestRegistry) {
    this.units = givenUnits(() => registry);
    this.files = givenFiles(() => registry);
  }

  /** Any mutation; its payload's thing is found in the schema. */
  async run(mutation: string, input: object): Promise<Done> {
    const schema = this.registry.registry.app.get(GraphQLSchemaHost).schema;
    const field = schema.getMutationType()!.getFields()[mutation]!;
    const payload = getNamedType(field.type);
    const things = isObjectType(payload) ? Object.values(payload.getFields()).filter(({ type }) => 'getFields' in getNamedType(type)) : [];
    const thing = things.find(({ name }) => !['userErrors', 'warnings', 'rows', 'report'].includes(name))!.name;
    const report = isObjectType(payload) && payload.getFields().report ? 'report { problems { code } }' : '';
    const { [mutation]: answer } = await this.registry.as.everyRole.get<Record<string, any>>(
      `mutation ($input: ${getNamedType(field.args[0]!.type).name}!) {
        ${mutation}(input: $input) { ${thing} { id version } ${report} userErrors { code } warnings { code } } }`,
      { input },
    );
    const codes = [...answer.userErrors, ...(answer.report?.problems ?? []), ...answer.warnings].map(({ code }: { code: string }) => code);
    return { codes: codes.filter(code => code !== 'LIKELY_DUPLICATE'), ...answer[thing] };
  }

  /** The same, and it has to succeed. */
  async made(mutation: string, input: object): Promise<Done> {
    const done = await this.run(mutation, input);
    if (!done.id) throw new Error(`${mutation}: ${done.codes.join(', ')}`);
    return done;
  }

  readonly name = (what: string): string => `${what} ${++serial} ${'một hai ba bốn năm sáu bảy tám chín mười'.split(' ')[serial % 10]}`;

  /** A commune in force from 2010; with `validTo`, one that has ended. */
  unit = (more: object = {}): Promise<string> => this.units.establish({ name: this.name('Xã'), validFrom: '2000-06-01', ...more });

  /** Ends the unit on 31/12/2023 by an event that is entered today. */
  end = (unitId: string): Promise<Done> => this.run('applyUnitEvent', { effective: '2024-01-01', changes: [{ dissolve: { unitId } }] });

  /** The same by official lists: the unit passes to a new one. */
  async endByLists(unitId: string, more: object = {}): Promise<Done> {
    const [code, next] = [`${++serial}X`, `${++serial}X`];
    await this.made('applyUnitEvent', { effective: '2001-01-01', changes: [{ recode: { unitId, code } }] });
    const { unit } = await this.registry.as.everyRole.get('query ($id: ID!) { unit(id: $id, asOf: "2023-12-31") { fullName } }', {
      id: unitId,
    });
    const name = this.name('Xã');
    const successions = [{ old_code: code, old_name: unit.fullName, new_code: next, new_name: name, extent: 'full' }];
    const unitsFileId = await this.list(next, name);
    const successionsFileId = await this.files.upload('UNIT_LIST', null, 'successions.csv', csvFile('', successions).content);
    return this.run('reorganiseUnitsByLists', { date: '2024-01-01', unitsFileId, successionsFileId, apply: true, ...more });
  }

  importList = async (more: object): Promise<Done> =>
    this.run('importUnitList', { date: '2024-01-01', unitsFileId: await this.list(`${++serial}X`, this.name('Xã')), apply: true, ...more });

  /** A list of a new province with a new commune. */
  private list(code: string, name: string): Promise<string> {
    const province = { code: `${++serial}T`, name: this.name('Tỉnh'), type: 'Tỉnh', parent_code: '' };
    const units = [province, { code, name, type: 'Xã', parent_code: province.code }];
    return this.files.upload('UNIT_LIST', null, 'units.csv', csvFile('', units).content);
  }

  async movement(more: object = {}): Promise<Done & { unitId: string }> {
    const unitId = (more as { launcherId?: string }).launcherId ?? (await this.unit());
    const input = { name: this.name('Phong trào'), launcherId: unitId, starts: '2024', ends: '2025', ...more };
    return { ...(await this.made('launchMovement', input)), unitId };
  }

  async round(more: object = {}): Promise<Done & { movementId: string; unitId: string }> {
    const { id: movementId, unitId } = await this.movement();
    const input = { movementId, name: this.name('Đợt'), unitId, opensOn: '2024-06-01', closesOn: '2024-08-31', ...more };
    return { ...(await this.made('openRegistrationRound', input)), movementId, unitId };
  }

  async decision(more: object = {}): Promise<Done & { unitId: string }> {
    const unitId = await this.unit();
    const input = { number: `${++serial}/QĐ-UBND`, kind: 'DECISION', issuedOn: '2024-05-06', issuerId: unitId, ...more };
    return { ...(await this.made('recordDecision', input)), unitId };
  }

  past = async (more: object = {}): Promise<object> => ({
    title: this.name('Mô hình'),
    unitId: await this.unit(),
    subjectKind: 'COLLECTIVE',
    state: 'SUBMITTED',
    attestedOn: '2024-05-06',
    source: 'Báo cáo',
    ...more,
  });

  model = async (more: object = {}): Promise<Done> => this.made('recordPast', await this.past(more));

  async firstPostOf(personId: string): Promise<string> {
    const { person } = await this.registry.as.everyRole.get('query ($id: ID!) { person(id: $id) { allPosts { id } } }', { id: personId });
    return person.allPosts[0].id;
  }

  /** A role of some program at the unit, from 1/6/2024 on. */
  async grantAt(unitId: string): Promise<Done> {
    const name = this.name('Chương trình');
    await tokenWith(this.registry, name, { role: 'leader' });
    const [{ id }] = (await this.registry.registry.app.get(Database).rows(`select id from api_token where name = $1`, [name])) as [
      { id: string },
    ];
    const holderId = toGlobalId('ApiToken', id);
    return this.run('giveGrant', { holderId, role: 'AUDITOR', unitId, validFrom: '2024-06-01', reason: 'Thử' });
  }
}
