import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const councilTerms = {
  Council: term('hội đồng', 'A body of named members that considers, scores or votes', 'It has rules for each kind of session.'),
  CouncilKind: enumTerm('loại hội đồng', 'What a council is for', {
    EMULATION: term('hội đồng thi đua - khen thưởng', 'Advises on emulation and commendation'),
    APPRAISAL: term('hội đồng thẩm định', 'Appraises and scores models or units'),
    STEERING: term('ban chỉ đạo', 'Steers the movement and votes on its models'),
    OTHER: term('hội đồng khác', 'Another council; its name says which'),
  }),
  CouncilOrder: enumTerm('thứ tự hội đồng', 'Order of a list of councils', {
    NAME: term('theo tên', 'By name in Vietnamese order'),
    NAME_DESC: term('theo tên, giảm dần', 'By name, descending'),
    VALID_FROM: term('theo ngày thành lập', 'By first day, the earliest first'),
    VALID_FROM_DESC: term('theo ngày thành lập, mới nhất trước', 'By first day, the latest first'),
  }),
  CouncilMember: term('thành viên hội đồng', 'A person in a council for a term', 'One person has one term at a time.'),
  CouncilRole: enumTerm('vai trò trong hội đồng', 'What a member is in the council', {
    CHAIR: term('chủ tịch hội đồng', 'Chairs the council', 'There is one at a time.'),
    DEPUTY: term('phó chủ tịch hội đồng', 'Acts for the chair who is absent'),
    SECRETARY: term('thư ký hội đồng', 'Keeps the minutes'),
    MEMBER: term('ủy viên hội đồng', 'An ordinary member'),
  }),
  CouncilRule: term(
    'quy chế họp của hội đồng',
    'How many members must take part in a kind of session and how many votes adopt a question, from a day to a day',
    'The presence and the majority are two rules. The registry has none of its own: each council enters those of its regulations.',
  ),
  CouncilFraction: term(
    'tỷ lệ',
    'A share as an exact fraction, such as 2/3 or 80/100',
    'It is never rounded: two thirds of 7 members are 5.',
  ),
  SessionKind: enumTerm('loại phiên họp', 'What a session considers', {
    GENERAL: term('phiên họp thường', 'Any other business'),
    APPRAISAL: term('phiên họp thẩm định', 'Appraises or scores models or units'),
    AWARDS: term('phiên họp xét khen thưởng', 'Considers awards'),
  }),
  MajorityBase: enumTerm('cơ sở tính biểu quyết', 'Of what number the majority is a fraction', {
    MEMBERS_IN_TERM: term('tổng số thành viên đương nhiệm', 'Of all members in term on the day'),
    TAKING_PART: term('số thành viên tham gia', 'Of the members present and, where written opinions count, those who sent theirs'),
  }),
  CouncilSession: term('phiên họp hội đồng', 'A session of a council on a day, with its minutes and votes'),
  CouncilSessionOrder: enumTerm('thứ tự phiên họp', 'Order of a list of sessions', {
    HELD_ON: term('theo ngày họp', 'By day, the earliest first'),
    HELD_ON_DESC: term('theo ngày họp, mới nhất trước', 'By day, the latest first'),
  }),
  CouncilAttendance: term('tham dự phiên họp', 'How a member took part in a session'),
  CouncilPresence: enumTerm('cách tham dự', 'How a member took part', {
    PRESENT: term('có mặt', 'Was there'),
    IN_WRITING: term('vắng mặt, có ý kiến bằng văn bản', 'Was absent and sent an opinion in writing'),
    ABSENT: term('vắng mặt', 'Was absent and sent nothing'),
  }),
  CouncilQuorum: term('điều kiện họp', 'Whether enough members took part in a session, computed from the members in term on its day'),
  CouncilQuestion: term('vấn đề biểu quyết', 'A question that a session voted on'),
  CouncilOpinion: term('ý kiến thành viên', 'The vote of a named member where the minutes name it, such as a dissent'),
  VoteChoice: enumTerm('biểu quyết', 'How somebody voted', {
    IN_FAVOUR: term('tán thành', 'For it'),
    AGAINST: term('không tán thành', 'Against it'),
    ABSTAINED: term('không có ý kiến', 'Neither'),
  }),
} as const satisfies Terms;
