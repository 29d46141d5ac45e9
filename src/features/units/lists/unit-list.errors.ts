import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, count, date, wordFor } from '../../../shared/writing.js';
import { UNIT_LEVEL_NAMES } from '../unit.names.js';

/** What can be wrong with an official list: with the file, with one row, or between a row and the registry. */
export const UnitListErrors = errors({
  LIST_FILE_TOO_LARGE: {
    category: 'limit',
    params: { size: count, limit: count },
    vi: 'Tệp dài {size} MB; nhiều nhất là {limit} MB. Hãy kiểm tra có đúng tệp không.',
    en: 'The file has {size} MB; {limit} MB is the most. Check that it is the right file.',
  },
  LIST_FILE_EMPTY: {
    category: 'invalid',
    vi: 'Tệp không có dòng dữ liệu nào.',
    en: 'The file has no row of data.',
  },
  LIST_ENCODING_WRONG: {
    category: 'invalid',
    params: { count },
    vi: 'Dòng này không viết bằng bảng mã UTF-8 (tất cả có {count} dòng như vậy). Hãy lưu lại tệp dạng “CSV UTF-8”.',
    en: 'This row is not written in UTF-8 ({count} rows in all are not). Save the file again as “CSV UTF-8”.',
  },
  LIST_ROWS_TOO_MANY: {
    category: 'limit',
    params: { rows: count, limit: count },
    vi: 'Tệp có {rows} dòng; nhiều nhất là {limit} dòng. Hãy kiểm tra có đúng danh mục đơn vị không.',
    en: 'The file has {rows} rows; {limit} are the most. Check that it is a list of units.',
  },
  LIST_ROW_TOO_LONG: {
    category: 'limit',
    params: { limit: count, columns: count },
    vi: 'Dòng này dài quá {limit} chữ hoặc quá {columns} ô. Hãy kiểm tra dấu ngoặc kép và dấu phân cách.',
    en: 'This row has more than {limit} letters or {columns} cells. Check its quotation marks and the sign between cells.',
  },
  LIST_CSV_BROKEN: {
    category: 'invalid',
    vi: 'Không đọc được CSV từ dòng này: dấu ngoặc kép mở hoặc đóng sai chỗ.',
    en: 'The CSV cannot be read from this row on: a quotation mark opens or closes in the wrong place.',
  },
  LIST_COLUMN_MISSING: {
    category: 'invalid',
    params: { column: asGiven, found: asGiven },
    vi: 'Thiếu cột “{column}”. Tệp có các cột: {found}.',
    en: 'The column “{column}” is missing. The file has the columns: {found}.',
  },
  LIST_COLUMN_DOUBLED: {
    category: 'invalid',
    params: { column: asGiven },
    vi: 'Cột “{column}” xuất hiện hai lần.',
    en: 'The column “{column}” appears twice.',
  },
  LIST_ROW_RAGGED: {
    category: 'invalid',
    params: { found: count, expected: count },
    vi: 'Dòng có {found} ô, dòng tiêu đề có {expected} ô.',
    en: 'The row has {found} cells, the header has {expected}.',
  },
  LIST_CODE_INVALID: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã phải có từ 1 đến 40 ký tự, không có khoảng trắng hay ký tự lạ; đây là “{code}”.',
    en: 'A code has 1 to 40 characters, without blanks or strange signs; this is “{code}”.',
  },
  LIST_CODE_SHORT: {
    category: 'invalid',
    params: { code: asGiven, length: count },
    vi: 'Mã “{code}” ngắn hơn các mã cùng cấp ({length} chữ số). Có lẽ bảng tính đã bỏ số 0 ở đầu: hãy lưu lại cột mã dạng văn bản, hoặc chọn đọc có bù số 0.',
    en: 'The code “{code}” is shorter than the others of its level ({length} digits). A spreadsheet may have dropped the leading zeros: save the column of codes as text, or choose to read it with restored zeros.',
  },
  LIST_CODES_WITHOUT_ZEROS: {
    category: 'invalid',
    params: { code: asGiven, level: wordFor(UNIT_LEVEL_NAMES), short: count, count, digits: count, restored: asGiven },
    vi: '{short} trong {count} mã {level} ngắn hơn {digits} chữ số, ví dụ “{code}”: có lẽ bảng tính đã bỏ số 0 ở đầu. Hãy lưu lại cột mã dạng văn bản; hoặc chọn đọc có bù số 0 (“{code}” thành “{restored}”); hoặc xác nhận mã đúng như đã viết.',
    en: '{short} of {count} codes of {level} have fewer than {digits} digits, for example “{code}”: a spreadsheet may have dropped the leading zeros. Save the column of codes as text; or choose to read it with restored zeros (“{code}” as “{restored}”); or confirm that the codes are right as written.',
  },
  LIST_CODES_DECIMAL: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã “{code}” được viết như số thập phân: bảng tính đã đọc cột mã như số. Hãy lưu lại cột mã dạng văn bản, hoặc chọn đọc có bù số 0.',
    en: 'The code “{code}” is written as a decimal number: a spreadsheet read the column of codes as numbers. Save it as text, or choose to read it with restored zeros.',
  },
  LIST_CODE_DOUBLED: {
    category: 'invalid',
    params: { code: asGiven, first: count },
    vi: 'Mã “{code}” đã có ở dòng {first}. Vào một ngày, một mã chỉ thuộc về một đơn vị.',
    en: 'The code “{code}” is in row {first} already. On one day a code belongs to one unit.',
  },
  LIST_NAME_INVALID: {
    category: 'invalid',
    vi: 'Tên đơn vị phải có chữ hoặc số, dài từ 1 đến 300 ký tự (không kể từ chỉ loại), không có ký tự điều khiển.',
    en: 'A unit’s name has letters or digits, 1 to 300 characters (the word for its kind apart), and no control characters.',
  },
  LIST_NAME_FOREIGN: {
    category: 'invalid',
    params: { name: asGiven, sign: asGiven },
    vi: 'Tên “{name}” có ký tự “{sign}”, không phải chữ tiếng Việt. Có lẽ tệp bị sai bảng mã hoặc dùng phông chữ cũ.',
    en: 'The name “{name}” has the sign “{sign}”, which no Vietnamese name has. The file may be in a wrong encoding or an old font.',
  },
  LIST_TYPE_UNKNOWN: {
    category: 'invalid',
    params: { type: asGiven, known: asGiven },
    vi: 'Không có loại đơn vị hành chính “{type}”. Các loại: {known}.',
    en: 'There is no kind of administrative unit “{type}”. The kinds are: {known}.',
  },
  LIST_PARENT_MISSING: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Danh sách không có đơn vị cấp trên mang mã “{code}”.',
    en: 'The list has no unit with the code “{code}” to be the parent.',
  },
  LIST_PARENT_NEEDED: {
    category: 'invalid',
    vi: 'Đơn vị cấp huyện và cấp xã phải có mã đơn vị cấp trên.',
    en: 'A unit of district or commune level needs the code of its parent.',
  },
  LIST_PARENT_LEVEL: {
    category: 'invalid',
    params: { parent: asGiven, unit: asGiven },
    vi: '“{parent}” không thể là cấp trên của “{unit}”: cấp trên của xã là huyện hoặc tỉnh, của huyện là tỉnh, tỉnh không có cấp trên.',
    en: '“{parent}” cannot be the parent of “{unit}”: a commune belongs to a district or a province, a district to a province, a province to none.',
  },
  LIST_EXTENT_UNKNOWN: {
    category: 'invalid',
    params: { extent: asGiven },
    vi: 'Phạm vi phải là “full” (toàn bộ) hoặc “partial” (một phần); đây là “{extent}”.',
    en: 'The extent is “full” or “partial”; this is “{extent}”.',
  },
  LIST_SUCCESSION_DOUBLED: {
    category: 'invalid',
    params: { first: count, old: asGiven, new: asGiven },
    vi: 'Dòng {first} đã ghi “{old}” sang “{new}”.',
    en: 'Row {first} already says that “{old}” passes to “{new}”.',
  },
  LIST_SUCCESSION_MIXED: {
    category: 'invalid',
    params: { old: asGiven, whole: count },
    vi: '“{old}” chuyển toàn bộ (full) cho một đơn vị ở dòng {whole}, nên không thể còn dòng nào khác.',
    en: '“{old}” passes wholly (full) to one unit in row {whole}; it can have no other row.',
  },
  LIST_CODE_HELD: {
    category: 'conflict',
    params: { date, code: asGiven, unit: asGiven, listed: asGiven },
    vi: 'Ngày {date}, mã “{code}” đang thuộc về “{unit}”, không phải “{listed}”. Nếu đơn vị đã thay đổi, hãy ghi biến động (hoặc chạy units reorganise) trước; nếu sổ ghi sai tên hoặc loại, hãy đính chính (correct).',
    en: 'On {date} the code “{code}” belongs to “{unit}”, not to “{listed}”. If the unit has changed, record that event (or run units reorganise) first; if the registry has a wrong name or kind, correct it (correct).',
  },
  LIST_CODE_HELD_LATER: {
    category: 'conflict',
    params: { code: asGiven, unit: asGiven, from: date, listed: asGiven },
    vi: 'Mã “{code}” thuộc về “{unit}” từ ngày {from}, mà danh sách không cho biết “{listed}” kết thúc khi nào. Hãy nhập “{listed}” bằng một biến động có ngày kết thúc.',
    en: 'The code “{code}” belongs to “{unit}” from {from} on, and the list does not say when “{listed}” ended. Enter “{listed}” by an event, with its end.',
  },
  LIST_PARENT_DIFFERS: {
    category: 'conflict',
    params: { date, unit: asGiven, recorded: asGiven, listed: asGiven },
    vi: 'Ngày {date}, sổ ghi “{unit}” trực thuộc “{recorded}”, danh sách ghi “{listed}”. Hãy sửa bên sai trước khi nhập.',
    en: 'On {date} the registry has “{unit}” under “{recorded}”, the list has it under “{listed}”. Correct the wrong one first.',
  },
  LIST_UNIT_WITHOUT_CODE: {
    category: 'conflict',
    params: { unit: asGiven, code: asGiven },
    vi: 'Sổ đã có “{unit}” cùng nơi trực thuộc nhưng chưa có mã. Nếu là một, hãy ghi mã “{code}” cho đơn vị đó trước.',
    en: 'The registry already has “{unit}” in the same place, without a code. If it is the same, give it the code “{code}” first.',
  },
  LIST_SUCCESSOR_MISSING: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Danh sách đơn vị mới không có mã “{code}”.',
    en: 'The list of new units does not have the code “{code}”.',
  },
  LIST_SUCCESSOR_NAMED_OTHERWISE: {
    category: 'invalid',
    params: { code: asGiven, listed: asGiven, name: asGiven },
    vi: 'Danh sách đơn vị mới ghi mã “{code}” là “{listed}”, không phải “{name}”.',
    en: 'In the list of new units the code “{code}” is “{listed}”, not “{name}”.',
  },
  LIST_PREDECESSOR_MISSING: {
    category: 'conflict',
    params: { date, name: asGiven, code: asGiven },
    vi: 'Ngày {date}, sổ không có “{name}” mang mã “{code}”. Hãy nhập danh sách trước ngày đó (units import) rồi mới sắp xếp lại.',
    en: 'On {date} the registry has no “{name}” with the code “{code}”. Import the previous list (units import), then reorganise.',
  },
  LIST_PREDECESSOR_NAMED_OTHERWISE: {
    category: 'conflict',
    params: { date, code: asGiven, unit: asGiven, name: asGiven },
    vi: 'Ngày {date}, mã “{code}” thuộc về “{unit}”, không phải “{name}”.',
    en: 'On {date} the code “{code}” belongs to “{unit}”, not to “{name}”.',
  },
  LIST_UNIT_UNSPOKEN: {
    category: 'conflict',
    params: { unit: asGiven, code: asGiven, date },
    vi: '“{unit}” (mã {code}) còn tồn tại ngày {date} nhưng không có trong danh sách mới, và bảng kế thừa không nói nó chuyển về đâu. Hãy bổ sung dòng kế thừa, hoặc ghi biến động kết thúc nó trước.',
    en: '“{unit}” (code {code}) is in force on {date}, the new list does not have it, and the successions do not say what it passes to. Add its row, or record the event that ends it first.',
  },
});
