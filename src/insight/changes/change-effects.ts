import { literal, sql, type Sql } from '../../platform/database/sql.js';

/** What a command on an object changes besides that object. */
interface Effects {
  /** Objects of other types whose own fields change: a select of their ids, by the entry of the trail. */
  readonly changes?: Readonly<Record<string, (entry: Sql) => Sql>>;
  /** Types of which callers with a right at some units may see more or less than before. */
  readonly sight?: readonly string[];
}

/** An id in the state that the entry holds: the object itself may be gone. */
const mentioned = (entry: Sql, field: Sql): Sql => sql`select (coalesce(${entry}.after, ${entry}.before) ->> ${field})::uuid`;

const recordOfFile = (entry: Sql): Sql => sql`select f.record_id from file f where f.id = ${entry}.object_id and f.record_id is not null`;

/** Units of which the event wrote a row, also one that was undone later. */
const unitsOfEvent = (entry: Sql): Sql => sql`
  select distinct unit.id from unit_event_row r cross join lateral (select coalesce(r.after, r.before) as row) kept
   cross join lateral (values (case r.relation when 'unit' then r.row_id end), ((kept.row ->> 'unit_id')::uuid),
     ((kept.row ->> 'predecessor_id')::uuid), ((kept.row ->> 'successor_id')::uuid)) unit (id)
   where r.event_id = ${entry}.object_id and unit.id is not null`;

/** By the type of the object that the trail names. */
export const EFFECTS: Readonly<Record<string, Effects>> = {
  EmulationModel: {
    changes: {
      Registration: e => sql`select r.id from registration r where r.model_id = ${e}.object_id`,
      // Who begins or ceases to see a model begins or ceases to see what is seen through it.
      // While a round is scored blind, an entry named together with its model would say whose it is; when it closes, all its entries are named.
      Evaluation: e => sql`select v.id from evaluation v join appraisal_round r on r.id = v.round_id
                            where v.model_id = ${e}.object_id and not (r.blind and r.state = 'OPEN')`,
      Replication: e => sql`select r.id from replication r where r.copy_id = ${e}.object_id`,
      StillAliveAnswer: e => sql`select a.id from still_alive_answer a where a.model_id = ${e}.object_id`,
      Inspection: e => sql`select i.id from inspection i where i.model_id = ${e}.object_id`,
      Person: e => sql`select m.person_id from emulation_model m where m.id = ${e}.object_id union ${mentioned(e, literal('personId'))}
                       union select (${e}.before ->> 'personId')::uuid`,
      Theme: e => sql`select t.theme_id from emulation_model_theme t where t.model_id = ${e}.object_id union
                      select t.id from theme t where t.name in (select jsonb_array_elements_text(${e}.before -> 'themes'))`,
    },
  },
  RegistrationExtension: { changes: { RegistrationRound: e => mentioned(e, literal('roundId')) } },
  AssignedTarget: { changes: { RegistrationRound: e => mentioned(e, literal('roundId')) } },
  CouncilMember: {
    changes: {
      Council: e => sql`select m.council_id from council_member m where m.id = ${e}.object_id union ${mentioned(e, literal('councilId'))}`,
      // Who sees a council sees its members.
      Person: e => sql`select m.person_id from council_member m where m.id = ${e}.object_id union ${mentioned(e, literal('personId'))}`,
    },
  },
  CouncilRule: {
    changes: {
      Council: e => sql`select r.council_id from council_rule r where r.id = ${e}.object_id union ${mentioned(e, literal('councilId'))}`,
    },
  },
  CouncilSession: {
    changes: {
      Council: e => sql`select s.council_id from council_session s where s.id = ${e}.object_id union ${mentioned(e, literal('councilId'))}`,
    },
  },
  CriteriaSetVersion: { changes: { CriteriaSet: e => sql`select v.set_id from criteria_set_version v where v.id = ${e}.object_id` } },
  File: { changes: { EmulationModel: recordOfFile, Decision: recordOfFile } },
  // Opening, closing and reopening show and hide results; an assignment lets a judge see what they score.
  AppraisalRound: {
    changes: { Evaluation: e => sql`select v.id from evaluation v where v.round_id = ${e}.object_id` },
    sight: ['EmulationModel', 'Registration', 'Person', 'Evaluation'],
  },
  // Its units are those who see it, its tasks and its frozen numbers; numbers are frozen, and tasks removed, by a command on it.
  Review: {
    changes: { ReviewFreeze: e => sql`select z.id from review_freeze z where z.review_id = ${e}.object_id` },
    sight: ['ReviewTask', 'ReviewFreeze'],
  },
  ReviewTask: {
    changes: {
      Review: e => sql`select t.review_id from review_task t where t.id = ${e}.object_id union ${mentioned(e, literal('reviewId'))}`,
    },
  },
  UnitEvent: { changes: { Unit: unitsOfEvent } },
};

/** Objects that an installation begins with: no command made them, so the trail does not name them. A select of the ids. */
export const INSTALLED: Readonly<Record<string, Sql>> = {
  Sector: sql`select s.id from sector s where not exists (select from audit_entry e where e.object_type = 'Sector' and e.object_id = s.id)`,
};

/** Types with ids that are not followed, each with its reason. */
export const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  RoleGrant: 'Grants are administration; what they do to the sight of a caller is reported as RESYNC.',
  ScoreSheet: 'Drafts leave no entry in the trail; the evaluation is followed.',
  FigureRemark: 'What is said about a figure is shown with it, and removed with it.',
  Hold: 'Who is held is asked for by those who decide about it; nobody else learns that anything changed.',
  SavedView: 'What somebody asks is their own; a view that is no longer shared would have to be reported to those who saw it.',
  Criterion: 'Criteria are parts of a version of their set, which is followed.',
};
