import type pg from 'pg';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { newId } from '../../src/shared/ids.js';
import { givenRounds } from '../evaluations/given-rounds.js';
import { rowId } from '../movements/given-movements.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { GivenRecords } from './given-records.js';

/** What of appraisal rounds rests on people, councils and sessions. */
export function givenAppraisalRecords(registry: () => TestRegistry, db: pg.Client, unitId: string): Pick<GivenRecords, 'rest'> {
  const rounds = givenRounds(registry);
  let versionId: string | undefined;
  const opened = async (): Promise<{ roundId: string; evaluationId: string }> => {
    versionId ??= await rounds.version(illustrativeSet);
    const round = await rounds.open({ unitId, criteriaVersionId: versionId, unitIds: [unitId], name: `Đợt ${newId()}` });
    return { roundId: rowId(round.id), evaluationId: rowId(round.entries.nodes[0].id) };
  };
  const host = rowId(unitId);
  return {
    rest: {
      'appraisal_round.council_id': async id => {
        await db.query('update appraisal_round set council_id = $2 where id = $1', [(await opened()).roundId, id]);
      },
      'appraisal_round.session_id': async id => {
        await db.query('update appraisal_round set session_id = $2 where id = $1', [(await opened()).roundId, id]);
      },
      'score_sheet.scorer_id': async id => {
        await db.query(
          `insert into score_sheet (id, evaluation_id, host_id, scorer_id, state, points, marks, levels, words, entered_by) values ($1, $2, $3, $4, 'DRAFT', '{}', '{}', '{}', '{}', 'thử')`,
          [newId(), (await opened()).evaluationId, host, id],
        );
      },
      'appraisal_assignment.person_id': async id => {
        await db.query(
          `insert into appraisal_assignment (evaluation_id, person_id, host_id, how, assigned_on, assigned_by) values ($1, $2, $3, 'BY_HAND', current_date, 'thử')`,
          [(await opened()).evaluationId, id, host],
        );
      },
      'appraisal_conflict.person_id': async id => {
        await db.query(
          `insert into appraisal_conflict (evaluation_id, person_id, host_id, reason, declared, found_on, found_by) values ($1, $2, $3, 'OTHER', true, current_date, 'thử')`,
          [(await opened()).evaluationId, id, host],
        );
      },
    },
  };
}
