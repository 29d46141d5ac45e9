import { readFileSync } from 'node:fs';
import { givenCommendations } from '../commendations/given-commendations.js';
import { givenDecisions } from '../decisions/given-decisions.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenProposals } from '../proposals/given-proposals.js';
import { givenReviews } from '../reviews/given-reviews.js';
import type { TestRegistry } from '../support/test-registry.js';
import { givenAppraisals } from './given-appraisal.js';
import { givenAccount, givenMovement } from './given-people.js';

/**
 * One thing of each kind that has a page, besides the example.
 * @returns its id by the address of the page, as the router writes it, without `/:id`; or by the whole of it, where one page is of another thing than the others
 */
export async function givenEverything(registry: TestRegistry): Promise<Readonly<Record<string, string>>> {
  const [appraisals, proposals] = [givenAppraisals(() => registry), givenProposals(() => registry)];
  const [figures, reviews] = [givenFigures(() => registry), givenReviews(() => registry)];
  const account = await givenAccount(registry, 'xem-het', 'Người xem hết', 'BOARD_STAFF');
  for (const role of ['ADMINISTRATOR', 'LEADER', 'UNIT_OFFICER', 'UNIT_HEAD', 'COUNCIL_MEMBER', 'AUDITOR'])
    await appraisals.done(registry.as.everyRole, 'giveGrant', { holderId: account, role, reason: 'Kiểm thử' });
  const { movement, round, commune, province } = await givenMovement(registry);
  const appraisal = await appraisals.appraisal('Đợt đang chấm', 2);
  await appraisals.assign(appraisal);
  await appraisals.link(account, appraisal.council.people[0]!);
  await appraisals.selfAssess(registry.as.unitOfficer, appraisal.entries[0]!);
  const indicator = await figures.indicator({ name: 'Số hộ tham gia', measure: 'hộ' });
  const figure = await figures.reported(indicator, commune, '43479', { starts: '2024-01-01', ends: '2024-12-31' });
  const review = await reviews.open(province, { name: 'Sơ kết năm 2024', unitIds: [commune] });
  await reviews.task(review);
  const items = [proposals.line({ unitId: commune, name: 'Cá nhân G' })];
  const proposal = await proposals.done(proposals.draft({ proposerId: commune, title: 'Đề nghị khen', items }));
  const sent = await proposals.done(proposals.draft({ proposerId: commune, title: 'Đề nghị đã trình', items }));
  await proposals.done(proposals.toBody(sent, commune));
  const hold = await proposals.done(proposals.hold({ bodyId: commune, unitId: commune, name: 'Cá nhân H' }));
  const number = { number: '12/QĐ-UBND', issuedOn: '2025-11-20', abstract: 'Khen thưởng mô hình tiêu biểu' };
  const { decision } = await givenDecisions(() => registry).record({ issuerId: province, source: 'Sổ công văn', ...number });
  const paper = { source: 'Báo cáo sơ kết', form: 'GIAY_KHEN', kind: 'COLLECTIVE', name: 'Tập thể A', on: '2022-10-13' };
  await givenCommendations(() => registry).past(paper);
  const { models, councils, criteriaSets, commendations, people } = await registry.as.everyRole.get(`{
    models(first: 1) { nodes { id } }
    councils(filter: { text: "minh hoa" }) { nodes { id sessions(first: 1) { nodes { id } } } }
    criteriaSets(first: 1) { nodes { versions { id } } }
    commendations(first: 1) { nodes { id } }
    people(first: 1) { nodes { id } } }`);
  return {
    'mo-hinh': models.nodes[0].id,
    'phong-trao': movement,
    'dot-dang-ky': round,
    'quyet-dinh': decision.id,
    'tham-dinh': appraisal.roundId,
    'tham-dinh/ho-so': appraisal.entries[0]!,
    'hoi-dong': councils.nodes[0].id,
    'hoi-dong/phien-hop': councils.nodes[0].sessions.nodes[0].id,
    'bo-tieu-chi': criteriaSets.nodes[0].versions[0].id,
    'so-lieu': figure,
    'so-ket': review,
    'to-trinh': proposal.id,
    'to-trinh/:id/quyet-dinh': sent.id,
    'chua-khen': hold.id,
    'khen-thuong': commendations.nodes[0].id,
    'don-vi': commune,
    'con-nguoi': people.nodes[0].id,
  };
}

const addresses = JSON.parse(readFileSync('web/src/api/addresses.json', 'utf8')) as Readonly<Record<string, string>>;

/** Every address of the client’s router: a new page is among them by itself. */
const routes = (): string[] =>
  [...readFileSync('web/src/app/routes.tsx', 'utf8').matchAll(/<Route path=(?:"(\/)"|\{`([^`]+)`\})/g)].map(
    ([, root, path]) => root ?? path!.replaceAll(/\$\{addresses\.(\w+)\}/g, (_, name: string) => addresses[name] ?? `no address ${name}`),
  );

export interface Address {
  /** As the router writes it: `/mo-hinh/:id`. */
  readonly route: string;
  readonly path: string;
}

/** @throws for a page of a thing that `ids` has no example of */
export function everyAddress(ids: Readonly<Record<string, string>>): Address[] {
  const given = (route: string): string => {
    const id = ids[route.slice(1)] ?? ids[route.replace(/\/:id.*$/, '').slice(1)];
    if (id === undefined) throw new Error(`givenEverything has nothing that ${route} shows.`);
    return id;
  };
  return routes().map(route => ({ route, path: route.replace(':id', () => given(route)) }));
}
