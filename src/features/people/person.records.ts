import type { RecordKind, RestingKind } from '../../platform/records/record-kind.js';
import { PersonErrors } from './person.errors.js';
import { personView } from './person.view.js';

/** A person goes with their posts. Two records are of one person only where the name agrees; the units may differ, because people move. */
export const personRecords: readonly [RecordKind, RestingKind] = [
  {
    type: 'Person',
    table: 'person',
    seenBy: personView,
    notFound: PersonErrors.PERSON_NOT_FOUND,
    trail: 'person',
    action: 'person.edit',
    unit: 'unitId',
    parts: { person_post: { vi: 'chức danh', en: 'posts' } },
    merging: { agree: { folded: { vi: 'họ và tên', en: 'the name' } } },
  },
  // Protected data do not go with the person unseen: somebody who may write them erases them first.
  {
    type: 'PersonalData',
    table: 'personal_data',
    id: 'person_id',
    seenBy: { action: 'person.readProtected' },
    name: { vi: 'dữ liệu cá nhân được bảo vệ (erasePersonalData)', en: 'protected personal data (erasePersonalData)' },
  },
];
