import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { Language } from '../../src/shared/language.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { faultsOf } from '../support/sentences.js';
import { askerWith, openTestRegistry, type Answer, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
let elsewhere: string;
let model: string;
let officer: Asker;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'P', kind: 'TINH' });
  commune = await units.establish({ name: 'A', parentId: province });
  elsewhere = await units.establish({ name: 'B', parentId: province });
  await models.authority(province, province);
  model = await models.draft(commune);
  officer = await askerWith(registry, 'officer', { role: 'unitOfficer', unitId: fromGlobalId(commune)!.id });
});
afterAll(() => registry.close());

type Asked = readonly [by: () => Asker, document: string, variables?: () => Record<string, unknown>];

async function bothOf(
  [by, document, variables = () => ({})]: Asked,
  messageOf: (answer: Answer) => string,
): Promise<Record<Language, string>> {
  const [vi, en] = await Promise.all([by().ask(document, variables()), by().ask(document, variables(), { 'accept-language': 'en' })]);
  return { vi: messageOf(vi), en: messageOf(en) };
}

const DRAFT = 'mutation ($input: DraftModelInput!) { draftModel(input: $input) { userErrors { code message } } }';
const drafted =
  (more: () => object): (() => Record<string, unknown>) =>
  () => ({
    input: { title: 'Mô hình', unitId: commune, subjectKind: 'COLLECTIVE', ...more() },
  });
const administrator = (): Asker => registry.as.administrator;

describe('an error', () => {
  const says = async (asked: Asked): Promise<Record<Language, string>> => {
    const both = await bothOf(asked, ({ errors }) => errors![0]!.message);
    expect(faultsOf(both, { mayShowDates: true })).toEqual([]);
    return both;
  };

  it('FORBIDDEN names the action, the roles that have it, and what to do', async () => {
    expect(await says([() => registry.as.reader, 'mutation { addTheme(input: { name: "Thử" }) { theme { id } } }'])).toEqual({
      vi: 'Bạn không có quyền sửa danh mục chuyên đề. Việc này do cán bộ ban hoặc quản trị viên được giao một đơn vị thực hiện. Hãy nhờ họ, hoặc xin quản trị viên cấp vai trò đó.',
      en: 'You do not have the right to edit the themes. This is done by staff of a board or an administrator, with a grant at some unit. Ask one of them, or ask an administrator for that role.',
    });
    const { vi } = await says([() => officer, '{ accounts { totalCount } }']);
    expect(vi).toContain('do quản trị viên được giao toàn bộ sổ đăng ký thực hiện');
  });

  it('OUT_OF_REACH, too', async () => {
    expect(await says([() => officer, DRAFT, drafted(() => ({ unitId: elsewhere }))])).toEqual({
      vi: 'Quyền đăng ký mô hình của bạn không bao gồm “Xã B”. Việc này do cán bộ đơn vị hoặc thủ trưởng đơn vị được giao đơn vị đó thực hiện. Hãy nhờ họ, hoặc xin quản trị viên cấp thêm quyền.',
      en: 'Your right to register a model does not reach “Xã B”. This is done by a unit officer or the head of a unit, with a grant that reaches it. Ask one of them, or ask an administrator for a wider grant.',
    });
  });

  it('of the document', async () => {
    expect(await says([administrator, '{ units { nodes { nam } } }'])).toEqual({
      vi: expect.stringContaining('Kiểu “Unit” không có trường “nam”.'),
      en: expect.stringContaining('Cannot query field "nam" on type "Unit".'),
    });
    expect(await says([administrator, '{ units { nodes { name }'])).toEqual({
      vi: 'Sai cú pháp: cần tên, gặp chỗ hết văn bản.',
      en: 'Syntax Error: Expected Name, found <EOF>.',
    });
  });

  it('of a variable', async () => {
    const asked: Asked = [administrator, 'query ($day: LocalDate) { units(asOf: $day) { totalCount } }', () => ({ day: '2025-02-30' })];
    expect(await says(asked)).toEqual({
      vi: 'Biến “$day” có giá trị không đúng: "2025-02-30". Cần một ngày có thật từ năm 1000 đến năm 9998, viết năm-tháng-ngày, ví dụ 2025-07-01.',
      en: expect.stringContaining('LocalDate: expected a day that exists'),
    });
  });

  it('has both sentences for programs, and the values as they are', async () => {
    const { errors } = await registry.as.reader.ask('mutation { addTheme(input: { name: "Thử" }) { theme { id } } }');
    expect(errors![0]!.extensions).toMatchObject({
      text: { vi: expect.stringContaining('Bạn'), en: expect.stringContaining('You') },
      params: { action: 'theme.edit', roles: ['boardStaff', 'administrator'], place: 'SOME_UNIT' },
    });
  });
});

describe('what a person can mend', () => {
  const says = (asked: Asked): Promise<Record<Language, string>> =>
    bothOf(asked, ({ data }) => data[Object.keys(data)[0]!].userErrors[0].message);

  it('names states by their words', async () => {
    const document = 'mutation ($input: StepModelsInput!) { receiveModels(input: $input) { rows { userErrors { message } } } }';
    const both = await bothOf(
      [() => registry.as.everyRole, document, () => ({ input: { models: [{ id: model }] } })],
      ({ data }) => data.receiveModels.rows[0].userErrors[0].message,
    );
    expect(both).toEqual({
      vi: 'Không thể “Tiếp nhận” khi trạng thái là “bản nháp”.',
      en: '“Receive” is not possible while the state is “draft”.',
    });
  });

  it('has its dates as people write them', async () => {
    const document = `mutation ($u: ID!) { recordDecision(input: { kind: DECISION, number: "1/QĐ-UBND", issuedOn: "2999-12-31", issuerId: $u })
      { userErrors { message } } }`;
    expect(await says([() => registry.as.everyRole, document, () => ({ u: commune })])).toEqual({
      vi: 'Ngày ban hành 31/12/2999 ở tương lai. Hãy ghi ngày trên văn bản.',
      en: 'The day of issue, 31 December 2999, lies in the future. Give the day that is written on the paper.',
    });
  });

  it('says the rule that an input breaks', async () => {
    const both = await bothOf(
      [() => registry.as.everyRole, DRAFT, drafted(() => ({ title: '…' }))],
      ({ data }) => data.draftModel.userErrors[0].message,
    );
    expect(both.vi).toMatch(/^Dữ liệu ở “title” không hợp lệ: cần có chữ hoặc số, nhiều nhất [\d.]+ ký tự/);
    expect(both.en).toMatch(/^The value of “title” is not valid: letters or digits are needed, at most [\d,]+ characters/);
    expect(faultsOf(both)).toEqual([]);
  });
});

it('labels follow the language: of actions, of steps that wait, of facets', async () => {
  await models.step('submitModels', await models.draft(commune));
  const document = `query ($id: ID!) { model(id: $id) { actions { name label } } waitingForMe(first: 5) { edges { steps { name label } } }
    search(filter: { text: "mô hình" }, first: 1) { facets { state { values { value label } } } } }`;
  const both = await bothOf([() => registry.as.everyRole, document, () => ({ id: model })], ({ data }) =>
    JSON.stringify([
      data.model.actions.find(({ name }: any) => name === 'submit').label,
      data.waitingForMe.edges.flatMap(({ steps }: any) => steps).find(({ name }: any) => name === 'RECEIVE').label,
      data.search.facets.state.values.find(({ value }: any) => value === 'DRAFT').label,
    ]),
  );
  expect(both).toEqual({ vi: '["Nộp đăng ký","Tiếp nhận","Bản nháp"]', en: '["Submit","Receive","Draft"]' });
});
