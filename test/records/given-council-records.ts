import type pg from 'pg';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { givenCouncils } from '../councils/given-councils.js';
import { rowId } from '../movements/given-movements.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { GivenRecords } from './given-records.js';

let count = 0;
const next = (): number => ++count;

/** Councils and what rests on them; the accounts of people. */
export function givenCouncilRecords(registry: () => TestRegistry, db: pg.Client, unitId: string): GivenRecords {
  const councils = givenCouncils(registry);
  const council = (): Promise<string> => councils.council(unitId, `Hội đồng ${next()}`);
  const member = async (councilId?: string): Promise<string> =>
    councils.member(councilId ?? (await council()), await councils.person(unitId, `Thành viên ${next()}`));
  const councilRule = async (): Promise<string> => councils.rule(await council());
  const session = async (): Promise<string> => councils.session(await council(), []);
  const question = async (sessionId: string): Promise<string> => {
    const id = newId();
    await db.query(
      `insert into council_question (id, session_id, text, in_favour, against, abstained, written_in_favour, written_against, written_abstained)
       values ($1, $2, 'Thử', 1, 0, 0, 0, 0, 0)`,
      [id, sessionId],
    );
    return id;
  };
  const opinion = async (sessionId: string, memberId: string): Promise<void> => {
    await db.query(`insert into council_opinion (question_id, member_id, session_id, choice) values ($1, $2, $3, 'AGAINST')`, [
      await question(sessionId),
      memberId,
      sessionId,
    ]);
  };
  const account = async (): Promise<string> => {
    const id = newId();
    await db.query(`insert into account (id, name, display_name, created_at) values ($1, $2, 'Cán bộ', now())`, [id, `can-bo-${next()}`]);
    return id;
  };
  return {
    make: {
      Council: council,
      CouncilMember: () => member(),
      CouncilRule: () => councilRule(),
      CouncilSession: () => session(),
    },
    rest: {
      'account_person.person_id': async id => {
        await db.query(
          `insert into account_person (id, account_id, person_id, validity)
           values ($1, $2, $3, '[2020-01-01,)')`,
          [newId(), await account(), id],
        );
      },
      'council_rule.council_id': async id => {
        await councils.rule(toGlobalId('Council', id));
      },
      'council_member.council_id': async id => {
        await member(toGlobalId('Council', id));
      },
      'council_member.person_id': async id => {
        await councils.member(await council(), toGlobalId('Person', id));
      },
      'council_session.council_id': async id => {
        await councils.session(toGlobalId('Council', id), []);
      },
      'council_session.rule_id': async id => {
        await db.query('update council_session set rule_id = $2 where id = $1', [rowId(await session()), id]);
      },
      'council_session.chair_id': async id => {
        await db.query('update council_session set chair_id = $2 where id = $1', [rowId(await session()), id]);
      },
      'council_session.secretary_id': async id => {
        await db.query('update council_session set secretary_id = $2 where id = $1', [rowId(await session()), id]);
      },
      'council_attendance.member_id': async id => {
        await db.query(`insert into council_attendance (session_id, member_id, presence) values ($1, $2, 'PRESENT')`, [
          rowId(await session()),
          id,
        ]);
      },
      'council_attendance.session_id': async id => {
        await db.query(`insert into council_attendance (session_id, member_id, presence) values ($1, $2, 'PRESENT')`, [
          id,
          rowId(await member()),
        ]);
      },
      'council_question.session_id': async id => {
        await question(id);
      },
      'council_opinion.session_id': async id => {
        await opinion(id, rowId(await member()));
      },
      'council_opinion.member_id': async id => {
        await opinion(rowId(await session()), id);
      },
    },
  };
}
