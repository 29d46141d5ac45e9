import { contains } from '../../src/shared/dates.js';
import type { World } from './oracle.chapter.js';
import type { AnyRow } from './oracle.rows.js';

/** By counting rows: nothing of the program’s own arithmetic. */
function factsOf({ all }: World, session: AnyRow) {
  const rule = all.councilRules.find(one => one.id === session.rule_id) ?? null;
  const inTerm = all.councilMembers.filter(one => one.council_id === session.council_id && contains(one, session.held_on)).length;
  const by = (presence: string): number => all.attendance.filter(one => one.session_id === session.id && one.presence === presence).length;
  const [present, written] = [by('PRESENT'), by('IN_WRITING')];
  return { rule, inTerm, present, written };
}

/** The least number that reaches the fraction, found by trying. */
function least(rule: AnyRow, of: 'presence' | 'majority', whole: number): number {
  const [numerator, denominator] = [rule[`${of}_numerator`] as number, rule[`${of}_denominator`] as number];
  const reaches = (n: number): boolean =>
    rule[`${of}_more_than`] ? n * denominator > numerator * whole : n * denominator >= numerator * whole;
  let n = 1;
  while (!reaches(n)) n++;
  return n;
}

const day = (text: string): string => text.split('-').map(Number).toReversed().join('/');
const share = (rule: AnyRow, of: 'presence' | 'majority'): string =>
  `${rule[`${of}_more_than`] ? 'hơn' : 'ít nhất'} ${rule[`${of}_numerator`]}/${rule[`${of}_denominator`]}`;

export function quorumOf(world: World, session: AnyRow) {
  const { rule, inTerm, present, written } = factsOf(world, session);
  const start = `Ngày ${day(session.held_on)} có ${inTerm} thành viên đương nhiệm; ${present} có mặt`;
  if (!rule) {
    const sent = written > 0 ? `, ${written} ý kiến bằng văn bản` : '';
    return { met: null, needed: null, inTerm, present, written, explanation: `${start}${sent}. Chưa có quy chế cho loại phiên họp này.` };
  }
  const needed = least(rule, 'presence', inTerm);
  const met = present + (rule.presence_counts_written ? written : 0) >= needed;
  const sent = written > 0 ? `, ${written} ý kiến bằng văn bản (${rule.presence_counts_written ? 'được tính' : 'không tính'})` : '';
  const verdict = met ? 'đủ điều kiện họp' : 'không đủ điều kiện họp';
  return {
    met,
    needed,
    inTerm,
    present,
    written,
    explanation: `${start}${sent}. Quy chế cần ${share(rule, 'presence')}, tức ${needed}: ${verdict}.`,
  };
}

export function outcomeOf(world: World, question: AnyRow): { adopted: boolean | null; explanation: string | null } {
  const session = world.all.councilSessions.find(one => one.id === question.session_id)!;
  const { rule, inTerm, present, written } = factsOf(world, session);
  if (!rule) return { adopted: null, explanation: null };
  const counts = rule.majority_counts_written;
  const isOfAll = rule.majority_of === 'MEMBERS_IN_TERM';
  const whole = isOfAll ? inTerm : present + (counts ? written : 0);
  const needed = least(rule, 'majority', whole);
  const inFavour = question.in_favour + (counts ? question.written_in_favour : 0);
  const sent =
    question.written_in_favour > 0
      ? `, ${question.written_in_favour} phiếu tán thành bằng văn bản (${counts ? 'được tính' : 'không tính'})`
      : '';
  const ofWhom = isOfAll ? 'thành viên đương nhiệm' : 'thành viên tham gia';
  const enough = inFavour >= needed;
  return {
    adopted: enough && quorumOf(world, session).met,
    explanation: `${question.in_favour} có mặt tán thành${sent}: ${inFavour} trên ${whole} ${ofWhom}. Quy chế cần ${share(rule, 'majority')}, tức ${needed}: ${enough ? 'được thông qua' : 'không được thông qua'}.`,
  };
}
