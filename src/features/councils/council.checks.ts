import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, count, date, period } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';

const MEND_TERM = {
  vi: 'Hãy đính chính nhiệm kỳ (correctCouncilMember) hoặc thời gian của hội đồng (correctCouncil).',
  en: 'Correct the term (correctCouncilMember) or the days of the council (correctCouncil).',
};

const terms = invariant('councils.termsInTheLifeOfTheirCouncil', {
  broken: `select p.name as person, c.name as council, m.validity::text as days from council_member m join council c on c.id = m.council_id
             join person p on p.id = m.person_id where not m.validity <@ c.validity order by m.id`,
  describe: {
    params: { person: asGiven, council: asGiven, days: period },
    vi: 'Nhiệm kỳ của “{person}” trong “{council}” ({days}) nằm ngoài thời gian của hội đồng',
    en: 'The term of “{person}” in “{council}” ({days}) is not within the life of the council',
  },
  remedy: MEND_TERM,
});

const present = invariant('councils.takenPartInTerm', {
  broken: `select p.name as person, c.name as council, s.held_on::text as day from council_session s join council c on c.id = s.council_id
             cross join lateral (select a.member_id from council_attendance a where a.session_id = s.id
               union select o.member_id from council_opinion o where o.session_id = s.id
               union select s.chair_id where s.chair_id is not null union select s.secretary_id where s.secretary_id is not null) named
             join council_member m on m.id = named.member_id join person p on p.id = m.person_id
            where m.council_id <> s.council_id or not m.validity @> s.held_on order by s.id, m.id`,
  describe: {
    params: { person: asGiven, council: asGiven, day: date },
    vi: '“{person}” được ghi trong phiên họp ngày {day} của “{council}” nhưng không phải thành viên đương nhiệm ngày đó',
    en: '“{person}” is named in the session of {day} of “{council}”, but was not a member in term on that day',
  },
  remedy: MEND_TERM,
});

const sessions = invariant('councils.sessionsInTheLifeOfTheirCouncil', {
  broken: `select c.name as council, s.held_on::text as day from council_session s join council c on c.id = s.council_id
             left join council_rule r on r.id = s.rule_id
            where not c.validity @> s.held_on or r.council_id <> s.council_id or r.session_kind <> s.kind or not r.validity @> s.held_on
            order by s.id`,
  describe: {
    params: { council: asGiven, day: date },
    vi: 'Phiên họp ngày {day} của “{council}” nằm ngoài thời gian của hội đồng, hoặc áp dụng quy chế không có hiệu lực ngày đó',
    en: 'The session of {day} of “{council}” is not within the life of the council, or applies a rule that was not in force',
  },
  remedy: {
    vi: 'Hãy đính chính thời gian của hội đồng (correctCouncil), hoặc gỡ và ghi lại phiên họp (removeCouncilSession).',
    en: 'Correct the days of the council (correctCouncil), or remove the session and record it again (removeCouncilSession).',
  },
});

/** `needed` of `quorum.ts`, in SQL. */
const NEEDED = `greatest(1, case when r.presence_more_than then r.presence_numerator * n.in_term / r.presence_denominator + 1
  else (r.presence_numerator * n.in_term + r.presence_denominator - 1) / r.presence_denominator end)`;

const quorum = invariant('councils.votesWithQuorum', {
  broken: `select c.name as council, s.held_on::text as day, n.counted, n.in_term as "inTerm" from council_session s
             join council c on c.id = s.council_id left join council_rule r on r.id = s.rule_id
             cross join lateral (select
               (select count(*)::int from council_member m where m.council_id = s.council_id and m.validity @> s.held_on) as in_term,
               (select count(*)::int from council_attendance a where a.session_id = s.id
                  and (a.presence = 'PRESENT' or (a.presence = 'IN_WRITING' and r.presence_counts_written))) as counted) n
            where exists (select from council_question q where q.session_id = s.id) and (r.id is null or n.counted < ${NEEDED})
            order by s.id`,
  describe: {
    params: { council: asGiven, day: date, counted: count, inTerm: count },
    vi: 'Phiên họp ngày {day} của “{council}” có biểu quyết nhưng không đủ điều kiện họp: {counted} trên {inTerm} thành viên đương nhiệm',
    en: 'The session of {day} of “{council}” voted without a quorum: {counted} of {inTerm} members in term',
  },
  remedy: {
    vi: 'Nếu thành viên được ghi thêm sau khi biểu quyết, hãy đối chiếu quyết định cử; nếu phiên họp ghi sai, hãy gỡ và ghi lại (removeCouncilSession).',
    en: 'If members were entered after the vote, compare their appointments; if the session is wrong, remove it and record it again (removeCouncilSession).',
  },
});

const votes = invariant('councils.noMoreVotesThanMembers', {
  broken: `select c.name as council, s.held_on::text as day, q.text from council_question q join council_session s on s.id = q.session_id
             join council c on c.id = s.council_id
            where q.in_favour + q.against + q.abstained
                    > (select count(*) from council_attendance a where a.session_id = s.id and a.presence = 'PRESENT')
               or q.written_in_favour + q.written_against + q.written_abstained
                    > (select count(*) from council_attendance a where a.session_id = s.id and a.presence = 'IN_WRITING')
            order by q.id`,
  describe: {
    params: { council: asGiven, day: date, text: asGiven },
    vi: 'Phiên họp ngày {day} của “{council}”: “{text}” có nhiều phiếu hơn số thành viên tham gia',
    en: 'The session of {day} of “{council}”: “{text}” has more votes than members took part',
  },
  remedy: {
    vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy gỡ biểu quyết (removeCouncilVotes), so với biên bản và ghi lại.',
    en: 'No command makes this. Remove the votes (removeCouncilVotes), compare with the minutes and record them again.',
  },
});

const units = invariant('councils.partsOfOneUnit', {
  broken: `select c.name as council from council c where exists (select from council_member m where m.council_id = c.id and m.unit_id <> c.unit_id)
              or exists (select from council_rule r where r.council_id = c.id and r.unit_id <> c.unit_id)
              or exists (select from council_session s where s.council_id = c.id and s.unit_id <> c.unit_id) order by c.id`,
  describe: {
    params: { council: asGiven },
    vi: 'Thành viên, quy chế hoặc phiên họp của “{council}” ghi đơn vị khác với hội đồng',
    en: 'Members, rules or sessions of “{council}” have another unit than the council',
  },
  remedy: {
    vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu.',
    en: 'No command makes this. Compare with a backup.',
  },
});

/** Councils need their unit on one of their days. */
export const datedCouncils: readonly DatedRecords[] = [
  {
    name: 'councils.inTheLifeOfTheirUnit',
    label: { vi: 'hội đồng', en: 'councils' },
    rows: `select unit_id, validity as days, name as record from council`,
  },
];

export const councilChecks: readonly InvariantCheck[] = [
  terms,
  present,
  sessions,
  quorum,
  votes,
  units,
  ...datedCouncils.map(unitLifeCheck),
];
