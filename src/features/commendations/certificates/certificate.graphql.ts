import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { commendationTerms } from '../commendation.terms.js';
import { CommendationForm } from '../forms/forms.js';

export const CertificateState = { VALID: 'VALID', REVOKED: 'REVOKED', UNKNOWN: 'UNKNOWN' } as const;
export type CertificateState = keyof typeof CertificateState;
registerEnum(CertificateState, 'CertificateState', commendationTerms.CertificateState);

const UNKNOWN = 'Null: no certificate has this code';

@ObjectType({ description: describe(commendationTerms.CertificateStatement) })
export class CertificateStatement {
  @Field(() => CertificateState, { description: 'Whether it is valid (giá trị).' })
  state: CertificateState;

  @Field(() => String, { nullable: true, description: `Number of the decision (số quyết định). ${UNKNOWN}.` })
  decision: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: `Day of the decision (ngày quyết định). ${UNKNOWN}.` })
  issuedOn: LocalDate | null;

  @Field(() => CommendationForm, { nullable: true, description: `Form (hình thức). ${UNKNOWN}.` })
  form: CommendationForm | null;

  @Field(() => String, { nullable: true, description: `Name as printed (tên trên bằng, giấy khen). ${UNKNOWN}.` })
  name: string | null;
}

@ArgsType()
export class CertificateArgs {
  @Field(() => String, { description: 'The code on the certificate; blanks, dashes and small letters do not matter (mã tra cứu).' })
  @MaxLength(100)
  code: string;
}
