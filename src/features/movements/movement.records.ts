import type { Tx } from '../../platform/database/tx.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { RecordKind, RecordRow, RestingKind } from '../../platform/records/record-kind.js';
import type { Bilingual } from '../../shared/language.js';
import { parsePartialDate } from '../../shared/dates.js';
import { MovementErrors } from './movement.errors.js';
import { firstOpeningRound, lastClosingRound } from './movement.store.js';
import { assignedTargetView, movementView, registrationExtensionView, registrationRoundView } from './movement.view.js';
import { receivingAuthorityView } from './receiving-authority.view.js';

/** No round opens before its movement or closes after it, so the rounds of a doubled movement have to fit into the period of the one that is kept. */
async function refuseRoundsOutside(tx: Tx, kept: RecordRow, doubled: RecordRow, problems: Problems): Promise<void> {
  const starts = kept.starts === null ? null : parsePartialDate(kept.starts as string)!.earliest;
  const first = starts === null ? undefined : await firstOpeningRound(tx, doubled.id);
  if (first && first.date < starts!) problems.add(MovementErrors.MOVEMENT_ROUND_OPENED_BEFORE(first).at('intoId'));
  if (kept.ends === null) return;
  const last = await lastClosingRound(tx, doubled.id);
  if (last && last.date > parsePartialDate(kept.ends as string)!.latest)
    problems.add(MovementErrors.MOVEMENT_ROUND_GOES_ON(last).at('intoId'));
}

const FORM_ITEMS_STATED: Bilingual = {
  vi: 'mục bắt buộc của phiếu đăng ký từ cùng một ngày',
  en: 'required items of the form from the same day',
};

/** What this chapter has that can be removed, and what can be the same thing twice. */
export const movementRecords: readonly (RecordKind | RestingKind)[] = [
  {
    type: 'Movement',
    table: 'movement',
    seenBy: movementView,
    notFound: MovementErrors.MOVEMENT_NOT_FOUND,
    trail: 'movement',
    action: 'movement.edit',
    unit: 'launcherId',
    parts: { former_movement_name: { vi: 'tên trước đây', en: 'former names' }, required_form_items: FORM_ITEMS_STATED },
    merging: { agree: { launcherId: { vi: 'đơn vị phát động', en: 'the launching unit' } }, check: refuseRoundsOutside },
  },
  {
    type: 'RegistrationRound',
    table: 'registration_round',
    seenBy: registrationRoundView,
    notFound: MovementErrors.REGISTRATION_ROUND_NOT_FOUND,
    trail: 'registrationRound',
    action: 'registrationRound.edit',
    unit: 'unitId',
    parts: { required_form_items: FORM_ITEMS_STATED },
    merging: {
      agree: {
        movementId: { vi: 'phong trào', en: 'the movement' },
        unitId: { vi: 'đơn vị', en: 'the unit' },
        // Models registered within the days of their round, which therefore have to be the same.
        opensOn: { vi: 'ngày mở', en: 'the first day' },
        closesOn: { vi: 'hạn đăng ký', en: 'the deadline' },
      },
    },
  },
  {
    type: 'AssignedTarget',
    table: 'assigned_target',
    seenBy: assignedTargetView,
    notFound: MovementErrors.TARGET_NOT_FOUND,
    trail: 'target',
    action: 'target.assign',
    unit: 'unitId',
  },
  // Removed by `withdrawExtension`.
  {
    type: 'RegistrationExtension',
    table: 'registration_extension',
    seenBy: registrationExtensionView,
  },
  {
    type: 'ReceivingAuthority',
    table: 'receiving_authority',
    seenBy: receivingAuthorityView,
    notFound: MovementErrors.RECEIVING_AUTHORITY_NOT_FOUND,
    trail: 'receivingAuthority',
    action: 'receivingAuthority.edit',
    unit: 'unitId',
  },
];
