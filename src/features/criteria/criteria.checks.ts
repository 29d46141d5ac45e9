import { invariant, MAX_CASES, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import { asGiven, count } from '../../shared/writing.js';
import { findingsOf } from './rules/version-findings.js';
import { readVersions } from './version.store.js';

const BY_HAND: Bilingual = {
  vi: 'Dữ liệu đã bị ghi không qua hệ thống. Hãy khôi phục bản sao lưu gần nhất vào nơi mới và so sánh; không sửa phiên bản đã ban hành.',
  en: 'It was written past the registry. Bring the latest backup into a new place and compare; a published version is never corrected.',
};

const inForceOnce = invariant('criteria.oneVersionInForce', {
  broken: `select s.name, count(*)::int as n from criteria_set_version v join criteria_set s on s.id = v.set_id
            where v.state = 'PUBLISHED' group by s.id, s.name, v.applicability having count(*) > 1`,
  describe: {
    params: { name: asGiven, n: count },
    vi: 'Bộ tiêu chí “{name}” có {n} phiên bản đang hiệu lực cho cùng đối tượng',
    en: 'The criteria set “{name}” has {n} versions in force for the same',
  },
  remedy: BY_HAND,
});

const trees = invariant('criteria.parentsOfTheSameVersion', {
  broken: `select c.code, s.name from criterion c join criterion p on p.id = c.parent_id
             join criteria_set_version v on v.id = c.version_id join criteria_set s on s.id = v.set_id
            where p.version_id <> c.version_id or p.place >= c.place or c.depth <> p.depth + 1
           union all
           select c.code, s.name from criterion c join criteria_set_version v on v.id = c.version_id join criteria_set s on s.id = v.set_id
            where c.parent_id is null and c.depth <> 1`,
  describe: {
    params: { code: asGiven, name: asGiven },
    vi: 'Tiêu chí “{code}” của bộ “{name}” không nằm đúng chỗ trong cây',
    en: 'The criterion “{code}” of the set “{name}” is not in its place in the tree',
  },
  remedy: BY_HAND,
});

const succession = invariant('criteria.supersededByALaterVersion', {
  broken: `select s.name, v.number from criteria_set_version v join criteria_set s on s.id = v.set_id
             join criteria_set_version next on next.id = v.superseded_by_id
            where next.set_id <> v.set_id or next.state = 'DRAFT' or next.applicability <> v.applicability
               or lower(next.validity) <= lower(v.validity)`,
  describe: {
    params: { name: asGiven, number: count },
    vi: 'Phiên bản {number} của bộ “{name}” được thay bằng một phiên bản không kế tiếp nó',
    en: 'Version {number} of the set “{name}” is superseded by one that does not follow it',
  },
  remedy: BY_HAND,
});

const illustrative = invariant('criteria.onlyIllustrativeSetsHaveNoAct', {
  broken: `select s.name, v.number from criteria_set_version v join criteria_set s on s.id = v.set_id
            where v.state <> 'DRAFT' and s.illustrative <> (v.act_number is null and v.act_date is null and v.act_issuer is null)`,
  describe: {
    params: { name: asGiven, number: count },
    vi: 'Phiên bản {number} của bộ “{name}”: chỉ bộ minh họa mới không có văn bản',
    en: 'Version {number} of the set “{name}”: an illustrative set has no act, and every other has one',
  },
  remedy: BY_HAND,
});

/** What was published is read again by the rules by which it was published. */
const sound: InvariantCheck = {
  name: 'criteria.publishedVersionsHaveNoFault',
  sentences: [BY_HAND],
  async examine(query) {
    const ids = await query<{ id: string }>(`select id from criteria_set_version where state <> 'DRAFT' order by id`);
    const versions = await readVersions(query, ids.map(({ id }) => id)); // prettier-ignore
    const broken = versions.flatMap(stored => {
      const faults = findingsOf(stored!.says).filter(({ severity }) => severity === 'FAULT');
      if (faults.length === 0) return [];
      const { set, number } = stored!;
      const codes = faults.map(({ code }) => code).join(', ');
      return [
        {
          vi: `Phiên bản ${number} của bộ “${set.name}” có lỗi: ${codes}`,
          en: `Version ${number} of the set “${set.name}” has faults: ${codes}`,
        },
      ];
    });
    return broken.length === 0 ? undefined : { count: broken.length, cases: broken.slice(0, MAX_CASES), remedy: BY_HAND };
  },
};

export const criteriaChecks: readonly InvariantCheck[] = [inForceOnce, trees, succession, illustrative, sound];
