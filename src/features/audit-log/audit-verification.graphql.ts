import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsCode } from '../../platform/graphql/input-rules.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { describe } from '../../shared/terms.js';
import { auditTerms } from './audit-entry.terms.js';

export const AuditFault = { ALTERED: 'ALTERED', MISSING: 'MISSING', SMUGGLED: 'SMUGGLED' } as const;
export type AuditFault = keyof typeof AuditFault;
registerEnum(AuditFault, 'AuditFault', auditTerms.AuditFault);

@ObjectType({ description: describe(auditTerms.AuditVerification) })
export class AuditVerification {
  @Field(() => Boolean, { description: 'Whether nothing is wrong, and the head that was given is there (nguyên vẹn).' })
  whole: boolean;

  @Field(() => Int, { description: 'Entries whose seals hold, from the first on (số dòng đã niêm phong).' })
  sealed: number;

  @Field(() => Int, { description: 'Entries that wait for their seal (số dòng chờ niêm phong).' })
  unsealed: number;

  @Field(() => String, { description: 'The last seal that holds, hexadecimal, to be kept on paper (mã niêm phong cuối).' })
  head: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the head that was given (vị trí mã đã giữ). Null: none was given, or the trail no longer has it.',
  })
  keptAt: number | null;

  @Field(() => AuditFault, { nullable: true, description: 'What is wrong first (chỗ hỏng). Null: nothing.' })
  fault: AuditFault | null;

  @Field(() => Int, { nullable: true, description: 'Position of what is wrong first (vị trí hỏng). Null: nothing is.' })
  faultAt: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The entry that is wrong first (dòng hỏng). Null: nothing is wrong, or the entry is gone.',
  })
  faultyEntryId: string | null;
}

@ArgsType()
export class AuditVerificationArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A head that was kept outside the registry, 64 hexadecimal digits (mã niêm phong đã giữ). Omitted or null: none.',
  })
  @IsOptional()
  @IsCode(64)
  keptHead?: string | null;
}
