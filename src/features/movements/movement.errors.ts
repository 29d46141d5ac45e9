import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, namesOf, period, wordFor } from '../../shared/writing.js';
import { UNIT_LINE_NAMES } from '../units/unit.names.js';
import { RECOGNITION_LEVEL_NAMES } from './movement.names.js';

export const MovementErrors = errors({
  MOVEMENT_NOT_FOUND: { category: 'notFound', of: 'Movement', vi: 'Không tìm thấy phong trào “{id}”.', en: 'There is no movement “{id}”.' },
  MOVEMENT_ENDS_BEFORE_IT_STARTS: {
    category: 'invalid',
    params: { ends: date, starts: date },
    vi: 'Phong trào kết thúc ({ends}) trước khi bắt đầu ({starts}).',
    en: 'The movement ends ({ends}) before it starts ({starts}).',
  },
  MOVEMENT_ALREADY_ENDS: {
    category: 'conflict',
    params: { date },
    vi: 'Phong trào đã có ngày kết thúc sớm hơn ({date}). Muốn kéo dài, hãy đính chính thời gian của phong trào (correctMovement).',
    en: 'The movement already ends earlier ({date}). To let it go on, correct its period (correctMovement).',
  },
  MOVEMENT_ROUND_GOES_ON: {
    category: 'conflict',
    params: { round: asGiven, date },
    vi: '“{round}” còn nhận đăng ký đến ngày {date}, sau khi phong trào kết thúc. Hãy dời hạn của đợt hoặc rút gia hạn trước.',
    en: '“{round}” still takes registrations until {date}, after the end of the movement. Move its deadline or withdraw the extension first.',
  },
  MOVEMENT_ROUND_OPENED_BEFORE: {
    category: 'conflict',
    params: { round: asGiven, date },
    vi: '“{round}” mở đăng ký từ ngày {date}, trước khi phong trào bắt đầu. Hãy đính chính ngày mở của đợt (correctRegistrationRound) trước.',
    en: '“{round}” opens for registration on {date}, before the start of the movement. Correct its first day (correctRegistrationRound) first.',
  },
  MOVEMENT_ACT_AFTER_END: {
    category: 'invalid',
    params: { date, ends: date },
    vi: 'Văn bản phát động ban hành ngày {date}, sau khi phong trào kết thúc ({ends}). Hãy kiểm tra lại hai ngày.',
    en: 'The act that launches the movement is dated {date}, after the end of the movement ({ends}). Check both days.',
  },
  REGISTRATION_BEFORE_MOVEMENT: {
    category: 'conflict',
    params: { opens: date, starts: date },
    vi: 'Ngày mở đăng ký {opens} sớm hơn ngày phong trào bắt đầu ({starts}).',
    en: 'The round opens on {opens}, before the start of the movement ({starts}).',
  },
  REGISTRATION_EXTENSION_OVERTAKEN: {
    category: 'warning',
    params: { names: namesOf, date },
    vi: 'Đã ghi. Gia hạn của {names} không còn muộn hơn hạn chung ({date}), nên từ nay theo hạn chung. Hãy rút các gia hạn ấy (withdrawExtension).',
    en: 'This was recorded. The extensions of {names} are no longer later than the deadline for all ({date}), which holds for them now. Withdraw them (withdrawExtension).',
  },
  RECEIVING_FROM_ITSELF: {
    category: 'warning',
    params: { unit: asGiven },
    vi: 'Đã ghi, nhưng “{unit}” sẽ tự tiếp nhận mô hình của chính mình. Nếu cơ quan khác tiếp nhận, hãy kết thúc quy tắc này và đặt lại.',
    en: 'This was recorded, but “{unit}” receives its own models. If another office receives them, end this rule and set it again.',
  },
  MOVEMENT_ACT_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ban hành văn bản {date} ở tương lai. Hãy ghi ngày trên văn bản.',
    en: 'The act’s date, {date}, lies in the future. Give the day that is written on the paper.',
  },
  MOVEMENT_RENAMED_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày đổi tên {date} ở tương lai. Hãy ghi khi đến ngày đó.',
    en: 'The day of the renaming, {date}, lies in the future. Enter it on that day.',
  },
  MOVEMENT_RENAMED_OUTSIDE: {
    category: 'conflict',
    vi: 'Ngày đổi tên phải sau ngày bắt đầu và không muộn hơn ngày kết thúc của phong trào. Nếu tên đã ghi sai từ đầu, hãy đính chính (correctMovement).',
    en: 'A movement is renamed after its first day and no later than its last. If the name was wrong from the start, correct it (correctMovement).',
  },
  MOVEMENT_RENAMED_LATER: {
    category: 'conflict',
    params: { date },
    vi: 'Phong trào đã đổi tên từ ngày {date}; lần đổi sau phải muộn hơn. Nếu lần đó ghi nhầm, hãy hủy nó trước (undoMovementRename).',
    en: 'The movement was renamed on {date}, and the next renaming has to be later. If that one was a mistake, undo it first (undoMovementRename).',
  },
  MOVEMENT_NEVER_RENAMED: {
    category: 'conflict',
    vi: 'Phong trào này chưa đổi tên lần nào.',
    en: 'This movement was never renamed.',
  },
  UNIT_ENDS_IN_THAT_TIME: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” kết thúc ngày {date}, trước khi hết thời gian đã nêu. Hãy ghi ngày cuối không muộn hơn ngày đó.',
    en: '“{unit}” ends on {date}, before the time named is over. Let the last day be no later than that.',
  },
  REGISTRATION_ROUND_NOT_FOUND: {
    category: 'notFound',
    of: 'RegistrationRound',
    vi: 'Không tìm thấy đợt đăng ký “{id}”.',
    en: 'There is no registration round “{id}”.',
  },
  REGISTRATION_ROUND_TAKEN: {
    category: 'conflict',
    params: { name: asGiven },
    vi: 'Phong trào này đã mở đợt “{name}” cho đơn vị đó. Hãy dùng đợt ấy, hoặc đặt tên khác.',
    en: 'This movement has opened a round “{name}” for that unit already. Use that one, or choose another name.',
  },
  REGISTRATION_CLOSES_BEFORE_IT_OPENS: {
    category: 'invalid',
    params: { closes: date, opens: date },
    vi: 'Hạn đăng ký {closes} đứng trước ngày mở {opens}.',
    en: 'The deadline, {closes}, comes before the day of opening, {opens}.',
  },
  REGISTRATION_AFTER_MOVEMENT: {
    category: 'conflict',
    params: { closes: date, ends: date },
    vi: 'Hạn đăng ký {closes} muộn hơn ngày phong trào kết thúc ({ends}).',
    en: 'The deadline, {closes}, is later than the end of the movement ({ends}).',
  },
  REGISTRATION_UNIT_OUTSIDE: {
    category: 'conflict',
    params: { unit: asGiven, round: asGiven, date },
    vi: '“{unit}” không thuộc phạm vi của đợt “{round}” vào ngày {date}.',
    en: 'The round “{round}” is not for “{unit}” on {date}.',
  },
  REGISTRATION_EXTENSION_NOT_FOUND: {
    category: 'notFound',
    of: 'RegistrationExtension',
    vi: 'Không tìm thấy gia hạn “{id}”. Có thể nó đã được rút.',
    en: 'There is no extension “{id}”. It may have been withdrawn.',
  },
  REGISTRATION_EXTENSION_NOT_LATER: {
    category: 'invalid',
    params: { date },
    vi: 'Gia hạn phải muộn hơn hạn chung của đợt (ngày {date}).',
    en: 'An extension has to be later than the round’s own deadline ({date}).',
  },
  REGISTRATION_ALREADY_EXTENDED: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” đã được gia hạn đến ngày {date}. Muốn đổi, hãy gửi kèm phiên bản đang thấy (expectedVersion).',
    en: '“{unit}” has an extension until {date} already. To change it, send the version you see (expectedVersion).',
  },
  TARGET_NOT_FOUND: {
    category: 'notFound',
    of: 'AssignedTarget',
    vi: 'Không tìm thấy chỉ tiêu “{id}”. Có thể nó đã được gỡ bỏ.',
    en: 'There is no target “{id}”. It may have been removed.',
  },
  TARGET_ALREADY_ASSIGNED: {
    category: 'conflict',
    params: { unit: asGiven, count },
    vi: '“{unit}” đã được giao {count} mô hình trong đợt này. Muốn đổi, hãy gửi kèm phiên bản đang thấy (expectedVersion).',
    en: '“{unit}” has a target of {count} models in this round already. To change it, send the version you see (expectedVersion).',
  },
  RECEIVING_AUTHORITY_NOT_FOUND: {
    category: 'notFound',
    of: 'ReceivingAuthority',
    vi: 'Không tìm thấy quy tắc tiếp nhận “{id}”.',
    en: 'There is no rule of receiving “{id}”.',
  },
  RECEIVING_AUTHORITY_TAKEN: {
    category: 'conflict',
    params: { receiver: asGiven, period },
    vi: 'Khối này của đơn vị đã có cơ quan tiếp nhận “{receiver}” trong thời gian đó ({period}). Hãy kết thúc quy tắc ấy trước.',
    en: 'For this line of the unit “{receiver}” receives at that time already ({period}). End that rule first.',
  },
  RECEIVING_AUTHORITY_ENDS_BEFORE_IT_STARTS: {
    category: 'invalid',
    params: { last: date, first: date },
    vi: 'Ngày cuối {last} đứng trước ngày đầu {first}.',
    en: 'The last day, {last}, comes before the first, {first}.',
  },
  RECEIVING_AUTHORITY_ALREADY_ENDS: {
    category: 'conflict',
    params: { date },
    vi: 'Quy tắc này đã kết thúc ngày {date}.',
    en: 'This rule already ends on {date}.',
  },
  RECEIVING_AUTHORITY_OTHER_LINE: {
    category: 'invalid',
    params: { unit: asGiven, own: wordFor(UNIT_LINE_NAMES), line: wordFor(UNIT_LINE_NAMES) },
    vi: '“{unit}” là tổ chức thuộc {own}, không có đơn vị thuộc {line} bên dưới. Hãy đặt quy tắc ở đơn vị hành chính.',
    en: '“{unit}” is an organisation of {own}; no unit of {line} belongs to it. Set the rule at an administrative unit.',
  },
  RECOGNITION_LEVEL_ENDED: {
    category: 'invalid',
    params: { level: wordFor(RECOGNITION_LEVEL_NAMES), date },
    vi: 'Không còn {level} sau ngày {date}. Hãy ghi ngày cuối không muộn hơn ngày đó, hoặc chọn cấp khác.',
    en: 'There is no {level} after {date}. Let the last day be no later than that, or choose another level.',
  },
});

// Should two people do the same at one moment, the second still gets the sentence.
constraintError('registration_round_taken', 'REGISTRATION_ROUND_TAKEN');
constraintError('registration_extension_taken', 'REGISTRATION_ALREADY_EXTENDED');
constraintError('assigned_target_taken', 'TARGET_ALREADY_ASSIGNED');
constraintError('receiving_authority_taken', 'RECEIVING_AUTHORITY_TAKEN');
