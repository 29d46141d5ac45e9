import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import type { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from './forms.js';

export const FORM_VALUES = `('GIAY_KHEN', 'BANG_KHEN', 'CO_THI_DUA_TINH', 'CO_THI_DUA_CHINH_PHU', 'KY_NIEM_CHUONG', 'BIEU_DUONG', 'THU_KHEN', 'OWN_CERTIFICATE', 'CHIEN_SI_THI_DUA_TOAN_QUOC', 'CHIEN_SI_THI_DUA_TINH', 'CHIEN_SI_THI_DUA_CO_SO', 'LAO_DONG_TIEN_TIEN', 'TAP_THE_LAO_DONG_XUAT_SAC', 'TAP_THE_LAO_DONG_TIEN_TIEN', 'XA_PHUONG_DAC_KHU_TIEU_BIEU', 'THON_TDP_VAN_HOA', 'GIA_DINH_VAN_HOA')`;
export const ISSUER_VALUES = `('PRIME_MINISTER', 'MINISTER', 'PROVINCE_CHAIR', 'PROVINCE_AGENCY', 'DISTRICT_CHAIR', 'COMMUNE_CHAIR', 'ENTERPRISE', 'CENTRAL_BOARD', 'PARTY_PROVINCE', 'PARTY_DISTRICT', 'PARTY_COMMUNE', 'FRONT')`;
const MARK = `mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')`;

/** An act that the rules of commendation come from (văn bản). `loaded`: its rules are in the registry. */
@Entity('commendation_act')
@Check('commendation_act_forwards', `valid_from <= valid_to`)
export class CommendationActEntity {
  @PrimaryColumn('text', { name: 'number', primaryKeyConstraintName: 'commendation_act_pk' })
  @Check('commendation_act_number', `length(number) between 1 and 100`)
  number: string;

  @Column('text', { name: 'name' })
  @Check('commendation_act_name', `length(name) between 1 and 300`)
  name: string;

  /** Whether it is a law, which governs a commendation by the day its dossier was received. */
  @Column('boolean', { name: 'law' })
  law: boolean;

  @Column('date', { name: 'valid_from' })
  validFrom: LocalDate;

  /** The last day. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;

  @Column('text', { name: 'mark' })
  @Check('commendation_act_mark', MARK)
  mark: RuleMark;

  @Column('text', { name: 'note', nullable: true })
  note: string | null;

  @Column('boolean', { name: 'loaded' })
  loaded: boolean;
}

/** Who may grant which form, from when to when (thẩm quyền). */
@Entity('commendation_authority')
@Exclusion('commendation_authority_taken', `using gist (issuer_class with =, form with =, validity with &&)`)
export class CommendationAuthorityEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commendation_authority_pk' })
  id: Id;

  @Column('text', { name: 'issuer_class' })
  @Check('commendation_authority_issuer', `issuer_class in ${ISSUER_VALUES}`)
  issuerClass: CommendationIssuer;

  @Column('text', { name: 'form' })
  @Check('commendation_authority_form', `form in ${FORM_VALUES}`)
  form: CommendationForm;

  @Column('daterange', { name: 'validity' })
  @Check('commendation_authority_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'act' })
  act: string;

  @Column('text', { name: 'mark' })
  @Check('commendation_authority_mark', MARK)
  mark: RuleMark;

  @Column('text', { name: 'note', nullable: true })
  note: string | null;
}

/** The money of a form as thousandths of the base salary (hệ số). */
@Entity('commendation_rate')
@Exclusion(
  'commendation_rate_taken',
  `using gist (track with =, form with =, coalesce(issuer_class, '') with =, coalesce(recipient_kind, '') with =, validity with &&)`,
)
export class CommendationRateEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commendation_rate_pk' })
  id: Id;

  @Column('text', { name: 'track' })
  @Check('commendation_rate_track', `track in ('STATE', 'PARTY', 'FRONT')`)
  track: CommendationTrack;

  @Column('text', { name: 'form' })
  @Check('commendation_rate_form', `form in ${FORM_VALUES}`)
  form: CommendationForm;

  /** `null`: any issuer of the track. */
  @Column('text', { name: 'issuer_class', nullable: true })
  @Check('commendation_rate_issuer', `issuer_class in ${ISSUER_VALUES}`)
  issuerClass: CommendationIssuer | null;

  /** `null`: the source does not say for whom; such a rate pays nothing. */
  @Column('text', { name: 'recipient_kind', nullable: true })
  @Check('commendation_rate_recipient', `recipient_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')`)
  recipientKind: SubjectKind | null;

  @Column('integer', { name: 'permille' })
  @Check('commendation_rate_permille', `permille > 0`)
  permille: number;

  @Column('daterange', { name: 'validity' })
  @Check('commendation_rate_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'act' })
  act: string;

  @Column('text', { name: 'mark' })
  @Check('commendation_rate_mark', MARK)
  mark: RuleMark;

  /** Whether it ends because the next rule begins. */
  @Column('boolean', { name: 'cut_short', default: false })
  cutShort: boolean;

  @Column('text', { name: 'source', nullable: true })
  source: string | null;
}

/** The base salary (lương cơ sở), in đồng. */
@Entity('base_salary')
@Exclusion('base_salary_taken', `using gist (validity with &&)`)
export class BaseSalaryEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'base_salary_pk' })
  id: Id;

  @Column('integer', { name: 'amount' })
  @Check('base_salary_amount', `amount > 0`)
  amount: number;

  @Column('daterange', { name: 'validity' })
  @Check('base_salary_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'act' })
  act: string;

  @Column('text', { name: 'mark' })
  @Check('base_salary_mark', MARK)
  mark: RuleMark;

  /** Whether it ends because the next rule begins. */
  @Column('boolean', { name: 'cut_short', default: false })
  cutShort: boolean;
}

/** To what amounts of money are rounded up (quy tắc làm tròn), in đồng. */
@Entity('money_rounding')
@Exclusion('money_rounding_taken', `using gist (validity with &&)`)
export class MoneyRoundingEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'money_rounding_pk' })
  id: Id;

  /** 1: not rounded. */
  @Column('integer', { name: 'step' })
  @Check('money_rounding_step', `step > 0`)
  step: number;

  @Column('daterange', { name: 'validity' })
  @Check('money_rounding_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'act' })
  act: string;

  @Column('text', { name: 'mark' })
  @Check('money_rounding_mark', MARK)
  mark: RuleMark;

  /** Whether it ends because the next rule begins. */
  @Column('boolean', { name: 'cut_short', default: false })
  cutShort: boolean;

  @Column('text', { name: 'note', nullable: true })
  note: string | null;
}
