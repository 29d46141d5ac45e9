import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { at, givenCouncils } from './given-councils.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const councils = givenCouncils(() => registry);
let count = 0;

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

/** A council of seven with the rule of Bắc Ninh. */
async function givenSeven(): Promise<{ id: string; m: string[] }> {
  const id = await councils.council(commune, `Hội đồng ${++count}`);
  const m: string[] = [];
  for (let i = 1; i <= 7; i++)
    m.push(await councils.member(id, await councils.person(commune, `Thành viên ${count}.${i}`), { role: i === 1 ? 'CHAIR' : 'MEMBER' }));
  await councils.rule(id);
  return { id, m };
}

const votes = (sessionId: string, more: object): object => ({
  sessionId,
  expectedVersion: 1,
  text: 'Đề nghị tặng Giấy khen cho Tập thể A (minh họa)',
  inFavour: 0,
  against: 0,
  abstained: 0,
  ...more,
});

describe('a session with a quorum', () => {
  it('adopts by 80 % of the members in term, opinions in writing included, and says so in sentences', async () => {
    const { id, m } = await givenSeven();
    const attendance = [...at('PRESENT', ...m.slice(0, 5)), ...at('IN_WRITING', m[5]!), ...at('ABSENT', m[6]!)];
    const minutes = { chairId: m[0], secretaryId: m[1], minutesNumber: '03/BB-HĐ', minutesDate: '2025-12-11', minutesText: 'Nhất trí' };
    const sessionId = await councils.session(id, attendance, minutes);
    const dissent = { memberId: m[4], choice: 'AGAINST', words: 'Hồ sơ chưa đủ minh chứng' };
    const { councilSession } = await councils.run(
      'recordCouncilVotes',
      votes(sessionId, { inFavour: 4, against: 1, writtenInFavour: 1, opinions: [dissent] }),
      `councilSession { version chair { role } minutesNumber minutesDate quorum { met inTerm present written needed explanation }
         questions { inFavour against adopted explanation opinions { member { id } choice words } } }`,
    );
    expect(councilSession).toEqual({
      version: 2,
      chair: { role: 'CHAIR' },
      minutesNumber: '03/BB-HĐ',
      minutesDate: '2025-12-11',
      quorum: {
        met: true,
        inTerm: 7,
        present: 5,
        written: 1,
        needed: 5,
        explanation:
          'Ngày 10/12/2025 có 7 thành viên đương nhiệm; 5 có mặt, 1 ý kiến bằng văn bản (không tính). Quy chế cần ít nhất 2/3, tức 5: đủ điều kiện họp.',
      },
      questions: [
        {
          inFavour: 4,
          against: 1,
          adopted: false,
          explanation:
            '4 có mặt tán thành, 1 phiếu tán thành bằng văn bản (được tính): 5 trên 7 thành viên đương nhiệm. Quy chế cần ít nhất 80/100, tức 6: không được thông qua.',
          opinions: [{ member: { id: m[4] }, choice: 'AGAINST', words: 'Hồ sơ chưa đủ minh chứng' }],
        },
      ],
    });
  });

  it('counts the members in term on its own day: two had left, and four of five are enough', async () => {
    const { id, m } = await givenSeven();
    for (const memberId of m.slice(5))
      await councils.run('endCouncilMembership', { id: memberId, expectedVersion: 1, validTo: '2025-06-30', reason: 'Nghỉ hưu' });
    const sessionId = await councils.session(id, at('PRESENT', ...m.slice(0, 4)));
    const { councilSession } = await councils.run(
      'recordCouncilVotes',
      votes(sessionId, { inFavour: 4 }),
      'councilSession { quorum { inTerm needed } questions { adopted } }',
    );
    expect(councilSession).toEqual({ quorum: { inTerm: 5, needed: 4 }, questions: [{ adopted: true }] });
  });
});

describe('a session without a quorum', () => {
  it('is recorded as such, and votes of it are refused with the numbers', async () => {
    const { id, m } = await givenSeven();
    const sessionId = await councils.session(id, [...at('PRESENT', ...m.slice(0, 4)), ...at('IN_WRITING', m[4]!)]);
    const { node } = await registry.as.reader.get(
      'query ($id: ID!) { node(id: $id) { ... on CouncilSession { quorum { met needed } questions { text } } } }',
      { id: sessionId },
    );
    expect(node).toEqual({ quorum: { met: false, needed: 5 }, questions: [] });
    expect(await councils.message('recordCouncilVotes', votes(sessionId, { inFavour: 4 }))).toBe(
      'Phiên họp ngày 10/12/2025 không đủ điều kiện để biểu quyết: 4 trên 7 thành viên đương nhiệm tham gia, cần 5. Hãy kiểm tra danh sách tham dự, hoặc họp lại.',
    );
  });

  it('cannot vote either where no rule is known, until the rule is entered', async () => {
    const { id, m } = await givenSeven();
    const sessionId = await councils.session(id, at('PRESENT', ...m), { kind: 'GENERAL' });
    expect(await councils.refused('recordCouncilVotes', votes(sessionId, { inFavour: 7 }))).toEqual([
      ['COUNCIL_RULE_MISSING', 'sessionId'],
    ]);
    await councils.rule(id, { sessionKind: 'GENERAL', majority: { numerator: 1, denominator: 2, moreThan: true } });
    const { councilSession } = await councils.run(
      'recordCouncilVotes',
      votes(sessionId, { inFavour: 4, against: 3 }),
      'councilSession { rule { sessionKind } questions { adopted } }',
    );
    expect(councilSession).toEqual({ rule: { sessionKind: 'GENERAL' }, questions: [{ adopted: true }] });
  });
});

describe('votes', () => {
  it('are no more than the members who were there, nor more in writing than wrote', async () => {
    const { id, m } = await givenSeven();
    const sessionId = await councils.session(id, [...at('PRESENT', ...m.slice(0, 6)), ...at('IN_WRITING', m[6]!)]);
    expect(
      await councils.refused('recordCouncilVotes', votes(sessionId, { inFavour: 5, against: 1, abstained: 1, writtenAgainst: 2 })),
    ).toEqual([
      ['COUNCIL_VOTES_TOO_MANY', 'inFavour'],
      ['COUNCIL_WRITTEN_VOTES_TOO_MANY', 'writtenInFavour'],
    ]);
  });

  it('of a member whose term has ended are refused, as are those of a member who took no part', async () => {
    const { id, m } = await givenSeven();
    await councils.run('endCouncilMembership', { id: m[6], expectedVersion: 1, validTo: '2025-12-09', reason: 'Chuyển công tác' });
    const late = { councilId: id, kind: 'AWARDS', heldOn: '2025-12-10', subject: 'Xét', attendance: at('PRESENT', ...m) };
    expect(await councils.message('recordCouncilSession', late)).toMatch(
      /^“Thành viên \d+\.7” không phải thành viên đương nhiệm vào ngày 10\/12\/2025 \(nhiệm kỳ từ 1\/1\/2025 đến 9\/12\/2025\)/,
    );
    const sessionId = await councils.session(id, at('PRESENT', ...m.slice(0, 5)));
    const opinions = [m[6], m[5]].map(memberId => ({ memberId, choice: 'IN_FAVOUR' }));
    expect(await councils.refused('recordCouncilVotes', votes(sessionId, { inFavour: 5, opinions }))).toEqual([
      ['COUNCIL_MEMBER_NOT_IN_TERM', 'opinions.0.memberId'],
      ['COUNCIL_MEMBER_DID_NOT_VOTE', 'opinions.1.memberId'],
    ]);
  });

  it('name no more members for a choice than voted so, and none twice', async () => {
    const { id, m } = await givenSeven();
    const sessionId = await councils.session(id, at('PRESENT', ...m));
    const against = (...members: string[]): object[] => members.map(memberId => ({ memberId, choice: 'AGAINST' }));
    const opinions = against(m[1]!, m[2]!);
    expect(await councils.refused('recordCouncilVotes', votes(sessionId, { inFavour: 6, against: 1, opinions }))).toEqual([
      ['COUNCIL_OPINIONS_TOO_MANY', 'opinions'],
    ]);
    expect(
      await councils.refused('recordCouncilVotes', votes(sessionId, { inFavour: 5, against: 2, opinions: against(m[1]!, m[1]!) })),
    ).toEqual([['COUNCIL_MEMBER_NAMED_TWICE', 'opinions.1.memberId']]);
  });

  it('entered by mistake are removed with a reason, from the present version', async () => {
    const { id, m } = await givenSeven();
    const sessionId = await councils.session(id, at('PRESENT', ...m));
    const { councilSession } = await councils.run(
      'recordCouncilVotes',
      votes(sessionId, { inFavour: 6, against: 1, opinions: [{ memberId: m[1], choice: 'AGAINST' }] }),
      'councilSession { questions { id } }',
    );
    const taken = { sessionId, questionId: councilSession.questions[0].id, reason: 'Ghi nhầm' };
    expect(await councils.refused('removeCouncilVotes', { ...taken, expectedVersion: 1 })).toEqual([['STALE_VERSION', 'expectedVersion']]);
    const { councilSession: after } = await councils.run(
      'removeCouncilVotes',
      { ...taken, expectedVersion: 2 },
      'councilSession { version questions { id } }',
    );
    expect(after).toEqual({ version: 3, questions: [] });
  });
});

describe('what a session is refused for', () => {
  it('having been recorded already, under the same subject with or without marks', async () => {
    const { id, m } = await givenSeven();
    await councils.session(id, at('PRESENT', m[0]!));
    const session = { councilId: id, kind: 'AWARDS', heldOn: '2025-12-10', attendance: [] };
    expect(await councils.refused('recordCouncilSession', { ...session, subject: 'XET khen thuong' })).toEqual([
      ['COUNCIL_SESSION_TAKEN', 'subject'],
    ]);
    await councils.session(id, [], { subject: 'Xét khen thưởng, buổi chiều' });
  });

  it('a day in the future, minutes before it, a chair who was absent, a member named twice', async () => {
    const { id, m } = await givenSeven();
    const session = { councilId: id, kind: 'AWARDS', heldOn: '2025-12-10', subject: 'Xét', attendance: at('PRESENT', m[1]!) };
    expect(await councils.refused('recordCouncilSession', { ...session, heldOn: '2999-01-01' })).toContainEqual([
      'COUNCIL_SESSION_IN_FUTURE',
      'heldOn',
    ]);
    expect(await councils.refused('recordCouncilSession', { ...session, chairId: m[0], minutesDate: '2025-12-09' })).toEqual([
      ['COUNCIL_MINUTES_BEFORE_SESSION', 'minutesDate'],
      ['COUNCIL_MEMBER_NOT_PRESENT', 'chairId'],
    ]);
    expect(await councils.refused('recordCouncilSession', { ...session, attendance: at('PRESENT', m[1]!, m[1]!) })).toEqual([
      ['COUNCIL_MEMBER_NAMED_TWICE', 'attendance.1.memberId'],
    ]);
    expect(await councils.refused('recordCouncilSession', { ...session, heldOn: '2024-12-10' })).toContainEqual([
      'COUNCIL_SESSION_OUTSIDE',
      'heldOn',
    ]);
  });
});
