import { literal, sql, type Sql } from '../../platform/database/sql.js';

/** What a command on an object changes besides that object. */
interface Effects {
  /** Objects of other types whose own fields change: a select of their ids, by the entry of the trail. */
  readonly changes?: Readonly<Record<string, (entry: Sql) => Sql>>;
  /** Types of which more changes than is worth listing. */
  readonly resync?: readonly string[];
  /** Types of which callers with a right at some units may see more or less than before. */
  readonly sight?: readonly string[];
}

/** An id in the state that the entry holds: the object itself may be gone. */
const mentioned = (entry: Sql, field: Sql): Sql => sql`select (coalesce(${entry}.after, ${entry}.before) ->> ${field})::uuid`;

const recordOfFile = (entry: Sql): Sql => sql`select f.record_id from file f where f.id = ${entry}.object_id and f.record_id is not null`;

/** By the type of the object that the trail names. */
export const EFFECTS: Readonly<Record<string, Effects>> = {
  EmulationModel: { changes: { Registration: e => sql`select r.id from registration r where r.model_id = ${e}.object_id` } },
  RegistrationExtension: { changes: { RegistrationRound: e => mentioned(e, literal('roundId')) } },
  AssignedTarget: { changes: { RegistrationRound: e => mentioned(e, literal('roundId')) } },
  CouncilMember: { changes: { Council: e => sql`select m.council_id from council_member m where m.id = ${e}.object_id` } },
  CouncilSession: { changes: { Council: e => sql`select s.council_id from council_session s where s.id = ${e}.object_id` } },
  CriteriaSetVersion: { changes: { CriteriaSet: e => sql`select v.set_id from criteria_set_version v where v.id = ${e}.object_id` } },
  File: { changes: { EmulationModel: recordOfFile, Decision: recordOfFile } },
  // Opening, assigning, closing and reopening reveal and hide results, and an assignment lets a judge see what they score.
  AppraisalRound: { resync: ['Evaluation'], sight: ['EmulationModel', 'Registration', 'Person'] },
  // A list of units can change ten thousand of them. What it does to rights shows in the sight of each caller.
  UnitEvent: { resync: ['Unit'] },
};

/** Types with ids that are not followed, each with its reason. */
export const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  RoleGrant: 'Grants are administration; what they do to the sight of a caller is reported as RESYNC.',
  ScoreSheet: 'Drafts leave no entry in the trail; the evaluation is followed.',
  Criterion: 'Criteria are parts of a version of their set, which is followed.',
};
