import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED, KEPT_BY_TRIGGER } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import type { CommendationForm, CommendationIssuer } from './forms/forms.js';
import type { LawReason } from './forms/governing-law.js';
import { FORM_VALUES, ISSUER_VALUES } from './forms/rules.entity.js';
import type { MoneyBasis } from './money/award-money.js';
import type { RevocationGround } from '../decisions/decision-states.js';

/** A commendation (khen thưởng): of one recipient, or of several who are not named. */
@Entity('commendation')
@Unique('commendation_certificate_taken', ['certificateCode'])
@Index('commendation_listed', ['listedOn', 'id'])
@Exclusion(
  'commendation_once',
  `using gist (recipient_key with =, form with =, achievement_key with =, (coalesce(period, daterange(null, null))) with &&) where (revoked_on is null)`,
)
@Check('commendation_of_a_paper', `from_paper = (source is not null)`)
@Check(
  'commendation_granted',
  `from_paper or (form is not null and recipient_kind is not null and decision_id is not null
          and issuer_id is not null and count is not null and reason is not null and law_act is not null)`,
)
@Check('commendation_named', `stated_count is null or (person_id is null and part_of_id is null and count <= stated_count)`)
@Check('commendation_part', `part_of_id is null or count = 1`)
@Check(
  'commendation_chosen',
  `(coalesce(law_reason, '') = 'CHOSEN') = (chosen_reason is not null) and (chosen_by is null) = (chosen_reason is null)`,
)
@Check(
  'commendation_revoked',
  `(revoked_on is null) = (revoked_ground is null) and (revoked_on is null) = (revoked_reason is null)
          and (revoked_on is not null or (revoked_by_id is null and not certificate_due and not money_due))
          and (certificate_due or certificate_recovered_on is null) and (money_due or money_recovered_on is null)`,
)
export class CommendationEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commendation_pk' })
  id: Id;

  /** `null`: not known. */
  @Column('text', { name: 'form', nullable: true })
  @Check('commendation_form', `form in ${FORM_VALUES}`)
  form: CommendationForm | null;

  @Column('text', { name: 'recipient_kind', nullable: true })
  @Check('commendation_recipient', `recipient_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')`)
  recipientKind: SubjectKind | null;

  @Column('text', { name: 'level', nullable: true })
  @Check('commendation_level', `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`)
  level: RecognitionLevel | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  @ForeignKey('decision', { name: 'commendation_decision_fk' })
  @Index('commendation_decision', { where: 'decision_id is not null' })
  decisionId: Id | null;

  @Column('uuid', { name: 'issuer_id', nullable: true })
  @ForeignKey('unit', { name: 'commendation_issuer_fk' })
  @Index('commendation_issuer')
  issuerId: Id | null;

  /** As whom the issuer granted it; `null`: authority not known, or not needed for the form. */
  @Column('text', { name: 'issuer_class', nullable: true })
  @Check('commendation_issuer_class', `issuer_class in ${ISSUER_VALUES}`)
  issuerClass: CommendationIssuer | null;

  @Column('boolean', { name: 'from_paper' })
  fromPaper: boolean;

  @Column('text', { name: 'source', nullable: true })
  @Check('commendation_source', `length(source) between 1 and 1000`)
  source: string | null;

  @Column('date', { name: 'presented_on', nullable: true })
  presentedOn: LocalDate | null;

  /** The day that a paper names without saying of what. */
  @Column('date', { name: 'on_day', nullable: true })
  onDay: LocalDate | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'commendation_model_fk' })
  @Index('commendation_model', { where: 'model_id is not null' })
  modelId: Id | null;

  @Column('uuid', { name: 'evaluation_id', nullable: true })
  @ForeignKey('evaluation', { name: 'commendation_evaluation_fk' })
  @Index('commendation_evaluation', { where: 'evaluation_id is not null' })
  evaluationId: Id | null;

  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'commendation_unit_fk' })
  @Index('commendation_unit')
  unitId: Id | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'commendation_person_fk' })
  @Index('commendation_person', { where: 'person_id is not null' })
  personId: Id | null;

  /** Name, post and unit as they were. */
  @Column('text', { name: 'name', nullable: true })
  @Check('commendation_name', `length(name) between 1 and 300`)
  name: string | null;

  @Column('text', { name: 'post', nullable: true })
  @Check('commendation_post', `length(post) between 1 and 300`)
  post: string | null;

  @Column('text', { name: 'unit_name', nullable: true })
  @Check('commendation_unit_name', `length(unit_name) between 1 and 500`)
  unitName: string | null;

  /** How many recipients this row represents; of an aggregated one, those not named yet. `null`: not known. */
  @Column('integer', { name: 'count', nullable: true })
  @Check('commendation_count', `count between 0 and 100000`)
  count: number | null;

  /** Of an aggregated one: the number that its paper states. It never changes. */
  @Column('integer', { name: 'stated_count', nullable: true })
  @Check('commendation_stated_count', `stated_count between 1 and 100000`)
  statedCount: number | null;

  /** The aggregated commendation of which this names one recipient. */
  @Column('uuid', { name: 'part_of_id', nullable: true })
  @ForeignKey('commendation', { name: 'commendation_part_of_fk' })
  @Index('commendation_part_of', { where: 'part_of_id is not null' })
  partOfId: Id | null;

  @Column('text', { name: 'reason', nullable: true })
  @Check('commendation_reason', `length(reason) between 1 and 2000`)
  reason: string | null;

  /** The time of the achievement; `null`: not known. */
  @Column('daterange', { name: 'period', nullable: true })
  @Check('commendation_period', `not isempty(period)`)
  period: string | null;

  /** The day on which the dossier was received for appraisal. */
  @Column('date', { name: 'received_on', nullable: true })
  receivedOn: LocalDate | null;

  @Column('text', { name: 'law_act', nullable: true })
  @ForeignKey('commendation_act', { name: 'commendation_law_fk' })
  lawAct: string | null;

  @Column('text', { name: 'law_reason', nullable: true })
  @Check('commendation_law_reason', `law_reason in ('IN_FORCE', 'RECEIVED_BEFORE', 'CHOSEN')`)
  lawReason: LawReason | null;

  /** False where the rules of the older law go on, because the text of the newer one is not loaded. */
  @Column('boolean', { name: 'law_verified', nullable: true })
  lawVerified: boolean | null;

  /** Who decided that the newer law is more favourable, and why. */
  @Column('text', { name: 'chosen_by', nullable: true })
  @Check('commendation_chosen_by', `length(chosen_by) between 1 and 300`)
  chosenBy: string | null;

  @Column('text', { name: 'chosen_reason', nullable: true })
  @Check('commendation_chosen_reason', `length(chosen_reason) between 1 and 1000`)
  chosenReason: string | null;

  /** What each recipient is paid, in đồng. `null`: not known. */
  @Column('integer', { name: 'amount', nullable: true })
  @Check('commendation_amount', `amount >= 0`)
  amount: number | null;

  @Column('jsonb', { name: 'money', nullable: true })
  money: MoneyBasis | null;

  @Column('text', { name: 'certificate_code', nullable: true })
  @Check('commendation_certificate', `certificate_code ~ '^[0-9A-Z]{26}$'`)
  certificateCode: string | null;

  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn: LocalDate | null;

  @Column('text', { name: 'revoked_ground', nullable: true })
  @Check('commendation_ground', `revoked_ground in ('FALSE_DECLARATION', 'FORGED_FILE', 'APPRAISAL_AGAINST_RULES', 'VIOLATION')`)
  revokedGround: RevocationGround | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  @Check('commendation_revoked_reason', `length(revoked_reason) between 1 and 1000`)
  revokedReason: string | null;

  @Column('uuid', { name: 'revoked_by_id', nullable: true })
  @ForeignKey('decision', { name: 'commendation_revoked_by_fk' })
  @Index('commendation_revoked_by', { where: 'revoked_by_id is not null' })
  revokedById: Id | null;

  /** Whether it was revoked because its decision was: it is in force again when the decision is. */
  @Column('boolean', { name: 'fell_with_decision', default: false })
  @Check('commendation_fell', `revoked_on is not null or not fell_with_decision`)
  fellWithDecision: boolean;

  @Column('boolean', { name: 'certificate_due', default: false })
  certificateDue: boolean;

  @Column('date', { name: 'certificate_recovered_on', nullable: true })
  certificateRecoveredOn: LocalDate | null;

  @Column('boolean', { name: 'money_due', default: false })
  moneyDue: boolean;

  @Column('date', { name: 'money_recovered_on', nullable: true })
  moneyRecoveredOn: LocalDate | null;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  /** The unit at which rights are required: the issuer, or else the unit of the recipient. */
  @Column('uuid', { name: 'place_id', nullable: true, ...COMPUTED })
  readonly placeId: Id | null;

  /** Who is rewarded, for comparing; `null`: nobody is named. */
  @Column('text', { name: 'recipient_key', nullable: true, ...COMPUTED })
  readonly recipientKey: string | null;

  /** What is rewarded, for comparing: a model, or the words. */
  @Column('text', { name: 'achievement_key', nullable: true, ...COMPUTED })
  readonly achievementKey: string | null;

  /** The last possible day of its decision: the database takes it from there. */
  @Column('date', { name: 'decided_by', nullable: true, ...KEPT_BY_TRIGGER })
  readonly decidedBy: LocalDate | null;

  /** The day by which it is listed: of the decision, or of the presentation, or the one that the paper names, or of the entry. */
  @Column('date', { name: 'listed_on', ...COMPUTED })
  readonly listedOn: LocalDate;
}
