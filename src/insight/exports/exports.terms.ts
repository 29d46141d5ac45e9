import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of exports. */
export const exportsTerms = {
  Export: term('bản kết xuất', 'A whole list as a file'),
  ExportFormat: enumTerm('dạng tệp kết xuất', 'How the rows are written', {
    JSONL: term('mỗi dòng một JSON', 'One JSON object a line', 'The last line is `{"rows": n}`.'),
    CSV: term(
      'bảng CSV',
      'A table that spreadsheet programs open, in UTF-8 with a byte order mark',
      'The first line has the names of the columns, the last one `#rows` and their number.',
    ),
  }),
  ExportState: enumTerm('trạng thái kết xuất', 'How far an export is', {
    WAITING: term('đang chờ', 'It waits or is being written'),
    READY: term('đã xong', 'It can be downloaded'),
    FAILED: term('không thực hiện được', 'It could not be written; `failure` says why'),
    EXPIRED: term('đã hết hạn', 'Its file is erased'),
  }),
} as const satisfies Terms;
