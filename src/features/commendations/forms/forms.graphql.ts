import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { commendationTerms } from '../commendation.terms.js';
import { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from './forms.js';

@ObjectType({ description: describe(commendationTerms.CommendationAuthority) })
export class CommendationAuthority {
  @Field(() => CommendationIssuer, { description: 'Who may grant it (người có thẩm quyền).' })
  issuer: CommendationIssuer;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (từ ngày). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Null: it goes on.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'Act (văn bản).' })
  act: string;

  @Field(() => RuleMark, { description: 'How well it is known (mức độ xác minh).' })
  mark: RuleMark;
}

@ObjectType({ description: describe(commendationTerms.CommendationRate) })
export class CommendationRate {
  @Field(() => CommendationTrack, { description: 'In which track it holds (tuyến).' })
  track: CommendationTrack;

  @Field(() => CommendationIssuer, { nullable: true, description: 'By whom it is granted (người khen). Null: by anyone of the track.' })
  issuer: CommendationIssuer | null;

  @Field(() => SubjectKind, {
    nullable: true,
    description: 'For whom (đối tượng). Null: its source does not say, and nothing is paid by it.',
  })
  kind: SubjectKind | null;

  @Field(() => Int, { description: 'Thousandths of the base salary (phần nghìn mức lương cơ sở).' })
  permille: number;

  @Field(() => Int, { nullable: true, description: 'What it comes to on the day, in đồng (thành tiền). Null: not known.' })
  amount: number | null;

  @Field(() => String, { description: 'How it comes to that (diễn giải).' })
  formula: string;

  @Field(() => String, { description: 'Act (văn bản).' })
  act: string;

  @Field(() => RuleMark, { description: 'How well it is known (mức độ xác minh).' })
  mark: RuleMark;
}

@ObjectType({ description: describe(commendationTerms.CommendationFormRules) })
export class CommendationFormRules {
  @Field(() => CommendationForm, { description: 'The form or title (hình thức, danh hiệu).' })
  form: CommendationForm;

  @Field(() => String, { description: 'Its name (tên).' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it is a title: of several for one time only the highest is paid (danh hiệu thi đua).' })
  title: boolean;

  @Field(() => [SubjectKind], { description: 'Who can have it (đối tượng).' })
  kinds: SubjectKind[];

  @Field(() => [CommendationAuthority], {
    description: 'Who may grant it on the day (thẩm quyền). Empty: no rule is loaded, or none is needed.',
  })
  authorities: CommendationAuthority[];

  @Field(() => [CommendationRate], { description: 'Its money on the day (tiền thưởng). Empty: not known, or none.' })
  rates: CommendationRate[];
}

@ArgsType()
export class CommendationFormsArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day whose rules are shown (ngày). Omitted or null: today.' })
  on?: LocalDate | null;
}
