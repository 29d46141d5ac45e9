import { errors } from '../../platform/errors/catalogue.js';
import { constraintError } from '../../platform/database/database-errors.js';
import { asGiven, count, date, itsWords, wordFor } from '../../shared/writing.js';
import { UNIT_KIND_NAMES, UNIT_LINE_NAMES } from './unit.names.js';

export const UnitErrors = errors({
  UNIT_NOT_FOUND: {
    category: 'notFound',
    of: 'Unit',
    vi: 'Không tìm thấy đơn vị “{id}”.',
    en: 'There is no unit “{id}”.',
  },
  UNIT_EVENT_NOT_FOUND: {
    category: 'notFound',
    of: 'UnitEvent',
    vi: 'Không tìm thấy biến động đơn vị “{id}”.',
    en: 'There is no unit event “{id}”.',
  },
  UNIT_REF_UNKNOWN: {
    category: 'invalid',
    params: { ref: asGiven },
    vi: 'Biến động này không thành lập đơn vị nào mang ký hiệu “#{ref}”.',
    en: 'No unit that this event establishes has the mark “#{ref}”.',
  },
  UNIT_REF_DOUBLED: {
    category: 'invalid',
    params: { ref: asGiven },
    vi: 'Ký hiệu “#{ref}” được dùng cho hai đơn vị.',
    en: 'The mark “#{ref}” is used for two units.',
  },
  UNIT_NAME_INVALID: {
    category: 'invalid',
    vi: 'Tên đơn vị phải có chữ hoặc số, dài từ 1 đến 300 ký tự, không có ký tự điều khiển.',
    en: 'A unit’s name has letters or digits, 1 to 300 characters, and no control characters.',
  },
  UNIT_NAME_FOREIGN: {
    category: 'invalid',
    params: { name: asGiven, sign: asGiven },
    vi: 'Tên đơn vị hành chính “{name}” có ký tự “{sign}”, không phải chữ tiếng Việt. Hãy gõ lại tên bằng bảng mã Unicode.',
    en: 'The name “{name}” of an administrative unit has the sign “{sign}”, which no Vietnamese name has. Type the name again in Unicode.',
  },
  UNIT_NAME_REPEATS_KIND: {
    category: 'conflict',
    params: { shown: asGiven, kind: asGiven, rest: asGiven },
    vi: 'Đơn vị sẽ được viết là “{shown}”, vì tên đã có từ chỉ loại “{kind}”. Hãy ghi tên “{rest}”; nếu từ đó đúng là một phần của tên thì xác nhận (trường confirmed; với danh mục: confirmedCodes hoặc --confirm).',
    en: 'The unit would be written “{shown}”, because its name begins with the word for its kind, “{kind}”. Enter the name “{rest}”; if the word is really part of the name, confirm it (field confirmed; for a list: confirmedCodes or --confirm).',
  },
  UNIT_CODE_INVALID: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã phải có từ 1 đến 40 ký tự, không có khoảng trắng hay ký tự lạ; đây là “{code}”.',
    en: 'A code has 1 to 40 characters, without blanks or strange signs; this is “{code}”.',
  },
  UNIT_PARENT_LEVEL: {
    category: 'invalid',
    params: { parent: asGiven, unit: asGiven },
    vi: '“{parent}” không thể là cấp trên của “{unit}”: cấp trên của xã là huyện hoặc tỉnh, của huyện là tỉnh, tỉnh không có cấp trên.',
    en: '“{parent}” cannot be the parent of “{unit}”: a commune belongs to a district or a province, a district to a province, a province to none.',
  },
  UNIT_TWIN: {
    category: 'conflict',
    params: { unit: asGiven, code: asGiven, twin: asGiven, twinCode: asGiven },
    vi: '“{unit}” (mã {code}) cùng loại, cùng tên, cùng nơi trực thuộc với “{twin}” (mã {twinCode}) đang tồn tại. Nếu là một đơn vị thì sửa dòng thừa hoặc đổi mã; nếu đúng là hai đơn vị thì xác nhận (trường confirmed; với danh mục: confirmedCodes hoặc --confirm).',
    en: '“{unit}” (code {code}) has the kind, name and place of “{twin}” (code {twinCode}), which is in force. If they are one unit, remove the second entry or change the code; if they really are two, confirm it (field confirmed; for a list: confirmedCodes or --confirm).',
  },
  UNIT_KIND_OF_OTHER_LINE: {
    category: 'invalid',
    params: { kind: wordFor(UNIT_KIND_NAMES), line: wordFor(UNIT_LINE_NAMES) },
    vi: 'Loại “{kind}” không thuộc {line}. Hãy chọn loại của khối đó.',
    en: 'The kind “{kind}” does not belong to {line}. Choose a kind of that line.',
  },
  UNIT_PLACE_OF_OTHER_LINE: {
    category: 'invalid',
    params: { place: asGiven },
    vi: '“{place}” không thể là đơn vị cấp trên hoặc địa bàn: cấp trên phải cùng khối, địa bàn phải là đơn vị hành chính.',
    en: '“{place}” cannot be the parent or the territory here: a parent is of the same line, a territory is an administrative unit.',
  },
  UNIT_NOT_IN_FORCE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” không tồn tại vào ngày {date}. Hãy chọn đơn vị có vào ngày đó (đơn vị trước đó hoặc đơn vị kế thừa), hoặc kiểm tra lại ngày.',
    en: '“{unit}” is not in force on {date}. Choose the unit of that day (the one before it, or its successor), or check the day.',
  },
  UNIT_ALREADY_ENDED: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” đã kết thúc ngày {date} nên không thể thay đổi từ ngày đó về sau.',
    en: '“{unit}” has already ended on {date}; nothing after that day can change.',
  },
  UNIT_ENDS_THE_SAME_DAY: {
    category: 'conflict',
    params: { unit: asGiven },
    vi: '“{unit}” kết thúc đúng ngày này nên không thể nhận đơn vị khác.',
    en: '“{unit}” ends on this very day and cannot take in another.',
  },
  UNIT_CHANGED_LATER: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” còn có thay đổi sau ngày này (từ {date}). Hãy hoàn tác thay đổi đó trước.',
    en: '“{unit}” has changes after this day (from {date}). Undo those first.',
  },
  UNIT_STILL_HOLDS_UNITS: {
    category: 'conflict',
    params: { unit: asGiven, count, units: asGiven },
    vi: '“{unit}” kết thúc mà không có đơn vị kế thừa toàn bộ, nhưng còn {count} đơn vị trực thuộc: {units}. Hãy chuyển hoặc kết thúc chúng trong cùng biến động.',
    en: '“{unit}” ends without a whole successor, but {count} units still belong to it: {units}. Move or end them in the same event.',
  },
  UNIT_CODE_TAKEN: {
    category: 'conflict',
    params: { code: asGiven, unit: asGiven },
    vi: 'Mã “{code}” đang thuộc về “{unit}” trong thời gian đó.',
    en: 'The code “{code}” belongs to “{unit}” at that time.',
  },
  UNIT_WOULD_CIRCLE: {
    category: 'conflict',
    params: { unit: asGiven },
    vi: '“{unit}” sẽ đứng trên chính nó. Hãy chọn đơn vị cấp trên khác.',
    en: '“{unit}” would be a unit above itself. Choose another parent.',
  },
  UNIT_PLACE_NOT_IN_FORCE: {
    category: 'conflict',
    params: { place: asGiven, unit: asGiven },
    vi: 'Đơn vị cấp trên hoặc địa bàn “{place}” không tồn tại trong suốt thời gian của “{unit}”.',
    en: 'The parent or territory “{place}” does not exist for the whole time of “{unit}”.',
  },
  UNIT_ENDS_BEFORE_IT_STARTS: {
    category: 'invalid',
    params: { unit: asGiven },
    vi: 'Ngày kết thúc của “{unit}” đứng trước ngày bắt đầu.',
    en: 'The end of “{unit}” comes before its start.',
  },
  UNIT_SUCCESSION_MIXED: {
    category: 'invalid',
    vi: 'Một đơn vị hoặc chuyển toàn bộ cho một đơn vị, hoặc chuyển từng phần cho nhiều đơn vị; không thể cả hai.',
    en: 'A unit passes wholly to one unit, or in parts to several; not both.',
  },
  UNIT_SUCCESSOR_DOUBLED: {
    category: 'invalid',
    params: { unit: asGiven },
    vi: '“{unit}” được nêu hai lần.',
    en: '“{unit}” is named twice.',
  },
  UNIT_SUCCESSION_NOT_RECORDED: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: 'Sổ không ghi “{unit}” kết thúc hay chuyển phần nào ngày {date}, nên không có gì để đính chính. Hãy ghi ngày như ở mục kế thừa (successors) của đơn vị; kế thừa chưa ghi thì ghi bằng một biến động.',
    en: 'The registry does not record that “{unit}” ended or passed in part on {date}, so there is nothing to correct. Give the date as in the unit’s successors; a succession that is not recorded yet is entered by an event.',
  },
  UNIT_SUCCESSION_WHILE_IN_FORCE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” tiếp tục tồn tại sau ngày {date} nên ngày đó chỉ có thể chuyển từng phần, không thể chuyển toàn bộ.',
    en: '“{unit}” continues after {date}, so on that day only parts of it can pass, not the whole.',
  },
  UNIT_SUCCESSION_FOLLOWED: {
    category: 'conflict',
    params: { unit: asGiven, successor: asGiven, count, units: asGiven, date },
    vi: '{count} đơn vị đã theo “{unit}” sang “{successor}”: {units}. “{unit}” không còn đơn vị kế thừa toàn bộ thì phải nêu chúng thuộc về đâu: hãy nêu ở staying những đơn vị đúng là ở đó, và ghi một biến động ngày {date} chuyển những đơn vị khác đến đúng nơi trước khi đính chính.',
    en: '{count} units followed “{unit}” to “{successor}”: {units}. Without a whole successor of “{unit}” it must be stated where they belong: name in staying those that are rightly there, and enter an event of {date} that moves the others to the right place before you correct.',
  },
  UNIT_SUCCESSION_RESTED_ON: {
    category: 'conflict',
    params: { unit: asGiven, successor: asGiven, rests: itsWords },
    vi: 'Không thể đính chính việc “{unit}” chuyển toàn bộ sang “{successor}”, vì đã có điều dựa vào đó: {rests}. Hãy hoàn tác hoặc rút những điều đó trước, rồi đính chính.',
    en: 'That “{unit}” passed as a whole to “{successor}” cannot be corrected, because something rests on it: {rests}. Undo or take back those first, then correct.',
  },
  UNIT_EVENT_NEEDS_A_DAY: {
    category: 'invalid',
    vi: 'Đổi tên, loại, mã, nơi trực thuộc cần một ngày cụ thể (ví dụ 1/7/2025), không thể chỉ ghi tháng hoặc năm.',
    en: 'A change of name, kind, code or place needs a day (for example 1 July 2025), not only a month or a year.',
  },
  UNIT_EVENT_WITHOUT_EVE: {
    category: 'invalid',
    vi: 'Biến động có hiệu lực sớm nhất từ ngày 2/1/1000: cần có một ngày trước đó để ghi tình trạng cũ.',
    en: 'An event takes effect on 2 January 1000 at the earliest: it needs a day before it on which things stood as they were.',
  },
  UNIT_CORRECTION_WITHOUT_DAY: {
    category: 'invalid',
    vi: 'Đính chính không có ngày hiệu lực, vì điều đúng vốn đã luôn như vậy. Hãy bỏ ngày hiệu lực, hoặc tách đính chính thành một biến động riêng.',
    en: 'A correction has no effective day, because what is right was always so. Leave the day out, or enter the correction as an event of its own.',
  },
  UNIT_CORRECTION_NEEDS_REASON: {
    category: 'invalid',
    vi: 'Hãy ghi lý do đính chính (note).',
    en: 'Give the reason for the correction (note).',
  },
  UNIT_EVENT_EMPTY: {
    category: 'invalid',
    vi: 'Biến động chưa nêu thay đổi nào, hoặc mọi thứ đã đúng như vậy.',
    en: 'The event names no change, or everything is so already.',
  },
  UNIT_EVENT_ALREADY_UNDONE: {
    category: 'conflict',
    vi: 'Biến động này đã được hoàn tác.',
    en: 'This event has been undone already.',
  },
  UNIT_EVENT_HAS_LATER_CHANGES: {
    category: 'conflict',
    params: { count },
    vi: 'Không thể hoàn tác: biến động sau đó đã thay đổi hoặc dựa vào {count} dòng của nó. Hãy hoàn tác các biến động sau trước.',
    en: 'It cannot be undone: later events changed {count} of its rows or build on them. Undo the later events first.',
  },
  UNIT_EVENT_HAS_DEPENDENTS: {
    category: 'conflict',
    params: { dependents: itsWords },
    vi: 'Không thể hoàn tác vì hồ sơ ghi tên đơn vị mà biến động này lập ra: {dependents}. Cái gì chuyển được thì hãy chuyển trước; điều đã ghi thành lịch sử thì giữ nguyên, khi đó hãy ghi một biến động mới thay cho hoàn tác.',
    en: 'It cannot be undone because the record names a unit that it established: {dependents}. Move what can be moved first; what is history stays, and then enter a new event instead of the undo.',
  },
  DATE_INVALID: {
    category: 'invalid',
    params: { value: asGiven },
    vi: '“{value}” không phải là ngày có thật từ năm 1000 đến năm 9998. Viết năm-tháng-ngày, ví dụ 2025-07-01.',
    en: '“{value}” is not a day that exists, of the years 1000 to 9998. Write year-month-day, for example 2025-07-01.',
  },
  UNIT_EVENT_ACT_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ban hành văn bản {date} ở tương lai. Hãy ghi ngày trên văn bản.',
    en: 'The act’s date, {date}, lies in the future. Give the day that is written on the paper.',
  },
  UNIT_BODIES_TAKEN_ALONG: {
    category: 'warning',
    params: { count, units: asGiven },
    vi: '{count} tổ chức của đơn vị kết thúc sẽ chuyển nguyên trạng sang đơn vị kế thừa và vẫn còn hoạt động: {units}. Tổ chức nào cũng kết thúc hoặc nhập vào tổ chức khác thì hãy ghi ngay trong biến động này (merge, succeed, dissolve).',
    en: 'Bodies of an ending unit would go on unchanged under its successor: {units} ({count}). Where one of them ends, too, or passes to another, add it to this event (merge, succeed, dissolve).',
  },
  UNIT_RECORDS_OUTSIDE_LIFE: {
    category: 'warning',
    params: { records: itsWords },
    vi: 'Biến động đã được tính, nhưng có {records} ghi ngày mà đơn vị không tồn tại. Hãy đối chiếu văn bản rồi đính chính ngày hoặc đơn vị.',
    en: 'Records are dated on days on which their unit is not in force: {records}. Compare the papers and correct the day or the unit.',
  },
});

// Should a rule of this chapter ever miss what the database refuses, the person still gets the sentence.
constraintError('unit_code_taken', 'UNIT_CODE_TAKEN');
constraintError('unit_circle', 'UNIT_WOULD_CIRCLE');
constraintError('unit_place_in_force', 'UNIT_PLACE_NOT_IN_FORCE');
constraintError('unit_place_line', 'UNIT_PLACE_OF_OTHER_LINE');
constraintError('unit_succession_whole_or_parts', 'UNIT_SUCCESSION_MIXED');
constraintError('unit_succession_one_whole', 'UNIT_SUCCESSION_MIXED');
