import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, date } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';

/** Posts need their unit on one of their days. */
export const datedPosts: readonly DatedRecords[] = [
  {
    name: 'people.postsInTheLifeOfTheirUnit',
    label: { vi: 'chức vụ', en: 'posts' },
    rows: `select unit_id, validity as days, title as record from person_post`,
  },
];

/** The date of birth itself is protected, and is not printed. */
const posts = invariant('people.postsAfterBirth', {
  broken: `select p.name, lower(o.validity)::text as day from person_post o join person p on p.id = o.person_id
             join personal_data d on d.person_id = p.id where lower(o.validity)::text < nullif(split_part(d.birth_date, '..', 1), '')`,
  describe: {
    params: { name: asGiven, day: date },
    vi: '“{name}” giữ chức vụ từ ngày {day}, trước ngày sinh đã lưu',
    en: '“{name}” holds a post from {day}, before the recorded birth',
  },
  remedy: {
    vi: 'Hãy đối chiếu hồ sơ rồi sửa chức vụ (correctPost) hoặc ngày sinh (keepPersonalData).',
    en: 'Compare the papers, then correct the post (correctPost) or the birth (keepPersonalData).',
  },
});

export const personChecks: readonly InvariantCheck[] = [posts, ...datedPosts.map(unitLifeCheck)];
