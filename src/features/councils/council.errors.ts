import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, period, wordFor } from '../../shared/writing.js';
import { SESSION_KIND_NAMES, VOTE_CHOICE_NAMES } from './council-kinds.js';

const kind = wordFor(SESSION_KIND_NAMES);

export const CouncilErrors = errors({
  COUNCIL_NOT_FOUND: { category: 'notFound', of: 'Council', vi: 'Không tìm thấy hội đồng “{id}”.', en: 'There is no council “{id}”.' },
  COUNCIL_MEMBER_NOT_FOUND: {
    category: 'notFound',
    of: 'CouncilMember',
    vi: 'Không tìm thấy thành viên hội đồng “{id}”.',
    en: 'There is no council member “{id}”.',
  },
  COUNCIL_RULE_NOT_FOUND: {
    category: 'notFound',
    of: 'CouncilRule',
    vi: 'Không tìm thấy quy chế họp “{id}”.',
    en: 'There is no rule of sessions “{id}”.',
  },
  COUNCIL_SESSION_NOT_FOUND: {
    category: 'notFound',
    of: 'CouncilSession',
    vi: 'Không tìm thấy phiên họp “{id}”.',
    en: 'There is no session “{id}”.',
  },
  COUNCIL_QUESTION_NOT_FOUND: {
    category: 'notFound',
    of: 'CouncilQuestion',
    vi: 'Phiên họp không có vấn đề biểu quyết “{id}”. Có thể nó đã được gỡ bỏ.',
    en: 'The session has no question “{id}”. It may have been removed.',
  },
  COUNCIL_NAME_TAKEN: {
    category: 'conflict',
    params: { name: asGiven, period },
    vi: 'Đơn vị đã có hội đồng “{name}” trong thời gian đó ({period}). Hãy dùng hội đồng ấy, hoặc đặt tên khác.',
    en: 'The unit has a council “{name}” at that time already ({period}). Use that one, or choose another name.',
  },
  COUNCIL_BACKWARDS: {
    category: 'invalid',
    params: { last: date, first: date },
    vi: 'Ngày cuối {last} đứng trước ngày đầu {first}.',
    en: 'The last day, {last}, comes before the first, {first}.',
  },
  COUNCIL_ACT_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ban hành văn bản {date} ở tương lai. Hãy ghi ngày trên văn bản.',
    en: 'The act’s date, {date}, lies in the future. Give the day that is written on the paper.',
  },
  COUNCIL_ENDS_ALREADY: {
    category: 'conflict',
    params: { date },
    vi: 'Đã có ngày kết thúc sớm hơn hoặc đúng ngày đó ({date}). Nếu ngày ấy ghi sai, hãy đính chính.',
    en: 'This ends on that day or earlier already ({date}). If that day is wrong, correct it.',
  },
  COUNCIL_TERM_OUTSIDE: {
    category: 'conflict',
    params: { person: asGiven, term: period, life: period },
    vi: 'Nhiệm kỳ của “{person}” ({term}) nằm ngoài thời gian hoạt động của hội đồng ({life}). Hãy sửa một trong hai.',
    en: 'The term of “{person}” ({term}) is not within the life of the council ({life}). Correct one of the two.',
  },
  COUNCIL_MEMBER_TWICE: {
    category: 'conflict',
    params: { person: asGiven, term: period },
    vi: '“{person}” đã là thành viên của hội đồng này ({term}). Hãy kết thúc nhiệm kỳ ấy (endCouncilMembership) trước.',
    en: '“{person}” is a member of this council already ({term}). End that term (endCouncilMembership) first.',
  },
  COUNCIL_TWO_CHAIRS: {
    category: 'conflict',
    params: { person: asGiven, term: period },
    vi: 'Hội đồng đã có chủ tịch là “{person}” ({term}). Mỗi lúc chỉ có một chủ tịch: hãy kết thúc nhiệm kỳ ấy trước.',
    en: 'The council has a chair, “{person}” ({term}). There is one chair at a time: end that term first.',
  },
  COUNCIL_MEMBER_TOOK_PART: {
    category: 'conflict',
    params: { person: asGiven, date },
    vi: '“{person}” đã tham gia phiên họp ngày {date}, nên nhiệm kỳ phải bao gồm ngày đó. Hãy ghi ngày khác, hoặc gỡ phiên họp ghi nhầm (removeCouncilSession).',
    en: '“{person}” took part in the session of {date}, so the term has to include that day. Give another day, or remove the session if it is wrong (removeCouncilSession).',
  },
  COUNCIL_SESSION_OUTSIDE: {
    category: 'conflict',
    params: { date, life: period },
    vi: 'Phiên họp ngày {date} nằm ngoài thời gian hoạt động của hội đồng ({life}).',
    en: 'The session of {date} is not within the life of the council ({life}).',
  },
  COUNCIL_FRACTION_WRONG: {
    category: 'invalid',
    params: { numerator: asGiven, denominator: asGiven },
    vi: 'Tỷ lệ {numerator}/{denominator} không dùng được: tử số từ 1, mẫu số đến 1000, không quá cả số (và “hơn” thì phải dưới cả số). Ví dụ 2/3 hoặc 80/100.',
    en: 'The share {numerator}/{denominator} cannot be used: the numerator is 1 or more, the denominator at most 1000, and the share no more than the whole (“more than” needs less). For example 2/3 or 80/100.',
  },
  COUNCIL_RULE_TAKEN: {
    category: 'conflict',
    params: { kind, period },
    vi: 'Hội đồng đã có quy chế cho {kind} trong thời gian đó ({period}). Hãy kết thúc quy chế ấy (endCouncilRule) trước.',
    en: 'The council has a rule for {kind} at that time already ({period}). End it (endCouncilRule) first.',
  },
  COUNCIL_RULE_APPLIED: {
    category: 'conflict',
    params: { date },
    vi: 'Quy chế này đã áp dụng cho phiên họp ngày {date}, nên phải còn hiệu lực vào ngày đó.',
    en: 'This rule was applied to the session of {date}, so it has to be in force on that day.',
  },
  COUNCIL_SESSION_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày họp {date} ở tương lai. Hãy ghi phiên họp sau khi đã họp.',
    en: 'The day of the session, {date}, lies in the future. Record it once it was held.',
  },
  COUNCIL_SESSION_TAKEN: {
    category: 'conflict',
    params: { subject: asGiven, date },
    vi: 'Phiên họp “{subject}” ngày {date} đã được ghi. Nếu là phiên khác trong ngày, hãy ghi nội dung khác.',
    en: 'The session “{subject}” of {date} is recorded already. If it is another of that day, give it another subject.',
  },
  COUNCIL_MINUTES_BEFORE_SESSION: {
    category: 'invalid',
    params: { date, held: date },
    vi: 'Biên bản ghi ngày {date}, trước ngày họp {held}. Hãy kiểm tra lại hai ngày.',
    en: 'The minutes are dated {date}, before the session of {held}. Check both days.',
  },
  COUNCIL_MEMBER_NOT_IN_TERM: {
    category: 'conflict',
    params: { person: asGiven, date, term: period },
    vi: '“{person}” không phải thành viên đương nhiệm vào ngày {date} (nhiệm kỳ {term}), nên không được tính vào phiên họp và không biểu quyết.',
    en: '“{person}” is not a member in term on {date} (term {term}), and so neither counts in the session nor votes.',
  },
  COUNCIL_MEMBER_NAMED_TWICE: {
    category: 'invalid',
    params: { person: asGiven },
    vi: '“{person}” được ghi hai lần. Hãy giữ một dòng.',
    en: '“{person}” is named twice. Keep one line.',
  },
  COUNCIL_MEMBER_NOT_PRESENT: {
    category: 'invalid',
    params: { person: asGiven },
    vi: '“{person}” không có mặt tại phiên họp, nên không thể là người chủ trì hay thư ký phiên họp.',
    en: '“{person}” was not present, and so neither chaired the session nor kept its minutes.',
  },
  COUNCIL_MEMBER_DID_NOT_VOTE: {
    category: 'invalid',
    params: { person: asGiven },
    vi: '“{person}” không có mặt và không gửi ý kiến bằng văn bản cho phiên họp này, nên không có phiếu.',
    en: '“{person}” was neither present nor sent an opinion in writing, and so has no vote in this session.',
  },
  COUNCIL_RULE_MISSING: {
    category: 'conflict',
    params: { kind, date },
    vi: 'Chưa có quy chế cho {kind} vào ngày {date}, nên không biết phiên họp có được quyết định không. Hãy nhập quy chế (setCouncilRule) trước.',
    en: 'There is no rule for {kind} on {date}, so whether the session could decide is not known. Enter the rule (setCouncilRule) first.',
  },
  COUNCIL_NO_QUORUM: {
    category: 'conflict',
    params: { counted: count, inTerm: count, needed: count, date },
    vi: 'Phiên họp ngày {date} không đủ điều kiện để biểu quyết: {counted} trên {inTerm} thành viên đương nhiệm tham gia, cần {needed}. Hãy kiểm tra danh sách tham dự, hoặc họp lại.',
    en: 'The session of {date} has no quorum and cannot vote: {counted} of {inTerm} members in term took part, {needed} are needed. Check who was there, or hold another session.',
  },
  COUNCIL_VOTES_TOO_MANY: {
    category: 'invalid',
    params: { votes: count, present: count },
    vi: 'Có {votes} phiếu tại chỗ trong khi chỉ {present} thành viên có mặt. Hãy kiểm tra lại số phiếu.',
    en: 'There are {votes} votes of members present, but only {present} were present. Check the votes.',
  },
  COUNCIL_WRITTEN_VOTES_TOO_MANY: {
    category: 'invalid',
    params: { votes: count, written: count },
    vi: 'Có {votes} phiếu bằng văn bản trong khi chỉ {written} thành viên vắng mặt gửi ý kiến bằng văn bản. Hãy kiểm tra lại số phiếu.',
    en: 'There are {votes} votes in writing, but only {written} absent members sent an opinion in writing. Check the votes.',
  },
  COUNCIL_OPINIONS_TOO_MANY: {
    category: 'invalid',
    params: { n: count, choice: wordFor(VOTE_CHOICE_NAMES), votes: count },
    vi: 'Nêu tên {n} thành viên với ý kiến “{choice}” trong khi chỉ có {votes} phiếu như vậy. Hãy kiểm tra lại.',
    en: '{n} members are named as “{choice}”, but there are only {votes} such votes. Check both.',
  },
});

// Should two people do the same at one moment, the second still gets the sentence.
constraintError('council_name_taken', 'COUNCIL_NAME_TAKEN');
constraintError('council_rule_taken', 'COUNCIL_RULE_TAKEN');
constraintError('council_member_twice', 'COUNCIL_MEMBER_TWICE');
constraintError('council_member_two_chairs', 'COUNCIL_TWO_CHAIRS');
