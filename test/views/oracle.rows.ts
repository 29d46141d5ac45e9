import { RANGES } from './oracle.ranges.js';
import type pg from 'pg';
import type { LocalDate } from '../../src/shared/dates.js';
import { withShownActors } from './oracle.actors.js';
import type { EventRow, EventTrace, SpanRow, SuccessionRow, UnitRow } from './oracle.unit-rows.js';

/** The first day of a range (null: open) and the day after its last (null: open), as columns of every dated table. */
export interface Dated {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export interface Row {
  readonly id: string;
}

/** A row whose columns go into the answer as they are, mostly. */
export type AnyRow = Row & Readonly<Record<string, any>>;
/** A table that joins two others. */
type Link = Readonly<Record<string, string>>;

/** Whole tables, in no order. */
export interface Rows {
  readonly units: readonly UnitRow[];
  readonly spans: readonly SpanRow[];
  readonly successions: readonly SuccessionRow[];
  readonly servedTerritories: readonly (AnyRow & Dated)[];
  readonly events: readonly EventRow[];
  readonly traces: readonly EventTrace[];
  readonly sectors: readonly (AnyRow & Dated)[];
  readonly mappings: readonly Link[];
  readonly themes: readonly AnyRow[];
  readonly appraisalRounds: readonly AnyRow[];
  readonly evaluations: readonly AnyRow[];
  readonly scoreSheets: readonly AnyRow[];
  readonly selfAssessments: readonly AnyRow[];
  readonly sheetRevisions: readonly AnyRow[];
  readonly appraisalAssignments: readonly AnyRow[];
  readonly appraisalConflicts: readonly AnyRow[];
  readonly appraisalEvidence: readonly AnyRow[];
  readonly appraisalComplaints: readonly AnyRow[];
  readonly criteriaSets: readonly AnyRow[];
  readonly criteriaVersions: readonly (AnyRow & Dated)[];
  readonly criteria: readonly AnyRow[];
  readonly decisions: readonly AnyRow[];
  readonly movements: readonly (AnyRow & Dated)[];
  readonly formerMovementNames: readonly AnyRow[];
  readonly requiredItems: readonly AnyRow[];
  readonly rounds: readonly AnyRow[];
  readonly extensions: readonly AnyRow[];
  readonly targets: readonly AnyRow[];
  readonly authorities: readonly (AnyRow & Dated)[];
  readonly models: readonly AnyRow[];
  readonly jointOwners: readonly Link[];
  readonly modelThemes: readonly Link[];
  readonly registrations: readonly AnyRow[];
  readonly keptContents: readonly AnyRow[];
  readonly formerTitles: readonly AnyRow[];
  readonly forms: readonly AnyRow[];
  readonly steps: readonly AnyRow[];
  readonly recognitions: readonly AnyRow[];
  readonly facts: readonly AnyRow[];
  readonly accounts: readonly AnyRow[];
  readonly people: readonly AnyRow[];
  readonly posts: readonly (AnyRow & Dated)[];
  readonly secondFactors: readonly AnyRow[];
  readonly tokens: readonly AnyRow[];
  readonly files: readonly AnyRow[];
  readonly attachments: readonly AnyRow[];
  readonly scans: readonly AnyRow[];
  readonly trail: readonly AnyRow[];
  readonly seals: readonly AnyRow[];
  readonly grants: readonly (AnyRow & Dated)[];
  readonly accountPersons: readonly (AnyRow & Dated)[];
  readonly commendations: readonly AnyRow[];
  readonly proposals: readonly AnyRow[];
  readonly proposedItems: readonly AnyRow[];
  readonly proposalFiles: readonly AnyRow[];
  readonly clearances: readonly AnyRow[];
  readonly objections: readonly AnyRow[];
  readonly commendationQuotas: readonly AnyRow[];
  readonly holds: readonly AnyRow[];
  /** The same rows, of which one also reads why. */
  readonly holdReasons: readonly AnyRow[];
  /** Those of which the history is shown. */
  readonly ownDecisions: readonly AnyRow[];
  readonly councils: readonly (AnyRow & Dated)[];
  readonly councilMembers: readonly (AnyRow & Dated)[];
  readonly councilRules: readonly (AnyRow & Dated)[];
  readonly councilSessions: readonly AnyRow[];
  readonly attendance: readonly AnyRow[];
  readonly questions: readonly AnyRow[];
  readonly opinions: readonly AnyRow[];
  readonly replications: readonly AnyRow[];
  readonly replicationPlans: readonly AnyRow[];
  readonly stillAliveAnswers: readonly AnyRow[];
  readonly inspections: readonly AnyRow[];
  readonly inspectionFiles: readonly AnyRow[];
  readonly indicators: readonly AnyRow[];
  readonly definitions: readonly (AnyRow & Dated)[];
  readonly identities: readonly AnyRow[];
  readonly identityParts: readonly Link[];
  readonly figureSources: readonly AnyRow[];
  readonly figures: readonly (AnyRow & Dated)[];
  readonly figureTargets: readonly (AnyRow & Dated)[];
  readonly figureRemarks: readonly AnyRow[];
  readonly savedViews: readonly AnyRow[];
  readonly savedViewChanges: readonly AnyRow[];
  readonly explanations: readonly Link[];
  readonly reviews: readonly (AnyRow & Dated)[];
  readonly reviewOrganisers: readonly AnyRow[];
  readonly reviewUnits: readonly AnyRow[];
  readonly reviewModels: readonly Link[];
  readonly reviewCommendations: readonly Link[];
  readonly reviewTasks: readonly AnyRow[];
  readonly reviewFreezes: readonly AnyRow[];
}

const TABLES: Readonly<Record<keyof Rows, string>> = {
  units: 'unit',
  spans: 'unit_span',
  successions: 'unit_succession',
  servedTerritories: 'served_territory',
  events: 'unit_event',
  traces: 'unit_event_row',
  sectors: 'sector',
  mappings: 'sector_mapping',
  themes: 'theme',
  appraisalRounds: 'appraisal_round',
  evaluations: 'evaluation',
  scoreSheets: 'score_sheet',
  selfAssessments: '(select * from score_sheet where scorer_id is null) own',
  sheetRevisions: '(select v.*, v.content::text as content_text from score_sheet_revision v) revision',
  appraisalAssignments: 'appraisal_assignment',
  appraisalConflicts: 'appraisal_conflict',
  appraisalEvidence: 'appraisal_evidence',
  appraisalComplaints: 'appraisal_complaint',
  criteriaSets: 'criteria_set',
  criteriaVersions: 'criteria_set_version',
  criteria: 'criterion',
  decisions: 'decision',
  movements: 'movement',
  formerMovementNames: 'former_movement_name',
  requiredItems: 'required_form_items',
  rounds: 'registration_round',
  extensions: 'registration_extension',
  targets: 'assigned_target',
  authorities: 'receiving_authority',
  models: 'emulation_model',
  jointOwners: 'emulation_model_joint_owner',
  modelThemes: 'emulation_model_theme',
  registrations: 'registration',
  keptContents: 'content_snapshot',
  formerTitles: 'former_title',
  forms: 'model_form',
  steps: 'model_step',
  recognitions: 'recognition',
  facts: 'model_fact',
  accounts: 'account',
  people: 'person',
  posts: 'person_post',
  secondFactors: 'second_factor',
  tokens: 'api_token',
  files: 'file',
  attachments: 'model_attachment',
  scans: 'decision_scan',
  trail: 'audit_entry',
  seals: 'audit_seal',
  grants: 'role_grant',
  accountPersons: 'account_person',
  commendations: 'commendation',
  proposals: 'proposal',
  proposedItems: 'proposal_item',
  proposalFiles: 'proposal_file',
  clearances: 'proposal_clearance',
  objections: 'proposal_objection',
  commendationQuotas: 'commendation_quota',
  holds: 'commendation_hold',
  holdReasons: 'commendation_hold',
  ownDecisions: 'decision',
  councils: 'council',
  councilMembers: 'council_member',
  councilRules: 'council_rule',
  councilSessions: 'council_session',
  attendance: 'council_attendance',
  questions: 'council_question',
  opinions: 'council_opinion',
  replications: 'replication',
  replicationPlans: 'replication_plan',
  stillAliveAnswers: 'still_alive_answer',
  inspections: 'inspection',
  inspectionFiles: 'inspection_file',
  indicators: 'indicator',
  definitions: 'indicator_definition',
  identities: 'identity',
  identityParts: 'identity_part',
  figureSources: 'figure_source',
  figures: 'figure',
  figureTargets: 'figure_target',
  figureRemarks: 'figure_remark',
  savedViews: 'saved_view',
  savedViewChanges: 'audit_entry',
  explanations: 'residual_explanation',
  reviews: 'review',
  reviewOrganisers: 'review_organiser',
  reviewUnits: 'review_unit',
  reviewModels: 'review_model',
  reviewCommendations: 'review_commendation',
  reviewTasks: 'review_task',
  reviewFreezes: 'review_freeze',
};

/** Everything the oracle knows: no condition, no join, no order is asked of the database. */
export async function loadRows(client: pg.Client): Promise<Rows> {
  const tables = Object.entries(TABLES).map(async ([name, table]) => {
    const range = RANGES[table];
    const bounds = range === undefined ? '' : `, lower(${range})::text as "from", upper(${range})::text as "to"`;
    return [name, (await client.query(`select *${bounds} from ${table}`)).rows] as const;
  });
  return withShownActors(Object.fromEntries(await Promise.all(tables)) as unknown as Rows);
}
