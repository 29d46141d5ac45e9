import { errors } from '../errors/catalogue.js';
import { asGiven, count } from '../../shared/writing.js';

export const FileErrors = errors({
  FILE_NOT_FOUND: {
    category: 'notFound',
    vi: 'Không tìm thấy tệp này.',
    en: 'There is no such file.',
  },
  FILE_NAME_EMPTY: {
    category: 'invalid',
    vi: 'Tên tệp không còn chữ nào sau khi bỏ đường dẫn và ký tự đặc biệt. Hãy đổi tên tệp.',
    en: 'Nothing is left of the file’s name without folders and special characters. Rename the file.',
  },
  FILE_KIND_NOT_TAKEN: {
    category: 'invalid',
    params: { kind: asGiven, allowed: asGiven },
    vi: 'Ở đây không nhận loại tệp “{kind}”, chỉ nhận: {allowed}.',
    en: 'Files of the kind “{kind}” are not taken here; only: {allowed}.',
  },
  FILE_NOT_WHAT_IT_SAYS: {
    category: 'invalid',
    params: { ending: asGiven, kind: asGiven },
    vi: 'Tệp mang đuôi “{ending}” nhưng nội dung là “{kind}”. Hãy kiểm tra tệp, hoặc đặt lại đúng đuôi.',
    en: 'The file’s name ends in “{ending}”, but its content is “{kind}”. Check the file, or give it the right ending.',
  },
  FILE_EMPTY: { category: 'invalid', vi: 'Tệp rỗng.', en: 'The file is empty.' },
  FILE_TOO_LARGE: {
    category: 'limit',
    params: { limit: count },
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia nhỏ hoặc giảm dung lượng ảnh.',
    en: 'The file is larger than {limit} MB. Divide it or make its pictures smaller.',
  },
  FILE_BROKEN: {
    category: 'invalid',
    vi: 'Tệp văn phòng bị hỏng hoặc không đúng cấu trúc. Hãy mở và lưu lại rồi tải lên.',
    en: 'The office file is damaged or wrongly built. Open it, save it again and upload that.',
  },
  FILE_INFLATES: {
    category: 'invalid',
    vi: 'Tệp nén bung ra quá lớn so với dung lượng của nó nên bị từ chối.',
    en: 'The file unpacks to far more than its size and is refused.',
  },
  FILE_HAS_DOCTYPE: {
    category: 'invalid',
    params: { part: asGiven },
    vi: 'Tệp văn phòng có khai báo DOCTYPE (phần “{part}”), điều mà Word và Excel không bao giờ ghi. Hãy mở và lưu lại rồi tải lên.',
    en: 'The office file has a DOCTYPE (in “{part}”), which Word and Excel never write. Open it, save it again and upload that.',
  },
  FILE_LINKS_OUTSIDE: {
    category: 'invalid',
    params: { part: asGiven },
    vi: 'Tệp có phần tự lấy dữ liệu hoặc chạy chương trình ở ngoài khi mở (liên kết ngoài, OLE, DDE; ở “{part}”). Hãy ngắt liên kết (Edit Links → Break Link) hoặc dán thành hình, rồi lưu lại.',
    en: 'The file fetches data or starts a program when it is opened (external link, OLE, DDE; in “{part}”). Break its links (Edit Links → Break Link) or paste them as pictures, and save it again.',
  },
  FILE_HAS_MACROS: {
    category: 'invalid',
    vi: 'Tệp có macro. Hãy lưu lại dưới dạng .docx hoặc .xlsx không có macro.',
    en: 'The file has macros. Save it as .docx or .xlsx without macros.',
  },
  FILE_NOT_UTF8: {
    category: 'invalid',
    vi: 'Tệp CSV không phải văn bản UTF-8. Trong Excel hãy chọn “CSV UTF-8” khi lưu.',
    en: 'The CSV file is not UTF-8 text. In Excel choose “CSV UTF-8” when saving.',
  },
  FILE_RECORD_FULL: {
    category: 'conflict',
    params: { limit: count },
    vi: 'Hồ sơ này đã có {limit} tệp (kể cả tệp đang chờ tải lên). Hãy bớt tệp không cần.',
    en: 'This record has {limit} files already (those still to be uploaded included). Remove what is not needed.',
  },
  FILE_DAY_FULL: {
    category: 'conflict',
    params: { limit: count },
    vi: 'Bạn đã xin tải lên {limit} tệp trong 24 giờ qua. Hãy tiếp tục vào ngày mai.',
    en: 'You have asked to upload {limit} files within 24 hours. Go on tomorrow.',
  },
  UPLOAD_TICKET_UNKNOWN: {
    category: 'notFound',
    vi: 'Phiếu tải lên không đúng. Hãy xin phiếu mới (requestUpload).',
    en: 'There is no such upload ticket. Ask for a new one (requestUpload).',
  },
  UPLOAD_TICKET_USED: {
    category: 'conflict',
    vi: 'Phiếu tải lên này đã được dùng. Mỗi tệp cần một phiếu mới.',
    en: 'This upload ticket was used already. Each file needs a new one.',
  },
  UPLOAD_TICKET_EXPIRED: {
    category: 'conflict',
    vi: 'Phiếu tải lên đã hết hạn. Hãy xin phiếu mới.',
    en: 'The upload ticket has expired. Ask for a new one.',
  },
  UPLOAD_UNDER_WAY: {
    category: 'conflict',
    vi: 'Một lần tải lên khác bằng phiếu này đang diễn ra.',
    en: 'Another upload by this ticket is under way.',
  },
  UPLOADS_TOO_MANY: {
    category: 'limit',
    vi: 'Bạn đang tải lên {limit} tệp cùng lúc, là mức nhiều nhất. Hãy đợi một tệp xong rồi gửi tiếp; phiếu này vẫn còn dùng được.',
    en: 'You are uploading {limit} files at once, the most there can be. Wait until one is done; this ticket can still be used.',
    params: { limit: count },
  },
  UPLOAD_BROKEN_OFF: {
    category: 'invalid',
    vi: 'Kết nối bị ngắt khi đang tải lên; chưa có gì được lưu. Có thể tải lại bằng chính phiếu này khi còn hạn.',
    en: 'The connection broke during the upload; nothing was kept. The same ticket can be used again until it expires.',
  },
  FILE_IN_QUARANTINE: {
    category: 'conflict',
    vi: 'Tệp đang chờ quét mã độc. Hãy thử lại sau ít phút.',
    en: 'The file waits to be scanned for malware. Try again in a few minutes.',
  },
  FILE_REFUSED: {
    category: 'conflict',
    params: { found: asGiven },
    vi: 'Tệp bị từ chối vì chứa mã độc ({found}) và đã bị xóa.',
    en: 'The file was refused because of malware ({found}) and was erased.',
  },
  FILE_BYTES_MISSING: {
    category: 'internal',
    vi: 'Nội dung của tệp không còn trong kho lưu trữ. Hãy báo quản trị viên kèm mã yêu cầu.',
    en: 'The file’s content is not in the storage. Tell the administrator, with the request id.',
  },
  FILE_RANGE_WRONG: {
    category: 'invalid',
    vi: 'Khoảng byte được yêu cầu nằm ngoài tệp.',
    en: 'The range of bytes asked for lies outside the file.',
  },
  FILE_FOR_OTHER_RECORD: {
    category: 'conflict',
    vi: 'Tệp này được tải lên cho hồ sơ khác. Hãy tải lên lại cho hồ sơ này.',
    en: 'This file was uploaded for another record. Upload it for this record.',
  },
  FILE_FOR_OTHER_PURPOSE: {
    category: 'conflict',
    params: { purpose: asGiven, wanted: asGiven },
    vi: 'Tệp này được tải lên với mục đích “{purpose}”, còn ở đây cần “{wanted}”. Hãy tải lên lại (requestUpload) với mục đích đó.',
    en: 'This file was uploaded for “{purpose}”; here one for “{wanted}” is needed. Upload it again (requestUpload) for that.',
  },
  FILE_ATTACHED_ALREADY: {
    category: 'conflict',
    vi: 'Tệp này đã được gắn vào hồ sơ. Hãy tải lại trang; nếu cần thêm một bản thì tải lên lại.',
    en: 'This file is attached to the record already. Reload the page; upload it again if you need a second copy.',
  },
});
